"""Layouts and files of posters for the tests of `planche.pages`."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from planche.geometry.layout import paper_layout
from planche.geometry.parts import Page
from planche.model import PlateSet
from planche.pages.document import Sheet, html_of, scene_address, scene_svg
from planche.pages.engine import Engine, start
from planche.pages.files import FONT_NAME, posters
from planche.pages.finishing.finish import Known, finish
from planche.pages.look import Look
from planche.strings import load_strings
from tests.sets import kit

ROOT = Path(__file__).resolve().parents[2]

SMALL: dict[str, Any] = {
    "set": {"title": "Prøve & sæt", "language": "da", "publisher": "By <Nord>"},
    "audiences": [{"id": "borger", "name": "Borger", "sign": "disc", "colour": "borger"}],
    "plates": [
        {"contents": "Indhold"},
        {
            "question": 1,
            "title": "Hvad er <b>CO₂</b>?",
            "audience": "borger",
            "points": ["Det er {{ x }} & {% raw %} (se spørgsmål 2).", "Ét *fremhævet* ord."],
        },
        {"question": 2, "title": "Hvorfor?", "points": ["url(file:///etc/hostname) ¶ “citat”"]},
    ],
}
"""A set with everything that HTML, CSS and the templates could trip over."""


@cache
def look() -> Look:
    return Look(kit().theme, kit().faces, ROOT / "templates" / "pages")


@cache
def engine() -> Engine:
    return start()


def laid_out(plate_set: PlateSet) -> tuple[Page, ...]:
    strings = load_strings(ROOT / "templates" / "strings", plate_set.set.language)
    layout = paper_layout(plate_set, look().theme, strings, look().faces, "a3")
    assert not layout.faults
    return layout.pages


@cache
def real_set() -> PlateSet:
    text = (ROOT / "content" / "planchesaet.yaml").read_text(encoding="utf-8")
    known = {key: value for key, value in yaml.safe_load(text).items() if key in FIELDS}
    return PlateSet.model_validate(known)


FIELDS = set(PlateSet.model_fields)


@cache
def real_pages() -> tuple[Page, ...]:
    return laid_out(real_set())


@cache
def real_files() -> dict[str, bytes]:
    return posters(real_pages(), real_set(), look(), engine=engine())


def small_set(**info: str) -> PlateSet:
    return PlateSet.model_validate(SMALL | {"set": SMALL["set"] | info})


def small_files(plate_set: PlateSet) -> dict[str, bytes]:
    return posters(laid_out(plate_set), plate_set, look(), engine=engine())


def page_of(plate: str) -> Page:
    return next(page for page in real_pages() if page.plate == plate)


def tampered(page: Page, old: str, new: str) -> bytes:
    """The PDF of a page whose HTML was changed behind the layout's back."""
    sheet = Sheet(page, frozenset())
    html = html_of([sheet], real_set().set, look())
    assert old in html
    files = {**look().font_files, scene_address(page): scene_svg(page, look())}
    document = engine().render(html.replace(old, new, 1), files)
    faces = look().faces.items()
    names = {f"planche-default-{key}": face.font.face.get_name(FONT_NAME) for key, face in faces}
    return finish(engine().write(document), Known(names=names))


def styled(page: Page, css: str) -> bytes:
    """The PDF of a page with a rule more in its style sheet."""
    return tampered(page, "</style>", f"{css}</style>")
