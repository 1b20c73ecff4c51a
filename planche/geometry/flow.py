"""Points as a flow of blocks, measured and then placed one under the other.

A block is a text with what it hangs on: nothing (the lead), a bullet, or a card. Gaps
between blocks are shares of one gap, so that a flow stretches evenly.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeAlias

from planche.geometry.baseline import baseline, to_grid
from planche.geometry.board import AnyBoard, Subject
from planche.geometry.bodies import Item, QuestionBody
from planche.geometry.parts import Area, Box, Disc, TextBox
from planche.geometry.typesetter import Ink, Typesetter
from planche.model import Point
from planche.proportions import ListProportions
from planche.units import Mm, Pt, pt_to_mm

Form: TypeAlias = Literal["lead", "point", "card", "sub"]


GAP_BEFORE: dict[tuple[Form, Form], float] = {
    ("lead", "point"): 1.25,
    ("lead", "card"): 1.1,
    ("lead", "sub"): 1.0,
    ("point", "point"): 1.0,
    ("point", "card"): 0.5,
    ("point", "sub"): 0.45,
    ("card", "card"): 0.42,
    ("card", "point"): 1.1,
    ("sub", "sub"): 0.45,
    ("sub", "point"): 1.0,
}
"""How much of the flow's gap stands between one form and the next."""


ON_GRID: tuple[Form, ...] = ("lead", "point")
"""The forms that start on the baseline grid; what hangs on them keeps its own rhythm."""


@dataclass(frozen=True)
class Sizes:
    """The sizes of a flow; `lead` is None where no point stands alone."""

    body: Pt
    example: Pt
    lead: Pt | None
    cards: bool


@dataclass(frozen=True)
class ListStyle:
    """How points are drawn: their proportions, and the padding of a card at its sides."""

    proportions: ListProportions
    padding: Mm


def list_style(board: AnyBoard) -> ListStyle:
    """How points are drawn on a board."""
    return ListStyle(board.proportions.list, board.grid.padding)


@dataclass(frozen=True)
class Shades:
    """The tokens of points: bullets and bars, cards, and the page they lie on."""

    mark: str
    card: str
    paper: str


def shades_of(subject: Subject) -> Shades:
    """The tokens of a plate's points."""
    return Shades(subject.shade("deep"), subject.shade(subject.dress.card), subject.dress.paper)


@dataclass(frozen=True)
class Block:
    """One measured block: `x` and `width` are its text's, `lines` how many it takes."""

    text: str
    form: Form
    role: str
    size: Pt
    x: Mm
    width: Mm
    lines: int
    text_height: Mm
    height: Mm


@dataclass(frozen=True)
class Flow:
    """Measured blocks in reading order, in a column."""

    blocks: tuple[Block, ...]
    x: Mm
    width: Mm
    style: ListStyle

    def weights(self) -> tuple[float, ...]:
        """The share of the gap before each block but the first."""
        forms = [block.form for block in self.blocks]
        return tuple(GAP_BEFORE[pair] for pair in pairwise(forms))

    @property
    def is_points_only(self) -> bool:
        """Whether points follow points and nothing hangs on them: their gaps are seen as one."""
        forms = [block.form for block in self.blocks]
        return ("point", "point") in pairwise(forms) and {*forms} <= {"lead", "point"}

    def height(self, gap: Mm) -> Mm:
        """Height of the whole flow at a gap."""
        return sum(block.height for block in self.blocks) + gap * sum(self.weights())

    def lines(self) -> int:
        """Lines of text in all blocks."""
        return sum(block.lines for block in self.blocks)


def lead_stands_alone(points: Sequence[Point]) -> bool:
    """Whether the first point is one sentence, so that it can be the lead."""
    first = points[0].text.rstrip()
    has_more = len(points) > 1 or bool(points[0].points)
    return has_more and not any(f"{stop} " in first for stop in ".?!")


def measured(
    setter: Typesetter, points: Sequence[Point], sizes: Sizes, column: Box, style: ListStyle
) -> Flow | None:
    """The flow of some points at some sizes; None where a word is wider than its measure."""
    blocks: list[Block | None] = []
    for index, point in enumerate(points):
        is_lead = index == 0 and sizes.lead is not None
        blocks.append(
            _block(setter, point.text, "lead" if is_lead else "point", sizes, column, style)
        )
        form: Form = "card" if sizes.cards else "sub"
        under_lead = is_lead
        blocks += [
            _block(setter, text, form, sizes, column, style, under_lead) for text in point.points
        ]
    found = tuple(block for block in blocks if block is not None)
    if len(found) < len(blocks):
        return None
    return Flow(found, column.x, column.width, style)


def _block(
    setter: Typesetter,
    text: str,
    form: Form,
    sizes: Sizes,
    column: Box,
    style: ListStyle,
    under_lead: bool = False,
) -> Block | None:
    role, size, x = _setting(form, sizes, column, style, under_lead)
    right = column.right - (style.padding if form == "card" else 0)
    width = right - x
    lines = setter.count(text, role, size, width)
    if lines is None:
        return None
    height = lines * setter.line_height(role, size)
    outer = height + (2 * style.padding * style.proportions.card_down if form == "card" else 0)
    return Block(text, form, role, size, x, width, lines, height, outer)


def _setting(
    form: Form, sizes: Sizes, column: Box, style: ListStyle, under_lead: bool
) -> tuple[str, Pt, Mm]:
    shape = style.proportions
    indent = shape.indent * pt_to_mm(sizes.body) if not under_lead else 0.0
    if form == "lead" and sizes.lead is not None:
        return "lead", sizes.lead, column.x
    if form == "point":
        return "body", sizes.body, column.x + shape.indent * pt_to_mm(sizes.body)
    if form == "card":
        return "example", sizes.example, column.x + indent + style.padding
    return "example", sizes.example, column.x + indent + shape.indent * pt_to_mm(sizes.example)


def flush(setter: Typesetter, flow: Flow) -> Flow:
    """The flow with its cards moved to its left edge where no bullet stands above them."""
    if any(block.form == "point" for block in flow.blocks):
        return flow
    blocks = []
    for block in flow.blocks:
        if block.form != "card":
            blocks.append(block)
            continue
        x = flow.x + flow.style.padding
        width = flow.x + flow.width - flow.style.padding - x
        lines = setter.count(block.text, block.role, block.size, width) or block.lines
        height = lines * setter.line_height(block.role, block.size)
        outer = block.height - block.text_height + height
        blocks.append(
            replace(block, x=x, width=width, lines=lines, text_height=height, height=outer)
        )
    return replace(flow, blocks=tuple(blocks))


def placed(
    setter: Typesetter, flow: Flow, top: Mm, gap: Mm, shades: Shades, grid: Mm = 0.0
) -> QuestionBody:
    """The flow set from a top with a gap.

    Lead and points start on the lines of a baseline grid, where there is one.
    """
    lead: TextBox | None = None
    items: list[Item] = []
    y, shift = top, 0.0
    for block, weight in zip(flow.blocks, (0.0, *flow.weights()), strict=True):
        y += gap * weight
        if block.form in ON_GRID:
            shift = to_grid(setter.first_baseline(block.role, block.size) + y, grid)
        item = _item(setter, flow, block, y + shift, shades)
        if block.form == "lead":
            lead = item.text
        elif block.form == "point" or not items or _is_sub(items[-1]):
            items.append(item)
        else:
            items[-1] = replace(items[-1], items=(*items[-1].items, item))
        y += block.height
    return QuestionBody(lead, tuple(items))


def _is_sub(item: Item) -> bool:
    return item.text.role == "example"


def _item(setter: Typesetter, flow: Flow, block: Block, y: Mm, shades: Shades) -> Item:
    down = (block.height - block.text_height) / 2
    ground = shades.card if block.form == "card" else shades.paper
    text = setter.place(
        block.text,
        block.role,
        block.size,
        Box(block.x, y + down, block.width, 0),
        Ink("ink", ground),
    )
    if block.form == "card":
        left = block.x - flow.style.padding
        box = Box(left, y, flow.x + flow.width - left, block.height)
        bar = Area(
            Box(left, y, flow.style.padding * flow.style.proportions.bar, block.height), shades.mark
        )
        return Item(text, card=Area(box, shades.card), bar=bar)
    if block.form == "lead":
        return Item(text)
    return Item(text, bullet=_bullet(setter, flow.style.proportions, block, text, shades.mark))


def _bullet(
    setter: Typesetter, shape: ListProportions, block: Block, text: TextBox, fill: str
) -> Disc:
    em = pt_to_mm(block.size)
    face = setter.faces[text.face]
    radius = (shape.bullet if block.form == "point" else shape.small_bullet) * em
    middle = baseline(text, face) - face.cap_height * em / 2
    return Disc(block.x - shape.indent * em + radius, middle, radius, fill)
