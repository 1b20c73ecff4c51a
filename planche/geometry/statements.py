"""Statements: interlocking discs on the deep colour, the middle one in the accent."""

from collections.abc import Iterator
from itertools import product
from math import hypot
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry.board import AnyBoard, SlideBoard, Subject
from planche.geometry.bodies import StatementsBody
from planche.geometry.dress import text_on
from planche.geometry.figure import figure_head, figure_page
from planche.geometry.parts import Box, Disc, Page, TextBox
from planche.geometry.typesetter import Ink
from planche.model import Statements
from planche.proportions import StatementProportions
from planche.units import Mm, Pt


def lay_out_statements(board: AnyBoard, subject: Subject) -> tuple[Page, ...]:
    """The landscape page of some statements. Raises FaultError where they are too long."""
    plate = cast(Statements, subject.plate)
    page = board.wide_page()
    shape = board.proportions.statements
    width = (page.width - 2 * board.grid.margin) * shape.title_width
    head = figure_head(board, subject, width, 2, _title(board, plate), deep=True)
    area = board.text_area(page, head.bottom + shape.under_title * board.grid.margin)
    discs = _discs(subject, area, len(plate.sentences), shape.overlap)
    for size in board.grid.steps["statement"]:
        texts = [
            _statement(board, text, size, discs, index)
            for index, text in enumerate(plate.sentences)
        ]
        found = [text for text in texts if text is not None]
        if len(found) == len(texts):
            body = StatementsBody(_under_then_over(discs), tuple(found))
            return (figure_page(board, subject, page, head, body, deep=True),)
    raise FaultError(
        "statement-too-long",
        plate=subject.id,
        size=f"{board.grid.steps['statement'][-1]:g}",
    )


def _title(board: AnyBoard, plate: Statements) -> str:
    """The heading; on a slide with a name of its own, for the question's plate has the same."""
    if isinstance(board, SlideBoard):
        return board.strings.statements_title.format(title=plate.title)
    return plate.title


def _discs(subject: Subject, area: Box, count: int, overlap: float) -> list[Disc]:
    """Discs in a row as large as the area allows, each over a part of its neighbour."""
    span = 1 + (count - 1) * (1 - overlap)
    diameter = min(area.height, area.width / span)
    pitch = diameter * (1 - overlap)
    left = area.x + (area.width - diameter * span) / 2
    y = area.y + area.height / 2
    return [
        Disc(left + index * pitch + diameter / 2, y, diameter / 2, _fill(subject, index))
        for index in range(count)
    ]


def _under_then_over(discs: list[Disc]) -> tuple[Disc, ...]:
    """The discs in the order they are drawn: every second one lies over its neighbours."""
    return (*discs[::2], *discs[1::2])


def _fill(subject: Subject, index: int) -> str:
    return subject.shade(subject.dress.discs[index % 2])


def _statement(
    board: AnyBoard, text: str, size: Pt, discs: list[Disc], index: int
) -> TextBox | None:
    """The text in the middle of what is seen of its disc, or None where it does not fit."""
    disc = discs[index]
    setter = board.setter
    shape = board.proportions.statements
    colour = text_on(disc.fill)
    over = [each for each in discs[1::2] if each != disc]
    x = disc.x + sum((disc.x - each.x) for each in over if _touch(disc, each)) * shape.shift
    for share in shape.widths:
        width = disc.radius * share
        height = setter.height(text, "statement", size, width)
        if height is None:
            continue
        box = Box(x - width / 2, disc.y - height / 2, width, height)
        placed = setter.place(text, "statement", size, box, Ink(colour, disc.fill), "center")
        if all(_clear(corner, disc, over, shape) for corner in _corners(placed)):
            return placed
    return None


def _touch(disc: Disc, other: Disc) -> bool:
    return abs(disc.x - other.x) < disc.radius + other.radius


def _corners(text: TextBox) -> Iterator[tuple[Mm, Mm]]:
    """The four corners of every line."""
    middle = text.box.x + text.box.width / 2
    for index, line in enumerate(text.lines):
        for across, down in product((-0.5, 0.5), (index, index + 1)):
            yield middle + across * line.width, text.box.y + down * text.line_height


def _clear(point: tuple[Mm, Mm], disc: Disc, over: list[Disc], shape: StatementProportions) -> bool:
    """Whether a point keeps off its disc's edge and off the discs that lie over it."""
    inside = hypot(point[0] - disc.x, point[1] - disc.y) <= disc.radius * shape.inner
    return inside and all(
        hypot(point[0] - each.x, point[1] - each.y) >= each.radius * shape.outer for each in over
    )
