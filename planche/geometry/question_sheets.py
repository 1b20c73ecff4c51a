"""Question plates that run over several sheets of paper, each with the question at its head."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations, pairwise, product
from typing import cast

from planche.geometry.board import PaperBoard, Subject
from planche.geometry.flow import (
    Block,
    Flow,
    Sizes,
    flush,
    list_style,
    measured,
    placed,
    shades_of,
)
from planche.geometry.head import field_page
from planche.geometry.parts import Box, Page
from planche.model import Question
from planche.units import Mm, Pt

PARTED = 1.5
"""What it costs to part a point from what hangs on it, as a share of the fuller sheet's height."""


def question_sheets(
    board: PaperBoard, subject: Subject, steps: Sequence[Pt]
) -> tuple[Page, ...] | None:
    """The question on the fewest sheets, more than one, at the largest of some sizes of body.

    None where the format's sheets do not hold it at the smallest either.
    """
    page = board.tall_page()
    field = min(board.grid.fields)
    area = board.text_area(page, field + board.grid.gap)
    for count, sizes in product(range(2, board.grid.sheets + 1), _sizes(board, steps)):
        points = cast(Question, subject.plate).points
        flow = measured(board.setter, points, sizes, area, list_style(board))
        parts = None if flow is None else _cut(board, flow, count, room(board, area))
        if parts is None:
            continue
        return tuple(
            _sheet(board, subject, field, part, (index, count))
            for index, part in enumerate(parts, start=1)
        )
    return None


def room(board: PaperBoard, area: Box) -> Mm:
    """Height that a flow may take; putting it on the grid may move it by half a step."""
    return area.height * board.proportions.question.most_fill - board.grid.baseline / 2


def _sizes(board: PaperBoard, steps: Sequence[Pt]) -> Iterator[Sizes]:
    least = board.proportions.question.least_example
    for body in steps:
        smaller = [each for each in board.grid.steps["example"] if least * body <= each < body]
        for example in smaller:
            yield Sizes(body, example, None, cards=body >= board.grid.cards_from)


def _cut(board: PaperBoard, flow: Flow, count: int, height: Mm) -> tuple[Flow, ...] | None:
    """The evenest cut of a flow into parts that are no higher than some height."""
    line = board.setter.line_height("body", max(block.size for block in flow.blocks))
    gap = board.proportions.question.tightest * line
    whole = len(flow.blocks)
    cuts = []
    for inner in combinations(range(1, whole), count - 1):
        ends = (0, *inner, whole)
        parts = [replace(flow, blocks=flow.blocks[a:b]) for a, b in pairwise(ends)]
        highest = max(part.height(gap) for part in parts)
        if highest <= height:
            parted = sum(_parts_intro(flow.blocks, cut) for cut in inner)
            cuts.append((highest * PARTED**parted, inner, parts))
    if not cuts:
        return None
    return tuple(map(partial(flush, board.setter), min(cuts, key=lambda each: each[:2])[2]))


def _parts_intro(blocks: Sequence[Block], cut: int) -> bool:
    """Whether a cut leaves a point on one sheet and the first that hangs on it on the next."""
    return blocks[cut].role == "example" and blocks[cut - 1].role != "example"


def _sheet(
    board: PaperBoard, subject: Subject, field: Mm, flow: Flow, part: tuple[int, int]
) -> Page:
    page = board.tall_page()
    area = board.text_area(page, field + board.grid.gap)
    line = board.setter.line_height("body", max(block.size for block in flow.blocks))
    spread = sum(flow.weights())
    widest = board.proportions.question.preferred * line
    gap = min(widest, (room(board, area) - flow.height(0)) / spread) if spread else 0.0
    body = placed(board.setter, flow, area.y, gap, shades_of(subject), board.grid.baseline)
    fill = (body.bottom() - area.y) / area.height
    return field_page(board, subject, page, field, body, fill, part)
