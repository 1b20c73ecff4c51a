"""One fault or remark, as data: what it is, where it stands, and how it reads in a language.

Leaf functions raise or return a `Fault` (a code and its values) and know no file; the one
who knows the place makes it a `Diagnostic`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from planche.catalogue import CATALOGUE

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A place in a text file; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Fault:
    """What is wrong, without a place: a code of the catalogue and the values of its message."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


class FaultError(Exception):
    """Carries a `Fault` out of a function that could not give its result."""

    def __init__(self, code: str, **values: object) -> None:
        self.fault = Fault(code, {key: str(value) for key, value in values.items()})
        super().__init__(code)


@dataclass(frozen=True)
class Diagnostic:
    """A fault with its place."""

    place: Place
    fault: Fault

    @property
    def severity(self) -> Severity:
        """`error` or `warning`, as the catalogue says."""
        return CATALOGUE[self.fault.code].severity

    def text(self, language: str) -> str:
        """What is wrong and what to write instead, in `da` or `en`."""
        wording = CATALOGUE[self.fault.code].wording(language)
        return f"{wording.message}; {wording.hint}".format_map(self.fault.values)

    def line(self, language: str) -> str:
        """The whole message as printed: `file:line:column: error CODE: …; …`."""
        return f"{self.place}: {self.severity} {self.fault.code}: {self.text(language)}"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics in source order, each once."""
    unique = {
        (d.place, d.fault.code, tuple(sorted(d.fault.values.items()))): d for d in diagnostics
    }
    return tuple(unique[key] for key in sorted(unique))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)
