"""Where the placeholders of master and layouts stand, from the theme's slide format.

The layout of each slide gives every text its own place; these are where the text of a
slide that somebody adds by hand will stand, so they follow the same grid.
"""

from dataclasses import dataclass

from planche.geometry.parts import Area, Box
from planche.proportions import Proportions
from planche.theme import SlideFormat
from planche.units import Mm, pt_to_mm

TITLE_HEIGHT: Mm = 24
LINE = 1.2
COLUMN_TOP = 1.35


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
