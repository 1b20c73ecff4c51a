"""Pages as the press lays them down: pictures of four inks, drawn by MuPDF's `mutool`.

Colours given in CMYK come out as they are, overprint is simulated. RGB is turned into inks by a
plain formula (as much black as possible), without profiles: for strangers' files an estimate.
"""

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, TypeAlias

import numpy as np
import pikepdf
from numpy.typing import NDArray

from planche.diagnostics import FaultError
from planche.press.preflight.matrix import Area
from planche.press.preflight.opening import reason
from planche.units import POINTS_PER_INCH

Plates: TypeAlias = NDArray[np.uint8]
"""Rows of pixels of cyan, magenta, yellow and black; 255 is full ink."""

FULL = 255

COMMAND = ("mutool", "draw", "-q", "-N", "-c", "cmyk", "-F", "pam", "-o", "-")
"""`-N`: no profiles; `-o -` with PAM: pages one after another on the standard output."""

LONGEST_HEADER = 12
"""Lines a PAM's header has at most before its end."""


@dataclass(frozen=True)
class Raster:
    """An area of a page, drawn."""

    plates: Plates
    area: Area
    dpi: int

    def rows(self, low: float, high: float) -> slice:
        """The rows that lie wholly between two heights of the page, in points."""
        top, height = self.area[3], self.plates.shape[0]
        return _inner((top - high) * self.scale, (top - low) * self.scale, height)

    def columns(self, low: float, high: float) -> slice:
        """The columns that lie wholly between two distances from the left, in points."""
        left, width = self.area[0], self.plates.shape[1]
        return _inner((low - left) * self.scale, (high - left) * self.scale, width)

    @cached_property
    def total(self) -> NDArray[np.uint16]:
        """All ink of every pixel: the sum of the four, up to four times FULL."""
        cyan, magenta, yellow, black = (self.plates[..., at] for at in range(4))
        total: NDArray[np.uint16] = cyan.astype(np.uint16)
        total += magenta
        total += yellow
        total += black
        return total

    @property
    def scale(self) -> float:
        """Pixels in a point."""
        return self.dpi / POINTS_PER_INCH

    def part(self, area: Area) -> Plates:
        """The pixels inside an area."""
        return self.plates[self.rows(area[1], area[3]), self.columns(area[0], area[2])]


def _inner(first: float, last: float, most: int) -> slice:
    """Whole pixels between two edges, at least one where there is any."""
    hair = 0.01
    start = min(max(int(np.ceil(first - hair)), 0), max(most - 1, 0))
    end = max(min(int(np.floor(last + hair)), most), start + 1)
    return slice(start, end)


@contextmanager
def rasters(
    pdf: pikepdf.Pdf, areas: Callable[[pikepdf.Page], Area], dpi: int
) -> Iterator[Iterator[Raster]]:
    """The areas of every page, in order, drawn in a process of its own while they are awaited.

    Changes the boxes of the pages of `pdf`, which is not to be used for anything else after.
    Raises FaultError `part-missing` without mutool, `pdf-unreadable` where it gives up.
    """
    wanted = [areas(page) for page in pdf.pages]
    for page, area in zip(pdf.pages, wanted, strict=True):
        _show_only(page, area)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pages.pdf"
        try:
            pdf.save(file, encryption=False, fix_metadata_version=False)
        except (pikepdf.PdfError, RuntimeError) as error:
            raise FaultError("pdf-unreadable", why=reason(str(error))) from None
        with _started([*COMMAND, "-r", str(dpi), str(file)], Path(folder) / "said") as out:
            yield _pages(out, wanted, dpi)


@contextmanager
def _started(command: list[str], said: Path) -> Iterator[IO[bytes]]:
    """The output of a program; it is ended with the block, if it has not ended itself."""
    with said.open("wb") as log:
        try:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log)
        except FileNotFoundError:
            raise FaultError("part-missing", part="mutool", package="mupdf-tools") from None
        assert process.stdout is not None
        try:
            yield process.stdout
        finally:
            process.stdout.close()
            process.kill()
            process.wait()


def _show_only(page: pikepdf.Page, area: Area) -> None:
    """Make the page nothing but an area of itself, upright."""
    for key in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/UserUnit"):
        if key in page.obj:
            del page.obj[key]
    page.obj["/MediaBox"] = pikepdf.Array([round(each, 4) for each in area])
    page.obj["/CropBox"] = page.obj["/MediaBox"]
    page.obj["/Rotate"] = 0


def _pages(out: IO[bytes], wanted: list[Area], dpi: int) -> Iterator[Raster]:
    for number, area in enumerate(wanted, 1):
        header = _header(out)
        if header is None:
            raise FaultError("pdf-undrawable", page=number)
        width, height, depth = (header[key] for key in ("WIDTH", "HEIGHT", "DEPTH"))
        data = out.read(width * height * depth)
        if len(data) < width * height * depth or depth < 4:
            raise FaultError("pdf-undrawable", page=number)
        plates = np.frombuffer(data, np.uint8).reshape(height, width, depth)[..., :4]
        yield Raster(plates, area, dpi)


def _header(out: IO[bytes]) -> dict[str, int] | None:
    """The sizes of the next PAM; None where there is no further one."""
    if out.readline() != b"P7\n":
        return None
    found: dict[str, int] = {}
    for _ in range(LONGEST_HEADER):
        key, _, value = out.readline().decode("ascii", "replace").strip().partition(" ")
        if key == "ENDHDR":
            return found
        if value.isdigit():
            found[key] = int(value)
    return None
