"""The layouts: one for each shape of slide, and one for questions in every family's colour.

A layout shows what the slides of its kind have in common (ground, panel, hairline), so a
slide added by hand looks like the others, and the built ones need not draw it again.
"""

from dataclasses import dataclass
from itertools import count

from planche.deck.look import Look
from planche.deck.template import slots
from planche.deck.template.master import foot_pair
from planche.deck.template.parts import BODY_INDEX, Slot, decoration, ground, slot, tree
from planche.deck.template.styles import TextStyle, body_levels, level
from planche.deck.xml import Element, el
from planche.geometry.parts import Area, Box


@dataclass(frozen=True)
class Layout:
    """A layout: its name, what it shows, and where its texts stand.

    `key` is what slides choose it by, `type` its kind in the format (19.7.15).
    """

    key: str
    name: str
    type: str
    ground: str
    title: Slot
    body: Slot | None
    foot: tuple[Slot, Slot]
    shows: tuple[tuple[str, Area], ...]

    def shows_area(self, area: Area) -> bool:
        """Whether a slide that wants this area finds it already there."""
        return any(_same(area, shown) for _, shown in self.shows)


def _same(one: Area, other: Area) -> bool:
    return one.fill == other.fill and one.box.holds(other.box) and other.box.holds(one.box)


def layouts(look: Look) -> tuple[Layout, ...]:
    """Every layout, in the order the program lists them."""
    words = look.strings.deck
    house = look.theme.house
    questions = (
        _panelled(look, f"question-{family}", words.layout_question.format(family=name), family)
        for family, name in ((family, family.capitalize()) for family in look.theme.families)
    )
    return (
        _cover(look),
        _panelled(look, "foreword", words.layout_text, house, bullets=False),
        _banded(look, "contents", words.layout_contents, house),
        *questions,
        _figure(look, "figure", words.layout_figure, "paper"),
        _figure(look, "statements", words.layout_statements, f"{house}-deep"),
    )


def key_for(kind: str, family: str) -> str:
    """The layout for a kind of plate in a family."""
    if kind == "question":
        return f"question-{family}"
    return kind if kind in ("cover", "foreword", "contents", "statements") else "figure"


def _cover(look: Look) -> Layout:
    grid = look.grid
    deep = f"{look.theme.house}-deep"
    title = TextStyle("cover-title", grid.steps["cover-title"][0], "white")
    text = TextStyle("cover-text", grid.steps["cover-text"][0], "accent")
    under = TextStyle("cover-text", grid.steps["cover-text"][0], "white")
    body = Slot(
        look.strings.deck.subtitle,
        "subTitle",
        BODY_INDEX,
        (look.strings.prompt_body,),
        slots.cover_text(grid),
        (level(look, 1, text), level(look, 2, under)),
    )
    return Layout(
        "cover",
        look.strings.deck.layout_cover,
        "title",
        deep,
        _title(look, slots.cover_title(grid), title, "ctrTitle"),
        body,
        *_foot(look, grid.margin, "white"),
    )


def _banded(look: Look, key: str, name: str, family: str) -> Layout:
    grid, share = look.grid, look.theme.proportions.slide
    style = TextStyle("figure-title", grid.steps["figure-title"][0], "white")
    band = slots.band(grid, share.band, f"{family}-deep")
    foot, shown = _foot(look, grid.margin, "ink")
    title = _title(look, slots.title_in_band(grid, band.box, share.band_title), style)
    shows = ((look.strings.deck.panel, band), *shown)
    return Layout(key, name, "titleOnly", "paper", title, None, foot, shows)


def _panelled(look: Look, key: str, name: str, family: str, *, bullets: bool = True) -> Layout:
    grid = look.grid
    deep = f"{family}-deep"
    style = TextStyle("question", grid.steps["question"][1], "white")
    foot, shown = _foot(look, slots.beside_panel(grid), "ink")
    levels = tuple(body_levels(look, deep)) if bullets else _plain_levels(look)
    body = Slot(
        look.strings.deck.body,
        "body",
        BODY_INDEX,
        (look.strings.prompt_body,) * len(levels[:2]),
        slots.column(grid),
        levels,
    )
    panel = (look.strings.deck.panel, slots.panel(grid, deep))
    return Layout(
        key,
        name,
        "tx",
        "paper",
        _title(look, slots.title_in_panel(grid), style),
        body,
        foot,
        (panel, *shown),
    )


def _plain_levels(look: Look) -> tuple[Element, ...]:
    steps = look.grid.steps["body"]
    return (level(look, 1, TextStyle("body", steps[len(steps) // 2])),)


def _figure(look: Look, key: str, name: str, on: str) -> Layout:
    grid = look.grid
    colour = "ink" if on == "paper" else "white"
    style = TextStyle("figure-title", grid.steps["figure-title"][0], colour)
    return Layout(
        key,
        name,
        "titleOnly",
        on,
        _title(look, slots.title_on_top(grid), style),
        None,
        *_foot(look, grid.margin, colour),
    )


def _title(look: Look, box: Box, style: TextStyle, kind: str = "title") -> Slot:
    prompt = (look.strings.prompt_title,)
    return Slot(look.strings.deck.title, kind, None, prompt, box, (level(look, 1, style),))


def _foot(
    look: Look, left: float, colour: str
) -> tuple[tuple[Slot, Slot], tuple[tuple[str, Area], ...]]:
    places = slots.foot_slots(look.grid, look.theme.proportions, left)
    rule = (look.strings.deck.rule, Area(places.rule, colour))
    return foot_pair(look, places, colour), (rule,)


def layout_part(look: Look, layout: Layout) -> Element:
    """The part of a layout."""
    numbers = count(2)
    shown = [decoration(look, next(numbers), name, area) for name, area in layout.shows]
    texts = [layout.title, *([layout.body] if layout.body else []), *layout.foot]
    drawn = [slot(look, next(numbers), each) for each in texts]
    return el(
        "p:sldLayout",
        el("p:cSld", ground(look, layout.ground), tree(*shown, *drawn), name=layout.name),
        el("p:clrMapOvr", el("a:masterClrMapping")),
        type=layout.type,
        preserve=True,
    )
