"""A logo as a picture of its own on a page, with words: paths, or the PNG that somebody gave."""

from dataclasses import dataclass
from hashlib import sha256

from planche.geometry.parts import LogoMark
from planche.pages.edition import css_colour
from planche.pages.engine import DRAWING, PICTURE
from planche.pages.environment import environment
from planche.pages.look import Look
from planche.pages.scene import contours_path


@dataclass(frozen=True)
class LogoPicture:
    """The file of a logo's picture, and the address that pages fetch it by.

    The address is made from the bytes, so that a picture that many pages show stands once in
    their PDF.
    """

    address: str
    data: bytes


def logo_picture(mark: LogoMark, look: Look) -> LogoPicture:
    """The picture of a logo. Raises FaultError where it has no inks and is to be printed."""
    if mark.png is not None:
        return LogoPicture(f"{PICTURE}{sha256(mark.png).hexdigest()}", mark.png)
    paths = [
        (contours_path(shape.contours), css_colour(shape.colour, look.edition))
        for shape in mark.shapes
    ]
    template = environment(look.templates).get_template("logo.svg")
    data = template.render(box=mark.box, paths=paths).encode("utf-8")
    return LogoPicture(f"{DRAWING}{sha256(data).hexdigest()}", data)
