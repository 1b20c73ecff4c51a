"""The style of tables that somebody adds by hand: the theme's colours, hairlines between rows."""

from uuid import NAMESPACE_URL, uuid5

from planche.deck.look import Look
from planche.deck.xml import Element, el
from planche.units import mm_to_emu


def style_id(look: Look) -> str:
    """The style's id: made from the theme's name, so that it is the same every time."""
    return f"{{{str(uuid5(NAMESPACE_URL, f'planche:table-style:{look.theme.name}')).upper()}}}"


def table_styles(look: Look) -> Element:
    """The list of styles, with ours as the one that new tables take."""
    heads = f"{look.theme.house}-deep"
    style = el(
        "a:tblStyle",
        el("a:wholeTbl", _text(look, "ink"), _cells(_whole(look))),
        el("a:firstCol", el("a:tcTxStyle", b="on"), _cells()),
        el("a:firstRow", _text(look, "white", b="on"), _cells(fill=look.fill(heads))),
        styleId=style_id(look),
        styleName=look.theme.name,
    )
    return el("a:tblStyleLst", style, **{"def": style_id(look)})


def _text(look: Look, colour: str, b: str | None = None) -> Element:
    font = el("a:fontRef", el("a:prstClr", val="black"), idx="minor")
    return el("a:tcTxStyle", font, look.colour(colour), b=b)


def _cells(borders: tuple[Element, ...] = (), fill: Element | None = None) -> Element:
    painted = el("a:fill", fill) if fill is not None else None
    return el("a:tcStyle", el("a:tcBdr", *borders), painted)


def _whole(look: Look) -> tuple[Element, ...]:
    """Hairlines between rows and under the last, none at the sides."""
    return (
        _border("a:left", None),
        _border("a:right", None),
        _border("a:bottom", _hairline(look)),
        _border("a:insideH", _hairline(look)),
        _border("a:insideV", None),
    )


def _border(tag: str, line: Element | None) -> Element:
    return el(tag, line if line is not None else el("a:ln", el("a:noFill")))


def _hairline(look: Look) -> Element:
    width = mm_to_emu(look.theme.proportions.hairline)
    solid = el("a:prstDash", val="solid")
    fill = look.fill(f"{look.theme.house}-deep")
    return el("a:ln", fill, solid, w=width, cap="flat", cmpd="sng", algn="ctr")
