"""Contrast of every text with what it lies on, where both colours can be told."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from planche.deck.grounds import Slide
from planche.deck.opened import NAMES, Opened
from planche.deck.xml import Element, qn
from planche.geometry.parts import Page
from planche.theming.contrast import contrast as contrast_of

TEXT, LARGE_TEXT = 4.5, 3.0
"""Least contrast of text and of large text (WCAG 2.2, success criterion 1.4.3)."""

LARGE, LARGE_BOLD = 1_800, 1_400
"""Sizes from which text is large, in hundredths of a point (the same, definition of the term)."""

Found: TypeAlias = Iterator[tuple[str, str]]
"""Part and what was found in it."""


def contrast(package: Opened, pages: Sequence[Page]) -> Found:
    """Every text stands out from its own box, or from what lies under it."""
    for name in package.slides:
        slide = Slide(package, name)
        for text in slide.texts() if slide.whole else ():
            for run in text.body.iter(qn("a:r"), qn("a:fld")):
                properties = run.find("a:rPr", NAMES)
                if text.ground is None or properties is None:
                    continue
                colour = slide.colour(properties.find("a:solidFill", NAMES))
                if colour is None:
                    continue
                found = contrast_of(f"#{colour}", f"#{text.ground}")
                if found < _least(properties):
                    words = "".join(run.itertext(qn("a:t")))
                    yield name, f"{words!r} is {colour} on {text.ground}: {found:.2f} to 1"


def _least(properties: Element) -> float:
    size = int(properties.get("sz") or 0)
    bold = properties.get("b") == "1"
    return LARGE_TEXT if size >= (LARGE_BOLD if bold else LARGE) else TEXT
