"""Ladders: a staircase that rises to the right, with the people who stand on each step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry.board import (
    AnyBoard,
    Subject,
    excess_words,
    stacked,
    too_much,
)
from planche.geometry.bodies import LadderBody, LadderStep
from planche.geometry.dress import text_on
from planche.geometry.figure import Head, figure_head, figure_page
from planche.geometry.outlines import cap_size, ink_width, outline
from planche.geometry.parts import Area, Box, Outline, Page, TextBox
from planche.geometry.typesetter import Ink
from planche.model import Ladder, Step
from planche.units import Mm, Pt


@dataclass(frozen=True)
class Sizes:
    """Sizes on a ladder."""

    step: Pt
    nickname: Pt
    person: Pt


@dataclass(frozen=True)
class Trial:
    """What a staircase is tried with: sizes, the head it must leave free, rises in mm."""

    sizes: Sizes
    head: Head
    rises: Sequence[Mm]


@dataclass(frozen=True)
class Stairs:
    """A staircase that fits: sizes, and the height of every step."""

    sizes: Sizes
    heights: tuple[Mm, ...]


def lay_out_ladder(board: AnyBoard, subject: Subject) -> tuple[Page, ...]:
    """The landscape page of a ladder. Raises FaultError where it is too long."""
    ladder = cast(Ladder, subject.plate)
    page = board.wide_page()
    ground = board.text_area(page, board.grid.top)
    width = ground.width / len(ladder.steps) - 2 * _padding(board)
    shape = board.proportions.ladder
    for least, sizes, spanned in product(
        (shape.least_rise, 0.0), _whole_words_first(board, ladder, width), shape.title_spans
    ):
        head = _head(board, subject, ground.width * spanned, ladder.heading)
        if head is None:
            continue
        rises = [rise * page.height for rise in shape.rises if rise >= least]
        stairs = _stairs(board, ladder, ground, page, Trial(sizes, head, rises))
        if stairs:
            body = _drawn(board, subject, ladder, ground, page, stairs)
            return (figure_page(board, subject, page, head, body),)
    raise _refused(board, subject, ladder, ground)


def _padding(board: AnyBoard) -> Mm:
    """Padding inside a step."""
    return board.grid.padding * board.proportions.ladder.padding


def _head(board: AnyBoard, subject: Subject, width: Mm, title: str) -> Head | None:
    """The head, its title's box no wider than its lines; None where it takes too many."""
    try:
        head = figure_head(board, subject, width, board.proportions.ladder.title_lines, title)
    except FaultError:
        return None
    if not board.setter.medium.imposed:
        return head
    longest = max(line.width for line in head.title.lines)
    return Head(head.kicker, replace(head.title, box=replace(head.title.box, width=longest)))


def _sizes(board: AnyBoard) -> Iterator[Sizes]:
    steps = board.grid.steps
    for person, step in product(steps["person"], steps["step"]):
        if step >= person:
            nickname = next((size for size in steps["nickname"] if size <= step), person)
            yield Sizes(step, min(nickname, step), person)


def _whole_words_first(board: AnyBoard, ladder: Ladder, width: Mm) -> list[Sizes]:
    """The sizes, those first at which no step's name is divided."""

    def divided(sizes: Sizes) -> bool:
        return any(
            board.setter.divides_a_word(step.name, "step", sizes.step, width)
            for step in ladder.steps
        )

    return sorted(_sizes(board), key=divided)


def _stairs(board: AnyBoard, ladder: Ladder, ground: Box, page: Box, trial: Trial) -> Stairs | None:
    """The steepest staircase whose steps hold their people and leave the title free."""
    head = trial.head
    width = ground.width / len(ladder.steps)
    needed = [_needed(board, step, width, page, trial.sizes) for step in ladder.steps]
    known = [height for height in needed if height is not None]
    if len(known) < len(needed):
        return None
    clearance = board.grid.padding * board.proportions.ladder.clearance
    title_right = head.title.box.right
    for rise in trial.rises:
        lowest = max(height - index * rise for index, height in enumerate(known))
        heights = tuple(lowest + index * rise for index in range(len(known)))
        under_title = [
            height
            for index, height in enumerate(heights)
            if ground.x + index * width < title_right + clearance
        ]
        free = ground.bottom - (head.bottom + clearance)
        if max(heights) <= ground.height and max(under_title) <= free:
            spare = min(free - max(under_title), ground.height - max(heights))
            return Stairs(trial.sizes, _grown(heights, spare * board.proportions.ladder.grow))
    return None


def _grown(heights: tuple[Mm, ...], by: Mm) -> tuple[Mm, ...]:
    """The same stairs raised together."""
    return tuple(height + max(0.0, by) for height in heights)


def _needed(board: AnyBoard, step: Step, width: Mm, page: Box, sizes: Sizes) -> Mm | None:
    """The height of a step that holds its texts and its number."""
    padding = _padding(board)
    heights = [
        _height(board, text, role, size, width - 2 * padding)
        for text, role, size in _texts(step, sizes)
    ]
    known = [height for height in heights if height is not None]
    if len(known) < len(heights):
        return None
    head, people = known[: -len(step.people)], known[-len(step.people) :]
    gap = 2 * padding * board.proportions.ladder.person_gap + board.proportions.hairline
    number = page.height * board.proportions.ladder.number + padding
    return padding * 2 + sum(head) + gap * 1.4 + stacked(people, gap) + number


def _height(board: AnyBoard, text: str, role: str, size: Pt, width: Mm) -> Mm | None:
    return board.setter.height(text, role, size, width)


def _texts(step: Step, sizes: Sizes) -> Iterator[tuple[str, str, Pt]]:
    yield step.name, "step", sizes.step
    if step.nickname:
        yield step.nickname, "nickname", sizes.nickname
    for person in step.people:
        yield person, "person", sizes.person


def _drawn(
    board: AnyBoard,
    subject: Subject,
    ladder: Ladder,
    ground: Box,
    page: Box,
    stairs: Stairs,
) -> LadderBody:
    width = ground.width / len(ladder.steps)
    shades = _shades(subject, len(ladder.steps))
    steps = []
    for index, (step, height) in enumerate(zip(ladder.steps, stairs.heights, strict=True)):
        box = Box(ground.x + index * width, ground.bottom - height, width, height)
        steps.append(
            _step(board, subject, step, str(index + 1), Area(box, shades[index]), page, stairs)
        )
    return LadderBody(tuple(steps))


def _shades(subject: Subject, count: int) -> list[str]:
    """Tints for the lower half of the steps, deeps for the upper: text is legible on both.

    Between L* 38 and 69 no text colour reaches 7:1 (WCAG 2.2, 1.4.6), so there is no middle.
    """
    low = (count + 1) // 2
    dress = subject.dress
    return [
        *_spread(subject, dress.low_steps, low),
        *_spread(subject, dress.high_steps, count - low),
    ]


def _spread(subject: Subject, shades: Sequence[str], count: int) -> Iterator[str]:
    """Some shades over a number of steps, as evenly as they go."""
    for index in range(count):
        yield subject.shade(shades[index * len(shades) // max(len(shades), count)])


def _step(
    board: AnyBoard,
    subject: Subject,
    step: Step,
    number: str,
    area: Area,
    page: Box,
    stairs: Stairs,
) -> LadderStep:
    padding = _padding(board)
    colour = text_on(area.fill)
    ink = Ink(colour, area.fill)
    x, width = area.box.x + padding, area.box.width - 2 * padding
    y = area.box.y + padding
    placed: list[TextBox] = []
    rules: list[Area] = []
    gap = padding * board.proportions.ladder.person_gap
    for text, role, size in _texts(step, stairs.sizes):
        if role == "person":
            y += gap * (1.6 if not rules else 1.2)
            rules.append(Area(Box(x, y, width, board.proportions.hairline), colour))
            y += board.proportions.hairline + gap * 0.8
        placed.append(board.setter.place(text, role, size, Box(x, y, width, 0), ink))
        y = placed[-1].box.bottom
    head = len(placed) - len(step.people)
    return LadderStep(
        area=area,
        name=placed[0],
        nickname=placed[1] if head == 2 else None,
        people=tuple(placed[head:]),
        rules=tuple(rules),
        number=_number(board, subject, number, area, page, padding),
        tread=_tread(board, subject, area.box),
    )


def _tread(board: AnyBoard, subject: Subject, box: Box) -> Area | None:
    """The deep upper edge of a step; None where the steps have weight of their own."""
    height = board.grid.padding * subject.dress.tread
    edge = Box(box.x, box.y, box.width, height)
    return Area(edge, subject.shade("deep")) if height else None


def _number(
    board: AnyBoard, subject: Subject, number: str, area: Area, page: Box, padding: Mm
) -> Outline:
    face = board.number_face
    size = cap_size(face, page.height * board.proportions.ladder.number)
    x = area.box.right - padding - ink_width(face, number, size)
    fill = _quiet(subject, area.fill)
    return outline(face, number, size, x, area.box.bottom - padding, area.box, fill)


def _quiet(subject: Subject, fill: str) -> str:
    """A token that shows faintly on a step."""
    quiet = {subject.shade(each): shade for each, shade in subject.dress.quiet.items()}
    return subject.shade(quiet[fill])


def _refused(board: AnyBoard, subject: Subject, ladder: Ladder, ground: Box) -> FaultError:
    sizes = list(_sizes(board))[-1]
    width = ground.width / len(ladder.steps)
    needed = [_needed(board, step, width, ground, sizes) for step in ladder.steps]
    known = [height for height in needed if height is not None]
    if len(known) < len(needed):
        return FaultError(
            "word-too-wide", plate=subject.id, size=f"{sizes.person:g}", format=board.label
        )
    line = board.setter.line_height("person", sizes.person)
    overflow = max(max(known) - ground.height * 0.7, line)
    return too_much(subject, board, excess_words(overflow, line, 3), sizes.person)
