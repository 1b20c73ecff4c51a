"""Mosaics: tiles of different length packed in columns without holes, read down the columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from typing import cast

from planche.diagnostics import FaultError
from planche.geometry.board import PaperBoard, SlideBoard, Subject, excess_words, too_much
from planche.geometry.bodies import MosaicBody, Tile
from planche.geometry.figure import Head, figure_head, figure_page
from planche.geometry.parts import Area, Box, Page, moved
from planche.geometry.typesetter import Ink
from planche.model import Mosaic
from planche.units import Mm, Pt

UNDER_TITLE: Mm = 7
PADDING = 0.78
"""Padding inside a tile against that of cards."""

TILE_GAP = 0.55
"""White between tiles, in paddings."""

ROUNDS = 6
"""How often the columns' widths are evened out before they are taken as they are."""

MOST_STRETCH = 1.5
"""How much higher than its text a tile may become."""


@dataclass(frozen=True)
class Shape:
    """A way to set a mosaic: orientation and number of columns."""

    landscape: bool
    columns: int


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


SHAPES = (Shape(True, 3), Shape(False, 2), Shape(True, 4), Shape(False, 3))


def lay_out_mosaic(board: PaperBoard, subject: Subject) -> tuple[Page, ...]:
    """The page of a mosaic in the orientation that carries the largest type.

    Raises FaultError where none carries it.
    """
    mosaic = cast(Mosaic, subject.plate)
    titles = board.grid.steps["figure-title"]
    for size, shape, title in product(board.grid.steps["tile"], SHAPES, titles):
        found = _set(board, subject, mosaic, size, shape, title)
        if found:
            return (found,)
    raise _refused(board, subject, mosaic)


def _set(
    board: PaperBoard, subject: Subject, mosaic: Mosaic, size: Pt, shape: Shape, title: Pt
) -> Page | None:
    page = board.wide_page() if shape.landscape else board.tall_page()
    head = _head(board, subject, mosaic, page, title)
    area = board.text_area(page, head.bottom + UNDER_TITLE)
    packing = packed(board, mosaic.tiles, size, shape.columns, area)
    if packing is None:
        return None
    body = drawn(board, subject, mosaic.tiles, packing, area)
    gap = board.grid.padding * TILE_GAP
    heights = packing.column_heights(gap)
    fill = sum(heights) / len(heights) / area.height
    return figure_page(board, subject, page, head, body, fill=fill)


def _head(board: PaperBoard, subject: Subject, mosaic: Mosaic, page: Box, title: Pt) -> Head:
    width = page.width - 2 * board.grid.margin
    return figure_head(board, subject, width, 3, mosaic.heading, most=title)


def packed(
    board: PaperBoard | SlideBoard, tiles: Sequence[str], size: Pt, columns: int, area: Box
) -> Packing | None:
    """The tiles cut into columns that fit the area, or None.

    The columns' widths are evened out until all are about as high.
    """
    if columns > len(tiles):
        return None
    gap = board.grid.padding * TILE_GAP
    even = (area.width - gap * (columns - 1)) / columns
    widths = (even,) * columns
    best: Packing | None = None
    for _ in range(ROUNDS):
        packing = _cut(board, tiles, size, widths, gap)
        if packing is None:
            break
        heights = packing.column_heights(gap)
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
    board: PaperBoard | SlideBoard,
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


def _tile_height(board: PaperBoard | SlideBoard, text: str, size: Pt, width: Mm) -> Mm | None:
    padding = board.grid.padding * PADDING
    slack = 1 - board.setter.medium.slack
    height = board.setter.height(text, "tile", size, (width - 2 * padding) * slack)
    return None if height is None else height + 2 * padding


def drawn(
    board: PaperBoard | SlideBoard,
    subject: Subject,
    tiles: Sequence[str],
    packing: Packing,
    area: Box,
    first: int = 0,
) -> MosaicBody:
    """The tiles stretched so that all columns end on one line; `first` counts their shades."""
    gap = board.grid.padding * TILE_GAP
    highest = max(packing.column_heights(gap))
    bottom = min(area.height, highest * MOST_STRETCH)
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
    return subject.shade(("tint", "deep", "tint-2")[index % 3])


def _tile(board: PaperBoard | SlideBoard, text: str, size: Pt, box: Box, fill: str) -> Tile:
    padding = board.grid.padding * PADDING
    colour = "white" if fill.endswith("-deep") else "ink"
    inner = Box(box.x + padding, box.y + padding, box.width - 2 * padding, 0)
    placed = board.setter.place(text, "tile", size, inner, Ink(colour, fill))
    spare = box.height - 2 * padding - placed.box.height
    return Tile(Area(box, fill), moved(placed, min(spare, padding) * 0.5))


def _refused(board: PaperBoard, subject: Subject, mosaic: Mosaic) -> FaultError:
    size = board.grid.steps["tile"][-1]
    shape = SHAPES[-1]
    page = board.wide_page() if shape.landscape else board.tall_page()
    head = _head(board, subject, mosaic, page, board.grid.steps["figure-title"][-1])
    area = board.text_area(page, head.bottom + UNDER_TITLE)
    gap = board.grid.padding * TILE_GAP
    columns = min(shape.columns, len(mosaic.tiles))
    width = (area.width - gap * (columns - 1)) / columns
    packing = _cut(board, mosaic.tiles, size, (width,) * columns, gap)
    if packing is None:
        return FaultError("word-too-wide", plate=subject.id, size=f"{size:g}", format="A3")
    overflow = sum(max(0.0, each - area.height) for each in packing.column_heights(gap))
    line = board.setter.line_height("tile", size)
    return too_much(subject, board, excess_words(max(overflow, line), line, 4), size)
