"""Affine matrices of PDF (ISO 32000-2, 8.3.4), as tuples `(a, b, c, d, e, f)`, in points."""

import math
from collections.abc import Iterable
from typing import Any, TypeAlias

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

Area: TypeAlias = tuple[float, float, float, float]
"""A rectangle in points of the page: left, bottom, right, top."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def boxed(array: Iterable[Any]) -> Area:
    """A rectangle of a file, whichever corners it gives."""
    one, two, three, four = (float(each) for each in array)
    return min(one, three), min(two, four), max(one, three), max(two, four)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does the first, then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    return (
        matrix[0] * x + matrix[2] * y + matrix[4],
        matrix[1] * x + matrix[3] * y + matrix[5],
    )


def across(matrix: Matrix) -> float:
    """How much longer what lies along x becomes."""
    return math.hypot(matrix[0], matrix[1])


def upwards(matrix: Matrix) -> float:
    """How much longer what lies along y becomes."""
    return math.hypot(matrix[2], matrix[3])


def narrowest(matrix: Matrix) -> float:
    """The least factor that a line's width is drawn with."""
    return min(across(matrix), upwards(matrix))


def round_points(points: Iterable[tuple[float, float]]) -> Area:
    """The smallest area round some points (at least one)."""
    every = list(points)
    xs, ys = [x for x, _ in every], [y for _, y in every]
    return min(xs), min(ys), max(xs), max(ys)


def placed(matrix: Matrix, area: Area) -> Area:
    """The smallest area round an area that a matrix has moved."""
    left, bottom, right, top = area
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    return round_points(moved(matrix, *corner) for corner in corners)


def common(one: Area, other: Area) -> Area | None:
    """What two areas share, lines and points included; None where that is nothing."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def has_area(area: Area) -> bool:
    """Whether an area is more than a line or a point."""
    return area[2] > area[0] and area[3] > area[1]


def holds(outer: Area, inner: Area, slack: float) -> bool:
    """Whether an area lies in another, give or take so many points."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )
