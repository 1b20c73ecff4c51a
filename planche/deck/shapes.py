"""Shapes as elements: each with its id, its name, and what it says to those who do not see it."""

from collections.abc import Sequence

from planche.deck.look import Look
from planche.deck.xml import Element, el
from planche.geometry.parts import Box
from planche.units import Mm, mm_to_emu

DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""Extension that marks a shape as decoration (MS-ODRAWXML 2.32)."""


def properties_of(
    number: int, name: str, alt: str | None = None, decorative: bool = False
) -> Element:
    """Id, name and alternative text of a shape; decoration has an empty one and says so."""
    made = el("p:cNvPr", id=number, name=name, descr="" if decorative else alt)
    if decorative:
        mark = el("adec:decorative", val=1)
        made.append(el("a:extLst", el("a:ext", mark, uri=DECORATIVE)))
    return made


def frame(box: Box, tag: str = "a:xfrm", *, children: bool = False) -> Element:
    """Place and size in whole EMU; for a group its inner coordinates are the slide's own."""
    x, y = mm_to_emu(box.x), mm_to_emu(box.y)
    width, height = mm_to_emu(box.right) - x, mm_to_emu(box.bottom) - y
    made = el(tag, el("a:off", x=x, y=y), el("a:ext", cx=width, cy=height))
    if children:
        made.append(el("a:chOff", x=x, y=y))
        made.append(el("a:chExt", cx=width, cy=height))
    return made


def preset(name: str) -> Element:
    """One of the shapes every program knows (20.1.10.56)."""
    return el("a:prstGeom", el("a:avLst"), prst=name)


def no_line() -> Element:
    """No outline."""
    return el("a:ln", el("a:noFill"))


def line(look: Look, token: str, width: Mm) -> Element:
    """An outline that keeps its corners."""
    return el("a:ln", look.fill(token), el("a:miter", lim=800_000), w=mm_to_emu(width))


def shape(
    properties: Element,
    box: Box,
    geometry: Element,
    paint: Sequence[Element],
    text: Element | None = None,
    *,
    text_box: bool = False,
) -> Element:
    """A shape of its own; `paint` is fill, then line."""
    return el(
        "p:sp",
        el("p:nvSpPr", properties, el("p:cNvSpPr", txBox=text_box or None), el("p:nvPr")),
        el("p:spPr", frame(box), geometry, *paint),
        text,
    )


def placeholder(
    properties: Element,
    box: Box | None,
    kind: str | None,
    index: int | None,
    text: Element,
    size: str | None = None,
    *,
    prompted: bool = False,
    drawn: Sequence[Element] = (),
) -> Element:
    """A placeholder; without a box it stands where the layout puts it.

    `prompted` where its text is the layout's own invitation to write, `drawn` geometry and
    fill where it has any.
    """
    locks = el("p:cNvSpPr", el("a:spLocks", noGrp=True))
    spot = el("p:ph", type=kind, sz=size, idx=index, hasCustomPrompt=prompted or None)
    return el(
        "p:sp",
        el("p:nvSpPr", properties, locks, el("p:nvPr", spot)),
        el("p:spPr", frame(box) if box else None, *drawn),
        text,
    )


def group(properties: Element, box: Box) -> Element:
    """An empty group; append its shapes, which keep the slide's coordinates."""
    return el(
        "p:grpSp",
        el("p:nvGrpSpPr", properties, el("p:cNvGrpSpPr"), el("p:nvPr")),
        el("p:grpSpPr", frame(box, children=True)),
    )


def picture(properties: Element, box: Box, relation: str) -> Element:
    """A picture, which keeps its proportions."""
    locks = el("p:cNvPicPr", el("a:picLocks", noChangeAspect=True))
    return el(
        "p:pic",
        el("p:nvPicPr", properties, locks, el("p:nvPr")),
        el("p:blipFill", el("a:blip", r_embed=relation), el("a:stretch", el("a:fillRect"))),
        el("p:spPr", frame(box), preset("rect")),
    )


def table_frame(properties: Element, box: Box, table: Element, index: int) -> Element:
    """A frame that holds a table, in a placeholder of its layout."""
    locks = el("p:cNvGraphicFramePr", el("a:graphicFrameLocks", noGrp=True))
    spot = el("p:ph", type="tbl", idx=index)
    data = el("a:graphicData", table, uri="http://schemas.openxmlformats.org/drawingml/2006/table")
    return el(
        "p:graphicFrame",
        el("p:nvGraphicFramePr", properties, locks, el("p:nvPr", spot)),
        frame(box, "p:xfrm"),
        el("a:graphic", data),
    )
