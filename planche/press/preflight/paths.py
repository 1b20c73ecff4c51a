"""Paths as they are built and painted: their areas, and whether they are as thin as lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from planche.press.preflight.matrix import Area, Matrix, moved, round_points
from planche.press.preflight.rules import limit

THIN = limit("hairline")
"""A filled shape below this width, in points, is a hairline (that of the rule)."""

NOTHING = 0.001
"""Points below which a filled shape is empty, and not thin."""

LONG = 1.0
"""Points that a thin shape is long at least: less is a dot."""


@dataclass
class Path:
    """The current path, in points of the page: a list of corners a subpath."""

    parts: list[list[tuple[float, float]]] = field(default_factory=list)
    clips: bool = False
    """Whether it becomes a clip when it is painted."""

    def rectangle(self, matrix: Matrix, x: float, y: float, width: float, height: float) -> None:
        """The operator `re`."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self.parts.append([moved(matrix, *corner) for corner in corners])

    def move(self, matrix: Matrix, x: float, y: float) -> None:
        """The operator `m`."""
        self.parts.append([moved(matrix, x, y)])

    def go(self, matrix: Matrix, points: Sequence[float]) -> None:
        """Lines and curves: their end and control points, which hold the curve."""
        if not self.parts:
            self.parts.append([])
        for at in range(0, len(points) - 1, 2):
            self.parts[-1].append(moved(matrix, points[at], points[at + 1]))

    @property
    def area(self) -> Area | None:
        """The area round all of it."""
        points = [point for part in self.parts for point in part]
        return round_points(points) if points else None

    def thin_parts(self) -> list[tuple[Area, float]]:
        """Filled parts that are thinner than a line may be, each with its width in points.

        A border is a rectangle inside another (CSS engines fill the difference), so that the
        distance of their edges is its width; only a pair of rectangles is looked at.
        """
        areas = [round_points(part) for part in self.parts if len(part) > 2]
        if len(areas) == 2 and all(len(part) in (4, 5) for part in self.parts):
            inner, outer = sorted(areas, key=_size)
            if _inside(outer, inner):
                gaps = [abs(inner[side] - outer[side]) for side in range(4)]
                return [(outer, gap) for gap in gaps if NOTHING < gap < THIN][:1]
        found = []
        for area in areas:
            width, length = sorted((area[2] - area[0], area[3] - area[1]))
            if NOTHING < width < THIN and length > LONG:
                found.append((area, width))
        return found


def _size(area: Area) -> float:
    return (area[2] - area[0]) * (area[3] - area[1])


def _inside(outer: Area, inner: Area) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and outer[2] >= inner[2]
        and outer[3] >= inner[3]
    )
