"""From a source to the output: what is made, proved, and put in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from planche import manifest
from planche.changes import changes
from planche.diagnostics import Diagnostic
from planche.gallery.stock import OWN as GALLERY
from planche.gallery.stock import stock_of
from planche.manifest import Artefact, Made
from planche.publish import publish, settle
from planche.report import report_bytes
from planche.shelves.accessibility import accessibility_files
from planche.shelves.decks import make_decks
from planche.shelves.editor import make_editor_sheet
from planche.shelves.making import Order, Task, gathered, together
from planche.shelves.office import KINDS as OFFICE_KINDS
from planche.shelves.office import PIECE_KIND, office_tasks
from planche.shelves.posters import make_posters
from planche.shelves.slides import slide_tasks
from planche.shelves.texts import make_texts
from planche.workshop import Job

TARGETS = ("deck", "posters", "office", "press", "gallery")

KINDS = {
    "deck": ("deck", "template", "typeface", "slides", "handout", "screen"),
    "posters": ("poster",),
    "office": (*OFFICE_KINDS.values(), PIECE_KIND),
    "press": ("press", "preflight", "approval", "ticket", "press-package", "press-sheets"),
    "gallery": ("gallery",),
}
"""The kinds of file that each target makes."""

ALWAYS = ("text",)
"""The kinds of file that every build makes, whatever its targets."""


@dataclass(frozen=True)
class Result:
    """What a run made, what is to be said of it, and where it failed its proof; nothing was
    written if it did."""

    made: tuple[Made, ...]
    remarks: tuple[Diagnostic, ...]
    failures: tuple[Diagnostic, ...]


def build(order: Order, job: Job, remarks: Sequence[Diagnostic]) -> Result:
    """Make, prove and publish. Raises FaultError where the output cannot be written."""
    makings = together(list(_tasks(order, job)), order.jobs)
    if order.runs is None:
        makings.append(make_texts(order, job))
    made, found = gathered(makings)
    failures = tuple(each for each in found if each.severity == "error")
    own = tuple(each for each in found if each.severity == "warning")
    if not failures:
        settle(order.out)
        earlier = manifest.read_artefacts(order.out)
        if "gallery" in order.targets or any(each.kind == GALLERY for each in earlier):
            made += _gallery(order, job, earlier, made)
        _publish(order, job, earlier, made, (*remarks, *own))
    return Result(tuple(made), own, failures)


def _tasks(order: Order, job: Job) -> Iterator[Task]:
    yield partial(make_editor_sheet, job)
    if "deck" in order.targets:
        yield partial(make_decks, order, job)
        yield from slide_tasks(order, job)
    if "office" in order.targets:
        yield from office_tasks(order, job)
    if "press" in order.targets:
        # Imported here because other runs have no use for it: 0.2 s.
        from planche.shelves.press import make_press

        yield partial(make_press, order, job)
    if "posters" in order.targets:  # last, since it shares its work with another process
        yield partial(make_posters, order, job)


def _gallery(
    order: Order, job: Job, earlier: Sequence[Artefact], made: Sequence[Made]
) -> list[Made]:
    """The pages that show all there is: what this build made, and what earlier ones left.

    Once there are any, every build makes them anew: a page that leads to a file of now and tells
    of the one before is worse than none.
    """
    # Imported here because other runs have no use for it: 0.2 s.
    from planche.shelves.gallery import make_gallery

    gone = set(_gone(order, earlier, made))
    news = None
    if order.since is not None:
        now = manifest.merged(earlier, (manifest.artefact(each, "") for each in made), "", gone)
        news = changes(order.since.artefacts, now)
    return make_gallery(order, job, stock_of(order.out, earlier, made, gone), news)


def _publish(
    order: Order,
    job: Job,
    earlier: Sequence[Artefact],
    made: Sequence[Made],
    remarks: Sequence[Diagnostic],
) -> None:
    inputs = manifest.digest(*job.digest_parts)
    gone = set(_gone(order, earlier, made))
    artefacts = manifest.merged(
        earlier, (manifest.artefact(each, inputs) for each in made), inputs, gone
    )
    files = {each.path: each.data for each in made}
    files["report.json"] = report_bytes(job, remarks)
    files |= accessibility_files(order.out, job, artefacts)
    files[manifest.NAME] = manifest.manifest_bytes(
        order.name, manifest.sha256(job.source), artefacts
    )
    publish(order.out, files, gone)


def _gone(order: Order, earlier: Sequence[Artefact], made: Sequence[Made]) -> Iterator[str]:
    """Files of an earlier build that this one, making their kind whole, no longer makes."""
    whole = {each.kind for each in made if each.kind == GALLERY}
    if order.only is None and order.runs is None:
        whole |= {*ALWAYS, *(kind for target in order.targets for kind in KINDS[target])}
    paths = {each.path for each in made}
    for each in earlier:
        if each.kind in whole and each.path not in paths:
            yield each.path
