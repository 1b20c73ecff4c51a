"""What other programs said of the files in an output folder: `make conformance` asks them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from planche.manifest import Artefact

NAME = "conformance.json"
"""Where their verdicts lie, in the output folder itself."""


@dataclass(frozen=True)
class Verdict:
    """What a program found wrong with a file; nothing where it passed."""

    judge: str
    version: str
    standard: str
    faults: tuple[str, ...]


def verdicts_on(out: Path, artefacts: Iterable[Artefact]) -> dict[str, tuple[Verdict, ...]]:
    """The verdicts on some artefacts by path; one on other bytes of the same name is none.

    Nothing where there is no file of verdicts, or none that can be read.
    """
    found: dict[tuple[str, str], list[Verdict]] = {}
    try:
        judges = json.loads((out / NAME).read_text(encoding="utf-8"))
        for judge in judges:
            for file in judge["files"]:
                faults = tuple(map(str, file["faults"]))
                verdict = Verdict(judge["judge"], judge["version"], judge["standard"], faults)
                found.setdefault((file["path"], file["sha256"]), []).append(verdict)
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {
        each.path: tuple(found[each.path, each.sha256])
        for each in artefacts
        if (each.path, each.sha256) in found
    }
