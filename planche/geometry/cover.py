"""Covers: the title on the deep colour, and its number as the picture."""

from dataclasses import replace
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry.board import (
    AnyBoard,
    PaperBoard,
    SlideBoard,
    Subject,
    excess_words,
    too_much,
)
from planche.geometry.bodies import CoverBody
from planche.geometry.figure import Head, figure_page
from planche.geometry.frame import title_at
from planche.geometry.head import series_mark
from planche.geometry.outlines import ink_width, outline
from planche.geometry.parts import Box, Outline, Page, TextBox, moved
from planche.model import Cover
from planche.units import Mm, Pt


def lay_out_cover(board: AnyBoard, subject: Subject) -> tuple[Page, ...]:
    """The front of a set. Raises FaultError where its title does not fit."""
    is_paper = isinstance(board, PaperBoard)
    page = board.tall_page() if isinstance(board, PaperBoard) else board.wide_page()
    plate = cast(Cover, subject.plate)
    grid = board.grid
    shape = board.proportions.cover
    ink = subject.on_field()
    width = page.width - 2 * grid.margin
    top = grid.top * (shape.top if is_paper else shape.slide_top)
    room = Box(grid.margin, top, width, page.height * shape.room)
    title = title_at(board, plate.heading, "cover-title", room, shape.title_lines, ink)
    if title.box.height > room.height:
        raise FaultError("title-too-long", plate=subject.id, size=f"{title.size:g}")
    for size in grid.steps["cover-text"]:
        body = _body(board, subject, page, title, size)
        if body is not None:
            cover = figure_page(board, subject, page, Head(None, title), body, deep=True)
            return (replace(cover, number=_picture(board, subject, page, title.box.bottom)),)
    raise _refused(board, subject, page, title)


def _body(
    board: AnyBoard, subject: Subject, page: Box, title: TextBox, size: Pt
) -> CoverBody | None:
    """Subtitle under the title and text over the foot; None where they would meet."""
    plate = cast(Cover, subject.plate)
    grid, shape = board.grid, board.proportions.cover
    width = page.width - 2 * grid.margin
    ink, mark = subject.on_field(), subject.mark_on_field()
    gap = grid.top * shape.gap
    subtitle = None
    y = title.box.bottom + gap
    if board.plate_set.set.subtitle:
        box = Box(grid.margin, y, width * shape.subtitle, 0)
        if board.setter.count(board.plate_set.set.subtitle, "cover-text", size, box.width) is None:
            return None
        subtitle = board.setter.place(board.plate_set.set.subtitle, "cover-text", size, box, mark)
        y = subtitle.box.bottom + gap
    lowest = page.height - grid.foot - gap
    presented = board.presented if isinstance(board, SlideBoard) else None
    standing: list[TextBox | None] = []
    for words, shown in ((presented, mark), (plate.text, ink)):
        placed = None
        if words:
            box = Box(grid.margin, 0, width * shape.text, 0)
            if board.setter.count(words, "cover-text", size, box.width) is None:
                return None
            placed = board.setter.place(words, "cover-text", size, box, shown)
            placed = moved(placed, lowest - placed.box.bottom)
            lowest = placed.box.y - placed.line_height / 2
        standing.append(placed)
    under, text = standing
    return CoverBody(subtitle, text, under) if y <= lowest else None


def _refused(board: AnyBoard, subject: Subject, page: Box, title: TextBox) -> FaultError:
    plate = cast(Cover, subject.plate)
    shape = board.proportions.cover
    size = board.grid.steps["cover-text"][-1]
    width = (page.width - 2 * board.grid.margin) * shape.text
    line = board.setter.line_height("cover-text", size)
    words = f"{board.plate_set.set.subtitle or ''} {plate.text or ''}"
    height = board.setter.height(words, "cover-text", size, width) or line
    room = page.height - board.grid.foot - title.box.bottom - 3 * board.grid.top * shape.gap
    share = len(words.split()) / (height / line)
    return too_much(subject, board, excess_words(max(height - room, line), line, share), size)


CLEAN: Mm = 0.3
"""How far a number in the colour of the paper is cut beyond the field's edge, or a hair of the
field would be left there."""


def _picture(board: AnyBoard, subject: Subject, page: Box, under: Mm) -> Outline:
    """The title's number, or its first letter, as wide as the page and cut off by its edge."""
    sign = series_mark(board, subject.plate.heading)
    face = board.number_face
    printed = board.printed(page)
    width = printed.width * board.proportions.cover.picture
    across = width / ink_width(face, sign, 1.0)
    size = min(across, page.height / face.cap_height)
    height = size * face.cap_height
    x = printed.x + width - ink_width(face, sign, size)
    # Where there is room the picture stands free under the title, else on the page's edge.
    free = page.height - board.grid.foot - under
    baseline = page.height * (1 + board.proportions.number.sunk)
    if height < free:
        baseline = under + (free + height) / 2
    foot = board.grid.foot - board.grid.rule_down
    fill = subject.shade(subject.dress.cover_number)
    reach = CLEAN if fill == subject.dress.paper else 0.0
    clip = Box(printed.x, printed.y, printed.width + reach, page.height - foot - printed.y)
    return outline(face, sign, size, x, baseline, clip, fill)
