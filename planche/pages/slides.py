"""A deck as PDF: the slides that the PowerPoint file is drawn from, tagged and linked."""

from planche.decks import DeckPlan
from planche.geometry.parts import Page
from planche.geometry.way import with_way
from planche.model import PlateSet
from planche.pages.document import Sheet, lay_out
from planche.pages.engine import Engine, collecting_later
from planche.pages.files import Writing, font_names, link_words, write
from planche.pages.look import Look


def slide_pages(plan: DeckPlan, look: Look) -> tuple[Page, ...]:
    """The pages of a deck's PDF: its slides with their numbers, each leading to the contents."""
    slide = look.theme.slide_in(plan.aspect)
    return tuple(
        with_way(page, number, plan.contents, look.theme, slide, look.faces)
        for number, page in enumerate(plan.pages, start=1)
    )


def deck_pdf(plan: DeckPlan, plate_set: PlateSet, look: Look, engine: Engine) -> bytes:
    """A deck as PDF/UA-1, a page a slide; links to plates that are not in it are text.

    Raises RenderError where WeasyPrint warns of anything or makes more pages than planned.
    """
    pages = slide_pages(plan, look)
    reach = frozenset(plan.plates)
    with collecting_later():
        sheets = [Sheet(page, reach, kerned=False) for page in pages]
        document = lay_out(sheets, plate_set.set, look, engine)
        words = link_words(pages, plate_set.set.address)
        writing = Writing(plan.title, plate_set, font_names(look), words)
        return write(document, document.pages, writing, engine)
