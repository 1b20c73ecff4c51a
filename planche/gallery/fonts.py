"""The set's own typeface for web pages: the few faces a page uses, with the letters it may need."""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from planche.text.faces import Face

LETTERS = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2028))))
"""Basic Latin, Latin-1, and the dashes, quotes and dots of general punctuation:
what names, addresses and a visitor's search may hold besides the set's own text."""


def web_font(face: Face, text: Iterable[str]) -> bytes:
    """A face as WOFF2 with the usual letters and those of a text; the same bytes every time."""
    letters = LETTERS | frozenset().union(*map(frozenset, text))
    return _cut(face.path, face.characters & letters)


@lru_cache(maxsize=16)
def _cut(path: Path, letters: frozenset[str]) -> bytes:
    """Remembered, since a face is the same in every build of a process and costs half a second."""
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False  # screens of today smooth without it; it is a third of the file
    options.layout_features = ["kern", "liga", "locl", "ccmp", "mark", "mkmk", "tnum"]
    options.name_IDs = [1, 2, 4, 5, 6, 13, 14]  # who it is and its licence, which must stay
    font = TTFont(path, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(letters)))
    cutter.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written, reorderTables=None)
    return written.getvalue()
