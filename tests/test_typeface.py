"""The typeface travels: in the deck as Embedded OpenType, and in a package beside it."""

import re
import struct
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, newTable
from lxml import etree
from pptx import Presentation

from planche.deck import blank, deck
from planche.deck.check import check
from planche.deck.typeface.archive import typeface_zip
from planche.deck.typeface.eot import eot
from planche.text.faces import Face, load_face
from planche.text.os2 import os2_of
from planche.theming import read_theme
from planche.workshop import DEFAULT_SOURCE, FONTS, TEMPLATES
from planche.zipped import zipped
from tests.deck_support import packed, setting, shipped_deck, shipped_pages, unpacked
from tests.sets import job

FILES = sorted(FONTS.glob("*.ttf"))
MAIN = "ppt/presentation.xml"


@dataclass(frozen=True)
class Envelope:
    """What an Embedded OpenType file says, read by the submission's own table of offsets."""

    total: int
    version: int
    flags: int
    panose: bytes
    charset: int
    italic: int
    weight: int
    fs_type: int
    magic: int
    ranges: tuple[int, ...]
    checksum: int
    names: tuple[str, ...]
    font: bytes


def opened(data: bytes) -> Envelope:
    total, size, version, flags = struct.unpack_from("<4I", data)
    charset, italic, weight, fs_type, magic = struct.unpack_from("<BBIHH", data, 26)
    ranges = struct.unpack_from("<6I", data, 36)
    (checksum,) = struct.unpack_from("<I", data, 60)
    at = 80
    names = []
    for _ in range(5):  # family, style, version, full name, root string
        (length,) = struct.unpack_from("<H", data, at + 2)
        names.append(data[at + 4 : at + 4 + length].decode("utf-16-le"))
        at += 4 + length
    at += 4 + 4 + 2  # checksum of the root string, code page, padding
    (signature,) = struct.unpack_from("<H", data, at)
    at += 2 + signature + 4
    (eudc,) = struct.unpack_from("<I", data, at)
    at += 4 + eudc
    assert total - at == size
    return Envelope(
        total, version, flags, data[16:26], charset, italic, weight, fs_type, magic, ranges,
        checksum, tuple(names), data[at:],
    )  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_envelope_says_what_the_face_says_and_holds_it_whole(path: Path) -> None:
    data = eot(load_face("x", path))
    found, font = opened(data), TTFont(BytesIO(path.read_bytes()))
    os2, names = font["OS/2"], font["name"]
    assert found.font == path.read_bytes()
    assert (found.total, found.version, found.flags) == (len(data), 0x00020002, 0)
    assert (found.magic, found.charset) == (0x504C, 0)
    assert found.weight == os2.usWeightClass
    assert found.fs_type == os2.fsType
    assert found.italic == (0xFF if os2.fsSelection & 1 else 0)
    assert found.panose[:2] == bytes((os2.panose.bFamilyType, os2.panose.bSerifStyle))
    ranges = (os2.ulUnicodeRange1, os2.ulUnicodeRange2, os2.ulUnicodeRange3, os2.ulUnicodeRange4)
    assert found.ranges == (*ranges, os2.ulCodePageRange1, os2.ulCodePageRange2)
    assert found.checksum == font["head"].checkSumAdjustment
    wanted = tuple(str(names.getDebugName(number)) for number in (1, 2, 5, 4))
    assert found.names == (f"{wanted[0]}\0", f"{wanted[1]}\0", *wanted[2:], "")


@pytest.mark.parametrize("theme", ["default", "avis"])
def test_every_face_that_text_is_set_in_lies_in_the_deck(theme: str) -> None:
    found = job(DEFAULT_SOURCE, theme)
    kit = found.kit
    files = unpacked(deck(found.decks[0], found.plate_set, kit.theme, kit.faces, found.strings))
    carried = {opened(data).font for name, data in files.items() if name.endswith(".fntdata")}
    used = {
        fragment.face
        for page in found.decks[0].pages
        for text in page.texts()
        for line in text.lines
        for fragment in line.fragments
    }
    assert carried >= {kit.faces[key].path.read_bytes() for key in used}
    main = files[MAIN].decode()
    assert 'embedTrueTypeFonts="1"' in main
    assert "saveSubsetFonts" not in main


def test_a_face_that_is_only_drawn_is_not_carried() -> None:
    black = setting().faces["black"]
    named = any(
        black.family.encode() in data
        for name, data in unpacked(shipped_deck()).items()
        if name.startswith(("ppt/slides/", "ppt/slideLayouts/"))
    )
    main = unpacked(shipped_deck())[MAIN]
    assert named == (black.family.encode() in main)


def test_a_machine_without_the_face_is_told_what_it_is_like() -> None:
    theme = unpacked(shipped_deck())["ppt/theme/theme1.xml"].decode()
    latins = re.findall(r"<a:latin [^>]*>", theme)
    assert len(latins) == 2
    assert all('pitchFamily="34"' in each and 'panose="020B' in each for each in latins)
    serif = job(DEFAULT_SOURCE, "avis").kit.faces
    assert any(os2_of(face).has_serifs for face in serif.values())


def listed(data: bytes) -> list[tuple[str, list[str]]]:
    """Each family that a package lists, with its slots."""
    root = etree.fromstring(unpacked(data)[MAIN])
    return [
        (each[0].get("typeface"), [etree.QName(slot).localname for slot in each[1:]])
        for each in root.iter("{*}embeddedFont")
    ]


def with_faces(faces: dict[str, Face]) -> bytes:
    """The shipped deck with other faces under the theme's names."""
    found = job(DEFAULT_SOURCE)
    every = {**found.kit.faces, **faces}
    return deck(found.decks[0], found.plate_set, found.kit.theme, every, found.strings)


def test_a_file_that_the_theme_calls_by_two_names_is_carried_once() -> None:
    again = load_face("again", setting().faces["regular"].path)
    assert listed(with_faces({"again": again})) == listed(shipped_deck())


def test_a_font_of_another_kind_is_left_out(tmp_path: Path) -> None:
    face = setting().faces["medium"]
    font = TTFont(face.path)
    font["fvar"] = varying = newTable("fvar")
    varying.axes, varying.instances = [], []
    font.save(tmp_path / "varying.ttf")
    families = dict(listed(with_faces({"medium": load_face("medium", tmp_path / "varying.ttf")})))
    assert families == {
        family: slots for family, slots in listed(shipped_deck()) if family != face.family
    }


@pytest.mark.parametrize("theme", ["default", "avis"])
def test_the_template_carries_the_faces_of_its_master_and_layouts(theme: str) -> None:
    found = job(DEFAULT_SOURCE, theme)
    kit = found.kit
    families = listed(blank(kit.theme, kit.faces, found.strings))
    roles = (kit.theme.roles["question"], kit.theme.roles["body"])
    assert {kit.faces[role.face].family for role in roles} <= {family for family, _ in families}


@pytest.mark.parametrize("slot", ["header", "face"])
def test_a_damaged_face_is_found_wherever_the_damage_is(slot: str) -> None:
    files = unpacked(shipped_deck())
    name = "ppt/fonts/font2.fntdata"
    data = bytearray(files[name])
    if slot == "header":
        data[84:88] = "Qq".encode("utf-16-le")  # the family's first two letters
    else:
        data[-len(opened(files[name]).font) :] = bytes(len(opened(files[name]).font))
    files[name] = bytes(data)
    (found,) = check(packed(files), shipped_pages())
    assert (found.rule, found.part) == ("embedding", name)


def test_a_family_without_a_name_is_found() -> None:
    files = unpacked(shipped_deck())
    files[MAIN] = re.sub(rb"<p:font [^>]*/>", b"", files[MAIN], count=1)
    assert "embedding" in {each.rule for each in check(packed(files), shipped_pages())}


def test_python_pptx_opens_a_deck_with_faces() -> None:
    assert len(Presentation(BytesIO(shipped_deck())).slides) > 1


def changed(face: Face, fs_type: int, folder: Path) -> Path:
    font = TTFont(BytesIO(face.path.read_bytes()))
    font["OS/2"].fsType = fs_type
    path = folder / face.path.name
    font.save(path)
    return path


@pytest.mark.parametrize(
    ("fs_type", "allowed"),
    [(0, True), (8, True), (2, False), (4, False), (0x0200, False), (0x000C, True), (0x0100, True)],
)
def test_licence_bits_decide_what_may_travel(fs_type: int, allowed: bool, tmp_path: Path) -> None:
    path = changed(setting().faces["regular"], fs_type, tmp_path)
    assert os2_of(load_face("x", path)).may_be_embedded is allowed


def test_a_theme_with_a_face_that_may_not_travel_is_refused_with_its_line(tmp_path: Path) -> None:
    for path in FILES:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    changed(setting().faces["medium"], 2, tmp_path)
    found = read_theme(TEMPLATES / "theme.yaml", "theme.yaml", tmp_path)
    assert found.theme is None
    (only,) = found.diagnostics
    assert only.fault.code == "face-not-embeddable"
    lines = (TEMPLATES / "theme.yaml").read_text(encoding="utf-8").splitlines()
    assert "Medium" in lines[only.place.line - 1]


@pytest.mark.parametrize("theme", ["default", "avis"])
def test_the_package_holds_faces_licences_and_two_lines(theme: str) -> None:
    found = job(DEFAULT_SOURCE, theme)
    files = unpacked(typeface_zip(found.kit.faces, found.strings))
    assert {name for name in files if name.endswith(".ttf")} == {
        face.path.name for face in found.kit.faces.values()
    }
    licences = [data for name, data in files.items() if name.startswith("OFL")]
    assert len(licences) == len({face.family.split()[0] for face in found.kit.faces.values()})
    assert all(b"SIL OPEN FONT LICENSE" in data for data in licences)
    assert len(files[found.strings.typeface_file].decode().splitlines()) == 2
    assert typeface_zip(found.kit.faces, found.strings) == typeface_zip(
        found.kit.faces, found.strings
    )


def test_a_face_never_goes_with_the_licence_of_another_family(tmp_path: Path) -> None:
    for path in FONTS.glob("OFL*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    font = TTFont(setting().faces["regular"].path)
    font["name"].setName("Copyright 2026 Somebody Else", 0, 3, 1, 0x409)
    font.save(tmp_path / "Foreign.ttf")
    face = load_face("regular", tmp_path / "Foreign.ttf")
    strings = setting().strings
    assert set(unpacked(typeface_zip({"regular": face}, strings))) == {
        strings.typeface_file,
        "Foreign.ttf",
    }


def test_a_face_in_many_packages_is_packed_as_any_file_is() -> None:
    data = eot(load_face("x", FILES[0]))
    packages = [zipped([("a", b"1"), ("b.fntdata", data), ("c.xml", data)]) for _ in range(2)]
    assert packages[0] == packages[1]
    with zipfile.ZipFile(BytesIO(packages[1])) as package:
        assert package.testzip() is None
        assert package.read("b.fntdata") == data
        sizes = {each.filename: each.compress_size for each in package.infolist()}
    assert sizes["b.fntdata"] == sizes["c.xml"] < len(data)
