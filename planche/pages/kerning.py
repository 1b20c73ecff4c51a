"""Slides kerned: their lines as long as they are on a page of ours.

Slides are measured without kerning, since PowerPoint shows them so. A PDF is kerned: each
line keeps its words and its place, and is as long as its kerned letters make it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from planche.geometry.parts import Line, TextBox
from planche.text.faces import Face
from planche.text.markup import Span
from planche.text.shaping import Style, shape
from planche.units import pt_to_mm

Part = TypeVar("Part")


@dataclass(frozen=True)
class Kerning:
    """Measures lines as they are kerned in a language."""

    faces: Mapping[str, Face]
    language: str

    def kerned(self, part: Part) -> Part:
        """A layout in which every text, wherever it stands, has its lines' kerned lengths."""
        if isinstance(part, TextBox):
            return cast(Part, replace(part, lines=tuple(self._line(part, x) for x in part.lines)))
        if isinstance(part, tuple):
            return cast(Part, tuple(map(self.kerned, part)))
        if not is_dataclass(part):
            return part
        held: dict[str, Any] = {each.name: getattr(part, each.name) for each in fields(part)}
        anew = {name: self.kerned(value) for name, value in held.items()}
        changed = {name: value for name, value in anew.items() if value != held[name]}
        return cast(Part, replace(cast(Any, part), **changed)) if changed else part

    def _line(self, text: TextBox, line: Line) -> Line:
        *others, last = line.fragments
        shown = (*others, replace(last, text=last.text.rstrip(" ")))
        length = 0.0
        for each in (fragment for fragment in shown if fragment.text):
            style = Style(each.face, each.face, each.face)
            spans = (Span(each.text, sub=each.sub),)
            length += shape(spans, style, self.faces, self.language, kerning=True).edges[-1]
        return replace(line, width=length * pt_to_mm(text.size))
