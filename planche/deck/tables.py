"""A table as a native one: its own fills, margins and hairlines over the theme's style."""

from collections.abc import Callable
from itertools import pairwise

from planche.deck.look import Look
from planche.deck.template.table_style import style_id
from planche.deck.text import Linker, simple, text_body
from planche.deck.xml import Element, el
from planche.geometry.bodies import TableBody
from planche.geometry.parts import Area, Box, TextBox
from planche.units import Mm, mm_to_emu

NEAR: Mm = 0.5
"""A rule this near to a row's edge is the edge's own."""


def table(look: Look, body: TableBody, link: Linker) -> Element:
    """The whole table with its row of heads."""
    style = el("a:tableStyleId", style_id(look))
    made = el("a:tbl", el("a:tblPr", style, firstRow=True, firstCol=True), _grid(body))
    for index, cells in enumerate((body.heads, *body.rows)):
        top, bottom = body.row_edges[index], body.row_edges[index + 1]
        row = el("a:tr", h=_span(top, bottom))
        for column, text in enumerate(cells):
            row.append(_cell(look, body, text, _cell_box(body, index, column), link))
        made.append(row)
    return made


def table_box(body: TableBody) -> Box:
    """The box of the whole table."""
    x, y = body.column_edges[0], body.row_edges[0]
    return Box(x, y, body.column_edges[-1] - x, body.row_edges[-1] - y)


def _span(start: Mm, end: Mm) -> int:
    return mm_to_emu(end) - mm_to_emu(start)


def _grid(body: TableBody) -> Element:
    edges = body.column_edges
    widths = [_span(left, right) for left, right in pairwise(edges)]
    return el("a:tblGrid", *(el("a:gridCol", w=width) for width in widths))


def _cell_box(body: TableBody, row: int, column: int) -> Box:
    x, y = body.column_edges[column], body.row_edges[row]
    return Box(x, y, body.column_edges[column + 1] - x, body.row_edges[row + 1] - y)


def _cell(look: Look, body: TableBody, text: TextBox, box: Box, link: Linker) -> Element:
    """A cell whose margins put the text where it stands.

    The lower one never makes the row higher than it is: rows grow to hold their text.
    """
    room = box.bottom - text.box.bottom
    margins = {
        "marL": text.box.x - box.x,
        "marR": box.right - text.box.right,
        "marT": text.box.y - box.y,
        "marB": min(body.padding, room),
    }
    properties = el(
        "a:tcPr",
        *_borders(look, body, box),
        _background(look, body, box),
        **{name: mm_to_emu(max(0.0, length)) for name, length in margins.items()},
        anchor="t",
    )
    return el("a:tc", text_body(look, [simple(text)], link, tag="a:txBody"), properties)


def _borders(look: Look, body: TableBody, box: Box) -> list[Element]:
    """The four edges: a hairline where a rule of the layout lies, else nothing at all."""
    over = _rule(body, box, box.y)
    under = _rule(body, box, box.bottom)
    return [
        el("a:lnL", el("a:noFill"), w=0),
        el("a:lnR", el("a:noFill"), w=0),
        _border(look, "a:lnT", over),
        _border(look, "a:lnB", under),
    ]


def _border(look: Look, tag: str, rule: Area | None) -> Element:
    if rule is None:
        return el(tag, el("a:noFill"), w=0)
    solid = el("a:prstDash", val="solid")
    width = mm_to_emu(rule.box.height)
    return el(tag, look.fill(rule.fill), solid, w=width, cap="flat", cmpd="sng", algn="ctr")


def _rule(body: TableBody, box: Box, y: Mm) -> Area | None:
    return _first(
        body.rules,
        lambda rule: (
            abs(rule.y + rule.height / 2 - y) < NEAR
            and rule.x < box.right - NEAR
            and rule.right > box.x + NEAR
        ),
    )


def _background(look: Look, body: TableBody, box: Box) -> Element:
    middle = box.x + box.width / 2
    area = _first(body.columns, lambda column: column.x <= middle <= column.right)
    return look.fill(area.fill) if area else el("a:noFill")


def _first(areas: tuple[Area, ...], fits: Callable[[Box], bool]) -> Area | None:
    return next((area for area in areas if fits(area.box)), None)
