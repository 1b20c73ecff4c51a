"""The audiences' signs as native shapes."""

from collections.abc import Iterator
from dataclasses import dataclass

from planche.deck.look import Look
from planche.deck.shapes import line, no_line, preset
from planche.deck.xml import Element, el
from planche.geometry.parts import Box, SignMark
from planche.geometry.signs import Form, sign_parts
from planche.units import Mm, mm_to_emu

STROKE: Mm = 0.28
"""Thickness of a sign that is not the current one."""

HALF_TURN = 180 * 60_000
"""Half a turn in the format's 60,000ths of a degree (20.1.10.3)."""


@dataclass(frozen=True)
class Piece:
    """One shape of a sign."""

    box: Box
    geometry: Element


def _half_disc(box: Box) -> Element:
    width, height = mm_to_emu(box.width), mm_to_emu(box.height)
    arc = el("a:arcTo", wR=width // 2, hR=height, stAng=HALF_TURN, swAng=HALF_TURN)
    start = el("a:moveTo", el("a:pt", x=0, y=height))
    path = el("a:path", start, arc, el("a:close"), w=width, h=height)
    empty = (el(tag) for tag in ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"))
    area = el("a:rect", l="0", t="0", r="r", b="b")
    return el("a:custGeom", *empty, area, el("a:pathLst", path))


PRESETS: dict[Form, str] = {
    "square": "rect",
    "disc": "ellipse",
    "triangle": "triangle",
    "diamond": "diamond",
}
"""The preset shape of each form that has one (20.1.10.55)."""


def paint(look: Look, mark: SignMark) -> tuple[Element, Element]:
    """Fill and line: solid for the current sign, else an outline inside the same box."""
    if mark.solid:
        return look.fill(mark.colour), no_line()
    return el("a:noFill"), line(look, mark.colour, STROKE)


def pieces(mark: SignMark) -> Iterator[Piece]:
    """The sign's shapes; an outline's line stays inside the box."""
    for part in sign_parts(mark):
        box = part.box if mark.solid else part.box.inset(STROKE / 2)
        preset_name = PRESETS.get(part.form)
        yield Piece(box, preset(preset_name) if preset_name else _half_disc(box))
