"""What is done to a PDF after it is rendered: what each step mends, and that it mends it once."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import pikepdf
import pypdfium2
import pytest

from planche.pages.document import Sheet, lay_out
from planche.pages.files import font_names
from planche.pages.finishing.artifacts import unmark_running
from planche.pages.finishing.figures import place_figures
from planche.pages.finishing.finish import (
    Known,
    finish,
    finish_fonts,
    flatten_pictures,
    order_by_structure,
)
from planche.pages.finishing.fonts import name_fonts, settle_spaces, soften_hyphens
from planche.pages.finishing.languages import mark_languages
from planche.pages.finishing.links import describe_links, join_links, settle_links
from planche.pages.finishing.lists import number_lists, tag_contents
from planche.pages.finishing.markup import MarkupError, give_markup, spoken
from planche.pages.finishing.pruning import name_groups, prune
from planche.pages.finishing.tables import name_heads, scope_heads
from planche.pages.finishing.tree import Element, read
from tests import sets
from tests.pages_fixtures.book import engine, look
from tests.pdf_support import elements, opened

IMAGE = 3
"""What pdfium calls a picture."""

ADDRESS = "https://example.org/en/temmelig/lang/adresse"

PERSON = "Anton, der i ungdomsuddannelsesvejledningen har lært at tro på medborgerskabsarbejdet"

LINKS = sets.plate_set(
    {"contents": "Indhold"},
    {
        "question": 1,
        "title": "Hvor står det?",
        "audience": "a",
        "points": [
            "Det står i [vejledningen om medborgerskab i kommunen, der er så lang, at "
            f"linket til den fylder flere linjer i ledeteksten]({ADDRESS}), og [her]({ADDRESS}).",
            f"Se [{ADDRESS}]({ADDRESS}) og [house style]{{lang=en}}.",
            "Se spørgsmål 2.",
        ],
    },
    {"table": "To tabeller", "columns": ["a", "b"], "rows": [["c", "d"]]},
    {"table": "Den anden", "columns": ["a", "b"], "rows": [["c", "d"]]},
    {"ladder": "En trappe", "steps": [{"name": n, "people": [PERSON]} for n in "abcdef"]},
)


@cache
def rendered() -> tuple[bytes, Known]:
    """A file as WeasyPrint writes it, and what is known of it."""
    made = LINKS
    pages = sets.layout(made, "paper").pages
    reach = frozenset(page.plate for page in pages)
    document = lay_out([Sheet(page, reach) for page in pages], made.set, look(), engine())
    markup = [engine().markup[page] for page in document.pages]
    words = {page.plate: page.title.text for page in pages}
    return engine().write(document), Known(markup, words, font_names(look()))


@cache
def finished() -> bytes:
    return finish(*rendered())


def of_kind(kind: str, data: bytes | None = None) -> list[Any]:
    tree = opened(data or finished()).Root.StructTreeRoot.K[0]
    return [each for each in elements(tree) if f"/{kind}" == each.S]


# Each step


TREE_STEPS: dict[str, Callable[[Element, pikepdf.Pdf, Known], int]] = {
    "mark_languages": lambda tree, pdf, known: mark_languages(tree, "da"),
    "number_lists": lambda tree, pdf, known: number_lists(tree),
    "tag_contents": lambda tree, pdf, known: tag_contents(tree),
    "scope_heads": lambda tree, pdf, known: scope_heads(tree),
    "name_heads": lambda tree, pdf, known: name_heads(tree),
    "name_groups": lambda tree, pdf, known: name_groups(tree),
    "prune": lambda tree, pdf, known: prune(tree),
    "describe_links": lambda tree, pdf, known: describe_links(tree, known.words),
    "join_links": lambda tree, pdf, known: join_links(tree),
    "settle_links": lambda tree, pdf, known: settle_links(tree),
}

FILE_STEPS: dict[str, Callable[[pikepdf.Pdf, Known], int]] = {
    "soften_hyphens": lambda pdf, known: soften_hyphens(pdf),
    "settle_spaces": lambda pdf, known: settle_spaces(pdf),
    "name_fonts": lambda pdf, known: name_fonts(pdf, known.names),
    "flatten_pictures": lambda pdf, known: flatten_pictures(pdf),
}


@pytest.mark.parametrize("name", TREE_STEPS)
def test_a_step_on_the_tree_has_nothing_to_do_the_second_time(name: str) -> None:
    data, known = rendered()
    step = TREE_STEPS[name]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree = read(pdf)
        give_markup(tree, known.markup)
        if name == "join_links":
            prune(tree)
        assert step(tree, pdf, known) > 0
        assert step(tree, pdf, known) == 0


@pytest.mark.parametrize("name", FILE_STEPS)
def test_a_step_on_the_file_has_nothing_to_do_the_second_time(name: str) -> None:
    data, known = rendered()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert FILE_STEPS[name](pdf, known) > 0
        assert FILE_STEPS[name](pdf, known) == 0


def test_the_tab_key_is_led_once() -> None:
    with pikepdf.open(io.BytesIO(rendered()[0])) as pdf:
        pdf.pages[0].Tabs = pikepdf.Name.R
        assert order_by_structure(pdf) == 1
        assert order_by_structure(pdf) == 0


def test_a_finished_file_stays_as_it_is(built: Path) -> None:
    for path in [*built.glob("posters/a3/*.pdf"), *built.glob("deck/*.pdf")]:
        data = path.read_bytes()
        assert finish(data, Known()) == data, path.name


def test_finishing_twice_gives_the_same_bytes() -> None:
    assert finish(*rendered()) == finished()


def test_no_pixel_is_changed() -> None:
    """At 100 dpi: nothing is drawn anew but what stood in a group, and that by no step more
    than a renderer rounds by."""
    raw, _ = rendered()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        flatten_pictures(pdf)
        written = io.BytesIO()
        pdf.save(written)
    after = pixels(finished())
    assert pixels(written.getvalue()) == after
    for before, now in zip(pixels(raw), after, strict=True):
        steps = {abs(a - b) for a, b in zip(before, now, strict=True) if a != b}
        assert steps <= {1}


def pixels(data: bytes) -> list[bytes]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=100 / 72).to_pil().tobytes() for page in document]
    finally:
        document.close()


def test_a_tree_that_does_not_follow_its_markup_is_refused() -> None:
    data, known = rendered()
    other = [lxml.html.fragment_fromstring("<section><p>x</p></section>")] * len(known.markup)
    with pytest.raises(MarkupError, match=r"Sect has \d elements where the markup has: p"):
        finish(data, Known(other))
    with pytest.raises(MarkupError, match="Document has"):
        finish(data, Known(known.markup[1:]))


# What is mended


def test_a_running_foot_is_no_content() -> None:
    address, data = next(iter(look().font_files.items()))
    html = (
        f'<html lang="da"><style>@font-face {{ font-family: f; src: url("{address}") }}'
        '@page { @bottom-center { font-family: f; content: "side 1" } } p { font-family: f }'
        "</style><p>Tekst"
    )
    raw = engine().write(engine().render(html, {address: data}))
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        tree = read(pdf)
        assert unmark_running(tree, pdf) == 1
        assert unmark_running(tree, pdf) == 0
    drawn = pikepdf.parse_content_stream(opened(finish(raw, Known())).pages[0])
    marks = [str(step.operands[0]) for step in drawn if str(step.operator) == "BDC"]
    assert sorted(marks) == ["/Artifact", "/Span"]


def annotations(link: Any) -> list[Any]:
    return [kid.Obj for kid in link.K if isinstance(kid, pikepdf.Dictionary)]


def to_address() -> list[Any]:
    return [each for each in of_kind("Link") if "/A" in annotations(each)[0]]


def test_a_link_over_lines_is_one_and_each_line_can_be_pressed() -> None:
    long, short, *_ = to_address()
    assert len(annotations(long)) > 1
    assert len(annotations(short)) == 1
    tops = [float(each.Rect[3]) for each in annotations(long)]
    assert tops == sorted(set(tops), reverse=True)
    assert len([kid for kid in long.K if isinstance(kid, int)]) == 2 * len(tops) - 1


def test_a_link_says_in_words_where_it_leads() -> None:
    long, short, bare = to_address()
    (said,) = {str(each.Contents) for each in annotations(long)}
    assert said.startswith("vejledningen om medborgerskab")
    assert said.endswith("flere linjer i ledeteksten")
    assert "  " not in said
    assert "\n" not in said
    assert str(annotations(short)[0].Contents) == "her"
    assert str(annotations(bare)[0].Contents) == ADDRESS.removeprefix("https://")


def test_lists_say_whether_the_order_counts() -> None:
    numbering = [str(each.A.ListNumbering) for each in of_kind("L")]
    assert numbering == ["/None", "/Decimal", *["/None"] * 6]


def test_contents_are_numbered_references() -> None:
    assert len(of_kind("TOC")) >= 1
    for entry in of_kind("TOCI"):
        kinds = [str(kid.S) for kid in entry.K]
        assert kinds in (["/Lbl", "/Reference"], ["/Reference"])
    assert all(str(each.K[0].S) == "/Link" for each in of_kind("Reference"))


def test_words_in_another_language_say_so() -> None:
    marked = elements(opened(finished()).Root.StructTreeRoot.K[0])
    assert [str(each.Lang) for each in marked if "/Lang" in each] == ["en"]


def test_heads_of_several_tables_have_names_of_their_own() -> None:
    names = [str(each.ID) for each in of_kind("TH")]
    assert names == ["t1-1", "t1-2", "t1-3", "t2-1", "t2-2", "t2-3"]
    assert [[str(head) for head in each.A.Headers] for each in of_kind("TD")] == [
        ["t1-3", "t1-2"],
        ["t2-3", "t2-2"],
    ]


def test_a_figure_says_where_its_picture_is(built: Path) -> None:
    data = next(built.glob("deck/*-borger-handout.pdf")).read_bytes()
    figures = of_kind("Figure", data)
    document = pypdfium2.PdfDocument(data)
    drawn = [
        item.get_bounds() for page in document for item in page.get_objects() if item.type == IMAGE
    ]
    document.close()
    assert len(figures) == len(drawn) > 3
    for figure, bounds in zip(figures, drawn, strict=True):
        assert [float(each) for each in figure.A.BBox] == pytest.approx(bounds, abs=0.05)


def test_figures_are_placed_once(built: Path) -> None:
    data = next(built.glob("deck/*-borger-handout.pdf")).read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree = read(pdf)
        assert place_figures(tree, pdf) == 0


def test_text_is_read_without_its_lines() -> None:
    assert spoken("af\u2010\ngø\u00adrende \n for") == "afgørende for"


def test_a_file_without_tags_has_its_fonts_finished() -> None:
    data = finish_fonts(rendered()[0], rendered()[1].names)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert soften_hyphens(pdf) == settle_spaces(pdf) == 0
    assert finish_fonts(data, rendered()[1].names) == data
