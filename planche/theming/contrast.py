"""Contrast of two colours, and the nearest colour that has enough of it."""

import colorsys
from dataclasses import dataclass

from planche.theming.sight import linear_of

ENHANCED = 7.0
"""Contrast of text (WCAG 2.2, success criterion 1.4.6)."""

LARGE = 4.5
"""The same for text of 18 pt and more, or bold of 14 pt and more."""

LEVELS = 256
"""Steps of lightness between black and white that are tried."""


@dataclass(frozen=True)
class Pair:
    """Text on a ground, and which of the two is to be changed where they are too alike."""

    text: str
    ground: str
    least: float
    mend: str
    darker: bool
    """Whether the one to be changed is the darker of the two."""

    @property
    def other(self) -> str:
        """The one that stays."""
        return self.ground if self.mend == self.text else self.text


def pairs(family: str) -> tuple[Pair, ...]:
    """What text of a family may be set in and on."""
    deep, ghost = f"{family}-deep", f"{family}-ghost"
    deeps = (deep, f"{deep}-2", f"{deep}-3")
    tints = (f"{family}-tint", f"{family}-tint-2", f"{family}-tint-3")
    return (
        *(Pair("white", each, ENHANCED, each, darker=True) for each in deeps),
        *(Pair("ink", each, ENHANCED, each, darker=False) for each in tints),
        Pair(deep, "paper", ENHANCED, deep, darker=True),
        Pair("white", ghost, LARGE, ghost, darker=True),
        Pair("accent", deep, LARGE, deep, darker=True),
    )


def pair_of_house(house: str) -> Pair:
    """On a cover, which the house's family is worn by, the subtitle runs over the number."""
    return Pair("accent", f"{house}-ghost", LARGE, f"{house}-ghost", darker=True)


COMMON_PAIRS = (
    Pair("ink", "paper", ENHANCED, "ink", darker=True),
    Pair("ink", "accent", ENHANCED, "accent", darker=False),
)
"""What text outside the families is set in and on."""


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour `#RRGGBB` (WCAG 2.2, definition of the term)."""
    red, green, blue = linear_of(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, from 1 to 21 (WCAG 2.2, definition of the term)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def passing(colour: str, other: str, least: float, darker: bool) -> str:
    """The nearest colour of the same hue and saturation with enough contrast to another.

    Black or white where not even they have enough: then the other colour is to blame as well.
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    end = 0.0 if darker else 1.0
    for level in range(1, LEVELS):
        share = level / (LEVELS - 1)
        mixed = lightness + (end - lightness) * share
        found = _hex(colorsys.hls_to_rgb(hue, mixed, saturation))
        if contrast(found, other) >= least and (luminance(found) < luminance(other)) == darker:
            return found
    return "#000000" if darker else "#FFFFFF"


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)
