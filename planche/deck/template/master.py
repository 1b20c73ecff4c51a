"""The slide master and the notes master."""

from planche.deck import shapes
from planche.deck.look import Look
from planche.deck.template import slots
from planche.deck.template.guides import guides
from planche.deck.template.parts import (
    BODY_INDEX,
    FOOT_INDEX,
    NUMBER_INDEX,
    Slot,
    ground,
    slot,
    tree,
)
from planche.deck.template.styles import TextStyle, body_style, level, other_style, title_style
from planche.deck.xml import Element, el
from planche.geometry.parts import Box
from planche.units import Pt

FIRST_LAYOUT_ID = 2_147_483_649
"""Ids of master and layouts start at 2^31 and are unique together (ECMA-376-1, 19.7.15)."""

NOTES_SIZE: Pt = 12
COLOURS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")


def master(look: Look, layouts: int) -> Element:
    """The one master; its layouts are related as rId1 and on, in order."""
    grid = look.grid
    words = look.strings.deck
    ids = (
        el("p:sldLayoutId", id=FIRST_LAYOUT_ID + index, r_id=f"rId{index + 1}")
        for index in range(layouts)
    )
    slide_slots = (
        Slot(words.title, "title", None, (look.strings.prompt_title,), slots.title_on_top(grid)),
        Slot(
            words.body, "body", BODY_INDEX, (look.strings.prompt_body,) * 2, slots.under_title(grid)
        ),
        *foot_pair(look, slots.foot_slots(grid, look.theme.proportions, grid.margin), "ink"),
    )
    drawn = (slot(look, number, each) for number, each in enumerate(slide_slots, start=2))
    bullet = f"{look.theme.house}-deep"
    styles = (title_style(look), body_style(look, bullet), other_style(look, "p:otherStyle"))
    return el(
        "p:sldMaster",
        el("p:cSld", ground(look, "paper"), tree(*drawn)),
        colour_map(),
        el("p:sldLayoutIdLst", *ids),
        el("p:hf", hdr=False, dt=False),
        el("p:txStyles", *styles),
        guides(look),
    )


def foot_pair(look: Look, places: slots.FootSlots, colour: str) -> tuple[Slot, Slot]:
    """Footer and slide number; the footer holds words, or LibreOffice forgets its style."""
    words = look.strings.deck
    size = look.grid.steps["foot"][-1]
    left = TextStyle("foot", size, colour)
    right = TextStyle("foot-strong", size, colour, "r")
    return (
        Slot(
            words.foot,
            "ftr",
            FOOT_INDEX,
            (look.strings.prompt_foot,),
            places.foot,
            (level(look, 1, left),),
            "quarter",
        ),
        Slot(
            words.number,
            "sldNum",
            NUMBER_INDEX,
            (),
            places.number,
            (level(look, 1, right),),
            "quarter",
        ),
    )


def colour_map() -> Element:
    """Dark text on light ground."""
    plain = {name: name for name in COLOURS}
    return el("p:clrMap", bg1="lt1", tx1="dk1", bg2="lt2", tx2="dk2", **plain)


def notes_master(look: Look) -> Element:
    """The page of notes: the slide's picture, the notes, the page's number (A4 proportions)."""
    words = look.strings.deck
    number_style = TextStyle("foot", look.grid.steps["foot"][-1], align="r")
    text = Slot(words.notes, "body", NOTES_BODY_INDEX, (words.notes,), NOTES_TEXT, (), "quarter")
    number = Slot(
        words.number,
        "sldNum",
        NOTES_NUMBER_INDEX,
        (),
        NOTES_NUMBER,
        (level(look, 1, number_style),),
        "quarter",
    )
    drawn = (picture(words.picture, 2, PICTURE), slot(look, 3, text), slot(look, 4, number))
    return el(
        "p:notesMaster",
        el("p:cSld", ground(look, "paper"), tree(*drawn)),
        colour_map(),
        other_style(look, "p:notesStyle", NOTES_SIZE),
    )


NOTES_BODY_INDEX, NOTES_NUMBER_INDEX = 1, 10
"""`idx` of the placeholders of a page of notes."""

NOTES_WIDTH, NOTES_HEIGHT = 190.5, 254.0
"""Size of a page of notes in mm: 7.5 by 10 inches, PowerPoint's own."""

PICTURE = Box(19.05, 15.0, 152.4, 85.725)
NOTES_TEXT = Box(19.05, 108.0, 152.4, 128.0)
NOTES_NUMBER = Box(95.25, 240.0, 76.2, 6.0)


def picture(name: str, number: int, box: Box | None) -> Element:
    """The picture of the slide over its notes."""
    locks = el("a:spLocks", noGrp=True, noRot=True, noChangeAspect=True)
    spot = el("p:nvPr", el("p:ph", type="sldImg"))
    properties = shapes.properties_of(number, name)
    frame = (shapes.frame(box), shapes.preset("rect")) if box else ()
    return el(
        "p:sp",
        el("p:nvSpPr", properties, el("p:cNvSpPr", locks), spot),
        el("p:spPr", *frame),
    )
