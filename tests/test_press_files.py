"""Press files as others read them: inks, boxes, bleed, fonts, text."""

import json
import re
import zlib
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from planche.workshop import Job
from tests.pdf_support import words
from tests.press_reading import (
    POINTS_PER_MM,
    boxes,
    ghostscript_ink,
    mupdf_ink,
    operators,
    run,
    separations,
)

PAINTING = re.compile(r"k|K|cs|CS|scn|SCN|sc|SC|g|G|rg|RG|sh|ri|i|BI|d0|d1")
MOST_INK = 300
WHOLE = "press/haefte/haefte.pdf"
ONE = "press/personalerum/09-q5.pdf"
WIDE = "press/personalerum/08-table-1.pdf"


@pytest.fixture(params=["default", "avis"])
def press(request: pytest.FixtureRequest, built: Path) -> Path:
    """The folder of press files, in each theme."""
    out = built if request.param == "default" else request.getfixturevalue("built_in_avis")
    return Path(out) / "press"


def files(press: Path) -> list[Path]:
    """The press files in a folder under the output, as its manifest knows them."""
    out = next(each for each in (press, *press.parents) if (each / "manifest.json").exists())
    listed = json.loads((out / "manifest.json").read_text())["artefacts"]
    paths = [out / each["path"] for each in listed if each["kind"] == "press"]
    return [path for path in paths if press in path.parents]


def test_each_run_has_its_files(built: Path, shipped: Job) -> None:
    plates = [f"{n:02d}-{plate}.pdf" for n, plate in enumerate(shipped.plate_set.ids, start=1)]
    names = {path.name for path in files(built / "press" / "personalerum")}
    assert names == set(plates)
    assert [path.name for path in files(built / "press" / "haefte")] == ["haefte.pdf"]


def test_every_colour_is_an_ink(press: Path) -> None:
    for path in files(press):
        spaces = set()
        for operator, operands in operators(path):
            if PAINTING.fullmatch(operator) and operator not in ("k", "K"):
                spaces.add((operator, *map(str, operands)))
        marks = {("CS", "/All"), ("SCN", "1"), ("cs", "/All"), ("scn", "1")}
        assert spaces == marks, path


def test_nothing_is_transparent_and_no_other_colours_are_there(press: Path) -> None:
    for path in files(press):
        with pikepdf.open(path) as pdf:
            for each in pdf.objects:
                if not isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                    continue
                assert "/Group" not in each, path
                assert "/SMask" not in each, path
                assert each.get("/Subtype") != "/Image", path
                assert float(each.get("/ca", 1)) == float(each.get("/CA", 1)) == 1, path
                assert "/BM" not in each, path


@pytest.mark.parametrize(
    ("name", "width", "height", "bleed", "pages"),
    [
        (ONE, 297, 420, 3, 1),
        ("press/personalerum/08-table-1.pdf", 420, 297, 3, 1),
        (WHOLE, 210, 297, 3, 23),
    ],
)
def test_boxes(
    built: Path, name: str, width: float, height: float, bleed: float, pages: int
) -> None:
    found = boxes(built / name)
    assert len(found) == pages
    for each in found:
        left, lower, right, upper = each.trim
        sides = sorted((right - left, upper - lower))
        assert sides == pytest.approx(sorted((width, height)), abs=0.05)
        assert each.bleed == pytest.approx(
            (left - bleed, lower - bleed, right + bleed, upper + bleed), abs=0.05
        )
        assert each.media[:2] == (0, 0)
        room = min(left - bleed, each.media[2] - right - bleed)
        assert room > 10, "no room for marks"


def test_ink_stays_within_the_limit_by_two_programs(press: Path, tmp_path: Path) -> None:
    whole = press / "haefte" / "haefte.pdf"
    for page in range(1, len(boxes(whole)) + 1, 2):
        inside = tmp_path / f"art-{page}.pdf"
        _artwork(whole, page, inside)
        for most in (ghostscript_ink(inside, tmp_path), mupdf_ink(inside, tmp_path)):
            assert 50 < most <= MOST_INK, page


def _artwork(path: Path, page: int, target: Path) -> None:
    """A page without what stands outside its bleed: registration marks are all inks by design."""
    with pikepdf.open(path) as pdf:
        for other in range(len(pdf.pages) - 1, -1, -1):
            if other != page - 1:
                del pdf.pages[other]
        pdf.pages[0].obj.MediaBox = pdf.pages[0].obj.BleedBox
        pdf.save(target)


def test_inks_are_those_of_the_theme(built: Path, shipped: Job, tmp_path: Path) -> None:
    plates = separations(built / ONE, tmp_path)
    wanted = shipped.kit.theme.colours["borger-deep"].press
    x, y = _pixel(built / ONE, 30, 20, 36)
    found = [100 - plates[ink].getpixel((x, y)) / 2.55 for ink in plates]  # type: ignore[operator]
    assert found == pytest.approx(wanted, abs=1)


def _pixel(path: Path, x: float, y: float, ppi: int) -> tuple[int, int]:
    """Where a place of the trimmed page, in millimetres from its top left, is in a picture."""
    box = boxes(path)[0]
    scale = ppi / 25.4
    return round((box.trim[0] + x) * scale), round((box.media[3] - box.trim[3] + y) * scale)


def test_black_text_overprints_and_white_text_does_not(
    built: Path, shipped: Job, tmp_path: Path
) -> None:
    ppi = 72
    plates = separations(built / ONE, tmp_path, ppi=ppi)
    black, magenta = plates["Black"], plates["Magenta"]
    # A tinted card: its tint goes on under the letters, so the magenta plate shows none of them.
    page = next(each for each in shipped.paper.pages if each.plate == "q5")
    card = next(each.box for each in page.texts() if each.role == "example")
    box = (
        *_pixel(built / ONE, card.x, card.y, ppi),
        *_pixel(built / ONE, card.right, card.bottom, ppi),
    )
    assert min(black.crop(box).tobytes()) < 60, "no black text here"
    tint = magenta.crop(box).tobytes()
    assert max(tint) - min(tint) <= 2, "text knocks out of the tint"
    assert max(tint) < 250, "no tint here"
    # White letters on the field leave no ink.
    title = (*_pixel(built / ONE, 22, 60, ppi), *_pixel(built / ONE, 250, 140, ppi))
    assert max(magenta.crop(title).tobytes()) == 255
    with pikepdf.open(built / ONE) as pdf:
        states = pdf.pages[0].Resources.ExtGState
        assert [str(key) for key in states] == ["/KnockOut", "/Overprint"]


def test_overprinting_is_on_only_for_black_up_to_36_points(press: Path) -> None:
    for path in files(press)[::4]:
        on = False
        fill: tuple[float, ...] = ()
        kept: list[tuple[bool, tuple[float, ...]]] = []
        for operator, operands in operators(path):
            if operator == "q":
                kept.append((on, fill))
            elif operator == "Q":
                on, fill = kept.pop()
            elif operator == "gs":
                on = str(operands[0]) == "/Overprint"
            elif operator == "k":
                fill = tuple(float(each) for each in operands)
            elif operator in ("f", "f*", "S", "s", "Do", "TJ", "Tj") and on:
                assert operator in ("TJ", "Tj"), path
                assert fill == (0, 0, 0, 1), path


def test_artwork_fills_the_bleed(built: Path) -> None:
    """On each side that the colour field touches there is no paper between trim and bleed."""
    ppi = 100
    document = pypdfium2.PdfDocument(built / ONE)
    picture = document[0].render(scale=ppi / 72).to_pil().convert("RGB")
    document.close()
    box = boxes(built / ONE)[0]
    scale = ppi / 25.4
    left, top = box.bleed[0] * scale, (box.media[3] - box.bleed[3]) * scale
    right = box.bleed[2] * scale
    field = picture.getpixel((round(left + 40), round(top + 40)))
    for x in range(round(left) + 2, round(right) - 2):
        assert picture.getpixel((x, round(top) + 2)) != (255, 255, 255), x
    for y in range(round(top) + 2, round(top) + 300):
        assert picture.getpixel((round(left) + 2, y)) == field
        assert picture.getpixel((round(right) - 3, y)) != (255, 255, 255)
    # Nothing is printed between the bleed and the marks.
    assert picture.getpixel((round(left) - 2, round(top) + 60)) == (255, 255, 255)


def test_fonts_are_embedded_subsets(press: Path) -> None:
    for path in files(press):
        lines = run("pdffonts", str(path)).splitlines()[2:]
        assert lines, path
        for line in lines:
            assert re.search(r"Identity-H +yes yes yes", line), line
            assert re.match(r"[A-Z]{6}\+", line), line


def test_text_equals_the_posters(built: Path, shipped: Job) -> None:
    for number, plate in enumerate(shipped.plate_set.ids, start=1):
        name = f"{number:02d}-{plate}.pdf"
        poster = words(run("pdftotext", "-raw", str(built / "posters/a3" / name), "-"))
        assert (
            words(run("pdftotext", "-raw", str(built / "press/personalerum" / name), "-")) == poster
        )
    whole = run("pdftotext", "-raw", str(built / WHOLE), "-")
    assert words(whole) == words(run("pdftotext", "-raw", str(built / "posters/a3/all.pdf"), "-"))


def test_files_say_what_they_are_printed_on(built: Path) -> None:
    said = run("pdfinfo", str(built / ONE))
    assert re.search(r"PDF subtype: +PDF/X-4", said)
    with pikepdf.open(built / ONE) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        profile = bytes(intent.DestOutputProfile.read_bytes())
        assert zlib.crc32(profile) == zlib.crc32(
            Path("assets/icc/ISOcoated_v2_300_bas.icc").read_bytes()
        )
        assert str(pdf.docinfo["/Trapped"]) == "/False"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
            assert metadata["dc:title"].startswith("Kommunen 3.0-FAQ")
        page = pdf.pages[0].obj
        assert "/Annots" not in page
        assert not {"/StructTreeRoot", "/Outlines", "/Names"} & set(pdf.Root.keys())


def test_slug_stands_outside_the_bleed(built: Path) -> None:
    """The slug is drawn as outlines, so that it is ink between trim and edge and no text."""
    document = pypdfium2.PdfDocument(built / ONE)
    picture = document[0].render(scale=2).to_pil().convert("L")
    document.close()
    box = boxes(built / ONE)[0]
    scale = 2 * POINTS_PER_MM
    below = picture.height - box.bleed[1] * scale
    strip = picture.crop((round(box.trim[0] * scale), round(below) + 2, 500, picture.height))
    dark = [x for x, value in enumerate(strip.tobytes()) if value < 100]
    assert len(dark) > 200
    assert "personalerum" not in run("pdftotext", str(built / ONE), "-").lower()
