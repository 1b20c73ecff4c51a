"""What is to be printed again: the plates of one edition held against those of another."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

from planche.manifest import Artefact

PRINTED = "poster"
"""The kind of file that is printed and hung up."""


@dataclass(frozen=True)
class Changes:
    """The plates of an edition by what became of them since another, each in its own order."""

    changed: tuple[str, ...]
    """In both, and not alike: what hangs on the wall is out of date."""
    added: tuple[str, ...]
    """In the new edition only."""
    removed: tuple[str, ...]
    """In the old edition only."""
    same: tuple[str, ...]
    """In both, byte for byte."""


Prints: TypeAlias = Mapping[str, Mapping[str, str]]
"""The digest of each plate's own file, by plate and by the folder of its paper."""


def changes(old: Sequence[Artefact], new: Sequence[Artefact]) -> Changes:
    """What became of each plate that has a poster of its own.

    A plate is compared on every paper that both editions have it on. The foot of a plate
    names its place and the edition, so a new edition or number changes it, as it must.
    """
    before, now = prints(old), prints(new)
    both = [plate for plate in now if plate in before]
    same = frozenset(plate for plate in both if _alike(before[plate], now[plate]))
    return Changes(
        tuple(plate for plate in both if plate not in same),
        tuple(plate for plate in now if plate not in before),
        tuple(plate for plate in before if plate not in now),
        tuple(plate for plate in both if plate in same),
    )


def prints(artefacts: Iterable[Artefact]) -> Prints:
    """The posters that hold one plate each, named `NN-<id>` (an audience with one plate
    has a file of one plate too, named after itself), in the order of their numbers."""
    found: dict[str, dict[str, str]] = {}
    for each in sorted(artefacts, key=lambda artefact: _number(artefact.path)):
        path = PurePosixPath(each.path)
        if each.kind == PRINTED and len(each.plates) == 1:
            (plate,) = each.plates
            if re.fullmatch(r"\d+-" + re.escape(plate), path.stem):
                found.setdefault(plate, {})[str(path.parent)] = each.sha256
    return found


def _number(path: str) -> int:
    digits = re.match(r"\d+", PurePosixPath(path).name)
    return int(digits[0]) if digits else 0


def _alike(before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Whether a plate is the same on every paper of both editions, of which there is one."""
    papers = before.keys() & now.keys()
    return bool(papers) and all(before[paper] == now[paper] for paper in papers)
