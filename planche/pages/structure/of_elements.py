"""What elements of each kind must hold and say."""

import re
from collections.abc import Iterator
from typing import Any

from planche.pages.structure.defect import Check, Defect
from planche.pages.structure.reading import Node, Note, Tagged, listed

ADDRESS = re.compile(r"^(?:[a-z][a-z0-9+.-]*://|mailto:|tel:|#)", re.IGNORECASE)
"""What begins like this is no words."""

HEADING = re.compile(r"H([1-6])")
SCOPES = ("/Column", "/Row", "/Both")


def _headed(tagged: Tagged) -> Iterator[Defect]:
    """ISO 14289-1, 7.4.2: the first heading is of the first level, and no level is skipped."""
    level = 0
    for node in tagged.nodes:
        if match := HEADING.fullmatch(node.kind):
            if int(match[1]) > level + 1:
                yield Defect(node.page, f"a heading of level {match[1]} follows level {level}")
            level = int(match[1])


def _figures(tagged: Tagged) -> Iterator[Defect]:
    """ISO 14289-1, 7.3; ISO 32000-1, table 344: a figure says what it shows and where it is."""
    for node in tagged.of_kind("Figure"):
        if not str(node.entry.get("/Alt", "")).strip():
            yield Defect(node.page, "a figure says nothing of what it shows")
        box = node.attribute("Layout", "BBox")
        if box is None or node.page is None or not _within(box, tagged.pages[node.page].MediaBox):
            yield Defect(node.page, "a figure does not say where it stands")


def _within(box: Any, page: Any) -> bool:
    left, lower, right, upper = map(float, box)
    x, y, far, top = map(float, page)
    return x <= left < right <= far and y <= lower < upper <= top


def _lists(tagged: Tagged) -> Iterator[Defect]:
    """ISO 14289-1, 7.6: a list has items, items have bodies, and its numbering is known."""
    for node in tagged.of_kind("L"):
        if node.attribute("List", "ListNumbering") is None:
            yield Defect(node.page, "a list does not say how it is numbered")
        yield from _only(node, "LI", "Caption")
    for node in tagged.of_kind("LI"):
        yield from _only(node, "Lbl", "LBody")
        yield from _within_only(node, "L")
        if [kid.kind for kid in node.nodes].count("LBody") != 1:
            yield Defect(node.page, "an item of a list has not one body")


def _contents(tagged: Tagged) -> Iterator[Defect]:
    """ISO 32000-1, table 333."""
    for node in tagged.of_kind("TOC"):
        yield from _only(node, "TOCI", "TOC", "Caption")
    for node in tagged.of_kind("TOCI"):
        yield from _only(node, "Lbl", "Reference", "P", "TOC")
        yield from _within_only(node, "TOC")


def _links(tagged: Tagged) -> Iterator[Defect]:
    """ISO 14289-1, 7.18.5: every link stands in a Link, with words, and says where it leads."""
    held = []
    for node in tagged.nodes:
        notes = [kid for kid in node.kids if isinstance(kid, Note)]
        held += [note.annotation.objgen for note in notes]
        if notes and node.kind != "Link":
            yield Defect(node.page, f"a link stands in {node.kind}")
        if node.kind == "Link" and not (notes and any(node.marks())):
            yield Defect(node.page, "a link has no words or leads nowhere")
        for note in notes:
            said = str(note.annotation.get("/Contents", "")).strip()
            if not said or ADDRESS.match(said):
                yield Defect(node.page, f"a link does not say in words where it leads: “{said}”")
    for number, page in enumerate(tagged.pages):
        for annotation in page.get("/Annots", []):
            if held.count(annotation.objgen) != 1:
                yield Defect(number, "an annotation does not stand in one element")


def _tables(tagged: Tagged) -> Iterator[Defect]:
    """ISO 14289-1, 7.5: heads say what they head, and cells name heads that there are."""
    names = {str(node.entry.ID) for node in tagged.of_kind("TH") if "/ID" in node.entry}
    for node in tagged.of_kind("Table"):
        yield from _only(node, "THead", "TBody", "TFoot", "TR", "Caption")
        widths = {_width(row) for row in node.walk() if row.kind == "TR"}
        if len(widths) != 1:
            yield Defect(node.page, "the rows of a table are not equally wide")
    for node in tagged.of_kind("TR"):
        yield from _only(node, "TH", "TD")
    for node in tagged.of_kind("TH"):
        if node.attribute("Table", "Scope") not in SCOPES:
            yield Defect(node.page, "a head of a table does not say what it heads")
    for node in tagged.of_kind("TD"):
        heads = [str(each) for each in listed(node.attribute("Table", "Headers") or [])]
        if not heads or not names.issuperset(heads):
            yield Defect(node.page, "a cell of a table has no heads")


def _width(row: Node) -> int:
    return sum(int(cell.attribute("Table", "ColSpan") or 1) for cell in row.nodes)


def _only(node: Node, *kinds: str) -> Iterator[Defect]:
    """Everything else that an element holds."""
    for kid in node.kids:
        kind = kid.kind if isinstance(kid, Node) else "content"
        if kind not in kinds:
            yield Defect(node.page, f"{node.kind} holds {kind}")


def _within_only(node: Node, kind: str) -> Iterator[Defect]:
    if node.parent is None or node.parent.kind != kind:
        yield Defect(node.page, f"{node.kind} stands outside {kind}")


CHECKS: tuple[Check, ...] = (_headed, _figures, _lists, _contents, _links, _tables)
