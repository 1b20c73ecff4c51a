"""Artwork that bleeds: a page on a larger sheet, what touched its edge reaching beyond it."""

from dataclasses import replace

from planche.contours import Contour, Curve, Straight
from planche.geometry.parts import Area, Box, Disc, Outline, Page
from planche.geometry.walk import replaced
from planche.units import Mm

TOUCHING: Mm = 0.01
"""How near an edge counts as at it: the hair by which rounding may part them."""


def bled(page: Page, bleed: Mm) -> Page:
    """The page with a bleed on every side of it.

    Areas, and the edges that crop numbers, reach to the new edge where they stood at the old
    one; everything else keeps its place over the trimmed page.
    """
    sheet = Box(-bleed, -bleed, page.width + 2 * bleed, page.height + 2 * bleed)
    trim = Box(0, 0, page.width, page.height)

    def moved(part: object) -> object | None:
        if isinstance(part, Area):
            return replace(part, box=_shifted(_reaching(part.box, trim, sheet), bleed))
        if isinstance(part, Outline):
            contours = tuple(_contour(each, bleed) for each in part.contours)
            clip = _shifted(_reaching(part.clip, trim, sheet), bleed)
            return replace(part, contours=contours, clip=clip)
        if isinstance(part, Disc):
            return replace(part, x=part.x + bleed, y=part.y + bleed)
        if isinstance(part, Contour):
            return _contour(part, bleed)
        if isinstance(part, Box):
            return _shifted(part, bleed)
        return None

    return replace(replaced(page, moved), width=sheet.width, height=sheet.height)


def _reaching(box: Box, trim: Box, sheet: Box) -> Box:
    """A box whose edges at the trim are moved to the sheet's."""
    left = sheet.x if box.x <= trim.x + TOUCHING else box.x
    top = sheet.y if box.y <= trim.y + TOUCHING else box.y
    right = sheet.right if box.right >= trim.right - TOUCHING else box.right
    bottom = sheet.bottom if box.bottom >= trim.bottom - TOUCHING else box.bottom
    return Box(left, top, right - left, bottom - top)


def _shifted(box: Box, by: Mm) -> Box:
    return Box(box.x + by, box.y + by, box.width, box.height)


def _contour(contour: Contour, by: Mm) -> Contour:
    segments = tuple(_segment(each, by) for each in contour.segments)
    return Contour(contour.x + by, contour.y + by, segments)


def _segment(segment: Straight | Curve, by: Mm) -> Straight | Curve:
    if isinstance(segment, Straight):
        return Straight(segment.x + by, segment.y + by)
    return Curve(
        segment.x1 + by,
        segment.y1 + by,
        segment.x2 + by,
        segment.y2 + by,
        segment.x + by,
        segment.y + by,
    )
