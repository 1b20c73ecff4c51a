"""What preflight found, for people and for programs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from planche.geometry.parts import Box
from planche.press.preflight.expected import Expected
from planche.press.preflight.facts import Inks
from planche.press.preflight.rules import BY_SLUG, Severity
from planche.press.preflight.wording import Wording, wording
from planche.units import Mm, Pt

Verdict: TypeAlias = Literal["passed", "warnings", "failed"]

Value: TypeAlias = str | int | float | tuple[float, ...]

Values: TypeAlias = Mapping[str, Value]
"""What a finding says was found, by name."""


@dataclass(frozen=True)
class Finding:
    """A rule that does not hold."""

    rule: str
    """The rule's slug."""
    page: int | None = None
    """The page, from 1; None where it is the whole file."""
    place: Box | None = None
    """Where, in millimetres from the trim's top left; None where that says nothing."""
    values: Values = field(default_factory=dict)
    """What was found: `found`, `limit`, `text` (a text's words), `inks` (C M Y K in percent) …"""

    @property
    def severity(self) -> Severity:
        """`error` or `warning`, as the table of rules says."""
        return BY_SLUG[self.rule].severity

    def text(self, language: str) -> str:
        """What is wrong, in `da` or `en`."""
        words = wording(language)
        told = words.rules[self.rule].found.format_map(self._shown(words))
        more = self.values.get("more")
        return f"{told} {words.more.format(more=more)}" if more else told

    def remedy(self, language: str) -> str:
        """What to do about it, in `da` or `en`."""
        words = wording(language)
        return words.rules[self.rule].remedy.format_map(self._shown(words))

    def line(self, file: str, language: str) -> str:
        """The whole message as it is printed."""
        where = file if self.page is None else f"{file}:{wording(language).page} {self.page}"
        said = f"{self.text(language)}; {self.remedy(language)}"
        return f"{where}: {self.severity} {self.rule}: {said}"

    def _shown(self, words: Wording) -> dict[str, str]:
        """The values as a sentence prints them; `what` and `side` are words themselves."""
        told = {key: shown(value, words.decimal) for key, value in self.values.items()}
        named = {"what": words.kinds, "side": words.sides}
        return {key: named[key][text] if key in named else text for key, text in told.items()}


@dataclass(frozen=True)
class PageSummary:
    """What a print house looks at first on a page; None where there is none of it."""

    number: int
    trim_width: Mm
    trim_height: Mm
    bleed: tuple[Mm, ...]
    """Top, right, bottom, left, beyond the trim."""
    media_width: Mm
    media_height: Mm
    colours: tuple[str, ...]
    """Colour spaces and spot colours in use."""
    channels: Inks
    """Mean of each ink over the trim, in percent."""
    mean_ink: float
    most_ink: float
    most_ink_place: Box
    most_ink_inks: Inks
    smallest_text: Pt | None
    thinnest_line: Pt | None
    lowest_ppi: float | None
    fonts: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """A file, judged."""

    expected: Expected
    findings: tuple[Finding, ...]
    pages: tuple[PageSummary, ...]
    estimated: bool
    """Whether ink is an estimate, since the file has colours that are not inks."""

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended."""
        return tuple(each for each in self.findings if each.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What should be looked at."""
        return tuple(each for each in self.findings if each.severity == "warning")

    @property
    def verdict(self) -> Verdict:
        """`failed` with any error, else `warnings` or `passed`."""
        return "failed" if self.errors else "warnings" if self.warnings else "passed"

    def as_json(self) -> str:
        """Everything as JSON, the same for the same file and order; lengths in millimetres."""
        told = {
            "format": 1,
            "verdict": self.verdict,
            "expected": vars(self.expected),
            "ink_estimated": self.estimated,
            "findings": [_finding(each) for each in self.findings],
            "pages": [_page(each) for each in self.pages],
        }
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "number": BY_SLUG[finding.rule].number,
        "severity": finding.severity,
        "page": finding.page,
        "place": _box(finding.place),
        "values": dict(finding.values),
        "text": {language: finding.text(language) for language in ("da", "en")},
        "remedy": {language: finding.remedy(language) for language in ("da", "en")},
    }


def _page(page: PageSummary) -> dict[str, object]:
    told = dict(vars(page))
    told["most_ink_place"] = _box(page.most_ink_place)
    return told


def _box(box: Box | None) -> dict[str, float] | None:
    if box is None:
        return None
    return {key: round(value, 2) for key, value in vars(box).items()}


def shown(value: Value, decimal: str) -> str:
    """A value in words: numbers with at most two decimals and the language's decimal mark."""
    if isinstance(value, tuple):
        return " ".join(shown(each, decimal) for each in value)
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", decimal)
    return str(value)
