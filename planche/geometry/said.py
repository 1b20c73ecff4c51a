"""What a slide says, in paragraphs and points: for where it is read and not shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from planche.geometry.bodies import (
    ContentsBody,
    Item,
    LadderBody,
    MosaicBody,
    QuestionBody,
    StatementsBody,
    TableBody,
)
from planche.geometry.parts import Body, TextBox
from planche.text.markup import typed


@dataclass(frozen=True)
class Said:
    """A paragraph as an editor would type it.

    `depth` is 0 for text and how deep it stands among points for a point; `bare` says that
    a point has no bullet since it has a number; `note` that the presenter says it.
    """

    text: str
    strong: bool = False
    depth: int = 0
    bare: bool = False
    note: bool = False


def said_by(body: Body) -> Iterator[Said]:
    """All that a slide says under its title, in the order it is read."""
    if isinstance(body, TableBody):
        yield from _table(body)
    elif isinstance(body, ContentsBody):
        yield from _contents(body)
    elif isinstance(body, LadderBody):
        yield from _ladder(body)
    elif isinstance(body, QuestionBody):
        if body.lead:
            yield _said(body.lead)
        yield from _points(body.items, 1)
    else:
        depth = 1 if isinstance(body, MosaicBody | StatementsBody) else 0
        for text in body.texts():
            yield _said(text, depth)


def _said(text: TextBox, depth: int = 0) -> Said:
    return Said(typed(text.spans), depth=depth)


def _points(items: tuple[Item, ...], depth: int) -> Iterator[Said]:
    for item in items:
        yield _said(item.text, depth)
        yield from _points(item.items, depth + 1)


def _table(body: TableBody) -> Iterator[Said]:
    """The heads, then each row under its own: cells one under the other, with their column."""
    corner, *columns = (typed(head.spans) for head in body.heads)
    yield Said(f"{corner}: {' · '.join(columns)}")
    for head, *cells in body.rows:
        yield Said(typed(head.spans), strong=True)
        for column, cell in zip(columns, cells, strict=True):
            yield Said(f"{column}: {typed(cell.spans)}", depth=1)


def _contents(body: ContentsBody) -> Iterator[Said]:
    for group in body.groups:
        if group.name:
            yield Said(typed(group.name.spans), strong=True)
        for entry in group.entries:
            number = f"{entry.number.text} " if entry.number else ""
            yield Said(number + typed(entry.text.spans), depth=1, bare=True)


def _ladder(body: LadderBody) -> Iterator[Said]:
    for step in body.steps:
        names = (step.name, *([step.nickname] if step.nickname else []))
        yield Said(" ".join(typed(each.spans) for each in names), strong=True)
        for person in step.people:
            yield _said(person, 1)
