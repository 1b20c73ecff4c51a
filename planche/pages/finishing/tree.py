"""The structure tree of a PDF as plain objects: read once, mended, written once.

ISO 32000-1, 14.7. Content that is marked within a form XObject is not read: our pages have none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pikepdf

SAID = ("Alt", "ActualText", "E", "Lang")
"""Entries of an element that hold text (ISO 32000-1, table 323)."""


@dataclass(frozen=True)
class Content:
    """A stretch of a page's content, by its number on the page (counted from 0)."""

    page: int
    number: int


@dataclass(frozen=True)
class Target:
    """An annotation, here a link's, that stands on a page."""

    annotation: Any
    page: int


@dataclass(eq=False)
class Element:
    """A structure element.

    `said` are its texts by name, `attributes` its attributes by owner and name, `markup` the
    HTML element it was made from, where that is known.
    """

    kind: str
    kids: list["Element | Content | Target"] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)
    id: str | None = None
    markup: Any = None

    @property
    def elements(self) -> list["Element"]:
        """The elements right under this one."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator["Element"]:
        """This element and all under it, in the order of reading."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def replace(self, kid: "Element", others: "list[Kid]") -> None:
        """Put others in the place of a kid."""
        at = self.kids.index(kid)
        self.kids[at : at + 1] = others

    def first_page(self) -> int | None:
        """The page where it begins; None for an element without content."""
        for kid in self.kids:
            page = kid.first_page() if isinstance(kid, Element) else kid.page
            if page is not None:
                return page
        return None


Kid: TypeAlias = Element | Content | Target


def read(pdf: pikepdf.Pdf) -> Element:
    """The tree of a tagged PDF under a root of kind `StructTreeRoot`."""
    pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    root = Element("StructTreeRoot")
    root.kids = [_element(each, None, pages) for each in _listed(pdf.Root.StructTreeRoot.K)]
    return root


def _element(entry: Any, page: int | None, pages: dict[Any, int]) -> Element:
    if "/Pg" in entry:
        page = pages[entry.Pg.objgen]
    element = Element(str(entry.S)[1:])
    element.said = {key: str(entry[f"/{key}"]) for key in SAID if f"/{key}" in entry}
    for each in _listed(entry.get("/A", [])):
        own = element.attributes.setdefault(str(each.O)[1:], {})
        own |= {key[1:]: value for key, value in each.items() if key != "/O"}
    if "/ID" in entry:
        element.id = str(entry.ID)
    element.kids = [_kid(each, page, pages) for each in _listed(entry.get("/K", []))]
    return element


def _kid(entry: Any, page: int | None, pages: dict[Any, int]) -> Kid:
    if isinstance(entry, int):
        assert page is not None, "content without a page"
        return Content(page, entry)
    kind = entry.get("/Type")
    if kind not in ("/OBJR", "/MCR"):
        return _element(entry, page, pages)
    if "/Pg" in entry:
        page = pages[entry.Pg.objgen]
    assert page is not None, "content without a page"
    return Target(entry.Obj, page) if kind == "/OBJR" else Content(page, int(entry.MCID))


def _listed(value: Any) -> list[Any]:
    """One thing or several, as PDF writes them, always as a list."""
    return list(value) if isinstance(value, pikepdf.Array | list) else [value]
