"""Outlines as freeform shapes, really cropped: a slide has no mask to hide what reaches out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from planche.contours import Contour, Curve, Straight
from planche.deck.crossings import Point, flattened, polygon, signed_area, simple_loops
from planche.deck.xml import Element, el
from planche.geometry.parts import Box, Outline, union
from planche.units import Mm, mm_to_emu


@dataclass(frozen=True)
class Freeform:
    """What is left of an outline inside its clip."""

    box: Box
    geometry: Element


def freeforms(outline: Outline) -> list[Freeform]:
    """The outline cropped to its clip, a shape a stroke; none where nothing is left of it.

    A contour inside the clip keeps its curves; one that is cut becomes a polygon. Glyphs
    are filled by the non-zero rule and their strokes may overlap, while a shape is filled
    by the even-odd rule, even over several paths (seen in LibreOffice): so each stroke is
    a shape of its own, with its holes.
    """
    cropped = (
        [part for contour in stroke if (part := _cropped(contour, outline.clip))]
        for stroke in strokes(outline.contours)
    )
    return [_freeform(stroke) for stroke in cropped if stroke]


def whole(contours: Sequence[Contour]) -> Freeform:
    """Contours that meet no others as one shape, nothing cropped."""
    return _freeform(contours)


def _freeform(contours: Sequence[Contour]) -> Freeform:
    box = union(_bounds(contour) for contour in contours)
    return Freeform(box, _geometry(_path(contours, box)))


@lru_cache(maxsize=256)
def strokes(contours: tuple[Contour, ...]) -> tuple[tuple[Contour, ...], ...]:
    """Each outer loop with the holes inside it. Holes run the other way round.

    Remembered, since the slides of a plate show the same number.
    """
    loops = [loop for contour in contours for loop in simple_loops(contour)]
    areas = [signed_area(list(flattened(loop))) for loop in loops]
    outwards = max(areas, key=abs) > 0 if areas else True
    outer = [loop for loop, area in zip(loops, areas, strict=True) if (area > 0) == outwards]
    holes = [loop for loop, area in zip(loops, areas, strict=True) if (area > 0) != outwards]
    return tuple(
        (loop, *(hole for hole in holes if _bounds(loop).holds(_bounds(hole)))) for loop in outer
    )


def _path(contours: Sequence[Contour], box: Box) -> Element:
    path = el("a:path", w=_span(box.x, box.right), h=_span(box.y, box.bottom))
    for contour in contours:
        for segment in _segments(contour, box):
            path.append(segment)
    return path


def _geometry(path: Element) -> Element:
    return el(
        "a:custGeom",
        el("a:avLst"),
        el("a:gdLst"),
        el("a:ahLst"),
        el("a:cxnLst"),
        el("a:rect", l="0", t="0", r="r", b="b"),
        el("a:pathLst", path),
    )


def _cropped(contour: Contour, clip: Box) -> Contour | None:
    if clip.holds(_bounds(contour), tolerance=0.0):
        return contour
    points = _crop(list(flattened(contour)), clip)
    if len(points) < 3:
        return None
    return polygon(points)


def _crop(points: list[Point], clip: Box) -> list[Point]:
    """Cropped to a rectangle, one edge after the other (Sutherland and Hodgman, 1974)."""
    for axis, limit, sign in (
        (0, clip.x, 1),
        (0, clip.right, -1),
        (1, clip.y, 1),
        (1, clip.bottom, -1),
    ):
        points = _crop_edge(points, axis, limit, sign)
    return points


def _crop_edge(points: Sequence[Point], axis: int, limit: Mm, sign: int) -> list[Point]:
    inside: Callable[[Point], bool] = lambda point: sign * (point[axis] - limit) >= 0  # noqa: E731
    kept: list[Point] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        if inside(before) != inside(point):
            share = (limit - before[axis]) / (point[axis] - before[axis])
            other = 1 - axis
            across = before[other] + share * (point[other] - before[other])
            kept.append((limit, across) if axis == 0 else (across, limit))
        if inside(point):
            kept.append(point)
    return kept


def _bounds(contour: Contour) -> Box:
    """The box round start, ends and control points: never less than the curve's own."""
    points = [(contour.x, contour.y)]
    for segment in contour.segments:
        if isinstance(segment, Curve):
            points += [(segment.x1, segment.y1), (segment.x2, segment.y2)]
        points.append((segment.x, segment.y))
    return union(Box(x, y, 0.0, 0.0) for x, y in points)


def _segments(contour: Contour, box: Box) -> Iterator[Element]:
    def at(x: Mm, y: Mm) -> Element:
        return el("a:pt", x=_span(box.x, x), y=_span(box.y, y))

    yield el("a:moveTo", at(contour.x, contour.y))
    for segment in contour.segments:
        if isinstance(segment, Straight):
            yield el("a:lnTo", at(segment.x, segment.y))
        else:
            yield el(
                "a:cubicBezTo",
                at(segment.x1, segment.y1),
                at(segment.x2, segment.y2),
                at(segment.x, segment.y),
            )
    yield el("a:close")


def _span(start: Mm, end: Mm) -> int:
    return mm_to_emu(end) - mm_to_emu(start)
