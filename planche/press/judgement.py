"""A run judged: every file that is sent, and where in source and theme a fault comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from planche.press.plan import RunPlan
from planche.press.preflight import Expected, Finding, Report, preflight
from planche.press.printing import PressFile
from planche.theme import Theme

ALIKE = 0.6
"""Percent by which two inks may differ and be one: a renderer counts in 256 steps."""

SAFE_MM = 5.0
"""Least distance of text from the trim: what the knife may stray, and the eye asks (house)."""


@dataclass(frozen=True)
class Judgement:
    """What preflight found in the files of a run; `report` is of all its pages in order."""

    report: Report
    files: tuple[tuple[PressFile, Report], ...]

    def findings(self) -> Iterator[tuple[PressFile, str | None, Finding]]:
        """Each finding with its file and the plate it stands on, None for the whole file."""
        for file, report in self.files:
            for finding in report.findings:
                page = finding.page
                yield file, file.pages[page - 1].plate if page else None, finding


def expected_of(plan: RunPlan, pages: int) -> Expected:
    """What a run's order asks of a file with some pages."""
    width, height = plan.sides
    return Expected(
        trim_width_mm=width,
        trim_height_mm=height,
        bleed_mm=plan.run.bleed,
        most_ink_percent=plan.most_ink,
        pages=pages,
        condition=plan.condition.identifier,
        safe_mm=SAFE_MM,
    )


def judged(plan: RunPlan, files: Sequence[PressFile]) -> Judgement:
    """Every file of a run held against its order.

    Raises FaultError `part-missing` where the program that renders inks is not installed.
    """
    found = tuple(
        (each, preflight(each.data, expected_of(plan, len(each.pages)))) for each in files
    )
    return Judgement(_together(plan, found), found)


def _together(plan: RunPlan, files: Sequence[tuple[PressFile, Report]]) -> Report:
    """The reports of all files as one, their pages numbered on."""
    findings, pages, before = [], [], 0
    for file, report in files:
        findings += [
            replace(each, page=each.page + before) if each.page else each
            for each in report.findings
        ]
        pages += [replace(each, number=each.number + before) for each in report.pages]
        before += len(file.pages)
    estimated = any(report.estimated for _, report in files)
    return Report(expected_of(plan, before), tuple(findings), tuple(pages), estimated)


def colour_of(finding: Finding, theme: Theme) -> str | None:
    """The token of the theme whose inks a finding is about, None where it is about none."""
    inks = finding.values.get("inks")
    if not isinstance(inks, tuple):
        return None
    for token, colour in theme.colours.items():
        if all(abs(a - b) <= ALIKE for a, b in zip(colour.press, inks, strict=True)):
            return token
    return None
