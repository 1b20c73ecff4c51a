"""Tables and mosaics on slides: what does not fit one slide is cut into several."""

from collections.abc import Sequence
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry import mosaic, table
from planche.geometry.board import SlideBoard, Subject
from planche.geometry.figure import Head, figure_head, figure_page
from planche.geometry.head import part_title, split_evenly
from planche.geometry.parts import Body, Box, Page
from planche.model import Mosaic, Table
from planche.units import Mm

TITLE_LINES = 2
UNDER_TITLE: Mm = 5
MOSAIC_COLUMNS = 3
MOST_SLIDES = 12


def table_slides(board: SlideBoard, subject: Subject) -> tuple[Page, ...]:
    """The slides of a table, the row of heads on each. Raises FaultError."""
    plate = cast(Table, subject.plate)
    weights = [float(max(len(cell) for cell in row)) for row in plate.rows]
    fault: FaultError | None = None
    for count in range(1, len(plate.rows) + 1):
        heads = _heads(board, subject, count)
        cuts = [plate.rows[start:end] for start, end in split_evenly(weights, count)]
        try:
            bodies: list[Body] = [
                _table(board, subject, plate, rows, head)
                for rows, head in zip(cuts, heads, strict=True)
            ]
        except FaultError as error:
            fault = error
            continue
        return _pages(board, subject, heads, bodies)
    raise fault or FaultError("title-too-long", plate=subject.id, size="25")


def mosaic_slides(board: SlideBoard, subject: Subject) -> tuple[Page, ...]:
    """The slides of a mosaic: as few as hold its tiles. Raises FaultError."""
    plate = cast(Mosaic, subject.plate)
    weights = [float(len(tile)) for tile in plate.tiles]
    for count in range(1, len(plate.tiles) + 1):
        heads = _heads(board, subject, count)
        cuts = split_evenly(weights, count)
        for size in board.grid.steps["tile"]:
            bodies = []
            for (start, end), head in zip(cuts, heads, strict=True):
                area = _area(board, head)
                tiles = plate.tiles[start:end]
                columns = min(MOSAIC_COLUMNS, len(tiles))
                packing = mosaic.packed(board, tiles, size, columns, area)
                if packing is None:
                    break
                bodies.append(mosaic.drawn(board, subject, tiles, packing, area, first=start))
            if len(bodies) == count:
                return _pages(board, subject, heads, bodies)
    size = board.grid.steps["tile"][-1]
    raise FaultError("word-too-wide", plate=subject.id, size=f"{size:g}", format="deck")


def _heads(board: SlideBoard, subject: Subject, count: int) -> list[Head]:
    width = board.wide_page().width - 2 * board.grid.margin
    titles = [
        part_title(board, subject.plate.heading, (index + 1, count)) for index in range(count)
    ]
    return [figure_head(board, subject, width, TITLE_LINES, title) for title in titles]


def _area(board: SlideBoard, head: Head) -> Box:
    return board.text_area(board.wide_page(), head.bottom + UNDER_TITLE)


def _table(board: SlideBoard, subject: Subject, plate: Table, rows: table.Rows, head: Head) -> Body:
    area = _area(board, head)
    for cell in board.grid.steps["cell"]:
        grid = table.lowest(board, plate.columns, rows, area, cell)
        if grid and sum(grid.heights) <= area.height:
            return table.drawn(board, subject, plate.columns, rows, area, grid)
    raise table.refused(board, subject, rows, grid, area)


def _pages(
    board: SlideBoard, subject: Subject, heads: Sequence[Head], bodies: Sequence[Body]
) -> tuple[Page, ...]:
    page = board.wide_page()
    return tuple(
        figure_page(board, subject, page, head, body, (index + 1, len(bodies)))
        for index, (head, body) in enumerate(zip(heads, bodies, strict=True))
    )
