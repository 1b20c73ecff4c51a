"""Question plates on slides: the question in a panel, its points beside it, few lines a slide."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry.board import SlideBoard, Subject, excess_words, too_much
from planche.geometry.flow import (
    Block,
    Flow,
    Sizes,
    flush,
    lead_stands_alone,
    list_style,
    measured,
    placed,
    shades_of,
)
from planche.geometry.head import panel_page
from planche.geometry.parts import Box, Page
from planche.model import Point, Question
from planche.units import Mm, Pt


def lay_out_question_slides(board: SlideBoard, subject: Subject) -> tuple[Page, ...]:
    """The slides of a question. Raises FaultError where one point overfills a slide."""
    page = board.wide_page()
    column = points_column(board, page)
    points = cast(Question, subject.plate).points
    best: list[Flow] | None = None
    for sizes in _sizes(board, points, column.width):
        flow = measured(board.setter, points, sizes, column, list_style(board))
        cut = None if flow is None else cut_into_slides(board, flow, column.height)
        if cut is not None and (best is None or len(cut) < len(best)):
            best = cut
    if best is None:
        raise _refused(board, subject, column)
    pages = []
    for index, flow in enumerate(best):
        gap = slide_gap(board, flow, column.height)
        body = placed(board.setter, flow, column.y, gap, shades_of(subject))
        pages.append(panel_page(board, subject, page, body, (index + 1, len(best))))
    return tuple(pages)


def points_column(board: SlideBoard, page: Box) -> Box:
    """Where points stand on a slide."""
    grid = board.grid
    left = grid.panel + 2 * grid.gap
    top = grid.top * board.proportions.slide.top
    width = min(grid.column, page.width - grid.margin - left)
    return Box(left, top, width, page.height - grid.foot - top)


def _sizes(board: SlideBoard, points: Sequence[Point], width: Mm) -> Iterator[Sizes]:
    """Sizes by preference; a later one is taken only where it saves a slide."""
    most = board.proportions.question.lead_lines
    for body in board.grid.steps["body"]:
        lines = board.setter.count(points[0].text, "lead", body, width) or 0
        alone = lines <= most and lead_stands_alone(points)
        for example in board.grid.steps["example"]:
            if example < body:
                yield Sizes(body, example, lead=body if alone else None, cards=True)


def slide_gap(board: SlideBoard, flow: Flow, height: Mm) -> Mm:
    """The gap at which a slide's blocks stand: open where there is room."""
    line = board.setter.line_height("body", max(block.size for block in flow.blocks))
    spread = sum(flow.weights())
    if not spread:
        return 0.0
    shape = board.proportions.slide
    room = (height - flow.height(0)) / spread
    return max(shape.tightest * line, min(shape.widest * line, room))


def cut_into_slides(board: SlideBoard, flow: Flow, height: Mm) -> list[Flow] | None:
    """The fewest slides with at most the allowed lines, as even as they go.

    A single block longer than the allowed lines gets a slide of its own, if it stands on
    one; None where it does not. No point follows a card on one slide, so that the points
    of a slide are one text.
    """
    blocks = flow.blocks
    line = board.setter.line_height("body", min(block.size for block in blocks))
    gap = board.proportions.slide.tightest * line

    def fits(start: int, end: int) -> bool:
        part = replace(flow, blocks=blocks[start:end])
        if part.height(gap) > height or _point_after_card(part.blocks):
            return False
        return end - start == 1 or part.lines() <= board.grid.lines

    @cache
    def cheapest(start: int) -> tuple[int, int, tuple[int, ...]] | None:
        if start == len(blocks):
            return (0, 0, ())
        options = []
        for end in range(start + 1, len(blocks) + 1):
            rest = cheapest(end) if fits(start, end) else None
            if rest is not None:
                lines = sum(block.lines for block in blocks[start:end])
                parted = PARTED if _parts_intro(blocks, end) else 0
                options.append((rest[0] + 1, rest[1] + lines**2 + parted, (end, *rest[2])))
        return min(options) if options else None

    found = cheapest(0)
    if found is None:
        return None
    parts = [replace(flow, blocks=blocks[start:end]) for start, end in pairwise((0, *found[2]))]
    return [flush(board.setter, part) for part in parts]


def _parts_intro(blocks: Sequence[Block], end: int) -> bool:
    """Whether a cut here leaves a point on one slide and its first example on the next."""
    return end < len(blocks) and blocks[end].form == "card" and blocks[end - 1].form != "card"


PARTED = 20
"""What it costs to part a point from its examples, in squared lines: less than a crowd."""


def _point_after_card(blocks: Sequence[Block]) -> bool:
    return any(a.form == "card" and b.form == "point" for a, b in pairwise(blocks))


def _refused(board: SlideBoard, subject: Subject, column: Box) -> FaultError:
    body, example = board.grid.steps["body"][-1], board.grid.steps["example"][-1]
    sizes = Sizes(body, example, None, cards=True)
    points = cast(Question, subject.plate).points
    flow = measured(board.setter, points, sizes, column, list_style(board))
    if flow is None:
        return word_too_wide(subject, body)
    longest = max(flow.blocks, key=lambda block: block.height)
    line = board.setter.line_height(longest.role, longest.size)
    words = len(longest.text.split()) / longest.lines
    return too_much(
        subject, board, excess_words(max(longest.height - column.height, line), line, words), body
    )


def word_too_wide(subject: Subject, size: Pt) -> FaultError:
    """The fault of a plate with a word wider than its measure on a slide."""
    return FaultError("word-too-wide", plate=subject.id, size=f"{size:g}", format="deck")
