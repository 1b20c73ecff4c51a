"""The print runs of a set: drawn in inks, proved, judged, ready to be put out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planche.diagnostics import Diagnostic, Fault, FaultError, Place
from planche.geometry.layout import Layout, paper_layouts
from planche.manifest import Made
from planche.pages.engine import Engine, RenderError
from planche.pages.files import File, Rendering, render
from planche.pages.look import Look
from planche.pages.pictures import pictures
from planche.pages.proof import prove
from planche.press.conditions import read_profile
from planche.press.draft import Draft, draft
from planche.press.imposition import imposed, parsed
from planche.press.inks import InkError
from planche.press.judgement import colour_of, judged
from planche.press.metadata import intent_of
from planche.press.paperwork import Printed, thumbnails_of
from planche.press.plan import RunPlan, plan_of
from planche.press.printing import PressFile, Printing, press_files
from planche.shelves.making import Making, Order, engine, gathered, mismatched, untagged
from planche.shelves.press_papers import Desk, papers
from planche.workshop import PAPER, PROFILES, TEMPLATES, Job

FOLDER = "press"

SHEET_FACE = "regular"
"""The face of the line of text on press sheets."""

THUMBNAIL = 260
"""Pixels across a plate on the ticket: 245 ppi at 27 mm, more than an office printer shows."""


@dataclass(frozen=True)
class Plates:
    """The plates of a layout, drawn once for all runs that print them: in inks, and on screen."""

    draft: Draft
    screen: Rendering


def make_press(order: Order, job: Job) -> Making:
    """Every print run that is ordered. Raises FaultError where one cannot be drawn."""
    plans = list(_ordered(order, job))
    if order.impose is not None:
        parsed(order.impose)  # a slip is told before anything is drawn
    if not plans:
        return [], []
    drawing, made = engine(), []
    for layout in dict.fromkeys(plan.layout for plan in plans):
        printed = [plan for plan in plans if plan.layout == layout]
        try:
            plates, wrong = _drawn(order, job, layout, printed, drawing)
            made += [([], wrong), *(_run(order, job, plan, plates, drawing) for plan in printed)]
        except (RenderError, InkError) as error:
            raise FaultError("proof-failed", artefact=FOLDER, what=error) from None
    return gathered(made)


def _ordered(order: Order, job: Job) -> Iterator[RunPlan]:
    """The runs that are asked for: none where some plates' own files are."""
    for run in job.plate_set.print_runs if order.only is None else ():
        if order.runs is None or run.name in order.runs:
            yield plan_of(run, job.plate_set, job.kit.theme)


def _drawn(
    order: Order, job: Job, layout: str, plans: Sequence[RunPlan], drawing: Engine
) -> tuple[Plates, list[Diagnostic]]:
    """The plates that some runs print of a layout, proved."""
    kit, info = job.kit, job.plate_set.set
    found = _layout(job, layout)
    inked = Look(kit.theme, kit.faces, TEMPLATES / "pages", "press")
    drawn = draft(found.pages, plans, info, inked, drawing)
    wrong = [Diagnostic(job.places[plate], fault) for plate, fault in found.faults]
    wrong += mismatched(order, job, FOLDER, prove(drawn.every, drawn.planned, kit.faces))
    screen = Look(kit.theme, kit.faces, TEMPLATES / "pages")
    shown = [_on_screen(plan, drawn, info.title) for plan in plans]
    return Plates(drawn, render(shown, job.plate_set, screen, drawing)), wrong


def _on_screen(plan: RunPlan, drawn: Draft, title: str) -> File:
    """A run's pages in screen colours, as they are shown to whoever approves them."""
    return File(plan.name, title, tuple(drawn.pages[number] for number in drawn.numbers(plan)))


def _run(order: Order, job: Job, plan: RunPlan, plates: Plates, drawing: Engine) -> Making:
    folder = f"{FOLDER}/{plan.name}"
    (screen,) = plates.screen.written(
        [_on_screen(plan, plates.draft, job.plate_set.set.title)]
    ).values()
    printed = _printed(job, plan, plates.draft, screen)
    wrong = list(_findings(order, job, folder, printed))
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
    """The plates on a format of paper, in full colour to its edges; the posters' own on A3."""
    if name == PAPER:
        return job.paper
    own = job.kit.theme.in_full_ink(name)
    drawn = paper_layouts(job.plate_set, own, job.strings, job.kit.faces, [name], job.logo)
    return drawn[name]


def _printed(job: Job, plan: RunPlan, drawn: Draft, screen: bytes) -> Printed:
    """A run made of its draft, and judged."""
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages", "press")
    printing = Printing(plan, drawn, job.plate_set, job.strings)
    profile = read_profile(plan.condition, PROFILES)
    files, whole = press_files(printing, look, intent_of(plan.condition, profile))
    small = thumbnails_of(printing.pages, pictures(screen, THUMBNAIL))
    return Printed(plan, printing.pages, files, whole, judged(plan, files), profile, small)


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
