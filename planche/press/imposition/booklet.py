"""A saddle-stitched booklet: sheets folded once, laid into each other and stapled in the fold.

The outermost sheet carries the first and last pages. Planned blanks come last, so that the
cover is the first page and every plate keeps its number. Each sheet inside another is pushed
out at the fore edge by the thickness of the paper, and cut there: its pages come nearer to
the fold by as much, so that all margins are alike when the booklet is trimmed (creep).
"""

from dataclasses import dataclass

from planche.diagnostics import FaultError
from planche.geometry.parts import Box
from planche.paper import Size
from planche.press.imposition.request import BookletRequest
from planche.press.imposition.scheme import (
    Art,
    Form,
    Place,
    Scheme,
    Side,
    at,
    cell_of,
    fits,
    too_large,
    turn_of,
    with_room,
)
from planche.units import Mm

MOST_CREEP: Mm = 3.0
"""Most that a page may lose at the fold: texts keep 5 mm from the trim, and thicker booklets
gape at the staples."""

ALIKE = 0.01
"""Shapes whose proportions differ by less are alike: all A formats, rounded to millimetres, are."""


def booklet_scheme(request: BookletRequest, art: Art) -> Scheme:
    """The sheets of a booklet, two forms each.

    Raises FaultError where pages differ in size, have not the shape of the booklet's, do
    not fit on the sheet, or are too many to be stapled.
    """
    own = cell_of(art)
    page, scale = _page(request, own)
    bleed = round(art.bleed * scale, 4)
    need = with_room(2 * page.width, page.height, bleed)
    sheet = request.sheet or need
    if not fits(need, sheet):
        raise too_large(f"2 × 1, {page}", need, sheet)
    sheets = -(-len(art.pages) // 4)
    if (sheets - 1) * request.paper > MOST_CREEP:
        raise FaultError("imposition-too-thick", sheets=sheets, paper=request.paper)
    setting = _Setting(art, own, page, bleed, sheet, request.paper)
    forms = tuple(form for number in range(sheets) for form in setting.forms(number, sheets))
    return Scheme(sheet, sheets, forms, scale, bleed, request.paper)


def _page(request: BookletRequest, own: Size) -> tuple[Size, float]:
    """The booklet's page and the scale at which a page of the art covers it."""
    if request.page is None:
        return own, 1.0
    page = request.page.lying_as(own)
    across, down = page.width / own.width, page.height / own.height
    if abs(across / down - 1) > ALIKE:
        raise FaultError("imposition-shape", found=page, own=own)
    return page, max(across, down)


@dataclass(frozen=True)
class Span:
    """Where a trimmed page starts from the left, and where what is shown of it does."""

    trim: Mm
    shown: Mm


@dataclass(frozen=True)
class _Setting:
    """Where the two pages of a form come; `own` is the art's page, `page` the booklet's."""

    art: Art
    own: Size
    page: Size
    bleed: Mm
    sheet: Size
    paper: Mm

    def forms(self, number: int, sheets: int) -> tuple[Form, Form]:
        """Both forms of a sheet; `number` counts from 0 at the outermost."""
        first, last = 2 * number, 4 * sheets - 1 - 2 * number
        return (
            self._form(number, "front", last, first),
            self._form(number, "back", first + 1, last - 1),
        )

    def _form(self, number: int, side: Side, left: int, right: int) -> Form:
        places = (self._left(left, number), self._right(right, number))
        step = number if side == "front" else None
        return Form(number + 1, side, places, (self.sheet.width / 2,), step)

    def _left(self, page: int, number: int) -> Place:
        """A page left of the fold, further to the right by the creep of its sheet."""
        kept = self.page.width - number * self.paper
        x = self.sheet.width / 2 - kept
        return self._place(page, x, kept, Span(x, x - self.bleed))

    def _right(self, page: int, number: int) -> Place:
        """A page right of the fold, further to the left by the creep of its sheet."""
        creep, fold = number * self.paper, self.sheet.width / 2
        return self._place(page, fold - creep, self.page.width - creep, Span(fold, fold))

    def _place(self, page: int, art_x: Mm, kept: Mm, starts: Span) -> Place:
        """A page of which `kept` remains beside the fold; its bleed ends there."""
        height, bleed = self.page.height, self.bleed
        top = (self.sheet.height - height) / 2
        found = at(range(len(self.art.pages)), page)
        return Place(
            found,
            Box(art_x, top, self.page.width, height),
            Box(starts.trim, top, kept, height),
            Box(starts.shown, top - bleed, kept + bleed, height + 2 * bleed),
            turn_of(found, self.art, self.own, 0),
        )
