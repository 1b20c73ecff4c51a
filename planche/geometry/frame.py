"""What frames every page: kicker, foot, and the title at the top of figure pages."""

from collections.abc import Sequence
from dataclasses import replace

from planche.diagnostics import FaultError
from planche.geometry.baseline import baseline, to_grid
from planche.geometry.board import AnyBoard, PaperBoard, SlideBoard, Subject
from planche.geometry.code import Code, code, page_address, quiet_of
from planche.geometry.dress import text_on
from planche.geometry.logo import Standing, standing
from planche.geometry.parts import Area, Box, Foot, Kicker, SignMark, TextBox, moved
from planche.geometry.typesetter import Ink
from planche.text.typography import NBSP
from planche.units import Mm, Pt, pt_to_mm

HAIR: Mm = 0.5
"""Room beside a text whose box is as wide as itself, so that rounding does not break it."""


def smallest(board: AnyBoard, role: str) -> Pt:
    """The floor of a role."""
    return board.grid.steps[role][-1]


def kicker(board: AnyBoard, subject: Subject, x: Mm, y: Mm, width: Mm, ink: Ink) -> Kicker | None:
    """Sign and words over the title: which question, which audience. None without either."""
    words = []
    if subject.plate.number is not None:
        words.append(board.strings.question.format(number=subject.plate.number))
    if subject.audience:
        words.append(subject.audience.name)
    if not words:
        return None
    size = smallest(board, "kicker")
    shape = board.proportions.kicker
    mark_size = pt_to_mm(size) * shape.sign
    indent = mark_size * shape.indent if subject.audience else 0.0
    text = board.setter.place(
        " · ".join(words), "kicker", size, Box(x + indent, y, width - indent, 0), ink
    )
    mark = None
    if subject.audience:
        middle = y + text.line_height / 2
        box = Box(x, middle - mark_size / 2, mark_size, mark_size)
        mark = SignMark(subject.audience.sign, box, ink.colour)
    return Kicker(mark, text)


def title_at(
    board: AnyBoard,
    text: str,
    role: str,
    area: Box,
    lines: int,
    ink: Ink,
    most: Pt | None = None,
) -> TextBox:
    """The title at the largest step that takes no more than some lines and the area's height.

    A size a little smaller is preferred where the title breaks better at it. Where even the
    smallest step takes more, it is set at that: the caller sees its height. Raises FaultError
    where a word is too wide for the area.
    """
    setter = board.setter
    steps = [size for size in board.grid.steps[role] if most is None or size <= most]
    fitting = []
    for size in steps:
        count = setter.count(text, role, size, area.width)
        if count and count <= lines and count * setter.line_height(role, size) <= area.height:
            fitting.append(size)
    size = _best_broken(board, text, role, area.width, fitting or steps[-1:])
    if setter.count(text, role, size, area.width) is None:
        raise FaultError("title-word-too-wide", size=f"{size:g}")
    return setter.place(text, role, size, area, ink)


def on_grid(board: AnyBoard, text: TextBox) -> TextBox:
    """A text moved so that its last baseline stands on the paper's baseline grid."""
    if not isinstance(board, PaperBoard):
        return text
    last = baseline(text, board.setter.faces[text.face], -1)
    return moved(text, to_grid(last, board.grid.baseline))


def _best_broken(board: AnyBoard, text: str, role: str, width: Mm, sizes: Sequence[Pt]) -> Pt:
    """Of some sizes, largest first, one that breaks best without being much smaller."""
    shape = board.proportions.title
    is_paper = isinstance(board, PaperBoard)
    least = shape.least_for_breaks if is_paper else shape.least_on_slides
    near = [size for size in sizes if size >= least * sizes[0]]
    return min(near, key=lambda size: board.setter.blemishes(text, role, size, width))


def foot(board: PaperBoard, subject: Subject, page: Box, ink: Ink) -> Foot:
    """Hairline, series and edition, position, the six signs, publisher's logo or name, QR code.

    Raises FaultError where these do not fit beside each other.
    """
    info = board.plate_set.set
    setter = board.setter
    shape = board.proportions.foot
    margin = board.grid.margin
    top = page.height - board.grid.foot + board.grid.rule_down
    rule = Area(Box(margin, top, page.width - 2 * margin, shape.rule), ink.colour)
    size = smallest(board, "foot")
    y = rule.box.y + board.grid.text_down
    right = rule.box.right
    qr = _code(board, subject, rule.box, ink)
    if qr:
        right = qr.box.x - max(qr.quiet, shape.gap)
        if qr.box.y < rule.box.bottom + qr.quiet:  # white edges lift it over the hairline
            rule = replace(rule, box=replace(rule.box, width=right - margin))
    publisher, logo = None, _logo(board, right, y, ink)
    if logo:
        right = min(logo.left, right - shape.gap)
    elif info.publisher:
        width = setter.text_width(info.publisher, "foot-strong", size) + HAIR
        publisher = setter.place(
            info.publisher, "foot-strong", size, Box(right - width, y, width, 0), ink
        )
        right -= width + shape.gap
    middle = y + setter.line_height("foot", size) / 2
    marks = sign_row(board, subject, right, middle, pt_to_mm(size), ink)
    right = min([right, *(mark.box.x for mark in marks)]) - shape.gap
    texts = _foot_texts(board, subject, Box(margin, y, right - margin, 0), ink)
    made = _foot(rule, (*texts, publisher) if publisher else texts, marks, logo)
    return replace(made, code=qr.areas) if qr else made


def _code(board: PaperBoard, subject: Subject, rule: Box, ink: Ink) -> Code | None:
    """The QR code at the right end of the hairline, under it where there is room; None where the
    set has no address. Raises FaultError where it is too long."""
    address = board.plate_set.set.address
    if address is None:
        return None
    strip = board.grid.foot - board.grid.rule_down
    side = strip * board.proportions.foot.code
    under = rule.bottom + board.grid.text_down / 2
    page = page_address(address, subject.id)
    lowest = rule.y + strip - board.grid.edge - quiet_of(page, side) - side
    box = Box(rule.right - side, min(under, lowest), side, side)
    return code(page, box, ink.ground)


def _logo(board: AnyBoard, right: Mm, y: Mm, ink: Ink) -> Standing | None:
    """The logo, as high up as the middle of the capitals of a text that starts at `y`."""
    if board.logo is None:
        return None
    size = smallest(board, "foot")
    face = board.setter.faces[board.setter.roles["foot"].face]
    middle = y + board.setter.first_baseline("foot", size) - face.cap_height * pt_to_mm(size) / 2
    deep = text_on(ink.ground) == "white"
    return standing(board.logo, board.grid.logo, board.proportions.foot, right, middle, deep=deep)


def _foot(
    rule: Area,
    texts: tuple[TextBox, ...],
    marks: tuple[SignMark, ...],
    logo: Standing | None,
) -> Foot:
    return Foot(rule, texts, marks, logo.plaque, logo.mark) if logo else Foot(rule, texts, marks)


def _foot_texts(
    board: PaperBoard, subject: Subject, room: Box, ink: Ink
) -> tuple[TextBox, TextBox]:
    """Series and position in the room left of the signs."""
    setter = board.setter
    shape = board.proportions.foot
    size = smallest(board, "foot")
    position = board.strings.position.format(
        number=subject.position + 1, count=len(board.plate_set.plates)
    )
    series = series_line(board)
    width = setter.text_width(position, "foot", size) + HAIR
    wished = setter.text_width(series, "foot", size) + HAIR
    place = room.x + max(wished + shape.gap, shape.position_at * (room.width + room.x))
    place = min(place, room.right - width)
    left = Box(room.x, room.y, place - shape.gap - room.x, 0)
    if left.width > 0 and setter.count(series, "foot", size, left.width) != 1:
        series = _series_in_two(board, size, left.width)
    lines = setter.count(series, "foot", size, left.width) if left.width > 0 else None
    if lines is None or lines > board.proportions.foot.lines:
        raise FaultError("foot-too-long")
    return (
        setter.place(series, "foot", size, left, ink),
        setter.place(position, "foot", size, Box(place, room.y, width, 0), ink),
    )


def series_line(board: AnyBoard) -> str:
    """The set's title and edition."""
    info = board.plate_set.set
    return " · ".join(part for part in (info.title, info.edition) if part)


def _series_in_two(board: PaperBoard, size: Pt, width: Mm) -> str:
    """The same for two lines: a dot is no end of a line, and the edition keeps together."""
    info = board.plate_set.set
    edition = info.edition or ""
    if board.setter.text_width(edition, "foot", size) <= width:
        edition = edition.replace(" ", NBSP)
    return ", ".join(part for part in (info.title, edition) if part)


def slide_foot(board: SlideBoard, subject: Subject, page: Box, left: Mm, ink: Ink) -> Foot:
    """Hairline, series and edition, the six signs, logo; the number's place at the right is free.

    Raises FaultError where the series does not fit beside the signs.
    """
    right = page.width - board.grid.margin
    rule_y = page.height - board.grid.foot + board.grid.rule_down
    rule = Area(Box(left, rule_y, right - left, board.proportions.foot.rule), ink.colour)
    size = smallest(board, "foot")
    y = rule_y + board.grid.text_down
    middle = y + board.setter.line_height("foot", size) / 2
    end = right - board.proportions.slide.number
    logo = _logo(board, end, y, ink)
    end = logo.left if logo else end
    marks = sign_row(board, subject, end, middle, pt_to_mm(size), ink)
    series = series_line(board)
    width = (right - left) * board.proportions.slide.series
    if logo:
        free = min([end, *(mark.box.x for mark in marks)]) - board.proportions.foot.gap - left
        width = min(width, free)
    lines = board.setter.count(series, "foot", size, width) if width > 0 else None
    if lines is None or lines > board.proportions.foot.lines:
        raise FaultError("foot-too-long")
    text = board.setter.place(series, "foot", size, Box(left, y, width, 0), ink)
    return _foot(rule, (text,), marks, logo)


def sign_row(
    board: AnyBoard, subject: Subject, right: Mm, middle: Mm, size: Mm, ink: Ink
) -> tuple[SignMark, ...]:
    """The audiences' signs in a row that ends at `right`, the current one solid."""
    audiences = board.plate_set.audiences
    shape = board.proportions.foot
    pitch = size * shape.pitch
    left = right - pitch * len(audiences) + (pitch - size)
    marks = []
    mark = size * shape.sign
    for index, audience in enumerate(audiences):
        box = Box(left + index * pitch, middle - mark / 2, mark, mark)
        solid = subject.audience is not None and audience.id == subject.audience.id
        marks.append(SignMark(audience.sign, box, ink.colour, solid))
    return tuple(marks)
