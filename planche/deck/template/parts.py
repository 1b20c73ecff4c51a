"""Pieces that master, layouts and notes are put together from."""

from dataclasses import dataclass

from planche.deck import shapes
from planche.deck.look import Look
from planche.deck.text import Insets, body_properties
from planche.deck.xml import Element, el
from planche.geometry.parts import Area, Box, Disc

NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""Id of the slide number's field: any GUID, the same everywhere (ECMA-376-1, 21.1.2.2.4)."""

NUMBER_SIGN = "‹#›"
"""What stands for the number where there is no slide yet."""

FOOT_INDEX, NUMBER_INDEX, BODY_INDEX = 11, 12, 1
"""`idx` of the placeholders: how a slide's is matched with its layout's."""

KICKER_INDEX, TABLE_INDEX, FIGURE_INDEX = 13, 14, 15
FIRST_STATEMENT_INDEX, FIRST_EXAMPLE_INDEX = 16, 21


NONE = Insets()
"""Text that goes to the edges of its place."""


@dataclass(frozen=True)
class Slot:
    """A placeholder of master or layout; `levels` are its own text properties.

    `fill` is what is drawn behind its text, `insets` the text's distance from its edges.
    """

    name: str
    kind: str | None
    index: int | None
    prompt: tuple[str, ...]
    box: Box | None = None
    levels: tuple[Element, ...] = ()
    size: str | None = None
    anchor: str = "t"
    insets: Insets = NONE
    fill: str | None = None


def tree(*children: Element) -> Element:
    """The tree of shapes of a slide, layout or master."""
    zero = {"x": 0, "y": 0}
    flat = {"cx": 0, "cy": 0}
    frame = el(
        "a:xfrm",
        el("a:off", **zero),
        el("a:ext", **flat),
        el("a:chOff", **zero),
        el("a:chExt", **flat),
    )
    head = el("p:nvGrpSpPr", el("p:cNvPr", id=1, name=""), el("p:cNvGrpSpPr"), el("p:nvPr"))
    return el("p:spTree", head, el("p:grpSpPr", frame), *children)


def ground(look: Look, token: str) -> Element:
    """A background of one colour."""
    return el("p:bg", el("p:bgPr", look.fill(token), el("a:effectLst")))


def slot(look: Look, number: int, each: Slot, *, prompted: bool = False) -> Element:
    """A placeholder with the words that stand in it until somebody writes.

    `prompted` where they are the layout's own; else the program shows its own words.
    """
    body = el(
        "p:txBody",
        body_properties(each.insets, each.anchor),
        el("a:lstStyle", *each.levels),
        *_prompts(look, each),
    )
    properties = shapes.properties_of(number, each.name)
    drawn = (shapes.preset("rect"), look.fill(each.fill)) if each.fill else ()
    return shapes.placeholder(
        properties,
        each.box,
        each.kind,
        each.index,
        body,
        each.size,
        prompted=prompted,
        drawn=drawn,
    )


def _prompts(look: Look, each: Slot) -> list[Element]:
    if each.kind == "sldNum":
        return [number_paragraph(look, NUMBER_SIGN)]
    paragraphs = []
    for depth, words in enumerate(each.prompt):
        run = el("a:r", el("a:rPr", lang=look.language), el("a:t", words))
        properties = el("a:pPr", lvl=depth) if depth else None
        paragraphs.append(el("a:p", properties, run))
    return paragraphs


def number_paragraph(look: Look, shown: str, run: Element | None = None) -> Element:
    """A paragraph with the field of the slide's number."""
    properties = run if run is not None else el("a:rPr", lang=look.language)
    field = el("a:fld", properties, el("a:t", shown), id=NUMBER_FIELD, type="slidenum")
    return el("a:p", field)


def decoration(look: Look, number: int, name: str, drawn: Area | Disc) -> Element:
    """A rectangle or a disc that says nothing."""
    properties = shapes.properties_of(number, name, decorative=True)
    painted = (look.fill(drawn.fill), shapes.no_line())
    geometry = shapes.preset("ellipse" if isinstance(drawn, Disc) else "rect")
    return shapes.shape(properties, drawn.box, geometry, painted)
