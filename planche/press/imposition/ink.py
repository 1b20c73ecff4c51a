"""Marks and the sheet's line of text as operators of a PDF page, the origin at the sheet's top
left corner: DeviceCMYK, and the registration colour for all that must show on every plate."""

from collections.abc import Iterator

from planche.geometry.parts import Box, Outline
from planche.press.imposition.marks import LENGTH, STROKE, Marks, Stroke, Target
from planche.press.paths import REGISTRATION, circle, glyph, line, number, rectangle
from planche.units import Mm

DASH: Mm = 0.7
"""Length of the dashes and gaps of a fold mark."""


def inked(marks: Marks, text: Outline) -> Iterator[str]:
    """All marks of a form, and its line of text as outlines."""
    yield f"q {REGISTRATION} {STROKE:g} w"
    yield from map(_stroke, marks.crops)
    yield from map(_target, marks.targets)
    for step in marks.steps:
        yield f"{box(step)} f"
    yield f"{' '.join(map(glyph, text.contours))} f"
    yield f"[{number(DASH)} {number(DASH)}] 0 d"
    yield from map(_stroke, marks.folds)
    for patch in marks.bar:
        yield f"{' '.join(f'{ink:g}' for ink in patch.inks)} k {box(patch.box)} f"
    yield "Q"


def box(area: Box) -> str:
    """A rectangle of the sheet as a path."""
    return rectangle(area.x, -area.bottom, area.width, area.height)


def _stroke(mark: Stroke) -> str:
    return line(mark.x1, -mark.y1, mark.x2, -mark.y2)


def _target(mark: Target) -> str:
    """A cross with a circle round its middle."""
    arm, x, y = LENGTH / 2, mark.x, -mark.y
    cross = f"{line(x - arm, y, x + arm, y)} {line(x, y - arm, x, y + arm)}"
    return f"{cross} {circle(x, y, arm / 2)} S"
