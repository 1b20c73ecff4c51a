"""The report on accessibility: of every artefact, true to the files, and readable itself."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from planche.accessibility.judging import LONG
from planche.accessibility.standards import BY_ENDING, NOT_READ, STANDARDS, standard_of
from planche.accessibility.verdicts import verdicts_on
from planche.alternatives import was_made
from planche.deck.check import RULES
from planche.headings import first_skip
from planche.manifest import Artefact, read_artefacts
from planche.pipeline import ALWAYS, KINDS
from planche.shelves.accessibility import accessibility_files
from planche.strings import LANGUAGES, load_strings
from planche.workshop import DEFAULT_SOURCE, TEMPLATES, Job
from tests.sets import DATA, LAID_OUT, job


def artefact(path: str, kind: str, stale: bool = False) -> Artefact:
    return Artefact(path, kind, ("q1",), 1, 3, "ab" * 32, "cd" * 32, stale)


SOME = (
    artefact("deck/prove.pptx", "deck"),
    artefact("deck/prove.pdf", "slides"),
    artefact("deck/typeface.zip", "typeface"),
    artefact("editor.html", "editor"),
    artefact("gallery/fonts/text.woff2", "gallery"),
    artefact("gallery/q1.html", "gallery"),
    artefact("posters/a3/01-q1.pdf", "poster", stale=True),
    artefact("press/a3/a3.pdf", "press"),
    artefact("screens/01-q1.png", "screen"),
    artefact("text/01-q1.html", "text"),
    artefact("text/01-q1.txt", "text"),
)


def judged(out: Path, *files: dict[str, Any]) -> None:
    """What `make conformance` leaves in an output."""
    judge = {"judge": "veraPDF", "version": "1.28.2", "standard": "PDF/UA-1", "files": files}
    (out / "conformance.json").write_text(json.dumps([judge]), encoding="utf-8")


def made(
    out: Path, found: Job, artefacts: tuple[Artefact, ...] = SOME
) -> tuple[str, dict[str, Any]]:
    files = accessibility_files(out, found, artefacts)
    assert list(files) == ["accessibility.html", "accessibility.json"]
    return files["accessibility.html"].decode(), json.loads(files["accessibility.json"])


@cache
def shipped() -> Job:
    return job(DEFAULT_SOURCE)


JUDGED_BY_OTHERS = {"gallery", "preflight", "editor"}
"""Web pages that no check of a build reads: axe-core does, in `make conformance`."""


def test_every_artefact_of_a_build_is_in_it(built: Path) -> None:
    report = json.loads((built / "accessibility.json").read_text(encoding="utf-8"))
    artefacts = {each.path: each for each in read_artefacts(built)}
    read = {each["path"] for each in report["artefacts"]}
    parts = {each["path"] for each in report["parts"]}
    unread = {each["path"] for each in report["unread"]}
    assert sorted([*read, *parts, *unread]) == sorted(artefacts)
    assert parts == {path for path in artefacts if path.startswith("gallery/")} - read
    assert {path for path in artefacts if path.endswith((".pdf", ".pptx", ".html"))} - read == {
        path for path, each in artefacts.items() if each.kind in NOT_READ and path.endswith(".pdf")
    }
    for each in report["artefacts"]:
        assert each["sha256"] == artefacts[each["path"]].sha256
        assert each["checks"] or each["kind"] in JUDGED_BY_OTHERS, each["path"]
        assert each["verdicts"] == []
    page = (built / "accessibility.html").read_text(encoding="utf-8")
    assert all(f'href="{path}"' in page for path in read)


def test_every_standard_is_of_a_kind_that_is_made() -> None:
    kinds = {*ALWAYS, *(kind for made in KINDS.values() for kind in made)}
    assert {*STANDARDS, *NOT_READ} <= kinds


def test_standards_go_by_how_a_file_is_read() -> None:
    found = {each.path: standard_of(each) for each in SOME}
    names = {path: standard.name if standard else None for path, standard in found.items()}
    assert names == {
        "deck/prove.pptx": "Microsoft PowerPoint",
        "deck/prove.pdf": "PDF/UA-1 (ISO 14289-1)",
        "deck/typeface.zip": None,
        "editor.html": "WCAG 2.2 AA",
        "gallery/fonts/text.woff2": None,
        "gallery/q1.html": "WCAG 2.2 AA",
        "posters/a3/01-q1.pdf": "PDF/UA-1 (ISO 14289-1)",
        "press/a3/a3.pdf": None,
        "screens/01-q1.png": None,
        "text/01-q1.html": "WCAG 2.2 AA",
        "text/01-q1.txt": None,
    }


def test_what_a_web_page_is_made_of_is_no_document_without_a_standard(tmp_path: Path) -> None:
    page, report = made(tmp_path, shipped())
    assert [each["path"] for each in report["parts"]] == ["gallery/fonts/text.woff2"]
    assert "gallery/fonts/text.woff2" not in {each["path"] for each in report["unread"]}
    items = [item.text for item in html.document_fromstring(page).iter("li")]
    assert items.index("gallery/fonts (.woff2): 1") < items.index("deck (.zip): 1")


def test_the_folder_over_all_is_named_in_words(tmp_path: Path) -> None:
    page, _ = made(tmp_path, shipped())
    assert "<h3>Øverste mappe (.html): én fil</h3>" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_and_medium_has_its_words(language: str) -> None:
    words = load_strings(TEMPLATES / "strings", language).accessibility
    every = (*STANDARDS.values(), *BY_ENDING.values())
    assert set(words.checks) == {each for found in every for each in found.checks}
    assert set(words.media) == {"posters", "slides", "text", "text-dark"}


def test_what_is_said_of_decks_is_what_their_check_asks() -> None:
    wanted = {"one-title", "unique-titles", "whole-text", "alternatives", "tables", "runs",
              "languages", "contrast"}  # fmt: skip
    assert wanted <= set(RULES)


def test_a_verdict_counts_for_the_bytes_that_were_judged(tmp_path: Path) -> None:
    fresh = {"path": "deck/prove.pdf", "sha256": "ab" * 32, "faults": []}
    other = {"path": "posters/a3/01-q1.pdf", "sha256": "ef" * 32, "faults": []}
    poor = {"path": "text/01-q1.html", "sha256": "ab" * 32, "faults": ["color-contrast: <p>"]}
    judged(tmp_path, fresh, other, poor)
    page, report = made(tmp_path, shipped())
    found = {each["path"]: each["verdicts"] for each in report["artefacts"]}
    assert found["posters/a3/01-q1.pdf"] == found["deck/prove.pptx"] == []
    (verdict,) = found["deck/prove.pdf"]
    assert (verdict["judge"], verdict["version"], verdict["passed"]) == ("veraPDF", "1.28.2", True)
    assert [each["passed"] for each in found["text/01-q1.html"]] == [False]
    assert "veraPDF 1.28.2: 1 af 1 bestod." in page
    assert "veraPDF 1.28.2: 0 af 1 bestod." in page
    assert "fejl: color-contrast: &lt;p&gt;" in page


BROKEN = ["", "{", "[]", "[1]", "[{}]", '{"a": 1}', '[{"judge": "x", "files": 3}]', "null"]


@pytest.mark.parametrize("text", BROKEN)
def test_verdicts_that_cannot_be_read_are_none(text: str, tmp_path: Path) -> None:
    assert verdicts_on(tmp_path, SOME) == {}
    (tmp_path / "conformance.json").write_text(text, encoding="utf-8")
    assert verdicts_on(tmp_path, SOME) == {}


def test_what_is_stale_is_said_to_be(tmp_path: Path) -> None:
    page, report = made(tmp_path, shipped())
    assert [each["path"] for each in report["artefacts"] if each["stale"]] == [
        "posters/a3/01-q1.pdf"
    ]
    assert "Lavet af en tidligere tekst: 1. Byg igen." in page


def test_what_only_a_person_can_judge_is_listed_with_its_line(tmp_path: Path) -> None:
    page, report = made(tmp_path, shipped())
    lines = DEFAULT_SOURCE.read_text(encoding="utf-8").splitlines()
    plates = dict(shipped().plate_set.with_ids())
    judge = report["to_judge"]
    by_itself = [name for name, plate in plates.items() if was_made(plate)]
    assert [each["plate"] for each in judge["alternatives"]] == by_itself
    assert [each["plate"] for each in judge["order_of_figures"]] == by_itself
    for each in (*judge["alternatives"], *judge["order_of_figures"], *judge["long_sentences"]):
        kind = plates[each["plate"]].kind
        assert lines[each["line"] - 1].lstrip(" -").startswith(f"{kind}:")
    assert judge["long_sentences"]
    assert all(len(each["text"].split()) >= LONG for each in judge["long_sentences"])
    assert "(linje\u00a0132)" in page
    assert "PAC, NVDA, JAWS" in page


def test_a_figure_with_a_text_of_its_own_needs_no_judging(tmp_path: Path) -> None:
    found = job(DATA / "every-kind.yaml")
    named = {name for name, plate in found.plate_set.with_ids() if getattr(plate, "alt", None)}
    assert named
    _, report = made(tmp_path, found)
    assert not named & {each["plate"] for each in report["to_judge"]["alternatives"]}
    assert named <= {each["plate"] for each in report["to_judge"]["order_of_figures"]}


def test_the_statement_is_linked_or_said_to_be_missing(tmp_path: Path) -> None:
    page, report = made(tmp_path, shipped())
    assert report["accessibility_statement"] is None
    assert "henviser ikke til en officiel tilgængelighedserklæring" in page
    page, report = made(tmp_path, job(DATA / "every-kind.yaml"))
    address = "https://plancher.example/tilgaengelighed"
    assert report["accessibility_statement"] == address
    assert f'<a href="{address}">Den officielle tilgængelighedserklæring</a>' in page


def test_contrast_is_told_for_each_medium_and_never_rounded_up(tmp_path: Path) -> None:
    page, report = made(tmp_path, shipped())
    media = {each["medium"]: each for each in report["contrast"]["media"]}
    assert list(media) == ["posters", "slides", "text", "text-dark"]
    for each in media.values():
        assert each["lowest"]["ratio"] >= report["contrast"]["least"] == 4.5
        assert each["body"]["ratio"] >= report["contrast"]["least_of_body"] == 7.0
    assert media["posters"]["lowest"]["ratio"] == 4.53
    assert "4,53:1" in page


@pytest.mark.parametrize("source", LAID_OUT, ids=lambda path: path.stem)
def test_the_page_is_one_that_it_would_pass_itself(source: Path, tmp_path: Path) -> None:
    text, _ = made(tmp_path, job(source))
    page = html.document_fromstring(text)
    language = job(source).plate_set.set.language
    assert page.get("lang") == language
    assert len(page.findall(".//h1")) == 1
    assert first_skip(text) is None
    assert page.findtext(".//title")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(page.xpath("//@aria-labelledby")) <= set(ids)
    for table in page.iter("table"):
        assert table.find("caption") is not None or table.get("aria-labelledby")
        assert table.xpath("thead//th[@scope='col']")
        assert len(table.xpath("tbody/tr/th[@scope='row']")) == len(table.xpath("tbody/tr"))
    names = page.xpath("//*[@role='region']/@aria-label")
    assert len(names) == len(set(names))
    for link in page.iter("a"):
        assert "".join(link.itertext()).strip()
    assert "{" not in "".join(page.find("body").itertext())


def test_only_what_changed_changes_it(tmp_path: Path) -> None:
    once, again = made(tmp_path, shipped()), made(tmp_path, shipped())
    assert once == again
    fresh = tuple(replace(each, stale=False) for each in SOME)
    assert made(tmp_path, shipped(), fresh) != once
