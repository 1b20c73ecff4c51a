"""A run's plates drawn in inks: the posters' own pages and templates, with a bleed."""

from collections.abc import Sequence
from dataclasses import replace

from planche.geometry.bled import bled
from planche.geometry.parts import Page
from planche.model import SetInfo
from planche.pages.document import Sheet, lay_out
from planche.pages.engine import IN_INKS, Engine, collecting_later
from planche.pages.files import font_names
from planche.pages.finishing.finish import finish_fonts
from planche.pages.look import Look
from planche.units import Mm

BEYOND: Mm = 2.0
"""How far artwork is drawn beyond the bleed, where it is cropped: it ends in no visible edge."""


def drawn_bleed(bleed: Mm, scale: float) -> Mm:
    """The bleed that a layout is drawn with, if it is printed at a scale."""
    return (bleed + BEYOND) / scale


def draft(pages: Sequence[Page], bleed: Mm, info: SetInfo, look: Look, engine: Engine) -> bytes:
    """The pages as PDF in DeviceCMYK, each with a bleed and without boxes, marks or links.

    `look` must be of the press edition. Raises RenderError where WeasyPrint warns of anything.
    """
    unlinked = info.model_copy(update={"address": None})
    sheets = [Sheet(bled(page, bleed), frozenset()) for page in pages]
    drawing = replace(engine, options=IN_INKS)
    with collecting_later():
        document = lay_out(sheets, unlinked, look, drawing)
        return finish_fonts(drawing.write(document), font_names(look))
