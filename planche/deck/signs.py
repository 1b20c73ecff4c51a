"""The audiences' signs as native shapes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planche.deck.look import Look
from planche.deck.shapes import line, no_line, preset
from planche.deck.xml import Element, el
from planche.geometry.parts import Box, SignMark
from planche.model import Sign
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


def _whole(name: str) -> Callable[[Box], Iterator[Piece]]:
    def pieces(box: Box) -> Iterator[Piece]:
        yield Piece(box, preset(name))

    return pieces


def _half_disc(box: Box) -> Iterator[Piece]:
    half = Box(box.x, box.y + box.height / 4, box.width, box.height / 2)
    width, height = mm_to_emu(half.width), mm_to_emu(half.height)
    arc = el("a:arcTo", wR=width // 2, hR=height, stAng=HALF_TURN, swAng=HALF_TURN)
    start = el("a:moveTo", el("a:pt", x=0, y=height))
    path = el("a:path", start, arc, el("a:close"), w=width, h=height)
    empty = (el(tag) for tag in ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"))
    area = el("a:rect", l="0", t="0", r="r", b="b")
    yield Piece(half, el("a:custGeom", *empty, area, el("a:pathLst", path)))


def _three_discs(box: Box) -> Iterator[Piece]:
    side = box.width * 0.5
    middle = box.x + box.width / 2 - side / 2
    low = box.bottom - side
    for x, y in ((middle, box.y), (box.x, low), (box.right - side, low)):
        yield Piece(Box(x, y, side, side), preset("ellipse"))


PIECES: dict[Sign, Callable[[Box], Iterator[Piece]]] = {
    "square": _whole("rect"),
    "disc": _whole("ellipse"),
    "triangle": _whole("triangle"),
    "diamond": _whole("diamond"),
    "half-disc": _half_disc,
    "three-discs": _three_discs,
}
"""The shapes each sign is made of."""


def paint(look: Look, mark: SignMark) -> tuple[Element, Element]:
    """Fill and line: solid for the current sign, else an outline inside the same box."""
    if mark.solid:
        return look.fill(mark.colour), no_line()
    return el("a:noFill"), line(look, mark.colour, STROKE)


def pieces(mark: SignMark) -> Iterator[Piece]:
    """The sign's shapes; an outline's line stays inside the box."""
    yield from PIECES[mark.sign](mark.box if mark.solid else mark.box.inset(STROKE / 2))
