"""Ink by rendering: held against Ghostscript, against what the file says, and as pictures."""

import io
import subprocess
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from planche.diagnostics import FaultError
from planche.press.preflight import Expected, preflight
from planche.press.preflight.coverage import mean_coverage, separations
from tests import press_support as press
from tests.press_faults import FAULTS, SQUARE
from tests.press_support import ORDER, good, spoilt

DPI = 72

CLOSE = 1.6
"""Percent that two renderers may differ by, of 400: each counts four inks in 256 steps."""


def ghostscript(data: bytes, folder: Path) -> list[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    """The four inks of each page's bleed, as Ghostscript separates them."""
    file = folder / "file.pdf"
    file.write_bytes(data)
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{DPI}"]
    options = ["-dUseBleedBox", "-dTextAlphaBits=1", "-dGraphicsAlphaBits=1"]
    out = f"-sOutputFile={folder}/p%d.tif"
    subprocess.run([*command, *options, out, str(file)], check=True, capture_output=True)
    pages = []
    for number in range(1, len(list(folder.glob("p?.tif"))) + 1):
        inks = ("Cyan", "Magenta", "Yellow", "Black")
        plates = [Image.open(folder / f"p{number}({ink}).tif").convert("L") for ink in inks]
        pages.append(np.dstack([255 - np.asarray(plate) for plate in plates]))
    return pages


@pytest.mark.parametrize("slug", ["ink-coverage", "white-overprint", "black-knocks-out"])
def test_ink_is_what_ghostscript_lays_down(slug: str, tmp_path: Path) -> None:
    data = spoilt(FAULTS[slug].spoil)
    report = preflight(data, ORDER)
    drawn = ghostscript(data, tmp_path)
    assert len(drawn) == len(report.pages)
    for page, plates in zip(report.pages, drawn, strict=True):
        place, scale = page.most_ink_place, DPI / 25.4
        rows = slice(round((place.y + 3) * scale), round((place.bottom + 3) * scale))
        columns = slice(round((place.x + 3) * scale), round((place.right + 3) * scale))
        spot = plates[rows, columns].sum(axis=2, dtype=np.float64).mean() / 2.55
        assert page.most_ink == pytest.approx(spot, abs=CLOSE)
        inner = round(3 * scale)
        trim = plates[inner:-inner, inner:-inner].reshape(-1, 4).mean(axis=0) / 2.55
        assert page.channels == pytest.approx(trim.tolist(), abs=0.6)


def test_heaviest_spot_is_in_the_inks_of_the_file() -> None:
    page = preflight(spoilt(FAULTS["ink-coverage"].spoil), ORDER).pages[1]
    assert page.most_ink_inks == (90, 90, 90, 70)
    assert page.most_ink == 340
    assert SQUARE.holds(page.most_ink_place, 0.5)


def test_overprinted_black_lies_over_the_colour() -> None:
    """Ink adds up where black overprints, which the operators alone do not say."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        square = press.box(20, 20, 10, 10)
        press.draw(pdf, f"q 0.8 0.8 0.8 0.2 k {square} f /Over gs 0 0 0 1 k {square} f Q\n")

    page = preflight(spoilt(spoil), ORDER).pages[1]
    assert page.most_ink == pytest.approx(340, abs=CLOSE)


def test_mean_is_that_of_the_trim() -> None:
    half = press.field(-3, -3, 106, 73, "0 0 0 0.5 k")

    def spoil(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.obj.Contents.write(half.encode())

    assert mean_coverage(spoilt(spoil)) == pytest.approx((25, 25), abs=0.5)


def test_mean_of_a_screen_pdf_is_an_estimate_of_its_darkness() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    page.obj.Contents = pikepdf.Stream(pdf, b"0 0 0 rg 0 0 200 50 re f")
    written = io.BytesIO()
    pdf.save(written)
    assert mean_coverage(written.getvalue()) == pytest.approx((25,), abs=0.5)
    assert preflight(written.getvalue(), Expected()).estimated


def test_separations_show_each_ink_by_itself() -> None:
    plates = {
        ink: Image.open(io.BytesIO(png)).convert("L") for ink, png in separations(good(), 2).items()
    }
    assert list(plates) == ["C", "M", "Y", "K"]
    wide, high = plates["C"].size
    assert wide / high == pytest.approx(106 / 146, abs=0.02)
    at = (round(wide * 10 / 106), round(high * 45 / 146))
    inks = [plate.getpixel(at) for plate in plates.values()]
    expected = [255 - 2.55 * each for each in (90, 45, 40, 45)]
    assert inks == pytest.approx(expected, abs=6)
    with pytest.raises(IndexError):
        separations(good(), 3)


def test_page_that_mutool_cannot_draw_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = tmp_path / "mutool"
    stub.write_text("#!/bin/sh\nexit 1\n")
    stub.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FaultError) as caught:
        preflight(good(), ORDER)
    assert caught.value.fault.code == "pdf-undrawable"
