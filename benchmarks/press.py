"""Draws the shipped plates for screen and press, in turn, and prints what both took as JSON.

    python benchmarks/press.py [ROUNDS]

One PDF a plate in either edition, laid out by WeasyPrint, written, finished and proved; without
imports and without reading and laying out the set. Preflight and the papers of a run are no part
of it. Seconds of the clock and of the processor, a figure a round, and the ratio of each round.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

gc.disable()  # as a build does
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planche.pages.engine import Engine, start  # noqa: E402
from planche.pages.files import poster_files, write_files  # noqa: E402
from planche.pages.look import Look  # noqa: E402
from planche.pages.proof import prove  # noqa: E402
from planche.pages.structure.check import prove_tags  # noqa: E402
from planche.press.conditions import read_profile  # noqa: E402
from planche.press.draft import draft  # noqa: E402
from planche.press.metadata import intent_of  # noqa: E402
from planche.press.plan import plan_of  # noqa: E402
from planche.press.printing import Printing, press_files  # noqa: E402
from planche.workshop import DEFAULT_SOURCE, PROFILES, TEMPLATES, Job, prepare  # noqa: E402


def main() -> None:
    """Both editions in turn, after a round that does not count."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    job = prepare(DEFAULT_SOURCE, DEFAULT_SOURCE.name, None).job
    assert job is not None
    engine = start()
    found: dict[str, list[tuple[float, float]]] = {"posters": [], "press": []}
    for number in range(rounds + 1):
        for name, make in (("posters", posters), ("press", press)):
            took = timed(make, job, engine)
            if number:
                found[name].append(took)
    ratios = [b[1] / a[1] for a, b in zip(found["posters"], found["press"], strict=True)]
    print(json.dumps({**found, "ratio": sorted(ratios)}, indent=2))


def timed(make: Callable[[Job, Engine], None], job: Job, engine: Engine) -> tuple[float, float]:
    """The clock's and the processor's seconds of one making."""
    wall, cpu = time.perf_counter(), sum(os.times()[:4])
    make(job, engine)
    return time.perf_counter() - wall, sum(os.times()[:4]) - cpu


def posters(job: Job, engine: Engine) -> None:
    """One screen poster a plate, its drawing and its tags proved."""
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages")
    every = poster_files(job.paper.pages, job.plate_set, "posters")
    files = [each for each in every if len(each.plates) == 1]
    written = write_files(files, job.plate_set, look, engine)
    for file in files:
        assert not prove(written[file.path], file.pages, job.kit.faces)
        assert not prove_tags(written[file.path], file.pages)


def press(job: Job, engine: Engine) -> None:
    """One press file a plate, and all in one; the draft of them proved."""
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages", "press")
    plan = plan_of(job.plate_set.print_runs[0], job.plate_set, job.kit.theme)
    drawn = draft(job.paper.pages, [plan], job.plate_set.set, look, engine)
    assert not prove(drawn.every, drawn.planned, job.kit.faces)
    intent = intent_of(plan.condition, read_profile(plan.condition, PROFILES))
    press_files(Printing(plan, drawn, job.plate_set, job.strings), look, intent)


if __name__ == "__main__":
    main()
