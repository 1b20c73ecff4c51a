"""The QR code in the foot of a poster: where the newest edition of the plate is found."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import urljoin

import segno

from planche.diagnostics import FaultError
from planche.geometry.parts import Area, Box
from planche.units import Mm

QUIET = 4
"""Modules of white that a reader needs round the code (ISO/IEC 18004, 5.3.8)."""

LEAST_MODULE: Mm = 0.2
"""Least width of a module: five dots of an office printer, which has 600 to the inch. Ours to
choose; the standard leaves it to those who use the code (ISO/IEC 18004, 5.3.8)."""

CORRECTION = "m"
"""Level of error correction: M mends 15 % of the code, enough for a poster that is not glossy."""

Rows: TypeAlias = tuple[tuple[bool, ...], ...]
"""The modules of a code, dark where true."""

PAGES = "gallery"
"""Where a plate's page stands under the set's address."""


@dataclass(frozen=True)
class Code:
    """A code: the square of its modules, and what is drawn, what lies on top last."""

    box: Box
    quiet: Mm
    """White that it needs on every side."""
    areas: tuple[Area, ...]


def page_address(address: str, plate: str) -> str:
    """The address of a plate's page; the set's may be a folder's or that of its first page."""
    folder = address if address.endswith(("/", ".html")) else f"{address}/"
    return urljoin(folder, f"{PAGES}/{plate}.html")


def quiet_of(address: str, side: Mm) -> Mm:
    """The white that a code of an address needs on every side, if it is so wide.

    Raises FaultError as `code` does.
    """
    return QUIET * side / len(_rows(address, side))


def code(address: str, box: Box, ground: str) -> Code:
    """An address as a code in a square box; on a coloured ground it lies on paper.

    Raises FaultError where the address is so long that its modules would be too small.
    """
    rows = _rows(address, box.width)
    module = box.width / len(rows)
    quiet = quiet_of(address, box.width)
    dark = tuple(
        Area(Box(box.x + left * module, box.y + top * module, run * module, module), "ink")
        for top, row in enumerate(rows)
        for left, run in _runs(row)
    )
    plaque = () if ground == "paper" else (Area(box.inset(-quiet), "paper"),)
    return Code(box, quiet, (*plaque, *dark))


def _rows(address: str, side: Mm) -> Rows:
    """The rows of a code of a width."""
    try:
        rows = _modules(address)
    except segno.DataOverflowError:
        rows = None
    if rows is None or side / len(rows) < LEAST_MODULE:
        raise FaultError("address-too-long", found=len(address))
    return rows


@lru_cache(maxsize=256)
def _modules(address: str) -> Rows:
    """The code's rows; the same for the same address. Raises DataOverflowError for one that no
    code can hold."""
    made = segno.make_qr(address, error=CORRECTION, boost_error=False)
    return tuple(tuple(bool(each) for each in row) for row in made.matrix)


def _runs(row: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    """Where dark modules begin in a row, and how many stand side by side."""
    start = None
    for at, dark in enumerate((*row, False)):
        if dark and start is None:
            start = at
        elif not dark and start is not None:
            yield start, at - start
            start = None
