"""The print runs of a set: drawn in inks, proved, judged, with all that goes to the print house."""

from collections.abc import Iterator
from dataclasses import dataclass

from planche.diagnostics import Diagnostic, Fault, FaultError, Place
from planche.geometry.bled import bled
from planche.geometry.layout import Layout, paper_layout
from planche.making import Making, Order, engine, gathered, mismatched
from planche.manifest import Made
from planche.pages.engine import Engine, RenderError
from planche.pages.look import Look
from planche.pages.proof import prove
from planche.press.conditions import read_profile
from planche.press.imposition import Imposed, imposed, parsed
from planche.press.inks import InkError
from planche.press.judgement import Judgement, colour_of, judged
from planche.press.metadata import intent_of
from planche.press.plan import RunPlan, plan_of
from planche.press.preflight.page import preflight_html
from planche.press.preflight.wording import wording
from planche.press.printing import PressFile, Printing, pages_of, press_files, whole_file
from planche.workshop import PAPER, PROFILES, TEMPLATES, Job

FOLDER = "press"

REPORT_FACES = ("regular", "bold")
"""Faces that the report of preflight is set in."""

SHEET_FACE = "regular"
"""The face of the line of text on press sheets."""


@dataclass(frozen=True)
class Printed:
    """A run as it was drawn and judged; `whole` is all of it in one file."""

    plan: RunPlan
    printing: Printing
    files: tuple[PressFile, ...]
    whole: PressFile
    judgement: Judgement


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
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages", "press")
    pages = pages_of(plan, _layout(job, plan.layout).pages)
    printing = Printing(plan, pages, job.plate_set, job.strings)
    folder = f"{FOLDER}/{plan.name}"
    try:
        drawn = printing.draft(look, drawing)
        planned = [bled(page, printing.geometry.drawn) for page in pages]
        wrong = mismatched(order, job, folder, prove(drawn, planned, job.kit.faces))
        intent = intent_of(plan.condition, read_profile(plan.condition, PROFILES))
        files = tuple(press_files(printing, drawn, look, intent))
        whole = files[0] if len(files) == 1 else whole_file(printing, drawn, look, intent)
    except (RenderError, InkError) as error:
        raise FaultError("proof-failed", artefact=folder, what=error) from None
    printed = Printed(plan, printing, files, whole, judged(plan, files))
    made = [_made(folder, "press", each) for each in files]
    made += _report(job, folder, printed)
    wrong += _findings(order, job, folder, printed)
    if order.impose is not None:
        sheets = _imposed(job, printed, order.impose)
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


def _made(folder: str, kind: str, file: PressFile) -> Made:
    return Made(f"{folder}/{file.name}", kind, file.plates, len(file.pages), file.data)


def _imposed(job: Job, printed: Printed, request: str) -> Imposed:
    face = job.kit.faces[SHEET_FACE]
    return imposed(printed.whole.data, request, printed.plan.title, job.strings.sheets, face)


def _report(job: Job, folder: str, printed: Printed) -> Iterator[Made]:
    """How the files were judged, for people and for programs."""
    plan, report = printed.plan, printed.judgement.report
    plates = plan.plates
    words = wording("da" if job.plate_set.set.language.startswith("da") else "en")
    fonts = {key: job.kit.faces[key].path.read_bytes() for key in REPORT_FACES}
    page = preflight_html(report, printed.whole.data, plan.title, words, job.kit.theme, fonts)
    data = report.as_json().encode()
    yield Made(f"{folder}/preflight.html", "preflight", plates, 1, page)
    yield Made(f"{folder}/preflight.json", "preflight", plates, 0, data)


def _findings(order: Order, job: Job, folder: str, printed: Printed) -> Iterator[Diagnostic]:
    """What preflight found, each at the place of its plate, colours by their token."""
    language = "da" if job.plate_set.set.language.startswith("da") else "en"
    for file, plate, finding in printed.judgement.findings():
        what = finding.text(language)
        token = colour_of(finding, job.kit.theme)
        if token:
            what = f"{what} ({token}: templates/{_theme_file(job)})"
        place = job.places.get(plate or "", Place(order.name))
        code = "preflight-failed" if finding.severity == "error" else "preflight-warning"
        yield Diagnostic(place, Fault(code, {"artefact": f"{folder}/{file.name}", "what": what}))


def _theme_file(job: Job) -> str:
    name = job.kit.theme.name
    return "theme.yaml" if name == "default" else f"theme-{name}.yaml"
