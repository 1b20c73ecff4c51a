"""Sets a thousand paragraphs for paper and prints what the settings took, as JSON.

    python benchmarks/paragraphs.py

The shipped set's paragraphs in sizes and measures that differ each time, by a typesetter that
has set nothing yet. Only the settings are timed: not the imports, nor reading the set, the
theme and the faces.
"""

import gc
import json
import resource
import sys
import time
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

gc.disable()  # as a build does
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planche.geometry.parts import Box  # noqa: E402
from planche.geometry.typesetter import PAPER as ON_PAPER  # noqa: E402
from planche.geometry.typesetter import Ink, Typesetter  # noqa: E402
from planche.model import Foreword, Plate, PlateSet, Question  # noqa: E402
from planche.source import Surroundings, open_source  # noqa: E402
from planche.workshop import (  # noqa: E402
    DEFAULT_SOURCE,
    DEFAULT_THEME,
    PAPER,
    Kit,
    load_kit,
)

SETTINGS = 1000
WIDTHS, STEPS = (200.0, 176.0, 152.0), 5
"""Of the columns, in millimetres, and how many sizes of a role are tried: every word fits, and
no role asks for shorter lines, so that no setting repeats another."""
INK = Ink("ink", "paper")


def paragraphs(plate: Plate) -> Iterator[tuple[str, str]]:
    """Each paragraph of a plate, after the role it is set in."""
    if isinstance(plate, Foreword):
        yield from (("body", text) for text in plate.paragraphs)
    if isinstance(plate, Question):
        for point in plate.points:
            yield "body", point.text
            yield from (("example", text) for text in point.points)


def shipped() -> tuple[PlateSet, Kit]:
    """The shipped set and the default theme. Ends the program where they have a fault."""
    kit = load_kit(DEFAULT_THEME).kit
    if kit is None:
        sys.exit("the theme has a fault: see build.py check")
    around = Surroundings(kit.missing_glyphs, kit.theme.families)
    plate_set = open_source(DEFAULT_SOURCE, DEFAULT_SOURCE.name).checked(around).plate_set
    if plate_set is None:
        sys.exit("the set has a fault: see build.py check")
    return plate_set, kit


def main() -> None:
    """Set them, and print seconds of the clock and of the processor, and bytes at the peak."""
    plate_set, kit = shipped()
    questions = {each.number: f"q{each.number}" for each in plate_set.plates if each.number}
    roles, language = kit.theme.roles, plate_set.set.language
    setter = Typesetter(roles, kit.faces, language, ON_PAPER, questions)
    texts = [each for plate in plate_set.plates for each in paragraphs(plate)]
    steps = kit.theme.formats[PAPER].steps
    every = (
        (text, role, steps[role][step], Box(0, 0, width, 0))
        for width, step, (role, text) in product(WIDTHS, range(STEPS), texts)
    )
    settings = list(islice(every, SETTINGS))
    if len(settings) < SETTINGS:
        sys.exit(f"only {len(settings)} settings: add widths")
    wall, cpu = time.perf_counter(), time.process_time()
    for text, role, size, box in settings:
        setter.place(text, role, size, box, INK)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"wall": wall, "cpu": cpu, "peak": peak}))


if __name__ == "__main__":
    main()
