"""The papers of a print run: how it was judged, what is signed, the ticket, all in one package."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from planche import manifest
from planche.alternatives import alternative, of_part
from planche.manifest import Made
from planche.pages.engine import Engine
from planche.pages.look import Look
from planche.pages.pictures import page_count
from planche.press.approval import Shown, approval_pdf
from planche.press.paperwork import Printed, known, ticket_of
from planche.press.preflight.page import preflight_html
from planche.press.preflight.wording import wording
from planche.press.since import changed_since
from planche.press.ticket import Changes, FileRole, TicketFile
from planche.press.ticket_pdf import ticket_pdf
from planche.press.wording import load_press_words
from planche.press.xjdf import ticket_json
from planche.shelves.making import Order
from planche.text.markup import plain, rich
from planche.workshop import TEMPLATES, Job
from planche.zipped import zipped

PAGES = {"preflight.html": 1, "preflight.json": 0, "ticket.json": 0}
"""Pages of what is no PDF."""

REPORT_FACES = ("regular", "bold")
"""Faces that the report of preflight is set in."""


@dataclass(frozen=True)
class Desk:
    """Where the papers of a run are written: what was ordered, from what, into which folder."""

    order: Order
    job: Job
    folder: str
    drawing: Engine

    @property
    def look(self) -> Look:
        """What papers are drawn with: the folder of all templates, screen colours."""
        return Look(self.job.kit.theme, self.job.kit.faces, TEMPLATES)


@dataclass(frozen=True)
class Paper:
    """A file beside the press files: its name, its kind, and what it is for on the ticket."""

    name: str
    kind: str
    role: FileRole | None
    data: bytes


def papers(desk: Desk, printed: Printed, screen: bytes) -> Iterator[Made]:
    """Every paper of a run; `screen` is a PDF of its pages in screen colours.

    Raises RenderError where one cannot be drawn.
    """
    plan = printed.plan
    package = f"{plan.name}.zip"
    written = [*_judged(desk, printed), _approval(desk, printed, screen)]
    others = [(each.role, known(each.name, each.data)) for each in written if each.role]
    others.append(("archive", TicketFile(package, None, None)))
    written += _ticket(desk, printed, others)
    for each in written:
        pages = page_count(each.data) if each.name.endswith(".pdf") else PAGES[each.name]
        yield Made(f"{desk.folder}/{each.name}", each.kind, plan.plates, pages, each.data)
    sent = [(each.name, each.data) for each in printed.files]
    sent += [(each.name, each.data) for each in written]
    data = zipped((f"{plan.name}/{name}", content) for name, content in sent)
    yield Made(f"{desk.folder}/{package}", "press-package", plan.plates, 0, data)


def _judged(desk: Desk, printed: Printed) -> Iterator[Paper]:
    job, report = desk.job, printed.judgement.report
    words = wording(job.message_language)
    fonts = {key: job.kit.faces[key].path.read_bytes() for key in REPORT_FACES}
    title = printed.plan.title
    page = preflight_html(report, printed.whole.data, title, words, job.kit.theme, fonts)
    yield Paper("preflight.html", "preflight", "preflight", page)
    yield Paper("preflight.json", "preflight", "preflight-data", report.as_json().encode())


def _approval(desk: Desk, printed: Printed, screen: bytes) -> Paper:
    job = desk.job
    ticket = ticket_of(printed, job.plate_set, job.kit.theme, job.message_language)
    lines = {plate.id: plate for plate in ticket.plates}
    shown = [
        Shown(lines[page.plate], _shows(job, page.plate, page.part, page.parts), page.part)
        for page in printed.pages
    ]
    words = load_press_words(TEMPLATES / "strings" / "press", ticket.language)
    questions = job.plate_set.open_questions
    data = approval_pdf(ticket, shown, screen, questions, desk.look, words, desk.drawing)
    return Paper("approval.pdf", "approval", "approval", data)


def _shows(job: Job, plate: str, part: int, parts: int) -> str | None:
    """What a figure shows; None for a plate that is none."""
    say = partial(_said, job.plate_set.set.language)
    shows = alternative(dict(job.plate_set.with_ids())[plate], job.strings, say)
    return of_part(shows, part, parts, job.strings) if shows else None


def _said(language: str, text: str) -> str:
    return plain(rich(text, language, {}))


def _ticket(
    desk: Desk, printed: Printed, others: Sequence[tuple[FileRole, TicketFile]]
) -> Iterator[Paper]:
    job = desk.job
    ticket = ticket_of(
        printed,
        job.plate_set,
        job.kit.theme,
        job.message_language,
        others,
        _changes(desk, printed),
    )
    words = load_press_words(TEMPLATES / "strings" / "press", ticket.language)
    data = ticket_pdf(ticket, desk.look, words, desk.drawing)
    yield Paper("ticket.pdf", "ticket", None, data)
    yield Paper("ticket.json", "ticket", None, ticket_json(ticket))


def _changes(desk: Desk, printed: Printed) -> Changes | None:
    """What changed since the edition that was named, if one was."""
    since = desk.order.since
    if since is None:
        return None
    now = [
        manifest.artefact(
            Made(f"{desk.folder}/{each.name}", "press", each.plates, len(each.pages), each.data), ""
        )
        for each in printed.files
    ]
    return changed_since(since.name, desk.folder, printed.plan.plates, since.artefacts, now)
