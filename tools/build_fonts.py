"""Build the vendored typefaces, `assets/fonts/*.ttf`, from the table FAMILIES below.

In: one npm package for each family (version and checksum in the table), which carries each weight
as woff2 pieces by script. Out: one TTF for each face, a licence for each family, and nothing else.

    python tools/build_fonts.py                    fetch the packages with `npm pack`
    python tools/build_fonts.py --packages DIR     use packages fetched earlier (offline)
    python tools/build_fonts.py --out DIR          write somewhere else, for instance to compare

For every face the script
 1. takes the characters of `latin-ext` that `latin` lacks, and merges the two pieces;
 2. adds U+2010, U+2011 and U+00AD as glyphs of their own, drawn and kerned as the hyphen; what
    the pieces have for them (for U+00AD sometimes nothing but a name) goes. They share no glyph
    with the hyphen, since a PDF maps each glyph back to ONE character and a shared glyph would
    turn hyphens into soft hyphens in extracted text;
 3. names the face so that PowerPoint, which knows a family only as regular, bold and italic,
    can pick every weight: all but 400 and 700 are families of their own there;
 4. gives every face the same line, LINE: room for accents that are not in these pieces would set
    text low in its line, and two families beside each other would not stand on one baseline;
 5. proves the result: every pair of letters is as wide as in the piece it came from, every
    character of NEEDED has a glyph, and those of SEPARATE have one each.

A family whose licence reserves its name ("Reserved Font Name" with a name, as of 2026 "Source"
and "Plex") must not be added to the table: what is built here is a modified version, which may
not carry such a name. The script refuses the package.

Two runs give the same bytes: no time of the run is written anywhere. Needs fontTools, brotli and
uharfbuzz (`requirements-dev.lock`). What it does not do: hinting (the sources have none beyond a
`prep` that turns dropout control on), vertical setting, and characters that neither piece has,
such as U+2082.
"""

from __future__ import annotations

import argparse
import base64
import copy
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent.parent / "assets" / "fonts"
LICENCE_TEXT = (
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
    "This license is available with a FAQ at: https://scripts.sil.org/OFL"
)

LICENCE_FILE = "package/LICENSE"

HYPHENS = {0x2010: "uni2010", 0x2011: "uni2011", 0x00AD: "uni00AD"}
SEPARATE = (0x0020, 0x00A0, 0x002D, *HYPHENS)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøåé0123456789.,:;?-–…“”„’«»"
NEEDED = LETTERS + " \"'()*/!§·×%&@‘•\u00a0üöäßÉ€" + "".join(map(chr, HYPHENS))

VERTICAL = {"vhea", "vmtx"}  # of no use in lines that run from left to right

# Ascent and descent of a line in em, for all families: Schibsted Grotesk's own.
LINE = (2000 / 2048, -528 / 2048)

# OS/2.fsSelection and head.macStyle, as the OpenType specification numbers their bits.
FS_ITALIC, FS_BOLD, FS_REGULAR, FS_STYLE_BITS = 1 << 0, 1 << 5, 1 << 6, 0b0110_0001
FS_USE_TYPO_METRICS = 1 << 7
MAC_BOLD, MAC_ITALIC = 1 << 0, 1 << 1


# Names of weights in the names of faces, and the third PANOSE digit (5 book … 10 heavy).
WEIGHT_NAMES = {400: "Regular", 500: "Medium", 700: "Bold", 800: "ExtraBold", 900: "Black"}
PANOSE_WEIGHTS = {400: 5, 500: 6, 700: 8, 800: 9, 900: 10}
BOLD = 700


@dataclass(frozen=True)
class Face:
    """One file of a family."""

    weight: int
    """OS/2.usWeightClass, also the package's name of the weight."""
    italic: bool = False
    """Whether the face slants."""

    @property
    def bold(self) -> bool:
        """Whether the face is the bold that a program's B button reaches."""
        return self.weight == BOLD

    @property
    def own_family(self) -> bool:
        """Whether programs that know four styles a family see the weight as its own family."""
        return self.weight not in (400, BOLD)

    @property
    def style(self) -> str:
        """The typographic subfamily: "Regular", "Italic", "Bold Italic"."""
        if self.italic:
            return f"{WEIGHT_NAMES[self.weight]} Italic".removeprefix("Regular ")
        return WEIGHT_NAMES[self.weight]

    @property
    def office_style(self) -> str:
        """One of the four styles that programs know within a family."""
        if self.own_family:
            return "Italic" if self.italic else "Regular"
        return self.style


@dataclass(frozen=True)
class Family:
    """One typeface and the package it comes from."""

    name: str
    """The typographic family; neither it nor a part of it is reserved by the licence."""
    slug: str
    """The package's name after `@fontsource/`, and how the names of its files begin."""
    version: str
    """The package's version, exact."""
    sha512: str
    """The package's checksum in Base64, as package managers write it."""
    panose_serif: int
    """The second PANOSE digit: 2 cove … 11 normal sans … 15 rounded."""
    licence: str
    """Name of the file its licence is written to."""
    faces: tuple[Face, ...]
    """The faces to build."""

    @property
    def package(self) -> str:
        """The package as npm knows it."""
        return f"@fontsource/{self.slug}@{self.version}"

    def postscript_name(self, face: Face) -> str:
        """The PostScript name of a face, also the stem of its file name."""
        return f"{self.name}-{face.style}".replace(" ", "")

    def office_name(self, face: Face) -> str:
        """The family that office programs know a face by."""
        return f"{self.name} {WEIGHT_NAMES[face.weight]}" if face.own_family else self.name

    def piece(self, face: Face, script: str) -> str:
        """Name the package's file that holds a face for `script`."""
        slant = "italic" if face.italic else "normal"
        return f"package/files/{self.slug}-{script}-{face.weight}-{slant}.woff2"


FAMILIES = (
    Family(
        name="Schibsted Grotesk",
        slug="schibsted-grotesk",
        version="5.3.0",
        sha512="9k+Fd2eg7umKxI2JV2HtDcOkXEM0iJx0u4Iu1b+QHikVU8Sl/MtozJ/mtZfsltR6"
        "xnVGSQjpcxXQeJPW0KGpIA==",
        panose_serif=11,
        licence="OFL.txt",
        faces=(
            Face(400),
            Face(400, italic=True),
            Face(500),
            Face(700),
            Face(800),
            Face(900),
        ),
    ),
    Family(
        name="Literata",
        slug="literata",
        version="5.3.0",
        sha512="9JGMT5+YfBK49thoMq9ASaMRJErHT4V4QuMhAEwKHRLreOsIMP2xP6ZRLhPJ0e6Y"
        "lET+kjWTJuN7LAxt9/gWGQ==",
        panose_serif=4,
        licence="OFL-Literata.txt",
        faces=(Face(400), Face(700), Face(700, italic=True), Face(900)),
    ),
    Family(
        name="Asap",
        slug="asap",
        version="5.3.0",
        sha512="zaSngeCGUKDOCh8TaVqn807zJLysSg4l5OXe4C7USZGilphzcfTTxoX7LOQwdG3t"
        "oeW02ZKg8mH5s+PFrnYQ2A==",
        panose_serif=11,
        licence="OFL-Asap.txt",
        faces=(Face(400), Face(400, italic=True), Face(500), Face(700)),
    ),
)


def fetch_package(family: Family) -> bytes:
    """Fetch a family's package with npm; the checksum is the caller's business."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", "--pack-destination", folder, family.package],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return next(Path(folder).glob("*.tgz")).read_bytes()


def find_package(family: Family, folder: Path) -> bytes:
    """Read a family's package from a folder, where npm has packed it under its own name."""
    return (folder / f"fontsource-{family.slug}-{family.version}.tgz").read_bytes()


def unpack(family: Family, package: bytes) -> dict[str, bytes]:
    """Return the package's files by name, after proving that it is the pinned one and free."""
    found = base64.b64encode(hashlib.sha512(package).digest()).decode()
    if found != family.sha512:
        raise SystemExit(f"error: the package is not {family.package}: sha512 {found}")
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        members = ((m.name, archive.extractfile(m)) for m in archive.getmembers())
        files = {name: stream.read() for name, stream in members if stream}
    if reserves_a_name(files[LICENCE_FILE].decode()):
        raise SystemExit(f"error: the licence of {family.name} reserves a font name")
    return files


def reserves_a_name(licence: str) -> bool:
    """Whether the copyright notice, which stands above the licence's own text, reserves a name."""
    notice, found, _ = licence.partition("This Font Software is licensed")
    return not found or "reserved font name" in notice.casefold()


def as_ttf(woff2: bytes, without: set[int] | None = None) -> bytes:
    """Turn a woff2 piece into TTF, leaving out the characters of `without`."""
    font = TTFont(io.BytesIO(woff2), recalcTimestamp=False)
    font.flavor = None
    for tag in VERTICAL & set(font.keys()):
        del font[tag]
    present = set(font.getBestCmap())
    if without and without & present:
        options = Options(
            layout_features=["*"], notdef_outline=True, name_IDs=["*"], glyph_names=True
        )
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=present - without)
        subsetter.subset(font)
    return save(font)


def save(font: TTFont) -> bytes:
    """Serialize a font."""
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=True)
    return buffer.getvalue()


def merge_pieces(latin: bytes, latin_ext: bytes) -> TTFont:
    """Merge the two pieces of a face without HYPHENS; `latin` draws what both have."""
    first = as_ttf(latin, without=set(HYPHENS))
    covered = set(TTFont(io.BytesIO(first)).getBestCmap()) | set(HYPHENS)
    second = as_ttf(latin_ext, without=covered)
    merged = Merger().merge([io.BytesIO(first), io.BytesIO(second)])
    # The merger dates its work; the piece's own dates keep the bytes the same in every run.
    merged.recalcTimestamp = False
    dated = TTFont(io.BytesIO(first))["head"]
    merged["head"].created, merged["head"].modified = dated.created, dated.modified
    # Through bytes once, so that what is edited next is what a reader will see.
    return TTFont(io.BytesIO(save(merged)), recalcTimestamp=False)


def add_hyphens(font: TTFont) -> None:
    """Give each of HYPHENS a glyph of its own, drawn, measured and kerned as the hyphen."""
    glyphs, metrics, classes = font["glyf"], font["hmtx"], font["GDEF"].table.GlyphClassDef
    for code, name in HYPHENS.items():
        glyphs[name] = copy.deepcopy(glyphs["hyphen"])
        metrics[name] = metrics["hyphen"]
        for table in font["cmap"].tables:
            table.cmap[code] = name
        if classes and "hyphen" in classes.classDefs:
            classes.classDefs[name] = classes.classDefs["hyphen"]
    font.setGlyphOrder(glyphs.glyphOrder)
    for subtable in pair_subtables(font):
        kern_as_hyphen(subtable, font)


def pair_subtables(font: TTFont) -> Iterator[Any]:
    """Yield the subtables of GPOS that position pairs."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            inner = getattr(subtable, "ExtSubTable", subtable)
            if inner.LookupType == 2:
                yield inner


def kern_as_hyphen(subtable: Any, font: TTFont) -> None:
    """Let HYPHENS take part in one pair subtable wherever the hyphen does."""
    new = list(HYPHENS.values())
    if subtable.Format == 2:
        for classes in (subtable.ClassDef1.classDefs, subtable.ClassDef2.classDefs):
            if "hyphen" in classes:
                classes.update(dict.fromkeys(new, classes["hyphen"]))
        if "hyphen" in subtable.Coverage.glyphs:
            subtable.Coverage.glyphs += new
        return
    sets = dict(zip(subtable.Coverage.glyphs, subtable.PairSet, strict=True))
    for pairs in sets.values():
        for record in [r for r in pairs.PairValueRecord if r.SecondGlyph == "hyphen"]:
            for name in new:
                twin = copy.deepcopy(record)
                twin.SecondGlyph = name
                pairs.PairValueRecord.append(twin)
        pairs.PairValueRecord.sort(key=lambda r: font.getGlyphID(r.SecondGlyph))
        pairs.PairValueCount = len(pairs.PairValueRecord)
    if "hyphen" in sets:
        sets.update((name, copy.deepcopy(sets["hyphen"])) for name in new)
    # A pair set is found by its glyph's place in the coverage: both keep the order of ids.
    subtable.Coverage.glyphs = sorted(sets, key=font.getGlyphID)
    subtable.PairSet = [sets[name] for name in subtable.Coverage.glyphs]
    subtable.PairSetCount = len(subtable.PairSet)


def name_face(font: TTFont, family: Family, face: Face) -> None:
    """Write the names, weight and style bits that programs pick the face by."""
    table = font["name"]
    postscript_name = family.postscript_name(face)
    version_and_vendor, _, _ = table.getDebugName(3).rpartition(";")
    names = {
        0: table.getDebugName(0),
        1: family.office_name(face),
        2: face.office_style,
        3: f"{version_and_vendor};{postscript_name}",
        4: f"{family.name} {face.style}",
        5: table.getDebugName(5),
        6: postscript_name,
        13: LICENCE_TEXT,
        14: "https://scripts.sil.org/OFL",
        16: family.name,
        17: face.style,
    }
    table.names = []
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    if "STAT" in font:  # describes axes by names that are gone; a static face needs none
        del font["STAT"]
    set_style_bits(font, family, face)


def set_style_bits(font: TTFont, family: Family, face: Face) -> None:
    """Write OS/2, head and post so that they agree with the names."""
    os2, head = font["OS/2"], font["head"]
    style = (FS_ITALIC if face.italic else 0) | (FS_BOLD if face.bold else 0)
    os2.fsSelection = os2.fsSelection & ~FS_STYLE_BITS | (style or FS_REGULAR)
    head.macStyle = (MAC_ITALIC if face.italic else 0) | (MAC_BOLD if face.bold else 0)
    os2.usWeightClass = face.weight
    os2.fsType = 0  # installable: the licence lets every document carry the font
    os2.panose.bFamilyType, os2.panose.bSerifStyle = 2, family.panose_serif  # 2: Latin text
    os2.panose.bWeight = PANOSE_WEIGHTS[face.weight]
    os2.panose.bLetterForm = 9 if face.italic else 2  # oblique or normal, contact
    os2.recalcUnicodeRanges(font)
    os2.recalcCodePageRanges(font)
    os2.recalcAvgCharWidth(font)
    font["post"].formatType = 2.0
    font["post"].extraNames, font["post"].mapping = [], {}


def set_line(font: TTFont) -> None:
    """Write LINE where programs look for it: hhea, and OS/2's typo metrics with their bit set."""
    hhea, os2 = font["hhea"], font["OS/2"]
    ascent, descent = (round(each * font["head"].unitsPerEm) for each in LINE)
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, descent, 0
    os2.fsSelection |= FS_USE_TYPO_METRICS


def advance(font: hb.Font, text: str) -> int:
    """Return the shaped width of `text` in font units."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions or ())


def faults(data: bytes, latin: bytes) -> Iterator[str]:
    """Say what the built face gets wrong, compared with the piece it was made from."""
    cmap = TTFont(io.BytesIO(data)).getBestCmap()
    missing = [f"U+{ord(c):04X}" for c in NEEDED if ord(c) not in cmap]
    if missing:
        yield f"no glyph for {', '.join(missing)}"
    if len({cmap.get(code) for code in SEPARATE}) < len(SEPARATE):
        yield "spaces or hyphens share a glyph"
    built, source = hb.Font(hb.Face(data)), hb.Font(hb.Face(as_ttf(latin)))
    for pair in map("".join, product(LETTERS, repeat=2)):
        if advance(built, pair) != advance(source, pair):
            yield f"{pair!r} is {advance(built, pair)} wide instead of {advance(source, pair)}"
    for letter, code in product("TAVYKLo", (0x2010, 0x2011)):
        if advance(built, letter + chr(code)) != advance(built, letter + "-"):
            yield f"U+{code:04X} is not kerned as the hyphen after {letter}"


def build_face(family: Family, face: Face, files: dict[str, bytes]) -> bytes:
    """Build one face and prove it."""
    latin = files[family.piece(face, "latin")]
    font = merge_pieces(latin, files[family.piece(face, "latin-ext")])
    add_hyphens(font)
    name_face(font, family, face)
    set_line(font)
    data = save(font)
    found = list(faults(data, latin))
    if found:
        raise SystemExit(f"error: {family.postscript_name(face)}: " + "; ".join(found[:8]))
    return data


def build_family(family: Family, package: bytes) -> dict[str, bytes]:
    """Build every face of a family; the files by name, the licence among them."""
    files = unpack(family, package)
    built = {
        f"{family.postscript_name(face)}.ttf": build_face(family, face, files)
        for face in family.faces
    }
    return {**built, family.licence: files[LICENCE_FILE]}


def main() -> int:
    """Build every family into the output folder."""
    parser = argparse.ArgumentParser(description="Build the vendored typefaces.")
    parser.add_argument("--packages", type=Path, help="folder of npm packages fetched earlier")
    parser.add_argument("--out", type=Path, default=OUT, help="where the files go")
    options = parser.parse_args()
    built: dict[str, bytes] = {}
    for family in FAMILIES:
        folder = options.packages
        package = find_package(family, folder) if folder else fetch_package(family)
        built |= build_family(family, package)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in built.items():
        (options.out / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
