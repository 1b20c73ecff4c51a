"""What every shelf is made with: the order, what was made, and tasks at once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from planche.beside import beside
from planche.diagnostics import Diagnostic, Fault, FaultError, Place
from planche.geometry.parts import Page
from planche.manifest import Artefact, Made
from planche.pages.engine import Engine, start
from planche.pages.proof import Mismatch, prove
from planche.pages.structure.check import defects, prove_tags
from planche.workshop import Job

DRAWING_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
"""Debian's packages that WeasyPrint draws text with."""


@dataclass(frozen=True)
class Edition:
    """An earlier build: what its manifest is called, and what it held."""

    name: str
    artefacts: tuple[Artefact, ...]


@dataclass(frozen=True)
class Order:
    """What a run is to make: which targets, which plates' own files and which print runs
    (None: all).

    `impose` is how the runs' pages are laid on sheets besides, `since` an earlier edition: what
    changed since then is told.
    """

    name: str
    out: Path
    targets: frozenset[str]
    only: frozenset[str] | None
    jobs: int
    runs: frozenset[str] | None = None
    impose: str | None = None
    since: Edition | None = None


Making: TypeAlias = tuple[list[Made], list[Diagnostic]]
"""Files, and where they failed their proof."""

Task: TypeAlias = Callable[[], Making]


def together(tasks: Sequence[Task], jobs: int) -> list[Making]:
    """What tasks make, all at once where there may be several jobs: each but the last in a
    process of its own."""
    if jobs == 1:
        return [task() for task in tasks]
    waits = [beside(task) for task in tasks[:-1]]
    last = [task() for task in tasks[-1:]]
    return [*(wait() for wait in waits), *last]


def gathered(makings: Iterable[Making]) -> Making:
    """Several makings as one."""
    made: list[Made] = []
    wrong: list[Diagnostic] = []
    for some, failures in makings:
        made += some
        wrong += failures
    return made, wrong


def engine() -> Engine:
    """WeasyPrint, started; raises FaultError where the system lacks what it draws with."""
    try:
        return start()
    except OSError as error:
        part = str(error).split(":")[0]
        raise FaultError("part-missing", part=part, package=DRAWING_PACKAGES) from None


def plates_of(pages: Iterable[Page]) -> tuple[str, ...]:
    """The plates of some pages, each once."""
    return tuple(dict.fromkeys(page.plate for page in pages))


def failure(order: Order, job: Job, path: str, plate: str, what: str) -> Diagnostic:
    """A file that is not as it was planned, at the place of the plate."""
    place = job.places.get(plate, Place(order.name))
    return Diagnostic(place, Fault("proof-failed", {"artefact": path, "what": what}))


def proved(
    order: Order, job: Job, path: str, data: bytes, pages: Sequence[Page]
) -> list[Diagnostic]:
    """What is not as planned in a tagged PDF: its drawing against the layout, then its tags."""
    drawing = prove(data, pages, job.kit.faces)
    return mismatched(order, job, path, (*drawing, *prove_tags(data, pages)))


def untagged(order: Order, job: Job, made: Made) -> list[Diagnostic]:
    """What is wrong with the tags of a PDF whose pages are not laid out by us; none of others."""
    found = defects(made.data) if made.path.endswith(".pdf") else ()
    return [failure(order, job, made.path, "", each.what) for each in found]


def mismatched(order: Order, job: Job, path: str, found: Iterable[Mismatch]) -> list[Diagnostic]:
    """What a proof found in a file."""
    return [failure(order, job, path, each.plate, each.what) for each in found]
