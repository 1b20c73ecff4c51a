"""The report: how each plate came out in each medium, in figures."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from planche.alternatives import SelfMade, alternative, made_ones, was_made
from planche.decks import DeckPlan
from planche.diagnostics import Diagnostic
from planche.geometry.parts import Page, TextBox
from planche.manifest import json_bytes
from planche.model import Figure
from planche.text.markup import plain, rich
from planche.workshop import PAPER, Job


def report_bytes(job: Job, remarks: Sequence[Diagnostic]) -> bytes:
    """The report of a job as a file: sizes, fill and boxes by plate, and what was remarked."""
    papers = {PAPER: job.paper, **job.office}
    on_paper = {name: _by_plate(each.pages) for name, each in papers.items()}
    slides = _by_plate(job.slides.pages)
    plates = [
        {
            "id": plate,
            "line": job.places[plate].line if plate in job.places else 1,
            "formats": {
                **{name: _format(found[plate], "pages") for name, found in on_paper.items()},
                "deck": _format(slides[plate], "slides"),
            },
        }
        for plate in job.plate_set.ids
    ]
    found = {
        "plates": plates,
        "decks": [_deck(job, plan) for plan in job.decks],
        "diagnostics": [as_json(each) for each in remarks],
    }
    return json_bytes(found)


def _deck(job: Job, plan: DeckPlan) -> dict[str, Any]:
    """A deck: what it is called, its slides by their titles, and what is said of its figures."""
    plates = dict(job.plate_set.with_ids())
    figures = {page.plate: page for page in plan.pages if isinstance(plates[page.plate], Figure)}
    return {
        "path": f"deck/{plan.stem}.pptx",
        "title": plan.title,
        "language": job.strings.slide_language,
        "aspect": plan.aspect,
        "slides": [{"plate": page.plate, "title": page.title.text} for page in plan.pages],
        "figures": [
            {
                "plate": plate,
                "alternative": alternative(plates[plate], job.strings, partial(_plain, job)),
                "made": was_made(plates[plate]),
            }
            for plate in figures
        ],
    }


def _plain(job: Job, text: str) -> str:
    return plain(rich(text, job.plate_set.set.language, {}))


def alternatives_made(job: Job) -> tuple[SelfMade, ...]:
    """The sentences that were made for figures that have no `alt`."""
    return made_ones(job.plate_set, job.strings, partial(_plain, job))


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as an object, its message in both languages."""
    return {
        "severity": diagnostic.severity,
        "code": diagnostic.fault.code,
        "path": diagnostic.place.path,
        "line": diagnostic.place.line,
        "column": diagnostic.place.column,
        "message": {language: diagnostic.text(language) for language in ("da", "en")},
    }


def _by_plate(pages: Iterable[Page]) -> dict[str, list[Page]]:
    return {plate: list(found) for plate, found in groupby(pages, lambda page: page.plate)}


def _format(pages: Sequence[Page], count: str) -> dict[str, Any]:
    sizes: dict[str, float] = {}
    for page in pages:
        for role, size in page.sizes().items():
            sizes[role] = min(size, sizes.get(role, size))
    return {
        count: len(pages),
        "fill": min(page.fill for page in pages),
        "sizes": sizes,
        "boxes": [
            {"page": number, **_box(text)}
            for number, page in enumerate(pages, start=1)
            for text in page.texts()
        ],
    }


def _box(text: TextBox) -> dict[str, Any]:
    """A text's box in millimetres from the top left, with its lines."""
    return {
        "role": text.role,
        "x": round(text.box.x, 3),
        "y": round(text.box.y, 3),
        "width": round(text.box.width, 3),
        "height": round(text.box.height, 3),
        "size": text.size,
        "lines": len(text.lines),
    }
