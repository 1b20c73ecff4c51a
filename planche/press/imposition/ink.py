"""Marks and the sheet's line of text as operators of a PDF page: DeviceCMYK, and for all that
must show on every plate the separation All (ISO 32000-1, 8.6.6.4)."""

from collections.abc import Iterator

from planche.geometry.parts import Contour, Outline, Straight
from planche.press.imposition.marks import LENGTH, STROKE, Marks, Patch, Stroke, Target
from planche.units import Mm, mm_to_pt

ALL = "All"
"""Name of the separation among the resources of a sheet."""

ROUND = 0.5523
"""Where the control points of a quarter circle stand, in radii."""

DASH: Mm = 0.7
"""Length of the dashes and gaps of a fold mark."""


FINE, COARSE = 4, 2
"""Decimals of points: where pages and cuts lie, and where the outlines of small type go (0.01 pt
is less than an imagesetter's dot, and the file is half as large)."""


def number(value: float, decimals: int = FINE) -> str:
    """A number as a PDF writes it: no exponent, no minus before zero."""
    return f"{round(value, decimals) + 0.0:.{decimals}f}".rstrip("0").rstrip(".")


class Ink:
    """Writes what stands on a sheet of a height, millimetres from its top left corner."""

    def __init__(self, height: Mm) -> None:
        self.height = height

    def point(self, x: Mm, y: Mm, decimals: int = FINE) -> str:
        """A point in the page's own space: points from the bottom left corner."""
        across, up = mm_to_pt(x), mm_to_pt(self.height - y)
        return f"{number(across, decimals)} {number(up, decimals)}"

    def marks(self, marks: Marks) -> Iterator[str]:
        """All marks of a form."""
        yield f"q /{ALL} CS 1 SCN /{ALL} cs 1 scn {STROKE:g} w"
        yield from map(self._stroke, marks.crops)
        yield from map(self._target, marks.targets)
        for step in marks.steps:
            yield f"{self._rectangle(step.x, step.y, step.width, step.height)} f"
        dash = number(mm_to_pt(DASH))
        yield f"[{dash} {dash}] 0 d"
        yield from map(self._stroke, marks.folds)
        yield "Q"
        yield "q"
        yield from map(self._patch, marks.bar)
        yield "Q"

    def outline(self, text: Outline) -> Iterator[str]:
        """A text as outlines, in all inks."""
        yield f"q /{ALL} cs 1 scn"
        for contour in text.contours:
            yield from self._contour(contour)
        yield "f Q"

    def _stroke(self, line: Stroke) -> str:
        return f"{self.point(line.x1, line.y1)} m {self.point(line.x2, line.y2)} l S"

    def _target(self, mark: Target) -> str:
        """A cross with a circle round its middle."""
        arm, radius = LENGTH / 2, LENGTH / 4
        x, y, control = mark.x, mark.y, radius * ROUND
        quarters = (
            (x + radius, y + control, x + control, y + radius, x, y + radius),
            (x - control, y + radius, x - radius, y + control, x - radius, y),
            (x - radius, y - control, x - control, y - radius, x, y - radius),
            (x + control, y - radius, x + radius, y - control, x + radius, y),
        )
        curves = " ".join(f"{self._points(quarter)} c" for quarter in quarters)
        cross = (Stroke(x - arm, y, x + arm, y), Stroke(x, y - arm, x, y + arm))
        lines = " ".join(self._stroke(line) for line in cross)
        return f"{lines} {self.point(x + radius, y)} m {curves} s"

    def _points(self, values: tuple[Mm, ...]) -> str:
        pairs = zip(values[::2], values[1::2], strict=True)
        return " ".join(self.point(x, y, COARSE) for x, y in pairs)

    def _rectangle(self, x: Mm, y: Mm, width: Mm, height: Mm) -> str:
        size = f"{number(mm_to_pt(width))} {number(mm_to_pt(height))}"
        return f"{self.point(x, y + height)} {size} re"

    def _patch(self, patch: Patch) -> str:
        inks, box = " ".join(number(ink) for ink in patch.inks), patch.box
        return f"{inks} k {self._rectangle(box.x, box.y, box.width, box.height)} f"

    def _contour(self, contour: Contour) -> Iterator[str]:
        yield f"{self.point(contour.x, contour.y, COARSE)} m"
        for segment in contour.segments:
            if isinstance(segment, Straight):
                yield f"{self.point(segment.x, segment.y, COARSE)} l"
            else:
                yield f"{self._points(tuple(vars(segment).values()))} c"
        yield "h"
