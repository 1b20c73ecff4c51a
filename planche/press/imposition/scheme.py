"""Which page comes where on which sheet, in millimetres from the sheet's top left corner."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from planche.diagnostics import FaultError
from planche.geometry.parts import Box, union
from planche.paper import Size
from planche.units import Mm

ROOM: Mm = 8
"""Paper that must be left beyond the bleed on every edge: the marks need 5 mm, and digital
presses leave 3 mm of the sheet unprinted."""

SAME: Mm = 0.2
"""Pages whose measures differ by less are of one size."""

Quarter: TypeAlias = Literal[0, 90, 180, 270]
"""Degrees by which a page is turned on the sheet, against the clock."""

QUARTERS: tuple[Quarter, ...] = (0, 90, 180, 270)

Side: TypeAlias = Literal["only", "front", "back", "both"]
"""What a form prints: the only side of a sheet, its front, its back, or one after the other."""


@dataclass(frozen=True)
class Art:
    """What is to be imposed: the trimmed size of each page, and the bleed that all of them have."""

    pages: tuple[Size, ...]
    bleed: Mm


@dataclass(frozen=True)
class Place:
    """Where a page comes: `page` counts from 0, None is a planned blank.

    The page's trim is laid on `art`; `trim` is what remains of it when all is cut and folded
    (less than `art` by the creep of a booklet); what reaches outside `shown` is cut off.
    """

    page: int | None
    art: Box
    trim: Box
    shown: Box
    turn: Quarter


@dataclass(frozen=True)
class Form:
    """One side of a sheet (numbered from 1) as the press prints it; `folds` are upright lines
    at an x, `step` the place of the collation mark, from 0, where sheets are gathered."""

    number: int
    side: Side
    places: tuple[Place, ...]
    folds: tuple[Mm, ...] = ()
    step: int | None = None

    @property
    def trim(self) -> Box:
        """The smallest rectangle round all trimmed pages."""
        return union(place.trim for place in self.places)


@dataclass(frozen=True)
class Scheme:
    """All forms of a job on one size of sheet. Pages are drawn at `scale`, their bleed with
    them; `creep` is how much nearer to the fold each sheet's pages come than the one's outside it.
    """

    sheet: Size
    sheets: int
    forms: tuple[Form, ...]
    scale: float
    bleed: Mm
    creep: Mm = 0.0


def grown(box: Box, by: Mm) -> Box:
    """A rectangle with its edges moved outwards."""
    return box.inset(-by)


def cell_of(art: Art) -> Size:
    """The size all pages have, lying as most of them do, the first of equals.

    Raises FaultError where pages differ in more than how they lie.
    """
    first = art.pages[0]
    for number, size in enumerate(art.pages, start=1):
        other = size.lying_as(first)
        if abs(other.width - first.width) > SAME or abs(other.height - first.height) > SAME:
            raise FaultError("imposition-sizes", page=number, found=size, first=first)
    most = Counter(size.upright for size in art.pages).most_common(1)[0][0]
    return first if first.upright == most else first.turned


def turn_of(page: int | None, art: Art, cell: Size, turn: int) -> Quarter:
    """How a page is turned in a cell that is turned itself: one that lies otherwise than the
    cell is turned further by a quarter, so that its head comes to the cell's left."""
    across = page is not None and art.pages[page].upright != cell.upright
    return QUARTERS[(turn // 90 + across) % 4]


def too_large(what: str, need: Size, sheet: Size) -> FaultError:
    """The fault that bleeds and marks of what is to be printed do not fit on a sheet."""
    return FaultError("imposition-too-large", what=what, need=need, sheet=sheet)


def fits(need: Size, sheet: Size) -> bool:
    """Whether something fits on a sheet as it lies."""
    return need.width <= sheet.width and need.height <= sheet.height


def with_room(width: Mm, height: Mm, bleed: Mm) -> Size:
    """The least sheet for trimmed pages of a width and height, their bleed and the marks."""
    edge = 2 * (bleed + ROOM)
    return Size(round(width + edge, 3), round(height + edge, 3))


def at(items: Sequence[int], index: int) -> int | None:
    """The item of an index, None beyond the last."""
    return items[index] if index < len(items) else None
