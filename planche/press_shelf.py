"""The print runs of a set: drawn in inks, proved, judged, with all that goes to the print house."""

from collections.abc import Iterator

from planche.diagnostics import FaultError
from planche.geometry.bled import bled
from planche.geometry.layout import Layout, paper_layout
from planche.making import Making, Order, engine, gathered, mismatched
from planche.manifest import Made
from planche.pages.engine import Engine, RenderError
from planche.pages.look import Look
from planche.pages.proof import prove
from planche.press.conditions import read_profile
from planche.press.inks import InkError
from planche.press.metadata import intent_of
from planche.press.plan import RunPlan, plan_of
from planche.press.printing import PressFile, Printing, pages_of, press_files
from planche.workshop import PAPER, PROFILES, TEMPLATES, Job

FOLDER = "press"


def make_press(order: Order, job: Job) -> Making:
    """Every print run that is ordered. Raises FaultError where one cannot be drawn."""
    plans = list(_ordered(order, job))
    if not plans:
        return [], []
    drawing = engine()
    return gathered(_run(order, job, plan, drawing) for plan in plans)


def _ordered(order: Order, job: Job) -> Iterator[RunPlan]:
    """The runs that are asked for: none where some plates' own files are."""
    for run in job.plate_set.print_runs if order.only is None else ():
        if order.runs is None or run.name in order.runs:
            yield plan_of(run, job.plate_set, job.kit.theme)


def _run(order: Order, job: Job, plan: RunPlan, drawing: Engine) -> Making:
    kit = job.kit
    look = Look(kit.theme, kit.faces, TEMPLATES / "pages", "press")
    pages = pages_of(plan, _layout(job, plan.layout).pages)
    printing = Printing(plan, pages, job.plate_set, job.strings)
    folder = f"{FOLDER}/{plan.name}"
    try:
        drawn = printing.draft(look, drawing)
        planned = [bled(page, printing.geometry.drawn) for page in pages]
        wrong = mismatched(order, job, folder, prove(drawn, planned, kit.faces))
        intent = intent_of(plan.condition, read_profile(plan.condition, PROFILES))
        files = list(press_files(printing, drawn, look, intent))
    except (RenderError, InkError) as error:
        raise FaultError("proof-failed", artefact=folder, what=error) from None
    return [_made(folder, each) for each in files], wrong


def _layout(job: Job, name: str) -> Layout:
    """The plates on a format of paper; the posters' own where it is that."""
    if name == PAPER:
        return job.paper
    kit = job.kit
    return paper_layout(job.plate_set, kit.theme, job.strings, kit.faces, name)


def _made(folder: str, file: PressFile) -> Made:
    return Made(f"{folder}/{file.name}", "press", file.plates, len(file.pages), file.data)
