"""The source as a tree of texts, lists and fields, each with the place where it stands."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, TypeAlias

from planche.diagnostics import Diagnostic, Fault, Place

NOTHING = ("", "~", "null", "Null", "NULL")
"""The plain scalars that YAML 1.2 reads as nothing; every other one is text to us."""


@dataclass(frozen=True)
class Spot:
    """A place in the text; line and column count from 1, index from 0."""

    line: int = 1
    column: int = 1
    index: int = 0

    def moved(self, text: str) -> "Spot":
        """The spot after a text that starts here."""
        lines = re.split(r"\r\n|\r|\n", text)
        column = self.column + len(text) if len(lines) == 1 else 1 + len(lines[-1])
        return Spot(self.line + len(lines) - 1, column, self.index + len(text))


@dataclass(frozen=True)
class TextNode:
    """A scalar: its text, and the raw form it was typed in."""

    text: str
    spot: Spot
    raw: str = field(repr=False)
    plain: bool

    @cached_property
    def nothing(self) -> bool:
        """Whether nothing at all was typed (not even empty quotes)."""
        return self.plain and self.text in NOTHING

    def find(self, words: str, earlier: int = 0) -> Spot:
        """Where some of its words stand in the file, however the lines are folded; `earlier` is
        how often they stand in the text before that."""
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        return self.find_pattern(pattern, earlier)

    def find_pattern(self, pattern: str, earlier: int = 0) -> Spot:
        """Where a pattern is found in what was typed after some earlier ones, else where the text
        starts."""
        found = next(islice(re.finditer(pattern, self.raw), earlier, None), None)
        return self.spot.moved(self.raw[: found.start()]) if found else self.spot


@dataclass(frozen=True)
class ListNode:
    """A list."""

    items: tuple["Node", ...]
    spot: Spot
    flow: bool
    """Whether it was written in brackets."""


@dataclass(frozen=True)
class Entry:
    """A field: its name and its value."""

    key: TextNode
    value: "Node"


@dataclass(frozen=True)
class FieldsNode:
    """Fields with their names, each name once."""

    entries: Mapping[str, Entry]
    spot: Spot
    flow: bool
    """Whether it was written in braces."""

    def get(self, *keys: str) -> "Node | None":
        """The value some fields down, or None."""
        node: Node = self
        for key in keys:
            if not isinstance(node, FieldsNode) or key not in node.entries:
                return None
            node = node.entries[key].value
        return node

    def text(self, *keys: str) -> TextNode | None:
        """The text some fields down, or None where there is none."""
        node = self.get(*keys)
        return node if isinstance(node, TextNode) and not node.nothing else None


Node: TypeAlias = TextNode | ListNode | FieldsNode


def texts(node: Node, skip: Callable[[str], bool] = lambda key: False) -> Iterator[TextNode]:
    """Every text of a tree in source order, without the values of skipped fields."""
    if isinstance(node, TextNode):
        if not node.nothing:
            yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from texts(item, skip)
    else:
        for key, entry in node.entries.items():
            if not skip(key):
                yield from texts(entry.value, skip)


def nothings(node: Node) -> Iterator[Node]:
    """Every place of a tree where nothing stands."""
    if isinstance(node, TextNode):
        if node.nothing:
            yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from nothings(item)
    else:
        for entry in node.entries.values():
            # An empty value has no place of its own, so its field is pointed at.
            if isinstance(entry.value, TextNode) and entry.value.nothing:
                yield entry.key
            else:
                yield from nothings(entry.value)


def as_data(node: Node) -> Any:
    """A tree as plain data, nothing as None."""
    if isinstance(node, TextNode):
        return None if node.nothing else node.text
    if isinstance(node, ListNode):
        return [as_data(item) for item in node.items]
    return {key: as_data(entry.value) for key, entry in node.entries.items()}


@dataclass
class Findings:
    """Gathers the diagnostics of one file."""

    path: str
    """The file as messages name it."""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, at: Node | Spot, code: str, **values: object) -> None:
        """Note a fault at a node or spot."""
        spot = at if isinstance(at, Spot) else at.spot
        fault = Fault(code, {key: str(value) for key, value in values.items()})
        self.diagnostics.append(Diagnostic(self.place(spot), fault))

    def place(self, spot: Spot) -> Place:
        """The spot as a place in the file."""
        return Place(self.path, spot.line, spot.column)
