"""A print run of the shipped set as the press hands it to the papers: facts of real posters."""

from functools import cache
from hashlib import sha256

from planche.model import PlateSet
from planche.pages.engine import Engine, start
from planche.pages.files import posters
from planche.pages.look import Look
from planche.pages.pictures import pictures
from planche.press.ticket import (
    Changes,
    Finding,
    Inks,
    Parties,
    Stock,
    Ticket,
    TicketFile,
    TicketPlate,
    Verdict,
)
from planche.press.wording import PressWords, load_press_words
from planche.workshop import DEFAULT_SOURCE, TEMPLATES, Job
from tests.sets import job

SMALL = 260
"""Pixels across a thumbnail."""

WARNED = (
    Finding("T3", "Billedet har 240 ppi; der skal være 300", "q5", 1),
    Finding("B2", "Teksten står 4,6 mm fra skærelinjen", "mosaic-1", 1),
)


@cache
def engine(theme: str) -> Engine:
    """One for each theme: the faces of all themes go by the same names."""
    return start()


@cache
def words(language: str = "da") -> PressWords:
    return load_press_words(TEMPLATES / "strings" / "press", language)


@cache
def shipped(theme: str = "default") -> Job:
    return job(DEFAULT_SOURCE, theme)


def look(found: Job) -> Look:
    """What papers are drawn with: the folder of all templates."""
    return Look(found.kit.theme, found.kit.faces, TEMPLATES)


@cache
def screen_files(theme: str = "default") -> dict[str, bytes]:
    """The screen posters of the shipped set by path."""
    found = shipped(theme)
    drawn_with = Look(found.kit.theme, found.kit.faces, TEMPLATES / "pages")
    return posters(
        found.paper.pages, found.plate_set, drawn_with, engine=engine(found.kit.theme.name)
    )


def known(name: str, data: bytes) -> TicketFile:
    return TicketFile(name, sha256(data).hexdigest(), len(data))


@cache
def plates(theme: str = "default") -> tuple[TicketPlate, ...]:
    """The plates as order lines, each in a file of its own."""
    found, files = shipped(theme), screen_files(theme)
    small = list(pictures(files["posters/a3/all.pdf"], SMALL))
    first = {page.plate: page for page in reversed(found.paper.pages)}
    made = []
    for position, (id_, plate) in enumerate(found.plate_set.with_ids(), start=1):
        audience, page = found.plate_set.audience(plate), first[id_]
        path = f"posters/a3/{position:02d}-{id_}.pdf"
        made.append(
            TicketPlate(
                id=id_,
                position=position,
                heading=page.title.text,
                family=page.family,
                audience=audience,
                copies=40,
                pages=1,
                width=page.width,
                height=page.height,
                file=known(path.removeprefix("posters/a3/"), files[path]),
                thumbnail=small[position - 1],
            )
        )
    return tuple(made)


def ticket(theme: str = "default") -> Ticket:
    """A run of 40 sets that preflight has something to say about."""
    found = shipped(theme)
    info = found.plate_set.set
    return Ticket(
        name="personalerum",
        title="Planchesæt til personalerum",
        set_title=info.title,
        edition=info.edition,
        language=info.language,
        house=found.kit.theme.house,
        parties=Parties(
            info.publisher,
            "Kommunikation, kommunikation@skanderborg.dk",
            "Skanderborg Kommune\nKommunikation, Rådhuset\nSkanderborg Fælled 1\n8660 Skanderborg",
            "mandag den 3. november 2014 kl. 10",
        ),
        plates=plates(theme),
        stock=Stock("A3", 3.0, True, "150 g silk, FSC-mærket", "one", "ufalset, pakket i sæt"),
        inks=Inks(
            ("Cyan", "Magenta", "Yellow", "Black"),
            (),
            279.4,
            300,
            "FOGRA39",
            known("ISOcoated_v2_300_bas.icc", b"profile"),
        ),
        verdict=Verdict(23, 31, (), WARNED),
        others=(
            ("approval", known("approval.pdf", b"approval")),
            ("preflight", known("preflight.html", b"html")),
            ("preflight-data", known("preflight.json", b"json")),
            ("archive", TicketFile("personalerum.zip", None, None)),
        ),
        changes=Changes("udgaven september 2014", ("q5", "q9"), ("mosaic-1",), ("q17",), ("q1",)),
    )


def plate_set(theme: str = "default") -> PlateSet:
    return shipped(theme).plate_set
