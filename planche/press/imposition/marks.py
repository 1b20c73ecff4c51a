"""The marks of a sheet, drawn anew: the pages' own marks are cut off with their margins.

All stand in a strip round the bleeds, from 1 to 5 mm outside them: crop marks at every edge of
a trimmed page, dashed marks at folds, register marks, collation marks that go down like stairs
when the sheets of a booklet are fanned, and a colour bar. Lengths are millimetres from the
sheet's top left corner.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from planche.geometry.parts import Box
from planche.press.imposition.scheme import Form, Scheme, grown
from planche.units import Mm, Pt

GAP: Mm = 1.0
"""From the bleed to the marks."""

LENGTH: Mm = 4.0
"""Length of crop and fold marks, diameter of register marks, height of the colour bar."""

STROKE: Pt = 0.25
"""Thickness of the lines of marks."""

CLEAR: Mm = 3.0
"""Distance of patches and texts from the middle of a mark."""

PATCH: Mm = 5.0
"""Width of a patch of the colour bar: densitometers read through 3 to 4 mm."""

STEP_WIDTH: Mm = 3.0
STEP_PITCH: Mm = 4.0
"""Width of a collation mark, and how far the next sheet's stands from it."""

Inks: TypeAlias = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, from 0 to 1."""

BAR: tuple[Inks, ...] = (
    (1, 0, 0, 0),
    (0, 1, 0, 0),
    (0, 0, 1, 0),
    (0, 0, 0, 1),
    (1, 1, 0, 0),
    (1, 0, 1, 0),
    (0, 1, 1, 0),
    (0.5, 0, 0, 0),
    (0, 0.5, 0, 0),
    (0, 0, 0.5, 0),
    (0, 0, 0, 0.5),
    (0.5, 0.4, 0.4, 0),
)
"""What a printer measures (ISO 12647-2): the solids, two of them on each other, the middle tones,
and the grey of three inks that must look like the black's middle tone beside it."""


@dataclass(frozen=True)
class Stroke:
    """A straight line."""

    x1: Mm
    y1: Mm
    x2: Mm
    y2: Mm


@dataclass(frozen=True)
class Target:
    """A register mark by its middle."""

    x: Mm
    y: Mm


@dataclass(frozen=True)
class Patch:
    """A patch of the colour bar."""

    box: Box
    inks: Inks


@dataclass(frozen=True)
class Marks:
    """The marks of a form, and the free stretches of the strip above it, where a text may stand."""

    crops: tuple[Stroke, ...]
    folds: tuple[Stroke, ...]
    targets: tuple[Target, ...]
    steps: tuple[Box, ...]
    bar: tuple[Patch, ...]
    free: tuple[Box, ...]


def marks_of(form: Form, scheme: Scheme) -> Marks:
    """The marks of a form."""
    bleed = grown(form.trim, scheme.bleed)
    across = _edges(form, scheme)
    columns, rows = _ends(p.trim.x for p in form.places), _ends(p.trim.y for p in form.places)
    first = form.places[0].trim
    target_xs = [x + first.width / 2 for x in columns]
    target_ys = [y + first.height / 2 for y in rows]
    taken = sorted({*across, *form.folds, *target_xs})
    steps = (
        tuple(_steps(form, bleed, min(x for x in taken if x > form.folds[0])))
        if (form.folds and form.step is not None)
        else ()
    )
    return Marks(
        tuple(_crops(form, bleed, across)),
        tuple(_upright(bleed, form.folds)),
        tuple(_targets(bleed, target_xs, target_ys)),
        steps,
        tuple(_bar(form, bleed, taken)),
        tuple(_free(form, bleed, taken)),
    )


def _edges(form: Form, scheme: Scheme) -> list[Mm]:
    """Every x where a trimmed page ends and is cut, each once; folds are not cut."""
    edges = {round(x, 4) for place in form.places for x in (place.trim.x, place.trim.right)}
    return sorted(edges - {round(fold, 4) for fold in form.folds})


def _ends(values: Iterable[Mm]) -> list[Mm]:
    """The least and the greatest, once where they are one."""
    found = list(values)
    return sorted({min(found), max(found)})


def _crops(form: Form, bleed: Box, across: Iterable[Mm]) -> Iterator[Stroke]:
    yield from _upright(bleed, across)
    down = {round(y, 4) for place in form.places for y in (place.trim.y, place.trim.bottom)}
    for y in sorted(down):
        yield Stroke(bleed.x - GAP - LENGTH, y, bleed.x - GAP, y)
        yield Stroke(bleed.right + GAP, y, bleed.right + GAP + LENGTH, y)


def _upright(bleed: Box, across: Iterable[Mm]) -> Iterator[Stroke]:
    for x in across:
        yield Stroke(x, bleed.y - GAP - LENGTH, x, bleed.y - GAP)
        yield Stroke(x, bleed.bottom + GAP, x, bleed.bottom + GAP + LENGTH)


def _targets(bleed: Box, xs: Iterable[Mm], ys: Iterable[Mm]) -> Iterator[Target]:
    middle = GAP + LENGTH / 2
    for x in xs:
        yield Target(x, bleed.y - middle)
        yield Target(x, bleed.bottom + middle)
    for y in ys:
        yield Target(bleed.x - middle, y)
        yield Target(bleed.right + middle, y)


def _steps(form: Form, bleed: Box, end: Mm) -> Iterator[Box]:
    """The collation mark in the head trim right of the fold, one step further for each sheet;
    beyond the last step it starts again."""
    start = form.folds[0] + CLEAR
    most = int((end - CLEAR - start) // STEP_PITCH)
    x = start + ((form.step or 0) % most) * STEP_PITCH
    yield Box(x, bleed.y - GAP - LENGTH, STEP_WIDTH, LENGTH)


def _bar(form: Form, bleed: Box, taken: list[Mm]) -> Iterator[Patch]:
    """Patches along the foot from edge to edge, so that every ink zone can be measured; whole
    ones only, none where a mark stands."""
    count, top = 0, bleed.bottom + GAP
    for start, end in _stretches(form.trim, taken):
        for each in range(int((end - start) // PATCH)):
            box = Box(start + each * PATCH, top, PATCH, LENGTH)
            yield Patch(box, BAR[count % len(BAR)])
            count += 1


def _free(form: Form, bleed: Box, taken: list[Mm]) -> Iterator[Box]:
    top, steps = bleed.y - GAP - LENGTH, form.folds and form.step is not None
    for start, end in _stretches(form.trim, taken):
        if not (steps and start > form.folds[0]):
            yield Box(start, top, end - start, LENGTH)


def _stretches(trim: Box, taken: list[Mm]) -> Iterator[tuple[Mm, Mm]]:
    """The stretches of a strip between the marks of its pages."""
    inside = [x for x in taken if trim.x - CLEAR < x < trim.right + CLEAR]
    for left, right in pairwise(inside):
        start, end = left + CLEAR, right - CLEAR
        if end - start >= PATCH:
            yield start, end
