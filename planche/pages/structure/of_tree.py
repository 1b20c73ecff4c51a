"""Whether the tree, its parent tree and the pages' content say the same."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pikepdf import NameTree, NumberTree

from planche.pages.structure.defect import Check, Defect
from planche.pages.structure.reading import Mark, Node, Note, Tagged, listed

STANDARD = frozenset(
    {
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI"),
        *("P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
        *("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"),
        *("Span", "Quote", "Note", "Reference", "Code", "Link", "Annot", "Figure"),
    }
)
"""The kinds that a reader knows (ISO 32000-1, 14.8.4) and that say something."""

GRID = frozenset({"TH", "TD"})
"""What may be empty: a table has cells where nothing stands."""


def _linked(tagged: Tagged) -> Iterator[Defect]:
    """ISO 32000-1, table 323: each element knows its parent, and is of a known kind."""
    root: Any = tagged.pdf.Root.get("/StructTreeRoot", {})
    for node in tagged.nodes:
        parent = node.parent.entry if node.parent else root
        if node.entry.get("/P") is None or node.entry.P.objgen != parent.objgen:
            yield Defect(node.page, f"{node.kind} does not lead back to its parent")
        if node.kind not in STANDARD:
            yield Defect(node.page, f"{node.kind or 'an element'} is of no kind that readers know")
        if not node.kids and node.kind not in GRID:
            yield Defect(node.page, f"{node.kind} holds nothing")


def _read_once(tagged: Tagged) -> Iterator[Defect]:
    """ISO 14289-1, 7.1: all that is drawn is read, once, or is an artifact."""
    held = [mark for node in tagged.top for mark in node.marks()]
    for number, drawn in enumerate(tagged.drawn):
        read = [mark.number for mark in held if mark.page == number]
        if drawn.loose:
            yield Defect(number, f"{drawn.loose} × is drawn what is neither read nor decoration")
        for mark, times in (Counter(drawn.marks) - Counter(read)).items():
            yield Defect(number, f"content {mark} is never read ({times} ×)")
        for mark, times in (Counter(read) - Counter(drawn.marks)).items():
            yield Defect(number, f"content {mark} is read and not there ({times} ×)")


def _parented(tagged: Tagged) -> Iterator[Defect]:
    """ISO 32000-1, 14.7.4.4: from each content and each annotation a way leads to its element."""
    root: Any = tagged.pdf.Root.get("/StructTreeRoot", {})
    ways = dict(NumberTree(root.ParentTree).items()) if "/ParentTree" in root else {}
    if root.get("/ParentTreeNextKey", 0) <= max(ways, default=-1):
        yield Defect(None, "the next key of the parent tree is taken")
    owners = _owners(tagged)
    for number, page in enumerate(tagged.pages):
        row = ways.pop(int(page.get("/StructParents", -1)), None)
        entries = [each.objgen if each else None for each in listed(row)] if row else []
        marks = {mark: node for (at, mark), node in owners.items() if at == number}
        holders = (marks.get(each) for each in range(max(marks, default=-1) + 1))
        wanted = [node.entry.objgen if node else None for node in holders]
        if entries != wanted:
            yield Defect(number, "the parent tree does not lead to what holds its content")
    for node in tagged.nodes:
        for note in (kid for kid in node.kids if isinstance(kid, Note)):
            way = ways.pop(int(note.annotation.get("/StructParent", -1)), None)
            if way is None or way.objgen != node.entry.objgen:
                yield Defect(node.page, f"the parent tree does not lead to a {node.kind}'s link")
    if ways:
        yield Defect(None, f"the parent tree has {len(ways)} ways from nowhere")


def _owners(tagged: Tagged) -> dict[tuple[int | None, int], Node]:
    return {
        (kid.page, kid.number): node
        for node in tagged.nodes
        for kid in node.kids
        if isinstance(kid, Mark)
    }


def _named(tagged: Tagged) -> Iterator[Defect]:
    """ISO 32000-1, 14.7.2: elements with identifiers are found by them, each by its own."""
    root: Any = tagged.pdf.Root.get("/StructTreeRoot", {})
    known = dict(NameTree(root.IDTree).items()) if "/IDTree" in root else {}
    own = [node for node in tagged.nodes if "/ID" in node.entry]
    for name, times in Counter(str(node.entry.ID) for node in own).items():
        if times > 1:
            yield Defect(None, f"{times} elements are called {name}")
    for node in own:
        found = known.pop(str(node.entry.ID), None)
        if found is None or found.objgen != node.entry.objgen:
            yield Defect(node.page, f"the identifiers do not lead to {node.entry.ID}")
    for name in known:
        yield Defect(None, f"the identifier {name} leads to no element")


def _balanced(tagged: Tagged) -> Iterator[Defect]:
    """ISO 32000-1, 14.6.1: what is marked ends on its page, and nothing ends that did not begin."""
    for number, drawn in enumerate(tagged.drawn):
        if not drawn.balanced:
            yield Defect(number, "marked content does not end as often as it begins")


CHECKS: tuple[Check, ...] = (_linked, _read_once, _balanced, _parented, _named)
