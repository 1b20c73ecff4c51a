"""From a source to the output: what is made, proved, and put in its place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from planche import manifest
from planche.beside import beside
from planche.diagnostics import Diagnostic, Fault, FaultError, Place
from planche.geometry.parts import Page
from planche.manifest import Made
from planche.pages.engine import Engine, RenderError, start
from planche.pages.files import File, Rendering, poster_files, render
from planche.pages.look import Look
from planche.pages.proof import prove
from planche.publish import publish, settle
from planche.report import report_bytes
from planche.workshop import PAPER, TEMPLATES, Job

TARGETS = ("deck", "posters")
POSTERS = f"posters/{PAPER}"

DRAWING_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""Debian's packages that WeasyPrint draws text with."""


@dataclass(frozen=True)
class Order:
    """What a run is to make: which targets, and which plates' own files (None: all)."""

    name: str
    out: Path
    targets: frozenset[str]
    only: frozenset[str] | None
    jobs: int


@dataclass(frozen=True)
class Result:
    """What a run made, and where it failed its proof; nothing was written if it did."""

    made: tuple[Made, ...]
    failures: tuple[Diagnostic, ...]


Making: TypeAlias = tuple[list[Made], list[Diagnostic]]
"""Files, and where they failed their proof."""


def build(order: Order, job: Job, remarks: Sequence[Diagnostic]) -> Result:
    """Make, prove and publish. Raises FaultError where the output cannot be written."""
    tasks = {
        "deck": partial(_make_deck, order, job),
        "posters": partial(_make_posters, order, job),
    }
    wanted = [tasks[target] for target in TARGETS if _is_wanted(order, target)]
    found = _together(wanted) if order.jobs > 1 else [task() for task in wanted]
    made = [each for some, _ in found for each in some]
    failures = [each for _, wrong in found for each in wrong]
    if not failures:
        _publish(order, job, made, remarks)
    return Result(tuple(made), tuple(failures))


def _is_wanted(order: Order, target: str) -> bool:
    """Whether a target is made; a deck holds all plates, so it is no plate's own file."""
    return target in order.targets and (target != "deck" or order.only is None)


def _together(tasks: Sequence[Callable[[], Making]]) -> list[Making]:
    """All tasks at once, each but the last in a process of its own."""
    waits = [beside(task) for task in tasks[:-1]]
    last = [task() for task in tasks[-1:]]
    return [*(wait() for wait in waits), *last]


def _make_deck(order: Order, job: Job) -> Making:
    # Imported here because the process that makes the posters has no use for it: 0.2 s.
    from planche.deck import deck
    from planche.deck.check import check

    kit = job.kit
    made, wrong = [], []
    for plan in job.decks:
        data = deck(plan, job.plate_set, kit.theme, kit.faces, job.strings)
        path = f"deck/{plan.stem}.pptx"
        made.append(Made(path, "deck", plan.plates, len(plan.pages), data))
        wrong += [
            _failure(order, job, path, "", f"{each.part}: {each.what}")
            for each in check(data, plan.pages)
        ]
    return made, wrong


def _make_posters(order: Order, job: Job) -> Making:
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages")
    files = [
        each
        for each in poster_files(job.paper.pages, job.plate_set, POSTERS)
        if order.only is None or (len(each.plates) == 1 and each.plates <= order.only)
    ]
    files.sort(key=lambda each: len(each.pages), reverse=True)
    try:
        rendering = render(files, job.plate_set, look, _engine())
        halves = (files[::2], files[1::2]) if order.jobs > 1 else (files,)
        shares = [partial(_write_and_prove, order, job, rendering, half) for half in halves]
        found = _together(shares)
    except RenderError as error:
        raise FaultError("proof-failed", artefact=POSTERS, what=error) from None
    return [each for made, _ in found for each in made], [
        each for _, wrong in found for each in wrong
    ]


def _write_and_prove(order: Order, job: Job, rendering: Rendering, files: Sequence[File]) -> Making:
    made, wrong = [], []
    written = rendering.written(files)
    for each in files:
        data = written[each.path]
        made.append(Made(each.path, "poster", _plates(each.pages), len(each.pages), data))
        wrong += [
            _failure(order, job, each.path, found.plate, found.what)
            for found in prove(data, each.pages, job.kit.faces)
        ]
    return made, wrong


def _engine() -> Engine:
    """WeasyPrint, started; raises FaultError where the system lacks what it draws with."""
    try:
        return start()
    except OSError as error:
        part = str(error).split(":")[0]
        raise FaultError("part-missing", part=part, package=DRAWING_PACKAGES) from None


def _plates(pages: Iterable[Page]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(page.plate for page in pages))


def _failure(order: Order, job: Job, path: str, plate: str, what: str) -> Diagnostic:
    place = job.places.get(plate, Place(order.name))
    return Diagnostic(place, Fault("proof-failed", {"artefact": path, "what": what}))


def _publish(order: Order, job: Job, made: Sequence[Made], remarks: Sequence[Diagnostic]) -> None:
    inputs = manifest.digest(job.source, *job.kit.digest_parts)
    settle(order.out)
    earlier = manifest.read_artefacts(order.out)
    gone = set(_gone(order, earlier, made))
    artefacts = manifest.merged(
        earlier, (manifest.artefact(each, inputs) for each in made), inputs, gone
    )
    files = {each.path: each.data for each in made}
    files["report.json"] = report_bytes(job, remarks)
    files[manifest.NAME] = manifest.manifest_bytes(
        order.name, manifest.sha256(job.source), artefacts
    )
    publish(order.out, files, gone)


def _gone(
    order: Order, earlier: Sequence[manifest.Artefact], made: Sequence[Made]
) -> Iterator[str]:
    """Files of an earlier build that this one, making their kind whole, no longer makes."""
    if order.only is not None:
        return
    kinds = {"deck": "deck", "posters": "poster"}
    whole = {kinds[target] for target in order.targets}
    paths = {each.path for each in made}
    for each in earlier:
        if each.kind in whole and each.path not in paths:
            yield each.path
