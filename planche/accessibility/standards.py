"""What each kind of artefact is held against, and what this program checks of it by itself."""

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


PDF_UA = Standard("PDF/UA-1 (ISO 14289-1)", ("text", "place", "contrast", "headings"))
WCAG = Standard("WCAG 2.2 AA", ("words", "contrast", "headings"))
POWERPOINT = Standard(
    "Microsoft PowerPoint", ("titles", "order", "alternatives", "heads", "language", "ground")
)

BY_ENDING = {".pdf": PDF_UA, ".html": WCAG, ".pptx": POWERPOINT}
"""The standard of a file that is read on a screen, by how its name ends."""

NOT_READ = frozenset({"press"})
"""Kinds of artefact that nobody reads on a screen: press files go to a print house."""


def standard_of(artefact: Artefact) -> Standard | None:
    """What an artefact is held against; None where it is no document that is read.

    Plain text has no structure that could be wrong, a picture of a slide no text (what it
    shows stands in the deck), a template no content.
    """
    if artefact.kind in NOT_READ:
        return None
    return BY_ENDING.get(PurePosixPath(artefact.path).suffix)
