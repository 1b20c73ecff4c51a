"""Question plates on paper: field, giant number, question, lead and points.

One body size serves the series; a plate's room goes into its lead, its gaps and its field.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry.board import (
    PaperBoard,
    Subject,
    excess_words,
    first_that_fits,
    too_much,
)
from planche.geometry.flow import (
    Flow,
    Sizes,
    lead_stands_alone,
    list_style,
    measured,
    placed,
    shades_of,
)
from planche.geometry.head import field_page
from planche.geometry.parts import Box, Page
from planche.geometry.question_sheets import question_sheets, room
from planche.model import Question
from planche.units import Mm, Pt


@dataclass(frozen=True)
class Fit:
    """What was decided for a plate."""

    sizes: Sizes
    field: Mm
    flow: Flow


def lay_out_question(board: PaperBoard, subject: Subject, series: Pt | None) -> tuple[Page, ...]:
    """The page of a question plate, or several sheets where the format allows them.

    Raises FaultError where its text is too long.
    """
    steps = board.grid.steps["body"]
    start = steps.index(series) if series else 0
    try:
        fit = _fit(board, subject, series)
    except FaultError:
        sheets = question_sheets(board, subject, steps[start:])
        if sheets is None:
            raise
        return sheets
    page = board.tall_page()
    area = _area(board, page, fit.field)
    line = board.setter.line_height("body", fit.sizes.body)
    spread = sum(fit.flow.weights())
    shape = board.proportions.question
    spare = room(board, area) - fit.flow.height(0)
    widest = min(line * shape.widest, spare / spread) if spread else 0.0
    gap = _on_grid(board, fit.flow, widest)
    body = placed(board.setter, fit.flow, area.y, gap, shades_of(subject), board.grid.baseline)
    used = (body.bottom() - area.y) / area.height
    return (field_page(board, subject, page, fit.field, body, used),)


def _on_grid(board: PaperBoard, flow: Flow, gap: Mm) -> Mm:
    """The gap in whole lines of the grid where points follow points, so that all are alike."""
    grid = board.grid.baseline
    if not flow.is_points_only or gap < grid:
        return gap
    return gap // grid * grid


def series_body(board: PaperBoard, subjects: Iterable[Subject]) -> Pt | None:
    """The body size of the series: the largest that enough question plates can take."""
    largest = []
    for subject in subjects:
        try:
            fit = _fit(board, subject, None)
        except FaultError:
            continue
        if any(block.role == "body" for block in fit.flow.blocks):
            largest.append(fit.sizes.body)
    if not largest:
        return None
    fitting = [
        step
        for step in board.grid.steps["body"]
        if sum(size >= step for size in largest)
        >= board.proportions.question.series_share * len(largest)
    ]
    return fitting[0]


def _question(subject: Subject) -> Question:
    return cast(Question, subject.plate)


def _area(board: PaperBoard, page: Box, field: Mm) -> Box:
    return board.text_area(page, field + board.grid.gap)


def _fit(board: PaperBoard, subject: Subject, series: Pt | None) -> Fit:
    steps = board.grid.steps["body"]
    start = steps.index(series) if series else 0
    found = _largest(board, subject, steps[start:])
    if found is None:
        raise _refused(board, subject)
    if series and found.sizes.body == series:
        higher = steps[max(0, start - board.proportions.question.steps_up) : start]
        for step in reversed(higher):
            if _filled(board, found) >= board.proportions.question.least_fill:
                break
            found = _largest(board, subject, (step,)) or found
    return _risen(board, _with_lead(board, subject, found))


def _largest(board: PaperBoard, subject: Subject, steps: Sequence[Pt]) -> Fit | None:
    fits = partial(_fits, board, gap=board.proportions.question.tightest)
    return first_that_fits(_candidates(board, subject, steps), fits)


def _candidates(board: PaperBoard, subject: Subject, steps: Sequence[Pt]) -> Iterator[Fit]:
    examples = board.grid.steps["example"]
    leads = board.grid.steps["lead"]
    alone = _has_lead(board, subject)
    has_examples = any(point.points for point in _question(subject).points)
    shape = board.proportions.question
    for cards, body in _orders(steps, board.grid.cards_from):
        lead = next((size for size in reversed(leads) if size > body), leads[0]) if alone else None
        fitting = [size for size in examples if shape.least_example * body <= size < body]
        for example in fitting if has_examples else fitting[:1]:
            yield from _measured(board, subject, Sizes(body, example, lead, cards))


def _has_lead(board: PaperBoard, subject: Subject) -> bool:
    """Whether the first point stands alone and is short enough to be read at a glance."""
    smallest = board.grid.steps["lead"][-1]
    lines = _lead_lines(board, subject, smallest)
    is_short = lines <= board.proportions.question.lead_lines
    return is_short and lead_stands_alone(_question(subject).points)


def _lead_lines(board: PaperBoard, subject: Subject, size: Pt) -> int:
    width = board.tall_page().width - 2 * board.grid.margin
    text = _question(subject).points[0].text
    return board.setter.count(text, "lead", size, width) or 0


def _orders(bodies: Sequence[Pt], cards_from: Pt) -> Iterator[tuple[bool, Pt]]:
    """Cards with any body that is not small, else plain sub-points, else cards with small type."""
    large = [size for size in bodies if size >= cards_from]
    small = [size for size in bodies if size < cards_from]
    yield from product((True, False), large)
    yield from product((True, False), small)


def _measured(board: PaperBoard, subject: Subject, sizes: Sizes) -> Iterator[Fit]:
    field = min(board.grid.fields)
    column = _area(board, board.tall_page(), field)
    points = _question(subject).points
    flow = measured(board.setter, points, sizes, column, list_style(board))
    if flow is not None:
        yield Fit(sizes, field, flow)


def _fits(board: PaperBoard, fit: Fit, gap: float) -> bool:
    line = board.setter.line_height("body", fit.sizes.body)
    area = _area(board, board.tall_page(), fit.field)
    return fit.flow.height(gap * line) <= room(board, area)


def _filled(board: PaperBoard, fit: Fit) -> float:
    """How full the plate could be made: the tallest lead, the widest gaps, the highest field."""
    line = board.setter.line_height("body", fit.sizes.body)
    highest = _area(board, board.tall_page(), max(board.grid.fields))
    return fit.flow.height(board.proportions.question.widest * line) / highest.height


def _with_lead(board: PaperBoard, subject: Subject, fit: Fit) -> Fit:
    """The fit with the largest lead that leaves the preferred gaps."""
    if fit.sizes.lead is None:
        return fit
    most = board.proportions.question.most_lead * fit.sizes.example
    has_examples = any(block.role == "example" for block in fit.flow.blocks)
    larger = [
        size
        for size in board.grid.steps["lead"]
        if size > fit.sizes.lead
        and (size <= most or not has_examples)
        and _lead_lines(board, subject, size) <= board.proportions.question.lead_lines
    ]
    candidates = (
        each for size in larger for each in _measured(board, subject, replace(fit.sizes, lead=size))
    )
    fits = partial(_fits, board, gap=board.proportions.question.preferred)
    return first_that_fits(candidates, fits) or fit


def _risen(board: PaperBoard, fit: Fit) -> Fit:
    """The fit with the highest field that leaves the preferred gaps.

    Fields beyond the series' own are for plates that would else look unfinished.
    """
    fields = board.grid.fields
    if _filled(board, fit) < board.proportions.question.high_below:
        fields = (*fields, *board.grid.high_fields)
    candidates = (replace(fit, field=field) for field in sorted(fields, reverse=True))
    fits = partial(_fits, board, gap=board.proportions.question.preferred)
    return first_that_fits(candidates, fits) or fit


def _refused(board: PaperBoard, subject: Subject) -> FaultError:
    body, example = (board.grid.steps[role][-1] for role in ("body", "example"))
    sizes = Sizes(body, example, None, cards=False)
    found = list(_measured(board, subject, sizes))
    if not found:
        return FaultError("word-too-wide", plate=subject.id, size=f"{body:g}", format=board.label)
    flow = found[0].flow
    line = board.setter.line_height("body", body)
    area = _area(board, board.tall_page(), found[0].field)
    words = sum(len(block.text.split()) for block in flow.blocks)
    height = flow.height(board.proportions.question.tightest * line)
    overflow = height - board.grid.sheets * room(board, area)
    return too_much(subject, board, excess_words(overflow, line, words / flow.lines()), body)
