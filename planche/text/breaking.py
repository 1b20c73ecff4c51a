"""Line breaking on shaped text: greedy, as PowerPoint breaks, or the best whole paragraph.

Pure: widths in, lines out; None where a word is wider than the measure.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heappop, heappush
from typing import Literal, TypeAlias

from planche.text.shaping import Break, Shaped

Goal: TypeAlias = Literal["paragraph", "balanced"]

State: TypeAlias = tuple[int, int]
START: State = (-1, 0)

WEAK_END: dict[Goal, float] = {"paragraph": 0.03, "balanced": 0.2}
"""Cost of ending a line on a word that leans on the next one."""

ONE_WORD_COST = 0.4
"""Cost of a heading's last line being a single word."""

HYPHEN_COST = 0.12
HYPHENS_IN_A_ROW = 2
"""Most lines in a row that end in a hyphen; a third makes a ladder of them."""

SHORT_LAST = 0.22
"""A last line shorter than this share of the measure looks lost."""

SHORT_LAST_COST = 0.06

LEANING = re.compile(r"(?:^|[\s(“‘])(?:\w|og|på|at|of|the|an|and|im|am|zu|und)$")


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
    """The breaks of the cheapest chain of lines from the start to the end of the text.

    A state is the break that ends a line and how many lines up to it end in hyphens.
    """
    breaks = shaped.breaks
    best_cost: dict[State, tuple[int, float]] = {START: (0, 0.0)}
    came_from: dict[State, State] = {}
    waiting = [START]
    while waiting:
        origin = heappop(waiting)
        start = breaks[origin[0]].next if origin[0] >= 0 else 0
        lines, base = best_cost[origin]
        for index in range(origin[0] + 1, len(breaks)):
            width = _width(shaped, start, breaks[index])
            if width > measure:
                break
            run = origin[1] + 1 if breaks[index].hyphen else 0
            if run > HYPHENS_IN_A_ROW:
                continue
            state = (index, run)
            cost = (lines + 1, base + _cost(shaped, index, start, width / measure, goal))
            if state not in best_cost:
                heappush(waiting, state)
            if cost < best_cost.get(state, (lines + 2, 0.0)):
                best_cost[state] = cost
                came_from[state] = origin
    ends = [state for state in best_cost if state[0] == len(breaks) - 1]
    if not breaks or not ends:
        return None
    return _chain(breaks, came_from, min(ends, key=lambda state: best_cost[state]))


def _chain(breaks: tuple[Break, ...], came_from: Mapping[State, State], last: State) -> list[Break]:
    chain = [last]
    while chain[-1] in came_from and came_from[chain[-1]] != START:
        chain.append(came_from[chain[-1]])
    return [breaks[index] for index, _ in reversed(chain)]


def _cost(shaped: Shaped, index: int, start: int, filled: float, goal: Goal) -> float:
    end = shaped.breaks[index]
    white = (1 - filled) ** 2
    if index == len(shaped.breaks) - 1:
        if goal == "balanced":
            return white + (ONE_WORD_COST if one_word_last(shaped.text, start) else 0.0)
        return SHORT_LAST_COST if filled < SHORT_LAST and start > 0 else 0.0
    if end.hyphen:
        return white + HYPHEN_COST
    return white + (WEAK_END[goal] if leans(shaped.text, end.end) else 0.0)


def has_hyphen_ladder(lines: Sequence[Extent]) -> bool:
    """Whether more lines in a row end in hyphens than may."""
    run = 0
    for line in lines:
        run = run + 1 if line.hyphen else 0
        if run > HYPHENS_IN_A_ROW:
            return True
    return False


def one_word_last(text: str, start: int) -> bool:
    """Whether the last line, which starts here, would be a single word under others."""
    return start > 0 and len(text[start:].split()) == 1


def leans(text: str, end: int) -> bool:
    """Whether a line that ends here would end on a word that leans on the next one."""
    return _leans(text[max(0, end - 8) : end])


@lru_cache(maxsize=4096)
def _leans(tail: str) -> bool:
    return LEANING.search(tail) is not None


def _width(shaped: Shaped, start: int, end: Break) -> float:
    width = shaped.edges[max(start, end.end)] - shaped.edges[start]
    return width + shaped.hyphen_width if end.hyphen else width


def _extent(shaped: Shaped, start: int, end: Break) -> Extent:
    return Extent(start, max(start, end.end), end.next, _width(shaped, start, end), end.hyphen)
