"""The posters of a set: drawn, proved, ready to be put out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from planche.diagnostics import FaultError
from planche.geometry.parts import Page
from planche.manifest import Made
from planche.pages.engine import RenderError
from planche.pages.files import File, Rendering, poster_files, render
from planche.pages.finishing.printing import NO_WISHES, Wishes
from planche.pages.look import Look
from planche.shelves.making import Making, Order, engine, gathered, plates_of, proved, together
from planche.workshop import PAPER, TEMPLATES, Job


@dataclass(frozen=True)
class Edition:
    """One edition of the posters: its folder, what the manifest calls its files, its pages.

    `printing` is what the files wish of printers, as in `planche.pages.finishing.printing`.
    """

    folder: str
    kind: str
    pages: tuple[Page, ...]
    printing: Wishes = NO_WISHES


def make_posters(order: Order, job: Job) -> Making:
    """Every A3 poster that is ordered. Raises FaultError where one cannot be drawn."""
    return make_edition(order, job, Edition(f"posters/{PAPER}", "poster", job.paper.pages))


def make_edition(order: Order, job: Job, edition: Edition) -> Making:
    """Every file of an edition that is ordered. Raises FaultError where one cannot be drawn."""
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages")
    everything = poster_files(edition.pages, job.plate_set, edition.folder, edition.printing)
    files = [each for each in everything if is_ordered(order, each)]
    files.sort(key=lambda each: len(each.pages), reverse=True)
    try:
        rendering = render(files, job.plate_set, look, engine())
        halves = (files[::2], files[1::2]) if order.jobs > 1 else (files,)
        shares = [partial(_write_and_prove, order, job, edition, rendering, x) for x in halves]
        return gathered(together(shares, order.jobs))
    except RenderError as error:
        raise FaultError("proof-failed", artefact=edition.folder, what=error) from None


def is_ordered(order: Order, file: File) -> bool:
    """Whether a file is asked for: all are, or those that hold one of some plates."""
    return order.only is None or (len(file.plates) == 1 and file.plates <= order.only)


def _write_and_prove(
    order: Order, job: Job, edition: Edition, rendering: Rendering, files: Sequence[File]
) -> Making:
    made, wrong = [], []
    written = rendering.written(files)
    for each in files:
        data = written[each.path]
        made.append(Made(each.path, edition.kind, plates_of(each.pages), len(each.pages), data))
        wrong += proved(order, job, each.path, data, each.pages)
    return made, wrong
