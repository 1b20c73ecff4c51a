"""The layouts on paper: with a panel at the left, with a band, with a title on top."""

from planche.deck.look import Look
from planche.deck.template import slots
from planche.deck.template.layout import Layout, foot, kicker, title, top_title
from planche.deck.template.parts import (
    BODY_INDEX,
    FIGURE_INDEX,
    FIRST_EXAMPLE_INDEX,
    TABLE_INDEX,
    Slot,
)
from planche.deck.template.styles import TextStyle, body_levels, level
from planche.deck.text import Insets
from planche.deck.xml import Element
from planche.geometry.parts import Box


def text(look: Look) -> Layout:
    """Running text beside a panel."""
    levels = _plain_levels(look)
    body = _body(look, slots.column(look.grid), levels)
    name = look.strings.deck.layout_text
    return _panelled(look, "foreword", name, look.theme.house, body)


def question(look: Look, family: str) -> Layout:
    """Points beside a panel in a family's colour."""
    levels = tuple(body_levels(look, f"{family}-deep"))
    name = look.strings.deck.layout_question.format(family=family.capitalize())
    body = _body(look, slots.column(look.grid), levels)
    return _panelled(look, f"question-{family}", name, family, _kicker_in_panel(look), body)


def examples(look: Look) -> Layout:
    """Points beside a panel, and examples on cards under them."""
    house = look.theme.house
    points, cards = slots.points_over_cards(look.grid)
    body = _body(look, points, tuple(body_levels(look, f"{house}-deep")))
    texts = (_example(look, index, card) for index, card in enumerate(cards))
    name = look.strings.deck.layout_examples
    return _panelled(look, "examples", name, house, _kicker_in_panel(look), body, *texts)


def _example(look: Look, index: int, card: Box) -> Slot:
    words, padding = look.strings, look.grid.padding
    down = padding * look.theme.proportions.list.card_down
    style = TextStyle("example", look.grid.steps["example"][0])
    return Slot(
        words.example_name.format(number=index + 1),
        "body",
        FIRST_EXAMPLE_INDEX + index,
        (words.deck.prompt_example,),
        card,
        (level(look, 1, style),),
        "quarter",
        insets=Insets(padding, down, padding, down),
        fill=f"{look.theme.house}-tint",
    )


def contents(look: Look) -> Layout:
    """A band across the top, and room for what the slide lists."""
    grid, share, words = look.grid, look.theme.proportions.slide, look.strings.deck
    style = TextStyle("figure-title", grid.steps["figure-title"][0], "white")
    band = slots.band(grid, share.band, f"{look.theme.house}-deep")
    head = title(look, slots.title_in_band(grid, band.box, share.band_title), style)
    shows = ((words.panel, band),)
    ends = foot(look, grid.margin, "ink")
    return Layout("contents", words.layout_contents, "titleOnly", "paper", (head,), ends, shows)


def points(look: Look) -> Layout:
    """Points as wide as the slide."""
    levels = tuple(body_levels(look, f"{look.theme.house}-deep"))
    body = _body(look, slots.under_title(look.grid), levels)
    return _topped(look, "points", look.strings.deck.layout_points, "tx", body)


def table(look: Look) -> Layout:
    """A table under its title."""
    words = look.strings.deck
    place, prompt = slots.under_title(look.grid), (words.prompt_table,)
    levels = _plain_levels(look)
    body = Slot(words.table, "tbl", TABLE_INDEX, prompt, place, levels)
    return _topped(look, "table", words.layout_table, "tbl", body)


def figure(look: Look) -> Layout:
    """Anything under its title."""
    words = look.strings.deck
    place, prompt = slots.under_title(look.grid), (words.prompt_figure,)
    body = Slot(words.figure, None, FIGURE_INDEX, prompt, place, _plain_levels(look))
    return _topped(look, "figure", words.layout_figure, "obj", body)


def blank(look: Look) -> Layout:
    """Nothing but the foot."""
    name = look.strings.deck.layout_blank
    return Layout("blank", name, "blank", "paper", (), foot(look, look.grid.margin, "ink"))


def _topped(look: Look, key: str, name: str, kind: str, body: Slot) -> Layout:
    line = kicker(look, slots.across(look.grid), f"{look.theme.house}-deep")
    texts = (top_title(look, "ink"), line, body)
    return Layout(key, name, kind, "paper", texts, foot(look, look.grid.margin, "ink"))


def _panelled(look: Look, key: str, name: str, family: str, *texts: Slot) -> Layout:
    grid = look.grid
    style = TextStyle("question", grid.steps["question"][1], "white")
    head = title(look, slots.title_in_panel(grid), style)
    panel = (look.strings.deck.panel, slots.panel(grid, f"{family}-deep"))
    ends = foot(look, slots.beside_panel(grid), "ink")
    return Layout(key, name, "tx", "paper", (head, *texts), ends, (panel,))


def _kicker_in_panel(look: Look) -> Slot:
    return kicker(look, slots.title_in_panel(look.grid).width, "accent")


def _body(look: Look, box: Box, levels: tuple[Element, ...]) -> Slot:
    prompt = (look.strings.prompt_body,) * len(levels[:2])
    return Slot(look.strings.deck.body, "body", BODY_INDEX, prompt, box, levels)


def _plain_levels(look: Look) -> tuple[Element, ...]:
    steps = look.grid.steps["body"]
    return (level(look, 1, TextStyle("body", steps[len(steps) // 2])),)
