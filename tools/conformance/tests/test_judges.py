"""The judges find the faults that are planted, and none in what we build; `make conformance`
runs these, `make test` does not, since not everybody has Java."""

import json
import zipfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest

from planche.accessibility.verdicts import NAME
from planche.cli import main as build
from planche.workshop import theme_names
from tests.sets import LAID_OUT
from tests.tag_defects import BY_FILE, EVERY, planted
from tools.conformance import axe, office, verapdf
from tools.conformance.__main__ import main


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built([], tmp_path_factory.mktemp("shipped"))


def _built(arguments: Sequence[str], folder: Path) -> Path:
    out = folder / "output"
    assert build([*arguments, "--out", str(out), "--quiet"]) == 0
    return out


def test_verapdf_rejects_what_it_should_and_nothing_else(shipped: Path, tmp_path: Path) -> None:
    wanted = {shipped / path: False for path in BY_FILE}
    for path, fault in EVERY:
        file = tmp_path / f"{fault.name}.pdf"
        file.write_bytes(planted((shipped / path).read_bytes(), fault))
        wanted[file] = fault.vera
    verdict = verapdf.judged(list(wanted))
    assert {path: bool(found) for path, found in verdict.faults.items()} == wanted


def test_a_file_that_is_no_pdf_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "no.pdf"
    path.write_bytes(b"no PDF")
    assert verapdf.judged([path]).failed == (path,)


def test_every_set_in_every_theme_is_accessible(tmp_path: Path) -> None:
    for number, (source, theme) in enumerate(product(LAID_OUT, theme_names())):
        _built([str(source), "--theme", theme], tmp_path / f"{number}-{theme}")
    files = [each for each in tmp_path.rglob("*.pdf") if "press" not in each.parts]
    verdict = verapdf.judged(files)
    assert len(verdict.faults) == len(files)
    assert verdict.failed == ()


def test_the_sdk_rejects_a_deck_without_its_slides(shipped: Path, tmp_path: Path) -> None:
    deck = next(shipped.glob("deck/*.pptx"))
    broken = tmp_path / "broken.pptx"
    with zipfile.ZipFile(deck) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            if name != "ppt/slides/slide1.xml":
                target.writestr(name, source.read(name))
    assert office.judged([deck, broken]).failed == (broken,)


def test_axe_finds_a_picture_without_words(tmp_path: Path) -> None:
    page = '<!DOCTYPE html><html lang="da"><title>x</title><main><h1>x</h1>{}</main></html>'
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(page.format(""), encoding="utf-8")
    bad.write_text(page.format('<img src="x.png">'), encoding="utf-8")
    verdict = axe.judged([good, bad])
    assert verdict.failed == (bad,)
    assert "image-alt" in verdict.faults[bad][0]


def test_a_fault_is_told_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(tmp_path) == 2
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    assert main(tmp_path) == 1
    assert "  a.pdf: " in capsys.readouterr().out
    (verdict,) = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    assert verdict["judge"] == "veraPDF"
    assert verdict["files"][0]["path"] == "a.pdf"
    assert verdict["files"][0]["faults"]
