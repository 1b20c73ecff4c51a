"""Tables of comparison: columns that widen to the right, rows as high as their text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry.board import PaperBoard, SlideBoard, Subject, excess_words, too_much
from planche.geometry.bodies import TableBody
from planche.geometry.figure import figure_head, figure_page
from planche.geometry.parts import Area, Box, Page, TextBox, moved
from planche.geometry.typesetter import Ink
from planche.model import Table
from planche.units import Mm, Pt

HEAD_SHARES = (0.72, 0.8, 0.88, 0.96, 1.04)
"""Widths tried for the column of row heads, against the first column of cells."""

WIDENINGS = (0.08, 0.14, 0.2)
"""How much wider each column may be than the one before, against the first."""

HAIRLINE: Mm = 0.25
TITLE_LINES = 2
UNDER_TITLE: Mm = 6
CELL_PADDING = 0.62
"""A cell's padding at its sides against that of cards."""

CELL_PADDING_DOWN = 0.34
"""A cell's least padding over and under its text against that of cards."""

MOST_STRETCH = 1.6
"""How much higher than its text a row may become when there is room."""


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


Rows = Sequence[tuple[str, ...]]


def lay_out_table(board: PaperBoard, subject: Subject) -> tuple[Page, ...]:
    """The landscape page of a table. Raises FaultError where it is too long."""
    table = cast(Table, subject.plate)
    page = board.wide_page()
    width = page.width - 2 * board.grid.margin
    for cell, title in product(board.grid.steps["cell"], board.grid.steps["figure-title"]):
        head = figure_head(board, subject, width, TITLE_LINES, table.heading, most=title)
        area = board.text_area(page, head.bottom + UNDER_TITLE)
        grid = lowest(board, table.columns, table.rows, area, cell)
        if grid and sum(grid.heights) <= area.height:
            body = drawn(board, subject, table.columns, table.rows, area, grid)
            fill = min(1.0, MOST_STRETCH * sum(grid.heights) / area.height)
            return (figure_page(board, subject, page, head, body, fill=fill),)
    raise refused(board, subject, table.rows, grid, area)


def lowest(
    board: PaperBoard | SlideBoard, heads: tuple[str, ...], rows: Rows, area: Box, cell: Pt
) -> Grid | None:
    """The grid with the least height for a size of cells; None where a word is too wide."""
    row_heads = [size for size in board.grid.steps["row-head"] if size <= cell + 2]
    grids = []
    for share, widening in product(HEAD_SHARES, WIDENINGS):
        columns = _columns(len(heads), area, share, widening)
        sizes = Sizes(_head_size(board, heads, columns), min(row_heads[0], cell), cell)
        grid = _grid(board, heads, rows, columns, sizes)
        if grid:
            grids.append(grid)
    return min(grids, key=lambda grid: sum(grid.heights), default=None)


def refused(
    board: PaperBoard | SlideBoard, subject: Subject, rows: Rows, grid: Grid | None, area: Box
) -> FaultError:
    """The fault of a table that does not fit even at the smallest size."""
    size = board.grid.steps["cell"][-1]
    if grid is None:
        return FaultError(
            "word-too-wide", plate=subject.id, size=f"{size:g}", format=board.format_name
        )
    line = board.setter.line_height("cell", size)
    words = sum(len(cell.split()) for row in rows for cell in row)
    share = words / (sum(grid.heights) / line)
    return too_much(
        subject, board, excess_words(sum(grid.heights) - area.height, line, share), size
    )


def _head_size(
    board: PaperBoard | SlideBoard, heads: tuple[str, ...], columns: tuple[Mm, ...]
) -> Pt:
    """The largest size at which every column head stands on one line, else the smallest."""
    padding = board.grid.padding * CELL_PADDING
    spare = 1 - max(board.setter.medium.slack, 0.01)
    steps = board.grid.steps["column"]
    for size in steps:
        if all(
            board.setter.text_width(head, "column", size) <= (right - left - 2 * padding) * spare
            for head, left, right in zip(heads[1:], columns[1:], columns[2:], strict=False)
        ):
            return size
    return steps[-1]


def _columns(count: int, area: Box, share: float, widening: float) -> tuple[Mm, ...]:
    shares = [share, *(1 + widening * index for index in range(count - 1))]
    return tuple(accumulate((area.width * each / sum(shares) for each in shares), initial=area.x))


def _grid(
    board: PaperBoard | SlideBoard,
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
    board: PaperBoard | SlideBoard,
    row: tuple[str, ...],
    columns: Sequence[Mm],
    sizes: Sizes,
    is_head: bool,
) -> Mm | None:
    padding = board.grid.padding * CELL_PADDING
    slack = 1 - board.setter.medium.slack
    heights = []
    for column, text in enumerate(row):
        role, size = _setting(sizes, column, is_head)
        width = (columns[column + 1] - columns[column] - 2 * padding) * slack
        height = board.setter.height(text, role, size, width)
        if height is None:
            return None
        heights.append(height)
    return max(heights) + 2 * board.grid.padding * CELL_PADDING_DOWN


def _setting(sizes: Sizes, column: int, is_head: bool) -> tuple[str, Pt]:
    if column == 0:
        return "row-head", sizes.row_head
    return ("column", sizes.column) if is_head else ("cell", sizes.cell)


def drawn(
    board: PaperBoard | SlideBoard,
    subject: Subject,
    heads: tuple[str, ...],
    rows: Rows,
    area: Box,
    grid: Grid,
) -> TableBody:
    """The table with its rows stretched to the area, and every cell set."""
    stretch = min(MOST_STRETCH, area.height / sum(grid.heights))
    heights = [height * stretch for height in grid.heights]
    edges = tuple(accumulate(heights, initial=area.y))
    fills = _fills(subject, len(heads))
    boxed = [
        tuple(
            _cell(board, text, grid.sizes, (row, column), grid.columns, edges, fills)
            for column, text in enumerate(cells)
        )
        for row, cells in enumerate((heads, *rows))
    ]
    columns = tuple(
        Area(Box(left, edges[0], right - left, edges[-1] - edges[0]), fill)
        for left, right, fill in zip(grid.columns[1:], grid.columns[2:], fills[1:], strict=False)
    )
    return TableBody(
        heads=boxed[0],
        rows=tuple(boxed[1:]),
        columns=columns,
        rules=_rules(subject, grid.columns, edges, fills),
        column_edges=grid.columns,
        row_edges=edges,
        padding=board.grid.padding * CELL_PADDING,
    )


def _fills(subject: Subject, count: int) -> list[str]:
    """Pale, middle, full: the columns grow heavier towards the last."""
    tints = [subject.shade(f"tint{suffix}") for suffix in ("", "-2", "-3")]
    middle = tints[: count - 2] if count - 2 <= len(tints) else tints[:1] * (count - 2)
    return ["paper", *middle, subject.shade("deep")]


def _cell(
    board: PaperBoard | SlideBoard,
    text: str,
    sizes: Sizes,
    at: tuple[int, int],
    columns: Sequence[Mm],
    edges: Sequence[Mm],
    fills: Sequence[str],
) -> TextBox:
    row, column = at
    padding = board.grid.padding * CELL_PADDING
    role, size = _setting(sizes, column, is_head=row == 0)
    left = columns[column] + (padding if column else 0)
    width = columns[column + 1] - columns[column] - 2 * padding
    fill = fills[column]
    colour = "white" if fill.endswith("-deep") else "ink"
    down = board.grid.padding * CELL_PADDING_DOWN
    cell = board.setter.place(text, role, size, Box(left, edges[row], width, 0), Ink(colour, fill))
    if row == 0:
        return moved(cell, edges[1] - down - cell.box.bottom)
    spare = edges[row + 1] - edges[row] - cell.box.height
    return moved(cell, min(down * MOST_STRETCH, spare / 2))


def _rules(
    subject: Subject, columns: Sequence[Mm], edges: Sequence[Mm], fills: Sequence[str]
) -> tuple[Area, ...]:
    rules = []
    for y in edges[1:-1]:
        for left, right, fill in zip(columns, columns[1:], fills, strict=False):
            colour = "white" if fill.endswith("-deep") else subject.shade("deep")
            rules.append(Area(Box(left, y - HAIRLINE / 2, right - left, HAIRLINE), colour))
    return tuple(rules)
