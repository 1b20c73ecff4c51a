"""Formats of paper by name: A and B by ISO 216:2007, RA and SRA by ISO 217:2013.

RA and SRA are untrimmed sheets, large enough for the A format of their number with bleed
and marks. A named sheet lies on its long edge, as presses take it in.
"""

import re
from dataclasses import dataclass

from planche.diagnostics import FaultError
from planche.units import Mm


@dataclass(frozen=True)
class Size:
    """Width and height of a page or a sheet."""

    width: Mm
    height: Mm

    @property
    def turned(self) -> "Size":
        """The same paper turned by a quarter."""
        return Size(self.height, self.width)

    @property
    def upright(self) -> bool:
        """Whether it is no wider than high."""
        return self.width <= self.height

    def lying_as(self, other: "Size") -> "Size":
        """The same paper, lying on its long or its short edge as the other does."""
        return self if self.upright == other.upright else self.turned

    def __str__(self) -> str:
        return f"{self.width:g} × {self.height:g} mm"


FORMATS: dict[str, Size] = {
    "A0": Size(841, 1189),
    "A1": Size(594, 841),
    "A2": Size(420, 594),
    "A3": Size(297, 420),
    "A4": Size(210, 297),
    "A5": Size(148, 210),
    "A6": Size(105, 148),
    "B0": Size(1000, 1414),
    "B1": Size(707, 1000),
    "B2": Size(500, 707),
    "B3": Size(353, 500),
    "B4": Size(250, 353),
    "B5": Size(176, 250),
    "RA0": Size(860, 1220),
    "RA1": Size(610, 860),
    "RA2": Size(430, 610),
    "RA3": Size(305, 430),
    "RA4": Size(215, 305),
    "SRA0": Size(900, 1280),
    "SRA1": Size(640, 900),
    "SRA2": Size(450, 640),
    "SRA3": Size(320, 450),
    "SRA4": Size(225, 320),
}
"""Formats by name, upright."""

LARGEST: Mm = 2000
"""Longest edge of a sheet that can be asked for: beyond any sheet-fed press (1300 × 1850 mm)."""

SMALLEST: Mm = 50
"""Shortest edge that can be asked for: the marks of a page need 25 mm, and nobody reads less."""

OWN_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*mm", re.IGNORECASE)


def page_format(name: str) -> Size:
    """A format of pages, upright, or own measures (`148x210mm`) as they stand.

    Raises FaultError for what is neither.
    """
    if found := FORMATS.get(name.strip().upper()):
        return found
    measures = OWN_SIZE.fullmatch(name.strip())
    size = Size(*map(float, measures.groups())) if measures else Size(0, 0)
    edges = (size.width, size.height)
    if not (min(edges) >= SMALLEST and max(edges) <= LARGEST):
        raise FaultError(
            "imposition-format",
            found=name.strip(),
            known=", ".join(FORMATS),
            least=f"{SMALLEST:g}",
            most=f"{LARGEST:g}",
        )
    return size


def sheet_format(name: str) -> Size:
    """A sheet: a named format lying on its long edge, or own measures as they stand.

    Raises FaultError for what is neither.
    """
    size = page_format(name)
    return size.turned if name.strip().upper() in FORMATS else size
