"""The numbers of a theme: how they may be typed, and how large they may be."""

import re
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

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

    @property
    def range(self) -> Range:
        """What it may be."""
        if self.whole:
            return COUNT
        return SIZE if self.field == SIZES else LENGTH


def check_numbers(root: FieldsNode, findings: Findings) -> None:
    """Note every number that is none, or is out of its range.

    Numbers for which the model itself states limits are pydantic's to judge.
    """
    for number in _numbers(root, Theme, ""):
        pattern = WHOLE_NUMBER if number.whole else NUMBER
        within = number.range
        if number.node.nothing:
            continue
        if not pattern.fullmatch(number.node.text):
            findings.add(number.node, "not-a-number" if number.whole else "not-a-decimal")
        elif not within.least <= float(number.node.text) <= within.most:
            least, most = f"{within.least:g}", f"{within.most:g}"
            findings.add(number.node, "number-out-of-range", least=least, most=most)


def _numbers(node: Node, annotation: Any, field: str) -> Iterator[Number]:
    """The places of a tree where its type wants a number without limits of its own."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (types.UnionType, typing.Union):
        for each in inner:
            yield from _numbers(node, each, field)
    elif isinstance(node, TextNode):
        if annotation in (int, float):
            yield Number(node, annotation is int, field)
    elif isinstance(node, ListNode):
        if origin is tuple and inner[1:] == (...,):
            for item in node.items:
                yield from _numbers(item, inner[0], field)
    elif origin is dict:
        for entry in node.entries.values():
            yield from _numbers(entry.value, inner[1], field)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, declared in annotation.model_fields.items():
            value = node.get(name)
            if value is not None and not declared.metadata:
                yield from _numbers(value, declared.annotation, name)
