"""The notes under a slide: the presenter's own words, then the whole text of the plate."""

from collections.abc import Callable, Iterator
from typing import cast

from planche.alternatives import Say
from planche.model import (
    Cover,
    Foreword,
    Ladder,
    Mosaic,
    PlateBase,
    Question,
    Statements,
    Table,
)
from planche.text.markup import plain, rich

INDENT = "  "
POINT = "• "


def notes_of(plate: PlateBase, language: str, heading: str, *, first: bool = True) -> list[str]:
    """The lines of the notes; the presenter's words stand under a plate's first slide only."""
    say = sayer(language)
    spoken = [say(line) for line in (plate.notes or "").splitlines() if line.strip()]
    return [*(spoken if first else []), heading, *text_of(plate, say)]


def sayer(language: str) -> Say:
    """Takes the markup of texts in a language away and sets their typography."""
    return lambda text: plain(rich(text, language, {}))


def text_of(plate: PlateBase, say: Say) -> Iterator[str]:
    """The whole text of a plate, a line a paragraph."""
    yield say(plate.heading)
    yield from TEXTS[plate.kind](plate, say)


def _cover(plate: PlateBase, say: Say) -> Iterator[str]:
    text = cast(Cover, plate).text
    if text:
        yield say(text)


def _foreword(plate: PlateBase, say: Say) -> Iterator[str]:
    foreword = cast(Foreword, plate)
    yield from map(say, (*foreword.paragraphs, *foreword.signature))


def _contents(plate: PlateBase, say: Say) -> Iterator[str]:
    yield from ()


def _question(plate: PlateBase, say: Say) -> Iterator[str]:
    for point in cast(Question, plate).points:
        yield POINT + say(point.text)
        for text in point.points:
            yield INDENT + POINT + say(text)


def _table(plate: PlateBase, say: Say) -> Iterator[str]:
    table = cast(Table, plate)
    for row in table.rows:
        yield f"{say(table.columns[0])}: {say(row[0])}"
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            yield f"{INDENT}{POINT}{say(column)}: {say(cell)}"


def _ladder(plate: PlateBase, say: Say) -> Iterator[str]:
    for number, step in enumerate(cast(Ladder, plate).steps, start=1):
        names = [step.name, *([step.nickname] if step.nickname else [])]
        yield f"{number}. {' '.join(map(say, names))}"
        for person in step.people:
            yield INDENT + POINT + say(person)


def _mosaic(plate: PlateBase, say: Say) -> Iterator[str]:
    for tile in cast(Mosaic, plate).tiles:
        yield POINT + say(tile)


def _statements(plate: PlateBase, say: Say) -> Iterator[str]:
    for sentence in cast(Statements, plate).sentences:
        yield POINT + say(sentence)


TEXTS: dict[str, Callable[[PlateBase, Say], Iterator[str]]] = {
    "cover": _cover,
    "foreword": _foreword,
    "contents": _contents,
    "question": _question,
    "table": _table,
    "ladder": _ladder,
    "mosaic": _mosaic,
    "statements": _statements,
}
"""How the text of each kind of plate is said; a new kind adds its own."""
