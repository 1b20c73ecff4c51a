"""The master of handouts: what stands round the slides on a printed page."""

from planche.deck.look import Look
from planche.deck.template.master import NOTES_HEIGHT, NOTES_WIDTH, colour_map
from planche.deck.template.parts import Slot, ground, slot, tree
from planche.deck.template.styles import TextStyle, level
from planche.deck.xml import Element, el
from planche.geometry.parts import Box
from planche.units import Mm

SIDE: Mm = 19.05
"""Margin at the sides, as on pages of notes."""

EDGE: Mm = 12
"""Distance of header and foot from the edge of the page."""

WIDTH: Mm = 70
HEIGHT: Mm = 6

DATE_INDEX, FOOT_INDEX, NUMBER_INDEX = 1, 2, 3
"""`idx` of the placeholders, as PowerPoint numbers them; the header has 0."""


def handout_master(look: Look) -> Element:
    """Header and date on top, footer and page number below; only the number is on."""
    words = look.strings.deck
    right, low = NOTES_WIDTH - SIDE - WIDTH, NOTES_HEIGHT - EDGE - HEIGHT
    spots = (
        _spot(look, words.header, "hdr", None, Box(SIDE, EDGE, WIDTH, HEIGHT)),
        _spot(look, words.date, "dt", DATE_INDEX, Box(right, EDGE, WIDTH, HEIGHT)),
        _spot(look, words.foot, "ftr", FOOT_INDEX, Box(SIDE, low, WIDTH, HEIGHT)),
        _spot(look, words.number, "sldNum", NUMBER_INDEX, Box(right, low, WIDTH, HEIGHT)),
    )
    drawn = (slot(look, number, each) for number, each in enumerate(spots, start=2))
    return el(
        "p:handoutMaster",
        el("p:cSld", ground(look, "paper"), tree(*drawn)),
        colour_map(),
        el("p:hf", hdr=False, ftr=False, dt=False),
    )


def _spot(look: Look, name: str, kind: str, index: int | None, box: Box) -> Slot:
    """A placeholder without words: what stands in one of this master is printed."""
    align = "r" if box.x > NOTES_WIDTH / 2 else "l"
    style = TextStyle("foot", look.grid.steps["foot"][-1], align=align)
    return Slot(name, kind, index, ("",), box, (level(look, 1, style),), "quarter")
