"""The numbers of a theme: how they may be typed, and how large they may be."""

import re
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel

from planche.source.tree import FieldsNode, Findings, ListNode, Node, TextNode
from planche.theme import Theme

NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,9})?")
"""How a number is typed: pydantic would take `1e9`, `1_0` and `nan` as well."""
WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")


@dataclass(frozen=True)
class Range:
    """The least and the most that a number may be."""

    least: float
    most: float


LENGTH = Range(0.1, 1400)
"""Millimetres; PowerPoint makes no slide wider than 1422 (56 inches)."""
SIZE = Range(4, 400)
"""Points of type; less cannot be read, and no step in use is near the other end."""
COUNT = Range(1, 200)
"""Lines, and characters of a line."""

SIZES = "steps"
"""The field whose numbers are sizes of type; all others with decimals are lengths."""


@dataclass(frozen=True)
class Number:
    """A place where a number belongs."""

    node: TextNode
    whole: bool
    field: str
    limited: bool
    """Whether the model itself states limits."""

    @property
    def form(self) -> re.Pattern[str]:
        """How it may be typed."""
        return WHOLE_NUMBER if self.whole else NUMBER

    @property
    def range(self) -> Range:
        """What it may be where the model does not say."""
        if self.whole:
            return COUNT
        return SIZE if self.field == SIZES else LENGTH


def check_numbers(root: FieldsNode, findings: Findings) -> None:
    """Note every number that is none, or is out of its range.

    The limits that the model itself states are pydantic's to judge, and a number that it has
    judged already is left alone.
    """
    judged = {each.place for each in findings.diagnostics}
    for number in _numbers(root, Theme, "", limited=False):
        within, node = number.range, number.node
        if node.nothing or (number.limited and findings.place(node.spot) in judged):
            continue
        if not number.form.fullmatch(node.text):
            findings.add(node, "not-a-number" if number.whole else "not-a-decimal")
        elif not number.limited and not within.least <= float(node.text) <= within.most:
            least, most = f"{within.least:g}", f"{within.most:g}"
            findings.add(node, "number-out-of-range", least=least, most=most)


def _numbers(node: Node, annotation: Any, field: str, limited: bool) -> Iterator[Number]:
    """The places of a tree where its type wants a number."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        yield from _numbers(node, inner[0], field, limited=True)
    elif origin in (types.UnionType, typing.Union):
        for each in inner:
            yield from _numbers(node, each, field, limited)
    elif isinstance(node, TextNode):
        if annotation in (int, float):
            yield Number(node, annotation is int, field, limited)
    elif isinstance(node, ListNode):
        if origin is tuple and inner[1:] == (...,):
            for item in node.items:
                yield from _numbers(item, inner[0], field, limited)
    elif origin is dict:
        for entry in node.entries.values():
            yield from _numbers(entry.value, inner[1], field, limited)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, declared in annotation.model_fields.items():
            value = node.get(name)
            if value is not None:
                yield from _numbers(value, declared.annotation, name, bool(declared.metadata))
