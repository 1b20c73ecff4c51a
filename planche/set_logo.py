"""The set's logo as files and theme give it: read once a name, judged in its places."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TypeAlias

from planche.diagnostics import Fault, FaultError
from planche.geometry.logo import unfit
from planche.logo.ink import Inks
from planche.logo.mark import Logo, colours_without_inks, pictures_of_pixels
from planche.logo.reading import read_logo
from planche.model import SetInfo
from planche.theme import Theme

LogoReader: TypeAlias = Callable[[str], Logo]
"""Reads the logo of a name. Raises FaultError where there is none or it cannot be drawn."""


def logo_reader(folders: tuple[Path, ...], theme: Theme) -> LogoReader:
    """Reads from the first of some folders that has a file, each name once.

    A colour that is one of the theme's on screen is printed in that one's inks.
    """
    known: dict[str, Inks] = {}
    for colour in theme.colours.values():
        known.setdefault(colour.screen, colour.press)
    return cache(partial(read_logo, folders=folders, known=known))


def logo_faults(read: LogoReader, theme: Theme, name: str) -> tuple[Fault, ...]:
    """All that is wrong with the logo of a name."""
    try:
        return tuple(unfit(read(name), theme))
    except FaultError as error:
        return (error.fault,)


def unprintable(logo: Logo) -> tuple[Fault, ...]:
    """Why a logo cannot be printed in inks; empty where it can."""
    pixels, colours = pictures_of_pixels(logo), colours_without_inks(logo)
    faults = [Fault("logo-not-for-press", {"file": name}) for name in pixels]
    if colours:
        values = {"file": logo.positive.name, "colours": ", ".join(colours)}
        faults.append(Fault("logo-without-inks", values))
    return tuple(faults)


def logo_of(info: SetInfo, read: LogoReader) -> Logo | None:
    """The set's logo, which says whose it is; None where it has none."""
    if info.logo is None:
        return None
    logo = read(info.logo)
    return replace(logo, alt=info.publisher) if info.publisher else logo
