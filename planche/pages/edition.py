"""Which definition of the colours a document is drawn in."""

from typing import Literal, TypeAlias

from planche.theme import Colour

Edition: TypeAlias = Literal["screen", "press"]


def css_colour(colour: Colour, edition: Edition) -> str:
    """A colour as CSS and SVG write it: sRGB for screens, the inks themselves for press."""
    if edition == "screen":
        return colour.screen
    return f"device-cmyk({' '.join(f'{ink / 100:g}' for ink in colour.press)})"
