"""Running feet of flowing pages, taken out of the tags: a foot is no part of what is read."""

from collections.abc import Iterator
from typing import Any

PAGINATION = {"Type": "/Pagination"}
"""What an artifact is that repeats from page to page (ISO 32000-1, 14.8.2.2.2)."""


def unmark_running(pdf: Any) -> int:
    """Make every text of a page's margins an artifact.

    WeasyPrint 70 marks such a text as content and gives it an element that hangs in no tree:
    real content by its mark, unreachable by its place. Returns how many texts were changed;
    leaves all others alone, and the drawing as it is.
    """
    objects = pdf.objects
    root = objects[_number(pdf.catalog["StructTreeRoot"])]
    reached = set(_reached(pdf, root))
    mapping = objects[_number(root["ParentTree"])]["Nums"]
    elements_of = dict(zip(mapping[::2], mapping[1::2], strict=True))
    changed = 0
    for number, element in enumerate(objects):
        if not _is_element(element) or number in reached:
            continue
        page = objects[_number(element["Pg"])]
        for mark in (kid for kid in element["K"] if isinstance(kid, int)):
            _unmark(objects[_number(page["Contents"])].stream, mark)
            elements_of[page["StructParents"]][mark] = "null"
            changed += 1
        element.free = "f"  # its object is not written
    return changed


def _unmark(stream: list[Any], mark: int) -> None:
    at = next(
        index
        for index, each in enumerate(stream)
        if isinstance(each, dict) and each.get("MCID") == mark
    )
    stream[at - 1 : at + 1] = ["/Artifact", type(stream[at])(PAGINATION)]


def _is_element(found: Any) -> bool:
    return isinstance(found, dict) and found.get("Type") == "/StructElem"


def _reached(pdf: Any, element: Any) -> Iterator[int]:
    """The numbers of all elements under one."""
    for kid in element["K"]:
        if isinstance(kid, bytes):
            number = _number(kid)
            if _is_element(pdf.objects[number]):
                yield number
                yield from _reached(pdf, pdf.objects[number])


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
