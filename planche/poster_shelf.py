"""The posters of a set: drawn, proved, ready to be put out."""

from collections.abc import Sequence
from functools import partial

from planche.diagnostics import FaultError
from planche.making import Making, Order, engine, gathered, plates_of, proved, together
from planche.manifest import Made
from planche.pages.engine import RenderError
from planche.pages.files import File, Rendering, poster_files, render
from planche.pages.look import Look
from planche.workshop import PAPER, TEMPLATES, Job

POSTERS = f"posters/{PAPER}"


def make_posters(order: Order, job: Job) -> Making:
    """Every poster that is ordered. Raises FaultError where one cannot be drawn."""
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages")
    files = [
        each
        for each in poster_files(job.paper.pages, job.plate_set, POSTERS)
        if order.only is None or (len(each.plates) == 1 and each.plates <= order.only)
    ]
    files.sort(key=lambda each: len(each.pages), reverse=True)
    try:
        rendering = render(files, job.plate_set, look, engine())
        halves = (files[::2], files[1::2]) if order.jobs > 1 else (files,)
        shares = [partial(_write_and_prove, order, job, rendering, half) for half in halves]
        return gathered(together(shares, order.jobs))
    except RenderError as error:
        raise FaultError("proof-failed", artefact=POSTERS, what=error) from None


def _write_and_prove(order: Order, job: Job, rendering: Rendering, files: Sequence[File]) -> Making:
    made, wrong = [], []
    written = rendering.written(files)
    for each in files:
        data = written[each.path]
        made.append(Made(each.path, "poster", plates_of(each.pages), len(each.pages), data))
        wrong += proved(order, job, each.path, data, each.pages)
    return made, wrong
