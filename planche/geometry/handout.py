"""The handout of a deck: A4 pages with three slides each, and beside each what it says.

A slide as small as this cannot be read, so its words stand next to it in the size of a book,
the presenter's own notes before them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planche.decks import DeckPlan
from planche.geometry.bodies import (
    ContentsBody,
    HandoutBody,
    HandoutRow,
    LadderBody,
    QuestionBody,
    TableBody,
)
from planche.geometry.parts import Area, Body, Box, Disc, Foot, Page, Picture, TextBox, moved
from planche.geometry.typesetter import Ink, Typesetter
from planche.model import PlateSet
from planche.strings import Strings
from planche.text.markup import typed
from planche.theme import HandoutFormat, Theme
from planche.units import Mm, pt_to_mm

INK = Ink("ink", "paper")
TITLE, TEXT, STRONG, FOOT = "row-head", "example", "row-head", "foot"
"""The roles that a handout is set in; its sizes are its own."""


@dataclass(frozen=True)
class Said:
    """A paragraph beside a slide, as an editor would type it."""

    text: str
    strong: bool = False
    point: bool = False


@dataclass(frozen=True)
class Desk:
    """What a handout is laid out with."""

    grid: HandoutFormat
    setter: Typesetter
    strings: Strings
    bullet: str

    @property
    def room(self) -> Box:
        """Where rows stand on a page."""
        grid = self.grid
        height = grid.height - grid.foot - grid.top
        return Box(grid.margin, grid.top, grid.width - 2 * grid.margin, height)


def lay_out_handout(
    plan: DeckPlan, plate_set: PlateSet, theme: Theme, strings: Strings, setter: Typesetter
) -> tuple[Page, ...]:
    """The pages of a deck's handout; a row that needs more than a third of a page takes it.

    `setter` sets text for paper. Raises FaultError where a word is wider than its column.
    """
    desk = Desk(theme.handout, setter, strings, f"{theme.house}-deep")
    rows = [
        row for number in range(len(plan.pages)) for row in _rows(desk, plan, number, plate_set)
    ]
    bodies = list(_pages(desk, rows))
    return tuple(
        _page(desk, plan, plate_set, theme, HandoutBody(tuple(body)), (number, len(bodies)))
        for number, body in enumerate(bodies, start=1)
    )


def _rows(desk: Desk, plan: DeckPlan, index: int, plate_set: PlateSet) -> Iterator[HandoutRow]:
    """A slide and its words from the top of a page; what one page cannot hold goes on."""
    page = plan.pages[index]
    grid, room = desk.grid, desk.room
    height = grid.picture * page.height / page.width
    box = Box(room.x, room.y, grid.picture, height)
    title = page.title.text
    alt = desk.strings.slide_alt.format(number=index + 1, title=title)
    column = Box(box.right + grid.gap, room.y, room.right - box.right - grid.gap, room.height)
    heading = desk.setter.place(f"{index + 1} · {title}", TITLE, grid.title, column, INK)
    picture: Picture | None = Picture(box, f"slide-{index + 1}", alt)
    frame: Area | None = Area(box.inset(-grid.frame), "ink")
    y = heading.box.bottom + grid.between
    texts: list[TextBox] = []
    discs: list[Disc] = []
    for said in (*_notes(desk, page, plate_set), *_words(page.body)):
        for text in _parts(desk, said, column):
            if y + text.box.height > room.bottom:
                yield HandoutRow(frame, picture, heading, tuple(texts), tuple(discs))
                frame, picture, texts, discs = None, None, [], []
                y = heading.box.bottom + grid.between
            placed = moved(text, y - text.box.y)
            texts.append(placed)
            if said.point:
                discs.append(_disc(desk, placed))
            y = placed.box.bottom + grid.between
    yield HandoutRow(frame, picture, heading, tuple(texts), tuple(discs))


def _parts(desk: Desk, said: Said, column: Box) -> Iterator[TextBox]:
    """A paragraph set in its column; one that is higher than the column in several."""
    grid = desk.grid
    indent = grid.indent if said.point else 0.0
    role = STRONG if said.strong else TEXT
    box = Box(column.x + indent, column.y, column.width - indent, 0)
    text = desk.setter.place(said.text, role, grid.text, box, INK)
    most = int((column.height - 3 * text.line_height) / text.line_height)
    for start in range(0, len(text.lines), most):
        lines = text.lines[start : start + most]
        height = len(lines) * text.line_height
        yield replace(text, lines=lines, box=replace(text.box, height=height))


def _disc(desk: Desk, text: TextBox) -> Disc:
    radius = pt_to_mm(text.size) * BULLET
    middle = text.box.y + text.line_height / 2
    return Disc(text.box.x - desk.grid.indent + radius, middle, radius, desk.bullet)


BULLET = 0.16
"""Radius of the disc before a point, in em."""


def _notes(desk: Desk, page: Page, plate_set: PlateSet) -> Iterator[Said]:
    """The presenter's own words, under the first slide of a plate."""
    notes = dict(plate_set.with_ids())[page.plate].notes
    if notes and page.part == 1:
        yield Said(desk.strings.deck.notes, strong=True)
        yield from (Said(line) for line in notes.splitlines() if line.strip())


def _words(body: Body) -> Iterator[Said]:
    """What a slide says under its title."""
    if isinstance(body, TableBody):
        for index, cells in enumerate((body.heads, *body.rows)):
            head, *others = (typed(cell.spans) for cell in cells)
            first = head if not index else f"**{head}**"
            yield Said(CELLS.join((first, *others)), strong=not index)
    elif isinstance(body, ContentsBody):
        for group in body.groups:
            if group.name:
                yield Said(group.name.text, strong=True)
            for entry in group.entries:
                number = f"{entry.number.text}  " if entry.number else ""
                yield Said(number + typed(entry.text.spans))
    elif isinstance(body, LadderBody):
        for step in body.steps:
            for text in step.texts():
                named = text in (step.name, step.nickname)
                yield Said(typed(text.spans), strong=named, point=not named)
    else:
        lead = body.lead if isinstance(body, QuestionBody) else None
        for text in body.texts():
            is_point = isinstance(body, QuestionBody) and text is not lead
            yield Said(typed(text.spans), point=is_point)


CELLS = " | "
"""Between the cells of a row."""


def _pages(desk: Desk, rows: Sequence[HandoutRow]) -> Iterator[list[HandoutRow]]:
    """The rows in their places: each begins at a third of a page, or under the one before."""
    room = desk.room
    third = room.height / desk.grid.rows
    page: list[HandoutRow] = []
    y = room.y
    for row in rows:
        if page and y + max(_height(row), third) > room.bottom + HAIR:
            yield page
            page, y = [], room.y
        page.append(_moved(row, y - room.y))
        y += max(_height(row) + desk.grid.gap, third)
    yield page


HAIR: Mm = 0.01


def _height(row: HandoutRow) -> Mm:
    lowest: Mm = max(box.bottom for box in row.boxes())
    return lowest - row.title.box.y


def _moved(row: HandoutRow, down: Mm) -> HandoutRow:
    frame, picture = row.frame, row.picture
    if frame and picture:
        frame = replace(frame, box=_lower(frame.box, down))
        picture = replace(picture, box=_lower(picture.box, down))
    return HandoutRow(
        frame,
        picture,
        moved(row.title, down),
        tuple(moved(text, down) for text in row.words),
        tuple(replace(disc, y=disc.y + down) for disc in row.discs),
    )


def _lower(box: Box, down: Mm) -> Box:
    return replace(box, y=box.y + down)


def _page(
    desk: Desk,
    plan: DeckPlan,
    plate_set: PlateSet,
    theme: Theme,
    body: HandoutBody,
    part: tuple[int, int],
) -> Page:
    grid, setter, room = desk.grid, desk.setter, desk.room
    top = Box(room.x, grid.head, room.width, 0)
    info = plate_set.set
    y = grid.height - grid.foot + grid.rule_down
    series = " · ".join(each for each in (info.title, info.edition) if each)
    left = Box(room.x, y + grid.text_down, room.width * SERIES, 0)
    right = Box(left.right, left.y, room.width - left.width, 0)
    counted = desk.strings.page_of.format(number=part[0], count=part[1])
    return Page(
        plate="handout",
        kind="handout",
        part=part[0],
        parts=part[1],
        width=grid.width,
        height=grid.height,
        ground="white",
        family=theme.house,
        field=None,
        number=None,
        kicker=None,
        title=setter.place(plan.title, TITLE, grid.title, top, INK),
        body=body,
        foot=Foot(
            Area(Box(room.x, y, room.width, theme.proportions.hairline), "ink"),
            (
                setter.place(series, FOOT, grid.small, left, INK),
                setter.place(counted, FOOT, grid.small, right, INK, "right"),
            ),
            (),
        ),
        fill=1.0,
    )


SERIES = 0.7
"""Share of the foot that the series has."""
