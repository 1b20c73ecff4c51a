"""What the body of each kind of plate consists of once it is laid out.

Every class gives its texts in reading order, which is also the order of drawing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planche.geometry.parts import (
    Area,
    Box,
    Disc,
    Outline,
    Picture,
    SignMark,
    TextBox,
    moved,
)
from planche.units import Mm


@dataclass(frozen=True)
class Item:
    """A point: with a bullet, or on a card with a bar; perhaps with points of its own."""

    text: TextBox
    bullet: Disc | None = None
    card: Area | None = None
    bar: Area | None = None
    items: tuple["Item", ...] = ()

    def card_ends(self) -> Iterator[Mm]:
        """Where its card and those of its points end."""
        if self.card:
            yield self.card.box.bottom
        for item in self.items:
            yield from item.card_ends()

    def texts(self) -> Iterator[TextBox]:
        """Its text, then those of its points."""
        yield self.text
        for item in self.items:
            yield from item.texts()


@dataclass(frozen=True)
class QuestionBody:
    """The answer: a lead where the first point stands alone, then points."""

    lead: TextBox | None
    items: tuple[Item, ...]

    def texts(self) -> Iterator[TextBox]:
        """Lead, then each point with its own points."""
        if self.lead:
            yield self.lead
        for item in self.items:
            yield from item.texts()

    def bottom(self) -> Mm:
        """Where the last text or card ends, from the top of the page."""
        ends = [text.box.bottom for text in self.texts()]
        return max([*ends, *(end for item in self.items for end in item.card_ends())])


@dataclass(frozen=True)
class TableBody:
    """A table: heads, rows with their head first, and the grid they stand on.

    `columns` are the coloured areas behind the columns, `column_edges` and `row_edges`
    the grid from left and from top, the row of heads first.
    """

    heads: tuple[TextBox, ...]
    rows: tuple[tuple[TextBox, ...], ...]
    columns: tuple[Area, ...]
    rules: tuple[Area, ...]
    column_edges: tuple[float, ...]
    row_edges: tuple[float, ...]
    padding: float

    def texts(self) -> Iterator[TextBox]:
        """The heads, then row by row."""
        yield from self.heads
        for row in self.rows:
            yield from row


@dataclass(frozen=True)
class LadderStep:
    """A step with its name and the people on it; `number` and `tread` (its edge) are decoration."""

    area: Area
    name: TextBox
    nickname: TextBox | None
    people: tuple[TextBox, ...]
    rules: tuple[Area, ...]
    number: Outline
    tread: Area | None = None

    def texts(self) -> Iterator[TextBox]:
        """Name, nickname, people."""
        yield self.name
        if self.nickname:
            yield self.nickname
        yield from self.people


@dataclass(frozen=True)
class LadderBody:
    """A staircase, the lowest step first."""

    steps: tuple[LadderStep, ...]

    def texts(self) -> Iterator[TextBox]:
        """Step by step."""
        for step in self.steps:
            yield from step.texts()


@dataclass(frozen=True)
class Tile:
    """A tile of a mosaic."""

    area: Area
    text: TextBox


@dataclass(frozen=True)
class MosaicBody:
    """Tiles in reading order."""

    tiles: tuple[Tile, ...]

    def texts(self) -> Iterator[TextBox]:
        """Tile by tile."""
        for tile in self.tiles:
            yield tile.text


@dataclass(frozen=True)
class StatementsBody:
    """Interlocking discs, each with its statement."""

    discs: tuple[Disc, ...]
    statements: tuple[TextBox, ...]

    def texts(self) -> Iterator[TextBox]:
        """The statements in order."""
        yield from self.statements


@dataclass(frozen=True)
class Entry:
    """A line of the contents; `target` is the plate it leads to."""

    number: TextBox | None
    text: TextBox
    target: str

    def texts(self) -> Iterator[TextBox]:
        """Number, then heading."""
        if self.number:
            yield self.number
        yield self.text


@dataclass(frozen=True)
class Group:
    """The entries of one audience under its sign; both are None where there is none."""

    mark: SignMark | None
    name: TextBox | None
    rule: Area | None
    entries: tuple[Entry, ...]

    def texts(self) -> Iterator[TextBox]:
        """Name, then entries."""
        if self.name:
            yield self.name
        for entry in self.entries:
            yield from entry.texts()


@dataclass(frozen=True)
class ContentsBody:
    """The plates of the set, grouped by audience."""

    groups: tuple[Group, ...]

    def texts(self) -> Iterator[TextBox]:
        """Group by group."""
        for group in self.groups:
            yield from group.texts()


@dataclass(frozen=True)
class ForewordBody:
    """Paragraphs and a signature."""

    paragraphs: tuple[TextBox, ...]
    signature: tuple[TextBox, ...]

    def texts(self) -> Iterator[TextBox]:
        """Paragraphs, then signature."""
        yield from self.paragraphs
        yield from self.signature


@dataclass(frozen=True)
class CoverBody:
    """Subtitle and text of the front, and who presents it; `artwork` is decoration."""

    subtitle: TextBox | None
    text: TextBox | None
    presented: TextBox | None = None
    artwork: tuple[Area, ...] = ()

    def texts(self) -> Iterator[TextBox]:
        """Subtitle, text, who presents it."""
        for text in (self.subtitle, self.text, self.presented):
            if text:
                yield text


@dataclass(frozen=True)
class PieceBody:
    """A piece of a poster on a sheet of its own, and how to put it beside the others.

    `marks`, `scheme` and its `numbers` are decoration: the steps say the same.
    """

    picture: Picture
    steps: tuple[TextBox, ...]
    glue: tuple[TextBox, ...]
    marks: tuple[Area, ...]
    scheme: tuple[Area, ...]
    numbers: tuple[Outline, ...]

    def texts(self) -> Iterator[TextBox]:
        """Steps, then the words at the edges to be glued."""
        yield from self.steps
        yield from self.glue


@dataclass(frozen=True)
class HandoutWords:
    """A paragraph beside a slide, or some points."""

    text: TextBox | None
    items: tuple[Item, ...] = ()

    def texts(self) -> Iterator[TextBox]:
        """The paragraph, or point by point."""
        if self.text:
            yield self.text
        for item in self.items:
            yield from item.texts()

    def lower(self, down: Mm) -> "HandoutWords":
        """The same further down."""
        text = moved(self.text, down) if self.text else None
        return HandoutWords(text, tuple(_lower(item, down) for item in self.items))


def _lower(item: Item, down: Mm) -> Item:
    bullet = replace(item.bullet, y=item.bullet.y + down) if item.bullet else None
    items = tuple(_lower(each, down) for each in item.items)
    return replace(item, text=moved(item.text, down), bullet=bullet, items=items)


@dataclass(frozen=True)
class HandoutRow:
    """A slide, and beside it its title and its words; no picture where it goes on from before.

    The frame lies behind the picture and is a little larger; the bar stands beside notes.
    """

    frame: Area | None
    picture: Picture | None
    title: TextBox
    bar: Area | None
    words: tuple[HandoutWords, ...]

    def texts(self) -> Iterator[TextBox]:
        """Its title, then its words."""
        yield self.title
        for each in self.words:
            yield from each.texts()

    def bottom(self) -> Mm:
        """Where the last of it ends, from the top of the page."""
        ends = [text.box.bottom for text in self.texts()]
        return max([*ends, *([self.frame.box.bottom] if self.frame else [])])

    def lower(self, down: Mm) -> "HandoutRow":
        """The same further down."""
        return HandoutRow(
            replace(self.frame, box=_down(self.frame.box, down)) if self.frame else None,
            replace(self.picture, box=_down(self.picture.box, down)) if self.picture else None,
            moved(self.title, down),
            replace(self.bar, box=_down(self.bar.box, down)) if self.bar else None,
            tuple(each.lower(down) for each in self.words),
        )


def _down(box: Box, by: Mm) -> Box:
    return replace(box, y=box.y + by)


@dataclass(frozen=True)
class HandoutBody:
    """The slides on a page of a handout."""

    rows: tuple[HandoutRow, ...]

    def texts(self) -> Iterator[TextBox]:
        """Row by row."""
        for row in self.rows:
            yield from row.texts()
