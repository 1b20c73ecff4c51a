"""Where the placeholders of master and layouts stand, from the theme's slide format.

The layout of each slide gives every text its own place; these are where the text of a
slide that somebody adds by hand will stand, so they follow the same grid.
"""

from dataclasses import dataclass

from planche.geometry.parts import Area, Box, Disc
from planche.proportions import Proportions
from planche.theme import SlideFormat
from planche.units import Mm, pt_to_mm

TITLE_HEIGHT: Mm = 24
LINE = 1.2
COLUMN_TOP = 1.35

CARDS, CARD_LINES, DISCS = 2, 2, 3
"""Cards under points and lines of text on each, and discs of statements."""


@dataclass(frozen=True)
class FootSlots:
    """The hairline of a foot, and where footer and slide number stand under it."""

    rule: Box
    foot: Box
    number: Box


def foot_slots(grid: SlideFormat, shape: Proportions, left: Mm) -> FootSlots:
    """The foot's places from a left edge to the right margin."""
    right = grid.width - grid.margin
    top = grid.height - grid.foot + grid.rule_down
    height = LINE * pt_to_mm(grid.steps["foot"][-1])
    y = top + grid.text_down
    return FootSlots(
        Box(left, top, right - left, shape.foot.rule),
        Box(left, y, (right - left) * shape.slide.series, height),
        Box(right - shape.slide.number, y, shape.slide.number, height),
    )


def panel(grid: SlideFormat, fill: str) -> Area:
    """The colour panel at the left."""
    return Area(Box(0, 0, grid.panel, grid.height), fill)


def band(grid: SlideFormat, share: float, fill: str) -> Area:
    """A colour band across the top, as high as a share of the slide."""
    return Area(Box(0, 0, grid.width, grid.height * share), fill)


def title_in_band(grid: SlideFormat, band: Box, share: float) -> Box:
    """The title's place at the foot of a band, as wide as a share of the slide."""
    height = LINE * pt_to_mm(grid.steps["figure-title"][0])
    return Box(grid.margin, band.bottom - grid.gap - height, grid.width * share, height)


def beside_panel(grid: SlideFormat) -> Mm:
    """Where what stands beside the panel starts."""
    return grid.panel + 2 * grid.gap


def title_in_panel(grid: SlideFormat) -> Box:
    """The title's place in the panel, under the kicker."""
    y = grid.top + under_kicker(grid)
    return Box(grid.margin, y, grid.panel - grid.margin - grid.gap, grid.height / 2 - y)


def under_kicker(grid: SlideFormat) -> Mm:
    """Height of a kicker with the white under it."""
    return pt_to_mm(grid.steps["kicker"][-1]) * 2


def title_on_top(grid: SlideFormat) -> Box:
    """The title's place over a figure."""
    y = grid.top + under_kicker(grid)
    return Box(grid.margin, y, grid.width - 2 * grid.margin, TITLE_HEIGHT)


def under_title(grid: SlideFormat) -> Box:
    """What is left under the title."""
    top = title_on_top(grid).bottom + grid.gap
    return Box(grid.margin, top, grid.width - 2 * grid.margin, grid.height - grid.foot - top)


def column(grid: SlideFormat) -> Box:
    """The column beside the panel; it starts a little under the panel's kicker."""
    left = beside_panel(grid)
    top = grid.top * COLUMN_TOP
    width = min(grid.column, grid.width - grid.margin - left)
    return Box(left, top, width, grid.height - grid.foot - top)


def cover_title(grid: SlideFormat) -> Box:
    """The title's place on a cover."""
    return Box(grid.margin, 2 * grid.top, grid.width - 2 * grid.margin, grid.height * 0.3)


def cover_text(grid: SlideFormat) -> Box:
    """The subtitle's place on a cover."""
    title = cover_title(grid)
    return Box(grid.margin, title.bottom + grid.gap, title.width, grid.height * 0.2)


def kicker(grid: SlideFormat, width: Mm) -> Box:
    """The place of the line over a title."""
    return Box(grid.margin, grid.top, width, LINE * pt_to_mm(grid.steps["kicker"][-1]))


def across(grid: SlideFormat) -> Mm:
    """Width between the margins."""
    return grid.width - 2 * grid.margin


def section_title(grid: SlideFormat) -> Box:
    """The place of a section's title, whose last line stands on the middle of the slide."""
    return Box(grid.margin, 2 * grid.top, across(grid), grid.height / 2 - 2 * grid.top)


def section_text(grid: SlideFormat) -> Box:
    """The place of the line under a section's title."""
    return Box(grid.margin, grid.height / 2 + grid.gap, across(grid), grid.height * 0.2)


def closing_text(grid: SlideFormat) -> Box:
    """The place of the last words, over the foot."""
    height = grid.height * 0.2
    y = grid.height - grid.foot - height
    return Box(grid.margin, y, across(grid), height)


def points_over_cards(grid: SlideFormat) -> tuple[Box, tuple[Box, ...]]:
    """The column parted: points, and under them cards of two lines each."""
    whole = column(grid)
    height = CARD_LINES * LINE * pt_to_mm(grid.steps["example"][0]) + 2 * grid.padding
    first = whole.bottom - CARDS * height - (CARDS - 1) * grid.padding
    cards = tuple(
        Box(whole.x, first + index * (height + grid.padding), whole.width, height)
        for index in range(CARDS)
    )
    return Box(whole.x, whole.y, whole.width, first - grid.gap - whole.y), cards


def discs(grid: SlideFormat, shape: Proportions, family: str) -> tuple[Disc, ...]:
    """Discs in a row, the middle one over a part of the others, as large as the slide allows."""
    top = title_on_top(grid).bottom + shape.statements.under_title * grid.margin
    room = Box(grid.margin, top, across(grid), grid.height - grid.foot - top)
    step = 1 - shape.statements.overlap
    span = 1 + (DISCS - 1) * step
    diameter = min(room.height, room.width / span)
    first = room.x + (room.width - diameter * span) / 2 + diameter / 2
    y = room.y + room.height / 2
    return tuple(
        Disc(first + index * step * diameter, y, diameter / 2, _disc_fill(index, family))
        for index in range(DISCS)
    )


def in_disc(disc: Disc, middle: Disc, shape: Proportions) -> Box:
    """The place of the text in a disc, off what the middle one covers."""
    x = disc.x + (disc.x - middle.x) * shape.statements.shift
    width = disc.radius * shape.statements.widths[0]
    return Box(x - width / 2, disc.y - disc.radius / 2, width, disc.radius)


def _disc_fill(index: int, family: str) -> str:
    return "accent" if index % 2 else f"{family}-ghost"


def lines_down(grid: SlideFormat) -> tuple[Mm, ...]:
    """The grid's vertical lines from the left: margins, panel's edge, column."""
    lines = (grid.margin, grid.panel, column(grid).x, grid.width - grid.margin)
    return tuple(sorted(set(lines)))


def lines_across(grid: SlideFormat) -> tuple[Mm, ...]:
    """The grid's horizontal lines from the top: first text, column, end of content, foot."""
    end = grid.height - grid.foot
    return (grid.top, column(grid).y, end, end + grid.rule_down)
