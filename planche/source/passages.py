"""Every text of the plates as it was typed, with its place: what is read again before print."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planche.diagnostics import Place
from planche.source.tree import FieldsNode, Node, Spot, TextNode, texts

NAMES = frozenset({"id", "audience"})
"""Fields of a plate that hold names, not language."""

SAID_ASIDE = frozenset({"notes", "alt"})
"""Fields that are read or heard, but not printed."""


@dataclass(frozen=True)
class Passage:
    """A text of a plate, and the file it stands in as messages name it."""

    plate: str
    node: TextNode
    path: str
    printed: bool = True

    def place(self, spot: Spot | None = None) -> Place:
        """A spot of the text, or where it starts, as a place in its file."""
        at = spot or self.node.spot
        return Place(self.path, at.line, at.column)


def passages(plates: Iterable[tuple[str, Node]], path: str) -> Iterator[Passage]:
    """The texts of some plates, given with their ids, in source order."""
    for plate, node in plates:
        if isinstance(node, FieldsNode):
            for key, entry in node.entries.items():
                if key not in NAMES:
                    for text in texts(entry.value):
                        yield Passage(plate, text, path, key not in SAID_ASIDE)
