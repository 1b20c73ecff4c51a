"""Plate sets for the tests: the shipped one and those of tests/data, read and laid out once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from planche.geometry.layout import Layout, paper_layout, slide_layout
from planche.geometry.parts import Page
from planche.model import PlateSet
from planche.strings import load_strings
from planche.theme import PageFormat, SlideFormat
from planche.workshop import (
    DEFAULT_SOURCE,
    OFFICE,
    PAPER,
    TEMPLATES,
    Job,
    Kit,
    Prepared,
    load_kit,
    prepare,
)

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"

REFUSED = {
    "forty-bullets.yaml": {"too-much-text"},
    "long-words.yaml": {"title-word-too-wide", "word-too-wide", "too-much-text"},
}
"""Sets of tests/data that are sound but do not fit, and what may be said of them."""

SOUND = [path for path in sorted(DATA.glob("*.yaml")) if path.name not in REFUSED]
LAID_OUT = [DEFAULT_SOURCE, *SOUND]
MEDIA = ("paper", *OFFICE, "slides")
"""A3 posters, the formats for office printers, and slides."""


@cache
def kit() -> Kit:
    """The default theme with its faces."""
    found = load_kit("default")
    assert found.kit, [each.line("en") for each in found.diagnostics]
    return found.kit


@cache
def prepared(path: Path, theme: str | None = None) -> Prepared:
    """What a run finds in a file, in its own theme or another."""
    return prepare(path, path.name, theme)


def job(path: Path, theme: str | None = None) -> Job:
    """The job of a file that can be built."""
    found = prepared(path, theme)
    assert found.job, [each.line("en") for each in found.diagnostics]
    return found.job


@dataclass(frozen=True)
class Medium:
    """A set laid out in a medium: one of MEDIA."""

    name: str
    job: Job
    grid: PageFormat | SlideFormat
    pages: tuple[Page, ...]

    def plates(self) -> Iterator[tuple[str, list[Page]]]:
        """Each plate with its pages, in order."""
        for plate in self.job.plate_set.ids:
            yield plate, [page for page in self.pages if page.plate == plate]


def medium(path: Path, name: str, theme: str | None = None) -> Medium:
    """A file laid out in one of MEDIA."""
    found = job(path, theme)
    looks = found.kit.theme
    if name == "paper":
        return Medium(name, found, looks.formats[PAPER], found.paper.pages)
    if name in OFFICE:
        return Medium(name, found, looks.formats[name], found.office[name].pages)
    return Medium(name, found, looks.slide, found.slides.pages)


def format_of(name: str) -> str:
    """What the theme calls a medium of paper."""
    return PAPER if name == "paper" else name


def plate_set(*plates: dict[str, Any], **info: str) -> PlateSet:
    """A set of some plates; an audience `a` stands ready."""
    return PlateSet.model_validate(
        {
            "set": {"title": "Prøve", "language": "da", **info},
            "audiences": [{"id": "a", "name": "Alle", "sign": "disc", "colour": "borger"}],
            "plates": list(plates),
        }
    )


def layout(made: PlateSet, name: str) -> Layout:
    """A set laid out in one of MEDIA; faults are among what comes back."""
    strings = load_strings(TEMPLATES / "strings", made.set.language)
    if name != "slides":
        return paper_layout(made, kit().theme, strings, kit().faces, format_of(name))
    return slide_layout(made, kit().theme, strings, kit().faces)
