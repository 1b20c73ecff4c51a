"""Lines and outlines as path operators of a PDF: lengths in millimetres, y upwards."""

from planche.contours import Contour, Curve
from planche.pages.signs import quarters
from planche.units import Mm, mm_to_pt

REGISTRATION = "/All CS 1 SCN /All cs 1 scn"
"""Strokes and fills in every ink; `All` is the name of the registration colour as a resource."""


def number(length: Mm) -> str:
    """A length in points as a PDF writes it."""
    return f"{mm_to_pt(length):.3f}".rstrip("0").rstrip(".")


def line(x: Mm, y: Mm, to_x: Mm, to_y: Mm) -> str:
    """A straight line, stroked."""
    return f"{number(x)} {number(y)} m {number(to_x)} {number(to_y)} l S"


def rectangle(x: Mm, y: Mm, width: Mm, height: Mm) -> str:
    """A rectangle from its lower left corner."""
    return f"{number(x)} {number(y)} {number(width)} {number(height)} re"


def circle(x: Mm, y: Mm, radius: Mm) -> str:
    """A circle round a point."""
    curves = " ".join(" ".join(map(number, quarter)) + " c" for quarter in quarters(x, y, radius))
    return f"{number(x - radius)} {number(y)} m {curves} h"


def glyph(contour: Contour) -> str:
    """A contour, whose y runs downwards, as path operators, whose y runs upwards."""
    steps = [f"{number(contour.x)} {number(-contour.y)} m"]
    for each in contour.segments:
        points = (
            (each.x1, -each.y1, each.x2, -each.y2, each.x, -each.y)
            if isinstance(each, Curve)
            else (each.x, -each.y)
        )
        steps.append(" ".join(map(number, points)) + (" c" if len(points) > 2 else " l"))
    return " ".join([*steps, "h "])
