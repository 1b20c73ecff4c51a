"""The tags of a PDF as they stand in the file, without mending or believing anything."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

MARKING = frozenset({"BMC", "BDC"})
PAINTING = (
    *("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"),
    *("Do", "Tj", "TJ", "'", '"', "INLINE IMAGE"),
)
"""Operators that paint (ISO 32000-1, annex A); the last is pikepdf's for an image in the stream."""


@dataclass(frozen=True)
class Mark:
    """A stretch of content that an element holds, by its page and its number there."""

    page: int | None
    number: int


@dataclass(frozen=True)
class Note:
    """An annotation that an element holds."""

    annotation: Any


@dataclass(eq=False)
class Node:
    """An element with its entry in the file and what it holds, in order."""

    kind: str
    entry: Any
    parent: "Node | None"
    page: int | None
    kids: "list[Kid]" = field(default_factory=list)

    @property
    def nodes(self) -> "list[Node]":
        """The elements right under this one."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> "Iterator[Node]":
        """This element and all under it, in the order of reading."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()

    def marks(self) -> "Iterator[Mark]":
        """All content in it, in the order of reading."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.marks()

    def attribute(self, owner: str, key: str) -> Any:
        """An attribute by its owner; None where it has none."""
        for each in listed(self.entry.get("/A", [])):
            if each.get("/O") == f"/{owner}" and f"/{key}" in each:
                return each[f"/{key}"]
        return None


Kid: TypeAlias = Node | Mark | Note


@dataclass(frozen=True)
class Drawn:
    """What a page draws: the numbers of its marked content in order, how often it paints
    something that is neither marked content nor an artifact, and whether what is marked ends as
    often as it begins."""

    marks: tuple[int, ...]
    loose: int
    balanced: bool


@dataclass(frozen=True)
class Tagged:
    """A file with its tags as they stand."""

    pdf: Pdf
    top: tuple[Node, ...]

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every element in the order of reading."""
        return tuple(each for node in self.top for each in node.walk())

    @cached_property
    def pages(self) -> tuple[Any, ...]:
        """The pages' entries."""
        return tuple(page.obj for page in self.pdf.pages)

    @cached_property
    def drawn(self) -> tuple[Drawn, ...]:
        """What each page draws."""
        return tuple(_drawn(page) for page in self.pdf.pages)

    def of_kind(self, *kinds: str) -> Iterator[Node]:
        """The elements of some kinds."""
        return (node for node in self.nodes if node.kind in kinds)


def read(pdf: Pdf) -> Tagged:
    """The tags of a file; none where it is not tagged."""
    root: Any = pdf.Root.get("/StructTreeRoot", {})
    numbers: dict[Any, int] = {page.objgen: at for at, page in enumerate(pdf.pages)}
    return Tagged(pdf, tuple(_node(each, None, numbers) for each in listed(root.get("/K", []))))


def listed(value: Any) -> list[Any]:
    """One thing or several, as PDF writes them, always as a list."""
    return list(value) if isinstance(value, Array | list) else [value]


def _node(entry: Any, parent: Node | None, numbers: dict[Any, int]) -> Node:
    page = numbers.get(entry.Pg.objgen) if "/Pg" in entry else parent.page if parent else None
    node = Node(str(entry.get("/S", "/"))[1:], entry, parent, page)
    node.kids = [_kid(each, node, numbers) for each in listed(entry.get("/K", []))]
    return node


def _kid(entry: Any, parent: Node, numbers: dict[Any, int]) -> Kid:
    if not isinstance(entry, Dictionary):
        return Mark(parent.page, int(entry))
    kind = entry.get("/Type")
    if kind == Name.OBJR:
        return Note(entry.Obj)
    if kind == Name.MCR:
        page = numbers.get(entry.Pg.objgen) if "/Pg" in entry else parent.page
        return Mark(page, int(entry.MCID))
    return _node(entry, parent, numbers)


def _drawn(page: pikepdf.Page) -> Drawn:
    marks: list[int] = []
    open_marks: list[bool] = []
    loose = ends = 0
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator == "EMC":
            ends += not open_marks
            del open_marks[-1:]
        elif operator in MARKING:
            number = _number(step.operands)
            open_marks.append(number is not None or step.operands[0] == Name.Artifact)
            if number is not None:
                marks.append(number)
        elif operator in PAINTING:
            loose += not any(open_marks)
    return Drawn(tuple(marks), loose, balanced=not (open_marks or ends))


def _number(operands: Any) -> int | None:
    """The number of marked content; None for an artifact or a mark without one."""
    if len(operands) == 2 and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]:
        return int(operands[1].MCID)
    return None
