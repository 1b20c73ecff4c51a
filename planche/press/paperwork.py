"""What is said of a run, gathered from what was ordered, drawn and judged: its ticket."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from planche.geometry.parts import Page
from planche.model import PlateSet
from planche.press.judgement import Judgement
from planche.press.plan import RunPlan
from planche.press.preflight import RULES
from planche.press.preflight.rules import BY_SLUG
from planche.press.printing import PressFile
from planche.press.ticket import (
    Changes,
    FileRole,
    Finding,
    Inks,
    Parties,
    Stock,
    Ticket,
    TicketFile,
    TicketPlate,
    Verdict,
)
from planche.theme import Theme

SEPARATIONS = ("Cyan", "Magenta", "Yellow", "Black")
"""The inks of DeviceCMYK by the names that separations have (ISO 32000-1, 8.6.6.4)."""


def thumbnails_of(pages: Iterable[Page], pictures: Iterable[bytes]) -> dict[str, bytes]:
    """The picture of the first page of each plate; there is one picture a page."""
    shown = zip(pages, pictures, strict=True)
    return {page.plate: picture for page, picture in shown if page.part == 1}


@dataclass(frozen=True)
class Printed:
    """A run as it was drawn and judged.

    `pages` are its pages in order, `whole` all of it in one file, `profile` the bytes of its
    profile, `thumbnails` a PNG of the first page of each plate.
    """

    plan: RunPlan
    pages: tuple[Page, ...]
    files: tuple[PressFile, ...]
    whole: PressFile
    judgement: Judgement
    profile: bytes
    thumbnails: Mapping[str, bytes]

    @cached_property
    def first(self) -> dict[str, Page]:
        """The first page of each plate."""
        return {page.plate: page for page in reversed(self.pages)}


def known(name: str, data: bytes) -> TicketFile:
    """A file by its name and checksum."""
    return TicketFile(name, hashlib.sha256(data).hexdigest(), len(data))


def ticket_of(
    printed: Printed,
    plate_set: PlateSet,
    theme: Theme,
    language: str,
    others: Sequence[tuple[FileRole, TicketFile]] = (),
    changes: Changes | None = None,
) -> Ticket:
    """The ticket of a run; `language` is what findings are told in, `others` the files that go
    with the plates."""
    plan, info = printed.plan, plate_set.set
    run = plan.run
    return Ticket(
        name=plan.name,
        title=plan.title,
        set_title=info.title,
        edition=info.edition,
        language=info.language,
        house=theme.house,
        parties=Parties(info.publisher, info.contact, run.deliver_to, run.deliver_by),
        plates=tuple(_plates(printed, plate_set)),
        stock=Stock(run.format, run.bleed, run.marks, run.paper, run.sides, run.binding),
        inks=_inks(printed),
        verdict=verdict_of(printed.judgement, language),
        others=tuple(others),
        changes=changes,
    )


def _plates(printed: Printed, plate_set: PlateSet) -> list[TicketPlate]:
    plan = printed.plan
    files = {plate: file for file in printed.files for plate in file.plates}
    entries = {file.name: known(file.name, file.data) for file in printed.files}
    positions = {plate: at for at, plate in enumerate(plate_set.ids, start=1)}
    plates = dict(plate_set.with_ids())
    shorter, longer = plan.sides
    made = []
    for plate, copies in plan.copies.items():
        page = printed.first[plate]
        lies = page.width > page.height
        made.append(
            TicketPlate(
                id=plate,
                position=positions[plate],
                heading=page.title.text,
                family=page.family,
                audience=plate_set.audience(plates[plate]),
                copies=copies,
                pages=sum(each.plate == plate for each in printed.pages),
                width=longer if lies else shorter,
                height=shorter if lies else longer,
                file=entries[files[plate].name],
                thumbnail=printed.thumbnails[plate],
            )
        )
    return made


def _inks(printed: Printed) -> Inks:
    plan = printed.plan
    return Inks(
        front=SEPARATIONS,
        back=SEPARATIONS if plan.run.sides == "two" else (),
        found=max(page.most_ink for page in printed.judgement.report.pages),
        limit=plan.most_ink,
        condition=plan.condition.identifier,
        profile=known(plan.condition.file, printed.profile),
    )


def verdict_of(judgement: Judgement, language: str) -> Verdict:
    """What is said of a judgement in a language, each finding on its page of its plate."""
    errors: list[Finding] = []
    warnings: list[Finding] = []
    for file, plate, finding in judgement.findings():
        number = str(BY_SLUG[finding.rule].number)
        part = file.pages[finding.page - 1].part if finding.page else None
        told = Finding(number, finding.text(language), plate, part)
        (errors if finding.severity == "error" else warnings).append(told)
    return Verdict(len(judgement.files), len(RULES), tuple(errors), tuple(warnings))
