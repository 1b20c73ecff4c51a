"""Logos for the tests: one of our own, and files made on the spot."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from planche.logo.ink import Inks
from planche.logo.mark import Logo
from planche.logo.reading import read_logo
from tests.sets import DATA, kit

LOGOS = DATA / "logo"
SHIELD, SUN, WAVES, NAME = "#B4152B", "#F5B83D", "#0E4A5A", "#14202B"
"""The colours of logo.svg; the last three are the theme's."""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{}</svg>'


def svg(inside: str) -> bytes:
    return SVG.format(inside).encode()


def png(width: int, height: int, colour: str = SHIELD) -> bytes:
    written = BytesIO()
    Image.new("RGB", (width, height), colour).save(written, "PNG")
    return written.getvalue()


def known() -> dict[str, Inks]:
    return {each.screen: each.press for each in kit().theme.colours.values()}


def logo(name: str = "logo.svg", folder: Path = LOGOS) -> Logo:
    return replace(read_logo(name, (folder,), known()), alt="Prøve Kommune")


def set_with(folder: Path, name: str) -> Path:
    """A small set whose logo is a file of a name."""
    path = folder / "set.yaml"
    source = (DATA / "one-bullet.yaml").read_text(encoding="utf-8")
    path.write_text(source.replace("set:\n", f"set:\n  logo: {name}\n"), encoding="utf-8")
    return path
