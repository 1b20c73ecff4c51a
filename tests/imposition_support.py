"""What the tests of imposition share: pages to impose, and schemes of them."""

from planche.paper import FORMATS, Size
from planche.press.imposition import parsed, scheme_of
from planche.press.imposition.scheme import Art, Form, Scheme

A3, A4 = FORMATS["A3"], FORMATS["A4"]

REQUESTS = (
    "2-up:SRA3",
    "2-up:SRA3,repeat",
    "2-up:SRA3,back=turn",
    "2-up:SRA3,back=tumble",
    "2-up:SRA3,back=work-and-turn",
    "2-up:340x700mm",
    "booklet",
    "booklet:A5,paper=0.05mm",
    "booklet,paper=0.2mm,sheet=SRA2",
    "cut-and-stack:2x2:SRA2",
    "cut-and-stack:2x2:SRA2,back=turn",
    "cut-and-stack:2x2:SRA2,back=tumble",
    "cut-and-stack:2x2:SRA2,back=work-and-turn",
    "cut-and-stack:3x1:1000x400mm,back=tumble",
)
"""Requests that A4 pages suit."""


def art(pages: int, page: Size = A4, bleed: float = 3, across: tuple[int, ...] = ()) -> Art:
    sizes = (page.turned if index in across else page for index in range(pages))
    return Art(tuple(sizes), bleed)


def scheme(request: str, of: Art) -> Scheme:
    return scheme_of(parsed(request), of)


def pages(form: Form) -> list[int | None]:
    """The pages of a form, counted from 1, from left to right and then down."""
    places = sorted(form.places, key=lambda p: (round(p.trim.y), round(p.trim.x)))
    return [None if place.page is None else place.page + 1 for place in places]


def sheets(found: Scheme) -> list[list[Form]]:
    """The forms of each sheet."""
    numbers = range(1, found.sheets + 1)
    return [[form for form in found.forms if form.number == number] for number in numbers]
