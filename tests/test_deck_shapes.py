"""Figures are shapes that look as they are planned and hold their own words.

Outlines are cropped, without holes where strokes cross; discs keep their layers.
"""

from io import BytesIO
from math import hypot
from typing import Any, cast

import pytest
from pptx import Presentation

from planche.contours import Contour
from planche.deck.crossings import flattened, polygon, signed_area, simple_loops
from planche.deck.discs import SEAM, bitten, overlap
from planche.deck.freeform import freeforms, strokes
from planche.geometry.bodies import LadderBody, StatementsBody
from planche.geometry.outlines import outline
from planche.geometry.parts import Box, Disc, Outline
from planche.units import EMU_PER_MM
from tests.deck_support import made, setting, shipped_deck, shipped_pages, slides_of, small_set

BOW = polygon([(0, 0), (10, 10), (10, 0), (0, 10)])


def area_of(contours: tuple[Contour, ...]) -> float:
    """The area that strokes fill: outer loops less their holes."""
    return sum(
        abs(signed_area(list(flattened(outer))))
        - sum(abs(signed_area(list(flattened(hole)))) for hole in holes)
        for outer, *holes in strokes(contours)
    )


def test_a_contour_that_crosses_itself_falls_into_its_loops() -> None:
    loops = simple_loops(BOW)
    assert sorted(len(list(flattened(loop))) for loop in loops) == [3, 3]
    assert sum(abs(signed_area(list(flattened(loop)))) for loop in loops) == pytest.approx(50)


def test_a_simple_contour_stays_as_it_is() -> None:
    square = polygon([(0, 0), (10, 0), (10, 10), (0, 10)])
    assert simple_loops(square) == [square]


def test_a_ring_keeps_its_hole() -> None:
    outer = polygon([(0, 0), (10, 0), (10, 10), (0, 10)])
    hole = polygon([(3, 3), (3, 7), (7, 7), (7, 3)])
    assert strokes((outer, hole)) == ((outer, hole),)
    assert area_of((outer, hole)) == pytest.approx(84)


@pytest.mark.parametrize("digit", "0123456789")
def test_digits_are_cropped_to_their_clip(digit: str) -> None:
    clip = Box(10, 20, 40, 50)
    drawn = outline(setting().faces["black"], digit, 120, 15, 95, clip, "ink")
    pieces = freeforms(drawn)
    assert pieces
    assert all(clip.holds(piece.box) for piece in pieces)


def test_what_lies_outside_the_clip_is_not_drawn() -> None:
    square = polygon([(0, 0), (10, 0), (10, 10), (0, 10)])
    assert freeforms(Outline((square,), Box(20, 0, 10, 10), "ink")) == []


def test_half_a_square_is_cropped_to_the_half() -> None:
    square = polygon([(0, 0), (10, 0), (10, 10), (0, 10)])
    (half,) = freeforms(Outline((square,), Box(5, 0, 10, 10), "ink"))
    assert half.box == Box(5, 0, 5, 10)


def figure_of(data: bytes, number: int) -> Any:
    """The figure of a slide: its one group with an alternative text."""
    groups = Presentation(BytesIO(data)).slides[number].shapes._spTree.xpath("p:grpSp")
    (figure,) = (each for each in groups if each.xpath("p:nvGrpSpPr/p:cNvPr/@descr")[0])
    return figure


def words_by_name(figure: Any) -> dict[str, list[str]]:
    """The paragraphs of every shape of a figure that holds text, by its name."""
    found = {}
    for shape in figure.xpath(".//p:sp[p:txBody]"):
        paragraphs = shape.xpath("p:txBody/a:p")
        name = shape.xpath("p:nvSpPr/p:cNvPr/@name")[0]
        found[name] = ["".join(each.itertext("{*}t")) for each in paragraphs]
    return found


def test_every_step_of_a_ladder_holds_its_own_words() -> None:
    number, page = next((n, p) for n, p in enumerate(shipped_pages()) if p.kind == "ladder")
    steps = cast(LadderBody, page.body).steps
    assert words_by_name(figure_of(shipped_deck(), number)) == {
        f"Trin {count}: {step.name.text}": [text.text for text in step.texts()]
        for count, step in enumerate(steps, start=1)
    }


def test_decoration_of_a_step_stands_clear_of_its_words() -> None:
    page = next(page for page in shipped_pages() if page.kind == "ladder")
    for step in cast(LadderBody, page.body).steps:
        drawn = [piece.box for piece in freeforms(step.number)] + [rule.box for rule in step.rules]
        assert not [box for box in drawn for text in step.texts() if box.meets(text.box)]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_every_disc_holds_its_own_words_in_the_order_they_are_spoken(count: int) -> None:
    sentences = [f"Udsagn nummer {number}" for number in range(count)]
    plates = [
        {"question": 1, "title": "Hvad?", "points": ["Det"]},
        {"statements": 1, "title": "Hvad?", "sentences": sentences},
    ]
    plate_set = small_set(plates=plates)
    pages = slides_of(plate_set)
    found = words_by_name(figure_of(made(plate_set, pages), len(pages) - 1))
    assert list(found) == [f"Udsagn {number}" for number in range(1, count + 1)]
    assert list(found.values()) == [[sentence] for sentence in sentences]


def test_no_disc_covers_the_words_of_one_before_it() -> None:
    """Only a bitten disc lies over an earlier one, by the width of a seam."""
    page = next(page for page in shipped_pages() if page.kind == "statements")
    body = cast(StatementsBody, page.body)
    assert [disc.fill == "accent" for disc in body.discs] == [False, False, True]
    number = shipped_pages().index(page)
    shapes = figure_of(shipped_deck(), number).xpath("p:sp")
    arcs = [len(shape.xpath(".//a:arcTo")) for shape in shapes]
    assert arcs == [1, 1, 2]


@pytest.mark.parametrize("across", [-30.0, 30.0, 35.5])
def test_a_bitten_disc_starts_where_the_two_edges_cross(across: float) -> None:
    under, over = Disc(50, 50, 20, "ink"), Disc(50 + across, 50, 20, "accent")
    assert overlap(under, over)
    point = bitten(under, over).find(".//{*}moveTo/{*}pt")
    assert point is not None
    x = float(point.get("x", "")) / EMU_PER_MM + under.box.x
    y = float(point.get("y", "")) / EMU_PER_MM + under.box.y
    assert hypot(x - under.x, y - under.y) == pytest.approx(under.radius, abs=0.001)
    assert hypot(x - over.x, y - over.y) == pytest.approx(over.radius - SEAM, abs=0.001)


def test_discs_that_do_not_meet_do_not_overlap() -> None:
    assert not overlap(Disc(0, 0, 10, "ink"), Disc(20.1, 0, 10, "ink"))
