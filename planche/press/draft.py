"""Plates drawn once for every run that prints them: the posters' pages and templates, bled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from planche.geometry.bled import bled
from planche.geometry.parts import Page
from planche.model import SetInfo
from planche.pages.document import Sheet, lay_out
from planche.pages.engine import IN_INKS, Engine, collecting_later
from planche.pages.files import font_names
from planche.pages.finishing.finish import finish_fonts
from planche.pages.look import Look
from planche.press.plan import RunPlan
from planche.units import Mm

BEYOND: Mm = 2.0
"""How far artwork is drawn beyond the bleed, where it is cropped: it ends in no visible edge."""


@dataclass(frozen=True)
class Draft:
    """The pages of a layout laid out in DeviceCMYK, each with a bleed.

    `bleed` is what they are drawn with, enough for every run that they are drawn for; `document`
    is WeasyPrint's, `names` the faces' own by the families of the style sheet.
    """

    pages: tuple[Page, ...]
    bleed: Mm
    document: Any
    names: Mapping[str, str]
    engine: Engine

    def numbers(self, plan: RunPlan) -> list[int]:
        """Where the pages of a run stand among them, in the run's order."""
        return [
            number
            for plate in plan.plates
            for number, page in enumerate(self.pages)
            if page.plate == plate
        ]

    @property
    def planned(self) -> list[Page]:
        """The pages as they are drawn, which is what they are proved against."""
        return [bled(page, self.bleed) for page in self.pages]

    @cached_property
    def every(self) -> bytes:
        """A PDF of all its pages, which is proved, and is what a run of all of them holds."""
        return self._pdf(range(len(self.pages)))

    def written(self, numbers: Sequence[int]) -> bytes:
        """A PDF of some of the pages, without boxes, marks or links; its fonts hold what these
        pages need, so that no other page's words change it."""
        whole = list(numbers) == list(range(len(self.pages)))
        return self.every if whole else self._pdf(numbers)

    def _pdf(self, numbers: Sequence[int]) -> bytes:
        pages = [self.document.pages[number] for number in numbers]
        with collecting_later():
            return finish_fonts(self.engine.write(self.document.copy(pages)), self.names)


def draft(
    pages: Iterable[Page], plans: Sequence[RunPlan], info: SetInfo, look: Look, engine: Engine
) -> Draft:
    """What some runs print of a layout's pages; `look` must be of the press edition.

    Raises RenderError where WeasyPrint warns of anything.
    """
    wanted = {plate for plan in plans for plate in plan.plates}
    bleed = max((plan.run.bleed + BEYOND) / plan.scale for plan in plans)
    kept = tuple(page for page in pages if page.plate in wanted)
    unlinked = info.model_copy(update={"address": None})
    sheets = [Sheet(bled(page, bleed), frozenset()) for page in kept]
    drawing = replace(engine, options=IN_INKS)
    with collecting_later():
        document = lay_out(sheets, unlinked, look, drawing)
    return Draft(kept, bleed, document, font_names(look), drawing)
