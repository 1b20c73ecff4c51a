"""What lies beside the decks: each as PDF, its handout, and pictures for information screens."""

from collections.abc import Iterator, Sequence
from functools import partial

from planche.decks import DeckPlan
from planche.diagnostics import Diagnostic, FaultError
from planche.geometry.handout import lay_out_handout
from planche.geometry.typesetter import PAPER, Typesetter
from planche.manifest import Made
from planche.pages.engine import Engine, RenderError
from planche.pages.handouts import handout_pdf, small_slides
from planche.pages.look import Look
from planche.pages.pictures import SCREEN_WIDTH, pictures
from planche.pages.slides import deck_pdf, slide_pages
from planche.shelves.making import Making, Order, Task, engine, gathered, plates_of, proved
from planche.workshop import TEMPLATES, Job

FOLDER, SCREENS = "deck", "screens"


def slide_tasks(order: Order, job: Job) -> list[Task]:
    """Every deck as PDF with its handout, and the screens, in two tasks of about the same work.

    Each deck's PDF holds several plates, so that none is made where some plates' own files
    are asked for. A task raises FaultError where something cannot be drawn.
    """
    if order.only is not None:
        return []
    plans = [plan for plan in job.decks if not plan.alone]
    return [partial(_make, order, job, part) for part in (plans[:1], plans[1:]) if part]


def _make(order: Order, job: Job, plans: Sequence[DeckPlan]) -> Making:
    look, drawing = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages"), engine()
    try:
        return gathered(_of_deck(order, job, plan, look, drawing) for plan in plans)
    except RenderError as error:
        raise FaultError("proof-failed", artefact=FOLDER, what=error) from None


def _of_deck(order: Order, job: Job, plan: DeckPlan, look: Look, drawing: Engine) -> Making:
    slides = slide_pages(plan, job.plate_set, look)
    data = deck_pdf(plan, job.plate_set, look, drawing)
    path = f"{FOLDER}/{plan.stem}.pdf"
    made = [Made(path, "slides", plan.plates, len(slides), data)]
    wrong = proved(order, job, path, data, slides)
    sheets, unproved = _handout(order, job, plan, data, look, drawing)
    made.append(sheets)
    if plan.declared is None:
        made += _screens(job, plan, data)
    return made, [*wrong, *unproved]


def _handout(
    order: Order, job: Job, plan: DeckPlan, slides: bytes, look: Look, drawing: Engine
) -> tuple[Made, list[Diagnostic]]:
    kit = job.kit
    setter = Typesetter(kit.theme.roles, kit.faces, job.plate_set.set.language, PAPER, {})
    pages = lay_out_handout(plan.title, plan.pages, job.plate_set, kit.theme, job.strings, setter)
    small = small_slides(slides, kit.theme.handout.picture)
    data = handout_pdf(plan, pages, small, job.plate_set, look, drawing)
    path = f"{FOLDER}/{plan.stem}-handout.pdf"
    wrong = proved(order, job, path, data, pages)
    return Made(path, "handout", plan.plates, len(pages), data), wrong


def _screens(job: Job, plan: DeckPlan, slides: bytes) -> Iterator[Made]:
    """Each slide as a picture, by its plate's position in the set and its part."""
    numbers = {plate: number for number, plate in enumerate(job.plate_set.ids, start=1)}
    for page, data in zip(plan.pages, pictures(slides, SCREEN_WIDTH), strict=True):
        part = f"-{page.part}" if page.part > 1 else ""
        path = f"{SCREENS}/{numbers[page.plate]:02d}-{page.plate}{part}.png"
        yield Made(path, "screen", plates_of([page]), 1, data)
