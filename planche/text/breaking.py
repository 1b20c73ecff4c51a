"""Line breaking on shaped text: greedy, as PowerPoint breaks, or the best whole paragraph.

Pure: widths in, lines out; None where a word is wider than the measure.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from planche.text.shaping import Break, Shaped, first_break_after

Goal: TypeAlias = Literal["paragraph", "balanced"]

WEAK_END = 0.05
"""Cost of ending a line on a word that leans on the next one."""

HYPHEN_COST = 0.12
DOUBLE_HYPHEN_COST = 0.5
SHORT_LAST = 0.22
"""A last line shorter than this share of the measure looks lost."""

SHORT_LAST_COST = 0.06

LEANING = re.compile(r"(?:^|[\s(“‘])(?:\w|og|på|at|af|en|et|er|de|to|in|of|the|an|im|am|zu|und)$")


@dataclass(frozen=True)
class Extent:
    """A line as indices into the text, and its width in em."""

    start: int
    end: int
    next: int
    width: float
    hyphen: bool


def greedy(shaped: Shaped, measure: float) -> tuple[Extent, ...] | None:
    """Lines as full as they go, `measure` in em; None where a word is too wide."""
    lines: list[Extent] = []
    start = 0
    index = 0
    breaks = shaped.breaks
    while start < len(shaped.text):
        chosen = None
        while index < len(breaks) and _width(shaped, start, breaks[index]) <= measure:
            chosen = breaks[index]
            index += 1
        if chosen is None:
            return None
        lines.append(_extent(shaped, start, chosen))
        start = chosen.next
    return tuple(lines)


def best(shaped: Shaped, measure: float, goal: Goal) -> tuple[Extent, ...] | None:
    """The fewest lines, and among these the evenest; None where a word is too wide.

    Total-fit breaking in the manner of Knuth and Plass (1981), for ragged text: the cost
    of a line is the square of what it leaves white. `paragraph` lets the last line be
    short, `balanced` (headings) makes all lines alike.
    """
    chain = _cheapest(shaped, measure, goal)
    if chain is None:
        return None
    lines = []
    start = 0
    for each in chain:
        lines.append(_extent(shaped, start, each))
        start = each.next
    return tuple(lines)


def _cheapest(shaped: Shaped, measure: float, goal: Goal) -> list[Break] | None:
    breaks = shaped.breaks
    infinite = (len(breaks) + 1, 0.0)
    cost: list[tuple[int, float]] = [infinite] * len(breaks)
    came_from: list[int] = [-1] * len(breaks)
    origins = [-1]
    while origins:
        origin = origins.pop(0)
        start = breaks[origin].next if origin >= 0 else 0
        base = cost[origin] if origin >= 0 else (0, 0.0)
        for index in range(first_break_after(shaped, start), len(breaks)):
            width = _width(shaped, start, breaks[index])
            if width > measure:
                break
            if cost[index] == infinite:
                origins.append(index)
            after_hyphen = origin >= 0 and breaks[origin].hyphen
            paid = base[1] + _cost(shaped, index, start, width / measure, goal, after_hyphen)
            if (base[0] + 1, paid) < cost[index]:
                cost[index] = (base[0] + 1, paid)
                came_from[index] = origin
        origins.sort()
    if not breaks or cost[-1] == infinite:
        return None
    chain = [len(breaks) - 1]
    while came_from[chain[-1]] >= 0:
        chain.append(came_from[chain[-1]])
    return [breaks[index] for index in reversed(chain)]


def _cost(
    shaped: Shaped, index: int, start: int, filled: float, goal: Goal, after_hyphen: bool
) -> float:
    end = shaped.breaks[index]
    white = (1 - filled) ** 2
    if index == len(shaped.breaks) - 1:
        if goal == "balanced":
            return white
        return SHORT_LAST_COST if filled < SHORT_LAST and start > 0 else 0.0
    if end.hyphen:
        return white + HYPHEN_COST + (DOUBLE_HYPHEN_COST if after_hyphen else 0.0)
    return white + (WEAK_END if _leans(shaped.text[max(0, end.end - 8) : end.end]) else 0.0)


@lru_cache(maxsize=4096)
def _leans(tail: str) -> bool:
    return LEANING.search(tail) is not None


def _width(shaped: Shaped, start: int, end: Break) -> float:
    return shaped.width(start, max(start, end.end)) + (shaped.hyphen_width if end.hyphen else 0.0)


def _extent(shaped: Shaped, start: int, end: Break) -> Extent:
    return Extent(start, max(start, end.end), end.next, _width(shaped, start, end), end.hyphen)
