"""Proves a rendered PDF against its layout: every line stands where it was planned.

The PDF is read with pdfium, which shares no code with the renderer: its stretches of text,
in the order they are drawn, are walked in step with the planned lines.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pypdfium2

from planche.geometry.parts import Box, Fragment, Line, Page, TextBox
from planche.pages.environment import indent
from planche.pages.reading import Reader, Run
from planche.text.faces import Face
from planche.text.shaping import SUB_SCALE
from planche.units import Mm, Pt, pt_to_mm

PLACE_TOLERANCE: Mm = 0.2
"""How far a line's start and baseline may be from their plan; rounding takes a tenth of it."""

WIDTH_TOLERANCE = 0.005
"""Share by which a line may be wider or narrower than planned: PDF rounds each advance."""

PARTED_PAIR = 0.06
"""What a line's end may be off besides, in em: a pair of letters that the line's end parts is
kerned in the plan and not in print."""

SIZE_TOLERANCE: Pt = 0.02
"""How far a size may be off: the renderer rounds to 1/1024 of a CSS pixel."""

PAGE_TOLERANCE: Mm = 0.1
"""How far a page's sides may be off."""

SIDE_OVERSHOOT = 0.1
"""How far ink may reach over the sides of its box, in em: italics and curves do by design."""

OVERSHOOT = 0.14
"""How far ink may reach over the top and foot of its box, in em: the ring of Å and the tail
of g do where lines are set tight."""

SAFE: Mm = 5.0
"""No ink of a text may come closer to the edge of the page."""

HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": "-", "\x02": "-"})
"""All that may be read where a hyphen is drawn; pdfium says U+0002 where one ends a line."""


@dataclass(frozen=True)
class Mismatch:
    """Where a PDF differs from its layout; plate and role are empty where it is the whole."""

    plate: str
    role: str
    what: str


def prove(data: bytes, pages: Sequence[Page], faces: Mapping[str, Face]) -> tuple[Mismatch, ...]:
    """All that is not as planned in the PDF of some pages; empty when it is proven."""
    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) != len(pages):
            what = f"{len(document)} pages instead of {len(pages)}"
            return (Mismatch("", "", what),)
        reader = Reader(faces)
        found: list[Mismatch] = []
        for index, page in enumerate(pages):
            rendered = document[index]
            found += _sides(page, *rendered.get_size())
            found += _overlaps(page)
            found += _walk(page, list(reader.runs(rendered)), faces)
            rendered.close()
        return tuple(found)
    finally:
        document.close()


def _sides(page: Page, width: Pt, height: Pt) -> Iterator[Mismatch]:
    across, down = pt_to_mm(width), pt_to_mm(height)
    if max(abs(across - page.width), abs(down - page.height)) > PAGE_TOLERANCE:
        yield Mismatch(page.plate, "", f"the page is {across:.1f} × {down:.1f} mm")


def _overlaps(page: Page) -> Iterator[Mismatch]:
    for first, second in combinations(page.texts(), 2):
        if first.box.meets(second.box):
            what = f"{_quoted(first.text)} and {_quoted(second.text)} overlap"
            yield Mismatch(page.plate, first.role, what)


def _walk(page: Page, runs: list[Run], faces: Mapping[str, Face]) -> Iterator[Mismatch]:
    """Each planned line with what was drawn for it; the first wrong word ends the walk."""
    runs = [run for run in runs if read(run.text)]
    at = 0
    for text in page.texts():
        for number, line in enumerate(text.lines):
            wanted = read(planned(line))
            drawn = ""
            start = at
            while at < len(runs) and len(drawn) < len(wanted):
                drawn += read(runs[at].text)
                at += 1
            if drawn != wanted:
                what = f"{_quoted(drawn)} is drawn instead of {_quoted(line.text)}"
                yield Mismatch(page.plate, text.role, what)
                return
            if wanted:
                for what in _line(Place(page, text, number), runs[start:at], faces):
                    yield Mismatch(page.plate, text.role, f"{_quoted(line.text)} {what}")
    for run in runs[at:]:
        yield Mismatch(page.plate, "", f"{_quoted(run.text)} is drawn and was not planned")


def planned(line: Line) -> str:
    """A planned line as it is seen: a soft hyphen is not, unless it divides the line's end."""
    return line.text.replace("\u00ad", "")


def read(text: str) -> str:
    """A text as it is compared: no spaces, ligatures as letters, every hyphen alike."""
    return unicodedata.normalize("NFKC", "".join(text.split()).translate(HYPHENS))


@dataclass(frozen=True)
class Place:
    """A line in its text on its page."""

    page: Page
    text: TextBox
    number: int

    @property
    def line(self) -> Line:
        """The line itself."""
        return self.text.lines[self.number]

    @property
    def x(self) -> Mm:
        """Where it starts."""
        return self.text.box.x + indent(self.text, self.line)

    def baseline(self, face: Face) -> Mm:
        """Its baseline: the text's content stands in the middle of its leading."""
        text = self.text
        content = (face.ascent + face.descent) * text.size
        above = (text.leading - content) / 2 + face.ascent * text.size
        return text.box.y + pt_to_mm(self.number * text.leading + above)


def _line(place: Place, runs: Sequence[Run], faces: Mapping[str, Face]) -> Iterator[str]:
    """What is wrong with a line whose words are right."""
    if abs(runs[0].x - place.x) > PLACE_TOLERANCE:
        yield f"starts {runs[0].x - place.x:+.2f} mm from its place"
    yield from _width(place, runs[-1], faces)
    baseline = place.baseline(faces[place.text.face])
    reach = _reach(place.text)
    safe = Box(0, 0, place.page.width, place.page.height).inset(SAFE)
    for run, fragment in _paired(runs, place.line):
        size = place.text.size * (SUB_SCALE if fragment.sub else 1)
        if abs(run.size - size) > SIZE_TOLERANCE:
            yield f"is set in {run.size:.2f} pt instead of {size:g} pt"
        if run.face != fragment.face:
            yield f"is set in {run.font or 'no font'} instead of {fragment.face}"
        if not fragment.sub and abs(run.baseline - baseline) > PLACE_TOLERANCE:
            yield f"stands {run.baseline - baseline:+.2f} mm from its baseline"
        if not reach.holds(run.ink):
            yield f"reaches out of its box: {_shown(run.ink)} from {_shown(place.text.box)}"
        if not safe.holds(run.ink):
            yield "comes too close to the edge of the page"


def _width(place: Place, last: Run, faces: Mapping[str, Face]) -> Iterator[str]:
    """Compares where a line ends: with its last letter's ink, or its advance if a space follows."""
    fragment = [each for each in place.line.fragments if read(each.text)][-1]
    size = place.text.size * (SUB_SCALE if fragment.sub else 1)
    letter = planned(Line((fragment,), 0)).rstrip()[-1]
    end = place.x + place.line.width
    ink_end = end - pt_to_mm(_bearing(faces[fragment.face], letter) * size)
    tolerance = WIDTH_TOLERANCE * place.line.width + pt_to_mm(PARTED_PAIR * size)
    if min(abs(last.ink.right - end), abs(last.ink.right - ink_end)) > tolerance:
        yield f"ends {last.ink.right - ink_end:+.2f} mm from its plan"


def _bearing(face: Face, letter: str) -> float:
    """White to the right of a letter's ink within its advance, in em."""
    glyph = face.font.get_nominal_glyph(ord(letter))
    ink = face.font.get_glyph_extents(glyph)
    return float(face.font.get_glyph_h_advance(glyph) - ink.x_bearing - ink.width) / face.upem


def _reach(text: TextBox) -> Box:
    """As far as the ink of a text may go."""
    side = pt_to_mm(SIDE_OVERSHOOT * text.size)
    over = pt_to_mm(OVERSHOOT * text.size)
    box = text.box
    return Box(box.x - side, box.y - over, box.width + 2 * side, box.height + 2 * over)


def _paired(runs: Sequence[Run], line: Line) -> Iterator[tuple[Run, Fragment]]:
    """Each stretch that was drawn with the fragment that its first letter belongs to."""
    owners = [each for each in line.fragments for _ in read(planned(Line((each,), 0)))]
    at = 0
    for run in runs:
        yield run, owners[at]
        at += len(read(run.text))


def _shown(box: Box) -> str:
    return f"{box.x:.1f}–{box.right:.1f} × {box.y:.1f}–{box.bottom:.1f} mm"


def _quoted(text: str) -> str:
    return f"“{text.strip()[:40]}”"
