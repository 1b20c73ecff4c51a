"""Contrast as it is rendered: every text of a PDF against the pixels that lie under it."""

from collections.abc import Iterator
from ctypes import c_uint
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from planche.theming.contrast import contrast

DPI = 72
SHARE = 0.02
"""Least share of a text's box that a colour must take to be a ground of it; edges of shapes
have mixed colours along a line of pixels."""

UNDERLINE = 3
"""Most points that the line under a link is high."""


@dataclass(frozen=True)
class Seen:
    """A stretch of text on a page: its middle in points from the top left, its colour, the
    ground that it stands out from the least, and how much."""

    page: int
    x: float
    y: float
    colour: str
    ground: str
    ratio: float


def texts_seen(pdf: bytes) -> Iterator[Seen]:
    """Every text of a PDF, its own colour told by the file, its grounds by pixels without text."""
    document = pdfium.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            yield from _page(document[number], number)
    finally:
        document.close()


def _page(page: Any, number: int) -> Iterator[Seen]:
    height = page.get_height()
    texts = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8))
    stretches = [(each.get_bounds(), _fill(each)) for each in texts]
    for each in [*texts, *_lines(page)]:
        assert each.container is None, "what stands in a form cannot be taken away"
        page.remove_obj(each)
    picture = page.render(scale=DPI / 72).to_pil().convert("RGB")
    for (left, bottom, right, top), colour in stretches:
        if right - left < 1 or top - bottom < 1:
            continue  # a space
        box = (int(left), int(height - top), int(right) + 1, int(height - bottom) + 1)
        under = picture.crop(box)
        area = under.width * under.height
        grounds = [
            "#{:02X}{:02X}{:02X}".format(*each)
            for count, each in under.getcolors(area)
            if count >= SHARE * area
        ]
        ground = min(grounds, key=lambda each: contrast(colour, each))
        middle = (left + right) / 2, height - (top + bottom) / 2
        yield Seen(number, *middle, colour, ground, contrast(colour, ground))


def _lines(page: Any) -> Iterator[Any]:
    """Lines under the words of links, which are drawn as thin shapes and belong to the text."""
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        _, bottom, _, top = each.get_bounds()
        if top - bottom < UNDERLINE:
            yield each


def _fill(text: Any) -> str:
    parts = [c_uint() for _ in range(4)]
    assert raw.FPDFPageObj_GetFillColor(text, *parts)
    return "#{:02X}{:02X}{:02X}".format(*(each.value for each in parts[:3]))
