"""Text styles of master and layouts: what a text is set in where the slide says nothing."""

from dataclasses import dataclass
from itertools import islice

from planche.deck.look import BULLET, Look
from planche.deck.text import LARGEST_BULLET, NO_KERNING, SMALLEST_BULLET, hundredths
from planche.deck.xml import Element, el
from planche.units import Mm, Pt, mm_to_emu, pt_to_mm

LEVELS = 9
"""Levels of a list (ECMA-376-1, 21.1.2.4.13 and on)."""

INDENT = 1.3
"""Distance from a bullet's start to its text, in em."""

SPACE_BEFORE = 0.5
"""White over a paragraph, in em."""


@dataclass(frozen=True)
class TextStyle:
    """How a level of text is set."""

    role: str
    size: Pt
    colour: str = "ink"
    align: str = "l"
    margin: Mm = 0.0
    bullet: str | None = None


def level(look: Look, number: int, style: TextStyle) -> Element:
    """The properties of a level, counted from 1."""
    indent = INDENT * pt_to_mm(style.size) if style.bullet else 0.0
    made = el(
        f"a:lvl{number}pPr",
        el("a:lnSpc", el("a:spcPct", val=_line_spacing(look, style.role))),
        el("a:spcBef", el("a:spcPts", val=_space_before(style))),
        marL=mm_to_emu(style.margin + indent),
        indent=-mm_to_emu(indent),
        algn=style.align,
        defTabSz=914_400,
        rtl=False,
        eaLnBrk=True,
        latinLnBrk=False,
        hangingPunct=True,
    )
    for child in _bullet(look, style, first=number == 1):
        made.append(child)
    made.append(default_run(look, style))
    return made


def default_run(look: Look, style: TextStyle) -> Element:
    """What a run of a level is set in."""
    face = look.face_of(style.role)
    return el(
        "a:defRPr",
        look.fill(style.colour),
        look.latin(face),
        el("a:ea", typeface="+mn-ea"),
        el("a:cs", typeface="+mn-cs"),
        lang=look.language,
        sz=hundredths(style.size),
        b=face.bold,
        i=face.italic,
        kern=NO_KERNING,
    )


def _line_spacing(look: Look, role: str) -> int:
    """The role's leading as a share of what its face asks for, in thousandths of a percent."""
    share = look.theme.roles[role].leading / look.natural_leading(role)
    return round(share * 100) * 1_000


def _space_before(style: TextStyle) -> int:
    return hundredths(style.size * SPACE_BEFORE) if style.bullet else 0


def _bullet(look: Look, style: TextStyle, *, first: bool) -> list[Element]:
    """A disc as large as those of built slides; the first level's is larger."""
    if style.bullet is None:
        return [el("a:buNone")]
    shape = look.theme.proportions.list
    radius = shape.bullet if first else shape.small_bullet
    share = 2 * radius / look.bullet(look.face_of(style.role)).diameter
    share = min(LARGEST_BULLET, max(SMALLEST_BULLET, share))
    return [
        el("a:buClr", look.colour(style.bullet)),
        el("a:buSzPct", val=round(share * 100_000)),
        el("a:buFont", typeface="+mn-lt"),
        el("a:buChar", char=BULLET),
    ]


def title_style(look: Look) -> Element:
    """Titles: as large as those of figures."""
    size = look.grid.steps["figure-title"][0]
    return el("p:titleStyle", level(look, 1, TextStyle("figure-title", size)))


def body_style(look: Look, bullet: str) -> Element:
    """Points and, on every level under them, examples."""
    return el("p:bodyStyle", *body_levels(look, bullet))


def body_levels(look: Look, bullet: str) -> list[Element]:
    """The levels of a list of points whose bullets have a colour."""
    steps = look.grid.steps
    point = TextStyle("body", steps["body"][len(steps["body"]) // 2], bullet=bullet)
    levels = [level(look, 1, point)]
    margin = INDENT * pt_to_mm(point.size)
    for number in range(2, LEVELS + 1):
        size = steps["example"][-1]
        style = TextStyle("example", size, margin=margin, bullet=bullet)
        levels.append(level(look, number, style))
        margin += INDENT * pt_to_mm(size)
    return levels


def other_style(look: Look, tag: str, size: Pt | None = None) -> Element:
    """Text in shapes that are no placeholders, in tables and in notes."""
    style = TextStyle("body", size or look.grid.steps["example"][-1])
    levels = (level(look, number, style) for number in range(1, LEVELS + 1))
    if tag == "p:notesStyle":
        return el(tag, *levels)
    default = el("a:defPPr", el("a:defRPr", lang=look.language))
    return el(tag, default, *islice(levels, LEVELS))
