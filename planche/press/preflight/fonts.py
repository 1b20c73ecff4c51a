"""Fonts of a PDF as far as measuring and quoting its text needs: widths, characters, heights."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

from planche.press.preflight.facts import Font

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")

DEFAULT_WIDTH = 1000
"""Width of a CID without one (ISO 32000-2, table 115)."""

SIMPLE_WIDTH = 500
"""Width where a simple font states none: about that of Helvetica's letters."""

ASCENT, DESCENT = 750.0, -250.0
"""Heights where the descriptor states none, in thousandths of the size."""

_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])")


@dataclass(frozen=True)
class Loaded:
    """A font ready to measure with; widths and heights in thousandths of the size."""

    font: Font
    wide: bool
    """Whether a code has two bytes."""
    widths: Mapping[int, float]
    other: float
    """Width of a code that has none of its own."""
    characters: Mapping[int, str]
    ascent: float
    descent: float

    def codes(self, data: bytes) -> Iterator[int]:
        """The codes of a string."""
        if not self.wide:
            yield from data
            return
        for at in range(0, len(data) - 1, 2):
            yield data[at] << 8 | data[at + 1]

    def character(self, code: int) -> str:
        """What a code stands for, as well as the file says."""
        known = self.characters.get(code)
        if known is not None:
            return known
        return "" if self.wide else bytes((code & 255,)).decode("cp1252", "replace")


def load(font: Any) -> Loaded:
    """A font dictionary, read; what is missing or odd is taken as usual, never refused."""
    kind = str(font.get("/Subtype", "/?")).lstrip("/")
    descendants = font.get("/DescendantFonts")
    own = descendants[0] if kind == "Type0" and descendants else font
    descriptor = own.get("/FontDescriptor", {})
    name = str(font.get("/BaseFont", font.get("/Name", "?"))).lstrip("/")
    embedded = kind == "Type3" or any(program in descriptor for program in PROGRAMS)
    wide = kind == "Type0"
    widths, other = _cid_widths(own) if wide else _simple_widths(font, descriptor)
    scale = _type3_scale(font) if kind == "Type3" else 1.0
    return Loaded(
        font=Font(name, embedded, kind),
        wide=wide,
        widths={code: width * scale for code, width in widths.items()},
        other=other * scale,
        characters=_characters(font.get("/ToUnicode")),
        ascent=float(descriptor.get("/Ascent", ASCENT)) or ASCENT,
        descent=float(descriptor.get("/Descent", DESCENT)),
    )


def _type3_scale(font: Any) -> float:
    """Thousandths of the size in a unit of the glyphs' own space."""
    matrix = font.get("/FontMatrix")
    return 1000 * abs(float(matrix[0])) if matrix else 1.0


def _simple_widths(font: Any, descriptor: Any) -> tuple[dict[int, float], float]:
    first = int(font.get("/FirstChar", 0))
    widths = {first + at: float(width) for at, width in enumerate(font.get("/Widths", []))}
    missing = float(descriptor.get("/MissingWidth", 0))
    return widths, missing or SIMPLE_WIDTH


def _cid_widths(font: Any) -> tuple[dict[int, float], float]:
    """The widths of a CIDFont: `c [w …]` or `first last w` (ISO 32000-2, 9.7.4.3)."""
    widths: dict[int, float] = {}
    items = list(font.get("/W", []))
    at = 0
    while at + 1 < len(items):
        first = max(int(items[at]), 0)
        if isinstance(items[at + 1], pikepdf.Array):
            widths |= {first + n: float(width) for n, width in enumerate(items[at + 1])}
            at += 2
        elif at + 2 < len(items):
            last = min(int(items[at + 1]), 0xFFFF)
            widths |= dict.fromkeys(range(first, last + 1), float(items[at + 2]))
            at += 3
        else:
            break
    return widths, float(font.get("/DW", DEFAULT_WIDTH))


def _characters(stream: Any) -> dict[int, str]:
    """The table of a ToUnicode CMap (ISO 32000-2, 9.10.3)."""
    found: dict[int, str] = {}
    if not isinstance(stream, pikepdf.Stream):
        return found
    for kind, body in _BLOCK.findall(stream.read_bytes()):
        tokens = [bracket or _bytes_of(digits) for digits, bracket in _TOKEN.findall(body)]
        found |= _pairs(tokens) if kind == b"bfchar" else _ranges(tokens)
    return found


def _bytes_of(digits: bytes) -> bytes:
    """Bytes of hexadecimal digits; an odd one is followed by 0 (ISO 32000-2, 7.3.4.3)."""
    packed = b"".join(digits.split()).decode("ascii")
    return bytes.fromhex(packed + "0" * (len(packed) % 2))


def _pairs(tokens: list[bytes]) -> dict[int, str]:
    return {
        int.from_bytes(code): _unicode(text)
        for code, text in zip(tokens[::2], tokens[1::2], strict=False)
    }


def _ranges(tokens: list[bytes]) -> dict[int, str]:
    found: dict[int, str] = {}
    left = iter(tokens)
    for low, high, text in zip(left, left, left, strict=False):
        first, last = int.from_bytes(low), min(int.from_bytes(high), 0xFFFF)
        if text == b"[":
            for code in range(first, last + 2):
                each = next(left, b"]")
                if each == b"]":
                    break
                found[code] = _unicode(each)
            continue
        start = int.from_bytes(text)
        for code in range(first, last + 1):
            # A range that runs out of its last character's bytes begins again, as readers do.
            length = max(len(text), 2)
            found[code] = _unicode(((start + code - first) % 256**length).to_bytes(length))
    return found


def _unicode(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")
