"""What the file says of itself."""

import re
from collections.abc import Iterator
from typing import Any

from pikepdf import Name

from planche.pages.structure.defect import Check, Defect
from planche.pages.structure.reading import Tagged
from planche.text.markup import LANGUAGE_TAG

PART = re.compile(rb"pdfuaid:part(?:>|=\")1")
"""How a file says that it is PDF/UA-1 in its metadata (ISO 14289-1, 5)."""


def is_language(tag: str) -> bool:
    """Whether a tag has the form of one of BCP 47."""
    return re.fullmatch(LANGUAGE_TAG, tag) is not None


def _tagged(tagged: Tagged) -> Iterator[Defect]:
    """ISO 14289-1, 7.1."""
    root: Any = tagged.pdf.Root
    if not tagged.top:
        yield Defect(None, "has no tags")
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield Defect(None, "does not say that it is tagged")
    if "/Metadata" not in root or not PART.search(root.Metadata.read_bytes()):
        yield Defect(None, "does not say that it is PDF/UA-1")


def _titled(tagged: Tagged) -> Iterator[Defect]:
    """ISO 14289-1, 7.1: windows are named by the title, not by the file."""
    info: Any = tagged.pdf.trailer.get("/Info", {})
    if not str(info.get("/Title", "")).strip():
        yield Defect(None, "has no title")
    preferences: Any = tagged.pdf.Root.get("/ViewerPreferences", {})
    if preferences.get("/DisplayDocTitle") is not True:
        yield Defect(None, "does not show its title")


def _in_a_language(tagged: Tagged) -> Iterator[Defect]:
    """ISO 14289-1, 7.2."""
    language = str(tagged.pdf.Root.get("/Lang", ""))
    if not is_language(language):
        yield Defect(None, f"is in the language “{language}”, which is no tag of BCP 47")
    for node in tagged.nodes:
        own = str(node.entry.get("/Lang", language))
        if own != language and not is_language(own):
            yield Defect(node.page, f"{node.kind} is in “{own}”, which is no tag of BCP 47")


def _tabbed(tagged: Tagged) -> Iterator[Defect]:
    """ISO 14289-1, 7.18.3."""
    for number, page in enumerate(tagged.pages):
        if page.get("/Tabs") != Name.S:
            yield Defect(number, "the tab key does not follow the order of reading")


CHECKS: tuple[Check, ...] = (_tagged, _titled, _in_a_language, _tabbed)
