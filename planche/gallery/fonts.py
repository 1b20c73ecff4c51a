"""The set's own typeface for web pages: the few faces a page uses, with the letters it may need."""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from planche.text.faces import Face

LETTERS = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2028))))
"""Basic Latin, Latin-1, and the dashes, quotes and dots of general punctuation:
what names, addresses and a visitor's search may hold besides the set's own text."""

FEATURES = ("kern", "liga", "locl", "ccmp", "mark", "mkmk", "tnum")
"""Features of layout that browsers set text with."""

NAMES = (1, 2, 4, 5, 6, 13, 14)
"""Names that stay: who the face is and its licence."""


def web_font(face: Face, text: Iterable[str]) -> bytes:
    """A face as WOFF2 with the usual letters and those of a text; the same bytes every time."""
    letters = LETTERS | frozenset().union(*map(frozenset, text))
    return _cut(face.path, face.characters & letters)


@lru_cache(maxsize=16)
def _cut(path: Path, letters: frozenset[str]) -> bytes:
    """Remembered, since a face is the same in every build of a process and costs a tenth of a
    second. Screens of today smooth without hints, which are a third of the file."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING
    for kept, values in (
        (wanted.unicode_set, map(ord, letters)),
        (wanted.layout_feature_tag_set, map(_tag, FEATURES)),
        (wanted.name_id_set, NAMES),
    ):
        kept.clear()
        kept.update(values)
    cut = hb.subset(hb.Face(path.read_bytes()), wanted).blob.data
    font = TTFont(BytesIO(cut), recalcTimestamp=False)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written, reorderTables=None)
    return written.getvalue()


def _tag(name: str) -> int:
    """A tag as a number (OpenType 1.9, data types: four bytes)."""
    return int.from_bytes(name.encode("ascii"), "big")
