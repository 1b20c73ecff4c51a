"""The slide's grid as guides, so that what is added by hand finds its place."""

from itertools import count

from planche.deck.look import Look
from planche.deck.template import slots
from planche.deck.xml import Element, el
from planche.units import Mm, mm_to_pt

GUIDES = "{27BBF7A9-308A-43DC-89C8-2F10F3537804}"
"""Extension of a master that lists its guides (MS-PPTX 2.2.6)."""

PER_POINT = 8
"""Guides stand at whole eighths of a point (MS-PPTX 2.5.2)."""


def guides(look: Look) -> Element:
    """The master's extension with a guide for each line of the grid."""
    numbers = count(1)
    down = (_guide(look, next(numbers), at, None) for at in slots.lines_down(look.grid))
    across = (_guide(look, next(numbers), at, "horz") for at in slots.lines_across(look.grid))
    listed = el("p15:sldGuideLst", *down, *across)
    return el("p:extLst", el("p:ext", listed, uri=GUIDES))


def _guide(look: Look, number: int, at: Mm, direction: str | None) -> Element:
    colour = el("p15:clr", look.colour("accent"))
    position = round(mm_to_pt(at) * PER_POINT)
    return el("p15:guide", colour, id=number, orient=direction, pos=position, userDrawn=True)
