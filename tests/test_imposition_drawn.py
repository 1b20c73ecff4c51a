"""Imposed sheets as other programs read them: boxes, texts, inks, and the place of every page."""

import io
import os
import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from planche.diagnostics import FaultError
from planche.press.imposition import Imposed, imposed
from planche.strings import load_strings
from planche.units import Mm, mm_to_pt
from planche.workshop import TEMPLATES
from tests.pdf_support import opened, tool
from tests.press_source import SLUG, inks, press_file
from tests.sets import ROOT, kit

ALL_INKS = (1.0, 1.0, 1.0, 1.0)
PAPER = (0.0, 0.0, 0.0, 0.0)

REQUESTS = {
    "booklet,paper=0.5mm": (23, 210, 297),
    "booklet:A4,sheet=SRA3": (9, 297, 420),
    "2-up:SRA2": (5, 297, 420),
    "2-up:SRA3,back=work-and-turn": (3, 210, 297),
    "cut-and-stack:2x2:SRA2,back=turn": (13, 210, 297),
    "cut-and-stack:2x2:SRA2,back=tumble": (13, 210, 297),
}
"""Requests with the pages they are tried on: how many, and their size."""


def job(data: bytes, request: str) -> Imposed:
    strings = load_strings(TEMPLATES / "strings", "da").sheets
    return imposed(data, request, "personalerum", strings, kit().faces["regular"])


@cache
def made(request: str) -> Imposed:
    count, width, height = REQUESTS[request]
    return job(press_file(count, width, height), request)


def boxes(data: bytes, tmp_path: Path, sheet: int) -> dict[str, list[Mm]]:
    """The boxes of a sheet as poppler reads them, in millimetres."""
    said = tool("pdfinfo", data, tmp_path, "-box", "-f", str(sheet), "-l", str(sheet))
    found = re.findall(r"(\w+Box):\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)", said)
    return {name: [float(value) / 72 * 25.4 for value in values] for name, *values in found}


def texts(data: bytes, tmp_path: Path) -> list[list[str]]:
    """The words of every form; readers of text see what is cut off, so the slug is left out."""
    read = tool("pdftotext", data, tmp_path).split("\f")[:-1]
    return [[word for word in page.split() if word != SLUG] for page in read]


class Inked:
    """A form as separations, read by a program of somebody else; places in millimetres from
    the sheet's top left corner."""

    def __init__(self, data: bytes, tmp_path: Path, sheet: int, program: str) -> None:
        source, target = tmp_path / "sheet.pdf", tmp_path / "sheet.pam"
        source.write_bytes(data)
        command = {
            "mutool": [
                "mutool", "draw", "-q", "-N", "-A", "0", "-r", "72", "-c", "cmyk", "-F", "pam",
                "-o", str(target), str(source), str(sheet),
            ],
            "gs": [
                "gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pamcmyk32", "-r72",
                f"-dFirstPage={sheet}", f"-dLastPage={sheet}", f"-sOutputFile={target}",
                str(source),
            ],
        }[program]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
        head, _, self.pixels = target.read_bytes().partition(b"ENDHDR\n")
        width = re.search(rb"WIDTH (\d+)", head)
        assert width
        self.width = int(width[1])

    def at(self, x: Mm, y: Mm) -> tuple[float, ...]:
        """The inks at a place."""
        start = 4 * (int(mm_to_pt(y)) * self.width + int(mm_to_pt(x)))
        return tuple(value / 255 for value in self.pixels[start : start + 4])


def assert_inks(found: tuple[float, ...], expected: tuple[float, ...]) -> None:
    assert found == pytest.approx(expected, abs=0.01)


# What is on the sheets


def test_texts_of_a_booklet_sheet_by_sheet(tmp_path: Path) -> None:
    found = texts(made("booklet,paper=0.5mm").data, tmp_path)
    assert found[:3] == [["p1"], ["p2", "p23"], ["p22", "p3"]]
    assert found[-1] == ["p12", "p13"]
    assert len(found) == 12
    assert sorted(int(word[1:]) for page in found for word in page) == list(range(1, 24))


@pytest.mark.parametrize("request_", REQUESTS)
def test_every_page_is_there_once(request_: str, tmp_path: Path) -> None:
    found = made(request_)
    read = [word for page in texts(found.data, tmp_path) for word in page]
    assert sorted(read) == sorted(f"p{number + 1}" for number in range(REQUESTS[request_][0]))
    assert len(opened(found.data).pages) == found.forms


@pytest.mark.parametrize("program", ["mutool", "gs"])
def test_margins_of_the_pages_are_cut_off(program: str, tmp_path: Path) -> None:
    """The page's own mark would stand below its left trim, its slug beside that."""
    sheet = Inked(made("2-up:SRA2").data, tmp_path, 1, program)
    assert_inks(sheet.at(20, 441), ALL_INKS)
    for x in range(0, 6400, 3):
        for y in (444.5, 446.0, 447.0, 447.7, 448.3):
            assert_inks(sheet.at(x / 10, y), PAPER)


@pytest.mark.parametrize("program", ["mutool", "gs"])
def test_bleeds_meet_in_the_gutter_and_end_there(program: str, tmp_path: Path) -> None:
    """Two A3 on 640 × 450: trims at 20 and 317, 323 and 620; the gutter's middle at 320."""
    sheet = Inked(made("2-up:SRA2").data, tmp_path, 1, program)
    left, right = inks(0), inks(1)
    for x, expected in ((17.5, left), (19.5, left), (319.4, left), (320.7, right), (622.5, right)):
        assert_inks(sheet.at(x, 120), expected)
    for x in (16.4, 623.6):
        assert_inks(sheet.at(x, 120), PAPER)
    for y, expected in ((11.4, PAPER), (12.6, left), (437.4, left), (438.6, PAPER)):
        assert_inks(sheet.at(100, y), expected)


@pytest.mark.parametrize("program", ["mutool", "gs"])
def test_no_bleed_crosses_the_fold(program: str, tmp_path: Path) -> None:
    sheet = Inked(made("booklet,paper=0.5mm").data, tmp_path, 9, program)  # fifth sheet: 16 | 9
    fold = (2 * (210 + 3 + 8)) / 2
    assert_inks(sheet.at(fold - 0.6, 100), inks(15))
    assert_inks(sheet.at(fold + 0.7, 100), inks(8))
    edge = fold + 210 - 4 * 0.5
    assert_inks(sheet.at(edge + 2.4, 100), inks(8))
    assert_inks(sheet.at(edge + 3.7, 100), PAPER)


def test_planned_blanks_are_bare_paper(tmp_path: Path) -> None:
    sheet = Inked(made("booklet,paper=0.5mm").data, tmp_path, 1, "mutool")
    for x, y in ((12, 150), (100, 12), (150, 250), (220, 150)):
        assert_inks(sheet.at(x, y), PAPER)
    assert_inks(sheet.at(222, 150), inks(0))


def test_marks_print_in_all_inks_and_the_bar_in_its_own(tmp_path: Path) -> None:
    sheet = Inked(made("2-up:SRA2").data, tmp_path, 1, "gs")
    bar = 438 + 1 + 2
    assert_inks(sheet.at(20 + 3 + 2.5, bar), (1, 0, 0, 0))
    assert_inks(sheet.at(20 + 3 + 7.5, bar), (0, 1, 0, 0))
    assert_inks(sheet.at(20 + 3 + 22.5, bar), (1, 1, 0, 0))
    booklet = Inked(made("booklet,paper=0.5mm").data, tmp_path, 1, "gs")
    assert_inks(booklet.at(221 + 3 + 1.5, 8 - 1 - 2), ALL_INKS)


def heads(data: bytes, sheet: int, tmp_path: Path) -> list[Mm]:
    """Where the magenta block at the head of each page starts, from the left, read at 600 dpi."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(data)
    row = round((8 + 3 + 3) / 25.4 * 600)
    command = [
        "pdftoppm", "-r", "600", "-f", str(sheet), "-l", str(sheet), "-singlefile",
        "-x", "0", "-y", str(row), "-W", "12000", "-H", "1", str(path), str(tmp_path / "row"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    with Image.open(tmp_path / "row.ppm") as picture:
        pixels = picture.convert("RGB").tobytes()
    reds = [r > 200 and g < 60 for r, g in zip(pixels[::3], pixels[1::3], strict=True)]
    starts = [x for x, (before, now) in enumerate(pairwise(reds)) if now > before]
    return [(x + 1) / 600 * 25.4 for x in starts]


def test_creep_moves_pages_by_the_papers_thickness_a_sheet(tmp_path: Path) -> None:
    data = made("booklet,paper=0.5mm").data
    outermost = heads(data, 3, tmp_path)
    for number in range(2, 6):
        left, right = heads(data, 2 * number + 1, tmp_path)
        assert left - outermost[0] == pytest.approx((number - 1) * 0.5, abs=0.05)
        assert right - outermost[1] == pytest.approx((1 - number) * 0.5, abs=0.05)


def test_pages_are_turned_as_planned(tmp_path: Path) -> None:
    """The block at a page's head shows which way it lies."""
    data = job(press_file(2, 297, 420, 3, frozenset({1})), "2-up:SRA2").data
    sheet = Inked(data, tmp_path, 1, "mutool")
    magenta = (0, 1, 0, 0)
    assert_inks(sheet.at(20 + 297 / 2, 15 + 4), magenta)
    assert_inks(sheet.at(323 + 4, 15 + 420 / 2), magenta)
    back = Inked(made("cut-and-stack:2x2:SRA2,back=turn").data, tmp_path, 2, "mutool")
    assert_inks(back.at(640 - 20 - 4, 12 + 105), magenta)


def test_a_shrunk_page_fills_its_place(tmp_path: Path) -> None:
    """A3 on an A4 page of a booklet: 2.12 mm of bleed remain, and the job is told so."""
    found = made("booklet:A4,sheet=SRA3")
    sheet = Inked(found.data, tmp_path, 4, "mutool")  # second sheet's back: 4 | 9
    edge, creep = 225 - 210, 0.1
    assert_inks(sheet.at(edge + creep - 1.6, 100), inks(3))
    assert_inks(sheet.at(edge + creep - 2.6, 100), PAPER)
    assert_inks(sheet.at(225 - 105, 11.5 + 4), (0, 1, 0, 0))
    (remark,) = found.remarks
    assert remark.code == "imposition-bleed"
    assert remark.values == {"bleed": "2.12", "least": "3"}
    assert made("2-up:SRA2").remarks == ()


# What the file says of itself


@pytest.mark.parametrize("request_", REQUESTS)
def test_boxes(request_: str, tmp_path: Path) -> None:
    found = boxes(made(request_).data, tmp_path, 1)
    media, bleed, trim = (found[name] for name in ("MediaBox", "BleedBox", "TrimBox"))
    expected: dict[str, tuple[list[Mm], list[Mm]]] = {
        "booklet,paper=0.5mm": ([0, 0, 442, 319], [11, 11, 431, 308]),
        "booklet:A4,sheet=SRA3": ([0, 0, 450, 320], [15, 11.5, 435, 308.5]),
        "2-up:SRA2": ([0, 0, 640, 450], [20, 15, 620, 435]),
        "2-up:SRA3,back=work-and-turn": ([0, 0, 450, 320], [12, 11.5, 438, 308.5]),
        "cut-and-stack:2x2:SRA2,back=turn": ([0, 0, 640, 450], [20, 12, 620, 438]),
        "cut-and-stack:2x2:SRA2,back=tumble": ([0, 0, 640, 450], [20, 12, 620, 438]),
    }
    assert media == pytest.approx(expected[request_][0], abs=0.05)
    assert trim == pytest.approx(expected[request_][1], abs=0.05)
    margin = 3 * 297 / 420 if request_ == "booklet:A4,sheet=SRA3" else 3
    assert bleed == pytest.approx(
        [trim[0] - margin, trim[1] - margin, trim[2] + margin, trim[3] + margin], abs=0.05
    )


def streams(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every stream that draws: of sheets, and of the forms on them."""
    found: list[pikepdf.Object] = [page.Contents for page in pdf.pages]
    return found + [
        each for each in pdf.objects
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
    ]  # fmt: skip


@pytest.mark.parametrize("request_", REQUESTS)
def test_only_inks(request_: str) -> None:
    pdf = opened(made(request_).data)
    painted: set[str] = set()
    for stream in streams(pdf):
        for instruction in pikepdf.parse_content_stream(stream):
            operands, name = instruction.operands, str(instruction.operator)
            assert name not in {"rg", "RG", "g", "G", "sc", "SC", "sh", "gs"}
            if name in {"cs", "CS"}:
                assert operands[0] == "/All"
            painted.add(name)
    assert {"k", "scn", "SCN"} <= painted
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
            assert not {"/SMask", "/Group", "/ca", "/CA", "/BM", "/Annots"} & set(each.keys())
            assert each.get("/CS") != "/DeviceRGB"
    for page in pdf.pages:
        (separation,) = page.Resources.ColorSpace.values()
        assert [str(part) for part in list(separation)[:3]] == [
            "/Separation",
            "/All",
            "/DeviceCMYK",
        ]


@pytest.mark.parametrize("request_", REQUESTS)
def test_what_print_houses_ask_for_is_kept(request_: str, tmp_path: Path) -> None:
    data = made(request_).data
    said = tool("pdfinfo", data, tmp_path)
    assert "PDF/X-4" in said
    assert f"Title:           Probe – {request_}" in said
    fonts = tool("pdffonts", data, tmp_path).splitlines()[2:]
    assert len(fonts) == 1
    assert fonts[0].split()[:4] == ["ProbeBold", "TrueType", "WinAnsi", "yes"]
    pdf = opened(data)
    assert pdf.docinfo.Trapped == "/False"
    (intent,) = pdf.Root.OutputIntents
    assert intent.OutputConditionIdentifier == "FOGRA39"
    assert "/PageMode" not in pdf.Root
    with pdf.open_metadata() as metadata:
        assert metadata["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert metadata["dc:title"] == f"Probe – {request_}"
        assert re.fullmatch(r"uuid:[0-9a-f-]{36}", metadata["xmpMM:DocumentID"])


def test_each_job_has_an_identity_of_its_own() -> None:
    identities = set()
    for request in REQUESTS:
        pdf = opened(made(request).data)
        with pdf.open_metadata() as metadata:
            identities.add(metadata["xmpMM:DocumentID"])
    assert len(identities) == len(REQUESTS)


def test_the_name_of_the_file() -> None:
    assert made("booklet:A4,sheet=SRA3").stem == "booklet-a4-sheet-sra3"
    assert made("cut-and-stack:2x2:SRA2,back=turn").stem == "cut-and-stack-2x2-sra2-back-turn"
    assert (made("booklet,paper=0.5mm").sheets, made("booklet,paper=0.5mm").forms) == (6, 12)


def test_the_same_bytes_in_every_run(tmp_path: Path) -> None:
    request = "booklet,paper=0.5mm"
    script = (
        "import sys; from tests.test_imposition_drawn import made;"
        f"sys.stdout.buffer.write(made({request!r}).data)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"}
    again = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, cwd=ROOT, env=environment
    )
    assert again.stdout == made(request).data


# What cannot be imposed


def changed(key: str, value: Any) -> bytes:
    """A press file with an entry of its second page changed, or taken away where None."""
    with pikepdf.open(io.BytesIO(press_file(2))) as pdf:
        if value is None:
            del pdf.pages[1].obj[key]
        else:
            pdf.pages[1].obj[key] = value
        output = io.BytesIO()
        pdf.save(output)
        return output.getvalue()


@pytest.mark.parametrize(
    ("key", "value"), [("/TrimBox", None), ("/BleedBox", None), ("/Rotate", 90)]
)
def test_a_page_that_says_not_how_it_lies_is_refused(key: str, value: Any) -> None:
    with pytest.raises(FaultError) as caught:
        job(changed(key, value), "2-up:SRA3")
    assert caught.value.fault.code == "imposition-boxes"
    assert caught.value.fault.values == {"page": "2"}


def test_a_bleed_inside_the_trim_is_refused() -> None:
    with pytest.raises(FaultError) as caught:
        job(changed("/BleedBox", pikepdf.Array([60, 60, 400, 400])), "2-up:SRA3")
    assert caught.value.fault.values == {"page": "2"}
