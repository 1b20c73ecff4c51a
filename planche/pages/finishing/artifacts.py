"""What a page repeats is no part of what is read: running feet, page numbers."""

import re
import zlib

from pikepdf import Name, Pdf

from planche.pages.finishing.tree import Content, Element

MARKED = re.compile(rb"/\w+\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
"""How the renderer begins marked content."""

PAGINATION = b"/Artifact\n<</Type /Pagination>>\nBDC"
"""What an artifact is that repeats from page to page (ISO 32000-1, 14.8.2.2.2)."""


def unmark_running(tree: Element, pdf: Pdf) -> int:
    """Make content an artifact that no element holds.

    The renderer marks the text of a page's margins as content and gives it an element that
    hangs in no tree: real content by its mark, unreachable by its place. Left alone: all that
    is held, and the drawing. Returns how many texts were changed.
    """
    held = {kid for element in tree.walk() for kid in element.kids if isinstance(kid, Content)}
    return sum(_unmark(pdf, page, held) for page in range(len(pdf.pages)))


def _unmark(pdf: Pdf, page: int, held: set[Content]) -> int:
    contents = pdf.pages[page].Contents
    drawn = contents.read_bytes()
    loose = [each for each in MARKED.finditer(drawn) if Content(page, int(each[1])) not in held]
    for each in reversed(loose):
        drawn = drawn[: each.start()] + PAGINATION + drawn[each.end() :]
    if loose:
        contents.write(zlib.compress(drawn), filter=Name.FlateDecode)
    return len(loose)
