"""The job ticket as a paper: the verdict on top, what is ordered, every plate, every file."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from planche.pages.engine import PICTURE, Engine
from planche.pages.look import Look
from planche.press.order import Rows, amount, delivery, edition, formats, paper_of, shared
from planche.press.papers import (
    checksum,
    drawing,
    field_pictures,
    html,
    paper_pdf,
    paragraphs,
    sign_svg,
    verdict_svg,
)
from planche.press.ticket import Changes, Ticket, TicketFile
from planche.press.wording import PressWords
from planche.text.spans import spans


@dataclass(frozen=True)
class FileLine:
    """A file of plates as its row says it."""

    number: str
    heading: Markup
    file: TicketFile
    pages: str
    copies: str
    size: str


def ticket_pdf(ticket: Ticket, look: Look, words: PressWords, engine: Engine) -> bytes:
    """The ticket as PDF/UA-1 on A4; the same bytes for the same facts.

    `look.templates` is the folder of all templates. Raises RenderError where WeasyPrint
    warns of anything, for example of a thumbnail that is no picture.
    """
    page = html(
        "press/ticket.html",
        look,
        **shared(ticket, words.ticket, words),
        verdict=getattr(words.ticket, ticket.verdict.outcome),
        checked=_checked(ticket, words),
        sets=_sets(ticket, words),
        amount=amount(ticket, words),
        order=_order(ticket, words),
        production=_production(ticket, words),
        colours=_colours(ticket, words),
        delivery=delivery(ticket, words),
        changes=_changes(ticket.changes, words) if ticket.changes else None,
        lines=[_line(ticket, file, words) for file in ticket.files],
        totals=_totals(ticket, words),
        others=[
            {
                "file": file,
                "purpose": getattr(words.ticket, role.replace("-", "_")),
                "size": _size(file, words),
            }
            for role, file in ticket.others
        ],
    )
    paper = paper_of(ticket, words.ticket, page, _pictures(ticket, look))
    return paper_pdf(paper, look, engine)


def _pictures(ticket: Ticket, look: Look) -> dict[str, bytes]:
    found = {f"{PICTURE}{plate.id}": plate.thumbnail for plate in ticket.plates}
    for audience in {plate.audience for plate in ticket.plates if plate.audience}:
        name = drawing(f"sign-{audience.id}")
        found[name] = sign_svg(audience.sign, f"{audience.colour}-deep", look)
    found[drawing("verdict")] = verdict_svg(ticket.verdict.outcome, ticket.house, look)
    return found | field_pictures(ticket.sets or ticket.copies, ticket.house, look)


def _checked(ticket: Ticket, words: PressWords) -> str:
    verdict = ticket.verdict
    return words.ticket.checked.format(
        files=verdict.files,
        rules=verdict.rules,
        errors=len(verdict.errors),
        warnings=len(verdict.warnings),
    )


def _sets(ticket: Ticket, words: PressWords) -> str | None:
    count = ticket.sets
    if count is None or len(ticket.plates) == 1:
        return None
    return (
        words.ticket.one_set if count == 1 else words.ticket.sets.format(count=words.figure(count))
    )


def _order(ticket: Ticket, words: PressWords) -> Rows:
    return [
        (words.ticket.run, ticket.name),
        *edition(ticket, words),
        (words.ticket.sheets, words.figure(ticket.sheets)),
    ]


def _production(ticket: Ticket, words: PressWords) -> Rows:
    files = words.ticket.files_one if len(ticket.files) == 1 else words.ticket.files_each
    marks = words.ticket.marks_yes if ticket.stock.marks else words.ticket.marks_no
    return [
        *formats(ticket, words),
        (words.ticket.marks, marks),
        (words.ticket.files, files),
    ]


def _colours(ticket: Ticket, words: PressWords) -> Rows:
    inks = ticket.inks
    named = ", ".join(dict.fromkeys((*inks.front, *inks.back)))
    coverage = words.ticket.coverage_line.format(
        found=words.figure(inks.found, 1), limit=words.figure(inks.limit)
    )
    return [
        (words.ticket.inks, f"{inks.short} ({named})"),
        (words.ticket.coverage, coverage),
        (words.ticket.condition, inks.condition),
        (words.ticket.profile, _profile(inks.profile)),
    ]


def _profile(file: TicketFile) -> Markup:
    return Markup("{} {}").format(file.name, checksum(file.sha256 or ""))


def _changes(changes: Changes, words: PressWords) -> dict[str, object]:
    texts = words.ticket
    groups = (
        (texts.changed, changes.changed),
        (texts.added, changes.added),
        (texts.removed, changes.removed),
        (texts.same, changes.same),
    )
    rows = [(name, ", ".join(plates) or words.common.none) for name, plates in groups]
    return {"heading": texts.changes.format(since=changes.since), "rows": rows}


def _line(ticket: Ticket, file: TicketFile, words: PressWords) -> FileLine:
    plates = ticket.plates_in(file)
    counts = {plate.copies for plate in plates}
    return FileLine(
        number=spans([plate.position for plate in plates]),
        heading=paragraphs("\n".join(plate.heading for plate in plates)),
        file=file,
        pages=words.figure(sum(plate.pages for plate in plates)),
        copies="/".join(words.figure(count) for count in sorted(counts)),
        size=_size(file, words),
    )


def _totals(ticket: Ticket, words: PressWords) -> dict[str, str]:
    return {
        "plates": words.ticket.plates_count.format(count=len(ticket.plates)),
        "files": words.ticket.files_count.format(count=len(ticket.files)),
        "pages": words.figure(ticket.pages),
        "copies": words.figure(ticket.copies),
        "size": _bytes((file.size for file in ticket.files), words),
    }


def _size(file: TicketFile, words: PressWords) -> str:
    return _bytes([file.size], words)


def _bytes(found: Iterable[int | None], words: PressWords) -> str:
    known = [size for size in found if size is not None]
    return words.common.bytes.format(count=words.figure(sum(known))) if known else words.common.none
