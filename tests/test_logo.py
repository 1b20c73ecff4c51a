"""The logo: what files are read as, and what is said of one that will not do."""

import shutil
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from planche.catalogue import AREAS
from planche.cli import main
from planche.diagnostics import FaultError
from planche.geometry.logo import LEAST_PPI, fitted, unfit
from planche.geometry.parts import Box
from planche.logo.fault import LogoError
from planche.logo.ink import Inks
from planche.logo.mark import Drawing, Logo, LogoFile, colours_without_inks
from planche.logo.reading import read_logo, read_png
from planche.logo.svg import read_svg
from planche.pages.edition import css_colour
from planche.theme import LogoSlot
from planche.units import MM_PER_INCH
from planche.workshop import PAPER, prepare
from tests.logos import LOGOS, NAME, SHIELD, SUN, WAVES, known, logo, png, set_with, svg
from tests.sets import kit

RED: Inks = (10, 100, 80, 15)


def drawn(inside: str) -> Drawing:
    return read_svg(svg(inside), {})


# What a file is read as


def bounds(drawing: Drawing) -> Iterator[Box]:
    """The box of the corners of each shape, in hundredths of the drawing's width."""
    for shape in drawing.shapes:
        points = [(c.x, c.y) for c in shape.contours]
        points += [(s.x, s.y) for c in shape.contours for s in c.segments]
        xs, ys = zip(*points, strict=True)
        unit = drawing.width / 100
        yield Box(
            min(xs) / unit, min(ys) / unit, (max(xs) - min(xs)) / unit, (max(ys) - min(ys)) / unit
        )


@pytest.mark.parametrize(
    "inside",
    [
        '<rect x="10" y="10" width="40" height="20"/>',
        '<path d="M10 10h40v20h-40z"/>',
        '<path d="M10,10 L50,10 50,30 10,30"/>',
        '<polygon points="10,10 50,10 50,30 10,30"/>',
        '<rect width="4" height="2" transform="translate(10 10) scale(10)"/>',
        '<g transform="matrix(10 0 0 10 10 10)"><rect width="4" height="2"/></g>',
        '<rect width="20" height="40" transform="rotate(-90) translate(-30 10)"/>',
        '<line x1="10" y1="20" x2="50" y2="20" stroke="black" stroke-width="20"/>',
        '<rect x="15" y="15" width="30" height="10" stroke="#000" stroke-width="10"/>',
        '<ellipse cx="30" cy="20" rx="20" ry="10"/>',
    ],
)
def test_every_way_to_draw_an_area_comes_out_as_it(inside: str) -> None:
    found = drawn(inside)
    assert found.height / found.width == pytest.approx(0.5, abs=1e-4)
    boxes = list(bounds(found))
    assert min(box.x for box in boxes) == pytest.approx(0, abs=0.02)
    assert max(box.right for box in boxes) == pytest.approx(100, abs=0.02)
    assert max(box.bottom for box in boxes) == pytest.approx(50, abs=0.02)


@pytest.mark.parametrize(
    ("inside", "colour"),
    [
        ('<rect width="9" height="9"/>', "#000000"),
        ('<g fill="#B4152B"><rect width="9" height="9"/></g>', SHIELD),
        ('<style>.a{fill:#B4152B}</style>'
         '<rect class="a" fill="red" width="9" height="9"/>', SHIELD),
        ('<style>rect{fill:red}#b{fill:#B4152B}</style>'
         '<rect id="b" width="9" height="9"/>', SHIELD),
        ('<style>.a{fill:blue !important}</style>'
         '<rect class="a" style="fill:red" width="9" height="9"/>', "#0000FF"),
        ('<rect style="fill: rgb(180, 21, 43)" width="9" height="9"/>', SHIELD),
        ('<rect fill="none" stroke="#B4152B" width="9" height="9"/>', SHIELD),
        ('<g fill="red"><rect fill="inherit" width="9" height="9"/></g>', "#FF0000"),
        ('<g fill="red"><rect style="fill:inherit !important" width="9" height="9"/></g>',
         "#FF0000"),
        ('<g fill="red"><rect fill="inherit" style="fill:blue !important" width="9" height="9"/>'
         '</g>', "#0000FF"),
        ('<style>rect::first-line{fill:red}</style><rect width="9" height="9"/>', "#000000"),
    ],
)  # fmt: skip
def test_a_colour_is_found_wherever_it_stands(inside: str, colour: str) -> None:
    assert [shape.colour.screen for shape in drawn(inside).shapes] == [colour]


def test_what_the_outermost_element_inherits_is_what_holds_unsaid() -> None:
    root = b'<svg xmlns="http://www.w3.org/2000/svg" fill="inherit"><rect width="9" height="9"/>'
    (shape,) = read_svg(root + b"</svg>", {}).shapes
    assert shape.colour.screen == "#000000"


@pytest.mark.parametrize("rule", ["nonzero", "evenodd"])
def test_areas_look_alike_under_both_rules_of_filling(rule: str) -> None:
    """Two squares, the inner one the same way round: a hole under the one rule only."""
    path = f'<path fill-rule="{rule}" d="M0 0h40v40h-40z M10 10h20v20h-20z"/>'
    (shape,) = drawn(path).shapes
    assert len(shape.contours) == {"nonzero": 1, "evenodd": 2}[rule]


@pytest.mark.parametrize(
    "unseen",
    [
        '<rect width="900" height="9" fill="none"/>',
        '<rect width="900" height="9" display="none"/>',
        '<rect width="900" height="9" visibility="hidden"/>',
        '<rect width="900" height="9" fill="transparent"/>',
        '<defs><linearGradient id="g"/><rect width="900" height="9"/></defs>',
        '<x:sheet xmlns:x="urn:editor" width="900"/>',
        "<!-- <text/> --><title>Prøve</title><desc/><metadata/>",
    ],
)
def test_what_is_not_seen_is_not_drawn(unseen: str) -> None:
    seen = '<rect width="20" height="10"/>'
    assert drawn(unseen + seen) == drawn(seen)


def test_inks_are_those_of_the_shape_its_group_or_the_theme() -> None:
    inks = {shape.colour.screen: shape.colour.press for shape in shapes(logo().positive)}
    theme = known()
    assert inks == {SHIELD: RED, SUN: theme[SUN], WAVES: theme[WAVES], NAME: theme[NAME]}
    assert colours_without_inks(logo()) == ()
    bare = read_logo("logo.svg", (LOGOS,), {})
    assert colours_without_inks(bare) == (SUN, WAVES, NAME)
    (own,) = drawn(
        '<g data-press="1 2 3 4"><rect data-press="5,6 7 8" width="9" height="9"/></g>'
    ).shapes
    assert own.colour.press == (5, 6, 7, 8)
    assert css_colour(own.colour, "press") == "device-cmyk(0.05 0.06 0.07 0.08)"


def shapes(file: LogoFile) -> tuple[Any, ...]:
    assert isinstance(file.mark, Drawing)
    return file.mark.shapes


def test_no_colour_is_printed_in_inks_that_nobody_gave() -> None:
    (shape,) = drawn('<rect fill="#B4152B" width="9" height="9"/>').shapes
    with pytest.raises(FaultError, match="logo-without-inks"):
        css_colour(shape.colour, "press")


# What is said of a file that will not do

REFUSED = {
    '<text x="1" y="9">Kommune</text>': ("<text>", 1),
    '<image href="x.png" width="9" height="9"/>': ("<image>", 1),
    '\n<use href="#a"/>': ("<use>", 2),
    '<svg><rect width="9" height="9"/></svg>': ("<svg>", 1),
    '<defs><linearGradient id="g"/></defs>\n<rect fill="url(#g)" width="9" height="9"/>': (
        "fill: url(#g)", 2),
    '<rect filter="url(#f)" width="9" height="9"/>': ("filter", 1),
    '<g mask="url(#m)"><rect width="9" height="9"/></g>': ("mask", 1),
    '<g clip-path="url(#m)"><rect width="9" height="9"/></g>': ("clip-path", 1),
    '<rect opacity=".5" width="9" height="9"/>': ("opacity", 1),
    '<rect fill-opacity="0.5" width="9" height="9"/>': ("fill: black", 1),
    '<rect fill="rgba(1,2,3,.5)" width="9" height="9"/>': ("fill: rgba(1,2,3,.5)", 1),
    '<rect fill="currentColor" width="9" height="9"/>': ("fill: currentColor", 1),
    '<rect fill="blåt" width="9" height="9"/>': ("fill: blåt", 1),
    '<rect stroke="red" stroke-dasharray="1 2" width="9" height="9"/>': ("stroke-dasharray", 1),
    '<rect stroke="red" stroke-width="2mm" width="9" height="9"/>': ("stroke", 1),
    '<rect stroke="red" stroke-width="1e999" width="9" height="9"/>': ("stroke", 1),
    '<rect stroke="red" stroke-width="nan" width="9" height="9"/>': ("stroke", 1),
    '<rect stroke="red" stroke-width="-1" width="9" height="9"/>': ("stroke", 1),
    '<rect stroke="red" stroke-miterlimit="inf" width="9" height="9"/>': ("stroke", 1),
    '<rect stroke="red" marker-end="url(#m)" width="9" height="9"/>': ("marker-end", 1),
    '<rect width="9mm" height="9"/>': ("<rect>", 1),
    '<rect width="9" height="9" rx="-1"/>': ("<rect>", 1),
    '<circle r="-9"/>': ("<circle>", 1),
    '<path d="hello"/>': ("<path>", 1),
    '<path d="M0 0L1e999 3 4 4z"/>': ("<path>", 1),
    '<path d="M0 0a3 1e20 0 0 1 7 -1e38q1e20 -1e38 0 7" stroke="red"/>': ("<path>", 1),
    '<rect transform="spin(3)" width="9" height="9"/>': ("transform", 1),
    '<rect transform="translate(1e999)" width="9" height="9"/>': ("transform", 1),
    '<rect transform="scale(1e300)" width="9" height="9"/>': ("transform", 1),
    '<rect fill="none" stroke="red" transform="scale(1e300)" width="9" height="9"/>': (
        "transform", 1),
    "<style>@import url(x.css);</style>": ("@import", 1),
    "<style>:::{}</style>": (":::", 1),
}  # fmt: skip


@pytest.mark.parametrize("inside", REFUSED)
def test_what_no_plain_area_can_show_is_refused_by_name_and_line(inside: str) -> None:
    with pytest.raises(LogoError, match="logo-cannot-be-drawn") as caught:
        drawn(inside)
    what, line = REFUSED[inside]
    assert caught.value.values == {"what": what, "line": str(line)}


BOMB = b"""<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
<!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]>
<svg xmlns="http://www.w3.org/2000/svg"><title>&h;</title></svg>"""


def header(width: int, height: int) -> bytes:
    """A PNG that says how large it is, and has not a pixel."""
    told = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", told) + chunk(b"IDAT", b"")


def chunk(name: bytes, data: bytes) -> bytes:
    checked = name + data
    return struct.pack(">I", len(data)) + checked + struct.pack(">I", crc32(checked))


FILES: dict[str, tuple[str, bytes, str]] = {
    "no XML": ("logo.svg", b"\x89PNG", "logo-unreadable"),
    "no SVG": ("logo.svg", b"<html/>", "logo-unreadable"),
    "an entity bomb": ("logo.svg", BOMB, "logo-unreadable"),
    "ten thousand elements": ("logo.svg", svg("<g/>" * 10_000), "logo-unreadable"),
    "enormous": ("logo.svg", b" " * (4 * 1024 * 1024 + 1), "logo-unreadable"),
    "nothing in it": ("logo.svg", svg(""), "logo-empty"),
    "nothing to see": ("logo.svg", svg('<path d="M0 0h9"/>'), "logo-empty"),
    "no inks": ("logo.svg", svg('<g data-press="rød"><path d="M0 0h9v9"/></g>'), "logo-bad-inks"),
    "too much": ("logo.svg", svg('<path data-press="99 99 90 0" d="M0 0h9v9"/>'), "logo-bad-inks"),
    "too wide": ("logo.svg", svg('<rect width="100" height="3"/>'), "logo-too-wide"),
    "no PNG": ("logo.png", b"GIF89a", "logo-unreadable"),
    "half a PNG": ("logo.png", png(900, 300)[:200], "logo-unreadable"),
    "a PNG of a hundred million pixels": ("logo.png", header(10_000, 10_000), "logo-unreadable"),
    "a PNG of four hundred million": ("logo.png", header(20_000, 20_000), "logo-unreadable"),
    "few pixels": ("logo.png", png(200, 80), "logo-too-small"),
    "text in it": ("logo.svg", svg("<text>Kommune</text>"), "logo-cannot-be-drawn"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_will_not_do_is_one_message_at_its_name(name: str, tmp_path: Path) -> None:
    file, data, code = FILES[name]
    (tmp_path / file).write_bytes(data)
    found = prepare(set_with(tmp_path, file), "set.yaml", None)
    assert found.job is None
    (said,) = found.diagnostics
    assert (said.fault.code, said.place.line, said.place.column) == (
        code,
        line_of_logo(tmp_path),
        9,
    )
    assert file in said.text("da")
    assert "{" not in said.text("en")


def line_of_logo(folder: Path) -> int:
    lines = (folder / "set.yaml").read_text(encoding="utf-8").splitlines()
    return 1 + next(n for n, line in enumerate(lines) if line.startswith("  logo:"))


@pytest.mark.parametrize("name", ["../logo.svg", "logo.jpg", "logo", ".svg", "C:\\logo.svg"])
def test_a_name_that_is_no_file_name(name: str, tmp_path: Path) -> None:
    (said,) = prepare(set_with(tmp_path, name), "set.yaml", None).diagnostics
    assert (said.fault.code, said.place.column) == ("bad-logo-name", 9)


def test_a_missing_file_is_named_with_what_there_is(tmp_path: Path) -> None:
    shutil.copy(LOGOS / "logo.svg", tmp_path / "vaaben.svg")
    (said,) = prepare(set_with(tmp_path, "vaben.svg"), "set.yaml", None).diagnostics
    assert said.fault.code == "logo-missing"
    assert "vaaben.svg" in said.text("da")


def test_a_broken_negative_is_named(tmp_path: Path) -> None:
    shutil.copy(LOGOS / "logo.svg", tmp_path)
    (tmp_path / "logo-negative.svg").write_text("<svg/>")
    (said,) = prepare(set_with(tmp_path, "logo.svg"), "set.yaml", None).diagnostics
    assert "logo-negative.svg" in said.text("da")


def test_a_bad_logo_is_bad_input_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "output"
    assert main(["build", str(set_with(tmp_path, "logo.svg")), "--out", str(out)]) == 2
    assert not out.exists()
    assert capsys.readouterr().err.count("\n") == 1


def test_every_code_of_the_logo_is_provoked() -> None:
    provoked = {code for _, _, code in FILES.values()}
    for_press = {"logo-without-inks", "logo-not-for-press"}
    assert provoked | for_press | {"bad-logo-name", "logo-missing"} == set(AREAS["The logo"])


def test_a_picture_has_the_pixels_that_its_largest_place_asks_for() -> None:
    theme = kit().theme
    width, height = fitted(
        LogoFile("x.png", read_png(png(300, 100)), b""), theme.formats[PAPER].logo
    )
    least = [-(-each / MM_PER_INCH * LEAST_PPI // 1) for each in (width, height)]
    for short, faults in ((0, 0), (1, 1)):
        data = png(int(least[0]) - short, int(least[1]) - short)
        made = Logo(LogoFile("x.png", read_png(data), data), None)
        assert len(list(unfit(made, theme))) == faults


@pytest.mark.parametrize("ratio", [0.4, 1.0, 3.0, 8.0])
def test_a_logo_keeps_its_proportions_and_its_place(ratio: float) -> None:
    slot = LogoSlot(height=10, width=62, least=5)
    file = LogoFile("x.svg", Drawing(ratio, 1, ()), b"")
    width, height = fitted(file, slot)
    assert width / height == pytest.approx(ratio)
    assert width <= 62
    assert height <= 10
    assert width == pytest.approx(62) or height == pytest.approx(10)
