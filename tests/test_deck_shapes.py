"""Outlines become shapes that look the same: cropped, without holes where strokes cross."""

import pytest

from planche.deck.crossings import flattened, polygon, signed_area, simple_loops
from planche.deck.freeform import freeforms, strokes
from planche.geometry.outlines import outline
from planche.geometry.parts import Box, Contour, Outline
from tests.deck_support import setting

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
