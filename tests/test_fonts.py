"""The vendored typefaces: what the table of `tools/build_fonts.py` says of them is so."""

import io
from functools import cache
from pathlib import Path

import pytest
import yaml
from fontTools.ttLib import TTFont

from planche.text.faces import load_face, missing_characters
from planche.workshop import FONTS, SUBSCRIPTS, TEMPLATES
from tests.sets import LAID_OUT
from tools.build_fonts import (
    FAMILIES,
    FS_BOLD,
    FS_ITALIC,
    FS_REGULAR,
    FS_USE_TYPO_METRICS,
    HYPHENS,
    LINE,
    MAC_BOLD,
    MAC_ITALIC,
    NEEDED,
    SEPARATE,
    Face,
    Family,
    reserves_a_name,
)

BUILT = [(family, face) for family in FAMILIES for face in family.faces]
ALL_FACES = pytest.mark.parametrize(
    ("family", "face"), BUILT, ids=[family.postscript_name(face) for family, face in BUILT]
)
ALL_FAMILIES = pytest.mark.parametrize("family", FAMILIES, ids=[each.slug for each in FAMILIES])

MOST_BYTES = 1_200_000
"""What all faces together may weigh: they lie in every clone."""


def path(family: Family, face: Face) -> Path:
    return FONTS / f"{family.postscript_name(face)}.ttf"


@cache
def font(family: Family, face: Face) -> TTFont:
    return TTFont(io.BytesIO(path(family, face).read_bytes()))


def test_the_folder_holds_what_the_table_makes_and_no_more() -> None:
    made = {path(family, face).name for family, face in BUILT}
    made |= {family.licence for family in FAMILIES}
    assert {each.name for each in FONTS.iterdir()} == made | {"README.md"}
    assert sum((FONTS / name).stat().st_size for name in made) <= MOST_BYTES


# Names


@ALL_FACES
def test_a_face_is_named_for_programs_that_know_four_styles(family: Family, face: Face) -> None:
    names = font(family, face)["name"]
    assert names.getDebugName(1) == family.office_name(face)
    assert names.getDebugName(2) == face.office_style
    assert face.office_style in {"Regular", "Italic", "Bold", "Bold Italic"}
    assert names.getDebugName(4) == f"{family.name} {face.style}"
    assert names.getDebugName(6) == family.postscript_name(face)
    assert (names.getDebugName(16), names.getDebugName(17)) == (family.name, face.style)


@pytest.mark.parametrize(
    ("face", "style", "office"),
    [
        (Face(400), "Regular", "Regular"),
        (Face(400, italic=True), "Italic", "Italic"),
        (Face(700), "Bold", "Bold"),
        (Face(700, italic=True), "Bold Italic", "Bold Italic"),
        (Face(900), "Black", "Regular"),
        (Face(900, italic=True), "Black Italic", "Italic"),
    ],
)
def test_styles_are_named_after_weight_and_slant(face: Face, style: str, office: str) -> None:
    assert (face.style, face.office_style) == (style, office)


def test_no_two_faces_answer_to_one_name() -> None:
    office = [(family.office_name(face), face.office_style) for family, face in BUILT]
    postscript = [family.postscript_name(face) for family, face in BUILT]
    unique = [font(family, face)["name"].getDebugName(3) for family, face in BUILT]
    for names in (office, postscript, unique):
        assert len(set(names)) == len(BUILT)


@ALL_FACES
def test_style_bits_agree_with_the_names(family: Family, face: Face) -> None:
    os2, head = font(family, face)["OS/2"], font(family, face)["head"]
    assert os2.usWeightClass == face.weight
    assert bool(os2.fsSelection & FS_ITALIC) == bool(head.macStyle & MAC_ITALIC) == face.italic
    assert bool(os2.fsSelection & FS_BOLD) == bool(head.macStyle & MAC_BOLD) == face.bold
    assert bool(os2.fsSelection & FS_REGULAR) == (not face.bold and not face.italic)


# Lines and glyphs


@ALL_FACES
def test_every_face_sets_the_same_line(family: Family, face: Face) -> None:
    found = font(family, face)
    upem, hhea, os2 = found["head"].unitsPerEm, found["hhea"], found["OS/2"]
    line = [round(each * upem) for each in LINE]
    assert [hhea.ascent, hhea.descent, hhea.lineGap] == [*line, 0]
    assert [os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap] == [*line, 0]
    assert os2.fsSelection & FS_USE_TYPO_METRICS


@ALL_FACES
def test_spaces_and_hyphens_have_glyphs_of_their_own(family: Family, face: Face) -> None:
    cmap, widths = font(family, face).getBestCmap(), font(family, face)["hmtx"]
    assert len({cmap[code] for code in SEPARATE}) == len(SEPARATE)
    assert {widths[cmap[code]][0] for code in HYPHENS} == {widths[cmap[0x2D]][0]}
    assert widths[cmap[0xA0]][0] == widths[cmap[0x20]][0]


@ALL_FACES
def test_everything_that_is_printed_has_a_glyph(family: Family, face: Face) -> None:
    sets = "".join(each.read_text(encoding="utf-8") for each in LAID_OUT)
    wanted = (NEEDED + sets).translate({ord(each): None for each in SUBSCRIPTS + "\n"})
    assert missing_characters([load_face("", path(family, face))], wanted) == ""


def test_every_face_of_every_theme_is_built() -> None:
    built = {path(family, face).name for family, face in BUILT}
    for theme in TEMPLATES.glob("theme*.yaml"):
        assert set(yaml.safe_load(theme.read_text(encoding="utf-8"))["faces"].values()) <= built


# Licences


@ALL_FAMILIES
def test_a_family_lies_beside_its_licence(family: Family) -> None:
    licence = (FONTS / family.licence).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert not reserves_a_name(licence)
    for face in family.faces:
        notice = font(family, face)["name"].getDebugName(0)
        assert notice in licence, face.style
        assert notice in (FONTS / "README.md").read_text(encoding="utf-8").replace("\n", " ")
        assert font(family, face)["OS/2"].fsType == 0


@pytest.mark.parametrize(
    ("notice", "reserved"),
    [
        ("Copyright 2023 The Authors (https://example.org)", False),
        ('Copyright 2017, with Reserved Font Name "Plank"', True),
        ("Copyright 2014, with reserved font names ‘Plank’ and ‘Bræt’.", True),
    ],
)
def test_a_reserved_name_is_found_in_the_notice_only(notice: str, reserved: bool) -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    terms = licence[licence.index("This Font Software is licensed") :]
    assert '"Reserved Font Name" refers' in terms
    assert reserves_a_name(f"{notice}\n\n{terms}") == reserved


def test_a_licence_that_is_not_the_known_one_is_not_trusted() -> None:
    assert reserves_a_name("All rights are ours.")
