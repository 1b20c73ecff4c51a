"""The graphics state of a content stream (ISO 32000-2, 8.4), as far as it decides what prints."""

import copy
from dataclasses import dataclass
from typing import Any

from planche.press.preflight.colours import DEVICE
from planche.press.preflight.facts import Paint
from planche.press.preflight.fonts import Loaded
from planche.press.preflight.matrix import IDENTITY, Area, Matrix

PLAIN_MODES = ("/Normal", "/Compatible")
"""Blend modes that blend nothing."""

INVISIBLE = 3
"""Text that is neither filled nor stroked (ISO 32000-2, table 104)."""


@dataclass(slots=True)
class State:
    """What `q` keeps and `Q` brings back."""

    matrix: Matrix
    clip: Area
    fill: Paint = DEVICE["/DeviceGray"]
    stroke: Paint = DEVICE["/DeviceGray"]
    width: float = 1.0
    overprint_fill: bool = False
    overprint_stroke: bool = False
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = ""
    """The blend mode, where it blends."""
    masked: bool = False
    """Whether a soft mask is set."""
    font: Loaded | None = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    rise: float = 0.0
    leading: float = 0.0
    mode: int = 0

    def kept(self) -> "State":
        """A copy to come back to."""
        return copy.copy(self)

    def effects(self, stroking: bool) -> tuple[str, ...]:
        """What of transparency shows in something painted now."""
        alpha = self.stroke_alpha if stroking else self.fill_alpha
        if alpha >= 1 and not self.blend and not self.masked:
            return ()
        named = (
            f"{'CA' if stroking else 'ca'} {alpha:g}" if alpha < 1 else "",
            f"BM {self.blend}" if self.blend else "",
            "SMask" if self.masked else "",
        )
        return tuple(each for each in named if each)

    def set_from(self, settings: Any) -> None:
        """Take over an ExtGState (ISO 32000-2, table 57)."""
        if "/OP" in settings:
            self.overprint_stroke = bool(settings["/OP"])
            self.overprint_fill = self.overprint_stroke
        if "/op" in settings:
            self.overprint_fill = bool(settings["/op"])
        if "/ca" in settings:
            self.fill_alpha = float(settings["/ca"])
        if "/CA" in settings:
            self.stroke_alpha = float(settings["/CA"])
        if "/LW" in settings:
            self.width = float(settings["/LW"])
        if "/BM" in settings:
            modes = settings["/BM"]
            mode = str(modes[0]) if not str(modes).startswith("/") and len(modes) else str(modes)
            self.blend = "" if mode in PLAIN_MODES else mode.lstrip("/")
        if "/SMask" in settings:
            self.masked = str(settings["/SMask"]) != "/None"


@dataclass(slots=True)
class TextPlace:
    """Where text goes on: the text matrix and that of the line's start."""

    matrix: Matrix = IDENTITY
    line: Matrix = IDENTITY
