"""Draws the shipped set in each theme: every poster, and a selection of slides.

    python tools/contact_sheet.py [--built DIR] [--out DIR] [--posters-only]

`contact-sheet.png` shows what was built, `contact-sheet-NAME.png` the same in the theme of
`templates/theme-NAME.yaml`, built for it in a temporary folder. Posters hang in their order
in rows that end flush, each row at one height; below them stand the first slides of each
audience's first plate and of each figure, as LibreOffice shows them with our typeface. The
same files give the same picture. Exit codes: 0 drawn; 2 something is not built, or
LibreOffice fails at it; 3 LibreOffice is missing (`--posters-only` needs none).
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise
from pathlib import Path
from typing import Any, TypeAlias

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "assets" / "fonts"
TEMPLATES = ROOT / "templates"

NOTHING_BUILT, PART_MISSING = 2, 3

WIDTH, MARGIN, GAP = 1600, 40, 16
"""Of the picture, in pixels."""
BETWEEN = 40
"""Between posters and slides."""
GROUND = (214, 213, 209)
"""A grey that neither the paper of the posters nor their deep colours come near."""
COLOURS, REFINED = 256, 2
"""Of the finished picture, chosen so that colours of small areas survive, and how often they
are moved to the middle of what they stand for."""
OVERSAMPLING = 3
"""Drawn larger and then reduced, small type keeps its weight."""

POSTER_ROWS, SLIDE_ROWS, MOST_SLIDES = 3, 2, 10

FONT_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""
TIMEOUT = 240

Row: TypeAlias = Sequence["Picture"]


class CannotDrawError(Exception):
    """Why there is no picture, and the exit code that says so."""

    def __init__(self, why: str, code: int) -> None:
        super().__init__(why)
        self.code = code


@dataclass(frozen=True)
class Picture:
    """A page of a PDF, not drawn yet."""

    page: Any

    @property
    def aspect(self) -> float:
        """Width over height."""
        width, height = self.page.get_size()
        return float(width / height)

    def drawn(self, width: int, height: int) -> Image.Image:
        """The page in so many pixels."""
        scale = height * OVERSAMPLING / self.page.get_height()
        large: Image.Image = self.page.render(scale=scale).to_pil().convert("RGB")
        return large.resize((width, height), Image.Resampling.LANCZOS)


def main() -> int:
    """Draw a sheet a theme; returns the exit code."""
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        draw(options.built, options.out / "contact-sheet.png", options.posters_only)
        for file in sorted(TEMPLATES.glob("theme-*.yaml")):
            theme = file.stem.removeprefix("theme-")
            with tempfile.TemporaryDirectory() as folder:
                built = built_in(theme, Path(folder) / "output")
                draw(built, options.out / f"contact-sheet-{theme}.png", options.posters_only)
    except CannotDrawError as error:
        print(error, file=sys.stderr)
        return error.code
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Draw every poster and some slides in small.")
    parser.add_argument("--built", type=Path, default=ROOT / "output", metavar="DIR")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", metavar="DIR")
    parser.add_argument("--posters-only", action="store_true", help="no slides: no LibreOffice")
    return parser.parse_args()


def built_in(theme: str, folder: Path) -> Path:
    """The folder, with the shipped set built into it in a theme."""
    command = [sys.executable, "build.py", "--quiet", "--theme", theme, "--out", str(folder)]
    if subprocess.run(command, cwd=ROOT).returncode:
        raise CannotDrawError(f"the theme {theme} cannot be built", NOTHING_BUILT)
    return folder


def draw(built: Path, file: Path, posters_only: bool) -> None:
    """Draw what was built in a folder into a file."""
    with tempfile.TemporaryDirectory() as folder:
        rows = in_rows(posters(built), POSTER_ROWS)
        slides = [] if posters_only else in_rows(slides_of(built, Path(folder)), SLIDE_ROWS)
        sheet = hung(rows, slides)
    chosen = Image.Quantize.MAXCOVERAGE
    few = sheet.quantize(COLOURS, chosen, kmeans=REFINED, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
    print(f"{file}: {sheet.width} × {sheet.height}, {file.stat().st_size // 1000} kB")


def posters(built: Path) -> list[Picture]:
    """Every page of the combined posters."""
    return pages(built / "posters" / "a3" / "all.pdf")


def pages(pdf: Path) -> list[Picture]:
    """Every page of a PDF."""
    if not pdf.exists():
        raise CannotDrawError(f"{pdf} is missing; run `make` first", NOTHING_BUILT)
    return [Picture(page) for page in pypdfium2.PdfDocument(pdf)]


def slides_of(built: Path, folder: Path) -> list[Picture]:
    """The slides that are shown."""
    shown = slide_numbers(_read(built / "manifest.json"), _read(built / "report.json"))
    found = sorted((built / "deck").glob("*.pptx"), key=lambda path: len(path.name))
    if not found:
        raise CannotDrawError(f"no deck in {built / 'deck'}; run `make` first", NOTHING_BUILT)
    every = pages(as_pdf(found[0], folder))
    return [every[number] for number in shown if number < len(every)]


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError:
        raise CannotDrawError(f"{file} is missing; run `make` first", NOTHING_BUILT) from None


def slide_numbers(manifest: Any, report: Any) -> list[int]:
    """Which slides are shown: the first of each audience's first plate and of each figure.

    Where no plate speaks to an audience, the first of each plate.
    """
    counts = {each["id"]: each["formats"]["deck"]["slides"] for each in report["plates"]}
    first = dict(zip(counts, accumulate(counts.values(), initial=0), strict=False))
    chosen = {
        plate
        for each in manifest["artefacts"]
        if re.fullmatch(r"posters/a3/(?!all\.)[a-z][a-z0-9-]*\.pdf", each["path"])
        for plate in each["plates"]
        if plate == each["plates"][0] or not re.fullmatch(r"q\d+", plate)
    }
    return [first[plate] for plate in counts if plate in (chosen or counts)][:MOST_SLIDES]


def as_pdf(deck: Path, folder: Path) -> Path:
    """The deck as LibreOffice prints it, with our typeface and a profile of its own."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        why = "LibreOffice is missing: install libreoffice-impress, or say --posters-only"
        raise CannotDrawError(why, PART_MISSING)
    settings = folder / "fonts.conf"
    settings.write_text(FONT_SETTINGS.format(fonts=FONTS, cache=folder / "fonts"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    env = {**os.environ, "FONTCONFIG_FILE": str(settings)}
    said = subprocess.run(
        [*command, str(deck)], env=env, capture_output=True, text=True, timeout=TIMEOUT
    )
    pdf = folder / f"{deck.stem}.pdf"
    if not pdf.exists():
        raise CannotDrawError(f"LibreOffice makes no PDF of {deck}: {said.stderr}", NOTHING_BUILT)
    return pdf


def in_rows(pictures: Sequence[Picture], count: int) -> list[Row]:
    """The pictures in their order in so many rows, as even as can be when all end flush."""
    cuts = combinations(range(1, len(pictures)), min(count, len(pictures)) - 1)
    ways = ([pictures[a:b] for a, b in pairwise((0, *cut, len(pictures)))] for cut in cuts)
    return list(min(ways, key=lambda rows: sum(row_height(row) ** 2 for row in rows)))


def row_height(row: Row) -> float:
    """How high a row is that fills the width."""
    room = WIDTH - 2 * MARGIN - GAP * (len(row) - 1)
    return room / sum(each.aspect for each in row)


def hung(posters: Sequence[Row], slides: Sequence[Row]) -> Image.Image:
    """The rows below one another on their ground."""
    heights = [round(row_height(row)) for row in (*posters, *slides)]
    gaps = GAP * (len(heights) - 1) + (BETWEEN - GAP if slides else 0)
    sheet = Image.new("RGB", (WIDTH, 2 * MARGIN + sum(heights) + gaps), GROUND)
    top = MARGIN
    for number, (row, height) in enumerate(zip((*posters, *slides), heights, strict=True), 1):
        for picture, left, right in places(row):
            sheet.paste(picture.drawn(right - left, height), (left, top))
        top += height + (BETWEEN if number == len(posters) else GAP)
    return sheet


def places(row: Row) -> Iterator[tuple[Picture, int, int]]:
    """Each picture with its left and right edge; all gaps are the same, the last edge flush."""
    height = row_height(row)
    used = [0.0, *accumulate(each.aspect * height for each in row)]
    for number, picture in enumerate(row):
        start = MARGIN + GAP * number
        yield picture, start + round(used[number]), start + round(used[number + 1])


if __name__ == "__main__":
    sys.exit(main())
