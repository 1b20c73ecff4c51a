"""Closed contours of straight lines and cubic curves, in millimetres."""

from dataclasses import dataclass

from planche.units import Mm


@dataclass(frozen=True)
class Curve:
    """A cubic Bézier curve to a point, by way of two control points."""

    x1: Mm
    y1: Mm
    x2: Mm
    y2: Mm
    x: Mm
    y: Mm


@dataclass(frozen=True)
class Straight:
    """A straight line to a point."""

    x: Mm
    y: Mm


@dataclass(frozen=True)
class Contour:
    """A closed contour from a starting point."""

    x: Mm
    y: Mm
    segments: tuple[Straight | Curve, ...]
