"""Pages side by side on a sheet, bleed to bleed: two up, or to be cut and stacked."""

from collections.abc import Iterator
from dataclasses import dataclass

from planche.geometry.parts import Box
from planche.paper import Size
from planche.press.imposition.request import GridRequest
from planche.press.imposition.scheme import (
    Art,
    Form,
    Place,
    Scheme,
    at,
    cell_of,
    fits,
    grown,
    too_large,
    turn_of,
    with_room,
)
from planche.units import Mm


@dataclass(frozen=True)
class Leaf:
    """A sheet of the finished work: the pages on its front and its back, None for neither."""

    front: int | None
    back: int | None


NOTHING = Leaf(None, None)


@dataclass(frozen=True)
class Grid:
    """Columns and rows in the middle of a sheet, one bleed round each cell; the page as it
    reads, and the degrees it is turned to lie in its cell."""

    columns: int
    rows: int
    page: Size
    turn: int
    bleed: Mm
    sheet: Size

    @property
    def cell(self) -> Size:
        """A trimmed page as it lies on the sheet."""
        return self.page.turned if self.turn else self.page

    @property
    def need(self) -> Size:
        """The least sheet that it fits on."""
        cell, gutter = self.cell, 2 * self.bleed
        width = self.columns * (cell.width + gutter) - gutter
        height = self.rows * (cell.height + gutter) - gutter
        return with_room(width, height, self.bleed)

    def box(self, column: int, row: int) -> Box:
        """The trimmed page in a cell; columns and rows count from 0 at the top left."""
        cell, gutter, need = self.cell, 2 * self.bleed, self.need
        edge = with_room(0, 0, self.bleed).width / 2
        left = (self.sheet.width - need.width) / 2 + edge
        top = (self.sheet.height - need.height) / 2 + edge
        x = left + column * (cell.width + gutter)
        y = top + row * (cell.height + gutter)
        return Box(x, y, cell.width, cell.height)

    def cells(self) -> list[tuple[int, int]]:
        """Every cell (column, row) in reading order."""
        return [(column, row) for row in range(self.rows) for column in range(self.columns)]


def grid_scheme(request: GridRequest, art: Art) -> Scheme:
    """The sheets of a request. Raises FaultError where pages differ in size or do not fit."""
    grid = _first_that_fits(request, art)
    leaves = _leaves(len(art.pages), request.back != "none")
    cells = grid.cells()
    if request.back == "work-and-turn":
        cells = [(column, row) for column, row in cells if column < grid.columns // 2]
    dealt = list(_dealt(leaves, len(cells), request))
    drawer = _Drawer(request, art, grid, cells)
    forms = tuple(
        form for number, sheet in enumerate(dealt, start=1) for form in drawer.forms(number, sheet)
    )
    return Scheme(request.sheet, len(dealt), forms, 1.0, art.bleed)


def _first_that_fits(request: GridRequest, art: Art) -> Grid:
    """The first grid that fits, upright before turned."""
    page = cell_of(art)
    grids = [
        Grid(columns, rows, page, turn, art.bleed, request.sheet)
        for turn in (0, 90)
        for columns, rows in request.grids
        if request.back != "work-and-turn" or columns % 2 == 0
    ]
    for grid in grids:
        if fits(grid.need, request.sheet):
            return grid
    first = grids[0]
    raise too_large(f"{first.columns} × {first.rows}, {page}", first.need, request.sheet)


def _leaves(pages: int, two_sided: bool) -> list[Leaf]:
    """The leaves of some pages; the last of an odd number has a blank back."""
    numbers = range(pages)
    if two_sided:
        return [Leaf(at(numbers, each), at(numbers, each + 1)) for each in range(0, pages, 2)]
    return [Leaf(each, None) for each in numbers]


def _dealt(leaves: list[Leaf], places: int, request: GridRequest) -> Iterator[list[Leaf]]:
    """The leaves of each sheet by place; what remains of the last sheets are planned blanks."""
    if request.order == "repeat":
        for leaf in leaves:
            yield [leaf] * places
        return
    sheets = -(-len(leaves) // places)
    padded = leaves + [NOTHING] * (sheets * places - len(leaves))
    for sheet in range(sheets):
        if request.order == "stack":
            yield [padded[place * sheets + sheet] for place in range(places)]
        else:
            yield padded[sheet * places : (sheet + 1) * places]


@dataclass(frozen=True)
class _Drawer:
    """Places the leaves of a sheet on its forms."""

    request: GridRequest
    art: Art
    grid: Grid
    cells: list[tuple[int, int]]

    def forms(self, number: int, leaves: list[Leaf]) -> Iterator[Form]:
        """The forms of a sheet."""
        pairs = list(zip(leaves, self.cells, strict=True))
        fronts = tuple(self._place(leaf.front, cell, self.grid.turn) for leaf, cell in pairs)
        if self.request.back == "none":
            yield Form(number, "only", fronts)
            return
        backs = tuple(
            self._place(leaf.back, self._behind(cell), self._turn_behind()) for leaf, cell in pairs
        )
        if self.request.back == "work-and-turn":
            yield Form(number, "both", fronts + backs)
        else:
            yield Form(number, "front", fronts)
            yield Form(number, "back", backs)

    def _behind(self, cell: tuple[int, int]) -> tuple[int, int]:
        """The cell of the back's form that lies behind one of the front's."""
        column, row = cell
        if self.request.back == "tumble":
            return column, self.grid.rows - 1 - row
        return self.grid.columns - 1 - column, row

    def _turn_behind(self) -> int:
        """How a back is turned so that its head is behind the head of its front."""
        return (180 if self.request.back == "tumble" else 0) - self.grid.turn

    def _place(self, page: int | None, cell: tuple[int, int], turn: int) -> Place:
        box = self.grid.box(*cell)
        shown = grown(box, self.grid.bleed)
        return Place(page, box, box, shown, turn_of(page, self.art, self.grid.page, turn))
