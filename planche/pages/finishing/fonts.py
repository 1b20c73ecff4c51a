"""Fonts: what their glyphs mean when they are read, and what the fonts are called."""

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from pikepdf import Name, Pdf

HYPHEN = re.compile(rb"^(<[0-9a-f]{4}>) <2010>$", re.MULTILINE)
"""A line of a ToUnicode map that gives a glyph the meaning U+2010."""

NO_BREAK_SPACE = re.compile(rb"^(<[0-9a-f]{4}>) <00a0>$", re.MULTILINE)


def soften_hyphens(pdf: Pdf) -> int:
    """Make hyphens at line ends read as soft hyphens, so that words are whole when extracted.

    ISO 32000-1, 14.8.2.2.3. Only the glyph of U+2010 is touched, which nothing but divided
    words is set with. Returns how many fonts were changed.
    """
    return sum(_mapped(font, HYPHEN, rb"\1 <00ad>") for font in _fonts(pdf))


def settle_spaces(pdf: Pdf) -> int:
    """Make no-break spaces read as spaces: the lines are broken, and nobody searches for U+00A0.

    Where a face draws both with one glyph, the first of them would else name all spaces of the
    file. Returns how many fonts were changed.
    """
    return sum(_mapped(font, NO_BREAK_SPACE, rb"\1 <0020>") for font in _fonts(pdf))


def _mapped(font: Any, pattern: re.Pattern[bytes], meaning: bytes) -> int:
    old = font.ToUnicode.read_bytes()
    new = pattern.sub(meaning, old)
    if new != old:
        font.ToUnicode.write(zlib.compress(new), filter=Name.FlateDecode)
    return int(new != old)


def name_fonts(pdf: Pdf, names: Mapping[str, str]) -> int:
    """Call each font by its own name instead of the family of our style sheet.

    `names` is the font's own by our family. Left alone: fonts that it does not name.
    """
    changed = 0
    for font in _fonts(pdf):
        for inner in font.DescendantFonts:
            for entry in (font, inner, inner.FontDescriptor):
                changed += _named(entry, names)
    return changed


def _named(entry: Any, names: Mapping[str, str]) -> int:
    changed = 0
    for key in ("/BaseFont", "/FontName"):
        if key in entry:
            prefix, _, family = str(entry[key])[1:].partition("+")
            if family in names:
                entry[key] = Name(f"/{prefix}+{names[family]}")
                changed += 1
    return changed


def _fonts(pdf: Pdf) -> Iterator[Any]:
    """Every font, once."""
    seen = set()
    for page in pdf.pages:
        resources: Any = page.get("/Resources", {})
        for font in resources.get("/Font", {}).values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield font
