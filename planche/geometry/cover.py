"""Covers: the title on the deep colour, and its number as the picture."""

import re
from dataclasses import replace
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry.board import AnyBoard, PaperBoard, Subject
from planche.geometry.bodies import CoverBody
from planche.geometry.figure import foot_of
from planche.geometry.frame import title_at
from planche.geometry.outlines import ink_width, outline
from planche.geometry.parts import Area, Box, Outline, Page, TextBox, moved
from planche.geometry.typesetter import Ink
from planche.model import Cover
from planche.units import Mm

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def lay_out_cover(board: AnyBoard, subject: Subject) -> tuple[Page, ...]:
    """The front of a set. Raises FaultError where its title does not fit."""
    is_paper = isinstance(board, PaperBoard)
    page = board.tall_page() if isinstance(board, PaperBoard) else board.wide_page()
    plate = cast(Cover, subject.plate)
    grid = board.grid
    shape = board.proportions.cover
    ink = subject.on_deep()
    accent = replace(ink, colour="accent")
    width = page.width - 2 * grid.margin
    top = grid.top * (shape.top if is_paper else shape.slide_top)
    room = Box(grid.margin, top, width, page.height * shape.room)
    title = title_at(board, plate.heading, "cover-title", room, shape.title_lines, ink)
    if title.box.height > room.height:
        raise FaultError("title-too-long", plate=subject.id, size=f"{title.size:g}")
    size = board.grid.steps["cover-text"][0]
    subtitle = text = None
    y = title.box.bottom + grid.top * shape.gap
    if board.plate_set.set.subtitle:
        box = Box(grid.margin, y, width * shape.subtitle, 0)
        subtitle = board.setter.place(board.plate_set.set.subtitle, "cover-text", size, box, accent)
    if plate.text:
        box = Box(grid.margin, 0, width * shape.text, 0)
        text = board.setter.place(plate.text, "cover-text", size, box, ink)
        bottom = page.height - grid.foot - grid.top * shape.gap
        text = moved(text, bottom - text.box.bottom)
    body = CoverBody(subtitle, text)
    return (_page(board, subject, page, title, body, ink),)


def _page(
    board: AnyBoard,
    subject: Subject,
    page: Box,
    title: TextBox,
    body: CoverBody,
    ink: Ink,
) -> Page:
    return Page(
        plate=subject.id,
        kind=subject.plate.kind,
        part=1,
        parts=1,
        width=page.width,
        height=page.height,
        ground=ink.ground,
        family=subject.family,
        field=Area(page, subject.shade("deep")),
        number=_picture(board, subject, page, title.box.bottom),
        kicker=None,
        title=title,
        body=body,
        foot=foot_of(board, subject, page, ink),
        fill=1.0,
    )


def _picture(board: AnyBoard, subject: Subject, page: Box, under: Mm) -> Outline:
    """The title's number, or its first letter, as wide as the page and cut off by its edge."""
    found = NUMBER.search(subject.plate.heading)
    sign = found[0] if found else subject.plate.heading[0].upper()
    face = board.number_face
    width = page.width * board.proportions.cover.picture
    across = width / ink_width(face, sign, 1.0)
    down = (page.height - under) * 0.8 / face.cap_height
    size = min(across, down)
    x = width - ink_width(face, sign, size)
    baseline = page.height - board.grid.foot * 1.6
    if size == across:
        baseline = under + (page.height - board.grid.foot - under + size * face.cap_height) / 2
    return outline(face, sign, size, x, baseline, page, subject.shade("ghost"))
