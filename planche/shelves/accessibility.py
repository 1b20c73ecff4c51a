"""The report on accessibility: made at every build, of everything that stands in the output."""

from collections.abc import Sequence
from pathlib import Path

from planche.accessibility.report import DATA, PAGE, report_html, report_json, report_of
from planche.accessibility.verdicts import verdicts_on
from planche.manifest import Artefact
from planche.shelves.texts import style_of
from planche.workshop import TEMPLATES, Job


def accessibility_files(out: Path, job: Job, artefacts: Sequence[Artefact]) -> dict[str, bytes]:
    """The report on all artefacts of an output, with what other programs said of them."""
    report = report_of(job, artefacts, verdicts_on(out, artefacts))
    html = report_html(report, style_of(job, "accessibility"), TEMPLATES / "text")
    return {PAGE: html, DATA: report_json(report)}
