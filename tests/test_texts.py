"""The plates in words alone: what they say, in which order, with which structure."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html

from planche.blocks import BLOCKS
from planche.headings import first_skip
from planche.model import KINDS, PlateSet
from planche.shelves.making import Order
from planche.shelves.texts import make_texts
from planche.strings import load_strings
from planche.texts.html import plate_html
from planche.texts.lines import WIDTH, plain_text
from planche.texts.reader import Reader
from planche.workshop import DEFAULT_SOURCE, TEMPLATES
from tests.sets import DATA, LAID_OUT, job, plate_set

EVERY = DATA / "every-kind.yaml"


def order(*only: str) -> Order:
    plates = frozenset(only) if only else None
    return Order("set.yaml", Path("output"), frozenset(), plates, 1)


@cache
def files(source: Path = DEFAULT_SOURCE) -> dict[str, str]:
    made, failures = make_texts(order(), job(source))
    assert not failures
    return {each.path: each.data.decode("utf-8") for each in made}


def pages(source: Path = DEFAULT_SOURCE) -> dict[str, html.HtmlElement]:
    return {
        path: html.document_fromstring(text)
        for path, text in files(source).items()
        if path.endswith(".html")
    }


def reader(made: PlateSet) -> Reader:
    return Reader(made, load_strings(TEMPLATES / "strings", made.set.language))


def fragment(made: PlateSet, plate: str, level: int = 1) -> html.HtmlElement:
    told = reader(made)
    text = plate_html(told.plates[plate], told, TEMPLATES / "text", lambda name: f"/{name}", level)
    return html.fragment_fromstring(str(text).strip())


def words(text: str) -> list[str]:
    return text.replace("\u00a0", " ").split()


def test_every_kind_of_plate_is_said() -> None:
    assert set(BLOCKS) == set(KINDS)


@pytest.mark.parametrize("source", LAID_OUT, ids=lambda path: path.stem)
def test_each_plate_has_a_page_and_a_plain_text(source: Path) -> None:
    ids = job(source).plate_set.ids
    stems = [f"text/{number:02d}-{name}" for number, name in enumerate(ids, start=1)]
    assert list(files(source)) == [f"{stem}.{end}" for stem in stems for end in ("html", "txt")]


@pytest.mark.parametrize("source", LAID_OUT, ids=lambda path: path.stem)
def test_a_page_and_a_plain_text_say_all_that_the_poster_says(source: Path) -> None:
    """In the poster's order: but a table's heads stand again with each cell of a plain text."""
    found = job(source)
    for name, told in Reader(found.plate_set, found.strings).plates.items():
        stem = f"text/{told.number:02d}-{name}"
        parts = [page for page in found.paper.pages if page.plate == name]
        shown = [parts[0].title, *(text for page in parts for text in page.body.texts())]
        wanted = [word for text in shown for word in words(text.text)]
        (article,) = html.document_fromstring(files(source)[f"{stem}.html"]).findall(".//article")
        said = compact("".join(article.itertext()))
        at = 0
        for text in shown:
            found_at = said.find(compact(text.text), at if told.kind in IN_ORDER else 0)
            assert found_at >= 0, (name, text.text)
            at = found_at
        plain = {bare(word) for word in words(files(source)[f"{stem}.txt"])}
        assert {bare(word) for word in wanted} <= plain, name


IN_ORDER = frozenset(KINDS) - {"contents"}
"""The kinds said in the poster's order; the contents' numbers may be those of names as well."""


def compact(text: str) -> str:
    return "".join(text.split())


def bare(word: str) -> str:
    return word.strip(":.()")


def test_a_question_read_as_plain_text() -> None:
    assert files(EVERY)["text/04-q1.txt"].splitlines()[:9] == [
        "Alle slags",
        "Spørgsmål 1 · Borger",
        "",
        "# Hvad er en planche?",
        "",
        "- Et stykke papir med ét emne (se spørgsmål 2).",
        "- Den kan have",
        "  - CO2 eller H2O",
        "  - et websted (https://plancher.example) eller en tabel",
    ]


def test_a_ladder_is_read_from_its_lowest_step() -> None:
    text = files()["text/10-ladder-1.txt"]
    assert "\n1. Aktiv i eget liv\n  - Holger på 85, der af sosu-" in text
    assert text.index("1. Aktiv i eget liv") < text.index("6. Aktiv i kommunens ledelse")
    (steps,) = pages()["text/10-ladder-1.html"].xpath("//article/ol")
    assert [each.text.strip() for each in steps.findall("li")][:2] == [
        "Aktiv i eget liv",
        "Aktiv i egen familie",
    ]
    assert len(steps.xpath("li/ul/li")) == 15


def test_a_table_is_read_cell_by_cell_with_its_heads() -> None:
    lines = files()["text/08-table-1.txt"].splitlines()
    assert "Kommunen betragtes som… – Kommunen 2.0: …en servicevirksomhed" in lines
    table = pages()["text/08-table-1.html"].find(".//table")
    assert len(table.xpath("thead/tr/th[@scope='col']")) == 4
    assert len(table.xpath("tbody/tr/th[@scope='row']")) == len(table.xpath("tbody/tr")) == 8
    assert len(table.xpath("tbody/tr/td")) == 24
    caption = table.find("caption")
    region = table.getparent()
    assert region.get("aria-labelledby") == caption.get("id")
    assert region.get("tabindex") == "0"
    assert caption.text_content().startswith("Tabel med otte rækker og fire kolonner")


@pytest.mark.parametrize("source", LAID_OUT, ids=lambda path: path.stem)
def test_lines_are_short_and_bare(source: Path) -> None:
    for path, text in files(source).items():
        if path.endswith(".txt"):
            for line in text.splitlines():
                assert len(line) <= WIDTH or " " not in line.strip(" -"), (path, line)
                assert line == line.rstrip()
            assert not re.search("[\u00a0\u00ad\t\u200b]", text)
            assert "\n\n\n" not in text
            assert text.endswith("\n")


@pytest.mark.parametrize("source", LAID_OUT, ids=lambda path: path.stem)
def test_pages_have_the_structure_that_readers_go_by(source: Path) -> None:
    language = job(source).plate_set.set.language
    titles = []
    for path, page in pages(source).items():
        assert page.get("lang") == language
        titles.append(page.findtext(".//title"))
        assert len(page.findall(".//h1")) == 1, path
        assert first_skip(files(source)[path]) is None
        for landmark in ("header", "main", "footer"):
            assert len(page.findall(f".//{landmark}")) == 1
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert set(page.xpath("//@aria-labelledby")) <= set(ids)
        for link in page.iter("a"):
            assert "".join(link.itertext()).strip(), path
        assert not page.xpath("//li[not(parent::ul or parent::ol)]")
        assert not page.xpath("//ul/*[not(self::li)] | //ol/*[not(self::li)]")
        assert not page.xpath("//svg[not(@aria-hidden='true')]")
        assert not page.xpath("//*[not(normalize-space())][self::p or self::li or self::h2]")
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("source", LAID_OUT, ids=lambda path: path.stem)
def test_pages_are_well_formed(source: Path) -> None:
    for path, text in files(source).items():
        if path.endswith(".html"):
            strict = re.sub(r"<(meta|br)([^>]*)>", r"<\1\2/>", text.partition("<!DOCTYPE html>")[2])
            etree.fromstring(strict.encode())


@pytest.mark.parametrize("source", LAID_OUT, ids=lambda path: path.stem)
def test_every_link_between_plates_leads_to_a_page_that_is_there(source: Path) -> None:
    made = {path.removeprefix("text/") for path in files(source)}
    for page in pages(source).values():
        for target in page.xpath("//a/@href"):
            assert target in made or re.match("https?://|mailto:", target), target


def test_references_and_neighbours_are_links() -> None:
    page = pages()["text/05-q2.html"]
    assert [a.get("href") for a in page.xpath("//article//a")] == [
        "09-q5.html", "11-q6.html", "06-q3.html"
    ]  # fmt: skip
    assert [a.get("href") for a in page.xpath("//nav//a")] == ["04-q1.html", "06-q3.html"]
    assert [a.get("rel") for a in page.xpath("//nav//a")] == ["prev", "next"]
    assert page.find(".//nav").get("aria-label")


def test_contents_are_grouped_by_audience() -> None:
    page = pages()["text/03-contents.html"]
    groups = ["Fundament", "Borger", "Medarbejder", "Leder", "Politiker", "Team"]
    assert [each.text for each in page.findall(".//h2")] == groups
    assert len(page.xpath("//article//li/a")) == 19


def test_figures_say_what_they_show() -> None:
    made = plate_set({"mosaic": "Opgaver", "tiles": ["Skole", "Vej"], "alt": "To felter ved siden"})
    (shown,) = fragment(made, "mosaic-1").find_class("figure")
    assert shown.text_content() == "Figuren på planchen: To felter ved siden"
    assert "To felter ved siden" in plain_text(reader(made).plates["mosaic-1"], reader(made))
    own = plate_set({"table": "Tal", "columns": ["A", "B"], "rows": [["1", "2"]], "alt": "Et tal"})
    assert fragment(own, "table-1").find(".//caption").text == "Et tal"


def test_markup_is_marked_and_what_looks_like_html_is_text() -> None:
    text = "Et **vigtigt** *ord* om CO₂ <b>x</b> & [story-telling]{lang=en} {{ y }}"
    made = plate_set({"question": 1, "title": "Hvad er <i>det</i>?", "points": [text]})
    article = fragment(made, "q1")
    assert article.find("h1").text_content() == "Hvad er <i>det</i>?"
    (point,) = article.findall("ul/li")
    assert [each.tag for each in point] == ["strong", "em", "sub", "span"]
    assert point.find("span").get("lang") == "en"
    assert point.text_content() == "Et vigtigt ord om CO2 <b>x</b> & story-telling {{ y }}"


def test_a_plate_stands_in_a_page_of_others_at_a_level_of_its_own() -> None:
    """The gallery holds several: each heading is one level down, and names its article."""
    made = plate_set(
        {"contents": "Indhold"},
        {"question": 1, "title": "Hvad?", "points": ["a (se spørgsmål 2)"], "audience": "a"},
        {"question": 2, "title": "Hvor?", "points": ["b"]},
    )
    article = fragment(made, "q1", level=2)
    assert article.find("h2").get("id") == article.get("aria-labelledby") == "q1"
    assert article.find(".//a").get("href") == "/q2"
    assert [each.tag for each in fragment(made, "contents", level=2).iter("h2", "h3")] == [
        "h2", "h3"
    ]  # fmt: skip


def test_a_link_that_leads_nowhere_is_text() -> None:
    made = plate_set(
        {"question": 1, "title": "Hvad?", "points": ["a (se spørgsmål 2)"]},
        {"question": 2, "title": "Hvor?", "points": ["b"]},
    )
    told = reader(made)
    alone = plate_html(told.plates["q1"], told, TEMPLATES / "text", lambda name: None)
    assert "<a " not in alone
    assert "(se\u00a0spørgsmål\u00a02)" in alone


def test_the_statement_is_linked_where_there_is_one() -> None:
    made = plate_set(
        {"cover": "Prøve"}, accessibility_statement="https://www.was.digst.dk/kommune-dk"
    )
    assert "was.digst.dk" not in files()["text/01-cover.html"]
    changed = replace(job(DEFAULT_SOURCE), plate_set=made)
    data = make_texts(order(), changed)[0][0].data.decode()
    assert '<a href="https://www.was.digst.dk/kommune-dk">Tilgængelighedserklæring</a>' in data


def test_only_makes_the_pages_of_some_plates() -> None:
    made, _ = make_texts(order("q5", "ladder-1"), job(DEFAULT_SOURCE))
    assert [each.path for each in made] == [
        "text/09-q5.html", "text/09-q5.txt", "text/10-ladder-1.html", "text/10-ladder-1.txt"
    ]  # fmt: skip
    assert [each.plates for each in made] == [("q5",), ("q5",), ("ladder-1",), ("ladder-1",)]
    assert {each.kind for each in made} == {"text"}
