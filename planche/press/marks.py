"""What is printed outside the bleed: crop, bleed and register marks, a colour bar, the slug line.

Everything is a content stream whose origin is the trim's lower left corner, in points. Marks
are in the registration colour, which every ink prints (ISO 32000-1, 8.6.6.4).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from planche.geometry.outlines import glyph_width, outline
from planche.geometry.parts import Box
from planche.press.paths import REGISTRATION, circle, glyph, line, number, rectangle
from planche.text.faces import Face
from planche.units import Mm, Pt, pt_to_mm

AWAY: Mm = 1.0
"""From the bleed to the marks, so that none is seen where the knife strays."""

LENGTH: Mm = 5.0
"""Length of a crop mark."""

BLEED_LENGTH: Mm = 2.5
"""Length of a bleed mark: shorter, so that nobody cuts there."""

ROOM: Mm = 12.0
"""From the bleed to the edge of the sheet: marks, bar and slug with white around them."""

LINE: Pt = 0.25
"""Thickness of marks (ISO 12647-2 asks for fine ones; thinner is a hairline)."""

TARGET: Mm = 1.5
"""Radius of a register mark."""

SLUG_SIZES: tuple[Pt, ...] = (6.5, 6, 5.5, 5, 4.5, 4)
"""Sizes tried for the slug line; it is no reading matter."""

PATCH: Mm = 5.0
"""Side of a patch of the colour bar."""

PATCHES = (
    "1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1",
    "0.5 0 0 0", "0 0.5 0 0", "0 0 0.5 0", "0 0 0 0.5",
)  # fmt: skip
"""The colour bar: each ink whole, and each at half."""


@dataclass(frozen=True)
class Trim:
    """The trimmed page and its bleed, in millimetres."""

    width: Mm
    height: Mm
    bleed: Mm


def marks(trim: Trim, slug: Sequence[str], face: Face) -> bytes:
    """The marks round a page, with some lines of slug.

    Every character of the slug must have a glyph in the face (see `single_line`).
    """
    lines = [
        f"q {LINE} w {REGISTRATION}",
        *_corners(trim, 0, LENGTH),
        *_corners(trim, trim.bleed, BLEED_LENGTH),
        *_targets(trim),
        *_slug(trim, slug, face),
        *_bar(trim),
        "Q",
    ]
    return "\n".join(lines).encode()


def _corners(trim: Trim, out: Mm, length: Mm) -> Iterator[str]:
    """Marks of a length at the corners of the trim, or of the box some way outside it."""
    near = trim.bleed + AWAY
    far = near + length
    for x in (-out, trim.width + out):
        yield line(x, -near, x, -far)
        yield line(x, trim.height + near, x, trim.height + far)
    for y in (-out, trim.height + out):
        yield line(-near, y, -far, y)
        yield line(trim.width + near, y, trim.width + far, y)


def _targets(trim: Trim) -> Iterator[str]:
    away = trim.bleed + AWAY + LENGTH / 2
    width, height = trim.width, trim.height
    for x, y in (
        (width / 2, -away),
        (width / 2, height + away),
        (-away, height / 2),
        (width + away, height / 2),
    ):
        yield line(x - LENGTH / 2, y, x + LENGTH / 2, y)
        yield line(x, y - LENGTH / 2, x, y + LENGTH / 2)
        yield f"{circle(x, y, TARGET)} S"


def _bar(trim: Trim) -> Iterator[str]:
    """The patches from the right crop mark inwards, over the page's upper edge."""
    y = trim.height + trim.bleed + AWAY
    start = trim.width - PATCH * (len(PATCHES) + 1)
    for place, inks in enumerate(PATCHES):
        x = start + place * PATCH
        yield f"{inks} k {rectangle(x, y, PATCH, PATCH)} f"


def _slug(trim: Trim, lines: Sequence[str], face: Face) -> Iterator[str]:
    """The lines left of the lower register mark, as outlines: no font is needed for them."""
    left = LENGTH
    size = _slug_size(lines, face, trim.width / 2 - LENGTH - left)
    leading = pt_to_mm(size) * 1.3
    y = -(trim.bleed + AWAY) - pt_to_mm(size)
    for below, text in enumerate(lines):
        yield f"q 1 0 0 1 {number(left)} {number(y - below * leading)} cm"
        for character in text:
            yield _letter(face, character, size)
            yield f"1 0 0 1 {number(face.advance(character) * pt_to_mm(size))} 0 cm"
        yield "Q"


def _slug_size(lines: Sequence[str], face: Face, room: Mm) -> Pt:
    """The largest size that fits; below the smallest, whatever keeps off the register mark."""
    for size in SLUG_SIZES:
        if _widest(lines, face, size) <= room:
            return size
    smallest = SLUG_SIZES[-1]
    return smallest * room / _widest(lines, face, smallest)


@lru_cache(maxsize=1024)
def _letter(face: Face, character: str, size: Pt) -> str:
    """A letter at the origin as a filled path; the slugs of a run are made of the same few."""
    em = pt_to_mm(size)
    extents = face.font.get_glyph_extents(face.font.get_nominal_glyph(ord(character)))
    start = extents.x_bearing / face.upem * em
    drawn = outline(face, character, em, start, 0, Box(0, 0, 0, 0), "")
    return "".join(map(glyph, drawn.contours)) + ("f" if drawn.contours else "")


def _widest(lines: Sequence[str], face: Face, size: Pt) -> Mm:
    return max((glyph_width(face, line, pt_to_mm(size)) for line in lines), default=0.0)
