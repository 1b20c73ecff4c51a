"""Where a logo stands, how large, and whether it is good enough for its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from planche.contours import Contour, Curve, Straight
from planche.diagnostics import Fault
from planche.geometry.parts import Area, Box, LogoMark, LogoShape
from planche.logo.mark import Logo, LogoFile, Pixels
from planche.proportions import FootProportions
from planche.theme import LogoSlot, Theme
from planche.units import MM_PER_INCH, Mm

LEAST_PPI = 300
"""Pixels an inch that a picture in print should have; printers ask for it."""


@dataclass(frozen=True)
class Standing:
    """A logo in the foot, and the plaque that it lies on where it needs one."""

    mark: LogoMark
    plaque: Area | None
    clear: Mm
    """White that it wants at its sides."""

    @property
    def left(self) -> Mm:
        """Where other parts of the foot must end."""
        box = self.plaque.box if self.plaque else self.mark.box
        return box.x - self.clear


def standing(
    logo: Logo, slot: LogoSlot, shape: FootProportions, right: Mm, middle: Mm, *, deep: bool
) -> Standing:
    """The logo with its right edge and its middle where they are given.

    On a deep colour it is the negative one, else it lies on a plaque of paper's colour.
    """
    file = logo.negative if deep and logo.negative else logo.positive
    width, height = fitted(file, slot)
    white = height * shape.plaque if deep and not logo.negative else 0.0
    box = Box(right - white - width, middle - height / 2, width, height)
    plaque = Area(box.inset(-white), "paper") if white else None
    return Standing(_mark(file, box, logo.alt), plaque, height * shape.clear)


def fitted(file: LogoFile, slot: LogoSlot) -> tuple[Mm, Mm]:
    """Width and height of a logo in its place, in proportion."""
    height = min(slot.height, slot.width / file.ratio)
    return height * file.ratio, height


@lru_cache(maxsize=64)
def _mark(file: LogoFile, box: Box, alt: str) -> LogoMark:
    """Remembered, since the pages of a set show it in the same places."""
    if isinstance(file.mark, Pixels):
        return LogoMark(box, (), file.mark.png, alt)
    scale = box.height / file.mark.height
    shapes = (
        LogoShape(tuple(_placed(each, scale, box) for each in shape.contours), shape.colour)
        for shape in file.mark.shapes
    )
    return LogoMark(box, tuple(shapes), None, alt)


def _placed(contour: Contour, scale: float, box: Box) -> Contour:
    """A contour in millimetres, to the micrometre."""

    def at(*numbers: float) -> Iterator[Mm]:
        for index, number in enumerate(numbers):
            yield round(number * scale + (box.y if index % 2 else box.x), 3)

    segments = tuple(
        Curve(*at(each.x1, each.y1, each.x2, each.y2, each.x, each.y))
        if isinstance(each, Curve)
        else Straight(*at(each.x, each.y))
        for each in contour.segments
    )
    x, y = at(contour.x, contour.y)
    return Contour(x, y, segments)


def unfit(logo: Logo, theme: Theme) -> Iterator[Fault]:
    """What is wrong with a logo in one of its places: for each file the worst of a kind."""
    slots = {name.upper(): grid.logo for name, grid in theme.formats.items()}
    slots["deck"] = theme.slide.logo
    slots["deck 4:3"] = theme.tall_slide.logo
    for file in logo.files:
        flat = [name for name, slot in slots.items() if fitted(file, slot)[1] < slot.least]
        if flat:
            yield _too_wide(file, flat[0], slots[flat[0]])
        elif isinstance(file.mark, Pixels):
            largest = max(fitted(file, slot) for slot in slots.values())
            yield from _too_small(file, file.mark, largest)


def _too_wide(file: LogoFile, name: str, slot: LogoSlot) -> Fault:
    values = {
        "file": file.name,
        "ratio": f"{file.ratio:.1f}",
        "height": f"{fitted(file, slot)[1]:.1f}",
        "format": name,
        "most": f"{slot.width / slot.least:.1f}",
    }
    return Fault("logo-too-wide", values)


def _too_small(file: LogoFile, mark: Pixels, size: tuple[Mm, Mm]) -> Iterator[Fault]:
    least = [ceil(each / MM_PER_INCH * LEAST_PPI) for each in size]
    if mark.width < least[0] or mark.height < least[1]:
        found, wanted = f"{mark.width} × {mark.height}", f"{least[0]} × {least[1]}"
        yield Fault("logo-too-small", {"file": file.name, "found": found, "least": wanted})
