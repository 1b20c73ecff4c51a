"""A plate as plain text for a screen reader or a braille display: short lines, no drawing.

A heading has `# ` before it, a point of a list `- `, a step its number; a table is read row by
row, each cell as “row head – column: cell”.
"""

import textwrap
from collections.abc import Iterator

from planche.blocks import Block, Comparison, Directory, Paragraph, Points, Signature
from planche.text.markup import Rich, Span, plain
from planche.text.typography import NBSP
from planche.texts.reader import Reader, Told

WIDTH = 80
"""Most characters of a line: as many as the widest braille displays show."""

HEADING, SUBHEADING, POINT = "# ", "## ", "- "
STEP = "  "
"""How far the points of a point are moved in."""


def plain_text(told: Told, reader: Reader) -> str:
    """A plate as text; a blank line between parts, no line longer than WIDTH unless a word is."""
    info, strings = reader.plate_set.set, reader.strings
    over = [info.title, *([told.kicker] if told.kicker else [])]
    position = strings.position.format(number=told.number, count=len(reader.plates))
    under = " · ".join(each for each in (position, info.edition, info.publisher) if each)
    shown = strings.text.figure.format(alt=told.alternative) if told.alternative else ""
    parts = [
        [line for text in over for line in _wrapped(text)],
        _wrapped(plain(told.heading), HEADING),
        _wrapped(shown) if shown else [],
        *(part for block in told.blocks for part in _parts(block)),
        _wrapped(under),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _parts(block: Block) -> Iterator[list[str]]:
    if isinstance(block, Paragraph):
        yield _wrapped(_said(block.text))
    elif isinstance(block, Signature):
        yield [line for each in block.lines for line in _wrapped(_said(each))]
    elif isinstance(block, Points):
        yield list(_points(block))
    elif isinstance(block, Comparison):
        corner, *columns = map(_said, block.columns)
        yield _wrapped(f"{corner}: {' · '.join(columns)}", indent=STEP)
        yield from (_row(block.columns, row) for row in block.rows)
    elif isinstance(block, Directory):
        yield from _directory(block)


def _points(points: Points) -> Iterator[str]:
    for number, item in enumerate(points.items, start=1):
        mark = f"{number}. " if points.ordered else POINT
        yield from _wrapped(_said(item.text), mark)
        for text in item.items:
            yield from _wrapped(_said(text), STEP + POINT)


def _row(columns: tuple[Rich, ...], row: tuple[Rich, ...]) -> list[str]:
    head = _said(row[0])
    return [
        line
        for column, cell in zip(columns[1:], row[1:], strict=True)
        for line in _wrapped(f"{head} – {_said(column)}: {_said(cell)}", indent=STEP)
    ]


def _directory(contents: Directory) -> Iterator[list[str]]:
    for name, entries in contents.groups:
        lines = _wrapped(name, SUBHEADING) if name else []
        for entry in entries:
            number = f"{entry.number}. " if entry.number else ""
            lines += _wrapped(f"{number}{plain(entry.heading)}", POINT)
        yield lines


def _said(text: Rich) -> str:
    return "".join(map(_span, text))


def _span(span: Span) -> str:
    """The words of a span; an address that leads out of the set is said after them."""
    if span.link is None or span.link.startswith("#"):
        return span.text
    address = span.link.removeprefix("mailto:")
    return span.text if address == span.text else f"{span.text} ({address})"


def _wrapped(text: str, mark: str = "", indent: str | None = None) -> list[str]:
    """The lines of a text; what it says together stays together, with ordinary spaces."""
    lines = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=mark,
        subsequent_indent=" " * len(mark) if indent is None else indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(NBSP, " ") for line in lines]
