"""The pages of the gallery from their templates, with style, script and what the script reads."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from planche.gallery.cards import PAPERS
from planche.gallery.setting import Setting
from planche.gallery.views import Card, DeckView, Download, Group, RunView
from planche.geometry.parts import Box, SignMark
from planche.model import Sign
from planche.pages.signs import sign_path
from planche.slug import slug
from planche.templating import new_environment
from planche.text.faces import Face
from planche.texts.html import body_html
from planche.texts.reader import Told

SIGN_SIZE = 16
"""Side of the square that a sign is drawn in, in units of its own."""

ARIAL = {400: 0.4357, 700: 0.4663}
"""Mean advance of running text in Arial and Arial Bold, in em (of Liberation Sans, which has the
same widths): what stands until the typeface is there is scaled to it, so that no line moves."""


@dataclass(frozen=True)
class Cut:
    """A face that pages are set in: what its file is called, what CSS calls it by, the face."""

    name: str
    weight: int
    style: str
    face: Face


@dataclass(frozen=True)
class Shown:
    """Everything that the pages show."""

    groups: tuple[Group, ...]
    decks: tuple[DeckView, ...]
    extras: tuple[Download, ...]
    runs: tuple[RunView, ...]
    whole: tuple[Download, ...]
    """All plates in one file, on each paper."""
    whole_deck: Download | None
    """The deck that a selection's slides are taken from."""
    contents: str | None
    """The plate that lists the others."""
    conformance: str
    """The path of the page that says how accessible the files are."""

    @property
    def cards(self) -> tuple[Card, ...]:
        """All plates as the list shows them."""
        return tuple(card for group in self.groups for card in group.cards)


def index_html(setting: Setting, shown: Shown, templates: Path) -> str:
    """The page for everyone."""
    template = _environment(templates / "gallery").get_template("index.html")
    return template.render(shown=shown, **_common(setting, shown, ""))


def plate_html(
    setting: Setting, shown: Shown, cards: Sequence[Card], at: int, templates: Path
) -> str:
    """The page of a plate, the one at a position in the order of the set."""
    card = cards[at]
    told = setting.reader.plates[card.plate]
    leads = {each.plate: f"{each.plate}.html" for each in cards}
    template = _environment(templates / "gallery").get_template("plate.html")
    return template.render(
        card=card,
        told=told,
        text=body_html(told, setting.reader, templates / "text", leads.get),
        previous=cards[at - 1] if at else None,
        following=cards[at + 1] if at + 1 < len(cards) else None,
        **_common(setting, shown, "../"),
    )


def cuts_of(setting: Setting, templates: Path) -> tuple[Cut, ...]:
    """The faces of running text, strong text and headings; of emphasis where any is shown."""
    faces, roles = setting.job.kit.faces, setting.job.kit.theme.roles
    text, title = roles["body"], roles["question"]
    cuts = (
        Cut("text", 400, "normal", faces[text.face]),
        Cut("strong", 700, "normal", faces[text.strong]),
        Cut("display", 800, "normal", faces[title.face]),
    )
    emphasised = any("<em>" in _body(setting, told, templates) for told in setting.plates)
    emphasis = Cut("emphasis", 400, "italic", faces[text.emphasis])
    return (*cuts, emphasis) if emphasised else cuts


def style_css(setting: Setting, cuts: Sequence[Cut], templates: Path) -> str:
    """The style sheet: the theme's colours and faces."""
    template = _environment(templates / "gallery").get_template("gallery.css")
    theme = setting.job.kit.theme
    return template.render(
        colour=lambda token: theme.colours[token].screen,
        families=theme.families,
        house=theme.house,
        cuts=cuts,
        stand_ins=[
            (cut.weight, cut.face.average / ARIAL[cut.weight], cut.face.ascent, cut.face.descent)
            for cut in cuts
            if cut.weight in ARIAL and cut.style == "normal"
        ],
    )


def script_js(templates: Path) -> str:
    """The script: each of its parts is closed in itself."""
    return _joined(templates / "gallery" / "js")


def deck_js(templates: Path) -> str:
    """What makes a deck of a selection, fetched when one is asked for."""
    return _joined(templates / "gallery" / "js" / "deck")


def _joined(folder: Path) -> str:
    parts = sorted(folder.glob("*.js"))
    return "".join(part.read_text(encoding="utf-8") for part in parts)


def plates_js(setting: Setting, cards: Sequence[Card], templates: Path) -> str:
    """The words of each plate, its files and its slides: what search and selections need, fetched
    when either begins. It is a script, since a page opened from a folder may read no other file."""
    found = {}
    for card in cards:
        told = setting.reader.plates[card.plate]
        body = _body(setting, told, templates).striptags()
        text = " ".join(each for each in (told.kicker, told.alternative, body) if each)
        files = {kind: _file(file) for kind, file in card.files.items()}
        found[card.plate] = {
            "kicker": card.kicker,
            "title": card.title,
            "text": text,
            "files": files,
            "deck": _file(card.deck) if card.deck else None,
            "slides": card.slides,
        }
    return f"galleryPlates({json.dumps(found, ensure_ascii=False, indent=0)});\n"


def _file(file: Download) -> dict[str, str]:
    return {"path": file.path, "type": file.type, "size": file.size}


def _body(setting: Setting, told: Told, templates: Path) -> Markup:
    """What a plate says, its links being text."""
    return body_html(told, setting.reader, templates / "text", lambda _: None)


def sign_d(sign: Sign) -> str:
    """A sign as the `d` of an SVG path in a square of SIGN_SIZE."""
    return sign_path(SignMark(sign, Box(0, 0, SIGN_SIZE, SIGN_SIZE), ""))


def _common(setting: Setting, shown: Shown, root: str) -> dict[str, object]:
    """What every page needs; `root` leads from the page to the output."""
    job = setting.job
    signs = {each.id: sign_d(each.sign) for each in job.plate_set.audiences}
    return {
        "info": job.plate_set.set,
        "audiences": job.plate_set.audiences,
        "signs": signs,
        "house": job.kit.theme.house,
        "words": setting.wording,
        "news": setting.news,
        "conformance": shown.conformance,
        "titles": {told.plate: told.title for told in setting.plates},
        "root": root,
        "papers": PAPERS,
        "stem": slug(job.plate_set.set.title),
    }


@lru_cache(maxsize=8)
def _environment(folder: Path) -> Environment:
    made = new_environment(folder)
    made.globals["sign_size"] = SIGN_SIZE
    return made
