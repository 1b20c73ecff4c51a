"""How much ink a layout wears: which colour token plays which part on a page.

`FULL` is the series as it hangs beside other posters. `LITTLE` is the same series for office
printers: tints for fields, text in the family's deeps, nothing where the paper can do it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from planche.proportions import Share
from planche.theme import PageFormat

COMMON = ("ink", "paper", "white", "accent")
"""Colours that belong to no family; every other name is a shade of the plate's own."""

DARK = ("-deep", "-deep-2", "-deep-3", "-ghost")
"""How the tokens end that take white text: no ink on them reaches 7:1 (WCAG 2.2, 1.4.6)."""


@dataclass(frozen=True)
class Dress:
    """The parts that colours play; each is a common colour or a shade of the plate's family."""

    paper: str
    """The page."""
    field: str
    """The colour field, and the whole page of covers and statements."""
    on_field: str
    """Titles on it."""
    mark: str
    """Sign and words over a title on it."""
    number: str
    """The giant number on it."""
    cover_number: str
    """The same on a cover, where it is larger."""
    columns: tuple[str, ...]
    """A table's columns between the row heads and the last."""
    last_column: str
    """A table's last column."""
    low_steps: tuple[str, ...]
    """The lower half of a ladder, from the lowest step."""
    high_steps: tuple[str, ...]
    """Its upper half."""
    quiet: Mapping[str, str]
    """What shows faintly on each colour of a step: lighter, but on the lightest."""
    tread: Share
    """Height of a deep upper edge of each step, in paddings: what is left of their weight."""
    tiles: tuple[str, ...]
    """The tiles of a mosaic, in turn."""
    card: str
    """Cards of examples; their bar stays deep."""
    discs: tuple[str, str]
    """The discs of statements: those that lie under, and those over them."""
    bar: Share
    """Width of a deep bar at the left of the field, in paddings: what is left of its weight."""


FULL = Dress(
    paper="paper",
    field="deep",
    on_field="white",
    mark="accent",
    number="ghost",
    cover_number="ghost",
    columns=("tint", "tint-2", "tint-3"),
    last_column="deep",
    low_steps=("tint", "tint-2", "tint-3"),
    high_steps=("deep", "deep-2", "deep-3"),
    quiet={
        "tint": "tint-2",
        "tint-2": "tint",
        "tint-3": "tint",
        "deep": "ghost",
        "deep-2": "ghost",
        "deep-3": "ghost",
    },
    tread=0.0,
    tiles=("tint", "deep", "tint-2"),
    card="tint",
    discs=("ghost", "accent"),
    bar=0.0,
)

LITTLE = Dress(
    paper="white",
    field="tint",
    on_field="deep-2",
    mark="deep-2",
    number="tint-2",
    cover_number="white",
    columns=("white", "white", "white"),
    last_column="tint",
    low_steps=("tint",),
    high_steps=("tint",),
    quiet={"tint": "white"},
    tread=0.35,
    tiles=("tint", "white", "tint-2"),
    card="white",
    discs=("white", "tint-2"),
    bar=0.7,
)

DRESSES = {"full": FULL, "little": LITTLE}
"""The dresses by what a format of paper calls its ink."""


def dress_of(paper: PageFormat) -> Dress:
    """What a format of paper wears."""
    return DRESSES[paper.ink]


def text_on(fill: str) -> str:
    """The token of text on a fill."""
    return "white" if fill.endswith(DARK) else "ink"
