"""Rules about the sheet: boxes, size, bleed, what lies near the edge."""

from collections.abc import Iterator
from itertools import pairwise

from planche.geometry.parts import Box
from planche.press.preflight.expected import Expected
from planche.press.preflight.facts import Boxes, Laid, PageFacts, Text
from planche.press.preflight.matrix import holds
from planche.press.preflight.report import Finding, Values
from planche.press.preflight.rules import limit
from planche.units import Mm, mm_to_pt

SLACK = mm_to_pt(0.05)
"""Points by which boxes may differ from what is asked: they are written in rounded points."""

NO_INK = 0.01
"""Mean ink in percent below which a page is empty."""

DISPLAY = 36.0
"""Text above this size in points that runs out over the bleed is artwork, cut on purpose."""

Found = Iterator[Finding]


def trim_box(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """The page states its TrimBox."""
    if page.boxes.trim is None:
        yield Finding("trim-box", page.number)


def art_box(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """There is no ArtBox beside the TrimBox."""
    if page.boxes.art is not None and page.boxes.trim is not None:
        yield Finding("art-box", page.number, page.boxes.place(page.boxes.art))


def boxes_nested(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """The trim lies in the bleed, and that in the media."""
    boxes = page.boxes
    named = [("MediaBox", boxes.media), ("BleedBox", boxes.bleed), ("TrimBox", boxes.trim)]
    stated = [(name, area) for name, area in named if area is not None]
    for (outer_name, outer), (inner_name, inner) in pairwise(stated):
        if not holds(outer, inner, SLACK):
            values = {"inner": inner_name, "outer": outer_name}
            yield Finding("boxes-nested", page.number, boxes.place(inner), values)


def crop_box(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """A CropBox takes nothing of the bleed away."""
    boxes = page.boxes
    wanted = boxes.bleed or boxes.trim
    if boxes.crop is not None and wanted is not None and not holds(boxes.crop, wanted, SLACK):
        yield Finding("crop-box", page.number, boxes.place(boxes.crop))


def page_scale(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Units are points: no UserUnit."""
    if page.boxes.scale != 1:
        yield Finding("page-scale", page.number, values={"found": page.boxes.scale})


def page_size(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """The trim is of the size that was ordered; standing or lying."""
    if expected.trim_width_mm is None or expected.trim_height_mm is None:
        return
    trim = page.boxes.trim_box
    wanted = (expected.trim_width_mm, expected.trim_height_mm)
    most = limit("page-size")
    found = sorted((trim.width, trim.height))
    if all(abs(a - b) <= most for a, b in zip(found, sorted(wanted), strict=True)):
        return
    values = {"found": _size(trim.width, trim.height), "limit": _size(*wanted)}
    yield Finding("page-size", page.number, trim, values)


def _size(width: Mm, height: Mm) -> str:
    return f"{round(width, 1):g} × {round(height, 1):g} mm"


def empty_page(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """There is something on the page."""
    if laid.mean < NO_INK and not page.texts:
        yield Finding("empty-page", page.number)


def beyond(boxes: Boxes) -> tuple[Mm, Mm, Mm, Mm]:
    """How far the bleed goes beyond the trim: top, right, bottom, left."""
    trim, bleed = boxes.trim_box, boxes.bleed_box
    return (
        trim.y - bleed.y,
        bleed.right - trim.right,
        bleed.bottom - trim.bottom,
        trim.x - bleed.x,
    )


def bleed(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """There is as much bleed on every side as the order asks."""
    least = min(beyond(page.boxes))
    if least < expected.bleed_mm - limit("bleed"):
        values = {"found": round(max(least, 0.0), 2), "limit": expected.bleed_mm}
        yield Finding("bleed", page.number, page.boxes.trim_box, values)


def bleed_filled(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Artwork that touches the trim goes on over the bleed."""
    for rim in laid.rims:
        longest = round(max(rim.place.width, rim.place.height))
        values: Values = {
            "side": rim.side,
            "found": rim.reach,
            "length": longest,
            "limit": expected.bleed_mm,
        }
        yield Finding("bleed-filled", page.number, rim.place, values)


def safe_zone(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Text keeps its distance from the trim, inside it."""
    if expected.safe_mm <= 0:
        return
    trim, reach = page.boxes.trim_box, page.boxes.bleed_box
    near = []
    for text in page.texts:
        least = _distance(trim, text.place)
        if least < expected.safe_mm - 0.05 and _on_sheet(reach, text):
            near.append((least, text))
    for least, text in sorted(near, key=lambda each: each[0]):
        values: Values = {
            "text": quoted(text.text),
            "found": round(max(least, 0.0), 1),
            "limit": expected.safe_mm,
        }
        yield Finding("safe-zone", page.number, text.place, values)


def _distance(trim: Box, place: Box) -> Mm:
    """From the trim to what stands inside it; below 0 where it crosses the trim."""
    return min(
        place.x - trim.x, place.y - trim.y, trim.right - place.right, trim.bottom - place.bottom
    )


def _on_sheet(reach: Box, text: Text) -> bool:
    """Whether text is part of the sheet: not a slug beyond the bleed, no display cut on purpose."""
    return reach.meets(text.place) and (text.size <= DISPLAY or reach.holds(text.place))


def annotations(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """No annotation lies on the sheet."""
    for kind, place in page.annotations:
        yield Finding("annotations", page.number, place, {"found": kind})


LONGEST_QUOTE = 60
"""Characters of a text that a finding quotes."""


def quoted(text: str) -> str:
    """The start of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[: LONGEST_QUOTE - 1].rstrip()}…"
