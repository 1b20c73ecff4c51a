"""A logo's files: where they lie, and what they hold."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile, UnidentifiedImageError

from planche.diagnostics import FaultError
from planche.logo.fault import LogoError
from planche.logo.ink import Inks
from planche.logo.mark import Drawing, Logo, LogoFile, Pixels
from planche.logo.svg import read_svg
from planche.source.keys import suggestion

NEGATIVE = "-negative"
"""What the name of the file for deep colours ends in, before its suffix."""

SUFFIXES = (".svg", ".png")

MOST_BYTES = 4 * 1024 * 1024
"""A drawing of a coat of arms has some hundred kilobytes."""

MOST_PIXELS = 40_000_000
"""More than a picture 60 cm wide and high needs at 300 pixels an inch, in 4 bytes each."""

UNREADABLE = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    Image.DecompressionBombWarning,
    Image.DecompressionBombError,
)
"""What Pillow raises for a file that is no picture, is broken, or says it is enormous."""


def read_logo(name: str, folders: tuple[Path, ...], known: Mapping[str, Inks]) -> Logo:
    """The logo of a name in the first folder that has it, with its negative beside it.

    `known` as in `read_svg`. Raises FaultError where there is none or it cannot be drawn.
    """
    path = _found(name, folders)
    negative = path.with_name(f"{path.stem}{NEGATIVE}{path.suffix}")
    second = _file(negative, known) if negative.is_file() else None
    return Logo(_file(path, known), second)


def _found(name: str, folders: tuple[Path, ...]) -> Path:
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    there = sorted(
        each.name
        for folder in folders
        if folder.is_dir()
        for each in folder.iterdir()
        if each.suffix.lower() in SUFFIXES
    )
    known = suggestion(name, there) if there else "logo.svg"
    raise FaultError("logo-missing", found=name, known=known)


def _file(path: Path, known: Mapping[str, Inks]) -> LogoFile:
    """Raises FaultError, in which the file is named."""
    try:
        data = _bytes(path)
        is_drawing = path.suffix.lower() == ".svg"
        mark: Drawing | Pixels = read_svg(data, known) if is_drawing else read_png(data)
        return LogoFile(path.name, mark, data)
    except LogoError as error:
        raise FaultError(error.code, **error.values, file=path.name) from None


def _bytes(path: Path) -> bytes:
    """The bytes of a file. Raises LogoError where it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise LogoError("logo-unreadable") from None
    if len(data) > MOST_BYTES:
        raise LogoError("logo-unreadable")
    return data


def read_png(data: bytes) -> Pixels:
    """The picture in a PNG file. Raises LogoError for any other, broken or enormous one."""
    try:
        with _strictly(), Image.open(BytesIO(data), formats=["PNG"]) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise LogoError("logo-unreadable")
            picture.load()
    except UNREADABLE:
        raise LogoError("logo-unreadable") from None
    return Pixels(width, height, data)


@contextmanager
def _strictly() -> Iterator[None]:
    """Let Pillow refuse half a picture while this lasts, where WeasyPrint has it take what there
    is; and raise for one too large, of which it would warn on the user's screen."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
