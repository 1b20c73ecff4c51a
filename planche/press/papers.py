"""Papers that go with press files: flowing A4 pages in the house's typeface, as PDF/UA-1.

Only plates are measured and placed line by line; a paper's pages are broken by WeasyPrint.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from planche.geometry.outlines import cap_size, ink_width, outline
from planche.geometry.parts import Area, Box, SignMark
from planche.model import Sign
from planche.pages.engine import SCENE, Engine, collecting_later
from planche.pages.environment import environment
from planche.pages.files import font_names
from planche.pages.finishing.finish import Known, finish
from planche.pages.look import Look, font_address
from planche.pages.scene import Shape, box_path, drawings
from planche.press.ticket import Outcome
from planche.press.wording import PressWords
from planche.text.markup import TO_DIGITS
from planche.units import Mm

SIGN_BOX = Box(0, 0, 10, 10)
"""What a sign is drawn in; the style sheet gives it its size."""

FIELD: Mm = 76
"""Height of the colour field on the first page."""

WIDTH: Mm = 210
"""Width of A4 (ISO 216)."""

NUMBER: Mm = 56
"""Height of the giant number in the field."""

OVER_EDGE: Mm = 9
"""How far the giant number is cropped by the right edge, as on the posters."""


KICKER_SIGN: Sign = "square"
"""The sign of the set as a whole, by the word over the title."""

MARKS: dict[Outcome, tuple[Sign, str, str, str]] = {
    "passed": ("disc", "{house}-deep", "M2.8 5.2L4.5 6.9L7.4 3.6", "white"),
    "warned": ("disc", "accent", "M5 2.6V5.7M5 7V7.3", "ink"),
    "failed": ("square", "ink", "M3 3L7 7M7 3L3 7", "white"),
}
"""How each verdict is marked: the form, its colour, the path of the mark in it and its colour."""


@dataclass(frozen=True)
class Paper:
    """A paper to be laid out: its HTML and the pictures it names, by their addresses."""

    html: str
    title: str
    author: str | None
    language: str
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def paper_pdf(paper: Paper, look: Look, engine: Engine) -> bytes:
    """A paper as PDF/UA-1; its running feet are artifacts.

    Raises RenderError where WeasyPrint warns of anything.
    """
    with collecting_later():
        document = engine.render(paper.html, {**look.font_files, **paper.pictures})
        document.metadata = type(document.metadata)(
            title=paper.title,
            authors=[paper.author] if paper.author else [],
            lang=paper.language,
        )
        return finish(engine.write(document), Known(names=font_names(look)))


def html(template: str, look: Look, **values: object) -> str:
    """A template of the papers, filled in; it knows colours, faces and their roles.

    `look.templates` is the folder of all templates. Lowered figures (`CO₂`) stand on the line,
    since the faces have none.
    """
    found = environment(look.templates).get_template(template)
    roles = look.theme.roles
    page = found.render(
        family=look.family,
        fonts={key: font_address(face) for key, face in look.faces.items()},
        display=roles["question"].face,
        strong=roles["foot-strong"].face,
        colour=look.colour,
        field_height=FIELD,
        checksum=checksum,
        css_text=css_text,
        **values,
    )
    return page.translate(TO_DIGITS)


def checksum(value: str) -> Markup:
    """A checksum in groups of eight that the eye can compare."""
    groups = [value[start : start + 8] for start in range(0, len(value), 8)]
    spans = Markup(" ").join(Markup("<span>{}</span>").format(group) for group in groups)
    return Markup('<span class="sum">{}</span>').format(spans)


def css_text(text: str) -> Markup:
    """A text as a string of a style sheet, where HTML's own escapes mean nothing."""
    return Markup('"{}"').format(Markup("".join(map(_css_character, text))))


def _css_character(character: str) -> str:
    safe = character.isalnum() or character in " .,:;–·-()/"
    return character if safe else f"\\{ord(character):x} "


def running_foot(text: str, words: PressWords) -> dict[str, object]:
    """What the foot of every page says: a text at the left, the page's number at the right."""
    before, rest = words.common.page.split("{number}")
    between, after = rest.split("{count}")
    return {"foot": text, "page_of": {"before": before, "between": between, "after": after}}


def sign_svg(sign: Sign, colour: str, look: Look) -> bytes:
    """An audience's sign in a colour of the theme."""
    return _svg(SIGN_BOX, (SignMark(sign, SIGN_BOX, colour),), look)


def field_svg(number: str, house: str, look: Look) -> bytes:
    """The colour field over a paper, a giant number in it cropped by the edge."""
    face = look.faces[look.theme.roles["number"].face]
    box = Box(0, 0, WIDTH, FIELD)
    size = cap_size(face, NUMBER)
    x = WIDTH + OVER_EDGE - ink_width(face, number, size)
    ghost = outline(face, number, size, x, FIELD - (FIELD - NUMBER) / 2, box, f"{house}-ghost")
    return _svg(box, (Area(box, f"{house}-deep"), ghost), look)


def field_pictures(number: int, house: str, look: Look) -> dict[str, bytes]:
    """The drawings of the first page's field by their addresses: the field, and the set's sign."""
    return {
        drawing("field"): field_svg(str(number), house, look),
        drawing("kicker"): sign_svg(KICKER_SIGN, "white", look),
    }


def verdict_svg(outcome: Outcome, house: str, look: Look) -> bytes:
    """The mark of a verdict: a form as well as a colour, for those who see no colours."""
    form, colour, mark, stroke = MARKS[outcome]
    shape = SignMark(form, SIGN_BOX, colour.format(house=house))
    template = environment(look.templates).get_template("press/verdict.svg")
    svg = template.render(
        box=SIGN_BOX,
        shapes=drawings((shape,)),
        mark=mark,
        stroke=look.colour(stroke),
        colour=look.colour,
    )
    return svg.encode("utf-8")


def _svg(box: Box, found: Iterable[Shape], look: Look) -> bytes:
    template = environment(look.templates).get_template("pages/scene.svg")
    svg = template.render(page=box, shapes=drawings(found), colour=look.colour, box_path=box_path)
    return svg.encode("utf-8")


def drawing(name: str) -> str:
    """The address of a drawing of ours; it exists in memory only."""
    return f"{SCENE}{name}"


def paragraphs(text: str) -> Markup:
    """A text whose lines stand under one another."""
    return Markup("<br>").join(text.strip().splitlines())
