"""Press files as programs that share nothing with ours read them: Ghostscript, MuPDF, poppler."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image

POINTS_PER_MM = 72 / 25.4
INKS = ("Cyan", "Magenta", "Yellow", "Black")


@dataclass(frozen=True)
class Boxes:
    """The boxes of a page in millimetres: left, lower, right, upper."""

    media: tuple[float, ...]
    bleed: tuple[float, ...]
    trim: tuple[float, ...]


def boxes(path: Path) -> list[Boxes]:
    """Each page's boxes as poppler reads them."""
    said = run("pdfinfo", "-box", "-f", "1", "-l", "999", str(path))
    found: dict[str, list[tuple[float, ...]]] = {}
    for name, sides in re.findall(r"Page +\d+ (\w+Box): +(.*)", said):
        numbers = tuple(float(each) / POINTS_PER_MM for each in sides.split()[:4])
        found.setdefault(name, []).append(numbers)
    return [
        Boxes(*each)
        for each in zip(found["MediaBox"], found["BleedBox"], found["TrimBox"], strict=True)
    ]


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def separations(path: Path, folder: Path, page: int = 1, ppi: int = 36) -> dict[str, Image.Image]:
    """A page's inks by Ghostscript, each a grey picture in which black is all of the ink."""
    target = folder / "sep.tif"
    options = ("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{ppi}")
    pages = (f"-dFirstPage={page}", f"-dLastPage={page}")
    run("gs", *options, *pages, "-dOverprint=/enable", f"-sOutputFile={target}", str(path))
    return {ink: Image.open(folder / f"sep({ink}).tif").convert("L") for ink in INKS}


def ghostscript_ink(path: Path, folder: Path, page: int = 1) -> float:
    """The most ink on a page in percent, by Ghostscript's separations."""
    plates = separations(path, folder, page).values()
    columns = zip(*(each.tobytes() for each in plates), strict=True)
    return float(max(sum(255 - value for value in column) for column in columns) / 255 * 100)


def mupdf_ink(path: Path, folder: Path, page: int = 1) -> float:
    """The most ink on a page in percent, by MuPDF's rendering in CMYK."""
    target = folder / "inks.pam"
    options = ("draw", "-q", "-N", "-c", "cmyk", "-F", "pam", "-r", "36")
    run("mutool", *options, "-o", str(target), str(path), str(page))
    head, _, body = target.read_bytes().partition(b"ENDHDR\n")
    depth = int(re.findall(rb"DEPTH (\d+)", head)[0])
    assert depth == 4, "not in CMYK"
    return max(sum(body[at : at + 4]) for at in range(0, len(body), 4)) / 255 * 100


def operators(path: Path) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every operator of every content stream of a file, with its operands."""
    with pikepdf.open(path) as pdf:
        forms = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
        ]
        for holder in [*pdf.pages, *forms]:
            for each in pikepdf.parse_content_stream(holder):
                yield str(each.operator), tuple(each.operands)
