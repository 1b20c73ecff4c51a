"""Contrast in every medium: the lowest there is, and the lowest of what is read at length."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planche.geometry.parts import Page
from planche.texts.html import COLOURS_OF_PAGES
from planche.theme import Theme
from planche.theming.contrast import contrast

LEAST, LEAST_OF_BODY = 4.5, 7.0
"""Least contrast of any text (WCAG 2.2, 1.4.3) and of what is read at length (1.4.6)."""

DISPLAY = frozenset({"kicker", "cover-text", "statement"})
"""Roles that are no body text: a line over a title, lines of a cover, a statement in large."""


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
        (text.role, _lowest(theme, text.colour, text.ground, page.plate))
        for page in pages
        for text in page.texts()
    ]
    body = (each for role, each in every if role not in DISPLAY)
    return Figures(medium, _least(each for _, each in every), _least(body))


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
