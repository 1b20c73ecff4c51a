"""Notes down what is laid on a page: colours, effects, texts, lines, pictures."""

from dataclasses import dataclass, replace

from planche.geometry.parts import Box, union
from planche.press.preflight.facts import Effect, Line, PageFacts, Paint, Picture, Text, Use
from planche.press.preflight.fonts import Loaded
from planche.press.preflight.matrix import Area, across, common, upwards
from planche.press.preflight.state import State
from planche.units import POINTS_PER_INCH, mm_to_pt

RUN_ON = 0.4
"""Largest gap between stretches of one line, as a share of the size."""


@dataclass(frozen=True)
class Notes:
    """The facts of a page, as they are gathered."""

    facts: PageFacts

    def laid(self, state: State, area: Area, what: str, paint: Paint, overprint: bool) -> Box:
        """Note a colour that is laid down somewhere, and what shows of transparency."""
        boxes = self.facts.boxes
        place = boxes.place(area)
        use = Use(paint, what, overprint, common(area, boxes.reach) is not None)
        self.facts.uses.setdefault(use, place)
        for effect in state.effects(what == "stroke"):
            self.effect(effect, place)
        return place

    def effect(self, what: str, place: Box) -> None:
        """Note transparency that shows, each kind at its first place."""
        known = {effect.what for effect in self.facts.effects if effect.visible}
        if what not in known:
            self.facts.effects[Effect(what, True, place)] = None

    def group(self, blending: str, place: Box | None) -> None:
        """Note a transparency group, which by itself shows nothing; `blending` is its space."""
        what = f"Group {blending}".strip()
        if not any(effect.what == what for effect in self.facts.effects):
            self.facts.effects[Effect(what, False, place)] = None

    def line(self, area: Area, width: float, paint: Paint, filled: bool) -> None:
        """Note a line of a width in units of the page."""
        boxes = self.facts.boxes
        self.facts.lines.append(Line(boxes.place(area), width * boxes.scale, paint, filled))

    def picture(self, state: State, area: Area, pixels: tuple[int, int], bitmap: bool) -> None:
        """Note a picture of so many pixels, drawn by the state's matrix."""
        boxes = self.facts.boxes
        lengths = [each * boxes.scale for each in (across(state.matrix), upwards(state.matrix))]
        if min(lengths) > 0:
            ppi = min(pixels[0] / lengths[0], pixels[1] / lengths[1]) * POINTS_PER_INCH
            self.facts.pictures.append(Picture(boxes.place(area), ppi, bitmap))

    def font(self, font: Loaded) -> None:
        """Note a font that text is set in."""
        self.facts.fonts.setdefault(font.font.name, font.font)

    def text(self, text: Text) -> None:
        """Note a stretch of text, with the one before where it goes on from there."""
        texts = self.facts.texts
        last = texts[-1] if texts else None
        if last is not None and _goes_on(last, text):
            place = union((last.place, text.place))
            texts[-1] = replace(last, text=last.text + text.text, place=place)
        else:
            texts.append(text)


def _goes_on(last: Text, text: Text) -> bool:
    """Whether a stretch of text follows another on its line, set alike."""
    level = abs(last.place.bottom - text.place.bottom) < 0.01
    gap = mm_to_pt(text.place.x - last.place.right)
    return level and -0.5 <= gap < RUN_ON * text.size and _alike(last, text)


def _alike(last: Text, text: Text) -> bool:
    return replace(last, place=text.place, text=text.text) == text
