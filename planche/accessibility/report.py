"""The report itself: as data, as JSON, and as a page for people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment

from planche.accessibility.figures import LEAST, LEAST_OF_BODY, Figures, of_pages, of_texts
from planche.accessibility.judging import (
    LONG,
    NOT_TRIED,
    Spot,
    alternatives,
    figures,
    long_sentences,
)
from planche.accessibility.standards import Standard, is_part, standard_of
from planche.accessibility.verdicts import Verdict
from planche.manifest import Artefact, json_bytes
from planche.strings import AccessibilityStrings
from planche.templating import new_environment
from planche.texts.html import FOLDER as TEXT
from planche.texts.html import Style, stem
from planche.texts.reader import Reader
from planche.workshop import Job

FORMAT = 1
"""Version of the shape of the JSON."""

PAGE, DATA = "accessibility.html", "accessibility.json"
"""Where the report stands in the output."""


@dataclass(frozen=True)
class Checked:
    """An artefact, its standard, and what other programs said of it."""

    artefact: Artefact
    standard: Standard
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Report:
    """Everything that the report says."""

    job: Job
    checked: tuple[Checked, ...]
    parts: tuple[Artefact, ...]
    """Artefacts that are read with the web pages they are parts of."""
    unread: tuple[Artefact, ...]
    """Documents that no standard speaks of."""
    contrasts: tuple[Figures, ...]
    alternatives: tuple[Spot, ...]
    figures: tuple[Spot, ...]
    sentences: tuple[Spot, ...]


def report_of(
    job: Job, artefacts: Sequence[Artefact], verdicts: Mapping[str, tuple[Verdict, ...]]
) -> Report:
    """The report of all artefacts of an output, whichever of them this build made."""
    reader, theme = Reader(job.plate_set, job.strings), job.kit.theme
    checked = [
        Checked(each, standard, verdicts.get(each.path, ()))
        for each in artefacts
        if (standard := standard_of(each)) is not None
    ]
    others = [each for each in artefacts if standard_of(each) is None]
    return Report(
        job=job,
        checked=tuple(checked),
        parts=tuple(each for each in others if is_part(each)),
        unread=tuple(each for each in others if not is_part(each)),
        contrasts=(
            of_pages("posters", job.paper.pages, theme),
            of_pages("slides", job.slides.pages, theme),
            *of_texts(theme),
        ),
        alternatives=alternatives(job, reader),
        figures=figures(job, reader),
        sentences=long_sentences(job, reader),
    )


def report_json(report: Report) -> bytes:
    """The report as JSON."""
    info = report.job.plate_set.set
    found = {
        "format": FORMAT,
        "set": {"title": info.title, "language": info.language},
        "accessibility_statement": info.accessibility_statement,
        "artefacts": [_as_json(each) for each in report.checked],
        "parts": [_named(each) for each in report.parts],
        "unread": [_named(each) for each in report.unread],
        "contrast": {
            "least": LEAST,
            "least_of_body": LEAST_OF_BODY,
            "media": [_rounded(each) for each in report.contrasts],
        },
        "to_judge": {
            "alternatives": [asdict(each) for each in report.alternatives],
            "order_of_figures": [asdict(each) for each in report.figures],
            "long_sentences": [asdict(each) for each in report.sentences],
        },
        "not_tried": list(NOT_TRIED),
    }
    return json_bytes(found)


def _named(artefact: Artefact) -> dict[str, str]:
    return {"path": artefact.path, "kind": artefact.kind}


def _as_json(checked: Checked) -> dict[str, Any]:
    artefact = checked.artefact
    return {
        **_named(artefact),
        "sha256": artefact.sha256,
        "stale": artefact.stale,
        "standard": checked.standard.name,
        "checks": list(checked.standard.checks),
        "verdicts": [
            {**asdict(each), "passed": not each.faults, "faults": list(each.faults)}
            for each in checked.verdicts
        ],
    }


def _rounded(figures: Figures) -> dict[str, Any]:
    found = asdict(figures)
    for key in ("lowest", "body"):
        found[key]["ratio"] = floored(found[key]["ratio"])
    return found


def floored(ratio: float) -> float:
    """A contrast to two decimals, never more than it is."""
    return int(ratio * 100) / 100


def report_html(report: Report, style: Style, shared: Path) -> bytes:
    """The report as a page, in the style of the text pages, whose folder of
    templates is `shared`."""
    job = report.job
    template = _environment(style.templates, shared).get_template("report.html")
    words, plates = job.strings.accessibility, Reader(job.plate_set, job.strings).plates
    html = template.render(
        report=report,
        info=job.plate_set.set,
        words=words,
        groups=list(_groups(report.checked, words)),
        parts=list(_folders(report.parts, words)),
        unread=list(_folders(report.unread, words)),
        names={name: told.title for name, told in plates.items()},
        pages={name: f"{TEXT}/{stem(told)}.html" for name, told in plates.items()},
        long=LONG,
        least=_printed(LEAST, words),
        least_of_body=_printed(LEAST_OF_BODY, words),
        ratio=lambda found: _printed(floored(found.ratio), words),
        not_tried=", ".join(NOT_TRIED),
        family=job.kit.theme.house,
        face=style.family,
        colour=style.colour,
    )
    return html.encode("utf-8")


def _printed(number: float, words: AccessibilityStrings) -> str:
    """A number as the language writes it."""
    return f"{number:g}".replace(".", words.decimal)


@dataclass(frozen=True)
class Group:
    """The artefacts of a folder whose names end alike, which share a standard."""

    folder: str
    standard: Standard
    checked: tuple[Checked, ...]

    @property
    def stale(self) -> int:
        """How many were made from an earlier source."""
        return sum(each.artefact.stale for each in self.checked)

    @property
    def judged(self) -> tuple[tuple[str, int, int], ...]:
        """Each program that judged any, how many it judged, and how many failed."""
        names = dict.fromkeys(f"{v.judge} {v.version}" for c in self.checked for v in c.verdicts)
        every = [v for c in self.checked for v in c.verdicts]
        return tuple(
            (
                name,
                sum(f"{v.judge} {v.version}" == name for v in every),
                sum(f"{v.judge} {v.version}" == name and bool(v.faults) for v in every),
            )
            for name in names
        )


def _groups(checked: Iterable[Checked], words: AccessibilityStrings) -> Iterator[Group]:
    def key(each: Checked) -> tuple[str, tuple[str, ...]]:
        return _shelf(each.artefact, words), each.standard.checks

    for (name, _), group in groupby(sorted(checked, key=key), key):
        found = tuple(group)
        yield Group(name, found[0].standard, found)


def _folders(
    artefacts: Iterable[Artefact], words: AccessibilityStrings
) -> Iterator[tuple[str, int]]:
    """How many artefacts there are of each ending in each folder."""
    counted = Counter(_shelf(each, words) for each in artefacts)
    yield from sorted(counted.items())


def _shelf(artefact: Artefact, words: AccessibilityStrings) -> str:
    """Folder and ending of an artefact, as the page names them."""
    path = PurePosixPath(artefact.path)
    folder = words.top if path.parent == PurePosixPath() else path.parent
    return f"{folder} ({path.suffix})"


@lru_cache(maxsize=8)
def _environment(*folders: Path) -> Environment:
    return new_environment(*folders)
