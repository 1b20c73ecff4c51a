"""The theme part: colours, fonts, and the plainest fills and lines the format asks for."""

from planche.deck.look import ACCENTS, BODY_ROLE, TITLE_ROLE, Look
from planche.deck.xml import Element, el

MOST_CUSTOM_COLOURS = 50
"""The colour picker shows no more."""

LINE_WIDTHS = (6_350, 12_700, 19_050)
"""Half a point, one, one and a half, in EMU: thin, middle and thick (ECMA-376-1, 20.1.4.1.21)."""


def theme_part(look: Look, name: str) -> Element:
    """The whole theme; the notes have one of the same kind with a name of its own."""
    elements = el("a:themeElements", _colours(look, name), _fonts(look, name), _formats(name))
    return el(
        "a:theme",
        elements,
        el("a:objectDefaults"),
        el("a:extraClrSchemeLst"),
        _custom_colours(look),
        name=name,
    )


def _colours(look: Look, name: str) -> Element:
    """The scheme: links wear the house's colour, which is legible on paper and on tints."""
    house = look.theme.house
    values = {"dk1": "ink", "lt1": "paper", "dk2": f"{house}-deep", "lt2": f"{house}-tint"}
    families = look.theme.families
    for index in range(ACCENTS):
        values[f"accent{index + 1}"] = f"{families[index % len(families)]}-deep"
    values |= {"hlink": f"{house}-deep", "folHlink": f"{house}-deep-3"}
    colours = (el(f"a:{key}", _rgb(look, token)) for key, token in values.items())
    return el("a:clrScheme", *colours, name=name)


def _rgb(look: Look, token: str) -> Element:
    return el("a:srgbClr", val=look.rgb(token))


def _fonts(look: Look, name: str) -> Element:
    return el(
        "a:fontScheme",
        _font("a:majorFont", look.typeface(look.face_of(TITLE_ROLE))),
        _font("a:minorFont", look.typeface(look.face_of(BODY_ROLE))),
        name=name,
    )


def _font(tag: str, latin: Element) -> Element:
    return el(
        tag,
        latin,
        el("a:ea", typeface=""),
        el("a:cs", typeface=""),
    )


def _formats(name: str) -> Element:
    """Three of each kind, all flat."""
    return el(
        "a:fmtScheme",
        el("a:fillStyleLst", *(_placed_fill() for _ in LINE_WIDTHS)),
        el("a:lnStyleLst", *(_line(width) for width in LINE_WIDTHS)),
        el("a:effectStyleLst", *(el("a:effectStyle", el("a:effectLst")) for _ in LINE_WIDTHS)),
        el("a:bgFillStyleLst", *(_placed_fill() for _ in LINE_WIDTHS)),
        name=name,
    )


def _placed_fill() -> Element:
    return el("a:solidFill", el("a:schemeClr", val="phClr"))


def _line(width: int) -> Element:
    dash = el("a:prstDash", val="solid")
    return el("a:ln", _placed_fill(), dash, w=width, cap="flat", cmpd="sng", algn="ctr")


def _custom_colours(look: Look) -> Element:
    """Every token by name, so that the editor finds the tints in the colour picker."""
    tokens = list(look.theme.colours)[:MOST_CUSTOM_COLOURS]
    swatches = (el("a:custClr", _rgb(look, token), name=token) for token in tokens)
    return el("a:custClrLst", *swatches)
