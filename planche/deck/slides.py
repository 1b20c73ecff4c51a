"""A slide from a page: what lies behind, title, kicker, body, foot, in the order it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planche.deck.canvas import Canvas
from planche.deck.look import Look
from planche.deck.plates import PLATES
from planche.deck.shapes import placeholder
from planche.deck.template.layout import Layout
from planche.deck.template.parts import (
    FOOT_INDEX,
    KICKER_INDEX,
    NUMBER_INDEX,
    ground,
    number_paragraph,
)
from planche.deck.text import NO_KERNING, Insets, body_properties, hundredths, simple
from planche.deck.timing import add_timing
from planche.deck.xml import el
from planche.geometry.bodies import CoverBody
from planche.geometry.parts import Area, Kicker, Page, union


@dataclass(frozen=True)
class Way:
    """A slide's number, and where its links lead: the parts of slides by plate.

    `contents` is the plate that its foot leads back to; `alternative` says what its figure
    shows; `one_by_one` makes its points appear at a click each.
    """

    number: int
    targets: Mapping[str, Any]
    contents: str | None
    alternative: str = ""
    one_by_one: bool = False


def draw_slide(look: Look, part: Any, page: Page, layout: Layout, way: Way) -> None:
    """Draws a page on a new slide."""
    canvas = Canvas(look, part, way.targets, way.alternative)
    _ground(canvas, part, page, layout)
    canvas.placeholder(layout.title_kind, None, [simple(page.title)], look.strings.deck.title)
    if page.kicker:
        _kicker(canvas, page.kicker, layout)
    PLATES[page.kind](canvas, page)
    _foot(canvas, page, layout, way)
    if way.one_by_one:
        add_timing(part._element, canvas.clicks)


def _kicker(canvas: Canvas, kicker: Kicker, layout: Layout) -> None:
    words = canvas.look.strings.deck
    if kicker.mark:
        canvas.sign(kicker.mark, words.sign)
    text = [simple(kicker.text)]
    if layout.offers(KICKER_INDEX):
        canvas.placeholder("body", KICKER_INDEX, text, words.kicker, size="quarter")
    else:
        canvas.texts(text, words.kicker)


def _ground(canvas: Canvas, part: Any, page: Page, layout: Layout) -> None:
    """What lies behind the text and is not on the layout already."""
    words = canvas.look.strings.deck
    if layout.draft:
        part._element.set("showMasterSp", "0")
    if page.ground != layout.ground:
        part._element.cSld.insert(0, ground(canvas.look, page.ground))
    if page.field and not (_covers(page.field, page) or layout.shows_area(page.field)):
        canvas.area(page.field, words.panel)
    if page.number:
        canvas.outline(page.number, words.outline)
    if isinstance(page.body, CoverBody):
        for area in page.body.artwork:
            canvas.area(area, words.panel)


def _covers(field: Area, page: Page) -> bool:
    """Whether a field is the whole page in the colour of its ground: then it is the ground."""
    whole = field.box.width >= page.width and field.box.height >= page.height
    return whole and field.fill == page.ground


def _foot(canvas: Canvas, page: Page, layout: Layout, way: Way) -> None:
    words = canvas.look.strings.deck
    foot = page.foot
    if not layout.shows_area(foot.rule):
        canvas.area(foot.rule, words.rule)
    if foot.logo and not layout.shows_logo(foot.logo):
        if foot.plaque:
            canvas.area(foot.plaque, words.panel)
        canvas.logo(foot.logo, words.logo)
    if foot.marks:
        box = union(mark.box for mark in foot.marks)
        with canvas.group(box, words.signs, decorative=True):
            for mark in foot.marks:
                canvas.sign(mark, words.sign)
    for text in foot.texts[:1]:
        canvas.placeholder(
            "ftr", FOOT_INDEX, [simple(text)], words.foot, size="quarter", target=_back(page, way)
        )
    for text in foot.texts[1:]:
        canvas.texts([simple(text)], words.foot)
    _number(canvas, page, way.number)


def _back(page: Page, way: Way) -> str | None:
    """Where the foot leads: to the contents, but not from themselves."""
    return f"#{way.contents}" if way.contents and way.contents != page.plate else None


def _number(canvas: Canvas, page: Page, number: int) -> None:
    """The slide's number, where the layout puts it, in the colour of the foot."""
    look = canvas.look
    face = look.face_of("foot-strong")
    size = look.grid.steps["foot"][-1]
    run = el(
        "a:rPr",
        look.fill(page.foot.rule.fill),
        look.latin(face),
        lang=look.language,
        sz=hundredths(size),
        b=face.bold,
        i=face.italic,
        kern=NO_KERNING,
    )
    paragraph = number_paragraph(look, str(number), run)
    body = el("p:txBody", body_properties(Insets()), el("a:lstStyle"), paragraph)
    name = canvas.named(look.strings.deck.number)
    canvas.element(placeholder(name, None, "sldNum", NUMBER_INDEX, body, "quarter"))
