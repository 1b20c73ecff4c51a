"""The basic shapes and paths of SVG as paths of Skia, and these as contours."""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

import pathops
from fontTools.misc.transform import Transform
from fontTools.svgLib.path import parse_path
from lxml.etree import _Element as Element

from planche.contours import Contour, Curve, Straight

KAPPA = 0.5522847498
"""Length of a control arm of a quarter circle, in radii: 4/3 · (√2 − 1)."""

NUMBER = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
STEP = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
FINE = 1000.0
"""Size at which Skia works: its numbers have seven digits, and it rounds curves for pixels."""

CONIC_ERROR = 0.02
"""How far a curve of a round line's end may be off, at that size: 2 ‰ of a percent of it."""


def path_of(tag: str, element: Element) -> pathops.Path | None:
    """What an element draws, in its own units; None where it is no shape.

    Raises ValueError for what is no number or no path.
    """
    draw = SHAPES.get(tag)
    if draw is None:
        return None
    made = pathops.Path()
    draw(element, made.getPen())
    if is_beyond(made):
        raise ValueError("infinite")
    return made


def is_beyond(path: pathops.Path) -> bool:
    """Whether a path has numbers beyond Skia's own, which has no bounds for it then, or endless
    ones."""
    return path.bounds is None or not all(map(math.isfinite, path.bounds))


def number(text: str) -> float:
    """The number that a text spells, in px or without a unit. Raises ValueError for any other,
    for one beyond all numbers, and for what only Python calls a number (`nan`, `1_0`)."""
    digits = text.strip().removesuffix("px")
    if not re.fullmatch(NUMBER, digits) or math.isinf(float(digits)):
        raise ValueError(text)
    return float(digits)


def extent(text: str) -> float:
    """The same where less than nothing is an error (SVG 1.1: widths, radii, lines)."""
    found = number(text)
    if found < 0:
        raise ValueError(text)
    return found


def _length(element: Element, name: str) -> float:
    return number(element.get(name, "0"))


def _extent(element: Element, name: str, usual: str = "0") -> float:
    return extent(element.get(name, usual))


def _path(element: Element, pen: Any) -> None:
    try:
        parse_path(element.get("d", ""), pen)
    except (IndexError, TypeError, AssertionError) as error:
        raise ValueError("d") from error


def _points(element: Element, pen: Any) -> None:
    text = element.get("points", "")
    if re.sub(NUMBER, "", text).strip(" ,\t\r\n"):
        raise ValueError("points")
    numbers = [float(each) for each in re.findall(NUMBER, text)]
    for index, point in enumerate(zip(numbers[::2], numbers[1::2], strict=False)):
        (pen.lineTo if index else pen.moveTo)(point)


def _polygon(element: Element, pen: Any) -> None:
    _points(element, pen)
    if element.get("points", "").strip():
        pen.closePath()


def _polyline(element: Element, pen: Any) -> None:
    _points(element, pen)
    if element.get("points", "").strip():
        pen.endPath()


def _line(element: Element, pen: Any) -> None:
    pen.moveTo((_length(element, "x1"), _length(element, "y1")))
    pen.lineTo((_length(element, "x2"), _length(element, "y2")))
    pen.endPath()


def _rect(element: Element, pen: Any) -> None:
    """A rectangle, its corners perhaps round (SVG 1.1, 9.2)."""
    x, y = _length(element, "x"), _length(element, "y")
    width, height = _extent(element, "width"), _extent(element, "height")
    rx = _extent(element, "rx", element.get("ry", "0"))
    ry = _extent(element, "ry", element.get("rx", "0"))
    _rounded(pen, x, y, width, height, min(rx, width / 2), min(ry, height / 2))


def _rounded(
    pen: Any, x: float, y: float, width: float, height: float, rx: float, ry: float
) -> None:
    if width <= 0 or height <= 0:
        return
    right, bottom, k = x + width, y + height, 1 - KAPPA
    pen.moveTo((x + rx, y))
    for end, a, b, corner in (
        ((right - rx, y), (right - rx * k, y), (right, y + ry * k), (right, y + ry)),
        (
            (right, bottom - ry),
            (right, bottom - ry * k),
            (right - rx * k, bottom),
            (right - rx, bottom),
        ),
        ((x + rx, bottom), (x + rx * k, bottom), (x, bottom - ry * k), (x, bottom - ry)),
        ((x, y + ry), (x, y + ry * k), (x + rx * k, y), (x + rx, y)),
    ):
        pen.lineTo(end)
        if rx > 0 and ry > 0:
            pen.curveTo(a, b, corner)
    pen.closePath()


def _circle(element: Element, pen: Any) -> None:
    _ellipse_at(element, pen, _extent(element, "r"), _extent(element, "r"))


def _ellipse(element: Element, pen: Any) -> None:
    _ellipse_at(element, pen, _extent(element, "rx"), _extent(element, "ry"))


def _ellipse_at(element: Element, pen: Any, rx: float, ry: float) -> None:
    x, y = _length(element, "cx") - rx, _length(element, "cy") - ry
    _rounded(pen, x, y, 2 * rx, 2 * ry, rx, ry)


SHAPES: dict[str, Callable[[Element, Any], None]] = {
    "path": _path,
    "polygon": _polygon,
    "polyline": _polyline,
    "line": _line,
    "rect": _rect,
    "circle": _circle,
    "ellipse": _ellipse,
}
"""The elements that draw (SVG 1.1, chapters 8 and 9)."""


def transform_of(text: str) -> Transform:
    """What a `transform` does, first step last (SVG 1.1, 7.6). Raises ValueError."""
    made, at = Transform(), 0
    text = text.strip()
    while at < len(text):
        found = STEP.match(text, at)
        if found is None:
            raise ValueError(f"transform={text}")
        made = made.transform(_step(found[1], [float(n) for n in re.findall(NUMBER, found[2])]))
        at = found.end()
    return made


def _step(name: str, numbers: list[float]) -> Transform:
    start = Transform()
    match name, numbers:
        case "matrix", [_, _, _, _, _, _]:
            return Transform(*numbers)
        case "translate", [x, *rest] if len(rest) < 2:
            return start.translate(x, *rest)
        case "scale", [x, *rest] if len(rest) < 2:
            return start.scale(x, rest[0] if rest else x)
        case "rotate", [angle]:
            return start.rotate(math.radians(angle))
        case "rotate", [angle, x, y]:
            return start.translate(x, y).rotate(math.radians(angle)).translate(-x, -y)
        case "skewX", [angle]:
            return start.skew(math.radians(angle), 0)
        case "skewY", [angle]:
            return start.skew(0, math.radians(angle))
    raise ValueError(f"transform={name}")


LINE_CAPS = {
    "butt": pathops.LineCap.BUTT_CAP,
    "round": pathops.LineCap.ROUND_CAP,
    "square": pathops.LineCap.SQUARE_CAP,
}
LINE_JOINS = {
    "miter": pathops.LineJoin.MITER_JOIN,
    "round": pathops.LineJoin.ROUND_JOIN,
    "bevel": pathops.LineJoin.BEVEL_JOIN,
}


def stroked(path: pathops.Path, width: float, cap: str, join: str, miter: float) -> pathops.Path:
    """The area of a line along a path. Raises ValueError for an unknown end or corner."""
    if cap not in LINE_CAPS or join not in LINE_JOINS:
        raise ValueError(f"{cap} {join}")
    left, top, right, bottom = path.bounds
    scale = FINE / max(right - left, bottom - top, width)
    line = path.transform(scale, 0, 0, scale, 0, 0)
    line.stroke(width * scale, LINE_CAPS[cap], LINE_JOINS[join], miter)
    line.convertConicsToQuads(CONIC_ERROR)
    return line.transform(1 / scale, 0, 0, 1 / scale, 0, 0)


def joined(path: pathops.Path, even_odd: bool) -> pathops.Path:
    """The same area without overlaps, holes running the other way round than what they are in.

    So it looks alike under every rule of filling. Raises ValueError where Skia cannot do it.
    """
    made = pathops.Path(path)
    rule = pathops.FillType
    made.fillType = rule.EVEN_ODD if even_odd else rule.WINDING
    try:
        made.simplify(fix_winding=True, keep_starting_points=False)
    except pathops.PathOpsError as error:
        raise ValueError("path") from error
    return made


def contours_of(path: pathops.Path) -> Iterator[Contour]:
    """The contours of a path, quadratic curves as cubic ones."""
    start, at, segments = (0.0, 0.0), (0.0, 0.0), list[Straight | Curve]()
    for verb, points in path:
        if verb == pathops.PathVerb.MOVE:
            if segments:
                yield Contour(*start, tuple(segments))
            start, segments = points[0], []
        elif verb == pathops.PathVerb.LINE:
            segments.append(Straight(*points[0]))
        elif verb == pathops.PathVerb.QUAD:
            control, end = points
            segments.append(Curve(*_towards(at, control), *_towards(end, control), *end))
        elif verb == pathops.PathVerb.CUBIC:
            first, second, end = points
            segments.append(Curve(*first, *second, *end))
        at = points[-1] if points else start
    if segments:
        yield Contour(*start, tuple(segments))


def _towards(end: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    """Control point of the cubic curve that equals a quadratic one: two thirds of the way."""
    return tuple(e + 2 / 3 * (c - e) for e, c in zip(end, control, strict=True))  # type: ignore[return-value]
