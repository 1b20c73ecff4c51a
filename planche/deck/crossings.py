"""Contours that cross themselves, taken apart into simple loops.

Typefaces draw a glyph such as 4 in one stroke that crosses itself, and fill it by the
non-zero rule. A shape in a slide is filled by the even-odd rule, which leaves holes at the
crossings; simple loops look the same under both.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from planche.contours import Contour, Straight
from planche.units import Mm

Point: TypeAlias = tuple[Mm, Mm]

COARSE, FINE = 4, 12
"""Straight pieces that a curve becomes: to look for crossings, and to be drawn. On a glyph as
high as a slide the fine error is below 0.1 mm."""

MOST_LOOPS = 64
"""More crossings than any glyph has; what is left over is drawn as it is."""


def flattened(contour: Contour, steps: int = FINE) -> Iterator[Point]:
    """The contour's points, its curves in straight pieces."""
    at = (contour.x, contour.y)
    yield at
    for segment in contour.segments:
        if isinstance(segment, Straight):
            yield segment.x, segment.y
        else:
            controls = ((segment.x1, segment.y1), (segment.x2, segment.y2))
            end = (segment.x, segment.y)
            yield from (_on(at, *controls, end, step / steps) for step in range(1, steps + 1))
        at = segment.x, segment.y


def _on(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    s = 1 - t
    shares = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
    x, y = (sum(k * p[axis] for k, p in zip(shares, (a, b, c, d), strict=True)) for axis in (0, 1))
    return x, y


def polygon(points: Sequence[Point]) -> Contour:
    """A contour of straight lines."""
    first, *rest = points
    return Contour(*first, tuple(Straight(*point) for point in rest))


def simple_loops(contour: Contour) -> list[Contour]:
    """The contour itself where it does not cross itself, else the loops it consists of."""
    if _crossing(list(flattened(contour, COARSE))) is None:
        return [contour]
    waiting = [list(flattened(contour))]
    done: list[list[Point]] = []
    while waiting:
        points = waiting.pop()
        found = _crossing(points) if len(done) + len(waiting) < MOST_LOOPS else None
        if found is None:
            done.append(points)
            continue
        first, second, at = found
        waiting.append([at, *points[first + 1 : second + 1]])
        waiting.append([*points[: first + 1], at, *points[second + 1 :]])
    return [polygon(points) for points in done if len(points) > 2]


def _crossing(points: Sequence[Point]) -> tuple[int, int, Point] | None:
    """The first two edges that cross, by the index of their start, and where."""
    edges = list(zip(points, [*points[1:], *points[:1]], strict=True))
    for first, one in enumerate(edges):
        low, high = min(one[0][0], one[1][0]), max(one[0][0], one[1][0])
        for second in range(first + 2, len(edges)):
            other = edges[second]
            if max(other[0][0], other[1][0]) < low or min(other[0][0], other[1][0]) > high:
                continue
            at = _meeting(*one, *other)
            if at:
                return first, second, at
    return None


def _meeting(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where two edges cross in their insides; touching ends do not count."""
    across = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    if not across:
        return None
    t = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / across
    u = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / across
    if not (INSIDE < t < 1 - INSIDE and INSIDE < u < 1 - INSIDE):
        return None
    return a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])


INSIDE = 1e-6
"""How far from an edge's ends a crossing must lie, as a share of the edge."""


def signed_area(points: Sequence[Point]) -> float:
    """The area of a polygon; its sign tells which way round it runs."""
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2
