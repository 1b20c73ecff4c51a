"""What is wrong, as the pages show it: from a source as it is read, or from a build's messages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planche.catalogue import CATALOGUE
from planche.diagnostics import Diagnostic, Severity

LINE = re.compile(
    r"(?P<place>.+?:[0-9]+:[0-9]+): (?P<severity>error|warning) (?P<code>[a-z-]+): (?P<text>.+)"
)
"""A message as the command prints it."""


@dataclass(frozen=True)
class Finding:
    """One fault or remark: `file:line:column`, what is wrong, what to write instead."""

    place: str
    severity: str
    code: str
    message: str
    hint: str


def findings(diagnostics: Iterable[Diagnostic], language: str) -> tuple[Finding, ...]:
    """Diagnostics in a language of messages, `da` or `en`."""
    return tuple(_finding(each, language) for each in diagnostics)


def _finding(diagnostic: Diagnostic, language: str) -> Finding:
    fault = diagnostic.fault
    wording = CATALOGUE[fault.code].wording(language)
    return Finding(
        str(diagnostic.place),
        diagnostic.severity,
        fault.code,
        wording.message.format_map(fault.values),
        wording.hint.format_map(fault.values),
    )


def printed(text: str) -> Iterator[Finding]:
    """The findings among what a build printed."""
    for line in text.splitlines():
        if found := LINE.fullmatch(line.rpartition("\r")[2].strip()):
            message, _, hint = found["text"].rpartition("; ")
            yield Finding(found["place"], found["severity"], found["code"], message, hint)


def together(*groups: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of several origins, each once, errors first."""
    every = {
        (each.place, each.code, f"{each.message}; {each.hint}"): each
        for group in groups
        for each in group
    }
    return tuple(sorted(every.values(), key=lambda each: _rank(each.severity)))


def _rank(severity: Severity | str) -> int:
    return 0 if severity == "error" else 1
