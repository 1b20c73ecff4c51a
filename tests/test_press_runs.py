"""Print runs as they are ordered: what is made of each, and what stops one."""

import json
import re
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from planche.cli import main
from planche.commands.exit_codes import BAD_INPUT, DONE, FAILED, WARNED
from planche.diagnostics import FaultError
from planche.manifest import Artefact
from planche.model import PlateSet
from planche.press.conditions import CONDITIONS, Condition, condition_of, read_profile
from planche.press.inks import InkError, in_inks
from planche.press.plan import chosen_runs, plan_of
from planche.press.since import changed_since
from planche.press.ticket import Changes
from planche.workshop import PROFILES
from tests.logos import svg
from tests.press_reading import boxes, operators, run
from tests.sets import kit
from tests.written import files

HEAD = """\
set:
  title: Prøve
  language: da
audiences:
  - {id: borger, name: Borger, sign: disc, colour: borger}
plates:
  - cover: Prøve
  - question: 1
    title: Hvad er målet?
    audience: borger
    points: [Det gode liv er målet., Vi når det sammen.]
  - question: 2
    title: Hvem gør det?
    audience: borger
    points: [Det gør vi., Vi gør det hver dag.]
print_runs:
"""


def source(tmp_path: Path, *runs: str) -> Path:
    """A small set with some print runs."""
    path = tmp_path / "set.yaml"
    path.write_text(HEAD + "".join(f"  - {{{each}}}\n" for each in runs), encoding="utf-8")
    return path


def press(path: Path, out: Path, *options: str) -> int:
    return main(["press", *options, "--source", str(path), "--out", str(out), "--quiet"])


LONG = "Et langt navn på en trykordre, som fylder mere end linjen under plakaten " * 5


@pytest.fixture(scope="module")
def long_table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a set whose table takes two pages, and whose names are hard to print small:
    one has a line break and is too long, the other a figure that the typeface has no glyph for."""
    folder = tmp_path_factory.mktemp("long-table")
    rows = "".join(f"      - [Række {n}, {n % 7 * 'ord '}og mere, ja]\n" for n in range(24))
    text = HEAD.replace("title: Prøve", "title: CO₂-planen").replace(
        "print_runs:\n",
        f"  - table: Hvem gør hvad?\n    columns: [Hvad, Hvordan, Hvor]\n    rows:\n{rows}"
        f'print_runs:\n  - {{name: a, plates: "q1 table-1", copies: 1500, files: one, '
        f'title: "{LONG}\\nog mere"}}\n',
    )
    path = folder / "set.yaml"
    path.write_text(text, encoding="utf-8")
    assert press(path, folder / "o", "--impose", "booklet") == DONE
    return folder / "o" / "press" / "a"


def picture_of(path: Path, page: int, ppi: float = 72) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    picture: Image.Image = document[page].render(scale=ppi / 72).to_pil().convert("L")
    document.close()
    return picture


def test_a_long_slug_keeps_off_the_register_mark(long_table: Path) -> None:
    ppi = 144
    picture = picture_of(long_table / "a.pdf", 0, ppi)
    scale = ppi / 25.4
    box = boxes(long_table / "a.pdf")[0]
    middle = (box.trim[0] + box.trim[2]) / 2
    below = round((box.media[3] - box.bleed[1]) * scale) + 2

    def darkest(left: float, right: float) -> int:
        strip = (round(left * scale), below, round(right * scale), picture.height)
        return min(picture.crop(strip).tobytes())

    assert darkest(25, 40) < 200, "no slug here"
    assert darkest(middle - 4.8, middle - 2.7) == 255, "the slug runs into the register mark"


def test_a_thumbnail_shows_the_first_page_of_its_plate(long_table: Path) -> None:
    pages = [picture_of(long_table / "a.pdf", page) for page in (1, 2)]
    with pikepdf.open(long_table / "ticket.pdf") as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        images = [each for each in streams if each.get("/Subtype") == "/Image"]
        drawn = [pikepdf.PdfImage(each).as_pil_image() for each in images]
    (shown,) = (each for each in drawn if each.width > each.height)
    assert off(shown, trimmed(pages[0], long_table)) < off(shown, trimmed(pages[1], long_table))


def trimmed(page: Image.Image, folder: Path) -> Image.Image:
    """A page of the run at 72 ppi, cut to its trim."""
    left, lower, right, upper = (each * 72 / 25.4 for each in boxes(folder / "a.pdf")[1].trim)
    return page.crop((round(left), round(lower), round(right), round(upper)))


def off(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ, on the whole, in grey."""
    grey = one.convert("L").resize(other.size)
    return float(ImageStat.Stat(ImageChops.difference(grey, other)).mean[0])


def declared(*runs: dict[str, object]) -> PlateSet:
    plates = [
        {"cover": "Prøve"},
        *({"question": n, "title": f"Hvad {n}?", "points": ["Det."]} for n in (1, 2, 3)),
    ]
    info = {"title": "Prøve", "language": "da"}
    return PlateSet.model_validate({"set": info, "plates": plates, "print_runs": list(runs)})


def test_the_most_exact_number_of_copies_counts() -> None:
    copies = {"all": "40", "q1-q2": "60", "q2": "400"}
    made = declared({"name": "a", "plates": "all", "copies": copies})
    plan = plan_of(made.print_runs[0], made, kit().theme)
    assert dict(plan.copies) == {"cover": 40, "q1": 60, "q2": 400, "q3": 40}


def test_paper_without_a_layout_takes_that_of_a3() -> None:
    made = declared({"name": "a", "plates": "q1", "copies": "1", "format": "A2"})
    plan = plan_of(made.print_runs[0], made, kit().theme)
    assert (plan.layout, round(plan.scale, 3)) == ("a3", 1.414)


def test_a_run_sets_its_own_limit_of_ink() -> None:
    runs: list[dict[str, object]] = [
        {"name": "a", "plates": "q1", "copies": "1"},
        {"name": "b", "plates": "q1", "copies": "1", "most_ink": "280"},
    ]
    made = declared(*runs)
    assert [plan_of(each, made, kit().theme).most_ink for each in made.print_runs] == [300, 280]


def test_an_unknown_run_is_refused() -> None:
    made = declared({"name": "opslag", "plates": "q1", "copies": "1"})
    assert chosen_runs(made, None) is None
    assert chosen_runs(made, "opslag") == frozenset({"opslag"})
    with pytest.raises(FaultError, match="unknown-run"):
        chosen_runs(made, "opslg")


def test_a_file_that_is_no_press_profile_is_refused(tmp_path: Path) -> None:
    good = (PROFILES / CONDITIONS["FOGRA39"].file).read_bytes()
    own = Condition("X", "X", "x.icc", 300, registered=False)
    for at, wrong in ((16, b"RGB "), (12, b"mntr"), (36, b"nope")):
        (tmp_path / "x.icc").write_bytes(good[:at] + wrong + good[at + 4 :])
        with pytest.raises(FaultError, match="profile-not-cmyk"):
            read_profile(own, tmp_path)
    (tmp_path / "x.icc").write_bytes(good)
    assert read_profile(own, tmp_path) == good
    with pytest.raises(FaultError, match="profile-missing"):
        read_profile(condition_of("X", "../x.icc"), tmp_path / "none")


def test_bleed_marks_and_files_are_as_ordered(tmp_path: Path) -> None:
    path = source(
        tmp_path,
        "name: bar, plates: all, copies: 2, bleed: 5mm, marks: false, files: one",
        "name: lille, plates: q1, copies: 9, format: A4, drawn_as: A3",
        "name: stor, plates: q1, copies: 9, format: A2, bleed: 4mm",
    )
    assert press(path, tmp_path / "o") == DONE
    folder = tmp_path / "o" / "press"
    for page in boxes(folder / "bar" / "bar.pdf"):
        assert page.bleed == page.media
        assert page.trim[0] == pytest.approx(5, abs=0.05)
    for name, sides, bleed in (("lille", (210, 297), 3), ("stor", (420, 594), 4)):
        (page,) = boxes(folder / name / "02-q1.pdf")
        left, lower, right, upper = page.trim
        assert (right - left, upper - lower) == pytest.approx(sides, abs=0.05)
        assert left - page.bleed[0] == pytest.approx(bleed, abs=0.05)
    words = [run("pdftotext", str(folder / name / "02-q1.pdf"), "-") for name in ("lille", "stor")]
    assert words[0] == words[1]


def test_an_error_of_preflight_stops_everything_and_names_plate_and_colour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "o"
    good = source(tmp_path, "name: opslag, plates: q1, copies: 4")
    assert press(good, out) == DONE
    before = files(out)
    bad = source(tmp_path, "name: opslag, plates: q1, copies: 4, most_ink: 200")
    assert press(bad, out) == FAILED
    said = capsys.readouterr().err
    assert re.search(r"set\.yaml:8:\d+: error preflight-failed: press/opslag/02-q1\.pdf: ", said)
    assert "borger-deep: templates/theme.yaml" in said
    assert files(out) == before


def test_one_run_is_made_and_the_others_stay(tmp_path: Path) -> None:
    out = tmp_path / "o"
    runs = ("name: a, plates: q1, copies: 1", "name: b, plates: q2, copies: 1")
    path = source(tmp_path, *runs)
    assert press(path, out) == DONE
    (out / "press" / "a" / "02-q1.pdf").unlink()
    stays = out / "press" / "b" / "03-q2.pdf"
    earlier = stays.stat().st_mtime_ns
    assert press(path, out, "a") == DONE
    assert (out / "press" / "a" / "02-q1.pdf").exists()
    assert stays.stat().st_mtime_ns == earlier
    listed = json.loads((out / "manifest.json").read_text())["artefacts"]
    assert {"press/a/02-q1.pdf", "press/b/03-q2.pdf"} <= {each["path"] for each in listed}


def test_a_run_that_is_no_longer_declared_is_taken_away(tmp_path: Path) -> None:
    out = tmp_path / "o"
    both = ("name: a, plates: q1, copies: 1", "name: b, plates: q2, copies: 1")
    assert press(source(tmp_path, *both), out) == DONE
    assert press(source(tmp_path, both[0]), out) == DONE
    assert not (out / "press" / "b").exists()


def test_sheets_are_made_on_demand(tmp_path: Path) -> None:
    out = tmp_path / "o"
    path = source(tmp_path, "name: haefte, plates: all, copies: 12, format: A4, files: one")
    assert press(path, out, "--impose", "booklet") == DONE
    with pikepdf.open(out / "press" / "haefte" / "haefte-booklet.pdf") as sheets:
        assert len(sheets.pages) == 2
    assert press(path, tmp_path / "none", "--impose", "origami") == BAD_INPUT
    assert not (tmp_path / "none" / "press").exists()


def test_a_warning_counts_under_strict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A bleed reduced with its page is less than print houses ask for: sheets say so."""
    path = source(tmp_path, "name: h, plates: all, copies: 12")
    assert press(path, tmp_path / "o", "--impose", "booklet:A4", "--strict") == WARNED
    assert "imposition-bleed" in capsys.readouterr().err


def test_what_goes_to_the_print_house_lies_in_one_package(tmp_path: Path) -> None:
    out = tmp_path / "o"
    runs = "name: opslag, title: Opslag til døren, plates: [q1, q2], copies: {q1: 400, all: 40}"
    assert press(source(tmp_path, runs + ", paper: 170 g silk, deliver_to: Rådhuset"), out) == DONE
    folder = out / "press" / "opslag"
    with ZipFile(folder / "opslag.zip") as package:
        held = {name.removeprefix("opslag/"): package.read(name) for name in package.namelist()}
    beside = {each.name: each.read_bytes() for each in folder.iterdir() if each.suffix != ".zip"}
    assert held == beside
    assert {"02-q1.pdf", "03-q2.pdf", "ticket.pdf", "ticket.json", "approval.pdf"} < set(held)
    said = " ".join(run("pdftotext", str(folder / "ticket.pdf"), "-").split())
    for fact in ("Opslag til døren", "400", "440", "170 g silk", "Rådhuset", "FOGRA39"):
        assert fact in said, fact
    digest = sha256(held["02-q1.pdf"]).hexdigest()
    assert digest in said.replace(" ", "")
    assert json.loads(held["ticket.json"])["JobID"] == "opslag"


def test_the_ticket_says_what_changed_since_a_manifest(tmp_path: Path) -> None:
    out, old = tmp_path / "o", tmp_path / "old.json"
    path = source(tmp_path, "name: opslag, plates: [q1, q2], copies: 4")
    assert press(path, out) == DONE
    old.write_bytes((out / "manifest.json").read_bytes())
    path.write_text(path.read_text().replace("Vi når det sammen.", "Vi når det hver for sig."))
    assert press(path, out, "--since", str(old)) == DONE
    found = json.loads((out / "press" / "opslag" / "ticket.json").read_text())
    assert [found["Planche"]["changes"][key] for key in ("changed", "same")] == [["q1"], ["q2"]]
    assert press(path, out, "--since", str(path)) == BAD_INPUT
    assert press(path, out, "--since", str(tmp_path / "none.json")) == BAD_INPUT


def press_file(name: str, sha256: str, *plates: str) -> Artefact:
    return Artefact(f"press/a/{name}.pdf", "press", plates, len(plates), 9, sha256, "")


ONE, BOTH = [press_file("a", "1", "q1")], [press_file("a", "2", "q1", "q2")]


@pytest.mark.parametrize(
    ("before", "now", "changed", "same"),
    [
        (ONE, ONE, (), ("q1",)),
        (ONE, [press_file("a", "3", "q1")], ("q1",), ()),
        (BOTH, BOTH, (), ("q1", "q2")),
        (BOTH, [press_file("a", "3", "q1", "q2")], ("q1", "q2"), ()),
        (BOTH, [press_file("02-q1", "3", "q1"), press_file("03-q2", "4", "q2")], ("q1", "q2"), ()),
    ],
    ids=["one plate", "one plate changed", "in one file", "one file changed", "now in two files"],
)
def test_plates_have_changed_where_the_file_that_holds_them_has(
    before: list[Artefact], now: list[Artefact], changed: tuple[str, ...], same: tuple[str, ...]
) -> None:
    plates = [plate for each in now for plate in each.plates]
    found = changed_since("old", "press/a", plates, before, now)
    assert found == Changes("old", changed, (), (), same)


def test_plates_that_come_and_go_and_runs_that_are_new() -> None:
    found = changed_since("old", "press/a", ["q2", "q3"], BOTH, [press_file("a", "5", "q2", "q3")])
    assert found == Changes("old", ("q2",), ("q3",), ("q1",), ())
    assert changed_since("old", "press/b", ["q2"], BOTH, BOTH) is None


def test_a_picture_inside_the_stream_is_no_ink() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.Contents = pdf.make_stream(b"q BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q")
    with pytest.raises(InkError):
        in_inks(page)


def test_a_logo_is_printed_in_its_inks_or_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = source(tmp_path, "name: opslag, plates: q1, copies: 4")
    path.write_text(path.read_text().replace("  language: da", "  language: da\n  logo: a.svg"))
    shape = '<path d="M0 0H100V50H0Z" fill="#C0FFEE" {}/>'
    logo = tmp_path / "a.svg"
    logo.write_bytes(svg(shape.format("")))
    assert press(path, tmp_path / "o") == BAD_INPUT
    assert "logo-without-inks" in capsys.readouterr().err
    logo.write_bytes(svg(shape.format('data-press="60 0 20 10"')))
    assert press(path, tmp_path / "o") == DONE
    inks = {
        tuple(float(each) for each in operands)
        for operator, operands in operators(tmp_path / "o" / "press" / "opslag" / "02-q1.pdf")
        if operator == "k"
    }
    assert (0.6, 0, 0.2, 0.1) in inks
