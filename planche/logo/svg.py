"""An SVG file as areas of plain colour. What cannot be drawn so is refused, never left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pathops
import tinycss2.color3
from fontTools.misc.transform import Transform
from lxml import etree
from lxml.etree import _Element as Element

from planche.logo.fault import LogoError
from planche.logo.ink import Inks, LogoColour
from planche.logo.mark import Drawing, Shape
from planche.logo.paths import (
    FINE,
    contours_of,
    extent,
    is_beyond,
    joined,
    number,
    path_of,
    stroked,
    transform_of,
)
from planche.logo.styles import SVG, Sheet, Style

MOST_INK = 280
"""Most ink of any colour in percent, as of a theme's colours."""

UNSEEN = frozenset({"title", "desc", "metadata", "style", "defs"})
"""Elements that draw nothing themselves; what refers to one in `defs` is refused there."""

GROUPS = frozenset({"svg", "g", "a"})

PLAIN: dict[str, tuple[str, ...]] = {
    "clip-path": ("none",),
    "mask": ("none",),
    "filter": ("none",),
    "mix-blend-mode": ("normal",),
    "vector-effect": ("none",),
    "opacity": ("1", "1.0", "100%"),
}
"""What an element may say of itself without changing what an area of plain colour looks like."""

PLAIN_LINE = ("stroke-dasharray", "marker-start", "marker-mid", "marker-end")

MOST_ELEMENTS = 5_000
"""A coat of arms in all its detail has some hundred."""

INK = re.compile(r"0*(?:100|[0-9]{1,2})")


@dataclass(frozen=True)
class _Area:
    """An area while the file is read, in the units of the whole drawing."""

    path: pathops.Path
    colour: LogoColour
    line: int
    even_odd: bool


def read_svg(data: bytes, known: Mapping[str, Inks]) -> Drawing:
    """The drawing in a file; `known` gives the inks of screen colours (#RRGGBB) that need not be
    told in it.

    Raises LogoError for a file that is none, is empty, or needs more than areas of plain colour;
    `what` names the cause and `line` its line in the file.
    """
    root = _parsed(data)
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise LogoError("logo-unreadable")
    areas = list(_areas(root, Sheet(root), {}, Transform(), known))
    if not areas:
        raise LogoError("logo-empty")
    return _drawing(areas)


def _parsed(data: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities="internal", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise LogoError("logo-unreadable") from None
    if root.tag != f"{SVG}svg":
        raise LogoError("logo-unreadable")
    return root


def _areas(
    element: Element, sheet: Sheet, around: Style, place: Transform, known: Mapping[str, Inks]
) -> Iterator[_Area]:
    """What an element draws; elements of other programs' namespaces draw nothing."""
    tag = str(element.tag).removeprefix(SVG)
    if tag in UNSEEN or tag.startswith("{"):
        return
    style = sheet.style(element, around)
    if style["display"] == "none":
        return
    _refuse_effects(element, style)
    place = place.transform(_checked_transform(element))
    if tag in GROUPS and (tag != "svg" or element.getparent() is None):
        for child in element:
            yield from _areas(child, sheet, style, place, known)
        return
    try:
        path = path_of(tag, element)
    except ValueError:
        raise _refusal(element, f"<{tag}>") from None
    if path is None:
        raise _refusal(element, f"<{tag}>")
    if style["visibility"] == "visible":
        yield from _painted(element, path, style, place, known)


def _refuse_effects(element: Element, style: Style) -> None:
    for name, plain in PLAIN.items():
        if style[name] not in plain:
            raise _refusal(element, name)


def _checked_transform(element: Element) -> Transform:
    try:
        return transform_of(element.get("transform", ""))
    except ValueError:
        raise _refusal(element, "transform") from None


def _painted(
    element: Element,
    path: pathops.Path,
    style: Style,
    place: Transform,
    known: Mapping[str, Inks],
) -> Iterator[_Area]:
    """The area inside a path, and over it that of its line."""
    inks = _inks(element, style["data-press"])
    fill = _colour(element, style, "fill")
    line = int(element.sourceline or 1)
    if fill is not None:
        colour = LogoColour(fill, inks or known.get(fill))
        even_odd = style["fill-rule"] == "evenodd"
        yield _Area(_placed(element, path, place), colour, line, even_odd)
    stroke = _colour(element, style, "stroke")
    if stroke is None:
        return
    for name in PLAIN_LINE:
        if style[name] != "none":
            raise _refusal(element, name)
    told = inks if fill in (None, stroke) else None
    colour = LogoColour(stroke, told or known.get(stroke))
    drawn = _line(element, path, style)
    if drawn is not None:
        yield _Area(_placed(element, drawn, place), colour, line, even_odd=False)


def _placed(element: Element, path: pathops.Path, place: Transform) -> pathops.Path:
    """A path in the units of the whole drawing."""
    placed = path.transform(*place)
    if is_beyond(placed):
        raise _refusal(element, "transform")
    return placed


def _line(element: Element, path: pathops.Path, style: Style) -> pathops.Path | None:
    try:
        width, miter = extent(style["stroke-width"]), number(style["stroke-miterlimit"])
        ends, corners = style["stroke-linecap"], style["stroke-linejoin"]
        return stroked(path, width, ends, corners, miter) if width > 0 else None
    except ValueError:
        raise _refusal(element, "stroke") from None


def _colour(element: Element, style: Style, name: str) -> str | None:
    """The colour of fill or line as #RRGGBB; None where there is none."""
    value = style[name]
    if value == "none":
        return None
    found = tinycss2.color3.parse_color(value)
    if found is None or isinstance(found, str) or style[f"{name}-opacity"] not in PLAIN["opacity"]:
        raise _refusal(element, f"{name}: {value}"[:60])
    if found.alpha == 0:
        return None
    if found.alpha < 1:
        raise _refusal(element, f"{name}: {value}"[:60])
    red, green, blue = (round(part * 255) for part in found[:3])
    return f"#{red:02X}{green:02X}{blue:02X}"


def _inks(element: Element, text: str) -> Inks | None:
    """The inks that `data-press` gives; None where there is none."""
    if not text:
        return None
    parts = text.replace(",", " ").split()
    if len(parts) == 4 and all(INK.fullmatch(part) for part in parts):
        cyan, magenta, yellow, black = map(int, parts)
        if cyan + magenta + yellow + black <= MOST_INK:
            return cyan, magenta, yellow, black
    raise LogoError("logo-bad-inks", found=text[:40], line=element.sourceline, most=MOST_INK)


def _refusal(element: Element, what: str) -> LogoError:
    return LogoError("logo-cannot-be-drawn", what=what, line=element.sourceline or 1)


def _drawing(areas: list[_Area]) -> Drawing:
    """The areas, each without overlaps in itself, from 0, 0 on, at the size that Skia works at."""
    left, top, right, bottom = _bounds([area.path for area in areas])
    size = max(right - left, bottom - top)
    if size <= 0:
        raise LogoError("logo-empty")
    scale = FINE / size
    at = (scale, 0, 0, scale, -left * scale, -top * scale)
    paths = [_joined(area, area.path.transform(*at)) for area in areas]
    left, top, right, bottom = _bounds(paths)
    if right - left <= 0 or bottom - top <= 0:
        raise LogoError("logo-empty")
    shapes = (
        Shape(tuple(contours_of(path.transform(1, 0, 0, 1, -left, -top))), area.colour)
        for path, area in zip(paths, areas, strict=True)
    )
    drawn = tuple(shape for shape in shapes if shape.contours)
    return Drawing(right - left, bottom - top, drawn)


def _joined(area: _Area, path: pathops.Path) -> pathops.Path:
    try:
        return joined(path, area.even_odd)
    except ValueError:
        raise LogoError("logo-cannot-be-drawn", what="<path>", line=area.line) from None


def _bounds(paths: Sequence[pathops.Path]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all paths that draw anything; zeros where none does."""
    boxes = [path.bounds for path in paths if len(path)]
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
