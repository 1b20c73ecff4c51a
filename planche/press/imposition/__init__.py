"""Imposition: the pages of a press file laid on press sheets, with marks.

`imposed` does it all; `parsed` reads a request by itself, so that a wrong one is refused
before anything is made.
"""

from dataclasses import dataclass

from planche.diagnostics import Fault
from planche.press.imposition.booklet import booklet_scheme
from planche.press.imposition.draw import art_of, impose
from planche.press.imposition.grid import grid_scheme
from planche.press.imposition.ink import inked
from planche.press.imposition.legend import drawn, legend
from planche.press.imposition.marks import marks_of
from planche.press.imposition.request import BookletRequest, Request, parsed
from planche.press.imposition.scheme import Art, Scheme
from planche.slug import slug
from planche.strings import SheetStrings
from planche.text.faces import Face
from planche.units import Mm

LEAST_BLEED: Mm = 3.0
"""Least bleed that print houses ask for (GWG 2022 sheet-fed)."""

__all__ = ["Imposed", "Request", "imposed", "parsed", "scheme_of"]


@dataclass(frozen=True)
class Imposed:
    """A file of sheets: the stem of its name, its bytes, how many sheets and forms it holds,
    and what is to be said of it."""

    stem: str
    data: bytes
    sheets: int
    forms: int
    remarks: tuple[Fault, ...]


def scheme_of(request: Request, art: Art) -> Scheme:
    """Which page comes where. Raises FaultError where the pages do not suit the request."""
    if isinstance(request, BookletRequest):
        return booklet_scheme(request, art)
    return grid_scheme(request, art)


def imposed(data: bytes, request: str, job: str, strings: SheetStrings, face: Face) -> Imposed:
    """A press file's pages on sheets, as a request says (see `request`).

    `job` is what the sheets' line of text begins with, set in `face`. What comes out keeps the
    file's OutputIntent, XMP, fonts and inks, and has the same bytes every time. Raises
    FaultError for a request that cannot be understood, or pages that do not suit it.
    """
    wanted = parsed(request)
    scheme = scheme_of(wanted, art_of(data))
    added = []
    for form in scheme.forms:
        marks = marks_of(form, scheme)
        added.append(inked(marks, drawn(legend(form, scheme, job, strings), marks, face)))
    sheets = impose(data, scheme, added, request.strip())
    return Imposed(slug(request), sheets, scheme.sheets, len(scheme.forms), _remarks(scheme))


def _remarks(scheme: Scheme) -> tuple[Fault, ...]:
    """That the bleed is less than print houses ask for, where it is."""
    if scheme.bleed >= LEAST_BLEED:
        return ()
    values = {"bleed": f"{round(scheme.bleed, 2):g}", "least": f"{LEAST_BLEED:g}"}
    return (Fault("imposition-bleed", values),)
