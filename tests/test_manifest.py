"""The manifest: what stands in the output is what it says, and the same in every run."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx import Presentation

from planche import pipeline
from planche.cli import main
from planche.manifest import (
    Artefact,
    Made,
    artefact,
    digest,
    manifest_bytes,
    merged,
    read_artefacts,
    sha256,
)
from planche.workshop import DEFAULT_SOURCE, Job
from tests.sets import ROOT
from tests.written import files

NOT_LISTED = {"manifest.json", "report.json", "accessibility.html", "accessibility.json"}
"""What says of the output what it is, and is no part of it."""

ALWAYS_MADE = ("editor.html", "text/", "index.html", "gallery/")
"""What every build makes anew: it hangs on the source alone, or shows all there is."""

KEYS = {"path", "kind", "plates", "pages", "bytes", "sha256", "inputs"}


def manifest(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    return found


def stale(out: Path) -> set[str]:
    """The artefacts that are marked as made from other inputs than the present ones."""
    return {each["path"] for each in manifest(out)["artefacts"] if each.get("stale")}


def assert_true(out: Path) -> None:
    """What the manifest says of each file is so, and no file is left out."""
    artefacts = manifest(out)["artefacts"]
    found = files(out)
    assert {each["path"] for each in artefacts} == set(found) - NOT_LISTED
    for each in artefacts:
        assert each["bytes"] == len(found[each["path"]]), each["path"]
        assert each["sha256"] == hashlib.sha256(found[each["path"]]).hexdigest(), each["path"]


# A whole build


def test_shape_of_the_contract(built: Path) -> None:
    found = manifest(built)
    assert list(found) == ["format", "source", "artefacts"]
    assert found["format"] == 1
    source = DEFAULT_SOURCE.read_bytes()
    assert found["source"] == {
        "path": "content/planchesaet.yaml",
        "sha256": hashlib.sha256(source).hexdigest(),
    }
    for each in found["artefacts"]:
        assert set(each) == KEYS
        assert {type(each[key]) for key in ("pages", "bytes")} == {int}
    paths = [each["path"] for each in found["artefacts"]]
    assert paths == sorted(set(paths))


def test_every_file_is_listed_with_its_size_and_checksum(built: Path) -> None:
    assert_true(built)


def test_plates_and_pages_are_those_of_the_files(built: Path, shipped: Job) -> None:
    for each in manifest(built)["artefacts"]:
        path = built / each["path"]
        if path.suffix == ".pdf":
            pdf = pypdfium2.PdfDocument(path)
            assert each["pages"] == len(pdf)
            pdf.close()
        elif path.suffix == ".pptx":
            assert each["pages"] == len(Presentation(str(path)).slides)
        else:
            assert each["pages"] == (1 if path.suffix in (".png", ".html", ".txt") else 0)
        assert set(each["plates"]) <= set(shipped.plate_set.ids)
    whole = {each["path"]: each["plates"] for each in manifest(built)["artefacts"]}
    assert whole["posters/a3/all.pdf"] == list(shipped.plate_set.ids)
    assert whole["deck/kommunen-3-0-faq.pptx"] == list(shipped.plate_set.ids)
    assert whole["posters/a3/09-q5.pdf"] == ["q5"]


def test_the_report_has_every_plate_in_every_format(built: Path, shipped: Job) -> None:
    report = json.loads((built / "report.json").read_text(encoding="utf-8"))
    assert [each["id"] for each in report["plates"]] == list(shipped.plate_set.ids)
    lines = DEFAULT_SOURCE.read_text(encoding="utf-8").splitlines()
    for each in report["plates"]:
        plate = dict(shipped.plate_set.with_ids())[each["id"]]
        assert lines[each["line"] - 1].lstrip(" -").startswith(f"{plate.kind}:")
        assert set(each["formats"]) == {"a3", "a4", "a3-office", "deck"}
        for found in each["formats"].values():
            assert 0 < found["fill"] <= 1
            assert found["sizes"]
            assert found["boxes"]
    assert report["diagnostics"] == []
    decks = {each["path"]: each for each in report["decks"]}
    assert {f"{path}" for path in decks} == {
        each["path"] for each in manifest(built)["artefacts"] if each["kind"] == "deck"
    }
    for path, each in decks.items():
        slides = Presentation(str(built / path)).slides
        assert [slide["title"] for slide in each["slides"]] == [
            slide.shapes.title.text_frame.text for slide in slides
        ]
        assert all(figure["alternative"] for figure in each["figures"])
    whole = decks["deck/kommunen-3-0-faq.pptx"]
    assert [each["plate"] for each in whole["figures"]] == [
        "table-1", "ladder-1", "statements-9", "mosaic-1"
    ]  # fmt: skip


def test_nothing_in_the_output_tells_when_or_where_it_was_made(built: Path) -> None:
    for path, data in files(built).items():
        if path.endswith(".json"):
            assert str(ROOT).encode() not in data
            assert b"/tmp" not in data


# The same bytes every time


ELSEWHERE = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
"""Surroundings in which the fixture was not built."""


ORDERED = """
decks:
  - {name: kort, plates: [cover, q1, ladder-1], aspect: 4:3, build: points}
print_runs:
  - {name: tryk, plates: [q1, foer-og-nu], copies: 40}
  - {name: haefte, plates: all, copies: 40, format: A4, files: one}
"""
"""What the small set lacks of all that can be made."""


def test_another_process_elsewhere_makes_the_same_bytes(source: Path, tmp_path: Path) -> None:
    with source.open("a", encoding="utf-8") as text:
        text.write(ORDERED)
    build(source, tmp_path / "here")
    folder = tmp_path / "somewhere else"
    folder.mkdir()
    shutil.copy(source, folder)
    command = [sys.executable, str(ROOT / "build.py"), source.name, "--out", "made", "--quiet"]
    environment = {**os.environ, **ELSEWHERE}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    made = files(folder / "made")
    assert made == files(tmp_path / "here")
    assert {each["kind"] for each in manifest(folder / "made")["artefacts"]} >= {
        kind for kinds in pipeline.KINDS.values() for kind in kinds if kind != "press-sheets"
    }


# Parts made anew


@pytest.fixture
def source(every_kind: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small set that may be changed, with what was built from it in `output` beside it."""
    shutil.copytree(every_kind, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return Path("set.yaml")


@pytest.fixture
def out(source: Path) -> Path:
    """What was built from the small set."""
    return source.absolute().with_name("output")


def build(source: Path, out: Path, *options: str) -> None:
    assert main(["build", str(source), "--out", str(out), "--quiet", *options]) == 0


def change(source: Path, old: str, new: str) -> None:
    text = source.read_text(encoding="utf-8")
    assert old in text
    source.write_text(text.replace(old, new), encoding="utf-8")


def test_a_fresh_build_has_nothing_stale(out: Path) -> None:
    assert stale(out) == set()
    assert_true(out)


@pytest.mark.parametrize(
    ("target", "made"), [("deck", ("deck/", "screens/")), ("posters", ("posters/a3/",))]
)
def test_what_another_target_made_is_stale_once_the_source_changed(
    source: Path, out: Path, target: str, made: tuple[str, ...]
) -> None:
    before = files(out)
    change(source, "ét", "kun ét")
    build(source, out, "--target", target)
    kept = set(before) - NOT_LISTED
    others = {path for path in kept if not path.startswith((*made, *ALWAYS_MADE))}
    assert stale(out) == others
    assert all(files(out)[path] == before[path] for path in others)
    assert_true(out)


def test_what_was_not_asked_for_is_stale(source: Path, out: Path) -> None:
    change(source, "ét", "kun ét")
    build(source, out, "--only", "q1")
    fresh = {each["path"] for each in manifest(out)["artefacts"]} - stale(out)
    assert {path for path in fresh if not path.startswith(("editor", "index", "gallery/"))} == {
        "deck/plates/q1.pptx", "text/04-q1.html", "text/04-q1.txt",
        *(f"posters/{each}/04-q1.pdf" for each in ("a3", "a3-office", "a4", "a4-tiles")),
    }  # fmt: skip
    assert_true(out)
    build(source, out)
    assert stale(out) == set()


def test_what_was_not_asked_for_is_not_stale_while_nothing_changed(source: Path, out: Path) -> None:
    before = files(out)
    for targets in (["deck"], ["posters", "office"], ["press", "gallery"]):
        build(source, out, *(f"--target={target}" for target in targets))
    build(source, out, "--only", "q1-q2")
    assert files(out) == before


def test_what_is_stale_is_current_again_when_the_source_is(source: Path, out: Path) -> None:
    before = files(out)
    change(source, "ét", "kun ét")
    build(source, out, "--target", "deck")
    change(source, "kun ét", "ét")
    build(source, out, "--target", "deck")
    assert files(out) == before


def test_a_plate_that_is_gone_takes_its_file_along(source: Path, out: Path) -> None:
    gone = [path for path in files(out) if path.endswith("-ladder-1.pdf")]
    text = source.read_text(encoding="utf-8")
    start, end = text.index("  - ladder:"), text.index("  - mosaic:")
    source.write_text(text[:start] + text[end:], encoding="utf-8")
    (out / "posters" / "a3" / "mine.pdf").write_bytes(b"mine")
    build(source, out, "--target", "deck")
    assert set(gone) <= set(files(out)) & stale(out)
    build(source, out)
    assert not any("ladder" in path for path in files(out))
    assert (out / "posters" / "a3" / "mine.pdf").read_bytes() == b"mine"
    (out / "posters" / "a3" / "mine.pdf").unlink()
    assert_true(out)


def test_another_title_takes_the_deck_of_the_old_one_along(source: Path, out: Path) -> None:
    change(source, "title: Alle slags", "title: Næsten alle slags")
    build(source, out)
    parts = ("deck/plates/", "deck/audiences/")  # called after what is in them
    decks = {path for path in files(out) if path.startswith("deck/")}
    decks -= {path for path in decks if path.startswith(parts)}
    stem = "deck/naesten-alle-slags"
    assert decks == {
        f"{stem}.pptx", f"{stem}.potx", f"{stem}.pdf", f"{stem}-handout.pdf", "deck/typeface.zip"
    }  # fmt: skip
    assert_true(out)


UNREADABLE = ["", "{}", "[]", "null", '{"artefacts": 5}', '{"artefacts": [{"path": "x"}]}', "\0"]


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_manifest_that_cannot_be_read_lists_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert read_artefacts(tmp_path) == ()


def test_a_manifest_that_cannot_be_read_is_written_anew(source: Path, out: Path) -> None:
    before = files(out)
    (out / "manifest.json").write_bytes(b"\xff{")
    build(source, out)
    assert files(out) == before


def test_a_build_after_a_killed_one_tells_the_truth(
    source: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build killed while it moved its files in is finished first, with its manifest."""
    change(source, "ét", "kun ét")

    def killed(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("planche.publish._move_in", killed)
        with pytest.raises(KeyboardInterrupt):
            build(source, out)
    build(source, out, "--target", "deck")
    assert_true(out)
    assert stale(out) == set()


OUTSIDE = ["../mine.txt", "{outside}/mine.txt", "deck/../../mine.txt"]


def also(out: Path, path: str) -> None:
    """Put a path into the manifest that is none of the output's."""
    found = manifest(out)
    found["artefacts"].append(
        {**found["artefacts"][0], "path": path.format(outside=out.parent), "kind": "deck"}
    )
    (out / "manifest.json").write_text(json.dumps(found), encoding="utf-8")


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_manifest_with_files_outside_the_output_lists_nothing(out: Path, path: str) -> None:
    assert read_artefacts(out)
    also(out, path)
    assert read_artefacts(out) == ()


def test_a_manifest_cannot_have_files_outside_the_output_removed(source: Path, out: Path) -> None:
    mine = out.parent / "mine.txt"
    mine.write_bytes(b"mine")
    also(out, OUTSIDE[0])
    build(source, out)
    assert mine.read_bytes() == b"mine"
    assert_true(out)


# Its parts


def entry(path: str, inputs: str = "i", stale: bool = False) -> Artefact:
    return Artefact(path, "deck", ("q1",), 2, 3, sha256(b"abc"), inputs, stale)


def test_a_made_file_becomes_an_entry() -> None:
    assert artefact(Made("x", "deck", ("q1",), 2, b"abc"), "i") == entry("x")


def test_merging_replaces_keeps_and_drops() -> None:
    earlier = [entry("b", "old"), entry("a", "i"), entry("c", "old", stale=True)]
    found = merged(earlier, [entry("d"), entry("c")], "i", ["b"])
    assert found == (entry("a"), entry("c"), entry("d"))
    assert merged([entry("a", "i", stale=True)], [], "i", []) == (entry("a"),)
    assert merged([entry("a", "old")], [], "i", []) == (entry("a", "old", stale=True),)


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    entries = (entry("å", stale=True), entry("b"))
    (tmp_path / "manifest.json").write_bytes(manifest_bytes("kilde.yaml", "s", entries))
    assert read_artefacts(tmp_path) == entries
    assert read_artefacts(tmp_path / "none") == ()


@pytest.mark.parametrize("parts", [(b"ab", b"c"), (b"a", b"bc"), (b"abc",), (b"abc", b"")])
def test_a_digest_keeps_its_parts_apart(parts: tuple[bytes, ...]) -> None:
    others = {(b"ab", b"c"), (b"a", b"bc"), (b"abc",), (b"abc", b"")} - {parts}
    assert digest(*parts) == digest(*parts)
    assert digest(*parts) not in {digest(*each) for each in others}


@pytest.mark.parametrize(
    "edit", [lambda kit: kit.digest_parts[0], lambda kit: kit.digest_parts[-1]]
)
def test_theme_and_faces_are_inputs_too(shipped: Job, edit: Callable[[Any], bytes]) -> None:
    assert edit(shipped.kit)
    assert len(shipped.kit.digest_parts) == 1 + len(shipped.kit.theme.faces)


def test_targets_of_the_command_are_those_of_the_pipeline() -> None:
    assert set(pipeline.TARGETS) == set(pipeline.KINDS)
