"""Handouts as PDF: a deck's slides in small, their words beside them."""

from collections.abc import Sequence

from planche.decks import DeckPlan
from planche.geometry.parts import Page
from planche.model import PlateSet
from planche.pages.document import Sheet, lay_out
from planche.pages.engine import Engine, collecting_later
from planche.pages.files import Writing, font_names, write
from planche.pages.look import Look
from planche.pages.pictures import pictures
from planche.units import MM_PER_INCH, Mm

PRINT_PPI = 220
"""Resolution of the slides: over the 150 that GWG 2022 asks of pictures at the least, and small
enough to be sent by mail."""


def small_slides(slides: bytes, width: Mm) -> dict[str, bytes]:
    """The slides of a deck's PDF as pictures of a printed width, by their name in a handout."""
    drawn = pictures(slides, round(width / MM_PER_INCH * PRINT_PPI))
    return {f"slide-{number}": data for number, data in enumerate(drawn, start=1)}


def handout_pdf(
    plan: DeckPlan,
    pages: Sequence[Page],
    small: dict[str, bytes],
    plate_set: PlateSet,
    look: Look,
    engine: Engine,
) -> bytes:
    """A deck's handout as PDF/UA-1, with the pictures that its pages name.

    Raises RenderError where WeasyPrint warns of anything or makes more pages than planned.
    """
    with collecting_later():
        sheets = [Sheet(page, frozenset()) for page in pages]
        document = lay_out(sheets, plate_set.set, look, engine, small)
        writing = Writing(plan.title, plate_set, font_names(look), {})
        return write(document, document.pages, writing, engine)
