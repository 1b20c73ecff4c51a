"""What a plate says, as paragraphs, lists and tables: the one walk over a plate's words.

Whoever says a plate in words (the notes under a slide, the text edition) goes over these and
knows no kind of plate. What the layout drew of it is another thing: `geometry/said.py`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias, cast

from planche.model import (
    Cover,
    Foreword,
    Ladder,
    Mosaic,
    PlateBase,
    PlateSet,
    Question,
    Statements,
    Table,
)
from planche.text.markup import Rich, Span

Read: TypeAlias = Callable[[str], Rich]
"""Resolves a text's markup and sets its typography."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    text: Rich


@dataclass(frozen=True)
class Signature:
    """Place, date and who signs, line by line."""

    lines: tuple[Rich, ...]


@dataclass(frozen=True)
class Item:
    """An entry of a list, perhaps with entries of its own."""

    text: Rich
    items: tuple[Rich, ...] = ()


@dataclass(frozen=True)
class Points:
    """A list; `ordered` where its order says something, and its entries are counted."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Comparison:
    """A table: a head for each column, and rows with their own head first."""

    columns: tuple[Rich, ...]
    rows: tuple[tuple[Rich, ...], ...]


@dataclass(frozen=True)
class Listing:
    """A plate in the contents: its number where it is a question, its heading, its id."""

    number: str
    heading: Rich
    plate: str


@dataclass(frozen=True)
class Directory:
    """The plates of the contents under the name of their audience; None where there is none."""

    groups: tuple[tuple[str | None, tuple[Listing, ...]], ...]


Block: TypeAlias = Paragraph | Signature | Points | Comparison | Directory


def blocks_of(plate: PlateBase, read: Read) -> tuple[Block, ...]:
    """What a plate says under its heading; nothing for the contents, which its set must tell."""
    return tuple(BLOCKS[plate.kind](plate, read))


def _cover(plate: PlateBase, read: Read) -> Iterator[Block]:
    text = cast(Cover, plate).text
    if text:
        yield Paragraph(read(text))


def _foreword(plate: PlateBase, read: Read) -> Iterator[Block]:
    foreword = cast(Foreword, plate)
    yield from (Paragraph(read(text)) for text in foreword.paragraphs)
    if foreword.signature:
        yield Signature(tuple(map(read, foreword.signature)))


def _contents(plate: PlateBase, read: Read) -> Iterator[Block]:
    yield from ()


def _question(plate: PlateBase, read: Read) -> Iterator[Block]:
    points = cast(Question, plate).points
    yield Points(tuple(Item(read(each.text), tuple(map(read, each.points))) for each in points))


def _table(plate: PlateBase, read: Read) -> Iterator[Block]:
    table = cast(Table, plate)
    rows = tuple(tuple(map(read, row)) for row in table.rows)
    yield Comparison(tuple(map(read, table.columns)), rows)


def _ladder(plate: PlateBase, read: Read) -> Iterator[Block]:
    """The steps from the lowest, which is their order."""
    steps = cast(Ladder, plate).steps
    items = []
    for step in steps:
        nickname = (Span(" "), *read(step.nickname)) if step.nickname else ()
        items.append(Item((*read(step.name), *nickname), tuple(map(read, step.people))))
    yield Points(tuple(items), ordered=True)


def _mosaic(plate: PlateBase, read: Read) -> Iterator[Block]:
    yield _flat(cast(Mosaic, plate).tiles, read)


def _statements(plate: PlateBase, read: Read) -> Iterator[Block]:
    yield _flat(cast(Statements, plate).sentences, read)


def _flat(texts: Sequence[str], read: Read) -> Points:
    return Points(tuple(Item(read(text)) for text in texts))


BLOCKS: dict[str, Callable[[PlateBase, Read], Iterator[Block]]] = {
    "cover": _cover,
    "foreword": _foreword,
    "contents": _contents,
    "question": _question,
    "table": _table,
    "ladder": _ladder,
    "mosaic": _mosaic,
    "statements": _statements,
}
"""How each kind of plate is said; a new kind adds its own."""


LISTED = ("question", "table", "ladder", "mosaic")
"""The kinds of plate that the contents list; statements stand under their question, if it is
there."""


def directory(plate_set: PlateSet, read: Read) -> Directory:
    """The contents of a set, grouped as on its plate."""
    ids, plates = plate_set.ids, plate_set.plates
    groups = []
    for positions in listed(plates):
        audience = plate_set.audience(plates[positions[0]])
        entries = (
            Listing(str(plates[each].number or ""), read(plates[each].heading), ids[each])
            for each in positions
        )
        groups.append((audience.name if audience else None, tuple(entries)))
    return Directory(tuple(groups))


def listed(plates: Sequence[PlateBase]) -> tuple[tuple[int, ...], ...]:
    """The positions of the plates that the contents list, neighbours of one audience together."""
    answered = {each.number for each in plates if each.kind == "question"}
    positions = [
        position
        for position, plate in enumerate(plates)
        if plate.kind in LISTED or (plate.kind == "statements" and plate.number not in answered)
    ]
    return tuple(
        tuple(group) for _, group in groupby(positions, lambda each: plates[each].audience)
    )
