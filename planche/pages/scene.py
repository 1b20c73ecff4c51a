"""A page's decoration: every shape that is not text, in the order it is drawn.

It becomes one SVG picture behind the page's text. WeasyPrint marks backgrounds as
artifacts, so none of it is read aloud, and no empty element stands in the tag tree.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeAlias

from planche.contours import Contour, Curve
from planche.geometry.parts import Area, Box, Disc, LogoMark, Outline, Page, SignMark, TextBox
from planche.pages.signs import STROKE, disc_path, sign_path
from planche.units import Mm

Shape: TypeAlias = Area | Disc | Outline | SignMark


@dataclass(frozen=True)
class Drawn:
    """A shape as SVG draws it: filled, or stroked where `stroke` is a width; colour is a token."""

    path: str
    colour: str
    stroke: Mm | None = None
    clip: Box | None = None


def shapes(part: object) -> Iterator[Shape]:
    """Every shape in a layout, found wherever it stands, in the order of declaration.

    What is declared later in a part lies over what is declared before, so a new kind of
    plate needs nothing here. A logo is no decoration: it has words, and a picture of its own.
    """
    if isinstance(part, Area | Disc | Outline | SignMark):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from shapes(each)
    elif is_dataclass(part) and not isinstance(part, TextBox | LogoMark):
        for field in fields(part):
            yield from shapes(getattr(part, field.name))


def scene(page: Page) -> tuple[Drawn, ...]:
    """What is drawn behind a page's text."""
    return drawings(shapes(page))


def drawings(found: Iterable[Shape]) -> tuple[Drawn, ...]:
    """Some shapes as they are drawn; neighbours of one colour are one path.

    All our paths run clockwise, so where two of one path meet they do not cancel out.
    """
    drawn: list[Drawn] = []
    for each in map(_drawn, found):
        if drawn and drawn[-1].clip is None and drawn[-1] == replace(each, path=drawn[-1].path):
            each = replace(each, path=drawn.pop().path + each.path)
        drawn.append(each)
    return tuple(drawn)


def _drawn(shape: Shape) -> Drawn:
    if isinstance(shape, Area):
        return Drawn(box_path(shape.box), shape.fill)
    if isinstance(shape, Disc):
        return Drawn(disc_path(shape.x, shape.y, shape.radius), shape.fill)
    if isinstance(shape, Outline):
        path = contours_path(shape.contours)
        return Drawn(path, shape.fill, clip=shape.clip)
    return Drawn(sign_path(shape), shape.colour, stroke=None if shape.solid else STROKE)


def box_path(box: Box) -> str:
    """A rectangle."""
    return f"M{box.x:.3f} {box.y:.3f}H{box.right:.3f}V{box.bottom:.3f}H{box.x:.3f}Z"


def contours_path(contours: Iterable[Contour]) -> str:
    """Contours as one path."""
    return "".join(_contour_path(contour) for contour in contours)


def _contour_path(contour: Contour) -> str:
    steps = [f"M{contour.x:.3f} {contour.y:.3f}"]
    for segment in contour.segments:
        if isinstance(segment, Curve):
            first = f"C{segment.x1:.3f} {segment.y1:.3f} {segment.x2:.3f} {segment.y2:.3f}"
            steps.append(f"{first} {segment.x:.3f} {segment.y:.3f}")
        else:
            steps.append(f"L{segment.x:.3f} {segment.y:.3f}")
    return "".join(steps) + "Z"
