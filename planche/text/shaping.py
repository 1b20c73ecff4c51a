"""Shaping: how wide each stretch of a text is, and where its lines may break.

Widths are in em, so one shaping serves every size. HarfBuzz shapes, as in the programs
that draw; ICU finds the breaks (UAX #14), pyphen the syllables.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

import pyphen
import uharfbuzz as hb
from icu4py.breakers import LineBreaker

from planche.text.arial import arial_advance
from planche.text.faces import Face
from planche.text.markup import Rich, Span, plain

SUB_SCALE = 0.65
"""Size of a subscript against its text; PowerPoint draws its subscripts at two thirds."""

SPACES = " \n"

HYPHEN = "\u2010"

LEFT_MIN, RIGHT_MIN = 2, 3
"""Fewest letters before and after a hyphen (Danish usage, Retskrivningsordbogen § 15)."""

SHORTEST_HYPHENATED = 7


@dataclass(frozen=True)
class Break:
    """A place where a line may end.

    `end` is where the line's last visible character ends, `next` where the following
    line starts, both as indices into the text; `hyphen` says that one must be drawn.
    """

    end: int
    next: int
    hyphen: bool = False


@dataclass(frozen=True)
class Style:
    """Which faces a role's plain, strong and emphasised text is set in."""

    plain: str
    strong: str
    emphasis: str

    def face(self, span: Span) -> str:
        """Key of the face a span is set in."""
        if span.strong:
            return self.strong
        return self.emphasis if span.emphasis else self.plain


@dataclass(frozen=True, eq=False)
class Shaped:
    """A shaped text: `edges[i]` is the distance in em from its start to character i."""

    text: str
    edges: tuple[float, ...]
    breaks: tuple[Break, ...]
    hyphen_width: float

    def width(self, start: int, end: int) -> float:
        """Width in em of the characters from start up to end."""
        return self.edges[end] - self.edges[start]


def shape(
    spans: Rich, style: Style, faces: Mapping[str, Face], language: str, kerning: bool
) -> Shaped:
    """The text shaped in the faces of a style."""
    text = plain(spans)
    advances: list[float] = []
    for span in spans:
        scale = SUB_SCALE if span.sub else 1.0
        face = faces[style.face(span)]
        advances += [scale * advance for advance in _advances(face, span.text, kerning)]
    edges = tuple(accumulate(advances, initial=0.0))
    hyphen = faces[style.plain].advance(HYPHEN)
    return Shaped(text, edges, _breaks(text, spans, language), hyphen)


def in_arial(shaped: Shaped, spans: Rich, style: Style, faces: Mapping[str, Face]) -> Shaped:
    """The same text, with the same breaks, as wide as Arial sets it."""
    advances: list[float] = []
    for span in spans:
        scale = SUB_SCALE if span.sub else 1.0
        face = faces[style.face(span)]
        advances += [scale * arial_advance(face, each) for each in span.text]
    return replace(shaped, edges=tuple(accumulate(advances, initial=0.0)))


def widest_word(shaped: Shaped) -> float:
    """Width in em of the widest piece of a text that no line may break."""
    starts = (0, *(each.next for each in shaped.breaks))
    pieces = zip(starts, shaped.breaks, strict=False)
    return max((shaped.width(start, max(start, each.end)) for start, each in pieces), default=0.0)


def _advances(face: Face, text: str, kerning: bool) -> list[float]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer, {"kern": kerning, "liga": kerning, "clig": kerning})
    advances = [0.0] * len(text)
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        advances[info.cluster] += position.x_advance / face.upem
    return advances


def _breaks(text: str, spans: Rich, language: str) -> tuple[Break, ...]:
    ends = accumulate(len(segment) for segment in LineBreaker(text, language))
    soft = [Break(len(text[:end].rstrip(SPACES)), end) for end in ends]
    return tuple(soft)


def with_hyphens(shaped: Shaped, language: str) -> Shaped:
    """The same text with breaks at syllables too; names keep their letters together."""
    places = [Break(at, at, hyphen=True) for at in _syllables(shaped.text, language)]
    known = {each.end for each in shaped.breaks}
    merged = [*shaped.breaks, *(each for each in places if each.end not in known)]
    breaks = tuple(sorted(merged, key=lambda each: each.next))
    return Shaped(shaped.text, shaped.edges, breaks, shaped.hyphen_width)


def without_slash_breaks(shaped: Shaped) -> Shaped:
    """The same text without breaks after a slash: readers take the parts for one word.

    Office programs do not break there either.
    """
    breaks = tuple(
        each
        for each in shaped.breaks
        if each.end < each.next or each.next == len(shaped.text) or shaped.text[each.end - 1] != "/"
    )
    return Shaped(shaped.text, shaped.edges, breaks, shaped.hyphen_width)


def _syllables(text: str, language: str) -> list[int]:
    dictionary = _dictionary(language)
    if dictionary is None:
        return []
    places = []
    start = 0
    for word in _words(text):
        at = text.index(word, start)
        start = at + len(word)
        is_name = word[:1].isupper() and not _starts_sentence(text, at)
        if len(word) >= SHORTEST_HYPHENATED and not is_name:
            places += [at + int(offset) for offset in dictionary.positions(word)]
    return places


def _words(text: str) -> list[str]:
    return "".join(c if c.isalpha() else " " for c in text).split()


def _starts_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \u00a0“‘(…")
    return not before or before[-1] in ".!?:"


@lru_cache(maxsize=8)
def _dictionary(language: str) -> pyphen.Pyphen | None:
    found = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=found, left=LEFT_MIN, right=RIGHT_MIN) if found else None


def first_break_after(shaped: Shaped, index: int) -> int:
    """Position in `breaks` of the first break that starts a line after a character."""
    return bisect_left(shaped.breaks, index + 1, key=lambda each: each.next)
