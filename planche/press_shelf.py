"""The print runs of a set: drawn in inks, proved, judged, ready to be put out."""

from collections.abc import Iterator

from planche.diagnostics import Diagnostic, Fault, FaultError, Place
from planche.geometry.bled import bled
from planche.geometry.layout import Layout, paper_layout
from planche.geometry.parts import Page
from planche.making import Making, Order, engine, gathered, mismatched, untagged
from planche.manifest import Made
from planche.pages.engine import Engine, RenderError
from planche.pages.files import File, write_files
from planche.pages.look import Look
from planche.pages.pictures import pictures
from planche.pages.proof import prove
from planche.press.conditions import read_profile
from planche.press.imposition import imposed, parsed
from planche.press.inks import InkError
from planche.press.judgement import colour_of, judged
from planche.press.metadata import intent_of
from planche.press.paperwork import Printed
from planche.press.plan import RunPlan, plan_of
from planche.press.printing import PressFile, Printing, pages_of, press_files, whole_file
from planche.press_papers import Desk, papers
from planche.workshop import PAPER, PROFILES, TEMPLATES, Job

FOLDER = "press"

SHEET_FACE = "regular"
"""The face of the line of text on press sheets."""

THUMBNAIL = 320
"""Pixels across a plate on the ticket: 300 ppi at 27 mm, more than an office printer shows."""


def make_press(order: Order, job: Job) -> Making:
    """Every print run that is ordered. Raises FaultError where one cannot be drawn."""
    plans = list(_ordered(order, job))
    if not plans:
        return [], []
    if order.impose is not None:
        parsed(order.impose)  # a slip is told before anything is drawn
    drawing = engine()
    return gathered(_run(order, job, plan, drawing) for plan in plans)


def _ordered(order: Order, job: Job) -> Iterator[RunPlan]:
    """The runs that are asked for: none where some plates' own files are."""
    for run in job.plate_set.print_runs if order.only is None else ():
        if order.runs is None or run.name in order.runs:
            yield plan_of(run, job.plate_set, job.kit.theme)


def _run(order: Order, job: Job, plan: RunPlan, drawing: Engine) -> Making:
    folder = f"{FOLDER}/{plan.name}"
    pages = pages_of(plan, _layout(job, plan.layout).pages)
    try:
        screen = _on_screen(job, pages, drawing)
        printed, wrong = _printed(order, job, plan, pages, screen, drawing)
    except (RenderError, InkError) as error:
        raise FaultError("proof-failed", artefact=folder, what=error) from None
    wrong += _findings(order, job, folder, printed)
    made = [_made(folder, each) for each in printed.files]
    with_it = list(papers(Desk(order, job, folder, drawing), printed, screen))
    made += with_it
    wrong += [fault for each in with_it for fault in untagged(order, job, each)]
    if order.impose is not None:
        face, strings = job.kit.faces[SHEET_FACE], job.strings.sheets
        sheets = imposed(printed.whole.data, order.impose, plan.title, strings, face)
        name = f"{folder}/{plan.name}-{sheets.stem}.pdf"
        made.append(Made(name, "press-sheets", plan.plates, sheets.forms, sheets.data))
        wrong += [Diagnostic(Place(order.name), each) for each in sheets.remarks]
    return made, wrong


def _layout(job: Job, name: str) -> Layout:
    """The plates on a format of paper; the posters' own where it is that."""
    if name == PAPER:
        return job.paper
    kit = job.kit
    return paper_layout(job.plate_set, kit.theme, job.strings, kit.faces, name)


def _on_screen(job: Job, pages: tuple[Page, ...], drawing: Engine) -> bytes:
    """The pages of a run in screen colours, as they are shown to whoever approves them."""
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages")
    title = job.plate_set.set.title
    (data,) = write_files([File("run", title, pages)], job.plate_set, look, drawing).values()
    return data


def _printed(
    order: Order,
    job: Job,
    plan: RunPlan,
    pages: tuple[Page, ...],
    screen: bytes,
    drawing: Engine,
) -> tuple[Printed, list[Diagnostic]]:
    """A run drawn, proved and judged, and where it is not as it was planned."""
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages", "press")
    printing = Printing(plan, pages, job.plate_set, job.strings)
    drawn = printing.draft(look, drawing)
    planned = [bled(page, printing.geometry.drawn) for page in pages]
    wrong = mismatched(order, job, f"{FOLDER}/{plan.name}", prove(drawn, planned, job.kit.faces))
    profile = read_profile(plan.condition, PROFILES)
    intent = intent_of(plan.condition, profile)
    files = tuple(press_files(printing, drawn, look, intent))
    whole = files[0] if len(files) == 1 else whole_file(printing, drawn, look, intent)
    small = dict(zip((page.plate for page in pages), pictures(screen, THUMBNAIL), strict=True))
    return Printed(plan, pages, files, whole, judged(plan, files), profile, small), wrong


def _made(folder: str, file: PressFile) -> Made:
    return Made(f"{folder}/{file.name}", "press", file.plates, len(file.pages), file.data)


def _findings(order: Order, job: Job, folder: str, printed: Printed) -> Iterator[Diagnostic]:
    """What preflight found, each at the place of its plate, colours by their token."""
    language = job.message_language
    for file, plate, finding in printed.judgement.findings():
        what = finding.text(language)
        token = colour_of(finding, job.kit.theme)
        if token:
            what = f"{what} ({token}: {job.kit.theme_file})"
        place = job.places.get(plate or "", Place(order.name))
        code = "preflight-failed" if finding.severity == "error" else "preflight-warning"
        yield Diagnostic(place, Fault(code, {"artefact": f"{folder}/{file.name}", "what": what}))
