"""Carries out the operators of one content stream: a page, a form or a pattern.

It draws nothing and decides nothing. Clips count as their rectangles, soft masks are noted and
not looked into, Type 3 glyphs are not drawn.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import pikepdf

from planche.press.preflight.colours import coloured, space
from planche.press.preflight.facts import Font, Paint, Text
from planche.press.preflight.fonts import Loaded
from planche.press.preflight.matrix import (
    IDENTITY,
    Area,
    Matrix,
    boxed,
    common,
    has_area,
    narrowest,
    placed,
    times,
    upwards,
)
from planche.press.preflight.notes import Notes
from planche.press.preflight.paths import Path
from planche.press.preflight.state import INVISIBLE, State, TextPlace

UNIT: Area = (0.0, 0.0, 1.0, 1.0)
"""Where a picture lies before its matrix."""

NOWHERE: Area = (math.inf, math.inf, -math.inf, -math.inf)
"""A clip that lets nothing through: it shares no point with any area."""

EVERYWHERE: Area = (-1e6, -1e6, 1e6, 1e6)
"""A clip that lets everything through: where a pattern is repeated is not worked out."""

STROKED = (1, 2)
"""Text modes that stroke: only, and besides filling (ISO 32000-2, table 104)."""

SPACE = 32
"""The code that word spacing is added to (ISO 32000-2, 9.3.3)."""

STANDING = frozenset("ABCDEFGHIKLMNOPRSTUVWXYZÆØÅ0123456789abcdefhiklmnorstuvwxzæøåé .·:-–’“”!?%")
"""Characters that do not reach below the baseline: their text has no depth."""

WORD_GAP = 200
"""Thousandths of the size that stand for a space in an array of text."""

UNKNOWN = Loaded(Font("?", False, "?"), False, {}, 500, {}, 750, -250)
"""What text is set in where the page names no font that there is."""

Operands: TypeAlias = Sequence[Any]

Nested: TypeAlias = Callable[[Any, Any, State], None]
"""Walks a form or pattern with some resources, from a state."""


@dataclass
class Reading:
    """One stream under way."""

    notes: Notes
    resources: Any
    state: State
    load_font: Callable[[Any], Loaded]
    nested: Nested
    stack: list[State] = field(default_factory=list)
    path: Path = field(default_factory=Path)
    text: TextPlace = field(default_factory=TextPlace)
    patterns: set[str] = field(default_factory=set)
    """Patterns that were looked into."""

    # --- what is laid down ---------------------------------------------------------------

    def seen(self, area: Area | None) -> Area | None:
        """What of an area the clip lets through."""
        return common(area, self.state.clip) if area is not None else None

    # --- state ---------------------------------------------------------------------------

    def save(self, _: Operands) -> None:
        """The operator `q`."""
        self.stack.append(self.state.kept())

    def restore(self, _: Operands) -> None:
        """The operator `Q`."""
        if self.stack:
            self.state = self.stack.pop()

    def concatenate(self, operands: Operands) -> None:
        """The operator `cm`."""
        self.state.matrix = times(_matrix(operands), self.state.matrix)

    def settings(self, operands: Operands) -> None:
        """The operator `gs`."""
        found = self.resource("/ExtGState", operands[0])
        if found is None:
            return
        self.state.set_from(found)
        if "/Font" in found:
            self.state.font = self.load_font(found["/Font"][0])
            self.state.size = float(found["/Font"][1])
        for key, harmless in (("/TR", ("/Identity",)), ("/TR2", ("/Identity", "/Default"))):
            if key in found and str(found[key]) not in harmless:
                self.notes.facts.transfers.append(key.lstrip("/"))

    def resource(self, kind: str, name: Any) -> Any:
        """A resource by its name; None where there is none."""
        group = self.resources.get(kind)
        return group.get(str(name)) if group is not None else None

    # --- colour --------------------------------------------------------------------------

    def fill_space(self, operands: Operands) -> None:
        """The operator `cs`."""
        self.state.fill = space(operands[0], self.resources)

    def stroke_space(self, operands: Operands) -> None:
        """The operator `CS`."""
        self.state.stroke = space(operands[0], self.resources)

    def fill_colour(self, operands: Operands) -> None:
        """The operators `sc` and `scn`."""
        self.state.fill = self.colour(self.state.fill, operands)

    def stroke_colour(self, operands: Operands) -> None:
        """The operators `SC` and `SCN`."""
        self.state.stroke = self.colour(self.state.stroke, operands)

    def colour(self, paint: Paint, operands: Operands) -> Paint:
        """The colour of `sc` and its kin; a pattern is looked into once a stream."""
        if operands and isinstance(operands[-1], pikepdf.Name):
            self.pattern(str(operands[-1]))
            return paint
        return coloured(paint, [float(each) for each in operands])

    def pattern(self, name: str) -> None:
        """Look into a pattern, once a stream."""
        pattern = self.resource("/Pattern", name)
        if pattern is None or name in self.patterns:
            return
        self.patterns.add(name)
        if "/Shading" in pattern:
            self.shaded(pattern["/Shading"])
        elif isinstance(pattern, pikepdf.Stream):
            state = State(_matrix_of(pattern), EVERYWHERE, fill=self.state.fill)
            self.nested(pattern, self.resources_of(pattern), state)

    # --- paths ---------------------------------------------------------------------------

    def rectangle(self, operands: Operands) -> None:
        """The operator `re`."""
        x, y, width, height = (float(each) for each in operands)
        self.path.rectangle(self.state.matrix, x, y, width, height)

    def move(self, operands: Operands) -> None:
        """The operator `m`."""
        self.path.move(self.state.matrix, float(operands[0]), float(operands[1]))

    def go(self, operands: Operands) -> None:
        """The operators `l`, `c`, `v` and `y`."""
        self.path.go(self.state.matrix, [float(each) for each in operands])

    def clip(self, _: Operands) -> None:
        """The operators `W` and `W*`."""
        self.path.clips = True

    def paint(self, fills: bool, strokes: bool) -> None:
        """Paint the path, then forget it."""
        path, self.path = self.path, Path()
        area = self.seen(path.area)
        if area is not None:
            state = self.state
            if fills:
                self.notes.laid(state, area, "fill", state.fill, state.overprint_fill)
                self.thin_fills(path)
            if strokes:
                self.notes.laid(state, area, "stroke", state.stroke, state.overprint_stroke)
                width = state.width * narrowest(state.matrix)
                self.notes.line(area, width, state.stroke, filled=False)
        if path.clips:
            self.state.clip = area if area is not None and has_area(area) else NOWHERE

    def thin_fills(self, path: Path) -> None:
        """Note the parts of a filled path that are as thin as lines."""
        for part, width in path.thin_parts():
            shown = self.seen(part)
            if shown is not None:
                self.notes.line(shown, width, self.state.fill, filled=True)

    def shade(self, operands: Operands) -> None:
        """The operator `sh`."""
        shading = self.resource("/Shading", operands[0])
        if shading is not None:
            self.shaded(shading)

    def shaded(self, shading: Any) -> None:
        """Note a shading, wherever the clip lets it through."""
        named, area = shading.get("/ColorSpace"), self.seen(self.state.clip)
        if named is not None and area is not None:
            paint = replace(space(named, self.resources), inks=None)
            self.notes.laid(self.state, area, "shading", paint, False)

    # --- pictures and forms --------------------------------------------------------------

    def do(self, operands: Operands) -> None:
        """The operator `Do`."""
        found = self.resource("/XObject", operands[0])
        if not isinstance(found, pikepdf.Stream):
            return
        if found.get("/Subtype") == "/Image":
            masked = "/SMask" in found or int(found.get("/SMaskInData", 0)) > 0
            self.picture(found, masked)
        elif found.get("/Subtype") == "/Form":
            self.form(found)

    def form(self, form: Any) -> None:
        """Walk a form where it is drawn."""
        state = self.state.kept()
        state.matrix = times(_matrix_of(form), state.matrix)
        area = self.seen(placed(state.matrix, boxed(form["/BBox"])))
        if area is None:
            return
        state.clip = area
        resources = self.resources_of(form)
        group = form.get("/Group")
        if group is not None:
            named = group.get("/CS")
            blending = space(named, resources).name if named is not None else ""
            self.notes.group(blending, self.notes.facts.boxes.place(area))
        self.nested(form, resources, state)

    def resources_of(self, stream: Any) -> Any:
        """The resources of a form or pattern; of old ones, those of what holds it."""
        return stream.get("/Resources") or self.resources

    def inline(self, operands: Operands) -> None:
        """A picture inside the stream."""
        self.picture(operands[0].obj, False)

    def picture(self, image: Any, masked: bool) -> None:
        """Note a picture: its colours, its resolution, its mask."""
        area = self.seen(placed(self.state.matrix, UNIT))
        if area is None:
            return
        stencil = bool(_first(image, "/ImageMask", "/IM") or False)
        named = _first(image, "/ColorSpace", "/CS")
        if stencil:
            paint = self.state.fill
        elif named is None:
            paint = Paint("calibrated", "JPEG 2000")
        else:
            paint = replace(space(named, self.resources), inks=None)
        overprint = stencil and self.state.overprint_fill
        place = self.notes.laid(self.state, area, "image", paint, overprint)
        if masked:
            self.notes.effect("SMask", place)
        pixels = (int(_first(image, "/Width", "/W")), int(_first(image, "/Height", "/H")))
        bits = int(_first(image, "/BitsPerComponent", "/BPC") or 8)
        self.notes.picture(self.state, area, pixels, stencil or bits == 1)

    # --- text ----------------------------------------------------------------------------

    def begin_text(self, _: Operands) -> None:
        """The operator `BT`."""
        self.text = TextPlace()

    def font(self, operands: Operands) -> None:
        """The operator `Tf`."""
        found = self.resource("/Font", operands[0])
        self.state.font = self.load_font(found) if found is not None else UNKNOWN
        self.state.size = float(operands[1])

    def text_matrix(self, operands: Operands) -> None:
        """The operator `Tm`."""
        self.text.matrix = self.text.line = _matrix(operands)

    def next_line(self, operands: Operands) -> None:
        """The operator `Td`."""
        shift = (1.0, 0.0, 0.0, 1.0, float(operands[0]), float(operands[1]))
        self.text.matrix = self.text.line = times(shift, self.text.line)

    def next_line_leading(self, operands: Operands) -> None:
        """The operator `TD`."""
        self.state.leading = -float(operands[1])
        self.next_line(operands)

    def new_line(self, _: Operands) -> None:
        """The operator `T*`."""
        self.next_line((0, -self.state.leading))

    def show(self, operands: Operands) -> None:
        """The operator `Tj`."""
        self.show_all([operands[0]])

    def show_on_new_line(self, operands: Operands) -> None:
        """The operator `'`."""
        self.new_line(())
        self.show_all([operands[-1]])

    def show_spaced(self, operands: Operands) -> None:
        """The operator `"`."""
        self.state.word_space, self.state.letter_space = float(operands[0]), float(operands[1])
        self.show_on_new_line(operands)

    def show_array(self, operands: Operands) -> None:
        """The operator `TJ`."""
        self.show_all(list(operands[0]))

    def show_all(self, pieces: Sequence[Any]) -> None:
        """Show strings and move between them by numbers; note one stretch of text."""
        state, start = self.state, self.text.matrix
        font = state.font or UNKNOWN
        self.notes.font(font)
        words, length = measured(state, font, pieces)
        self.text.matrix = times((1.0, 0.0, 0.0, 1.0, length, 0.0), start)
        drawn = times(start, state.matrix)
        depth = 0.0 if STANDING.issuperset(words) else font.descent
        low, high = (state.rise + state.size * edge / 1000 for edge in (depth, font.ascent))
        area = self.seen(placed(drawn, (min(0.0, length), low, max(0.0, length), high)))
        if area is None or not words.strip() or state.mode % 4 == INVISIBLE:
            return
        if state.mode % 4 in STROKED:
            self.notes.laid(state, area, "stroke", state.stroke, state.overprint_stroke)
        only = state.mode % 4 == STROKED[0]
        paint = state.stroke if only else state.fill
        overprint = state.overprint_stroke if only else state.overprint_fill
        place = self.notes.laid(state, area, "text", paint, overprint)
        size = abs(state.size) * upwards(drawn) * self.notes.facts.boxes.scale
        self.notes.text(Text(place, words, size, paint, overprint, font.font.name))


def measured(state: State, font: Loaded, pieces: Sequence[Any]) -> tuple[str, float]:
    """The characters of an array of text, and how far it moves on (ISO 32000-2, 9.4.4)."""
    words, length = [], 0.0
    scale = state.size / 1000
    for piece in pieces:
        if not isinstance(piece, pikepdf.String | bytes):
            back = float(piece)
            length -= back * scale
            if back < -WORD_GAP:
                words.append(" ")
            continue
        for code in font.codes(bytes(piece)):
            length += font.widths.get(code, font.other) * scale + state.letter_space
            if code == SPACE and not font.wide:
                length += state.word_space
            words.append(font.character(code))
    return "".join(words), length * state.stretch


def _matrix(operands: Operands) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in operands)
    return a, b, c, d, e, f


def _matrix_of(form: Any) -> Matrix:
    return _matrix(form.get("/Matrix", IDENTITY))


def _first(source: Any, *keys: str) -> Any:
    """The value of the first key that is there: inline pictures shorten theirs."""
    return next((source[key] for key in keys if key in source), None)
