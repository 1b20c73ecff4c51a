"""The editor's sheet: planted slips are found with plate and line; the page is sound and safe."""

import re
import subprocess
from collections.abc import Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from planche.cli import main
from planche.editorial import spelling as spelling_module
from planche.editorial.html import sheet_html
from planche.editorial.reading import MOST_WORDS, SENTENCE_END, word_count
from planche.editorial.room import room
from planche.editorial.sheet import Sheet, sheet
from planche.editorial.spelling import spelling
from planche.editorial.wording import load_sheet_words
from planche.geometry.layout import Layout, paper_layout
from planche.model import PlateSet
from planche.pages.look import Look
from planche.shelves.editor import make_editor_sheet
from planche.workshop import DEFAULT_SOURCE, PAPER, TEMPLATES, Job, prepare, theme_names
from tests import sets

LONG = " ".join(["ord", "ting"] * 20)

PLANTED = f"""\
set: {{title: Prøve, language: da, edition: maj}}
plates:
  - question: 1
    title: Hvad er en en kommune?
    notes: Her staar det forkert.
    points:
      - >-
        Her er et sted, hvor de
        de står på hver sin linje. Kommunen 3.0 3.0 er ingen fejl.
      - "{LONG} enogfyrre."
      - "{LONG}."
      - Et hjemmelavet kommunnen og et [weekend workshop]{{lang=en}} osv. osv.
      - <b>fed</b> og {{{{ x }}}} & <script>alert(1)</script>
corrections:
  - {{plate: q1, source: "kommunne <i>", print: "", why: Slåfejl}}
open_questions:
  - {{plate: q1, text: "Skal *det* stå <u>her</u>?"}}
"""


def prepared(text: str, folder: Path, words: str | None = None) -> Job:
    """The job of a source that stands in a folder, perhaps with a list of words beside it."""
    source = folder / "sæt.yaml"
    source.write_text(text, encoding="utf-8")
    if words is not None:
        (folder / "ordliste.txt").write_text(words, encoding="utf-8")
    found = prepare(source, "content/sæt.yaml", None)
    assert found.job, [each.line("en") for each in found.diagnostics]
    return found.job


def line_of(words: str, text: str = PLANTED) -> int:
    return text[: text.index(words)].count("\n") + 1


@cache
def planted(folder: Path) -> Sheet:
    return sheet(prepared(PLANTED, folder))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    return planted(tmp_path_factory.mktemp("planted"))


@cache
def shipped_sheet() -> Sheet:
    return sheet(sets.job(DEFAULT_SOURCE))


@cache
def shipped_page() -> str:
    job = sets.job(DEFAULT_SOURCE)
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES)
    words = load_sheet_words(TEMPLATES / "strings" / "editor", "da")
    return sheet_html(shipped_sheet(), job.plate_set.set, look, words).decode("utf-8")


# --- findings ----------------------------------------------------------------------------------


def test_words_set_twice_are_found_where_they_start(found: Sheet) -> None:
    assert [(each.words, each.plate, each.place.line) for each in found.repeated] == [
        ("en en", "q1", line_of("en en")),
        ("de de", "q1", line_of("hvor de")),
    ]


def test_only_sentences_of_more_than_forty_words_are_long(found: Sheet) -> None:
    assert [(each.count, each.place.line) for each in found.long] == [(41, line_of("enogfyrre"))]
    assert MOST_WORDS == 40


def test_a_sentence_ends_at_a_stop_before_a_capital() -> None:
    text = "Et. To bl.a. tre fx 3.0. “Fire!” Fem? 6 syv … otte"
    assert SENTENCE_END.split(text) == [
        "Et.",
        "To bl.a. tre fx 3.0.",
        "“Fire!",
        "Fem?",
        "6 syv … otte",
    ]
    assert word_count("Det, vi vil – i 2014 – er 3.0 og 1.B’s.") == 9


def test_the_danish_dictionary_finds_what_is_misspelt(found: Sheet) -> None:
    assert found.spelling.unchecked is None
    wrong = {each.word: each for each in found.spelling.found}
    assert wrong["staar"].place.line == line_of("staar")  # in the notes as well
    assert wrong["kommunnen"].plate == "q1"
    assert "står" in wrong["staar"].suggestions
    assert not {"workshop", "osv", "Kommunen", "hjemmelavet"} & set(wrong)


def test_a_list_beside_the_source_accepts_words(tmp_path: Path) -> None:
    job = prepared(PLANTED, tmp_path, "# navne\nSTAAR\nkommunnen  # en slåfejl\n")
    assert not {"staar", "kommunnen"} & {each.word for each in sheet(job).spelling.found}


def test_a_list_that_is_no_text_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "sæt.yaml"
    source.write_text(PLANTED, encoding="utf-8")
    (tmp_path / "ordliste.txt").write_bytes("gåbus".encode("latin-1"))
    found = prepare(source, "content/sæt.yaml", None)
    assert found.job is None
    lines = [each.line("en") for each in found.diagnostics]
    assert any(line.startswith("content/ordliste.txt:1:2: error not-utf-8") for line in lines)


def test_without_the_program_nothing_is_said_to_be_right(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    job = prepared(PLANTED, tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert spelling(job.passages, "da", ()).unchecked == "no-program"
    made, _ = make_editor_sheet(job)
    page = made[0].data.decode()
    assert "Stavningen er ikke kontrolleret: programmet hunspell er ikke installeret" in page
    assert "ikke kontrolleret</strong>" in page


def test_without_its_dictionary_it_says_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling_module, "DICTIONARIES", {"da": "xx_XX"})
    assert spelling(sets.job(DEFAULT_SOURCE).passages, "da", ()).unchecked == "no-dictionary"


def test_the_shipped_set_has_no_word_that_is_not_known() -> None:
    job = sets.job(DEFAULT_SOURCE)
    assert [each.word for each in spelling(job.passages, "da", job.accepted).found] == []
    bare = {each.word.casefold() for each in spelling(job.passages, "da", ()).found}
    assert {each.casefold() for each in job.accepted} <= bare, (
        "a word in ordliste.txt that the dictionary knows by itself"
    )


# --- room --------------------------------------------------------------------------------------


def laid_out(job: Job, plate_set: PlateSet) -> Layout:
    return paper_layout(plate_set, job.kit.theme, job.strings, job.kit.faces, PAPER)


def with_points(job: Job, plate: str, words: int) -> PlateSet:
    """The set with a plate alone, so many words longer in its last point."""
    original = dict(job.plate_set.with_ids())[plate]
    points = getattr(original, "points")  # noqa: B009
    last = points[-1].model_copy(update={"text": f"{points[-1].text}{' tekst' * words}"})
    longer = original.model_copy(update={"points": (*points[:-1], last), "id": plate})
    return job.plate_set.model_copy(update={"plates": (longer,)})


@pytest.mark.parametrize("plate", ["q5", "q8", "q14"])
def test_what_is_said_to_fit_does_fit_and_twice_as_much_does_not(plate: str) -> None:
    job = sets.job(DEFAULT_SOURCE)
    found = room(job.plate_set, plate, 1, lambda made: laid_out(job, made))
    assert found is not None
    assert 0 < found.words < 200
    assert not laid_out(job, with_points(job, plate, found.words // 2)).faults
    assert laid_out(job, with_points(job, plate, 2 * found.words + 20)).faults


def test_plates_without_running_text_have_no_room() -> None:
    job = sets.job(DEFAULT_SOURCE)
    for plate in ("cover", "contents"):
        assert room(job.plate_set, plate, 1, lambda made: laid_out(job, made)) is None


def test_the_words_of_a_plate_are_those_in_the_source() -> None:
    words = {each.plate: each.count for each in shipped_sheet().words}
    assert words["cover"] == len(
        ["Kommunen", "3.0-FAQ", "Til", "inspiration", "i", "arbejdet", "med", "Kommunen", "3.0"]
    )
    assert sum(words.values()) > 2500


# --- the page ----------------------------------------------------------------------------------


class Outline(HTMLParser):
    """What assistive technology makes of a page: its elements with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    return parser


def test_the_page_is_in_danish_and_has_one_heading_above_all() -> None:
    found = outline(shipped_page()).found
    assert found[0] == ("html", {"lang": "da"})
    levels = [tag for tag, _ in found if re.fullmatch("h[1-6]", tag)]
    assert levels == ["h1", *["h2"] * 6]
    ids = {attrs["id"] for _, attrs in found if "id" in attrs}
    links = {str(attrs["href"])[1:] for tag, attrs in found if tag == "a"}
    assert links == ids
    assert all(attrs.get("scope") in ("row", "col") for tag, attrs in found if tag == "th")


def test_the_page_needs_nothing_else() -> None:
    page = shipped_page()
    assert "http" not in page.replace("http-equiv", "")
    assert set(re.findall(r'url\("([a-z]+):', page)) == {"data"}
    assert "<script" not in page


def test_every_finding_of_the_shipped_set_stands_with_its_line() -> None:
    page = shipped_page().replace("<wbr>", "")
    source = DEFAULT_SOURCE.read_text(encoding="utf-8").splitlines()
    job = sets.job(DEFAULT_SOURCE)
    text = "".join(outline(page).text)
    for correction, place in zip(job.plate_set.corrections, job.items["corrections"], strict=True):
        assert correction.why in text
        assert f"{place.path}:{place.line}<" in page
        assert f"plate: {correction.plate}" in source[place.line - 1]
    assert text.count("planchesaet.yaml:") == 26 + 16 + 5 + 23


def test_text_that_looks_like_markup_is_shown_as_it_stands(tmp_path: Path) -> None:
    made, _ = make_editor_sheet(prepared(PLANTED.replace("Prøve", "'Prøve <x> {{ y }}'"), tmp_path))
    page = made[0].data.decode("utf-8")
    assert "Skal det stå &lt;u&gt;her&lt;/u&gt;?" in page
    assert "kommunne &lt;i&gt;" in page
    assert "(intet)" in page
    assert "Prøve &lt;x&gt; {{ y }}" in page
    assert "<script" not in page


@pytest.mark.parametrize("theme", theme_names())
def test_the_same_facts_give_the_same_bytes(theme: str, found: Sheet) -> None:
    job = sets.job(DEFAULT_SOURCE, theme)
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES)
    words = load_sheet_words(TEMPLATES / "strings" / "editor", "da")
    made = [sheet_html(found, job.plate_set.set, look, words) for _ in range(2)]
    assert made[0] == made[1]
    assert job.kit.theme.colours[f"{job.kit.theme.house}-deep"].screen in made[0].decode()


def test_a_partial_build_writes_it_too(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["build", "--out", str(out), "--target", "posters", "--only", "q5", "--quiet"]) == 0
    written = (out / "editor.html").read_text(encoding="utf-8")
    assert written.replace("content/<wbr>", "") == shipped_page()


@pytest.mark.parametrize("name", ["editor", "press"])
def test_the_languages_have_the_same_words(name: str) -> None:
    files = sorted((TEMPLATES / "strings" / name).glob("*.yaml"))
    assert [each.stem for each in files] == ["da", "de", "en"]
    keys = [re.findall(r"(?m)^ *(\w+):", each.read_text(encoding="utf-8")) for each in files]
    assert keys[0] == keys[1] == keys[2]


def test_hunspell_speaks_danish_here() -> None:
    """The other tests mean nothing where it does not."""
    asked = ["hunspell", "-d", "da_DK", "-i", "utf-8", "-a"]
    said = subprocess.run(asked, input="^kommune\n", capture_output=True, text=True, check=True)
    assert "*" in said.stdout
