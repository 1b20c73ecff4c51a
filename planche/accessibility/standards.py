"""What each artefact is held against, and what this program checks of it by itself."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from planche.manifest import Artefact


@dataclass(frozen=True)
class Standard:
    """A standard: its name, and the checks of ours that every build makes of such a file.

    A check is a key of `checks` in the report's strings; a file that fails one is not put out.
    """

    name: str
    checks: tuple[str, ...]


PDF_UA, WCAG, POWERPOINT = "PDF/UA-1 (ISO 14289-1)", "WCAG 2.2 AA", "Microsoft PowerPoint"

DRAWN = Standard(PDF_UA, ("text", "place", "tags", "contrast", "headings"))
"""PDFs whose pages are laid out, and read back line by line."""

OFFICE = Standard(PDF_UA, ("text", "place", "tags", "headings"))
"""The same for an office printer, which has colours of its own."""

STANDARDS = {
    "deck": Standard(
        POWERPOINT, ("titles", "order", "alternatives", "heads", "language", "ground")
    ),
    "text": Standard(WCAG, ("words", "contrast", "headings")),
    "poster": DRAWN,
    "slides": DRAWN,
    "handout": DRAWN,
    "office-a4": OFFICE,
    "office-a3": OFFICE,
    "tiles": OFFICE,
}
"""The standard of each kind of artefact that this program has checks of its own for."""

BY_ENDING = {".pdf": Standard(PDF_UA, ("tags",)), ".html": Standard(WCAG, ())}
"""The standard of any other document, by how its name ends."""

READ = (*BY_ENDING, ".pptx")
"""How the names of documents end that are read on a screen."""

NOT_READ = frozenset({"press", "press-sheets"})
"""Kinds of artefact that nobody reads on a screen: press files go to a print house."""

PARTED = frozenset({"gallery"})
"""Kinds of artefact whose web pages are put together from files beside them."""


def standard_of(artefact: Artefact) -> Standard | None:
    """What an artefact is held against; None where it is no document that is read.

    Plain text has no structure that could be wrong, a picture of a slide no text (what it
    shows stands in the deck), a template no content.
    """
    ending = PurePosixPath(artefact.path).suffix
    if artefact.kind in NOT_READ or ending not in READ:
        return None
    return STANDARDS.get(artefact.kind) or BY_ENDING.get(ending)


def is_part(artefact: Artefact) -> bool:
    """Whether an artefact is no document but a part of web pages: a typeface, a style, a script
    or a picture, which readers meet with the page that it is in."""
    return artefact.kind in PARTED and standard_of(artefact) is None
