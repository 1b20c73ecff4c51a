"""The shipped set as slides, and what the tests of the deck share."""

import zipfile
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import yaml

from planche.deck import deck
from planche.decks import DeckPlan, contents_of
from planche.geometry.layout import slide_layout
from planche.geometry.parts import Page
from planche.model import PlateSet
from planche.strings import Strings, load_strings
from planche.text.faces import Face
from planche.theme import Theme
from planche.zipped import zipped
from tests.sets import kit

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "assets" / "fonts"


@dataclass(frozen=True)
class Setting:
    """Theme, faces and words."""

    theme: Theme
    faces: dict[str, Face]
    strings: Strings


@cache
def setting(language: str = "da") -> Setting:
    strings = load_strings(ROOT / "templates" / "strings", language)
    return Setting(kit().theme, dict(kit().faces), strings)


@cache
def shipped_set() -> PlateSet:
    text = (ROOT / "content" / "planchesaet.yaml").read_text(encoding="utf-8")
    return PlateSet.model_validate(yaml.safe_load(text))


def slides_of(plate_set: PlateSet) -> tuple[Page, ...]:
    given = setting()
    layout = slide_layout(plate_set, given.theme, given.strings, given.faces)
    assert not layout.faults
    return layout.pages


@cache
def shipped_pages() -> tuple[Page, ...]:
    return slides_of(shipped_set())


def plan_of(plate_set: PlateSet, pages: tuple[Page, ...]) -> DeckPlan:
    return DeckPlan("prove", plate_set.set.title, pages, contents=contents_of(plate_set))


def made(plate_set: PlateSet, pages: tuple[Page, ...]) -> bytes:
    given = setting()
    return deck(plan_of(plate_set, pages), plate_set, given.theme, given.faces, given.strings)


@cache
def shipped_deck() -> bytes:
    return made(shipped_set(), shipped_pages())


def small_set(**plates: object) -> PlateSet:
    return PlateSet.model_validate(
        {"set": {"title": "Prøve", "language": "da"}, "plates": plates["plates"]}
    )


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    return zipped(files.items())
