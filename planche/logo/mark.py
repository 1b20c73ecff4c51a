"""A logo as it was read: shapes or a picture, in units of its own."""

from dataclasses import dataclass

from planche.contours import Contour
from planche.logo.ink import LogoColour


@dataclass(frozen=True)
class Shape:
    """An area of one colour. Its contours meet no others; holes run the other way round."""

    contours: tuple[Contour, ...]
    colour: LogoColour


@dataclass(frozen=True)
class Drawing:
    """Shapes in the order they are drawn, from 0, 0 to `width`, `height`: that is, no white round
    them. The unit has no meaning.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Pixels:
    """A picture as a PNG file; width and height in pixels."""

    width: int
    height: int
    png: bytes


@dataclass(frozen=True, eq=False)
class LogoFile:
    """What one file holds, and its bytes; the same only as itself, or comparing would take long."""

    name: str
    mark: Drawing | Pixels
    data: bytes

    @property
    def ratio(self) -> float:
        """How many times as wide as high it is."""
        return self.mark.width / self.mark.height


@dataclass(frozen=True)
class Logo:
    """The logo on paper, and on deep colours where there is a file for these."""

    positive: LogoFile
    negative: LogoFile | None
    alt: str = "Logo"
    """Whose it is, for those who do not see it."""

    @property
    def files(self) -> tuple[LogoFile, ...]:
        """Its files, one or two."""
        return (self.positive, self.negative) if self.negative else (self.positive,)


def colours_without_inks(logo: Logo) -> tuple[str, ...]:
    """The screen colours (#RRGGBB) that no inks are given for, each once, in order."""
    missing = (
        shape.colour.screen
        for file in logo.files
        if isinstance(file.mark, Drawing)
        for shape in file.mark.shapes
        if shape.colour.press is None
    )
    return tuple(dict.fromkeys(missing))


def pictures_of_pixels(logo: Logo) -> tuple[str, ...]:
    """The names of its files that no press can print in defined inks."""
    return tuple(file.name for file in logo.files if isinstance(file.mark, Pixels))
