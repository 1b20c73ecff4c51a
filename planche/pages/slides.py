"""A deck as PDF: the slides that the PowerPoint file is drawn from, tagged and linked."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from planche.decks import DeckPlan
from planche.geometry.parts import Page, TextBox
from planche.geometry.way import with_way
from planche.model import PlateSet
from planche.pages.document import Sheet, lay_out
from planche.pages.engine import Engine, collecting_later
from planche.pages.files import Writing, font_names, write
from planche.pages.files import headings as of_set
from planche.pages.kerning import Kerning
from planche.pages.look import Look
from planche.theme import SlideFormat

TEMPLATE = "slide.html"


@dataclass(frozen=True)
class Slide(Page):
    """A slide as a page: its title is read first, as in the PowerPoint."""

    def texts(self) -> Iterator[TextBox]:
        """All texts in reading order."""
        yield self.title
        if self.kicker:
            yield self.kicker.text
        yield from self.body.texts()
        yield from self.foot.texts


def slide_pages(plan: DeckPlan, plate_set: PlateSet, look: Look) -> tuple[Slide, ...]:
    """The pages of a deck's PDF as they are drawn, which is what it is proved against.

    They are its slides with their numbers, each leading back to the contents.
    """
    grid = look.theme.slide_in(plan.aspect)
    kerning = Kerning(look.faces, plate_set.set.language)
    return tuple(
        slide_page(page, number, plan.contents, look, grid, kerning)
        for number, page in enumerate(plan.pages, start=1)
    )


def slide_page(
    page: Page, number: int, contents: str | None, look: Look, grid: SlideFormat, kerning: Kerning
) -> Slide:
    """A slide with its number, leading back to the plate `contents`, as it is drawn."""
    counted = with_way(page, number, contents, look.theme, grid, look.faces)
    return kerning.kerned(
        Slide(**{each.name: getattr(counted, each.name) for each in fields(Page)})
    )


def deck_pdf(plan: DeckPlan, plate_set: PlateSet, look: Look, engine: Engine) -> bytes:
    """A deck as PDF/UA-1, a page a slide; links to plates that are not in it are text.

    Raises RenderError where WeasyPrint warns of anything or makes more pages than planned.
    """
    reach = frozenset(plan.plates)
    names = headings(plan, plate_set)
    info = plate_set.set.model_copy(update={"title": plan.title, "address": None})
    sheets = [
        Sheet(slide, reach, TEMPLATE, names[slide.plate])
        for slide in slide_pages(plan, plate_set, look)
    ]
    writing = Writing(plan.title, plate_set, font_names(look), names)
    with collecting_later():
        document = lay_out(sheets, info, look, engine)
        return write(document, document.pages, writing, engine)


def headings(plan: DeckPlan, plate_set: PlateSet) -> dict[str, str]:
    """What each plate of a deck is called, by id, however many slides it takes."""
    names = of_set(plate_set)
    return {each: names[each] for each in plan.plates}
