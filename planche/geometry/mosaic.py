"""Mosaics: tiles of different length packed in columns without holes, read down the columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from typing import NoReturn, cast

from planche.diagnostics import FaultError
from planche.geometry.board import AnyBoard, PaperBoard, SlideBoard, Subject, excess_words, too_much
from planche.geometry.bodies import MosaicBody, Tile
from planche.geometry.dress import text_on
from planche.geometry.figure import Head, figure_head, figure_page
from planche.geometry.head import part_title, split_evenly
from planche.geometry.parts import Area, Box, Page, moved
from planche.geometry.typesetter import Ink
from planche.model import Mosaic
from planche.units import Mm, Pt

HOPELESS = 1.08
"""Columns that together exceed their room by more than this are not saved by other widths."""

ROUNDS = 6
"""How often the columns' widths are evened out before they are taken as they are."""


@dataclass(frozen=True)
class Packing:
    """Tiles cut into columns: where each column starts, its width and its tiles' heights."""

    size: Pt
    starts: tuple[int, ...]
    widths: tuple[Mm, ...]
    heights: tuple[Mm, ...]

    def column_heights(self, gap: Mm) -> list[Mm]:
        """Height of each column with its gaps."""
        ends = (*self.starts[1:], len(self.heights))
        return [
            sum(self.heights[start:end]) + gap * (end - start - 1)
            for start, end in zip(self.starts, ends, strict=True)
        ]


MOST_PAGES = 2
"""A figure too long for one page of paper becomes a diptych."""


def lay_out_mosaic(board: PaperBoard, subject: Subject) -> tuple[Page, ...]:
    """The page of a mosaic in the orientation that carries the largest type, or two pages.

    Raises FaultError where two do not carry it either.
    """
    steps = board.grid.steps
    shapes = board.proportions.mosaic.shapes
    counts = range(1, MOST_PAGES + 1)
    for count, size, shape, title in product(counts, steps["tile"], shapes, steps["figure-title"]):
        page = board.wide_page() if shape.landscape else board.tall_page()
        pages = mosaic_pages(board, subject, page, Setting(count, size, shape.columns, title))
        if pages:
            return pages
    page = board.wide_page() if shapes[-1].landscape else board.tall_page()
    return _nothing(board, subject, page, shapes[-1].columns, MOST_PAGES)


def mosaic_slides(board: SlideBoard, subject: Subject) -> tuple[Page, ...]:
    """The slides of a mosaic: as few as hold its tiles. Raises FaultError."""
    tiles = len(cast(Mosaic, subject.plate).tiles)
    page = board.wide_page()
    columns = board.proportions.mosaic.slide_columns
    title = board.grid.steps["figure-title"][0]
    for count, size in product(range(1, tiles + 1), board.grid.steps["tile"]):
        pages = mosaic_pages(board, subject, page, Setting(count, size, columns, title))
        if pages:
            return pages
    return _nothing(board, subject, page, columns, tiles)


@dataclass(frozen=True)
class Setting:
    """How a mosaic is tried: on how many pages, at which size, in how many columns.

    `title` is the largest size the title may take.
    """

    count: int
    size: Pt
    columns: int
    title: Pt


def mosaic_pages(
    board: AnyBoard, subject: Subject, page: Box, setting: Setting
) -> tuple[Page, ...] | None:
    """The mosaic in one setting; None where a page does not hold its tiles."""
    tiles = cast(Mosaic, subject.plate).tiles
    if setting.count > len(tiles):
        return None
    gap = board.grid.padding * board.proportions.mosaic.gap
    pages = []
    weights = [float(len(tile)) for tile in tiles]
    for index, (start, end) in enumerate(split_evenly(weights, setting.count)):
        part = (index + 1, setting.count)
        head = _head(board, subject, page, part, setting.title)
        area = board.text_area(page, head.bottom + board.grid.under_title)
        columns = min(setting.columns, end - start)
        packing = packed(board, tiles[start:end], setting.size, columns, area)
        if packing is None:
            return None
        body = drawn(board, subject, tiles[start:end], packing, area, first=start)
        fill = sum(packing.column_heights(gap)) / columns / area.height
        pages.append(figure_page(board, subject, page, head, body, part, fill=fill))
    return tuple(pages)


def _head(board: AnyBoard, subject: Subject, page: Box, part: tuple[int, int], title: Pt) -> Head:
    width = page.width - 2 * board.grid.margin
    heading = part_title(board, subject.plate.heading, part)
    return figure_head(board, subject, width, board.grid.title_lines, heading, most=title)


def packed(
    board: AnyBoard, tiles: Sequence[str], size: Pt, columns: int, area: Box
) -> Packing | None:
    """The tiles cut into columns that fit the area, or None.

    The columns' widths are evened out until all are about as high.
    """
    if columns > len(tiles):
        return None
    gap = board.grid.padding * board.proportions.mosaic.gap
    even = (area.width - gap * (columns - 1)) / columns
    widths = (even,) * columns
    best: Packing | None = None
    for _ in range(ROUNDS):
        packing = _cut(board, tiles, size, widths, gap)
        if packing is None:
            break
        heights = packing.column_heights(gap)
        if sum(heights) > columns * area.height * HOPELESS:
            break
        if max(heights) <= area.height and (
            best is None or max(heights) < max(best.column_heights(gap))
        ):
            best = packing
        widths = _evened(widths, heights, even)
    return best


def _evened(widths: Sequence[Mm], heights: Sequence[Mm], even: Mm) -> tuple[Mm, ...]:
    mean = sum(heights) / len(heights)
    wished = [
        min(1.3 * even, max(0.75 * even, width * (1 + 0.5 * (height / mean - 1))))
        for width, height in zip(widths, heights, strict=True)
    ]
    total = sum(widths)
    return tuple(width * total / sum(wished) for width in wished)


def _cut(
    board: AnyBoard,
    tiles: Sequence[str],
    size: Pt,
    widths: Sequence[Mm],
    gap: Mm,
) -> Packing | None:
    """The cut into columns whose highest column is lowest (dynamic programming)."""
    heights = [[_tile_height(board, tile, size, width) for tile in tiles] for width in widths]
    if any(height is None for row in heights for height in row):
        return None
    known = cast(list[list[Mm]], heights)
    count = len(tiles)
    best: dict[tuple[int, int], tuple[Mm, tuple[int, ...]]] = {(0, 0): (0.0, ())}
    for column in range(len(widths)):
        for end in range(column + 1, count + 1):
            options = [
                (
                    max(
                        best[column, start][0],
                        sum(known[column][start:end]) + gap * (end - start - 1),
                    ),
                    (*best[column, start][1], start),
                )
                for start in range(end)
                if (column, start) in best
            ]
            if options:
                best[column + 1, end] = min(options)
    _, starts = best[len(widths), count]
    ends = (*starts[1:], count)
    chosen = tuple(
        known[column][index]
        for column, (start, end) in enumerate(zip(starts, ends, strict=True))
        for index in range(start, end)
    )
    return Packing(size, starts, tuple(widths), chosen)


def _tile_height(board: AnyBoard, text: str, size: Pt, width: Mm) -> Mm | None:
    padding = board.grid.padding * board.proportions.mosaic.padding
    height = board.setter.height(text, "tile", size, width - 2 * padding)
    return None if height is None else height + 2 * padding


def drawn(
    board: AnyBoard,
    subject: Subject,
    tiles: Sequence[str],
    packing: Packing,
    area: Box,
    first: int = 0,
) -> MosaicBody:
    """The tiles stretched so that all columns end on one line; `first` counts their shades."""
    gap = board.grid.padding * board.proportions.mosaic.gap
    highest = max(packing.column_heights(gap))
    bottom = min(area.height, highest * board.proportions.mosaic.stretch)
    placed = []
    lefts = list(accumulate((width + gap for width in packing.widths), initial=area.x))
    for column, indices in enumerate(_columns(packing)):
        heights = [packing.heights[index] for index in indices]
        spare = (bottom - sum(heights) - gap * (len(indices) - 1)) / len(indices)
        y = area.y
        for row, index in enumerate(indices):
            box = Box(lefts[column], y, packing.widths[column], packing.heights[index] + spare)
            shade = _shade(subject, column + row + first)
            placed.append(_tile(board, tiles[index], packing.size, box, shade))
            y = box.bottom + gap
    return MosaicBody(tuple(placed))


def _columns(packing: Packing) -> Iterator[range]:
    ends = (*packing.starts[1:], len(packing.heights))
    for start, end in zip(packing.starts, ends, strict=True):
        yield range(start, end)


def _shade(subject: Subject, index: int) -> str:
    return subject.shade(subject.dress.tiles[index % len(subject.dress.tiles)])


def _tile(board: AnyBoard, text: str, size: Pt, box: Box, fill: str) -> Tile:
    padding = board.grid.padding * board.proportions.mosaic.padding
    inner = Box(box.x + padding, box.y + padding, box.width - 2 * padding, 0)
    placed = board.setter.place(text, "tile", size, inner, Ink(text_on(fill), fill))
    spare = box.height - 2 * padding - placed.box.height
    return Tile(Area(box, fill), moved(placed, min(spare, padding) * 0.5))


def _nothing(board: AnyBoard, subject: Subject, page: Box, columns: int, pages: int) -> NoReturn:
    """Raise the fault of a mosaic that does not fit some pages even at the smallest size."""
    tiles = cast(Mosaic, subject.plate).tiles
    size = board.grid.steps["tile"][-1]
    head = _head(board, subject, page, (1, 1), board.grid.steps["figure-title"][-1])
    area = board.text_area(page, head.bottom + board.grid.under_title)
    gap = board.grid.padding * board.proportions.mosaic.gap
    columns = min(columns, len(tiles))
    width = (area.width - gap * (columns - 1)) / columns
    packing = _cut(board, tiles, size, (width,) * columns, gap)
    if packing is None:
        raise FaultError("word-too-wide", plate=subject.id, size=f"{size:g}", format=board.label)
    line = board.setter.line_height("tile", size)
    overflow = sum(packing.column_heights(gap)) - pages * columns * area.height
    words = sum(len(tile.split()) for tile in tiles) * line / sum(packing.heights)
    raise too_much(subject, board, excess_words(max(overflow, line), line, words), size)
