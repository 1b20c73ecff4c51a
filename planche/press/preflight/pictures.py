"""Pictures of the places of findings: the page in small, and what lies round the place."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pypdfium2
from markupsafe import Markup

from planche.geometry.parts import Box
from planche.press.preflight.document import boxes
from planche.press.preflight.facts import Boxes
from planche.press.preflight.matrix import Area
from planche.press.preflight.opening import open_pdf

PIXELS = 300
"""Pixels across a picture: some 15 KB each as JPEG."""

QUALITY = 72
"""Of JPEG."""

LEAST_MARK = 0.045
"""Least width and height of a frame, as a share of the picture's longer side: to be seen."""

SURROUNDINGS = 0.16
"""Least side of what is shown round a place, as a share of the page's longer side."""

PADDING = 0.014
"""Distance of a frame from its place, as the same share."""

ROOM = 1.5
"""What is shown round a place, as a multiple of the place."""

SMALL = 0.4
"""Places up to this share of the page's longer side are shown by themselves, too."""


@dataclass(frozen=True)
class View:
    """Part of a page as it is shown, in millimetres from the trim's top left."""

    page: int
    address: str
    """The picture itself, as a data address."""
    sheet: Box
    """What it shows."""
    trim: Box
    """The edge of the finished sheet."""
    mark: Box
    """The frame round the place."""


@dataclass(frozen=True)
class Pictures:
    """What is shown of one finding; `detail` is None where the place is large."""

    page: View
    detail: View | None


def pictures(data: bytes, places: Sequence[tuple[int, Box]]) -> tuple[Pictures, ...]:
    """A page in small, and a detail, for each place; drawn by pdfium up to the bleed."""
    with open_pdf(data) as pdf:
        outlines = {number: boxes(pdf.pages[number - 1]) for number, _ in places}
    document = pypdfium2.PdfDocument(data)
    whole: dict[int, str] = {}
    try:
        told = []
        for number, place in places:
            page, outline = document[number - 1], outlines[number]
            if number not in whole:
                whole[number] = _drawn(page, outline.reach)
            sheet = outline.bleed_box
            seen = View(number, whole[number], sheet, outline.trim_box, _mark(place, sheet))
            told.append(Pictures(seen, _detail(page, number, outline, place)))
            page.close()
        return tuple(told)
    finally:
        document.close()


def _detail(page: Any, number: int, outline: Boxes, place: Box) -> View | None:
    sheet = outline.bleed_box
    longest, side = max(sheet.width, sheet.height), max(place.width, place.height)
    if side > SMALL * longest:
        return None
    side = min(max(ROOM * side, SURROUNDINGS * longest), sheet.width, sheet.height)
    middle = (place.x + place.width / 2, place.y + place.height / 2)
    x = min(max(middle[0] - side / 2, sheet.x), sheet.right - side)
    y = min(max(middle[1] - side / 2, sheet.y), sheet.bottom - side)
    shown = Box(x, y, side, side)
    return View(
        number, _drawn(page, outline.area(shown)), shown, outline.trim_box, _mark(place, shown)
    )


def _mark(place: Box, sheet: Box) -> Box:
    """A frame round a place, large enough to be seen and inside the picture."""
    longest = max(sheet.width, sheet.height)
    least, place = LEAST_MARK * longest, place.inset(-PADDING * longest)
    width, height = max(place.width, least), max(place.height, least)
    x, y = place.x - (width - place.width) / 2, place.y - (height - place.height) / 2
    left, top = (
        min(max(x, sheet.x), sheet.right - least),
        min(max(y, sheet.y), sheet.bottom - least),
    )
    right, bottom = min(x + width, sheet.right), min(y + height, sheet.bottom)
    return Box(left, top, max(right - left, least), max(bottom - top, least))


def _drawn(page: Any, area: Area) -> str:
    """An area of a page as JPEG, upright."""
    page.set_rotation(0)
    page.set_mediabox(*area)
    page.set_cropbox(*area)
    picture = page.render(scale=PIXELS / page.get_width()).to_pil().convert("RGB")
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, optimize=True)
    return address(written.getvalue(), "image/jpeg")


def address(data: bytes, kind: str) -> str:
    """Some bytes as an address of themselves, safe in HTML."""
    return Markup(f"data:{kind};base64,{b64encode(data).decode('ascii')}")
