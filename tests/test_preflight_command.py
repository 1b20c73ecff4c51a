"""The command `preflight`: exit codes, messages, and what it writes."""

import io
import json
from pathlib import Path

import pikepdf
import pytest

from planche.cli import main
from planche.commands.exit_codes import BAD_INPUT, DONE, FAILED, PART_MISSING, WARNED
from tests.press_faults import FAULTS
from tests.press_support import good, spoilt

Said = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plakat.pdf"
    path.write_bytes(good())
    return path


def spoil(file: Path, slug: str) -> None:
    file.write_bytes(spoilt(FAULTS[slug].spoil))


def test_good_file(file: Path, capsys: Said) -> None:
    assert main(["preflight", str(file), "--format", "100x140mm", "--condition", "FOGRA39"]) == DONE
    said = capsys.readouterr()
    assert "kan trykkes" in said.out
    assert not said.err


def test_fault_is_an_exit_code_and_a_line(file: Path, capsys: Said) -> None:
    spoil(file, "rgb")
    assert main(["preflight", str(file)]) == FAILED
    said = capsys.readouterr()
    assert said.err == (
        f"{file.as_posix()}:side 2: error rgb: flade i DeviceRGB; angiv farven i CMYK\n"
    )
    assert "kan ikke trykkes: 1 fejl, 0 advarsler" in said.out


def test_warning_stops_only_when_strict(file: Path, capsys: Said) -> None:
    spoil(file, "soft-picture")
    assert main(["preflight", str(file), "--language", "en"]) == DONE
    assert "page 2: warning soft-picture: a picture has 203 ppi" in capsys.readouterr().err
    assert main(["preflight", str(file), "--strict"]) == WARNED


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        (["--bleed", "5mm"], "bleed"),
        (["--bleed", "0.5 cm"], "bleed"),
        (["--safe", "12mm"], "safe-zone"),
        (["--ink", "200"], "ink-coverage"),
        (["--ink", "200 %"], "ink-coverage"),
        (["--format", "a3"], "page-size"),
        (["--format", "100 x 150 mm"], "page-size"),
        (["--pages", "3"], "page-count"),
        (["--condition", "FOGRA52"], "output-condition"),
    ],
)
def test_order_is_what_the_file_is_held_against(
    arguments: list[str], rule: str, file: Path, capsys: Said
) -> None:
    assert main(["preflight", str(file), *arguments, "--json"]) == FAILED
    told = json.loads(capsys.readouterr().out)
    assert {finding["rule"] for finding in told["findings"]} == {rule}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--bleed", "3"],
        ["--bleed", "-3mm"],
        ["--safe", "five"],
        ["--ink", "0"],
        ["--ink", "500"],
        ["--format", "B7"],
        ["--format", "0x140mm"],
        ["--pages", "0"],
        ["--pages", "many"],
        ["--format", ""],
        ["--bleed", f"{'9' * 400}mm"],
        ["--pages", ""],
    ],
)
def test_bad_argument_is_one_message(arguments: list[str], file: Path, capsys: Said) -> None:
    option, value = arguments
    assert main(["preflight", str(file), f"{option}={value}"]) == BAD_INPUT
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert f"error bad-argument: “{value}” kan {option} ikke være" in said.err
    assert not said.out


def test_what_is_no_pdf_is_refused(tmp_path: Path, file: Path, capsys: Said) -> None:
    letter = tmp_path / "brev.docx"
    letter.write_bytes(b"PK\x03\x04")
    locked = tmp_path / "laast.pdf"
    pikepdf.open(io.BytesIO(good())).save(locked, encryption=pikepdf.Encryption("a", "b"))
    for path, code in (
        (letter, "pdf-unreadable"),
        (locked, "pdf-encrypted"),
        (tmp_path, "file-is-folder"),
        (tmp_path / "ingen.pdf", "file-missing"),
    ):
        assert main(["preflight", str(path)]) == BAD_INPUT
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert said.startswith(f"{path.as_posix()}:1:1: error {code}: ")


def test_missing_part_names_its_package(
    file: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["preflight", str(file)]) == PART_MISSING
    assert "mupdf-tools" in capsys.readouterr().err


def test_page_is_written_whole_or_not_at_all(file: Path, tmp_path: Path, capsys: Said) -> None:
    page = tmp_path / "rapport.html"
    assert main(["preflight", str(file), "--html", str(page)]) == DONE
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["plakat.pdf", "rapport.html"]


@pytest.mark.parametrize(
    "place", ["nowhere/rapport.html", ".", "", "plakat.pdf/rapport.html", f"{'a' * 300}.html"]
)
def test_page_that_cannot_be_written_is_one_message(
    place: str, file: Path, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["preflight", str(file), "--html", place]) == FAILED
    said = capsys.readouterr().err
    assert "error page-not-written" in said
    assert said.count("\n") == 1
    assert [each.name for each in tmp_path.iterdir()] == ["plakat.pdf"]


def test_page_is_never_written_over_the_file(file: Path, tmp_path: Path, capsys: Said) -> None:
    link = tmp_path / "genvej.pdf"
    link.symlink_to(file)
    for place in (file, link):
        assert main(["preflight", str(file), "--html", str(place)]) == FAILED
        assert "page-not-written" in capsys.readouterr().err
    assert file.read_bytes() == good()


def test_poster_for_the_screen_is_named_as_such(built: Path, capsys: Said) -> None:
    """Our own screen posters are strangers here: RGB, no bleed, no output intent."""
    poster = built / "posters" / "a3" / "all.pdf"
    assert main(["preflight", str(poster), "--format", "A3", "--json"]) == FAILED
    told = json.loads(capsys.readouterr().out)
    rules = {finding["rule"] for finding in told["findings"]}
    assert rules == {
        "bleed",
        "rgb",
        "annotations",
        "pdfx-version",
        "output-intent",
        "trapped",
    }
    assert told["ink_estimated"]
