"""A function for each kind of plate: draws a page's body on a slide, deciding nothing."""

from collections.abc import Callable, Iterator
from typing import TypeAlias, cast

from planche.deck.canvas import Canvas
from planche.deck.shapes import table_frame
from planche.deck.tables import table, table_box
from planche.deck.template.parts import BODY_INDEX
from planche.deck.text import Paragraph, bulleted, numbered, simple, stacks
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
from planche.geometry.parts import Area, Page, union

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


def _running_text(canvas: Canvas, paragraphs: list[Paragraph], *, first: bool = True) -> None:
    """Paragraphs in the body placeholder, or in a text box where it is taken already."""
    if not paragraphs:
        return
    words = canvas.look.strings.deck
    if first:
        canvas.placeholder("body", BODY_INDEX, paragraphs, words.body)
    else:
        canvas.texts(paragraphs, words.text)


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
        _running_text(canvas, running, first=not placed)
        placed, running = placed or bool(running), []
        cards += 1
        _card(canvas, item, item.card, cards)
    _running_text(canvas, running, first=not placed)


def _flattened(items: tuple[Item, ...], level: int = 0) -> Iterator[tuple[int, Item]]:
    for item in items:
        yield level, item
        yield from _flattened(item.items, level + 1)


def _point(canvas: Canvas, item: Item, level: int) -> Paragraph:
    if item.bullet:
        return bulleted(canvas.look, item.text, item.bullet, level)
    return simple(item.text, level)


def _card(canvas: Canvas, item: Item, card: Area, number: int) -> None:
    words = canvas.look.strings
    canvas.card(card, [simple(item.text)], words.example_name.format(number=number))
    if item.bar:
        canvas.area(item.bar, words.deck.bar)


def _table(canvas: Canvas, page: Page) -> None:
    body = cast(TableBody, page.body)
    words = canvas.look.strings
    alt = words.table_alt.format(
        rows=len(body.rows), columns=len(body.heads), title=page.title.text
    )
    properties = canvas.named(words.deck.table, alt)
    made = table(canvas.look, body, canvas.link)
    canvas.element(table_frame(properties, table_box(body), made))


def _ladder(canvas: Canvas, page: Page) -> None:
    steps = cast(LadderBody, page.body).steps
    words = canvas.look.strings
    names = ", ".join(step.name.text for step in steps)
    alt = words.ladder_alt.format(count=len(steps), names=names)
    with canvas.group(union(step.area.box for step in steps), words.deck.figure, alt):
        for number, step in enumerate(steps, start=1):
            name = words.step_name.format(number=number, name=step.name.text)
            with canvas.group(step.area.box, name, name):
                _step(canvas, step)


def _step(canvas: Canvas, step: LadderStep) -> None:
    words = canvas.look.strings.deck
    canvas.area(step.area, words.panel)
    canvas.outline(step.number, words.outline)
    for rule in step.rules:
        canvas.area(rule, words.rule)
    _stacked(canvas, [simple(text) for text in step.texts()], words.text)


def _stacked(canvas: Canvas, paragraphs: list[Paragraph], name: str) -> None:
    """Paragraphs in as few text boxes as their places allow."""
    block: list[Paragraph] = []
    for paragraph in paragraphs:
        if block and not stacks(block[-1], paragraph):
            canvas.texts(block, name)
            block = []
        block.append(paragraph)
    if block:
        canvas.texts(block, name)


def _mosaic(canvas: Canvas, page: Page) -> None:
    tiles = cast(MosaicBody, page.body).tiles
    words = canvas.look.strings
    alt = words.mosaic_alt.format(count=len(tiles))
    with canvas.group(union(tile.area.box for tile in tiles), words.deck.figure, alt):
        for number, tile in enumerate(tiles, start=1):
            name = words.tile_name.format(number=number)
            canvas.card(tile.area, [simple(tile.text)], name)


def _statements(canvas: Canvas, page: Page) -> None:
    """All discs first: they overlap, and none may cover another's words."""
    body = cast(StatementsBody, page.body)
    words = canvas.look.strings
    alt = words.statements_alt.format(count=len(body.statements))
    with canvas.group(union(disc.box for disc in body.discs), words.deck.figure, alt):
        for disc in body.discs:
            canvas.disc(disc, words.deck.disc)
        for number, text in enumerate(body.statements, start=1):
            canvas.texts([simple(text)], words.statement_name.format(number=number))


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
