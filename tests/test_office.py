"""Editions for the office printer: white edges, little ink, every word, and sheets that meet."""

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pytest

from planche.geometry.dress import DRESSES, LITTLE
from planche.geometry.parts import Box
from planche.geometry.pieces import SHEETS
from planche.model import Statements
from planche.pages.files import poster_files, write_files
from planche.pages.look import Look
from planche.shelves.office import PIECES
from planche.theme import Theme
from planche.units import pt_to_mm
from planche.workshop import DEFAULT_SOURCE, OFFICE, TEMPLATES, Job, load_kit, theme_names
from tests import sets
from tests.ink_support import printed
from tests.pages_fixtures.book import engine
from tests.pdf_support import elements, opened, tool, tree, words
from tests.test_theme import ENHANCED, contrast

EDGE = 7.0
"""Millimetres that office printers leave white."""

MOST_GREY = 0.15
"""Most of a page that black covers where it is printed in black alone."""

MOST_TONER = 0.20
"""Most of all four toners together: cartridges are rated at 5 % of each (ISO/IEC 19798)."""

SETS = (DEFAULT_SOURCE, sets.DATA / "every-kind.yaml", sets.DATA / "one-bullet.yaml")


@cache
def edition(path: Path, theme: str, paper: str) -> bytes:
    """All posters of a set in one file."""
    job = sets.job(path, theme)
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages")
    files = poster_files(job.office[paper].pages, job.plate_set, paper)
    whole = [each for each in files if each.path.endswith("all.pdf")]
    return write_files(whole, job.plate_set, look, engine())[whole[0].path]


# Ink


@pytest.mark.parametrize("paper", OFFICE)
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_pages_keep_white_edges_and_take_little_ink(path: Path, theme: str, paper: str) -> None:
    pages = sets.job(path, theme).office[paper].pages
    for page, sheet in zip(pages, printed(edition(path, theme, paper)), strict=True):
        assert min(sheet.margins()) >= EDGE, (page.plate, sheet.margins())
        assert sheet.grey <= MOST_GREY, (page.plate, sheet.grey)
        assert sheet.toner <= MOST_TONER, (page.plate, sheet.toner)


def test_the_measure_of_ink_knows_full_pages(shipped: Job) -> None:
    look = Look(shipped.kit.theme, shipped.kit.faces, TEMPLATES / "pages")
    (cover,) = poster_files(shipped.paper.pages[:1], shipped.plate_set, "x")[-1:]
    (sheet,) = printed(write_files([cover], shipped.plate_set, look, engine())[cover.path])
    assert sheet.toner > 0.9
    assert sheet.grey > 0.6
    assert max(sheet.margins()) < 0.5


@pytest.mark.parametrize("name", theme_names())
def test_titles_on_tints_are_legible_in_grey(name: str) -> None:
    """Contrast is one of luminance, so what is legible in colour is so in black and white."""
    kit = load_kit(name).kit
    assert kit
    for family in kit.theme.families:
        title = f"{family}-{LITTLE.on_field}"
        assert contrast(kit.theme, title, f"{family}-{LITTLE.field}") >= ENHANCED, family


@pytest.mark.parametrize("name", theme_names())
def test_every_dress_is_made_of_colours_of_the_theme(name: str) -> None:
    kit = load_kit(name).kit
    assert kit
    assert {each.ink for each in kit.theme.formats.values()} <= set(DRESSES)
    for dress in DRESSES.values():
        steps = {*dress.low_steps, *dress.high_steps}
        assert steps <= set(dress.quiet)
        parts = {dress.paper, dress.field, dress.on_field, dress.mark, dress.number, dress.card}
        parts |= {*dress.columns, dress.last_column, *steps, *dress.tiles, *dress.discs}
        parts |= {*dress.quiet.values(), dress.cover_number}
        assert all(_is_colour(kit.theme, part) for part in parts)


def _is_colour(theme: Theme, part: str) -> bool:
    shades = (f"{family}-{part}" for family in theme.families)
    return part in theme.colours or all(shade in theme.colours for shade in shades)


@pytest.mark.parametrize("paper", OFFICE)
def test_colour_stays_inside_what_the_format_prints(paper: str, shipped: Job) -> None:
    edge = shipped.kit.theme.formats[paper].edge
    assert edge >= EDGE
    for page in shipped.office[paper].pages:
        inside = Box(0, 0, page.width, page.height).inset(edge)
        assert page.ground == "white"
        for area in (page.field, page.bar, page.foot.rule):
            assert area is None or inside.holds(area.box), page.plate


# Files


@pytest.mark.parametrize("paper", OFFICE)
def test_every_word_of_a_plate_is_in_its_file(built: Path, paper: str, tmp_path: Path) -> None:
    data = (built / "posters" / paper / "all.pdf").read_bytes()
    pages = sets.job(DEFAULT_SOURCE).office[paper].pages
    found = tool("pdftotext", data, tmp_path, "-raw").split("\f")
    for page, text in zip(pages, found, strict=False):
        assert words(text) == words(" ".join(each.text for each in page.texts())), page.plate


def office_files(built: Path) -> list[Path]:
    folders = (*(built / "posters" / paper for paper in OFFICE), built / PIECES)
    return [path for folder in folders for path in sorted(folder.glob("*.pdf"))]


def test_there_is_a_file_for_each_plate_in_every_edition(built: Path) -> None:
    names = {path.name for path in (built / "posters" / "a3").glob("*.pdf")}
    for paper in OFFICE:
        assert {path.name for path in (built / "posters" / paper).glob("*.pdf")} == names
    plates = {name for name in names if name[0].isdigit()}
    assert {path.name for path in (built / PIECES).glob("*.pdf")} == plates


def test_files_ask_printers_for_their_own_size_on_one_side(built: Path) -> None:
    files = office_files(built)
    assert files
    for path in files:
        pdf = opened(path.read_bytes())
        wishes = pdf.Root.ViewerPreferences
        assert wishes.PrintScaling == "/None", path
        assert wishes.Duplex == "/Simplex", path
        assert bool(wishes.PickTrayByPDFSize) is True
        assert bool(wishes.DisplayDocTitle) is True
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1", path
        assert str(pdf.Root.Lang) == "da"
        assert str(pdf.docinfo["/Title"])


def test_the_foot_names_the_edition(built: Path, tmp_path: Path) -> None:
    for path in office_files(built):
        text = tool("pdftotext", path.read_bytes(), tmp_path, "-raw")
        assert text.replace("\u00a0", " ").count("oktober 2014") >= text.count("\f"), path


# Pieces


def piece_files(built: Path) -> list[Path]:
    return sorted((built / PIECES).glob("*.pdf"))


def test_a_sheet_is_one_figure_with_one_alternative_text(built: Path) -> None:
    for path in piece_files(built):
        data = path.read_bytes()
        (title,) = {page.title.text for page in posters(path)}
        figures = [each for each in tree(data) if str(each.S) == "/Figure"]
        assert [str(each.Alt).replace("\u00a0", " ") for each in figures] == [
            f"{title} – ark {number} af {SHEETS} af plakaten".replace("\u00a0", " ")
            for number in range(1, SHEETS + 1)
        ]
        for page in opened(data).pages:
            assert str(page.obj.Tabs) == "/S"


def posters(path: Path) -> list[Any]:
    plate = path.stem.split("-", 1)[1]
    return [page for page in sets.job(DEFAULT_SOURCE).paper.pages if page.plate == plate]


def test_the_posters_own_tags_do_not_come_along(built: Path) -> None:
    """All marks of the tag tree stand on the sheets, none inside the forms that show posters."""
    for path in piece_files(built)[:6]:
        pdf = opened(path.read_bytes())
        forms = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
        ]
        assert forms
        for form in forms:
            marks = pikepdf.parse_content_stream(form, "BDC BMC")
            assert not [step for step in marks if str(step.operator) in ("BDC", "BMC")], path
        spoken = [kid for each in tree(path.read_bytes()) for kid in elements(each)]
        assert len([each for each in spoken if str(each.S) == "/P"]) < 200


def test_sheets_keep_white_edges(built: Path) -> None:
    for path in piece_files(built):
        for sheet in printed(path.read_bytes()):
            assert min(sheet.margins()) >= EDGE, path


@pytest.mark.parametrize("plate", ["q5", "ladder-1", "cover", "mosaic-1"])
def test_sheets_put_together_are_the_poster(built: Path, plate: str) -> None:
    (path,) = (built / PIECES).glob(f"*-{plate}.pdf")
    whole = pixels((built / "posters" / "a3" / path.name).read_bytes())[0]
    glued = np.ones_like(whole)
    seen = np.zeros(whole.shape[:2], dtype=bool)
    job = sets.job(DEFAULT_SOURCE)
    sheets = [page for page in job.pieces.layout.pages if page.plate == plate]
    cut = job.pieces.cuts[plate, 1]
    assert cut.scale == 1
    for number, (page, picture) in enumerate(zip(sheets, pixels(path.read_bytes()), strict=True)):
        body: Any = page.body
        here, there = body.picture.box, cut.piece(number)
        x, y, width, height = (round(side * SCALE) for side in vars(here).values())
        left, top = round(there.x * SCALE), round(there.y * SCALE)
        part = picture[y : y + height, x : x + width]
        part = part[: whole.shape[0] - top, : whole.shape[1] - left]
        glued[top : top + part.shape[0], left : left + part.shape[1]] = part
        seen[top : top + part.shape[0], left : left + part.shape[1]] = True
    assert seen.all()
    off = np.abs(coarse(glued) - coarse(whole))
    assert off.max() < 0.2
    moved = np.abs(coarse(np.roll(glued, round(2 * SCALE), axis=1)) - coarse(whole))
    assert off.mean() < moved.mean() / 3


def coarse(picture: Any) -> Any:
    """Means over 8 millimetres: half a pixel of rounding does not count there."""
    side = round(8 * SCALE)
    height, width = (length // side * side for length in picture.shape[:2])
    blocks = picture[:height, :width].reshape(height // side, side, width // side, side, 3)
    return blocks.mean(axis=(1, 3, 4))


SCALE = 2.0
"""Pixels a millimetre."""


def pixels(data: bytes) -> list[Any]:
    document = pypdfium2.PdfDocument(data)
    scale = SCALE * pt_to_mm(1) * (1 - 1e-4)  # or pdfium adds a pixel for a rounding error
    pictures = [page.render(scale=scale).to_pil().convert("RGB") for page in document]
    document.close()
    return [np.asarray(each) / 255 for each in pictures]


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("path", sets.LAID_OUT, ids=lambda path: path.stem)
def test_words_marks_and_scheme_keep_clear_of_the_piece(path: Path, theme: str) -> None:
    job = sets.job(path, theme)
    for page in job.pieces.layout.pages:
        body: Any = page.body
        inside = Box(0, 0, page.width, page.height).inset(EDGE)
        boxes = [text.box for text in page.texts()]
        boxes += [area.box for area in (*body.marks, *body.scheme)]
        assert inside.holds(body.picture.box)
        for box in boxes:
            assert inside.holds(box), (page.plate, box)
            assert not box.meets(body.picture.box), (page.plate, box)


def test_neighbours_share_what_is_glued(shipped: Job) -> None:
    overlap = shipped.kit.theme.pieces.overlap
    for page in shipped.paper.pages:
        cut = shipped.pieces.cuts[page.plate, page.part]
        one, two, three, _ = (cut.piece(number) for number in range(SHEETS))
        assert one.right - two.x == pytest.approx(overlap)
        assert one.bottom - three.y == pytest.approx(overlap)
        assert cut.whole == pytest.approx((page.width, page.height))


# Text that runs over two sheets


POINTS = ["Vi har brug for et fælles begreb for samarbejdet om hverdagen og for tid."] * 9
LONG: dict[str, dict[str, Any]] = {
    "question": {"question": 1, "title": "Hvad skal vi huske?", "points": [*POINTS, *POINTS]},
    "foreword": {"foreword": "Forord", "paragraphs": [" ".join(POINTS[:5])] * 6},
}


@pytest.mark.parametrize("kind", LONG)
def test_a_long_plate_of_text_runs_over_two_sheets(kind: str) -> None:
    found = sets.layout(sets.plate_set(LONG[kind] | {"id": "p", "audience": "a"}), "a4")
    assert not found.faults
    titles = [page.title.text.replace("\u00a0", " ") for page in found.pages]
    heading = LONG[kind].get("title", "Forord")
    assert titles == [f"{heading} (1 af 2)", f"{heading} (2 af 2)"]
    assert len({page.title.size for page in found.pages}) == 1
    told = [text.text for page in found.pages for text in page.body.texts()]
    assert told == [*LONG[kind].get("points", LONG[kind].get("paragraphs", []))]


def test_long_contents_run_over_two_sheets() -> None:
    plates: list[dict[str, Any]] = [
        {"question": number, "title": f"Hvad er svaret på {number}?", "points": ["Ja"]}
        for number in range(1, 60)
    ]
    found = sets.layout(sets.plate_set({"contents": "Indhold"}, *plates), "a4")
    assert not found.faults
    pages: list[Any] = [page for page in found.pages if page.kind == "contents"]
    assert len(pages) == 2
    targets = [e.target for page in pages for g in page.body.groups for e in g.entries]
    assert targets == [f"q{number}" for number in range(1, 60)]


def test_a_plate_too_long_for_the_sheets_of_a_format_is_refused_by_its_name() -> None:
    plate = LONG["question"] | {"points": POINTS * 8, "id": "p"}
    for name, label in (("a4", "A4"), ("a3-office", "A3-OFFICE"), ("paper", "A3")):
        ((where, fault),) = sets.layout(sets.plate_set(plate), name).faults
        assert (where, fault.code) == ("p", "too-much-text")
        assert fault.values["format"] == label


def test_check_refuses_what_fits_a3_alone(tmp_path: Path) -> None:
    """A statement that a large disc holds and a small one does not."""
    shipped = sets.job(DEFAULT_SOURCE)
    plate = next(each for each in shipped.plate_set.plates if isinstance(each, Statements))
    assert len(plate.sentences) == 3
    long = "Alle mennesker er aktive i deres eget liv og tager del i kommunens fælles liv"
    made = sets.plate_set({"statements": 1, "title": "Hvad?", "sentences": [long] * 3})
    assert not sets.layout(made, "paper").faults
    assert {fault.code for _, fault in sets.layout(made, "a4").faults} <= {"statement-too-long"}
