"""Where artwork that touches the trim stops short of the bleed: a white rim after cutting.

Along each side the page is read in lines that run outwards. A line that has ink just inside the
trim must have ink all the way to the bleed. Slanting and round edges leave white there by right,
so only a stretch whose ink ends at one and the same distance counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from planche.press.preflight.facts import Boxes, Rim
from planche.press.preflight.matrix import Area
from planche.press.preflight.raster import FULL, Raster
from planche.units import Mm, mm_to_pt, pt_to_mm

INK = 0.015 * FULL
"""The least ink (of all four) of a pixel that is not paper: below the palest tint in use."""

INSIDE: Mm = 0.75
"""So far inside the trim the artwork is looked for."""

LEVEL = 5.0
"""A straight end of this length in millimetres is a fault, however long the artwork is."""

SHARE = 0.6
"""A shorter one is a fault where it is so much of the artwork at that place: a narrow bar."""

LEAST_ROOM = 2
"""Pixels beyond the trim that make it worth while to look."""

SHORTEST = 0.5
"""Millimetres of trim below which nothing is looked at."""

Side = Literal["top", "right", "bottom", "left"]


@dataclass(frozen=True)
class _Edge:
    """A side of the sheet: its pixels in lines along the trim, from inside to outside."""

    side: Side
    within: NDArray[Any]
    """Whether there is ink just inside the trim, by the place along it."""
    outwards: NDArray[Any]
    """Whether there is ink, by the distance from the trim and the place along it."""


def rims(raster: Raster, page: Boxes, bleed: Mm) -> Iterator[Rim]:
    """Every stretch without bleed. The raster holds trim and bleed; without room beyond the
    trim on a side nothing is said of it."""
    inked = raster.total > INK
    for edge in _edges(raster, inked, page.sheet, mm_to_pt(bleed) / page.scale):
        reach = _reach(edge.outwards)
        short = edge.within & (reach < edge.outwards.shape[0])
        for start, end in _level(reach, short, edge.within, raster):
            beyond = pt_to_mm(float(reach[start]) / raster.scale * page.scale)
            yield Rim(
                edge.side, round(beyond, 1), page.place(_area(edge.side, start, end, raster, page))
            )


def _edges(raster: Raster, inked: NDArray[Any], trim: Area, bleed: float) -> Iterator[_Edge]:
    """The four sides, each turned so that rows run along it and the first is at the trim."""
    left, bottom, right, top = trim
    rows, columns = raster.rows(bottom, top), raster.columns(left, right)
    deep = max(1, round(mm_to_pt(INSIDE) * raster.scale))
    above, below = raster.rows(top, top + bleed), raster.rows(bottom - bleed, bottom)
    before, after = raster.columns(left - bleed, left), raster.columns(right, right + bleed)
    room = [min(abs(trim[at] - raster.area[at]), bleed) * raster.scale for at in range(4)]
    if room[3] >= LEAST_ROOM:
        within = _all(inked[rows.start : rows.start + deep, columns], 0)
        yield _Edge("top", within, inked[above, columns][::-1])
    if room[1] >= LEAST_ROOM:
        within = _all(inked[rows.stop - deep : rows.stop, columns], 0)
        yield _Edge("bottom", within, inked[below, columns])
    if room[0] >= LEAST_ROOM:
        within = _all(inked[rows, columns.start : columns.start + deep], 1)
        yield _Edge("left", within, inked[rows, before][:, ::-1].T)
    if room[2] >= LEAST_ROOM:
        within = _all(inked[rows, columns.stop - deep : columns.stop], 1)
        yield _Edge("right", within, inked[rows, after].T)


def _all(inked: NDArray[Any], axis: int) -> NDArray[Any]:
    return np.asarray(inked.all(axis=axis))


def _reach(outwards: NDArray[Any]) -> NDArray[Any]:
    """How many pixels the ink goes on from the trim, by the place along it."""
    stops = ~outwards
    reach: NDArray[Any] = np.where(stops.any(axis=0), stops.argmax(axis=0), outwards.shape[0])
    return reach


def _level(
    reach: NDArray[Any],
    short: NDArray[Any],
    within: NDArray[Any],
    raster: Raster,
) -> Iterator[tuple[int, int]]:
    """Stretches whose ink ends at one distance, long enough to be an edge along the trim."""
    pixel = pt_to_mm(1 / raster.scale)
    for first, last in _runs(within):
        whole = (last - first) * pixel
        if whole < SHORTEST:
            continue
        for start, end in _same(reach, short, first, last):
            length = (end - start) * pixel
            if length >= min(LEVEL, max(SHARE * whole, SHORTEST)):
                yield start, end


def _same(
    reach: NDArray[Any], short: NDArray[Any], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Stretches of one reach, give or take a pixel."""
    start = first
    while start < last:
        if not short[start]:
            start += 1
            continue
        end = start + 1
        while end < last and short[end] and abs(int(reach[end]) - int(reach[start])) <= 1:
            end += 1
        yield start, end
        start = end


def _runs(marked: NDArray[Any]) -> Iterator[tuple[int, int]]:
    """First and last-but-one of every unbroken stretch."""
    padded = np.concatenate(([False], marked, [False]))
    changes = np.flatnonzero(padded[1:] != padded[:-1])
    yield from zip(changes[::2].tolist(), changes[1::2].tolist(), strict=True)


def _area(side: Side, start: int, end: int, raster: Raster, page: Boxes) -> Area:
    """The stretch between trim and bleed, in points."""
    left, bottom, right, top = page.sheet
    outer = raster.area
    from_top = raster.rows(bottom, top).start
    from_left = raster.columns(left, right).start
    low = outer[3] - (from_top + end) / raster.scale
    high = outer[3] - (from_top + start) / raster.scale
    west = outer[0] + (from_left + start) / raster.scale
    east = outer[0] + (from_left + end) / raster.scale
    areas: dict[Side, Area] = {
        "top": (west, top, east, outer[3]),
        "bottom": (west, outer[1], east, bottom),
        "left": (outer[0], low, left, high),
        "right": (right, low, outer[2], high),
    }
    return areas[side]
