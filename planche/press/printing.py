"""A run printed: the PDFs of its plates, ready to be judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from planche.geometry.parts import Page
from planche.model import PlateSet
from planche.pages.engine import Engine
from planche.pages.look import Look
from planche.press.draft import draft, drawn_bleed
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
    """What a run is printed from: its plan, its pages in order, and the draft of them."""

    plan: RunPlan
    pages: tuple[Page, ...]
    plate_set: PlateSet
    strings: Strings

    @property
    def geometry(self) -> Geometry:
        """How its pages become sheets."""
        run, scale = self.plan.run, self.plan.scale
        drawn = drawn_bleed(run.bleed, scale)
        return Geometry(self.plan.sides, run.bleed, drawn, scale, run.marks)

    def draft(self, look: Look, engine: Engine) -> bytes:
        """Its pages drawn in inks. Raises RenderError where WeasyPrint warns of anything."""
        return draft(self.pages, self.geometry.drawn, self.plate_set.set, look, engine)


def pages_of(plan: RunPlan, pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages of a run's plates in the run's order."""
    return tuple(page for plate in plan.plates for page in pages if page.plate == plate)


def press_files(
    printing: Printing, drawn: bytes, look: Look, intent: Intent
) -> Iterator[PressFile]:
    """The PDFs of a run from its draft. Raises InkError for what is drawn in no ink."""
    yield from _files(printing, drawn, look, intent, list(_names(printing)))


def whole_file(printing: Printing, drawn: bytes, look: Look, intent: Intent) -> PressFile:
    """The whole run as one PDF, whatever its order asks. Raises as `press_files`."""
    numbers = list(range(len(printing.pages)))
    (file,) = _files(printing, drawn, look, intent, [(f"{printing.plan.name}.pdf", numbers)])
    return file


def _files(
    printing: Printing,
    drawn: bytes,
    look: Look,
    intent: Intent,
    named: Sequence[tuple[str, list[int]]],
) -> Iterator[PressFile]:
    with pikepdf.open(BytesIO(drawn)) as source:
        sheets = Sheets(source, printing.geometry, look.faces[SLUG_FACE])
        slugs = {number: _slug(printing, sheets, number) for number in range(len(printing.pages))}
        for name, numbers in named:
            pages = tuple(printing.pages[number] for number in numbers)
            pdf = sheets.file(numbers, slugs)
            describe(pdf, _title(printing, name), intent, "\n".join(slugs[numbers[0]]))
            yield PressFile(name, pages, saved(pdf))


def _names(printing: Printing) -> Iterator[tuple[str, list[int]]]:
    """Each file's name and the numbers of its pages."""
    plan = printing.plan
    if plan.run.files == "one":
        yield f"{plan.name}.pdf", list(range(len(printing.pages)))
        return
    positions = {plate: at for at, plate in enumerate(printing.plate_set.ids, start=1)}
    for plate in plan.plates:
        numbers = [at for at, page in enumerate(printing.pages) if page.plate == plate]
        yield f"{positions[plate]:02d}-{plate}.pdf", numbers


def _title(printing: Printing, name: str) -> str:
    return f"{printing.plate_set.set.title} – {printing.plan.title} – {name.removesuffix('.pdf')}"


def _slug(printing: Printing, sheets: Sheets, number: int) -> tuple[str, str]:
    """What a page's slug says: the job, the plate and its place, the edition; size and inks."""
    plan, info, strings = printing.plan, printing.plate_set.set, printing.strings
    page, trim = printing.pages[number], sheets.trim(number)
    place = f"{page.plate} {number + 1}/{len(printing.pages)}"
    job = " · ".join(filter(None, (info.title, plan.title, place, info.edition)))
    return job, strings.press.slug.format(
        width=f"{trim.width:g}",
        height=f"{trim.height:g}",
        bleed=f"{trim.bleed:g}",
        condition=plan.condition.identifier,
    )
