"""Which definition of the colours a document is drawn in."""

from typing import Literal, TypeAlias

from planche.diagnostics import FaultError
from planche.logo.ink import LogoColour
from planche.theme import Colour

Edition: TypeAlias = Literal["screen", "press"]


def css_colour(colour: Colour | LogoColour, edition: Edition) -> str:
    """A colour as CSS and SVG write it: sRGB for screens, the inks themselves for press.

    Raises FaultError for press where nobody has given a logo's colour its inks.
    """
    if edition == "screen":
        return colour.screen
    if colour.press is None:
        raise FaultError("logo-without-inks", file="logo", colours=colour.screen)
    return f"device-cmyk({' '.join(f'{ink / 100:g}' for ink in colour.press)})"
