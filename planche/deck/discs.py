"""Discs as shapes whose text area is their whole square, and discs that lie under another.

A preset ellipse keeps its text inside the square that its edge holds; here a text stands
where the layout put it.
"""

from math import atan2, degrees, hypot, sqrt

from planche.deck.xml import Element, el
from planche.geometry.parts import Disc
from planche.units import Mm, mm_to_emu

FULL_TURN = 360

SEAM: Mm = 0.05
"""How far a bitten disc reaches over the other, lest the ground shine through between them."""


def overlap(one: Disc, other: Disc) -> bool:
    """Whether two discs cover a part of each other, but neither the other's middle."""
    distance = hypot(one.x - other.x, one.y - other.y)
    return max(one.radius, other.radius) < distance < one.radius + other.radius


def round_text(disc: Disc) -> Element:
    """A whole disc."""
    size = _size(disc)
    start = el("a:moveTo", el("a:pt", x=size, y=size // 2))
    return _geometry(size, start, _arc(disc.radius, 0, FULL_TURN))


def bitten(disc: Disc, over: Disc) -> Element:
    """What is seen of a disc under another: its own edge, then the other's back again."""
    across, down = over.x - disc.x, over.y - disc.y
    distance, radius = hypot(across, down), over.radius - SEAM
    towards = degrees(atan2(down, across))
    chord = (distance**2 + disc.radius**2 - radius**2) / (2 * distance)
    half = sqrt(disc.radius**2 - chord**2)
    own = degrees(atan2(half, chord))
    others = degrees(atan2(half, distance - chord))
    size = _size(disc)
    x = disc.radius + (chord * across - half * down) / distance
    y = disc.radius + (chord * down + half * across) / distance
    start = el("a:moveTo", el("a:pt", x=mm_to_emu(x), y=mm_to_emu(y)))
    return _geometry(
        size,
        start,
        _arc(disc.radius, towards + own, FULL_TURN - 2 * own),
        _arc(radius, towards + FULL_TURN / 2 + others, -2 * others),
    )


def _size(disc: Disc) -> int:
    return mm_to_emu(2 * disc.radius)


def _arc(radius: Mm, start: float, swing: float) -> Element:
    """A part of a circle, its angles clockwise from the right in 60,000ths (20.1.10.3)."""
    length = mm_to_emu(radius)
    from_, by = round(start % FULL_TURN * 60_000), round(swing * 60_000)
    return el("a:arcTo", wR=length, hR=length, stAng=from_, swAng=by)


def _geometry(size: int, *path: Element) -> Element:
    empty = (el(tag) for tag in ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"))
    area = el("a:rect", l="0", t="0", r="r", b="b")
    drawn = el("a:path", *path, el("a:close"), w=size, h=size)
    return el("a:custGeom", *empty, area, el("a:pathLst", drawn))
