"""The notes under a slide: the presenter's own words, then the whole text of the plate."""

from collections.abc import Iterator

from planche.alternatives import Say
from planche.blocks import Block, Comparison, Paragraph, Points, Signature, blocks_of
from planche.model import PlateBase
from planche.text.markup import Rich, plain, rich

INDENT = "  "
POINT = "• "


def notes_of(plate: PlateBase, language: str, heading: str, *, first: bool = True) -> list[str]:
    """The lines of the notes; the presenter's words stand under a plate's first slide only."""
    say = sayer(language)
    spoken = [say(line) for line in (plate.notes or "").splitlines() if line.strip()]
    return [*(spoken if first else []), heading, say(plate.heading), *text_of(plate, language)]


def sayer(language: str) -> Say:
    """Takes the markup of texts in a language away and sets their typography."""
    return lambda text: plain(rich(text, language, {}))


def text_of(plate: PlateBase, language: str) -> Iterator[str]:
    """The text of a plate under its heading, a line a paragraph."""
    for block in blocks_of(plate, lambda text: rich(text, language, {})):
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    """A block, a line a paragraph; the contents of a set are said by the slide alone."""
    if isinstance(block, Paragraph):
        yield plain(block.text)
    elif isinstance(block, Signature):
        yield from map(plain, block.lines)
    elif isinstance(block, Points):
        yield from _points(block)
    elif isinstance(block, Comparison):
        for row in block.rows:
            yield from _row(block.columns, row)


def _points(points: Points) -> Iterator[str]:
    for number, item in enumerate(points.items, start=1):
        yield f"{f'{number}. ' if points.ordered else POINT}{plain(item.text)}"
        for text in item.items:
            yield INDENT + POINT + plain(text)


def _row(columns: tuple[Rich, ...], row: tuple[Rich, ...]) -> Iterator[str]:
    yield f"{plain(columns[0])}: {plain(row[0])}"
    for column, cell in zip(columns[1:], row[1:], strict=True):
        yield f"{INDENT}{POINT}{plain(column)}: {plain(cell)}"
