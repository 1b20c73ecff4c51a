"""How much ink a page takes: the heaviest spot, the mean, and a picture of each ink."""

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from planche.press.preflight.document import boxes
from planche.press.preflight.facts import PAPER, Boxes, Inks, Patch
from planche.press.preflight.matrix import Area
from planche.press.preflight.opening import open_pdf
from planche.press.preflight.raster import FULL, Raster, rasters
from planche.units import MM_PER_INCH

PATCH_MM2 = 15.0
"""Ink is averaged over so much paper (house; preflight programs leave out small areas likewise):
a seam of two fields or the edge of a letter is no place where ink fails to dry."""

COARSE, FINE = 36, 50
"""Dots per inch: for means, and for the separations' pictures."""

INKS = ("C", "M", "Y", "K")

HAIR = 0.5
"""Percent by which rendering in 256 steps may be above what the file says."""


def heaviest(raster: Raster, page: Boxes) -> Patch:
    """The spot of PATCH_MM2 with the most ink, and its inks."""
    total = raster.total
    side = max(1, min(round((PATCH_MM2**0.5) / MM_PER_INCH * raster.dpi), *total.shape))
    sums = _windows(total, side)
    row, column = np.unravel_index(int(sums.argmax()), sums.shape)
    spot = raster.plates[row : row + side, column : column + side]
    inks = _means(spot)
    left = raster.area[0] + float(column) / raster.scale
    top = raster.area[3] - float(row) / raster.scale
    length = side / raster.scale
    place = page.place((left, top - length, left + length, top))
    return Patch(round(sum(inks), 1), inks, place)


def _windows(total: NDArray[np.uint16], side: int) -> NDArray[np.int64]:
    """The sum of every square of some pixels, by its top left pixel."""
    sums = np.zeros((total.shape[0] + 1, total.shape[1] + 1), np.int64)
    np.cumsum(total, axis=1, out=sums[1:, 1:])
    np.cumsum(sums, axis=0, out=sums)
    here: NDArray[np.int64] = (
        sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    )
    return here


def _means(plates: NDArray[np.uint8]) -> Inks:
    """The mean of each ink, in percent."""
    high, wide, _ = plates.shape
    if not plates.size:
        return PAPER
    columns = plates.reshape(high, wide * 4).sum(axis=0, dtype=np.uint32)  # by rows: quickest
    cyan, magenta, yellow, black = columns.reshape(wide, 4).sum(axis=0).tolist()
    full = high * wide * FULL / 100
    return (
        round(cyan / full, 1),
        round(magenta / full, 1),
        round(yellow / full, 1),
        round(black / full, 1),
    )


def mean_inks(raster: Raster, area: Area) -> Inks:
    """The mean of each ink in an area, in percent."""
    return _means(raster.part(area))


def mean_coverage(pdf: bytes, dpi: int = COARSE) -> tuple[float, ...]:
    """Mean ink of every page's trim, in percent: the sum of the four inks.

    Works for screen PDFs, too; RGB is turned into inks as `raster` says. Raises FaultError
    `part-missing`, or `pdf-…` where the file cannot be read.
    """
    with (
        open_pdf(pdf) as opened,
        rasters(opened, lambda page: boxes(page).sheet, dpi) as drawn,
    ):
        return tuple(round(sum(_means(each.plates)), 2) for each in drawn)


def separations(pdf: bytes, page: int, dpi: int = FINE) -> dict[str, bytes]:
    """A small grey picture (PNG) of each ink of a page, numbered from 1: black is full ink.

    Raises FaultError as `mean_coverage`, and IndexError for a page that there is none of.
    """
    with open_pdf(pdf) as opened:
        for number in range(len(opened.pages), 0, -1):
            if number != page:
                del opened.pages[number - 1]
        if not opened.pages:
            raise IndexError(page)
        with rasters(opened, lambda each: boxes(each).reach, dpi) as drawn:
            plates = next(drawn).plates
    return {ink: _png(FULL - plates[..., at]) for at, ink in enumerate(INKS)}


def _png(grey: NDArray[np.uint8]) -> bytes:
    written = BytesIO()
    few = Image.fromarray(np.ascontiguousarray(grey)).quantize(16)
    few.save(written, "PNG", optimize=True)
    return written.getvalue()
