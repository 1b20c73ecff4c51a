"""Build the vendored typeface, `assets/fonts/SchibstedGrotesk-*.ttf`.

In: the npm package `@fontsource/schibsted-grotesk` (version and checksum below), which carries
each weight as woff2 pieces by script. Out: one TTF per weight, the licence, and nothing else.

    python tools/build_fonts.py                    fetch the package with `npm pack`
    python tools/build_fonts.py --package FILE     use a package fetched earlier (offline)
    python tools/build_fonts.py --out DIR          write somewhere else, for instance to compare

For every face the script
 1. takes the characters of `latin-ext` that `latin` lacks, and merges the two pieces;
 2. adds U+2010, U+2011 and U+00AD as glyphs of their own, drawn and kerned as the hyphen.
    They share no glyph with it, since a PDF maps each glyph back to ONE character and a shared
    glyph would turn hyphens into soft hyphens in extracted text;
 3. names the face so that PowerPoint, which knows a family only as regular, bold and italic,
    can pick every weight: Medium, ExtraBold and Black are families of their own there;
 4. proves the result: every pair of letters is as wide as in the piece it came from, every
    character of NEEDED has a glyph, and those of SEPARATE have one each.

Two runs give the same bytes: no time of the run is written anywhere. Needs fontTools, brotli and
uharfbuzz (`requirements-dev.lock`). What it does not do: hinting (the source has none beyond a
`prep` that turns dropout control on), and characters that neither piece has, such as U+2082.
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

PACKAGE = "@fontsource/schibsted-grotesk@5.3.0"
PACKAGE_SHA512 = (
    "9k+Fd2eg7umKxI2JV2HtDcOkXEM0iJx0u4Iu1b+QHikVU8Sl/MtozJ/mtZfsltR6xnVGSQjpcxXQeJPW0KGpIA=="
)
FAMILY = "Schibsted Grotesk"
OUT = Path(__file__).resolve().parent.parent / "assets" / "fonts"
LICENCE_TEXT = (
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
    "This license is available with a FAQ at: https://scripts.sil.org/OFL"
)

HYPHENS = {0x2010: "uni2010", 0x2011: "uni2011", 0x00AD: "uni00AD"}
SEPARATE = (0x0020, 0x00A0, 0x002D, *HYPHENS)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøåé0123456789.,:;?-–…“”„’«»"
NEEDED = LETTERS + " \"'()*/!§·×%&@‘\u00a0üöäÉ€" + "".join(map(chr, HYPHENS))

# OS/2.fsSelection and head.macStyle, as the OpenType specification numbers their bits.
FS_ITALIC, FS_BOLD, FS_REGULAR, FS_STYLE_BITS = 1 << 0, 1 << 5, 1 << 6, 0b0110_0001
MAC_BOLD, MAC_ITALIC = 1 << 0, 1 << 1


@dataclass(frozen=True)
class Face:
    """One file of the typeface."""

    style: str
    """The typographic subfamily, also the end of the file name."""
    weight: int
    """OS/2.usWeightClass."""
    panose_weight: int
    """The third PANOSE digit: 5 book … 11 black."""
    own_family: bool = False
    """Whether programs that know four styles a family see this face as a family of its own."""

    @property
    def italic(self) -> bool:
        """Whether the face slants."""
        return self.style == "Italic"

    @property
    def bold(self) -> bool:
        """Whether the face is the bold that a program's B button reaches."""
        return self.style == "Bold"

    @property
    def postscript_name(self) -> str:
        """The PostScript name, also the stem of the file name."""
        return f"{FAMILY.replace(' ', '')}-{self.style}"

    def piece(self, script: str) -> str:
        """Name the package's file that holds this face for `script`."""
        slant = "italic" if self.italic else "normal"
        return f"package/files/schibsted-grotesk-{script}-{self.weight}-{slant}.woff2"


FACES = (
    Face("Regular", 400, 5),
    Face("Italic", 400, 5),
    Face("Medium", 500, 6, own_family=True),
    Face("Bold", 700, 8),
    Face("ExtraBold", 800, 9, own_family=True),
    Face("Black", 900, 10, own_family=True),
)


def fetch_package() -> bytes:
    """Fetch the package with npm; the checksum is the caller's business."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["npm", "pack", "--silent", "--pack-destination", folder, PACKAGE],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return next(Path(folder).glob("*.tgz")).read_bytes()


def unpack(package: bytes) -> dict[str, bytes]:
    """Return the package's files by name, after proving that it is the pinned one."""
    found = base64.b64encode(hashlib.sha512(package).digest()).decode()
    if found != PACKAGE_SHA512:
        raise SystemExit(f"error: the package is not {PACKAGE}: sha512 {found}")
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        members = ((m.name, archive.extractfile(m)) for m in archive.getmembers())
        return {name: stream.read() for name, stream in members if stream}


def as_ttf(woff2: bytes, without: set[int] | None = None) -> bytes:
    """Turn a woff2 piece into TTF, leaving out the characters of `without`."""
    font = TTFont(io.BytesIO(woff2), recalcTimestamp=False)
    font.flavor = None
    if without:
        options = Options(
            layout_features=["*"], notdef_outline=True, name_IDs=["*"], glyph_names=True
        )
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=set(font.getBestCmap()) - without)
        subsetter.subset(font)
    return save(font)


def save(font: TTFont) -> bytes:
    """Serialize a font."""
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=True)
    return buffer.getvalue()


def merge_pieces(latin: bytes, latin_ext: bytes) -> TTFont:
    """Merge the two pieces of a face; where both draw a character, `latin` does."""
    first = as_ttf(latin)
    covered = set(TTFont(io.BytesIO(first)).getBestCmap())
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


def name_face(font: TTFont, face: Face) -> None:
    """Write the names, weight and style bits that programs pick the face by."""
    table = font["name"]
    version, copyright_notice = table.getDebugName(5), table.getDebugName(0)
    names = {
        0: copyright_notice,
        1: f"{FAMILY} {face.style}" if face.own_family else FAMILY,
        2: "Regular" if face.own_family else face.style,
        3: f"1.100;BBT;{face.postscript_name}",
        4: f"{FAMILY} {face.style}",
        5: version,
        6: face.postscript_name,
        13: LICENCE_TEXT,
        14: "https://scripts.sil.org/OFL",
        16: FAMILY,
        17: face.style,
    }
    table.names = []
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    if "STAT" in font:  # describes axes by names that are gone; a static face needs none
        del font["STAT"]
    set_style_bits(font, face)


def set_style_bits(font: TTFont, face: Face) -> None:
    """Write OS/2, head and post so that they agree with the names."""
    os2, head = font["OS/2"], font["head"]
    style = FS_ITALIC if face.italic else FS_BOLD if face.bold else FS_REGULAR
    os2.fsSelection = os2.fsSelection & ~FS_STYLE_BITS | style
    head.macStyle = MAC_ITALIC if face.italic else MAC_BOLD if face.bold else 0
    os2.usWeightClass = face.weight
    os2.fsType = 0  # installable: the licence lets every document carry the font
    os2.panose.bFamilyType, os2.panose.bSerifStyle = 2, 11  # Latin text, normal sans
    os2.panose.bWeight = face.panose_weight
    os2.panose.bLetterForm = 9 if face.italic else 2  # oblique or normal, contact
    os2.recalcUnicodeRanges(font)
    os2.recalcCodePageRanges(font)
    os2.recalcAvgCharWidth(font)
    font["post"].formatType = 2.0
    font["post"].extraNames, font["post"].mapping = [], {}


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


def build_face(face: Face, files: dict[str, bytes]) -> bytes:
    """Build one face and prove it."""
    latin = files[face.piece("latin")]
    font = merge_pieces(latin, files[face.piece("latin-ext")])
    add_hyphens(font)
    name_face(font, face)
    data = save(font)
    found = list(faults(data, latin))
    if found:
        raise SystemExit(f"error: {face.postscript_name}: " + "; ".join(found[:8]))
    return data


def main() -> int:
    """Build every face into the output folder."""
    parser = argparse.ArgumentParser(description="Build the vendored typeface.")
    parser.add_argument("--package", type=Path, help="the npm package, fetched earlier")
    parser.add_argument("--out", type=Path, default=OUT, help="where the files go")
    options = parser.parse_args()
    files = unpack(options.package.read_bytes() if options.package else fetch_package())
    built = {f"{face.postscript_name}.ttf": build_face(face, files) for face in FACES}
    built["OFL.txt"] = files["package/LICENSE"]
    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in built.items():
        (options.out / name).write_bytes(data)
        print(f"{name}: {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
