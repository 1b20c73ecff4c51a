"""A run printed: the PDFs of its plates, ready to be judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from io import BytesIO

import pikepdf

from planche.geometry.parts import Page
from planche.model import PlateSet
from planche.pages.look import Look
from planche.press.draft import Draft
from planche.press.marks import Trim
from planche.press.metadata import Intent, describe
from planche.press.plan import RunPlan
from planche.press.sheets import Geometry, Sheets, saved
from planche.strings import Strings

SLUG_FACE = "regular"


@dataclass(frozen=True)
class PressFile:
    """A PDF of a run: its name in the run's folder, its plates, and each page's plate."""

    name: str
    pages: tuple[Page, ...]
    data: bytes

    @property
    def plates(self) -> tuple[str, ...]:
        """Ids of the plates in it, each once."""
        return tuple(dict.fromkeys(page.plate for page in self.pages))


@dataclass(frozen=True)
class Printing:
    """What a run is printed from: its plan, and the draft that holds its pages."""

    plan: RunPlan
    draft: Draft
    plate_set: PlateSet
    strings: Strings

    @cached_property
    def numbers(self) -> list[int]:
        """Where its pages stand in the draft, in the run's order."""
        return self.draft.numbers(self.plan)

    @property
    def pages(self) -> tuple[Page, ...]:
        """Its pages in order."""
        return tuple(self.draft.pages[number] for number in self.numbers)

    @property
    def geometry(self) -> Geometry:
        """How its pages become sheets."""
        run = self.plan.run
        return Geometry(self.plan.sides, run.bleed, self.draft.bleed, self.plan.scale, run.marks)


def press_files(
    printing: Printing, look: Look, intent: Intent
) -> tuple[tuple[PressFile, ...], PressFile]:
    """The PDFs of a run as they are ordered, and all of it in one file.

    Raises InkError for what is drawn in no ink, RenderError where WeasyPrint warns of anything.
    """
    write = partial(_file, printing, look, intent)
    whole = write(f"{printing.plan.name}.pdf", printing.numbers)
    if printing.plan.run.files == "one":
        return (whole,), whole
    return tuple(write(name, numbers) for name, numbers in _names(printing)), whole


def _file(
    printing: Printing, look: Look, intent: Intent, name: str, numbers: Sequence[int]
) -> PressFile:
    with pikepdf.open(BytesIO(printing.draft.written(numbers))) as source:
        sheets = Sheets(source, printing.geometry, look.faces[SLUG_FACE])
        slugs = [_slug(printing, sheets.trim(at), number) for at, number in enumerate(numbers)]
        pdf = sheets.file(slugs)
        describe(pdf, _title(printing, name), intent, "\n".join(slugs[0]))
        pages = tuple(printing.draft.pages[number] for number in numbers)
        return PressFile(name, pages, saved(pdf))


def _names(printing: Printing) -> Iterator[tuple[str, list[int]]]:
    """Each plate's file and the numbers of its pages."""
    positions = {plate: at for at, plate in enumerate(printing.plate_set.ids, start=1)}
    for plate in printing.plan.plates:
        numbers = [n for n in printing.numbers if printing.draft.pages[n].plate == plate]
        yield f"{positions[plate]:02d}-{plate}.pdf", numbers


def _title(printing: Printing, name: str) -> str:
    return f"{printing.plate_set.set.title} – {printing.plan.title} – {name.removesuffix('.pdf')}"


def _slug(printing: Printing, trim: Trim, number: int) -> tuple[str, str]:
    """What a page's slug says: the job, the plate and its place, the edition; size and inks."""
    plan, info, strings = printing.plan, printing.plate_set.set, printing.strings
    at = printing.numbers.index(number) + 1
    place = f"{printing.draft.pages[number].plate} {at}/{len(printing.numbers)}"
    job = " · ".join(filter(None, (info.title, plan.title, place, info.edition)))
    return job, strings.press.slug.format(
        width=f"{trim.width:g}",
        height=f"{trim.height:g}",
        bleed=f"{trim.bleed:g}",
        condition=plan.condition.identifier,
    )
