"""Pages with a colour field over the text, and slides with a panel beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from planche.diagnostics import FaultError
from planche.geometry.board import AnyBoard, PaperBoard, SlideBoard, Subject, bar_of
from planche.geometry.frame import foot, kicker, on_grid, slide_foot, title_at
from planche.geometry.outlines import cap_size, ink_width, outline
from planche.geometry.parts import Area, Body, Box, Foot, Kicker, Outline, Page, TextBox, moved
from planche.text.markup import plain
from planche.units import Mm


def field_page(
    board: PaperBoard,
    subject: Subject,
    page: Box,
    field: Mm,
    body: Body,
    fill: float,
    part: tuple[int, int] = (1, 1),
) -> Page:
    """A portrait page: the title bottom left in a colour field, the body under it.

    `field` is where the field ends, from the top of the page.
    """
    ink = subject.on_field()
    shape = board.proportions.title
    width = page.width - 2 * board.grid.margin
    head = kicker(board, subject, board.grid.margin, board.grid.top, width, subject.mark_on_field())
    under = head.text.box.bottom + board.grid.over_title if head else board.grid.top
    room = Box(board.grid.margin, under, width, field - board.grid.under_title_in_field - under)
    title = _sibling_title(board, subject, room, part, shape.lines)
    if title.box.height > room.height:
        raise FaultError("title-too-long", plate=subject.id, size=f"{title.size:g}")
    printed = board.printed(page)
    height = field - printed.y
    area = Area(Box(printed.x, printed.y, printed.width, height), ink.ground)
    number = giant_number(board, subject, area.box)
    placed = _within(board, room, moved(title, room.bottom - title.box.bottom))
    foot_of_page = foot(board, subject, page, subject.on_paper())
    made = _headed(subject, page, part, Heading(area, number, head, placed), body, foot_of_page)
    return replace(made, fill=round(fill, 3), bar=bar_of(board, subject, area.box))


def _within(board: PaperBoard, room: Box, title: TextBox) -> TextBox:
    """The title on the baseline grid, not above its room."""
    placed = on_grid(board, title)
    return placed if placed.box.y >= room.y else moved(placed, board.grid.baseline)


def panel_page(
    board: SlideBoard, subject: Subject, page: Box, body: Body, part: tuple[int, int]
) -> Page:
    """A slide: the title in a colour panel at the left that stays beside its body."""
    ink = subject.on_field()
    grid = board.grid
    shape = board.proportions.title
    width = grid.panel - grid.margin - shape.panel_side
    head = kicker(board, subject, grid.margin, grid.top, width, subject.mark_on_field())
    y = head.text.box.bottom + grid.over_title if head else grid.top
    room = Box(grid.margin, y, width, page.height - grid.foot - y)
    title = _sibling_title(board, subject, room, part, shape.panel_lines)
    if title.box.height > room.height:
        raise FaultError("title-too-long", plate=subject.id, size=f"{title.size:g}")
    panel = Area(Box(0, 0, grid.panel, page.height), ink.ground)
    number = panel_number(board, subject, panel.box)
    left = grid.panel + 2 * grid.gap
    return _slide(board, subject, page, part, Heading(panel, number, head, title), body, left)


@dataclass(frozen=True)
class Heading:
    """What stands at the head of a page: colour field, number, kicker, title."""

    field: Area
    number: Outline
    kicker: Kicker | None
    title: TextBox


def _slide(
    board: SlideBoard,
    subject: Subject,
    page: Box,
    part: tuple[int, int],
    heading: Heading,
    body: Body,
    left: Mm,
) -> Page:
    """A slide on paper; its foot starts at `left`."""
    foot_of_slide = slide_foot(board, subject, page, left, subject.on_paper())
    return _headed(subject, page, part, heading, body, foot_of_slide)


def _headed(
    subject: Subject,
    page: Box,
    part: tuple[int, int],
    heading: Heading,
    body: Body,
    foot_of_page: Foot,
) -> Page:
    """A page in the colour of paper under its heading."""
    return Page(
        plate=subject.id,
        kind=subject.plate.kind,
        part=part[0],
        parts=part[1],
        width=page.width,
        height=page.height,
        ground=subject.dress.paper,
        family=subject.family,
        field=heading.field,
        number=heading.number,
        kicker=heading.kicker,
        title=heading.title,
        body=body,
        foot=foot_of_page,
        fill=1.0,
    )


def band_page(
    board: SlideBoard, subject: Subject, page: Box, body: Body, part: tuple[int, int]
) -> Page:
    """A slide with a colour band across its top, which leaves its whole width to the body."""
    ink = subject.on_field()
    grid = board.grid
    band = Area(Box(0, 0, page.width, band_height(board)), ink.ground)
    room = Box(
        grid.margin, grid.top, page.width * board.proportions.slide.band_title, band.box.height
    )
    heading = part_title(board, subject.plate.heading, part)
    title = title_at(board, heading, "figure-title", room, 1, ink)
    bottom = band.box.height - grid.gap
    if len(title.lines) > 1:
        raise FaultError("title-too-long", plate=subject.id, size=f"{title.size:g}")
    placed = moved(title, bottom - title.box.bottom)
    number = giant_number(board, subject, band.box)
    return _slide(
        board, subject, page, part, Heading(band, number, None, placed), body, grid.margin
    )


def band_height(board: SlideBoard) -> Mm:
    """Height of a band across the top of a slide."""
    return board.grid.height * board.proportions.slide.band


def _sibling_title(
    board: AnyBoard, subject: Subject, room: Box, part: tuple[int, int], lines: int
) -> TextBox:
    """The title of a part, in the size and width that suit the last part of its plate.

    So the titles of a plate's pages break alike.
    """
    ink, heading = subject.on_field(), subject.plate.heading
    last = part_title(board, heading, (part[1], part[1]))
    model = title_at(board, last, "question", room, lines, ink)
    if part[0] == part[1]:
        return model
    own = part_title(board, heading, part)
    title = title_at(board, own, "question", room, lines, ink, most=model.size)
    if len(title.lines) == len(model.lines):
        return title
    box = Box(room.x, room.y, model.box.width, room.height)
    return title_at(board, own, "question", box, lines, ink, most=model.size)


def part_title(board: AnyBoard, title: str, part: tuple[int, int]) -> str:
    """A title with its place among the pages of its plate, where there are several."""
    if part[1] == 1:
        return title
    return board.strings.part.format(title=title, part=part[0], parts=part[1])


def giant_number(board: AnyBoard, subject: Subject, field: Box) -> Outline:
    """The plate's number or the series' mark, as tall as its field allows, cut off at the right."""
    digits = _digits(board, subject)
    shape = board.proportions.number
    share = shape.digit if len(digits) == 1 else shape.pair
    return _figure(board, subject, digits, field.height * share, field)


def panel_number(board: SlideBoard, subject: Subject, panel: Box) -> Outline:
    """The plate's number at the foot of a panel."""
    digits = _digits(board, subject)
    shape = board.proportions.number
    share = 1.0 if len(digits) == 1 else shape.pair
    return _figure(board, subject, digits, panel.height * shape.panel * share, panel)


def _digits(board: AnyBoard, subject: Subject) -> str:
    """The plate's number, or the series' mark where it has none."""
    return str(subject.plate.number or series_mark(board, board.plate_set.set.title))


def series_mark(board: AnyBoard, title: str) -> str:
    """What stands for a title: the number in it, else its first letter, else its first sign.

    Only what is seen of the title counts: neither its markup nor where its links lead.
    """
    words = plain(board.setter.rich(title))
    found = NUMBER.search(words)
    if found:
        return found[0]
    return next(filter(str.isalpha, words), words[0]).upper()


NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _figure(board: AnyBoard, subject: Subject, digits: str, height: Mm, field: Box) -> Outline:
    face = board.number_face
    size = cap_size(face, height)
    x = field.right - ink_width(face, digits, size) * (1 - board.proportions.number.cut)
    baseline = field.bottom + height * board.proportions.number.sunk
    fill = subject.shade(subject.dress.number)
    return outline(face, digits, size, x, baseline, field, fill)


def split_evenly(weights: Sequence[float], parts: int) -> list[tuple[int, int]]:
    """The most even cut of a row of things into parts (least sum of squares), as index ranges."""
    count = len(weights)
    best: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for part in range(parts):
        for end in range(part + 1, count + 1):
            options = [
                (
                    best[part, start][0] + sum(weights[start:end]) ** 2,
                    (*best[part, start][1], start),
                )
                for start in range(end)
                if (part, start) in best
            ]
            if options:
                best[part + 1, end] = min(options)
    starts = best[parts, count][1]
    return list(zip(starts, (*starts[1:], count), strict=True))
