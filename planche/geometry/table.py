"""Tables of comparison: columns that widen to the right, rows as high as their text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry.board import AnyBoard, PaperBoard, SlideBoard, Subject, excess_words, too_much
from planche.geometry.bodies import TableBody
from planche.geometry.dress import text_on
from planche.geometry.figure import Head, figure_head, figure_page
from planche.geometry.head import part_title, split_evenly
from planche.geometry.parts import Area, Box, Page, TextBox, moved
from planche.geometry.typesetter import Ink
from planche.model import Table
from planche.units import Mm, Pt

MOST_PAGES = 2
"""A figure too long for one page of paper becomes a diptych."""


@dataclass(frozen=True)
class Sizes:
    """Sizes of a table: column heads, row heads, cells."""

    column: Pt
    row_head: Pt
    cell: Pt


@dataclass(frozen=True)
class Grid:
    """Column edges from the left, the row heights that the text needs, and the sizes."""

    sizes: Sizes

    columns: tuple[Mm, ...]
    heights: tuple[Mm, ...]

    def part(self, start: int, end: int) -> "Grid":
        """The grid of some of the rows under the same heads, its columns unchanged."""
        heights = (self.heights[0], *self.heights[1 + start : 1 + end])
        return Grid(self.sizes, self.columns, heights)


Rows = Sequence[tuple[str, ...]]


def lay_out_table(board: PaperBoard, subject: Subject) -> tuple[Page, ...]:
    """The landscape page of a table, or two where one does not hold it.

    Raises FaultError where two do not either.
    """
    steps = board.grid.steps
    counts = range(1, MOST_PAGES + 1)
    for count, cell, title in product(counts, steps["cell"], steps["figure-title"]):
        pages = table_pages(board, subject, count, cell, title)
        if pages:
            return pages
    raise _refused(board, subject, MOST_PAGES)


def table_slides(board: SlideBoard, subject: Subject) -> tuple[Page, ...]:
    """The slides of a table, the row of heads on each. Raises FaultError."""
    rows = len(cast(Table, subject.plate).rows)
    for count, cell in product(range(1, rows + 1), board.grid.steps["cell"]):
        pages = table_pages(board, subject, count, cell, board.grid.steps["figure-title"][0])
        if pages:
            return pages
    raise _refused(board, subject, rows)


def table_pages(
    board: AnyBoard, subject: Subject, count: int, cell: Pt, title: Pt
) -> tuple[Page, ...] | None:
    """The table on some pages at one size of cells; None where one of them does not hold it.

    `title` is the largest size the title may take.
    """
    table = cast(Table, subject.plate)
    if count > len(table.rows):
        return None
    area = _area(board, _head(board, subject, (1, count), title))
    whole = lowest(board, table.columns, table.rows, area, cell)
    if whole is None:
        return None
    pages = []
    for index, (start, end) in enumerate(split_evenly(whole.heights[1:], count)):
        part = (index + 1, count)
        head = _head(board, subject, part, title)
        area = _area(board, head)
        rows = table.rows[start:end]
        grid = whole.part(start, end)
        if sum(grid.heights) > area.height:
            return None
        body = drawn(board, subject, table.columns, rows, area, grid)
        fill = min(1.0, _stretch(board) * sum(grid.heights) / area.height)
        pages.append(figure_page(board, subject, board.wide_page(), head, body, part, fill=fill))
    return tuple(pages)


def _head(board: AnyBoard, subject: Subject, part: tuple[int, int], title: Pt) -> Head:
    width = board.wide_page().width - 2 * board.grid.margin
    heading = part_title(board, subject.plate.heading, part)
    return figure_head(board, subject, width, board.grid.title_lines, heading, most=title)


def _stretch(board: AnyBoard) -> float:
    """How much higher than its text a row may become."""
    if isinstance(board, SlideBoard):
        return board.proportions.slide.stretch
    return board.proportions.table.stretch


def _area(board: AnyBoard, head: Head) -> Box:
    return board.text_area(board.wide_page(), head.bottom + board.grid.under_title)


def lowest(board: AnyBoard, heads: tuple[str, ...], rows: Rows, area: Box, cell: Pt) -> Grid | None:
    """The grid with the least height for a size of cells; None where a word is too wide."""
    row_heads = [size for size in board.grid.steps["row-head"] if size <= cell + 2]
    grids = []
    for share, widening in product(
        board.proportions.table.heads, board.proportions.table.widenings
    ):
        columns = _columns(len(heads), area, share, widening)
        sizes = Sizes(_head_size(board, heads, columns), min(row_heads[0], cell), cell)
        grid = _grid(board, heads, rows, columns, sizes)
        if grid:
            grids.append(grid)
    return min(grids, key=lambda grid: sum(grid.heights), default=None)


def _refused(board: AnyBoard, subject: Subject, pages: int) -> FaultError:
    """The fault of a table that does not fit some pages even at the smallest size."""
    table = cast(Table, subject.plate)
    size = board.grid.steps["cell"][-1]
    area = _area(board, _head(board, subject, (1, 1), board.grid.steps["figure-title"][-1]))
    grid = lowest(board, table.columns, table.rows, area, size)
    if grid is None:
        return FaultError("word-too-wide", plate=subject.id, size=f"{size:g}", format=board.label)
    line = board.setter.line_height("cell", size)
    words = sum(len(cell.split()) for row in table.rows for cell in row)
    share = words / (sum(grid.heights) / line)
    overflow = max(line, sum(grid.heights) - pages * area.height)
    return too_much(subject, board, excess_words(overflow, line, share), size)


def _head_size(board: AnyBoard, heads: tuple[str, ...], columns: tuple[Mm, ...]) -> Pt:
    """The largest size at which every column head stands on one line, else the smallest."""
    padding = board.grid.padding * board.proportions.table.side
    spare = 1 - max(board.setter.medium.slack, 0.01)
    steps = board.grid.steps["column"]
    for size in steps:
        if all(
            board.setter.text_width(heads[column], _head_role(column, len(heads)), size)
            <= (columns[column + 1] - columns[column] - 2 * padding) * spare
            for column in range(1, len(heads))
        ):
            return size
    return steps[-1]


def _columns(count: int, area: Box, share: float, widening: float) -> tuple[Mm, ...]:
    shares = [share, *(1 + widening * index for index in range(count - 1))]
    return tuple(accumulate((area.width * each / sum(shares) for each in shares), initial=area.x))


def _grid(
    board: AnyBoard,
    heads: tuple[str, ...],
    rows: Rows,
    columns: tuple[Mm, ...],
    sizes: Sizes,
) -> Grid | None:
    heights = []
    for index, row in enumerate((heads, *rows)):
        height = _row_height(board, row, columns, sizes, is_head=index == 0)
        if height is None:
            return None
        heights.append(height)
    return Grid(sizes, columns, tuple(heights))


def _row_height(
    board: AnyBoard,
    row: tuple[str, ...],
    columns: Sequence[Mm],
    sizes: Sizes,
    is_head: bool,
) -> Mm | None:
    padding = board.grid.padding * board.proportions.table.side
    heights = []
    for column, text in enumerate(row):
        role, size = _setting(sizes, column, len(row), is_head)
        width = columns[column + 1] - columns[column] - 2 * padding
        height = board.setter.height(text, role, size, width)
        if height is None:
            return None
        heights.append(height)
    return max(heights) + 2 * board.grid.padding * board.proportions.table.down


def _setting(sizes: Sizes, column: int, columns: int, is_head: bool) -> tuple[str, Pt]:
    if column == 0:
        return "row-head", sizes.row_head
    return (_head_role(column, columns), sizes.column) if is_head else ("cell", sizes.cell)


def _head_role(column: int, columns: int) -> str:
    """Heads grow heavier from the first column to the last, as their colours do."""
    if column == columns - 1:
        return "column"
    return "column-light" if column == 1 else "column-middle"


def drawn(
    board: AnyBoard,
    subject: Subject,
    heads: tuple[str, ...],
    rows: Rows,
    area: Box,
    grid: Grid,
) -> TableBody:
    """The table with its rows stretched to the area, and every cell set."""
    stretch = min(_stretch(board), area.height / sum(grid.heights))
    heights = [height * stretch for height in grid.heights]
    edges = tuple(accumulate(heights, initial=area.y))
    fills = _fills(subject, len(heads))
    boxed = [
        _row(board, cells, grid, row, edges, fills) for row, cells in enumerate((heads, *rows))
    ]
    columns = tuple(
        Area(Box(left, edges[0], right - left, edges[-1] - edges[0]), fill)
        for left, right, fill in zip(grid.columns[1:], grid.columns[2:], fills[1:], strict=False)
    )
    return TableBody(
        heads=boxed[0],
        rows=tuple(boxed[1:]),
        columns=columns,
        rules=_rules(board, subject, grid.columns, edges, fills),
        column_edges=grid.columns,
        row_edges=edges,
        padding=board.grid.padding * board.proportions.table.side,
    )


def _fills(subject: Subject, count: int) -> list[str]:
    """Pale, middle, full: the columns grow heavier towards the last."""
    tints = [subject.shade(each) for each in subject.dress.columns]
    middle = tints[: count - 2] if count - 2 <= len(tints) else tints[:1] * (count - 2)
    return [subject.dress.paper, *middle, subject.shade(subject.dress.last_column)]


def _row(
    board: AnyBoard,
    cells: tuple[str, ...],
    grid: Grid,
    row: int,
    edges: Sequence[Mm],
    fills: Sequence[str],
) -> tuple[TextBox, ...]:
    """The cells of a row: heads stand on one line at the foot, others hang from one line."""
    placed = [
        _cell(board, text, grid, (row, column), edges[row], fills)
        for column, text in enumerate(cells)
    ]
    down = board.grid.padding * board.proportions.table.down
    if row == 0:
        return tuple(moved(cell, edges[1] - down - cell.box.bottom) for cell in placed)
    spare = edges[row + 1] - edges[row] - max(cell.box.height for cell in placed)
    return tuple(moved(cell, min(down * _stretch(board), spare / 2)) for cell in placed)


def _cell(
    board: AnyBoard,
    text: str,
    grid: Grid,
    at: tuple[int, int],
    top: Mm,
    fills: Sequence[str],
) -> TextBox:
    """One cell, at the top of its row."""
    row, column = at
    padding = board.grid.padding * board.proportions.table.side
    role, size = _setting(grid.sizes, column, len(fills), is_head=row == 0)
    left = grid.columns[column] + (padding if column else 0)
    width = grid.columns[column + 1] - grid.columns[column] - 2 * padding
    fill = fills[column]
    return board.setter.place(text, role, size, Box(left, top, width, 0), Ink(text_on(fill), fill))


def _rules(
    board: AnyBoard,
    subject: Subject,
    columns: Sequence[Mm],
    edges: Sequence[Mm],
    fills: Sequence[str],
) -> tuple[Area, ...]:
    rules = []
    thickness = board.proportions.hairline
    for y in edges[1:-1]:
        for left, right, fill in zip(columns, columns[1:], fills, strict=False):
            colour = "white" if text_on(fill) == "white" else subject.shade("deep")
            rules.append(Area(Box(left, y - thickness / 2, right - left, thickness), colour))
    return tuple(rules)
