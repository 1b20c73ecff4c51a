"""The head of a figure page, and the page around a figure."""

from dataclasses import dataclass

from planche.diagnostics import FaultError
from planche.geometry.board import AnyBoard, PaperBoard, Subject, bar_of, ground_of
from planche.geometry.frame import foot, kicker, on_grid, slide_foot, title_at
from planche.geometry.parts import Area, Body, Box, Foot, Kicker, Page, TextBox
from planche.geometry.typesetter import Ink
from planche.units import Mm, Pt, pt_to_mm


@dataclass(frozen=True)
class Head:
    """Kicker and title of a figure page, set at the top of it."""

    kicker: Kicker | None
    title: TextBox

    @property
    def bottom(self) -> Mm:
        """Where the title ends."""
        return self.title.box.bottom


def figure_head(
    board: AnyBoard,
    subject: Subject,
    width: Mm,
    lines: int,
    title: str,
    deep: bool = False,
    most: Pt | None = None,
) -> Head:
    """Kicker and title in a width, at the largest step that is no larger than `most`.

    Raises FaultError where the title takes too many lines.
    """
    grid = board.grid
    ink = subject.on_field() if deep else subject.on_paper()
    kicker_ink = subject.mark_on_field() if deep else Ink(subject.shade("deep"), ink.ground)
    head = kicker(board, subject, grid.margin, grid.top, width, kicker_ink)
    y = grid.top
    if head:
        white = board.proportions.title.under_kicker * pt_to_mm(head.text.size)
        y = head.text.box.bottom + white
    room = Box(grid.margin, y, width, grid.height)
    set_title = title_at(board, title, "figure-title", room, lines, ink, most)
    if len(set_title.lines) > lines:
        raise FaultError("title-too-long", plate=subject.id, size=f"{set_title.size:g}")
    return Head(head, on_grid(board, set_title))


def figure_page(
    board: AnyBoard,
    subject: Subject,
    page: Box,
    head: Head,
    body: Body,
    part: tuple[int, int] = (1, 1),
    deep: bool = False,
    fill: float = 1.0,
) -> Page:
    """A page with a figure: no field, or the whole page in the deep colour."""
    ink = subject.on_field() if deep else subject.on_paper()
    return Page(
        plate=subject.id,
        kind=subject.plate.kind,
        part=part[0],
        parts=part[1],
        width=page.width,
        height=page.height,
        ground=ground_of(board, subject, page, ink),
        family=subject.family,
        field=Area(board.printed(page), ink.ground) if deep else None,
        number=None,
        kicker=head.kicker,
        title=head.title,
        body=body,
        foot=foot_of(board, subject, page, ink),
        fill=round(fill, 3),
        bar=bar_of(board, subject, board.printed(page)) if deep else None,
    )


def foot_of(board: AnyBoard, subject: Subject, page: Box, ink: Ink) -> Foot:
    """The foot that the board's medium has."""
    if isinstance(board, PaperBoard):
        return foot(board, subject, page, ink)
    return slide_foot(board, subject, page, board.grid.margin, ink)
