"""A colour as a shade of another one: by hue, saturation and luminance (ECMA-376-1, 20.1.2.3).

A token that is written so follows its family's colour when somebody changes the theme.
"""

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass

from planche.deck.xml import Element, el

DEGREE = 60_000
"""Angles are written in 60,000ths of a degree (20.1.10.3)."""

WHOLE = 100_000
"""Shares are written in thousandths of a percent (20.1.10.40)."""

EXACT = 1
"""How far each part of a colour, of 255, may come back from its modifiers."""


@dataclass(frozen=True)
class Shade:
    """What is done to a colour, in the units of the format; applied in this order."""

    hue_offset: int
    saturation: int
    saturation_offset: int
    luminance: int
    luminance_offset: int

    def elements(self) -> list[Element]:
        """Its modifiers, without those that change nothing."""
        written = (
            ("a:hueOff", self.hue_offset, 0),
            ("a:satMod", self.saturation, WHOLE),
            ("a:satOff", self.saturation_offset, 0),
            ("a:lumMod", self.luminance, WHOLE),
            ("a:lumOff", self.luminance_offset, 0),
        )
        return [el(tag, val=value) for tag, value, nothing in written if value != nothing]

    def of(self, base: str) -> tuple[int, int, int]:
        """The parts, of 255, of the colour it makes from another (RRGGBB)."""
        hue, luminance, saturation = _hls(base)
        made = hls_to_rgb(
            (hue + self.hue_offset / DEGREE / 360) % 1,
            _share(luminance * self.luminance / WHOLE + self.luminance_offset / WHOLE),
            _share(saturation * self.saturation / WHOLE + self.saturation_offset / WHOLE),
        )
        red, green, blue = (round(part * 255) for part in made)
        return red, green, blue


def shade(base: str, wanted: str) -> Shade | None:
    """How to make one colour from another (both RRGGBB); None where it cannot be made exactly.

    The hue never leaves its circle, because LibreOffice stops at its ends. A lighter colour
    keeps a share of the other's darkness, as in the tints of PowerPoint's palette, so that it
    stays one whatever the other is changed to.
    """
    hue, luminance, saturation = _hls(base)
    hue_wanted, luminance_wanted, saturation_wanted = _hls(wanted)
    if luminance_wanted > luminance:
        kept = round((1 - luminance_wanted) / (1 - luminance) * WHOLE)
        light = (kept, WHOLE - kept)
    else:
        light = (round(luminance_wanted / luminance * WHOLE) if luminance else WHOLE, 0)
    if saturation:
        strength = (round(saturation_wanted / saturation * WHOLE), 0)
    else:
        strength = (WHOLE, round(saturation_wanted * WHOLE))
    turned = round((hue_wanted - hue) * 360 * DEGREE) if saturation_wanted else 0
    made = Shade(turned, *strength, *light)
    return made if _near(made.of(base), parts(wanted)) else None


def parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, of 255, of RRGGBB."""
    red, green, blue = bytes.fromhex(colour)
    return red, green, blue


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = parts(colour)
    return rgb_to_hls(red / 255, green / 255, blue / 255)


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))


def _near(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) <= EXACT for a, b in zip(one, other, strict=True))
