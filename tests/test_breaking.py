"""Line breaking: no line too wide, no word lost, as few lines as can be, and the evenest."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planche.geometry.parts import Page, TextBox
from planche.model import PlateSet
from planche.pages.engine import start
from planche.pages.environment import millimetres
from planche.pages.look import Look
from planche.text.breaking import (
    ONE_WORD_COST,
    Extent,
    Goal,
    best,
    greedy,
    has_hyphen_ladder,
    one_word_last,
)
from planche.text.markup import Span, plain, rich
from planche.text.shaping import Break, Shaped, Style, shape, with_hyphens
from planche.text.typography import NBSP
from planche.units import Mm, Pt, pt_to_mm
from planche.workshop import TEMPLATES, Job
from tests.sets import LAID_OUT, MEDIA, kit, medium

STYLE = Style("regular", "bold", "italic")
GOALS: tuple[Goal, ...] = get_args(Goal)

WORDS = st.sampled_from(
    ["kommunen", "er", "den", "på", "i", "borgerdrevne", "velfærd", "ville", "AVATAR", "og", "3.0,"]
) | st.sampled_from(
    ["mødre-/barselsgrupper", "“nu”", "§\u00a017", "medborgerskabsrådgivningsordning", "sammen"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
MEASURES = st.floats(min_value=1.5, max_value=40, allow_nan=False)


def shaped(text: str, hyphenated: bool) -> Shaped:
    found = shape((Span(text),), STYLE, kit().faces, "da", kerning=True)
    return with_hyphens(found, "da") if hyphenated else found


def lines_of(found: Shaped, extents: Iterable[Extent]) -> list[str]:
    return [found.text[each.start : each.end] for each in extents]


def has_too_wide_a_word(found: Shaped, measure: float) -> bool:
    """Whether what stands between two breaks is wider than the measure."""
    starts = [0, *(each.next for each in found.breaks)]
    return any(
        found.width(start, each.end) + each.hyphen * found.hyphen_width > measure
        for start, each in zip(starts, found.breaks, strict=False)
    )


@given(TEXTS, MEASURES, st.booleans())
def test_both_ways_take_the_same_number_of_lines(text: str, em: float, hyphenated: bool) -> None:
    """Unless the greedy lines end in a ladder of hyphens, which the best ones may not."""
    found = shaped(text, hyphenated)
    lines = greedy(found, em)
    for goal in GOALS:
        other = best(found, em, goal)
        if lines is None:
            assert other is None
        elif not has_hyphen_ladder(lines):
            assert other is not None
            assert len(lines) == len(other)
        elif other is not None:
            assert len(lines) <= len(other)
            assert not has_hyphen_ladder(other)


@given(TEXTS, MEASURES, st.booleans(), st.sampled_from(["greedy", *GOALS]))
def test_no_line_is_too_wide_and_no_letter_lost(
    text: str, em: float, hyphenated: bool, way: Any
) -> None:
    found = shaped(text, hyphenated)
    extents = greedy(found, em) if way == "greedy" else best(found, em, way)
    if extents is None:
        assert has_too_wide_a_word(found, em) or has_hyphen_ladder(greedy(found, em) or ())
        return
    assert not has_too_wide_a_word(found, em)
    assert [each.start for each in extents] == [0, *(each.next for each in extents[:-1])]
    assert extents[-1].next == len(text)
    for each in extents:
        assert each.width <= em
        hyphen = found.hyphen_width if each.hyphen else 0
        assert each.width == pytest.approx(found.width(each.start, each.end) + hyphen)
        assert text[each.end : each.next].strip(" ") == ""
        assert NBSP not in text[each.end : each.next]
        assert each.end > each.start


@given(TEXTS, MEASURES)
def test_a_greedy_line_is_as_full_as_it_goes(text: str, em: float) -> None:
    found = shaped(text, hyphenated=False)
    extents = greedy(found, em) or ()
    for line, after in pairwise(extents):
        first = next(each for each in found.breaks if each.next > after.start)
        assert found.width(line.start, first.end) > em


def cuts(breaks: tuple[Break, ...], lines: int) -> Iterator[tuple[Break, ...]]:
    """Every way to end some lines."""
    if lines == 1:
        yield breaks[-1:]
        return
    for index in range(len(breaks) - lines + 1):
        for rest in cuts(breaks[index + 1 :], lines - 1):
            yield (breaks[index], *rest)


def white(found: Shaped, ends: tuple[Break, ...], em: float) -> float | None:
    """The sum of the squares of what lines leave white; None where one is too wide."""
    starts = (0, *(each.next for each in ends))
    widths = [found.width(s, each.end) / em for s, each in zip(starts, ends, strict=False)]
    return None if max(widths) > 1 else sum((1 - width) ** 2 for width in widths)


@given(
    st.lists(
        st.sampled_from(["ordet", "medborger", "kommunen", "velfærd"]), min_size=2, max_size=9
    ),
    st.floats(min_value=6, max_value=14),
)
def test_a_heading_is_the_evenest_of_its_settings(words: list[str], em: float) -> None:
    """Of all settings in as few lines, those that end in one word or not held apart."""
    found = shaped(" ".join(words), hyphenated=False)
    extents = best(found, em, "balanced")
    assert extents is not None
    settings: dict[bool, list[float]] = {True: [], False: []}
    for ends in cuts(found.breaks, len(extents)):
        left = white(found, ends, em)
        if left is not None:
            alone = len(ends) > 1 and one_word_last(found.text, ends[-2].next)
            settings[alone].append(left)
    chosen = sum((1 - each.width / em) ** 2 for each in extents)
    alone = one_word_last(found.text, extents[-1].start)
    assert chosen == pytest.approx(min(settings[alone]))
    if alone and settings[False]:
        assert min(settings[False]) - chosen >= ONE_WORD_COST


def test_a_line_rather_ends_before_a_word_that_leans_on_the_next() -> None:
    found = shaped("Vi kan ikke gøre alt og kan dog meget", hyphenated=False)
    em = found.width(0, len("Vi kan ikke gøre alt og")) + 0.01
    assert lines_of(found, greedy(found, em) or ())[0] == "Vi kan ikke gøre alt og"
    assert lines_of(found, best(found, em, "paragraph") or ())[0] == "Vi kan ikke gøre alt"


def test_two_hyphens_in_a_row_are_avoided_where_they_can_be() -> None:
    text = "Vi har medborgerskabsrådgivning og velfærdsudvikling for os alle sammen her i byen"
    found = shaped(text, hyphenated=True)
    for em in (9.0, 10.0, 11.0, 12.0, 14.0, 16.0):
        settings = (greedy(found, em) or (), best(found, em, "paragraph") or ())
        rows = [sum(a.hyphen and b.hyphen for a, b in pairwise(lines)) for lines in settings]
        assert rows[1] <= rows[0]


def test_a_word_wider_than_its_line_gives_no_lines() -> None:
    found = shaped("en medborgerskabsrådgivningsordning", hyphenated=False)
    assert greedy(found, 10.0) is None
    assert best(found, 10.0, "paragraph") is None
    assert greedy(shaped("en medborgerskabsrådgivningsordning", hyphenated=True), 10.0) is not None


# In the sets


HEADINGS = ("question", "figure-title", "cover-title")


def headings(pages: Iterable[Page]) -> Iterator[TextBox]:
    for page in pages:
        if page.title.role in HEADINGS:
            yield page.title


@pytest.mark.parametrize("path", LAID_OUT, ids=lambda path: path.stem)
def test_no_heading_on_paper_ends_in_a_lonely_word(path: Any) -> None:
    """Unless its last word is as long as other lines, so that the lines are even with it."""
    for title in headings(medium(path, "paper").pages):
        *others, last = title.lines
        if others and len(last.text.split()) == 1:
            assert last.width >= 0.4 * max(line.width for line in others), title.text


@pytest.mark.parametrize("name", MEDIA)
@pytest.mark.parametrize("path", LAID_OUT, ids=lambda path: path.stem)
def test_no_line_of_a_set_parts_what_belongs_together(path: Any, name: str) -> None:
    for page in medium(path, name).pages:
        for text in page.texts():
            for line in text.lines[:-1]:
                assert not line.text.endswith(NBSP), text.text
                assert line.hyphen or line.text[-1] in " -–/…", text.text


# As WeasyPrint breaks the same text


SIZES: tuple[Pt, ...] = (17, 22, 28)
WIDTHS: tuple[Mm, ...] = (110, 160, 240)
"""No word of the set is wider than the least of them."""

SAMPLE = 4
"""Every fourth text of the set is tried, at each size and width."""


def texts_of(plate_set: PlateSet) -> list[str]:
    """The running texts of questions, cells, tiles and paragraphs as they are typed."""
    found: list[str] = []
    for plate in plate_set.plates:
        data = plate.model_dump()
        for point in data.get("points", ()):
            found += [point["text"], *point["points"]]
        found += [*data.get("tiles", ()), *data.get("paragraphs", ()), *data.get("sentences", ())]
        found += [cell for row in data.get("rows", ()) for cell in row]
    return found


def line_boxes(box: Any) -> int:
    """How many lines of text WeasyPrint made in a box."""
    if type(box).__name__ == "LineBox":
        return 1
    return sum(line_boxes(child) for child in getattr(box, "children", ()))


def test_greedy_breaks_are_those_of_the_program_that_draws(shipped: Job) -> None:
    texts = [plain(rich(text, "da", {})) for text in texts_of(shipped.plate_set)[::SAMPLE]]
    settings = list(product(texts, SIZES, WIDTHS))
    look = Look(shipped.kit.theme, shipped.kit.faces, TEMPLATES / "pages")
    faces = {address for address in look.font_files if re.search("-Regular", address)}
    (address,) = faces
    paragraphs = "".join(
        f'<p style="font-size:{size}pt;width:{millimetres(width)}">{text}</p>'
        for text, size, width in settings
    )
    html = (
        '<html lang="da"><title>t</title><style>'
        f"@font-face {{font-family: f; src: url({address})}}"
        "@page {size: 300mm 20000mm; margin: 0} p {font-family: f; margin: 0; line-height: 1.2}"
        f"</style>{paragraphs}</html>"
    )
    document = start().render(html, look.font_files)
    boxes = [box for page in document.pages for box in paragraphs_in(page._page_box)]
    assert len(boxes) == len(settings)
    ours = [
        len(greedy(shaped(text, hyphenated=False), width / pt_to_mm(size)) or ())
        for text, size, width in settings
    ]
    agreeing = sum(a == line_boxes(b) for a, b in zip(ours, boxes, strict=True))
    assert len(settings) > 200
    assert agreeing / len(settings) >= 0.99


def paragraphs_in(box: Any) -> Iterator[Any]:
    if getattr(box, "element_tag", None) == "p":
        yield box
        return
    for child in getattr(box, "children", ()):
        yield from paragraphs_in(child)
