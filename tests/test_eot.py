"""Embedded OpenType and the table it repeats: whatever a face is called, the face comes back."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from hypothesis import example, given
from hypothesis import strategies as st

from planche.deck.typeface.eot import LONGEST, eot
from planche.text.faces import Face, load_face
from planche.text.os2 import LATIN_1, os2_of
from planche.workshop import FONTS
from tests.test_typeface import opened

FILES = sorted(FONTS.glob("*.ttf"))
NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300)


def small_font(**names: str) -> bytes:
    """A font of one empty glyph that is called something."""
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef"])
    made.setupCharacterMap({})
    made.setupGlyf({".notdef": Glyph()})
    made.setupHorizontalMetrics({".notdef": (500, 0)})
    made.setupHorizontalHeader()
    made.setupNameTable(names, mac=False)
    made.setupOS2()
    made.setupPost()
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("called") / "called.ttf"


@given(family=NAMES, full=NAMES)
@example(family="Å", full="")
@example(family="𝄞" * 300, full=" ")
def test_names_of_any_length_come_back_with_the_face(file: Path, family: str, full: str) -> None:
    file.write_bytes(small_font(familyName=family, styleName="Regular", fullName=full))
    found = opened(eot(load_face("x", file)))
    assert found.names == (f"{family}\0", "Regular\0", "", full, "")
    assert found.font == file.read_bytes()


def test_a_name_too_long_for_its_field_is_cut(file: Path) -> None:
    file.write_bytes(small_font(familyName="x" * LONGEST))
    found = opened(eot(load_face("x", file)))
    assert found.names[0] == "x" * (LONGEST - 1) + "\0"
    assert found.font == file.read_bytes()


# The OS/2 table


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_table_is_read_as_it_stands(path: Path) -> None:
    found, table = os2_of(load_face("x", path)), TTFont(path)["OS/2"]
    panose = table.panose
    assert found.weight == table.usWeightClass
    assert found.fs_type == table.fsType
    assert found.family_class == table.sFamilyClass
    assert found.fs_selection == table.fsSelection
    assert tuple(found.panose) == (
        panose.bFamilyType, panose.bSerifStyle, panose.bWeight, panose.bProportion,
        panose.bContrast, panose.bStrokeVariation, panose.bArmStyle, panose.bLetterForm,
        panose.bMidline, panose.bXHeight,
    )  # fmt: skip
    assert found.unicode_range == (
        table.ulUnicodeRange1, table.ulUnicodeRange2, table.ulUnicodeRange3, table.ulUnicodeRange4
    )  # fmt: skip
    assert found.codepage_range == (table.ulCodePageRange1, table.ulCodePageRange2)
    assert found.italic == ("Italic" in path.stem)


def changed(folder: Path, **fields: int) -> Face:
    """Our first face with other values in its table."""
    font = TTFont(FILES[0])
    for name, value in fields.items():
        setattr(font["OS/2"], name, value)
    path = folder / "changed.ttf"
    font.save(path)
    return load_face("x", path)


@pytest.mark.parametrize(
    ("family", "kind", "serifs"), [(1, 0, True), (5, 3, True), (8, 0, False), (0, 0, False)]
)
def test_where_panose_says_nothing_the_class_tells_of_serifs(
    family: int, kind: int, serifs: bool, tmp_path: Path
) -> None:
    font = TTFont(FILES[0])
    font["OS/2"].panose.bFamilyType = 0
    font["OS/2"].sFamilyClass = family << 8 | kind
    font.save(tmp_path / "classed.ttf")
    assert os2_of(load_face("x", tmp_path / "classed.ttf")).has_serifs is serifs


def test_a_table_of_the_first_version_has_no_code_pages(tmp_path: Path) -> None:
    found = os2_of(changed(tmp_path, version=0))
    assert found.codepage_range == LATIN_1
    assert found.weight == TTFont(FILES[0])["OS/2"].usWeightClass


def test_a_face_without_the_table_is_refused_by_its_files_name(tmp_path: Path) -> None:
    font = TTFont(FILES[0])
    del font["OS/2"]
    font.save(tmp_path / "bare.ttf")
    with pytest.raises(ValueError, match=r"bare\.ttf"):
        eot(load_face("x", tmp_path / "bare.ttf"))


def test_half_a_table_is_none() -> None:
    half = struct.pack(">6H", 4, 500, 400, 5, 0, 0)
    source = hb.Face(FILES[0].read_bytes())
    face = hb.Face.create_for_tables(
        lambda _, tag, __: half if tag == "OS/2" else bytes(source.reference_table(tag).data), None
    )
    with pytest.raises(ValueError, match="OS/2"):
        os2_of(Face("x", Path("half.ttf"), hb.Font(face)))
