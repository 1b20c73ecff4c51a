"""How many words more a plate could hold: found by laying it out with more, not by reckoning.

Every text of the body grows alike, by words of its own, until the plate no longer fits the pages
it has even at the smallest sizes. Where one cell alone grows, a figure may hold fewer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import TypeAlias

from planche.geometry.layout import Layout
from planche.model import PlateBase, PlateSet, Point, Step

BODIES: Mapping[str, str] = {
    "foreword": "paragraphs",
    "question": "points",
    "table": "rows",
    "ladder": "steps",
    "mosaic": "tiles",
    "statements": "sentences",
}
"""The field of each kind that holds its running text; other kinds have none."""

MOST_GROWTH = 1.0
"""A plate that holds twice its words is not asked how much more."""

TRIALS = 5
"""Halvings of the interval: the answer is right to a thirty-second of the plate's words."""

LayOut: TypeAlias = Callable[[PlateSet], Layout]


@dataclass(frozen=True)
class Room:
    """Words that would still fit; `more` says that it may be more than these."""

    words: int
    more: bool = False


def room(plate_set: PlateSet, plate: str, pages: int, lay_out: LayOut) -> Room | None:
    """How many words more the body of a plate could hold on as many pages.

    None for a plate whose kind has no running text of its own.
    """
    original = dict(plate_set.with_ids())[plate]
    if original.kind not in BODIES:
        return None

    def fits(growth: float) -> bool:
        grown = _grown(original, growth).model_copy(update={"id": plate})
        layout = lay_out(plate_set.model_copy(update={"plates": (grown,)}))
        return not layout.faults and len(layout.pages) <= pages

    if fits(MOST_GROWTH):
        return Room(_added(original, MOST_GROWTH), more=True)
    least, most = 0.0, MOST_GROWTH
    for _ in range(TRIALS):
        middle = (least + most) / 2
        least, most = (middle, most) if fits(middle) else (least, middle)
    return Room(_added(original, least))


def _grown(plate: PlateBase, growth: float) -> PlateBase:
    field = BODIES[plate.kind]
    return plate.model_copy(update={field: _longer(getattr(plate, field), growth)})


def _longer(found: object, growth: float) -> object:
    """A text with more of its own words at its end, or all texts of a part so."""
    if isinstance(found, str):
        words = found.split()
        added = [words[index % len(words)] for index in range(ceil(len(words) * growth))]
        return " ".join((found, *added))
    if isinstance(found, tuple):
        return tuple(_longer(each, growth) for each in found)
    if isinstance(found, Point):
        return found.model_copy(
            update={"text": _longer(found.text, growth), "points": _longer(found.points, growth)}
        )
    if isinstance(found, Step):
        return found.model_copy(update={"people": _longer(found.people, growth)})
    return found


def _added(plate: PlateBase, growth: float) -> int:
    field = BODIES[plate.kind]
    return _count(_longer(getattr(plate, field), growth)) - _count(getattr(plate, field))


def _count(found: object) -> int:
    if isinstance(found, str):
        return len(found.split())
    if isinstance(found, tuple):
        return sum(_count(each) for each in found)
    if isinstance(found, Point):
        return _count(found.text) + _count(found.points)
    return _count(found.people) if isinstance(found, Step) else 0
