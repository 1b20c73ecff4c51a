"""One file to one checked plate set, or to everything that is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from planche.diagnostics import Diagnostic, Place, has_errors, in_order
from planche.model import PlateSet
from planche.source.characters import decode
from planche.source.compose import compose
from planche.source.loading import load
from planche.source.passages import Passage, passages
from planche.source.references import Surroundings, check
from planche.source.tree import FieldsNode, Findings, TextNode
from planche.source.validate import WORDS, Parts, validate

LANGUAGE = re.compile(r"(?m)^[ \t]+language:[ \t]*[\"']?([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\b")
FALLBACK_LANGUAGE = "da"


@dataclass(frozen=True)
class Reading:
    """What a source file was found to hold."""

    plate_set: PlateSet | None
    """The set; None where there is any error."""
    diagnostics: tuple[Diagnostic, ...]
    """Every fault and remark, in source order."""
    places: Mapping[str, Place]
    """Where each plate starts, by its id."""
    language: str
    """Language of the set, as far as it can be told from a broken file."""
    passages: tuple[Passage, ...]
    """Every text of the plates as it was typed."""
    items: Mapping[str, tuple[Place, ...]]
    """Where each item of the other lists starts (`corrections`, …), by the list's name."""


@dataclass(frozen=True)
class Opened:
    """A source as far as it can be told without the theme it is to be set in."""

    findings: Findings
    parts: Parts | None
    language: str
    data: bytes
    """The bytes that were read, so that what was made can be told from what is there later."""

    @property
    def theme(self) -> TextNode | None:
        """The theme that the set names, as it is typed."""
        info = self.parts.singles.get("set") if self.parts else None
        return info.node.text("theme") if info and isinstance(info.node, FieldsNode) else None

    def checked(self, surroundings: Surroundings) -> Reading:
        """The set, held against its theme as well."""
        findings = Findings(self.findings.path, list(self.findings.diagnostics))
        places: Mapping[str, Place] = {}
        found: tuple[Passage, ...] = ()
        items: dict[str, tuple[Place, ...]] = {}
        plate_set = None
        if self.parts is not None:
            spots = check(self.parts, surroundings, findings)
            places = {plate: findings.place(spot) for plate, spot in spots.items()}
            if not has_errors(findings.diagnostics):
                plate_set = self.parts.plate_set()
                nodes = (item.node for item in self.parts.items("plates"))
                found = tuple(passages(zip(plate_set.ids, nodes, strict=True), findings.path))
            items = {
                name: tuple(findings.place(item.node.spot) for item in listed)
                for name, listed in self.parts.lists.items()
            }
        diagnostics = in_order(findings.diagnostics)
        return Reading(
            plate_set,
            diagnostics,
            MappingProxyType(places),
            self.language,
            found,
            MappingProxyType(items),
        )


def read(path: Path, name: str, surroundings: Surroundings) -> Reading:
    """The set in a file, which messages call by `name`. Never raises for what a file holds."""
    return open_source(path, name).checked(surroundings)


def open_source(path: Path, name: str) -> Opened:
    """The parts of the set in a file, each judged by itself; `checked` does the rest."""
    findings = Findings(name)
    data = load(path, findings)
    return (
        Opened(findings, None, FALLBACK_LANGUAGE, b"")
        if data is None
        else open_bytes(data, findings)
    )


def read_bytes(data: bytes, findings: Findings, surroundings: Surroundings) -> Reading:
    """The set in the bytes of a file; all stages in their order."""
    return open_bytes(data, findings).checked(surroundings)


def open_bytes(data: bytes, findings: Findings) -> Opened:
    """The parts of the set in the bytes of a file."""
    text = decode(data, findings)
    root = compose(text, WORDS, findings) if text is not None else None
    parts = validate(root, findings) if root is not None else None
    return Opened(findings, parts, _language(data), data)


def _language(data: bytes) -> str:
    """The language a file says it has, however broken the rest is."""
    found = LANGUAGE.search(data.decode("utf-8", errors="replace"))
    return found[1] if found else FALLBACK_LANGUAGE
