"""The colour of a part of a logo, for screen and for press."""

from dataclasses import dataclass
from typing import TypeAlias

Inks: TypeAlias = tuple[int, int, int, int]
"""Cyan, magenta, yellow and black in percent."""


@dataclass(frozen=True)
class LogoColour:
    """sRGB as #RRGGBB, and the inks that print it; None where nobody has said which.

    A logo's colours are its own: unlike the theme's they never change with it.
    """

    screen: str
    press: Inks | None
