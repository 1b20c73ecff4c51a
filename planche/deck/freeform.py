"""Outlines as freeform shapes, really cropped: a slide has no mask to hide what reaches out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from planche.deck.xml import Element, el
from planche.geometry.bodies import union
from planche.geometry.parts import Box, Contour, Curve, Outline, Straight
from planche.units import Mm, mm_to_emu

Point: TypeAlias = tuple[Mm, Mm]

STEPS = 24
"""Straight pieces that a cropped curve becomes: on a glyph as high as a slide the error is
below 0.1 mm."""


@dataclass(frozen=True)
class Freeform:
    """What is left of an outline inside its clip."""

    box: Box
    geometry: Element


def freeform(outline: Outline) -> Freeform | None:
    """The outline cropped to its clip; None where nothing is left of it.

    A contour inside the clip keeps its curves; one that is cut becomes a polygon. Glyphs
    are filled by the non-zero rule and their strokes may overlap, while a path here is
    filled by the even-odd rule: so each stroke is a path of its own, with its holes.
    """
    cropped = [
        [part for contour in stroke if (part := _cropped(contour, outline.clip))]
        for stroke in strokes(outline.contours)
    ]
    kept = [stroke for stroke in cropped if stroke]
    if not kept:
        return None
    box = union(_bounds(contour) for stroke in kept for contour in stroke)
    return Freeform(box, _geometry([_path(stroke, box) for stroke in kept]))


def strokes(contours: Sequence[Contour]) -> list[list[Contour]]:
    """Each outer contour with the holes inside it. Holes run the other way round."""
    areas = [signed_area(list(flattened(contour))) for contour in contours]
    outwards = max(areas, key=abs) > 0 if areas else True
    outer = [c for c, area in zip(contours, areas, strict=True) if (area > 0) == outwards]
    holes = [c for c, area in zip(contours, areas, strict=True) if (area > 0) != outwards]
    return [
        [contour, *(hole for hole in holes if _bounds(contour).holds(_bounds(hole)))]
        for contour in outer
    ]


def signed_area(points: Sequence[Point]) -> float:
    """The area of a polygon; its sign tells which way round it runs."""
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def _path(contours: Sequence[Contour], box: Box) -> Element:
    path = el("a:path", w=_span(box.x, box.right), h=_span(box.y, box.bottom))
    for contour in contours:
        for segment in _segments(contour, box):
            path.append(segment)
    return path


def _geometry(paths: Sequence[Element]) -> Element:
    return el(
        "a:custGeom",
        el("a:avLst"),
        el("a:gdLst"),
        el("a:ahLst"),
        el("a:cxnLst"),
        el("a:rect", l="0", t="0", r="r", b="b"),
        el("a:pathLst", *paths),
    )


def _cropped(contour: Contour, clip: Box) -> Contour | None:
    if clip.holds(_bounds(contour), tolerance=0.0):
        return contour
    points = _crop(list(flattened(contour)), clip)
    if len(points) < 3:
        return None
    first, *rest = points
    return Contour(*first, tuple(Straight(*point) for point in rest))


def flattened(contour: Contour) -> Iterator[Point]:
    """The contour's points, its curves in straight pieces."""
    at = (contour.x, contour.y)
    yield at
    for segment in contour.segments:
        if isinstance(segment, Straight):
            yield segment.x, segment.y
        else:
            yield from (_on(at, segment, step / STEPS) for step in range(1, STEPS + 1))
        at = segment.x, segment.y


def _on(start: Point, curve: Curve, t: float) -> Point:
    s = 1 - t
    a, b, c, d = s**3, 3 * s * s * t, 3 * s * t * t, t**3
    return (
        a * start[0] + b * curve.x1 + c * curve.x2 + d * curve.x,
        a * start[1] + b * curve.y1 + c * curve.y2 + d * curve.y,
    )


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
