"""Formats of paper by name: A and B by ISO 216:2007, RA and SRA by ISO 217:2013.

RA and SRA are untrimmed sheets, large enough for the A format of their number with bleed
and marks.
"""

from dataclasses import dataclass

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
