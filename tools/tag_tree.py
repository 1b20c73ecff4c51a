"""Print a PDF's tags as plain text, as a screen reader would go through them.

    python -m tools.tag_tree FILE.pdf

A line an element: its kind, what it says besides (language, alternative, scope, where it leads),
and the words it holds. (pdfium takes every hyphen at a line's end for one that divides a word, so
that it is left out here, as it is not in the file.)
"""

import ctypes
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from planche.pages.structure.reading import Mark, Node, Note, Tagged, read

INLINE = ("Span", "Link", "Reference", "Lbl")
"""Kinds that are told within the line of the text they stand in."""


def main(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        tagged = read(pdf)
        words = [_words(page) for page in pypdfium2.PdfDocument(path)]
        print(f"[{pdf.docinfo.get('/Title', '')} · {pdf.Root.get('/Lang', '')}]")
        for line in lines(tagged, words):
            print(line)


def lines(tagged: Tagged, words: list[dict[int, str]]) -> Iterator[str]:
    for node in tagged.top:
        yield from _told(node, words, 0)


def _told(node: Node, words: list[dict[int, str]], depth: int) -> Iterator[str]:
    text = _text(node, words)
    yield f"{'  ' * depth}{node.kind}{_besides(node)}{': ' + text if text else ''}"
    for kid in node.nodes:
        if kid.kind not in INLINE:
            yield from _told(kid, words, depth + 1)


def _text(node: Node, words: list[dict[int, str]]) -> str:
    """The words of an element and of those within its line."""
    said = ""
    for kid in node.kids:
        if isinstance(kid, Mark):
            said += words[kid.page or 0].get(kid.number, "")
        elif isinstance(kid, Node) and kid.kind in INLINE:
            said += f"<{kid.kind}{_besides(kid)}>{_text(kid, words)}</>"
    return said.replace("\x02", "\u00ad").replace("\u00ad", "")


def _besides(node: Node) -> str:
    """What an element says that is not on the page."""
    entry, found = node.entry, []
    found += [f"{key[1:]}={entry[key]}" for key in ("/Lang", "/Alt", "/ID") if key in entry]
    for owner, key in (("List", "ListNumbering"), ("Table", "Scope")):
        if (value := node.attribute(owner, key)) is not None:
            found.append(f"{key}={str(value)[1:]}")
    if heads := node.attribute("Table", "Headers"):
        found.append("Headers=" + "+".join(map(str, heads)))
    notes = [kid.annotation for kid in node.kids if isinstance(kid, Note)]
    found += [f"leads to “{note.Contents}”" for note in notes[:1]]
    return f" ({', '.join(found)})" if found else ""


def _words(page: Any) -> dict[int, str]:
    """A page's words by the number of their marked content, as pdfium reads them."""
    text_page = page.get_textpage()
    found: dict[int, str] = {}
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            number = pdfium.FPDFPageObj_GetMarkedContentID(item)
            found[number] = found.get(number, "") + _drawn(item, text_page)
    text_page.close()
    return found


def _drawn(item: Any, text_page: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFTextObj_GetText(item, text_page, pointer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
