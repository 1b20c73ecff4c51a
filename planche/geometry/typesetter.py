"""Setting text: from what the editor typed to lines of a size in a measure.

A `Typesetter` serves one medium. On paper every line break is imposed, so the best ones
are chosen and words may be divided; on slides the program that shows them breaks
greedily and kerns by its own lights, so the setting must survive that; and where it has
not our typeface it takes one as wide as Arial, whose words must fit as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from planche.diagnostics import FaultError
from planche.geometry.baseline import first_baseline
from planche.geometry.parts import Align, Box, Fragment, Line, TextBox
from planche.text.breaking import (
    SHORT_LAST,
    Extent,
    best,
    greedy,
    has_hyphen_ladder,
    leans,
    one_word_last,
)
from planche.text.faces import Face
from planche.text.markup import Rich, Span, rich
from planche.text.shaping import (
    HYPHEN,
    Shaped,
    Style,
    first_break_after,
    in_arial,
    shape,
    widest_word,
    with_hyphens,
    without_slash_breaks,
)
from planche.theme import Role
from planche.units import Mm, Pt, mm_to_pt, pt_to_mm

LEAST_FILLED = 0.42
"""A ragged line emptier than this asks for hyphens, where its role allows them."""

STEP = 0.005
"""How finely measures are tried on slides, as a share of the width."""

SETTLING_STEPS = 30
BALANCING_STEPS = 110
"""How far a measure on a slide may be narrowed: a sixth for text, a half for headings."""

ROUNDING = 0.005
"""How much narrower a program that kerns may set a text by rounding (LibreOffice kerns)."""


@dataclass(frozen=True)
class Medium:
    """How a medium treats text: does it kern, are breaks imposed, how much must be spare.

    `leading_step` is what leadings of roles on the grid are rounded to where breaks are imposed.
    """

    kerning: bool
    imposed: bool
    slack: float
    leading_step: Mm = 1.0


PAPER = Medium(kerning=True, imposed=True, slack=0.0)
SLIDES = Medium(kerning=False, imposed=False, slack=0.02)
"""PowerPoint kerns by an old table that the face lacks; 2 % spare outlasts its rounding."""


@dataclass(frozen=True)
class Ink:
    """Colour token of a text, and of what it lies on."""

    colour: str
    ground: str


class Typesetter:
    """Sets text for one medium in one language; remembers what it has shaped and broken."""

    def __init__(
        self,
        roles: Mapping[str, Role],
        faces: Mapping[str, Face],
        language: str,
        medium: Medium,
        questions: Mapping[int, str],
    ) -> None:
        self.roles = roles
        self.faces = faces
        self.language = language
        self.medium = medium
        self._questions = dict(questions)
        self.rich = cache(self._rich)
        self._shaped = cache(self._shape)
        self._kerned = cache(self._kern)
        self._hyphenated = cache(self._hyphenate)
        self.extents = cache(self._extents)
        self._greedy = cache(greedy)
        self._elsewhere = cache(self._in_arial)
        self._widest = cache(self._widest_word)

    def _rich(self, text: str) -> Rich:
        return rich(text, self.language, self._questions)

    def leading(self, role: str, size: Pt) -> Pt:
        """Distance of a role's baselines at a size; in whole steps where the role says."""
        leading = self.roles[role].leading * size
        if self.medium.imposed and self.roles[role].on_grid:
            step = self.medium.leading_step
            leading = mm_to_pt(round(pt_to_mm(leading) / step) * step)
        return round(leading, 4)

    def first_baseline(self, role: str, size: Pt) -> Mm:
        """From the top of a text in a role to its first baseline."""
        face = self.faces[self.roles[role].face]
        return first_baseline(face, pt_to_mm(size), self.line_height(role, size))

    def line_height(self, role: str, size: Pt) -> Mm:
        """The same in millimetres."""
        return pt_to_mm(self.leading(role, size))

    def count(self, text: str, role: str, size: Pt, width: Mm) -> int | None:
        """How many lines a text takes; None where a word is wider than the measure.

        Where another program breaks the lines, it is how many they may become at most.
        """
        return self._count(text, role, size, self.measure(role, size, width))

    def _count(self, text: str, role: str, size: Pt, measure: Mm) -> int | None:
        shaped, em = self._breakable(text, role, size, measure)
        if not self.medium.imposed:
            lines = self._greedy(shaped, em * (1 - self.medium.slack))
            other = self._greedy(self._elsewhere(text, role), em * (1 - ROUNDING))
            return None if lines is None or other is None else max(len(lines), len(other))
        lines = self._greedy(shaped, em)
        if lines is not None and has_hyphen_ladder(lines):
            lines = self.extents(text, role, size, measure)
        # Else the best setting has as many lines as the greedy one, which is quicker to find.
        return None if lines is None else len(lines)

    def blemishes(self, text: str, role: str, size: Pt, width: Mm) -> int:
        """What is wrong with how a heading breaks: the more, the worse.

        A word split at its own hyphen counts most, then a single word on the last line,
        then a line that ends on a word that leans on the next one or is a mere stub.
        """
        measure = self.measure(role, size, width)
        if not self.medium.imposed:
            measure = self._settled(text, role, size, measure)
        extents = self.extents(text, role, size, measure) or ()
        shaped = self._shaped(self.rich(text), role)
        split = any(extent.end == extent.next for extent in extents[:-1])
        lost = bool(extents) and one_word_last(shaped.text, extents[-1].start)
        weak = _weak_ends(shaped, extents) > 0 or _has_stub(extents)
        return 4 * split + 2 * lost + weak

    def divides_a_word(self, text: str, role: str, size: Pt, width: Mm) -> bool:
        """Whether a hyphen must be drawn at the end of a line."""
        extents = self.extents(text, role, size, self.measure(role, size, width)) or ()
        return any(extent.hyphen for extent in extents)

    def height(self, text: str, role: str, size: Pt, width: Mm) -> Mm | None:
        """How high a text becomes; None where a word is wider than the measure."""
        lines = self.count(text, role, size, width)
        return None if lines is None else lines * self.line_height(role, size)

    def measure(self, role: str, size: Pt, width: Mm) -> Mm:
        """The width that a role may use of a width: lines never too long to read."""
        characters = self.roles[role].measure
        if characters is None:
            return width
        face = self.faces[self.roles[role].face]
        return min(width, characters * face.average * pt_to_mm(size))

    def text_width(self, text: str, role: str, size: Pt) -> Mm:
        """Width of a text on one line."""
        shaped = self._shaped(self.rich(text), role)
        return shaped.edges[-1] * pt_to_mm(size)

    def place(
        self, text: str, role: str, size: Pt, box: Box, ink: Ink, align: Align = "left"
    ) -> TextBox:
        """The text set in a box's width from its top; the box's height becomes the text's.

        Raises FaultError where a word is wider than the box.
        """
        spans = self.rich(text)
        width = self.measure(role, size, box.width)
        if not self.medium.imposed:
            width = self._settled(text, role, size, width)
        extents = self.extents(text, role, size, width)
        if extents is None:
            raise FaultError("title-word-too-wide", size=f"{size:g}")
        x = {"left": box.x, "center": box.x + (box.width - width) / 2, "right": box.right - width}
        lines = tuple(self._line(spans, role, size, extent) for extent in extents)
        height = max(len(lines), self._count(text, role, size, width) or 0)
        return TextBox(
            role=role,
            box=Box(x[align], box.y, width, height * self.line_height(role, size)),
            size=size,
            leading=self.leading(role, size),
            face=self.roles[role].face,
            colour=ink.colour,
            ground=ink.ground,
            lines=lines,
            spans=spans,
            align=align,
        )

    def _settled(self, text: str, role: str, size: Pt, width: Mm) -> Mm:
        """The measure within a width whose breaks outlast other programs' widths best.

        Another program may set the text a little wider (the slack) or narrower (it kerns),
        so both must leave the breaks as they are. Where a program without our typeface needs
        more lines, so many are made here too, or what stands below would move down there. Among
        such measures one without a lost last line is taken, for a heading the one with the
        evenest lines.
        """
        most = self._count(text, role, size, width) or 0
        shaped = self._shaped(self.rich(text), role)
        balanced = self.roles[role].goal == "balanced"
        found: list[tuple[tuple[float, ...], Mm]] = []
        for step in range(BALANCING_STEPS if balanced else SETTLING_STEPS):
            lines = self.extents(text, role, size, width * (1 - STEP * step))
            if lines is None or len(lines) > most:
                break
            low, high = _span(shaped, self._kerned(self.rich(text), role), lines, size)
            low = max(low / (1 - self.medium.slack), self._widest(text, role) * pt_to_mm(size))
            high = min(width, high * (1 - ROUNDING))
            lost = one_word_last(shaped.text, lines[-1].start) if balanced else _is_short(lines)
            chosen = (low + high) / 2 if low <= high else width * (1 - STEP * step)
            more = (self._count(text, role, size, chosen) or 0) > most
            fewer = len(lines) < most
            fault = (more, fewer, low > high, lost, _weak_ends(shaped, lines) * balanced)
            rank = (*map(float, fault), _raggedness(lines) if balanced else 0.0, float(step))
            found.append((rank, chosen))
        rank, chosen = min(found, default=((1.0,), width))
        return width if rank[0] else chosen

    def _extents(self, text: str, role: str, size: Pt, width: Mm) -> tuple[Extent, ...] | None:
        shaped, em = self._breakable(text, role, size, width)
        if not self.medium.imposed:
            return None if self._widest(text, role) > em else self._greedy(shaped, em)
        return best(shaped, em, self.roles[role].goal)

    def _breakable(self, text: str, role: str, size: Pt, width: Mm) -> tuple[Shaped, float]:
        """The shaped text with the breaks it may use in a measure, and the measure in em.

        Words are divided only where the lines would else be ragged, or a word too wide.
        """
        shaped = self._shaped(self.rich(text), role)
        em = width / pt_to_mm(size)
        if not (self.medium.imposed and self.roles[role].hyphenate):
            return shaped, em
        whole = self._greedy(shaped, em)
        balanced = self.roles[role].goal == "balanced"
        if whole is not None and (balanced or _even(whole, em)):
            return shaped, em
        return self._hyphenated(self.rich(text), role), em

    def _shape(self, spans: Rich, role: str) -> Shaped:
        shaped = shape(spans, self.style(role), self.faces, self.language, self.medium.kerning)
        return without_slash_breaks(shaped)

    def _kern(self, spans: Rich, role: str) -> Shaped:
        return shape(spans, self.style(role), self.faces, self.language, kerning=True)

    def _in_arial(self, text: str, role: str) -> Shaped:
        shaped, spans = self._shaped(self.rich(text), role), self.rich(text)
        return in_arial(shaped, spans, self.style(role), self.faces)

    def _widest_word(self, text: str, role: str) -> float:
        """Width in em that a program without our typeface needs to break no word."""
        return widest_word(self._elsewhere(text, role)) * (1 + ROUNDING)

    def _hyphenate(self, spans: Rich, role: str) -> Shaped:
        return with_hyphens(self._shaped(spans, role), self.language)

    def style(self, role: str) -> Style:
        """The faces a role is set in."""
        rules = self.roles[role]
        return Style(rules.face, rules.strong, rules.emphasis)

    def _line(self, spans: Rich, role: str, size: Pt, extent: Extent) -> Line:
        style = self.style(role)
        fragments = [
            Fragment(text, style.face(span), span.sub, span.link, span.lang)
            for span, text in _cut(spans, extent.start, extent.next)
        ]
        if extent.hyphen:
            fragments[-1] = replace(fragments[-1], text=fragments[-1].text + HYPHEN)
        return Line(tuple(fragments), extent.width * pt_to_mm(size), extent.hyphen)


def _even(lines: Sequence[Extent], measure: float) -> bool:
    return all(line.width >= LEAST_FILLED * measure for line in lines[:-1])


def _span(shaped: Shaped, kerned: Shaped, lines: Sequence[Extent], size: Pt) -> tuple[Mm, Mm]:
    """The narrowest and the widest measure in which greedy breaking gives these lines.

    Both for a program that kerns and for one that does not.
    """
    narrowest = max(line.width for line in lines)
    widest = [
        each.width(line.start, shaped.breaks[first_break_after(shaped, line.next)].end)
        for line in lines[:-1]
        for each in (shaped, kerned)
    ]
    em = pt_to_mm(size)
    return narrowest * em, min(widest, default=float("inf")) * em


def _is_short(lines: Sequence[Extent]) -> bool:
    """Whether the last line is so short that it looks forgotten."""
    return len(lines) > 1 and lines[-1].width < SHORT_LAST * max(line.width for line in lines)


def _weak_ends(shaped: Shaped, lines: Sequence[Extent]) -> int:
    return sum(leans(shaped.text, line.end) for line in lines[:-1])


def _has_stub(lines: Sequence[Extent]) -> bool:
    """Whether a line between others is not half as long as the longest line."""
    longest = max((line.width for line in lines), default=0.0)
    return any(line.width < longest / 2 for line in lines[1:-1])


def _raggedness(lines: Sequence[Extent]) -> float:
    longest = max(line.width for line in lines)
    return round(sum((1 - line.width / longest) ** 2 for line in lines), 4)


def _cut(spans: Rich, start: int, end: int) -> list[tuple[Span, str]]:
    pieces = []
    at = 0
    for span in spans:
        first, last = max(start - at, 0), min(end - at, len(span.text))
        if first < last:
            pieces.append((span, span.text[first:last]))
        at += len(span.text)
    return pieces
