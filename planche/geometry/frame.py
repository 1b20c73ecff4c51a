"""What frames every page: kicker, foot, and the title at the top of figure pages."""

from collections.abc import Sequence

from planche.diagnostics import FaultError
from planche.geometry.baseline import baseline, to_grid
from planche.geometry.board import PaperBoard, SlideBoard, Subject
from planche.geometry.parts import Area, Box, Foot, Kicker, SignMark, TextBox, moved
from planche.geometry.typesetter import Ink
from planche.units import Mm, Pt, pt_to_mm

FOOT_RULE = 0.35
"""Thickness of the foot's hairline in mm (1 pt)."""


def smallest(board: PaperBoard | SlideBoard, role: str) -> Pt:
    """The floor of a role."""
    return board.grid.steps[role][-1]


def kicker(
    board: PaperBoard | SlideBoard, subject: Subject, x: Mm, y: Mm, width: Mm, ink: Ink
) -> Kicker | None:
    """Sign and words over the title: which question, which audience. None without either."""
    words = []
    if subject.plate.number is not None:
        words.append(board.strings.question.format(number=subject.plate.number))
    if subject.audience:
        words.append(subject.audience.name)
    if not words:
        return None
    size = smallest(board, "kicker")
    mark_size = pt_to_mm(size) * 0.78
    indent = mark_size * 1.55 if subject.audience else 0.0
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
    board: PaperBoard | SlideBoard,
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


def on_grid(board: PaperBoard | SlideBoard, text: TextBox) -> TextBox:
    """A text moved so that its last baseline stands on the paper's baseline grid."""
    if not isinstance(board, PaperBoard):
        return text
    last = baseline(text, board.setter.faces[text.face], -1)
    return moved(text, to_grid(last, board.grid.baseline))


def _best_broken(
    board: PaperBoard | SlideBoard, text: str, role: str, width: Mm, sizes: Sequence[Pt]
) -> Pt:
    """Of some sizes, largest first, one that breaks best without being much smaller."""
    near = sizes[: 1 + STEPS_FOR_BREAKS]
    return min(near, key=lambda size: board.setter.blemishes(text, role, size, width))


STEPS_FOR_BREAKS = 3
"""How many steps of size a title may give up to break better."""


def foot(board: PaperBoard, subject: Subject, page: Box, ink: Ink) -> Foot:
    """Hairline, series and edition, position, the six signs, publisher."""
    info = board.plate_set.set
    margin = board.grid.margin
    rule_y = page.height - board.grid.foot + 10
    rule = Area(Box(margin, rule_y, page.width - 2 * margin, FOOT_RULE), ink.colour)
    size = smallest(board, "foot")
    y = rule_y + 5
    series = " · ".join(part for part in (info.title, info.edition) if part)
    position = board.strings.position.format(
        number=subject.position + 1, count=len(board.plate_set.plates)
    )
    width = page.width - 2 * margin
    third = Box(margin, y, width * 0.34, 0)
    texts = [board.setter.place(series, "foot", size, third, ink)]
    middle = Box(margin + width * 0.35, y, width * 0.22, 0)
    texts.append(board.setter.place(position, "foot", size, middle, ink))
    right = margin + width
    if info.publisher:
        publisher = board.setter.text_width(info.publisher, "foot-strong", size) + 0.5
        box = Box(right - publisher, y, publisher, 0)
        texts.append(board.setter.place(info.publisher, "foot-strong", size, box, ink))
        right -= publisher + 9
    marks = sign_row(board, subject, right, y + texts[0].line_height / 2, pt_to_mm(size), ink)
    return Foot(rule, tuple(texts), marks)


def slide_foot(board: SlideBoard, subject: Subject, page: Box, left: Mm, ink: Ink) -> Foot:
    """Hairline, series and edition, the six signs; the number's place at the right is free."""
    info = board.plate_set.set
    right = page.width - board.grid.margin
    rule_y = page.height - board.grid.foot + 6.5
    rule = Area(Box(left, rule_y, right - left, FOOT_RULE), ink.colour)
    size = smallest(board, "foot")
    y = rule_y + 3
    series = " · ".join(part for part in (info.title, info.edition) if part)
    box = Box(left, y, (right - left) * 0.55, 0)
    text = board.setter.place(series, "foot", size, box, ink)
    middle = y + text.line_height / 2
    marks = sign_row(board, subject, right - NUMBER_WIDTH, middle, pt_to_mm(size), ink)
    return Foot(rule, (text,), marks)


NUMBER_WIDTH: Mm = 14
"""Width kept free for the slide's number at the right end of its foot."""


def sign_row(
    board: PaperBoard | SlideBoard, subject: Subject, right: Mm, middle: Mm, size: Mm, ink: Ink
) -> tuple[SignMark, ...]:
    """The audiences' signs in a row that ends at `right`, the current one solid."""
    audiences = board.plate_set.audiences
    pitch = size * 1.75
    left = right - pitch * len(audiences) + (pitch - size)
    marks = []
    for index, audience in enumerate(audiences):
        box = Box(left + index * pitch, middle - size * 0.42, size * 0.84, size * 0.84)
        solid = subject.audience is not None and audience.id == subject.audience.id
        marks.append(SignMark(audience.sign, box, ink.colour, solid))
    return tuple(marks)
