"""One file to one checked plate set, or to everything that is wrong with it."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from planche.diagnostics import Diagnostic, Place, has_errors, in_order
from planche.model import PlateSet
from planche.source.characters import decode
from planche.source.compose import compose
from planche.source.references import Surroundings, check
from planche.source.tree import Findings, Spot
from planche.source.validate import validate

MOST_MEGABYTES = 2
"""A set of three hundred plates has half a megabyte."""
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024

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


def read(
    path: Path, name: str, missing_glyphs: Callable[[str], str], colours: Collection[str]
) -> Reading:
    """The set in a file, which messages call by `name`. Never raises for what a file holds."""
    findings = Findings(name)
    data = _load(path, findings)
    if data is None:
        return Reading(None, in_order(findings.diagnostics), {}, FALLBACK_LANGUAGE)
    return read_bytes(data, findings, Surroundings(missing_glyphs, colours))


def read_bytes(data: bytes, findings: Findings, surroundings: Surroundings) -> Reading:
    """The set in the bytes of a file; all stages in their order."""
    places: Mapping[str, Place] = {}
    plate_set = None
    text = decode(data, findings)
    root = compose(text, findings) if text is not None else None
    if root is not None:
        parts = validate(root, findings)
        spots = check(parts, surroundings, findings)
        places = {plate: findings.place(spot) for plate, spot in spots.items()}
        if not has_errors(findings.diagnostics):
            plate_set = parts.plate_set()
    diagnostics = in_order(findings.diagnostics)
    return Reading(plate_set, diagnostics, MappingProxyType(places), _language(data))


def _load(path: Path, findings: Findings) -> bytes | None:
    """The bytes of a file; None where it cannot be had, which is then noted."""
    try:
        if path.is_dir():
            findings.add(Spot(), "file-is-folder")
        elif not path.exists():
            findings.add(Spot(), "file-missing")
        elif not path.is_file():
            findings.add(Spot(), "file-unreadable")
        else:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
            if len(data) <= MOST_BYTES:
                return data
            findings.add(Spot(), "file-too-big", most=MOST_MEGABYTES)
    except (OSError, ValueError):
        findings.add(Spot(), "file-unreadable")
    return None


def _language(data: bytes) -> str:
    """The language a file says it has, however broken the rest is."""
    found = LANGUAGE.search(data.decode("utf-8", errors="replace"))
    return found[1] if found else FALLBACK_LANGUAGE
