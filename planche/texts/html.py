"""A plate as semantic HTML: a fragment that any page can hold, and a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from jinja2 import Environment
from markupsafe import Markup

from planche.geometry.parts import Box, SignMark
from planche.model import Audience
from planche.pages.signs import sign_path
from planche.templating import new_environment
from planche.text.faces import FAMILY_NAME, Face
from planche.texts.reader import Reader, Told
from planche.theme import Theme

SIGN_SIZE = 16
"""Side of the square that an audience's sign is drawn in, in units of its own."""

FOLDER = "text"
"""Where the text edition stands in the output."""

PLATE, BODY, PAGE = "plate.html", "body.html", "page.html"
"""The templates of a plate, of it without its heading, and of the page around it."""

Leads: TypeAlias = Callable[[str], str | None]
"""Where a link to a plate leads, by the plate's id; None where it leads nowhere."""


Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Texts and their grounds, as tokens."""


def _light(family: str) -> Pairs:
    return (("ink", "paper"), (f"{family}-deep", "paper"), ("ink", f"{family}-tint"))


def _dark(family: str) -> Pairs:
    return (("paper", "ink"), (f"{family}-tint-2", "ink"), ("white", f"{family}-deep-3"))


COLOURS_OF_PAGES: dict[str, Callable[[str], Pairs]] = {"text": _light, "text-dark": _dark}
"""What `page.css` sets in which colours for a family, in light and in dark."""


@dataclass(frozen=True)
class Style:
    """What pages of text are made with: the folder of templates, the theme, its plain face."""

    templates: Path
    theme: Theme
    face: Face

    def colour(self, token: str) -> str:
        """The colour of a token of the theme for screens."""
        return self.theme.colours[token].screen

    @property
    def family(self) -> str:
        """The family name of the theme's plain face."""
        return str(self.face.font.face.get_name(FAMILY_NAME))


def stem(told: Told) -> str:
    """What the files of a plate are called, without their ending."""
    return f"{told.number:02d}-{told.plate}"


def plate_html(told: Told, reader: Reader, templates: Path, leads: Leads, level: int = 1) -> Markup:
    """A plate as an `article` whose heading is of a level; links to plates that `leads` does
    not know stay text."""
    return _rendered(PLATE, told, reader, templates, leads, level)


def body_html(told: Told, reader: Reader, templates: Path, leads: Leads, level: int = 1) -> Markup:
    """What a plate says under its heading, whose level is given, for a page that has it already."""
    return _rendered(BODY, told, reader, templates, leads, level)


def _rendered(
    name: str, told: Told, reader: Reader, templates: Path, leads: Leads, level: int
) -> Markup:
    html = (
        _environment(templates)
        .get_template(name)
        .render(
            plate=told,
            level=level,
            words=reader.strings.text,
            leads=leads,
            sign=_sign(told.audience) if told.audience else None,
        )
    )
    return Markup(html)


def page_html(told: Told, reader: Reader, style: Style, leads: Leads) -> str:
    """The page that holds a plate alone."""
    info = reader.plate_set.set
    plates = list(reader.plates.values())
    at = told.number - 1
    neighbours = [
        (word, leads(other.plate), other)
        for word, others in (
            ("previous", plates[:at][-1:]),
            ("next", plates[at + 1 :][:1]),
        )
        for other in others
    ]
    family = told.audience.colour if told.audience else style.theme.house
    template = _environment(style.templates).get_template(PAGE)
    return template.render(
        info=info,
        title=f"{told.title} – {info.title}" if told.title != info.title else info.title,
        plate=plate_html(told, reader, style.templates, leads),
        neighbours=neighbours,
        position=reader.strings.position.format(number=told.number, count=len(plates)),
        words=reader.strings.text,
        family=family,
        face=style.family,
        colour=style.colour,
    )


def _sign(audience: Audience) -> str:
    """An audience's sign as the `d` of an SVG path."""
    return sign_path(SignMark(audience.sign, Box(0, 0, SIGN_SIZE, SIGN_SIZE), ""))


@lru_cache(maxsize=8)
def _environment(folder: Path) -> Environment:
    made = new_environment(folder)
    made.globals["sign_size"] = SIGN_SIZE
    made.filters["kind"] = lambda block: type(block).__name__
    return made
