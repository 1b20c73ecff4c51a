"""What a figure shows, in a sentence for those who do not see it: pure, no I/O."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, cast

from planche.model import Figure, Ladder, Mosaic, PlateBase, PlateSet, Statements, Table
from planche.strings import Strings

Say: TypeAlias = Callable[[str], str]
"""Takes a text's markup away and sets its typography."""

LONGEST = 250
"""Most characters of a sentence that is made: a listener cannot skim it."""

ENDS = (".", "!", "?", "…", ":")
"""What a sentence ends with."""


def alternative(plate: PlateBase, strings: Strings, say: Say) -> str:
    """What stands in place of a figure: its own `alt`, else a sentence made from its content.

    Empty for a plate that is no figure. A made one has at most LONGEST characters, cut at a
    word; the plate's own is never cut.
    """
    if not isinstance(plate, Figure):
        return ""
    if plate.alt:
        return say(plate.alt)
    return _capitalised(_cut(MADE[plate.kind](plate, strings, say)))


@dataclass(frozen=True)
class SelfMade:
    """A figure's plate, and the sentence that was made for it."""

    plate: str
    text: str


def made_ones(plate_set: PlateSet, strings: Strings, say: Say) -> tuple[SelfMade, ...]:
    """Every sentence that was made, in the order of the set: an editor should judge them."""
    return tuple(
        SelfMade(name, alternative(plate, strings, say))
        for name, plate in plate_set.with_ids()
        if was_made(plate)
    )


def of_part(text: str, part: int, parts: int, strings: Strings) -> str:
    """The same on one of several pages or slides: it says first which one it is."""
    return strings.alt_part.format(part=part, parts=parts, alt=text) if parts > 1 else text


def was_made(plate: PlateBase) -> bool:
    """Whether the plate is a figure for which a sentence is made, since it has no `alt`."""
    return isinstance(plate, Figure) and not plate.alt


def counted(number: int, strings: Strings) -> str:
    """A number as a text writes it: in words from two to twelve, else in digits."""
    words = strings.number_words
    return words[number - 2] if 0 <= number - 2 < len(words) else str(number)


def _table(plate: PlateBase, strings: Strings, say: Say) -> str:
    table = cast(Table, plate)
    rows = len(table.rows)
    return strings.table_alt.format(
        rows=strings.one_row if rows == 1 else strings.rows.format(count=counted(rows, strings)),
        columns=counted(len(table.columns), strings),
        title=_ended(say(table.table)),
        heads=", ".join(map(say, table.columns)),
    )


def _ladder(plate: PlateBase, strings: Strings, say: Say) -> str:
    steps = cast(Ladder, plate).steps
    names = ", ".join(say(step.name) for step in steps)
    return strings.ladder_alt.format(count=counted(len(steps), strings), names=names)


def _mosaic(plate: PlateBase, strings: Strings, say: Say) -> str:
    """Title and first tile: a dozen tiles cut to a word or two each would tell nothing."""
    mosaic = cast(Mosaic, plate)
    return strings.mosaic_alt.format(
        count=counted(len(mosaic.tiles), strings),
        title=_ended(say(mosaic.mosaic)),
        first=say(mosaic.tiles[0]),
    )


def _statements(plate: PlateBase, strings: Strings, say: Say) -> str:
    sentences = cast(Statements, plate).sentences
    said = " ".join(_ended(say(sentence)) for sentence in sentences)
    return strings.statements_alt.format(count=counted(len(sentences), strings), sentences=said)


MADE: dict[str, Callable[[PlateBase, Strings, Say], str]] = {
    "table": _table,
    "ladder": _ladder,
    "mosaic": _mosaic,
    "statements": _statements,
}
"""How the sentence of each kind of figure is made; a new kind adds its own."""


def _ended(text: str) -> str:
    """A text that ends as a sentence does."""
    return text if text.endswith(ENDS) else f"{text}."


def _cut(text: str) -> str:
    """The text as far as there is room, with an ellipsis after its last whole word."""
    if len(text) <= LONGEST:
        return text
    whole, _, _ = text[:LONGEST].rpartition(" ")
    return f"{(whole or text[: LONGEST - 1]).rstrip(' ,;.:–')}…"


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
