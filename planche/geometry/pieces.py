"""Posters in pieces: an A3 on four sheets of A4 that overlap, with marks to cut and glue by.

Every sheet shows its piece in the poster's own size, inside what an office printer can print,
and beside it says which sheet it is and how the four are put together.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from planche.diagnostics import FaultError
from planche.geometry.board import PaperBoard, Subject
from planche.geometry.bodies import PieceBody
from planche.geometry.frame import kicker, series_line, smallest, title_at
from planche.geometry.outlines import cap_size, ink_width, outline
from planche.geometry.parts import Area, Box, Foot, Kicker, Outline, Page, Picture, TextBox, moved
from planche.geometry.typesetter import Ink
from planche.theme import PieceFormat
from planche.units import Mm, pt_to_mm

COLUMNS = ROWS = 2
SHEETS = COLUMNS * ROWS

PICTURE = "piece"
"""What the pages call the picture of a piece."""

KICKER_LINES = 2

DIGIT = 0.4
"""Height of a sheet's number in the scheme, as a share of its field there."""


@dataclass(frozen=True)
class Cut:
    """How a poster is cut: its size in print, the size of a piece, and what pieces share.

    `scale` is what the poster is printed at against its own size: 1 unless the sheets are too
    small for it.
    """

    scale: float
    width: Mm
    height: Mm
    overlap: Mm

    def piece(self, number: int) -> Box:
        """A piece on the printed poster, from its top left; the numbers go row by row from 0."""
        row, column = divmod(number, COLUMNS)
        across, down = self.width - self.overlap, self.height - self.overlap
        return Box(column * across, row * down, self.width, self.height)

    @property
    def whole(self) -> tuple[Mm, Mm]:
        """Width and height of the poster when it is put together."""
        last = self.piece(SHEETS - 1)
        return last.right, last.bottom


@dataclass(frozen=True)
class _Sheet:
    """A sheet that is being laid out: its page, the piece on it, which of the four it is."""

    board: PaperBoard
    subject: Subject
    poster: Page
    cut: Cut
    page: Box
    number: int

    @property
    def shape(self) -> PieceFormat:
        """Measures of marks and scheme."""
        return self.board.theme.pieces

    @property
    def ink(self) -> Ink:
        """Text beside the piece."""
        return self.subject.on_paper()

    @property
    def deep(self) -> str:
        """The colour of the plate."""
        return self.subject.shade("deep")

    @property
    def lies(self) -> bool:
        """Whether the sheet is in landscape."""
        return self.page.width > self.page.height

    @property
    def piece(self) -> Box:
        """Where the piece is printed: at the top left, or at the left of a sheet that lies."""
        edge = self.board.grid.edge + self.shape.mark + self.shape.mark_off
        width, height = self.cut.width, self.cut.height
        return Box(edge, (self.page.height - height) / 2 if self.lies else edge, width, height)

    @property
    def panel(self) -> Box:
        """Where the words stand: under the piece, or right of it."""
        piece, grid = self.piece, self.board.grid
        away = self.shape.mark_off + self.shape.mark + self.shape.gap
        if self.lies:
            left = piece.right + away
            return Box(left, piece.y, self.page.width - grid.edge - left, piece.height)
        top = piece.bottom + away
        width, height = self.page.width - piece.x, self.page.height - top
        return Box(piece.x, top, width - grid.edge, height - grid.edge)


def lay_out_pieces(board: PaperBoard, poster: Page, subject: Subject) -> tuple[Page, ...]:
    """The sheets of one page of a poster; `board` is of the paper in the printer.

    Raises FaultError where the words do not fit.
    """
    page, cut = _sheet_of(board, poster), cut_of(board, poster)
    return tuple(
        _page(_Sheet(board, subject, poster, cut, page, number)) for number in range(SHEETS)
    )


def _sheet_of(board: PaperBoard, poster: Page) -> Box:
    """A sheet that stands or lies as the poster does."""
    return board.wide_page() if poster.width > poster.height else board.tall_page()


def cut_of(board: PaperBoard, poster: Page) -> Cut:
    """How a poster goes on sheets: in its own size, or as large as they hold."""
    shape = board.theme.pieces
    room = _sheet_of(board, poster).inset(board.grid.edge + shape.mark + shape.mark_off)
    scale = min(
        1.0,
        (COLUMNS * room.width - (COLUMNS - 1) * shape.overlap) / poster.width,
        (ROWS * room.height - (ROWS - 1) * shape.overlap) / poster.height,
    )
    width = (poster.width * scale + (COLUMNS - 1) * shape.overlap) / COLUMNS
    height = (poster.height * scale + (ROWS - 1) * shape.overlap) / ROWS
    return Cut(scale, width, height, shape.overlap)


def _page(sheet: _Sheet) -> Page:
    board, poster = sheet.board, sheet.poster
    head, title, steps = _words(sheet)
    alt = board.strings.piece_alt.format(
        title=poster.title.text, number=sheet.number + 1, count=SHEETS
    )
    body = PieceBody(
        picture=Picture(sheet.piece, PICTURE, alt),
        steps=steps,
        glue=tuple(_glue(sheet)),
        marks=tuple(_marks(sheet)),
        scheme=tuple(_scheme(sheet)),
        numbers=tuple(_numbers(sheet)),
    )
    return Page(
        plate=poster.plate,
        kind="piece",
        part=(poster.part - 1) * SHEETS + sheet.number + 1,
        parts=poster.parts * SHEETS,
        width=sheet.page.width,
        height=sheet.page.height,
        ground=sheet.ink.ground,
        family=sheet.subject.family,
        field=None,
        number=None,
        kicker=head,
        title=title,
        body=body,
        foot=_foot(sheet),
        fill=1.0,
    )


def _words(sheet: _Sheet) -> tuple[Kicker | None, TextBox, tuple[TextBox, ...]]:
    """Which question, which sheet, and how to go on."""
    board, strings = sheet.board, sheet.board.strings
    room = _name_box(sheet)
    head = _kicker(sheet, room)
    top = head.text.box.bottom + board.grid.over_title / 2 if head else room.y
    name = strings.piece.format(number=sheet.number + 1, count=SHEETS)
    place = Box(room.x, top, room.width, room.height)
    title = title_at(board, name, "figure-title", place, 1, sheet.ink)
    across, down = (f"{round(side)}" for side in sheet.cut.whole)
    size = smallest(board, "cell")
    place = _steps_box(sheet, title.box.bottom)
    steps: list[TextBox] = []
    for step in strings.piece_steps:
        words = step.format(width=across, height=down)
        steps.append(board.setter.place(words, "cell", size, place, sheet.ink))
        place = replace(place, y=steps[-1].box.bottom + sheet.shape.between)
    return head, title, tuple(steps)


def _kicker(sheet: _Sheet, room: Box) -> Kicker | None:
    """Which question and whom it is for, or only which where the reader's name is long."""
    board, subject = sheet.board, sheet.subject
    ink = Ink(sheet.deep, sheet.ink.ground)
    try:
        whole = kicker(board, subject, room.x, room.y, room.width, ink)
    except FaultError:
        whole = None
    if whole and len(whole.text.lines) <= KICKER_LINES:
        return whole
    return kicker(board, replace(subject, audience=None), room.x, room.y, room.width, ink)


def _name_box(sheet: _Sheet) -> Box:
    """Where the sheet's name stands: at the left of the panel, or under the scheme."""
    panel = sheet.panel
    if sheet.lies:
        return replace(panel, y=_scheme_box(sheet).bottom + sheet.shape.gap)
    return replace(panel, width=sheet.shape.name)


def _steps_box(sheet: _Sheet, under: Mm) -> Box:
    """Where the steps stand: between name and scheme, or under the name."""
    panel, gap = sheet.panel, sheet.shape.gap
    if sheet.lies:
        return replace(panel, y=under + gap)
    left = panel.x + sheet.shape.name + gap
    return replace(panel, x=left, width=_scheme_box(sheet).x - gap - left)


def _foot(sheet: _Sheet) -> Foot:
    """The series and its edition, along the lower edge."""
    board, grid, piece = sheet.board, sheet.board.grid, sheet.piece
    size = smallest(board, "foot")
    right = piece.right if sheet.lies else _scheme_box(sheet).x - sheet.shape.gap
    place = Box(piece.x, 0, right - piece.x, 0)
    text = board.setter.place(series_line(board), "foot", size, place, sheet.ink)
    text = moved(text, sheet.page.height - grid.edge - text.box.height)
    return Foot(Area(Box(piece.x, text.box.y, 0, 0), sheet.deep), (text,), ())


def _marks(sheet: _Sheet) -> Iterator[Area]:
    """Lines to cut by at the corners of the piece, and where the next sheet's edge comes."""
    piece, shape = sheet.piece, sheet.shape
    row, column = divmod(sheet.number, COLUMNS)
    xs, ys = [piece.x, piece.right], [piece.y, piece.bottom]
    if column < COLUMNS - 1:
        xs.append(piece.right - shape.overlap)
    if row < ROWS - 1:
        ys.append(piece.bottom - shape.overlap)
    far, thin = shape.mark_off + shape.mark, shape.mark_line
    for x, top in product(xs, (piece.y - far, piece.bottom + shape.mark_off)):
        yield Area(Box(x - thin / 2, top, thin, shape.mark), sheet.ink.colour)
    for y, left in product(ys, (piece.x - far, piece.right + shape.mark_off)):
        yield Area(Box(left, y - thin / 2, shape.mark, thin), sheet.ink.colour)


def _glue(sheet: _Sheet) -> Iterator[TextBox]:
    """The word for glue at each edge that the next sheet lies over."""
    board, piece, shape = sheet.board, sheet.piece, sheet.shape
    row, column = divmod(sheet.number, COLUMNS)
    size = smallest(board, "foot")
    height = board.setter.line_height("foot", size)
    word, far = board.strings.piece_glue, shape.mark_off + shape.mark
    width = board.setter.text_width(word, "foot", size) + pt_to_mm(size) / 4
    if column < COLUMNS - 1:
        middle = piece.right - shape.overlap / 2
        place = Box(middle - width / 2, piece.y - (far + height) / 2, width, 0)
        yield board.setter.place(word, "foot", size, place, sheet.ink)
    if row < ROWS - 1:
        middle = piece.bottom - shape.overlap / 2
        left = piece.right + shape.mark_off
        yield board.setter.place(
            word, "foot", size, Box(left, middle - height / 2, width, 0), sheet.ink
        )


def _scheme_box(sheet: _Sheet) -> Box:
    """Where the small picture of the whole stands: right of the words, or over them."""
    panel, width = sheet.panel, sheet.shape.scheme
    height = width * sheet.poster.height / sheet.poster.width
    if sheet.lies:
        return Box(panel.x, panel.y, width, height)
    return Box(panel.right - width, panel.y, width, height)


def _fields(sheet: _Sheet) -> list[Box]:
    """The four sheets in the scheme."""
    box, white = _scheme_box(sheet), sheet.shape.scheme_white
    width = (box.width - (COLUMNS - 1) * white) / COLUMNS
    height = (box.height - (ROWS - 1) * white) / ROWS
    return [
        Box(box.x + column * (width + white), box.y + row * (height + white), width, height)
        for row, column in product(range(ROWS), range(COLUMNS))
    ]


def _scheme(sheet: _Sheet) -> Iterator[Area]:
    for number, field in enumerate(_fields(sheet)):
        yield Area(field, sheet.deep if number == sheet.number else sheet.subject.shade("tint"))


def _numbers(sheet: _Sheet) -> Iterator[Outline]:
    face = sheet.board.number_face
    for number, field in enumerate(_fields(sheet)):
        digit = str(number + 1)
        size = cap_size(face, field.height * DIGIT)
        x = field.x + (field.width - ink_width(face, digit, size)) / 2
        baseline = field.y + field.height * (1 + DIGIT) / 2
        fill = sheet.ink.ground if number == sheet.number else sheet.deep
        yield outline(face, digit, size, x, baseline, field, fill)
