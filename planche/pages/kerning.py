"""Slides kerned: their lines as long as they are on a page of ours.

Slides are measured without kerning, since PowerPoint shows them so. A PDF is kerned: each
line keeps its words and its place, and is as long as its kerned letters make it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planche.geometry.parts import Line, TextBox
from planche.geometry.walk import Part, replaced
from planche.text.faces import Face
from planche.text.markup import Span
from planche.text.shaping import Style, shape
from planche.units import pt_to_mm


@dataclass(frozen=True)
class Kerning:
    """Measures lines as they are kerned in a language."""

    faces: Mapping[str, Face]
    language: str

    def kerned(self, part: Part) -> Part:
        """A layout in which every text, wherever it stands, has its lines' kerned lengths."""
        return replaced(part, self._text)

    def _text(self, part: object) -> TextBox | None:
        if not isinstance(part, TextBox):
            return None
        return replace(part, lines=tuple(self._line(part, each) for each in part.lines))

    def _line(self, text: TextBox, line: Line) -> Line:
        *others, last = line.fragments
        shown = (*others, replace(last, text=last.text.rstrip(" ")))
        length = 0.0
        for each in (fragment for fragment in shown if fragment.text):
            style = Style(each.face, each.face, each.face)
            spans = (Span(each.text, sub=each.sub),)
            length += shape(spans, style, self.faces, self.language, kerning=True).edges[-1]
        return replace(line, width=length * pt_to_mm(text.size))
