"""Glyphs as outlines: the giant numbers, which are pictures and must not be read aloud."""

from dataclasses import dataclass, field

import uharfbuzz as hb

from planche.contours import Contour, Curve, Straight
from planche.geometry.parts import Box, Outline
from planche.text.faces import Face
from planche.units import Mm


@dataclass
class _Pen:
    """Collects the contours of glyphs; scale and origin turn font units into millimetres."""

    scale: float
    x: Mm
    y: Mm
    contours: list[Contour] = field(default_factory=list)
    start: tuple[Mm, Mm] = (0.0, 0.0)
    at: tuple[Mm, Mm] = (0.0, 0.0)
    segments: list[Straight | Curve] = field(default_factory=list)

    def _point(self, x: float, y: float) -> tuple[Mm, Mm]:
        return round(self.x + x * self.scale, 3), round(self.y - y * self.scale, 3)

    def move_to(self, x: float, y: float) -> None:
        self.start = self.at = self._point(x, y)
        self.segments = []

    def line_to(self, x: float, y: float) -> None:
        self.at = self._point(x, y)
        self.segments.append(Straight(*self.at))

    def quadratic_to(self, cx: float, cy: float, x: float, y: float) -> None:
        control, end = self._point(cx, cy), self._point(x, y)
        first = _towards(self.at, control)
        second = _towards(end, control)
        self.segments.append(Curve(*first, *second, *end))
        self.at = end

    def cubic_to(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self.at = self._point(x, y)
        self.segments.append(Curve(*self._point(x1, y1), *self._point(x2, y2), *self.at))

    def close(self) -> None:
        self.contours.append(Contour(*self.start, tuple(self.segments)))


def _towards(end: tuple[Mm, Mm], control: tuple[Mm, Mm]) -> tuple[Mm, Mm]:
    """Control point of the cubic curve that equals a quadratic one: two thirds of the way."""
    return (
        round(end[0] + 2 / 3 * (control[0] - end[0]), 3),
        round(end[1] + 2 / 3 * (control[1] - end[1]), 3),
    )


def glyph_width(face: Face, text: str, size: Mm) -> Mm:
    """Advance width of a text set in a size given in millimetres."""
    return sum(face.advance(character) for character in text) * size


def ink_width(face: Face, text: str, size: Mm) -> Mm:
    """Width from the first glyph's left edge to the last one's right edge."""
    left, right = _bearings(face, text)
    return glyph_width(face, text, size) - (left + right) * size


def _bearings(face: Face, text: str) -> tuple[float, float]:
    first = face.font.get_glyph_extents(face.font.get_nominal_glyph(ord(text[0])))
    glyph = face.font.get_nominal_glyph(ord(text[-1]))
    last = face.font.get_glyph_extents(glyph)
    after = face.font.get_glyph_h_advance(glyph) - last.x_bearing - last.width
    return first.x_bearing / face.upem, after / face.upem


def outline(face: Face, text: str, size: Mm, x: Mm, baseline: Mm, clip: Box, fill: str) -> Outline:
    """A text as contours: its ink starts at x and stands on the baseline.

    `size` is the em in millimetres. What reaches outside `clip` is for the renderer to crop.
    """
    scale = size / face.upem
    left, _ = _bearings(face, text)
    pen = _Pen(scale, x - left * size, baseline)
    draw = hb.DrawFuncs()
    draw.set_move_to_func(lambda x, y, p: p.move_to(x, y))
    draw.set_line_to_func(lambda x, y, p: p.line_to(x, y))
    draw.set_quadratic_to_func(lambda cx, cy, x, y, p: p.quadratic_to(cx, cy, x, y))
    draw.set_cubic_to_func(lambda a, b, c, d, x, y, p: p.cubic_to(a, b, c, d, x, y))
    draw.set_close_path_func(lambda p: p.close())
    for character in text:
        face.font.draw_glyph(face.font.get_nominal_glyph(ord(character)), draw, pen)
        pen.x += face.advance(character) * size
    return Outline(tuple(pen.contours), clip, fill)


def cap_size(face: Face, height: Mm) -> Mm:
    """The em at which capitals and figures are as high as given."""
    return height / face.cap_height
