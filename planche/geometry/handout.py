"""The handout of a deck: A4 pages with three slides each, and beside each what it says.

A slide as small as this cannot be read, so its words stand next to it in the size of a book,
the presenter's own notes before them, beside a bar.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planche.geometry.bodies import HandoutBody, HandoutRow, HandoutWords, Item
from planche.geometry.parts import Area, Box, Disc, Foot, Page, Picture, TextBox, moved, union
from planche.geometry.said import Said, said_by
from planche.geometry.typesetter import Ink, Typesetter
from planche.model import PlateSet
from planche.strings import Strings
from planche.text.markup import plain, rich
from planche.theme import HandoutFormat, Theme
from planche.units import Mm, pt_to_mm

GROUND = "white"
"""A handout is printed on an office's paper."""

INK = Ink("ink", GROUND)
TITLE, TEXT, STRONG, FOOT = "row-head", "example", "row-head", "foot"
"""The roles that a handout is set in; its sizes are its own."""

BULLET = 0.16
"""Radius of the disc before a point, in em."""

BAR = 0.25
"""Width of the bar beside notes, as a share of their indent."""

SERIES = 0.7
"""Share of the foot that the series has."""

HAIR: Mm = 0.01


@dataclass(frozen=True)
class Desk:
    """What a handout is laid out with; its title stands on every page."""

    grid: HandoutFormat
    setter: Typesetter
    strings: Strings
    family: str
    title: TextBox

    @property
    def accent(self) -> str:
        """The colour of discs and bars."""
        return f"{self.family}-deep"

    @property
    def room(self) -> Box:
        """Where rows stand on a page: lower where the title takes several lines."""
        grid = self.grid
        top = max(grid.top, self.title.box.bottom + grid.gap)
        height = grid.height - grid.foot - top
        return Box(grid.margin, top, grid.width - 2 * grid.margin, height)

    @property
    def column(self) -> Box:
        """Where the words of the first slide stand."""
        room, left = self.room, self.grid.picture + self.grid.gap
        return Box(room.x + left, room.y, room.width - left, room.height)


@dataclass(frozen=True)
class Placed:
    """A paragraph, or a part of one, set in its column."""

    said: Said
    text: TextBox
    begins: bool


def lay_out_handout(
    name: str,
    slides: Sequence[Page],
    plate_set: PlateSet,
    theme: Theme,
    strings: Strings,
    setter: Typesetter,
) -> tuple[Page, ...]:
    """The pages of a deck's handout; a row that needs more than a third of a page takes it.

    `name` is what the deck is called.
    `setter` sets text for paper.
    """
    grid = theme.handout
    top = Box(grid.margin, grid.head, grid.width - 2 * grid.margin, 0)
    words = _breakable(setter, name, TITLE, grid.title, top.width)
    title = setter.place(words, TITLE, grid.title, top, INK)
    desk = Desk(grid, setter, strings, theme.house, title)
    rows = [row for number in range(len(slides)) for row in _rows(desk, slides, number, plate_set)]
    bodies = list(_pages(desk, rows))
    return tuple(
        _page(desk, plate_set, theme, HandoutBody(tuple(body)), (number, len(bodies)))
        for number, body in enumerate(bodies, start=1)
    )


def _rows(
    desk: Desk, slides: Sequence[Page], index: int, plate_set: PlateSet
) -> Iterator[HandoutRow]:
    """A slide and its words from the top of a page; what one page cannot hold goes on."""
    page, grid, room = slides[index], desk.grid, desk.room
    title = page.title.text
    words = f"{index + 1} · {title}"
    words = _breakable(desk.setter, words, TITLE, grid.title, desk.column.width)
    heading = desk.setter.place(words, TITLE, grid.title, desk.column, INK)
    box = Box(room.x, room.y, grid.picture, grid.picture * page.height / page.width)
    alt = desk.strings.slide_alt.format(number=index + 1, title=title)
    picture: Picture | None = Picture(box, f"slide-{index + 1}", alt)
    below = heading.box.bottom + grid.between
    everything = (*_notes(desk, page, plate_set), *said_by(page.body))
    for placed in _columns(desk, everything, Box(desk.column.x, below, desk.column.width, 0)):
        frame = Area(box.inset(-grid.frame), "ink") if picture else None
        yield HandoutRow(frame, picture, heading, _bar(desk, placed), _grouped(desk, placed))
        picture = None


def _notes(desk: Desk, page: Page, plate_set: PlateSet) -> Iterator[Said]:
    """The presenter's own words, under the first slide of a plate."""
    notes = dict(plate_set.with_ids())[page.plate].notes
    if notes and page.part == 1:
        yield Said(desk.strings.deck.notes, strong=True, note=True)
        yield from (Said(line, note=True) for line in notes.splitlines() if line.strip())


def _columns(desk: Desk, everything: Sequence[Said], column: Box) -> Iterator[list[Placed]]:
    """The words one under the other, as many times a column as they take; at least one."""
    grid = desk.grid
    y, words = column.y, list[Placed]()
    for said in everything:
        if words:
            y += _gap(grid, words[-1].said, said)
        for each in _parts(desk, said, column):
            if words and y + each.text.box.height > desk.room.bottom + HAIR:
                yield words
                y, words = column.y, []
            words.append(replace(each, text=moved(each.text, y - each.text.box.y)))
            y = words[-1].text.box.bottom + grid.between
    yield words


def _gap(grid: HandoutFormat, above: Said, said: Said) -> Mm:
    """White besides what stands between all paragraphs: under notes, and over a heading."""
    if above.note and not said.note:
        return grid.gap / 2
    return grid.between if said.strong else 0.0


def _parts(desk: Desk, said: Said, column: Box) -> Iterator[Placed]:
    """A paragraph set in its column; one that is higher than the column in several."""
    grid = desk.grid
    indent = grid.indent * (said.note or (said.depth - said.bare))
    role = STRONG if said.strong else TEXT
    box = Box(column.x + indent, column.y, column.width - indent, 0)
    words = _breakable(desk.setter, said.text, role, grid.text, box.width)
    text = desk.setter.place(words, role, grid.text, box, INK)
    most = int((desk.room.bottom - column.y) / text.line_height)
    for start in range(0, len(text.lines), most):
        lines = text.lines[start : start + most]
        height = len(lines) * text.line_height
        part = replace(text, lines=lines, box=replace(text.box, height=height))
        yield Placed(said, part, begins=start == 0)


def _breakable(setter: Typesetter, text: str, role: str, size: float, width: Mm) -> str:
    """A text that can be set in a width: a word that is wider, as addresses are, in pieces."""
    if setter.count(text, role, size, width) is not None:
        return text
    words = plain(rich(text, setter.language, {})).split()
    most = max(map(len, words))
    while most > 1 and setter.count(_cut(words, most), role, size, width) is None:
        most = most * 3 // 4
    return _cut(words, most)


def _cut(words: Sequence[str], most: int) -> str:
    """The words with a space after every so many letters of one."""
    pieces = (word[at : at + most] for word in words for at in range(0, len(word), most))
    return " ".join(pieces)


def _bar(desk: Desk, words: Sequence[Placed]) -> Area | None:
    """The bar beside the presenter's notes."""
    notes = [each.text.box for each in words if each.said.note]
    if not notes:
        return None
    box = union(notes)
    return Area(Box(desk.column.x, box.y, desk.grid.indent * BAR, box.height), desk.accent)


def _grouped(desk: Desk, words: Sequence[Placed]) -> tuple[HandoutWords, ...]:
    """Texts and lists of points, the points of a point within it."""
    found: list[TextBox | list[Item]] = []
    for each in words:
        last = found[-1] if found else None
        item = Item(each.text, _disc(desk, each))
        if not each.said.depth:
            found.append(each.text)
        elif not isinstance(last, list):
            found.append([item])
        elif each.said.depth > 1:
            last[-1] = replace(last[-1], items=(*last[-1].items, item))
        else:
            last.append(item)
    return tuple(
        HandoutWords(None, tuple(each)) if isinstance(each, list) else HandoutWords(each)
        for each in found
    )


def _disc(desk: Desk, placed: Placed) -> Disc | None:
    if placed.said.bare or not placed.begins:
        return None
    text = placed.text
    radius = pt_to_mm(text.size) * BULLET
    middle = text.box.y + text.line_height / 2
    return Disc(text.box.x - desk.grid.indent + radius, middle, radius, desk.accent)


def _pages(desk: Desk, rows: Sequence[HandoutRow]) -> Iterator[list[HandoutRow]]:
    """The rows in their places: each begins at a third of a page, or under the one before.

    What is left of a row that a page could not hold takes no more than it needs.
    """
    room = desk.room
    third = room.height / desk.grid.rows
    page: list[HandoutRow] = []
    y = room.y
    for row in rows:
        height = row.bottom() - room.y
        if page and y + height > room.bottom + HAIR:
            yield page
            page, y = [], room.y
        page.append(row.lower(y - room.y))
        y += max(height + desk.grid.gap, third if row.picture else 0.0)
    yield page


def _page(
    desk: Desk, plate_set: PlateSet, theme: Theme, body: HandoutBody, part: tuple[int, int]
) -> Page:
    grid = desk.grid
    return Page(
        plate="handout",
        kind="handout",
        part=part[0],
        parts=part[1],
        width=grid.width,
        height=grid.height,
        ground=GROUND,
        family=desk.family,
        field=None,
        number=None,
        kicker=None,
        title=desk.title,
        body=body,
        foot=_foot(desk, plate_set, theme, part),
        fill=1.0,
    )


def _foot(desk: Desk, plate_set: PlateSet, theme: Theme, part: tuple[int, int]) -> Foot:
    """Series and edition, and which page of how many."""
    grid, setter, room = desk.grid, desk.setter, desk.room
    info = plate_set.set
    y = grid.height - grid.foot + grid.rule_down
    series = " · ".join(each for each in (info.title, info.edition) if each)
    left = Box(room.x, y + grid.text_down, room.width * SERIES, 0)
    right = Box(left.right, left.y, room.width - left.width, 0)
    counted = desk.strings.page_of.format(number=part[0], count=part[1])
    texts = (
        setter.place(series, FOOT, grid.small, left, INK),
        setter.place(counted, FOOT, grid.small, right, INK, "right"),
    )
    return Foot(Area(Box(room.x, y, room.width, theme.proportions.hairline), "ink"), texts, ())
