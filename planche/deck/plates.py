"""A function for each kind of plate: draws a page's body on a slide, deciding nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TypeAlias, cast

from planche.deck.canvas import Canvas
from planche.deck.discs import overlap
from planche.deck.shapes import table_frame
from planche.deck.tables import table, table_box
from planche.deck.template.parts import BODY_INDEX, TABLE_INDEX
from planche.deck.text import Paragraph, bulleted, numbered, simple
from planche.deck.timing import Click, Target
from planche.geometry.bodies import (
    ContentsBody,
    CoverBody,
    ForewordBody,
    Group,
    Item,
    LadderBody,
    LadderStep,
    MosaicBody,
    QuestionBody,
    StatementsBody,
    TableBody,
)
from planche.geometry.parts import Area, Box, Disc, Page, union

Draw: TypeAlias = Callable[[Canvas, Page], None]


def _cover(canvas: Canvas, page: Page) -> None:
    body = cast(CoverBody, page.body)
    texts = [simple(text) for text in body.texts()]
    if texts:
        name = canvas.look.strings.deck.subtitle
        canvas.placeholder("subTitle", BODY_INDEX, texts, name)


def _foreword(canvas: Canvas, page: Page) -> None:
    body = cast(ForewordBody, page.body)
    _running_text(canvas, [simple(text) for text in (*body.paragraphs, *body.signature)])


def _running_text(canvas: Canvas, paragraphs: list[Paragraph], *, first: bool = True) -> int:
    """Paragraphs in the body placeholder, or in a text box where it is taken already."""
    words = canvas.look.strings.deck
    if first:
        return canvas.placeholder("body", BODY_INDEX, paragraphs, words.body)
    return canvas.texts(paragraphs, words.text)


def _points(canvas: Canvas, paragraphs: list[Paragraph], *, first: bool) -> None:
    """Running points, each a step of its own; what leads up to them is there from the start."""
    if not paragraphs:
        return
    shape = _running_text(canvas, paragraphs, first=first)
    for number, paragraph in enumerate(paragraphs):
        if number or paragraph.bullet or not first:
            canvas.clicks.append(Click((Target(shape, number),)))


def _question(canvas: Canvas, page: Page) -> None:
    """Running points are one text; each card is a shape of its own between them."""
    body = cast(QuestionBody, page.body)
    running = [simple(body.lead)] if body.lead else []
    placed = False
    cards = 0
    for level, item in _flattened(body.items):
        if item.card is None:
            running.append(_point(canvas, item, level))
            continue
        _points(canvas, running, first=not placed)
        placed, running = placed or bool(running), []
        cards += 1
        _card(canvas, item, item.card, cards)
    _points(canvas, running, first=not placed)


def _flattened(items: tuple[Item, ...], level: int = 0) -> Iterator[tuple[int, Item]]:
    for item in items:
        yield level, item
        yield from _flattened(item.items, level + 1)


def _point(canvas: Canvas, item: Item, level: int) -> Paragraph:
    if item.bullet:
        return bulleted(canvas.look, item.text, item.bullet, level)
    return simple(item.text, level)


def _card(canvas: Canvas, item: Item, card: Area, number: int) -> None:
    """A card appears with its bar."""
    words = canvas.look.strings
    name = words.example_name.format(number=number)
    drawn = [canvas.card(card, [simple(item.text)], name)]
    if item.bar:
        drawn.append(canvas.area(item.bar, words.deck.bar))
    canvas.clicks.append(Click(tuple(map(Target, drawn))))


def _table(canvas: Canvas, page: Page) -> None:
    body = cast(TableBody, page.body)
    properties = canvas.named(canvas.look.strings.deck.table, canvas.alternative)
    made = table(canvas.look, body, canvas.link)
    canvas.element(table_frame(properties, table_box(body), made, TABLE_INDEX))


def _figure(canvas: Canvas, boxes: Iterable[Box]) -> AbstractContextManager[None]:
    """What is drawn meanwhile is one figure, which says in words what it shows."""
    return canvas.group(union(boxes), canvas.look.strings.deck.figure, canvas.alternative)


def _ladder(canvas: Canvas, page: Page) -> None:
    steps = cast(LadderBody, page.body).steps
    with _figure(canvas, (step.area.box for step in steps)):
        for number, step in enumerate(steps, start=1):
            name = canvas.look.strings.step_name.format(number=number, name=step.name.text)
            with canvas.group(step.area.box, name, name):
                _step(canvas, step, name)


def _step(canvas: Canvas, step: LadderStep, name: str) -> None:
    """Hairlines and number stand between and under the texts, so that they cover none."""
    words = canvas.look.strings.deck
    canvas.card(step.area, [simple(text) for text in step.texts()], name)
    canvas.outline(step.number, words.outline)
    for rule in step.rules:
        canvas.area(rule, words.rule)


def _mosaic(canvas: Canvas, page: Page) -> None:
    tiles = cast(MosaicBody, page.body).tiles
    with _figure(canvas, (tile.area.box for tile in tiles)):
        for number, tile in enumerate(tiles, start=1):
            name = canvas.look.strings.tile_name.format(number=number)
            canvas.card(tile.area, [simple(tile.text)], name)


def _statements(canvas: Canvas, page: Page) -> None:
    """Drawn in the order they are spoken, not in that of their layers.

    A disc that lies under one spoken before it is bitten off, so that it looks the same.
    """
    body = cast(StatementsBody, page.body)
    spoken = sorted(body.discs, key=lambda disc: disc.x)
    with _figure(canvas, (disc.box for disc in body.discs)):
        for index, (disc, text) in enumerate(zip(spoken, body.statements, strict=True)):
            name = canvas.look.strings.statement_name.format(number=index + 1)
            canvas.disc(disc, _over(disc, spoken[:index], body.discs), simple(text), name)


def _over(disc: Disc, drawn: Sequence[Disc], layers: Sequence[Disc]) -> Disc | None:
    """The disc that is drawn already and lies over this one: it can only be its neighbour."""
    before = drawn[-1] if drawn else None
    covers = before and layers.index(before) > layers.index(disc) and overlap(before, disc)
    return before if covers else None


def _contents(canvas: Canvas, page: Page) -> None:
    for group in cast(ContentsBody, page.body).groups:
        _group(canvas, group)


def _group(canvas: Canvas, group: Group) -> None:
    words = canvas.look.strings.deck
    if group.mark:
        canvas.sign(group.mark, words.sign)
    if group.rule:
        canvas.area(group.rule, words.rule)
    if group.name:
        canvas.texts([simple(group.name)], words.text)
    for entry in group.entries:
        paragraph = numbered(entry.text, entry.number) if entry.number else simple(entry.text)
        canvas.texts([paragraph], words.text, f"#{entry.target}")


PLATES: dict[str, Draw] = {
    "cover": _cover,
    "foreword": _foreword,
    "contents": _contents,
    "question": _question,
    "table": _table,
    "ladder": _ladder,
    "mosaic": _mosaic,
    "statements": _statements,
}
"""How the body of each kind of plate is drawn; a new kind adds its own."""
