"""Contrast in every medium: the lowest there is, and the lowest of what is read at length."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planche.geometry.parts import Box, Outline, Page, TextBox
from planche.pages.environment import indent
from planche.texts.html import COLOURS_OF_PAGES
from planche.theme import Theme
from planche.theming.contrast import contrast

LEAST, LEAST_OF_BODY = 4.5, 7.0
"""Least contrast of any text (WCAG 2.2, 1.4.3) and of what is read at length (1.4.6)."""

DISPLAY = frozenset(
    {"kicker", "cover-title", "cover-text", "question", "figure-title", "statement"}
)
"""Roles that are no body text: titles, the line over them, lines of a cover, large statements."""


@dataclass(frozen=True)
class Lowest:
    """A text with the lowest contrast: tokens of its colour and ground, and where it stands."""

    ratio: float
    text: str
    ground: str
    plate: str


@dataclass(frozen=True)
class Figures:
    """A medium, its lowest contrast, and that of its body text."""

    medium: str
    lowest: Lowest
    body: Lowest


def of_pages(medium: str, pages: Iterable[Page], theme: Theme) -> Figures:
    """The figures of laid out pages, from the colour and the ground of every text on them."""
    every = [
        (text.role, _lowest(theme, text.colour, ground, page.plate))
        for page in pages
        for text in page.texts()
        for ground in _grounds(page, text)
    ]
    body = (each for role, each in every if role not in DISPLAY)
    return Figures(medium, _least(each for _, each in every), _least(body))


def _grounds(page: Page, text: TextBox) -> Iterator[str]:
    """What a text lies on: its ground, and the giant number where that reaches under a line."""
    yield text.ground
    if page.number and page.number.contours:
        ink = _ink(page.number)
        if any(ink.meets(line) for line in _lines(text)):
            yield page.number.fill


def _ink(number: Outline) -> Box:
    """The part of a page that the number is drawn in."""
    points = [(point.x, point.y) for each in number.contours for point in (each, *each.segments)]
    clip = number.clip
    x = max(clip.x, min(x for x, _ in points))
    y = max(clip.y, min(y for _, y in points))
    right = min(clip.right, max(x for x, _ in points))
    bottom = min(clip.bottom, max(y for _, y in points))
    return Box(x, y, max(0.0, right - x), max(0.0, bottom - y))


def _lines(text: TextBox) -> Iterator[Box]:
    """The room of each line of a text."""
    for number, line in enumerate(text.lines):
        top = text.box.y + number * text.line_height
        yield Box(text.box.x + indent(text, line), top, line.width, text.line_height)


def of_texts(theme: Theme) -> Iterator[Figures]:
    """The figures of the text pages, in light and in dark."""
    for medium, pairs in COLOURS_OF_PAGES.items():
        found = [
            _lowest(theme, text, ground, "")
            for family in theme.families
            for text, ground in pairs(family)
        ]
        yield Figures(medium, _least(found), _least(found))


def _lowest(theme: Theme, text: str, ground: str, plate: str) -> Lowest:
    ratio = contrast(theme.colours[text].screen, theme.colours[ground].screen)
    return Lowest(ratio, text, ground, plate)


def _least(found: Iterable[Lowest]) -> Lowest:
    return min(found, key=lambda each: each.ratio)
