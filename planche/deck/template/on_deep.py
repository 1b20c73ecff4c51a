"""The layouts on the house's deep colour: cover, section, statements, closing."""

from dataclasses import replace

from planche.deck.look import Look
from planche.deck.template import slots
from planche.deck.template.layout import COVER_TITLE, Layout, foot, kicker, title, top_title
from planche.deck.template.parts import BODY_INDEX, FIRST_STATEMENT_INDEX, Slot
from planche.deck.template.styles import TextStyle, level
from planche.geometry.parts import Box


def cover(look: Look) -> Layout:
    """The front: title and subtitle, the subtitle's second level in white."""
    grid, words = look.grid, look.strings.deck
    style = TextStyle("cover-title", grid.steps["cover-title"][0], "white")
    under = _cover_text(look, "accent"), _cover_text(look, "white")
    levels = tuple(level(look, number, each) for number, each in enumerate(under, start=1))
    prompt = (words.prompt_subtitle,)
    place = slots.cover_text(grid)
    text = Slot(words.subtitle, "subTitle", BODY_INDEX, prompt, place, levels)
    head = title(look, slots.cover_title(grid), style, COVER_TITLE)
    return _deep(look, "cover", words.layout_cover, "title", head, text)


def section(look: Look) -> Layout:
    """The start of a part: a title that stands on the middle of the slide, a line under it."""
    grid, words = look.grid, look.strings.deck
    sizes = grid.steps["cover-title"]
    style = TextStyle("cover-title", sizes[len(sizes) // 2], "white")
    levels = (level(look, 1, _cover_text(look, "accent")),)
    prompt = (words.prompt_subtitle,)
    text = Slot(words.subtitle, "body", BODY_INDEX, prompt, slots.section_text(grid), levels)
    head = title(look, slots.section_title(grid), style, anchor="b")
    return _deep(look, "section", words.layout_section, "secHead", head, text)


def closing(look: Look) -> Layout:
    """The last slide: a title as on the cover, and whom to turn to at its foot."""
    grid, words = look.grid, look.strings.deck
    sizes = grid.steps["cover-title"]
    style = TextStyle("cover-title", sizes[0], "white")
    levels = (level(look, 1, _cover_text(look, "white")),)
    prompt = (words.prompt_contact,)
    place = slots.closing_text(grid)
    text = Slot(words.contact, "body", BODY_INDEX, prompt, place, levels, anchor="b")
    head = title(look, slots.cover_title(grid), style)
    return _deep(look, "closing", words.layout_closing, "tx", head, text)


def statements(look: Look) -> Layout:
    """A title over discs with a text each, the middle one in the accent over the others."""
    grid, words, shape = look.grid, look.strings, look.theme.proportions
    discs = slots.discs(grid, shape, look.theme.house)
    middle = discs[len(discs) // 2]
    texts = (
        _statement(look, index, slots.in_disc(disc, middle, shape), disc.fill)
        for index, disc in enumerate(discs)
    )
    head, line = top_title(look, "white"), kicker(look, slots.across(grid), "accent")
    name = words.deck.layout_statements
    made = _deep(look, "statements", name, "cust", head, line, *texts)
    ordered = sorted(discs, key=lambda disc: disc is middle)
    return replace(made, shows=tuple((words.deck.panel, disc) for disc in ordered), draft=True)


def _statement(look: Look, index: int, place: Box, on: str) -> Slot:
    words, sizes = look.strings, look.grid.steps["statement"]
    colour = "ink" if on == "accent" else "white"
    style = TextStyle("statement", sizes[len(sizes) // 2], colour, "ctr")
    return Slot(
        words.statement_name.format(number=index + 1),
        "body",
        FIRST_STATEMENT_INDEX + index,
        (words.deck.prompt_statement,),
        place,
        (level(look, 1, style),),
        "quarter",
        "ctr",
    )


def _cover_text(look: Look, colour: str) -> TextStyle:
    return TextStyle("cover-text", look.grid.steps["cover-text"][0], colour)


def _deep(look: Look, key: str, name: str, kind: str, *texts: Slot) -> Layout:
    ground = f"{look.theme.house}-deep"
    return Layout(key, name, kind, ground, texts, foot(look, look.grid.margin, "white"))
