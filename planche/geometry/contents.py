"""Contents: the questions and figures grouped by audience, in order, under their signs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product

from planche.blocks import listed
from planche.diagnostics import FaultError
from planche.geometry.board import AnyBoard, PaperBoard, SlideBoard, Subject, excess_words, too_much
from planche.geometry.bodies import ContentsBody, Entry, Group
from planche.geometry.head import band_height, band_page, field_page, split_evenly
from planche.geometry.parts import Area, Box, Page, SignMark
from planche.geometry.question_slides import word_too_wide
from planche.geometry.typesetter import Ink
from planche.proportions import ContentsProportions
from planche.units import Mm, Pt, pt_to_mm


@dataclass(frozen=True)
class Listed:
    """One entry before it is set."""

    subject: Subject
    number: str
    text: str


@dataclass(frozen=True)
class Measured:
    """Groups of entries with the lines each takes, at one size, in one column."""

    groups: tuple[tuple[Listed, ...], ...]
    lines: tuple[tuple[int, ...], ...]
    size: Pt
    column: Box
    side: Mm
    line_height: Mm

    def height(self, gap: float) -> Mm:
        """Height of all groups where the gap between entries is a share of a line."""
        names = 0.0 if self.side else len(self.groups) * (1 + gap)
        entries = sum(sum(lines) for lines in self.lines)
        within = sum(len(lines) - 1 for lines in self.lines) * gap
        between = (len(self.groups) - 1) * gap * 2 + len(self.groups) * gap
        return (names + entries + within + between) * self.line_height


def lay_out_contents(board: PaperBoard, subject: Subject) -> tuple[Page, ...]:
    """The page of the contents, or several sheets where the format allows them.

    Raises FaultError where there are too many plates.
    """
    page = board.tall_page()
    groups = _groups(board)
    shape = board.proportions.contents
    most_fill = board.proportions.question.most_fill
    for size, side in product(board.grid.steps["entry"], (shape.side, 0.0)):
        for field in sorted(_fields(board), reverse=True):
            area = board.text_area(page, field + board.grid.gap)
            measured = _measure(board, groups, size, area, area.width * side)
            if measured and measured.height(shape.tightest) <= area.height * most_fill:
                gap = _gap(measured, area.height * most_fill, shape)
                body = _placed(board, [measured], [gap])
                fill = measured.height(gap) / area.height
                return (field_page(board, subject, page, field, body, fill),)
    sheets = _sheets(board, subject, groups, page)
    if sheets is None:
        raise _refused(board, subject, groups, page)
    return sheets


def _sheets(
    board: PaperBoard, subject: Subject, groups: tuple[tuple[Listed, ...], ...], page: Box
) -> tuple[Page, ...] | None:
    """The contents on the fewest sheets, more than one, at the largest size that goes in."""
    shape = board.proportions.contents
    field = min(_fields(board))
    area = board.text_area(page, field + board.grid.gap)
    most = area.height * board.proportions.question.most_fill
    counts = range(2, board.grid.sheets + 1)
    for count, size, side in product(counts, board.grid.steps["entry"], (shape.side, 0.0)):
        for shares in _shares(groups, count):
            measured = [_measure(board, each, size, area, area.width * side) for each in shares]
            found = [each for each in measured if each and each.height(shape.tightest) <= most]
            if len(found) < len(shares):
                continue
            gap = min(_gap(each, most, shape) for each in found)
            return tuple(
                field_page(
                    board,
                    subject,
                    page,
                    field,
                    _placed(board, [each], [gap]),
                    each.height(gap) / area.height,
                    (part, count),
                )
                for part, each in enumerate(found, start=1)
            )
    return None


def contents_slides(board: SlideBoard, subject: Subject) -> tuple[Page, ...]:
    """Slides of the contents under a band, in columns of whole groups if they go in."""
    page = board.wide_page()
    groups = _groups(board)
    if not groups:
        return (band_page(board, subject, page, ContentsBody(()), (1, 1)),)
    columns = _columns(board, page, min(board.proportions.slide.columns, len(groups)))
    most = len(groups) + len(_flat(groups))
    every = (each for count in range(1, most + 1) for each in _shares(groups, len(columns) * count))
    for shares in every:
        for size in board.grid.steps["entry"]:
            pages = _slide_columns(board, shares, size, columns)
            if pages:
                bodies = [_spread(board, row) for row in pages]
                return tuple(
                    band_page(board, subject, page, body, (index + 1, len(bodies)))
                    for index, body in enumerate(bodies)
                )
    raise word_too_wide(subject, board.grid.steps["entry"][-1])


def _columns(board: SlideBoard, page: Box, count: int) -> list[Box]:
    area = board.text_area(page, band_height(board) + board.grid.gap)
    gutter = 2 * board.grid.gap
    width = (area.width - (count - 1) * gutter) / count
    return [
        Box(area.x + index * (width + gutter), area.y, width, area.height) for index in range(count)
    ]


def _spread(board: SlideBoard, columns: Sequence[Measured]) -> ContentsBody:
    """The columns of a slide, all with the gap that the fullest leaves room for."""
    shape = board.proportions.contents
    gap = min(shape.on_slides, *(_gap(each, each.column.height, shape) for each in columns))
    return _placed(board, list(columns), [gap] * len(columns))


def _fields(board: PaperBoard) -> list[Mm]:
    lowest = min(board.grid.fields)
    low = [round(lowest * share) for share in board.proportions.contents.low_fields]
    return [*low, *board.grid.fields, *board.grid.high_fields]


def _groups(board: AnyBoard) -> tuple[tuple[Listed, ...], ...]:
    return tuple(
        tuple(_listed(board.subject(position)) for position in group)
        for group in listed(board.plate_set.plates)
    )


def _listed(subject: Subject) -> Listed:
    return Listed(subject, str(subject.plate.number or ""), subject.plate.heading)


def _flat(groups: Sequence[Sequence[Listed]]) -> list[Listed]:
    return [each for group in groups for each in group]


def _shares(
    groups: Sequence[tuple[Listed, ...]], count: int
) -> Iterator[list[tuple[tuple[Listed, ...], ...]]]:
    """The groups in columns: whole ones if there are enough of them, then with groups parted."""
    if count <= len(groups):
        sizes = [sum(len(each.text) for each in group) + NAME for group in groups]
        yield [tuple(groups[start:end]) for start, end in split_evenly(sizes, count)]
    singles: list[tuple[Listed, ...]] = [(each,) for each in _flat(groups)]
    if count <= len(singles):
        parts = split_evenly([1] * len(singles), count)
        yield [_regrouped(singles[start:end]) for start, end in parts]


NAME = 60
"""What the name of a group takes of a column, in letters of an entry."""


def _regrouped(singles: Sequence[tuple[Listed, ...]]) -> tuple[tuple[Listed, ...], ...]:
    flat = _flat(singles)
    return tuple(
        tuple(group) for _, group in groupby(flat, lambda each: each.subject.plate.audience)
    )


def _slide_columns(
    board: SlideBoard,
    shares: Sequence[tuple[tuple[Listed, ...], ...]],
    size: Pt,
    columns: Sequence[Box],
) -> list[tuple[Measured, ...]] | None:
    measured = [
        _measure(board, share, size, columns[index % len(columns)], 0.0)
        for index, share in enumerate(shares)
    ]
    tightest = board.proportions.contents.tightest
    found = [each for each in measured if each and each.height(tightest) <= each.column.height]
    if len(found) < len(measured):
        return None
    step = len(columns)
    return [tuple(found[index : index + step]) for index in range(0, len(found), step)]


def _measure(
    board: AnyBoard,
    groups: tuple[tuple[Listed, ...], ...],
    size: Pt,
    column: Box,
    side: Mm,
) -> Measured | None:
    width = column.width - side - board.proportions.contents.number * pt_to_mm(size)
    lines = []
    for group in groups:
        counts = [board.setter.count(each.text, "entry", size, width) for each in group]
        known = [count for count in counts if count is not None]
        if len(known) < len(counts):
            return None
        lines.append(tuple(known))
    height = board.setter.line_height("entry", size)
    return Measured(groups, tuple(lines), size, column, side, height)


def _gap(measured: Measured, height: Mm, shape: ContentsProportions) -> float:
    """The widest gap, up to one line, at which the groups stand in a height."""
    low, high = shape.tightest, shape.widest
    spare = height - measured.height(low)
    per_gap = (measured.height(high) - measured.height(low)) / (high - low)
    return min(high, low + spare / per_gap) if per_gap else low


def _placed(board: AnyBoard, columns: Sequence[Measured], gaps: Sequence[float]) -> ContentsBody:
    groups: list[Group] = []
    for measured, gap in zip(columns, gaps, strict=True):
        y = measured.column.y
        for index, group in enumerate(measured.groups):
            if index:
                y += 2 * gap * measured.line_height
            placed, y = _group(board, measured, group, y, gap)
            groups.append(placed)
    return ContentsBody(tuple(groups))


def _group(
    board: AnyBoard, measured: Measured, group: tuple[Listed, ...], y: Mm, gap: float
) -> tuple[Group, Mm]:
    column, line = measured.column, measured.line_height
    subject = group[0].subject
    rule = Area(Box(column.x, y, column.width, board.proportions.foot.rule), subject.shade("deep"))
    y += gap * line
    entries = []
    ink = Ink(subject.shade("deep"), subject.dress.paper)
    mark, name = None, None
    if subject.audience:
        size = max(each for each in board.grid.steps["group"] if each <= measured.size + 4)
        size = min(size, measured.size)
        em = pt_to_mm(size)
        box = Box(column.x + em * 1.4, y, (measured.side or column.width) - em * 1.4, 0)
        name = board.setter.place(subject.audience.name, "group", size, box, ink)
        middle = y + name.line_height / 2
        place = Box(column.x, middle - em * 0.4, em * 0.8, em * 0.8)
        mark = SignMark(subject.audience.sign, place, subject.shade("deep"))
    if not measured.side:
        y += line * (1 + gap)
    for index, each in enumerate(group):
        y += gap * line if index else 0.0
        entry = _entry(board, measured, each, y)
        entries.append(entry)
        y = entry.text.box.bottom
    return Group(mark, name, rule, tuple(entries)), y


def _entry(board: AnyBoard, measured: Measured, each: Listed, y: Mm) -> Entry:
    em = pt_to_mm(measured.size)
    x = measured.column.x + measured.side
    numbers = Box(x, y, board.proportions.contents.number * em, 0)
    deep = Ink(each.subject.shade("deep"), each.subject.dress.paper)
    number = None
    if each.number:
        number = board.setter.place(each.number, "entry-number", measured.size, numbers, deep)
    left = numbers.right
    box = Box(left, y, measured.column.right - left, 0)
    text = board.setter.place(each.text, "entry", measured.size, box, replace(deep, colour="ink"))
    return Entry(number, text, each.subject.id)


def _refused(
    board: PaperBoard, subject: Subject, groups: tuple[tuple[Listed, ...], ...], page: Box
) -> FaultError:
    size = board.grid.steps["entry"][-1]
    area = board.text_area(page, min(_fields(board)) + board.grid.gap)
    measured = _measure(board, groups, size, area, 0.0)
    if measured is None:
        return FaultError("word-too-wide", plate=subject.id, size=f"{size:g}", format=board.label)
    overflow = measured.height(board.proportions.contents.tightest)
    overflow -= board.grid.sheets * area.height
    excess = excess_words(max(overflow, 1), measured.line_height, 6)
    return too_much(subject, board, excess, size)
