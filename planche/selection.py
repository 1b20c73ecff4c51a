"""Which plates are meant: ids, ranges in plate order, audiences, `all`."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from planche.diagnostics import FaultError
from planche.model import PlateSet

SEPARATOR = re.compile(r"[,\s]+")


@dataclass(frozen=True)
class Choice:
    """What can be chosen from: the audience of each plate, in plate order, and all audiences."""

    plates: Mapping[str, str | None]
    audiences: Collection[str]


def choice_of(plate_set: PlateSet) -> Choice:
    """What can be chosen from a set."""
    plates = {plate_id: plate.audience for plate_id, plate in plate_set.with_ids()}
    return Choice(plates, [audience.id for audience in plate_set.audiences])


def selected(plate_set: PlateSet, references: Sequence[str]) -> frozenset[str]:
    """The ids of the plates that some references name, as `chosen` reads them."""
    return frozenset(chosen(choice_of(plate_set), references))


def chosen(choice: Choice, references: Sequence[str]) -> tuple[str, ...]:
    """The ids that some references name, in the order they are named, each once.

    A reference is an id (`q5`), a range that takes along what stands between (`q4-q6`),
    `audience:ID`, or `all`; several may stand in one, with commas or spaces between.
    Raises FaultError for one that names nothing.
    """
    names = [name for each in references for name in SEPARATOR.split(each) if name]
    return tuple(dict.fromkeys(plate for name in names for plate in _one(choice, name)))


def _one(choice: Choice, name: str) -> list[str]:
    ids = list(choice.plates)
    if name == "all":
        return ids
    if name in ids:
        return [name]
    if name.startswith("audience:"):
        wanted = name.removeprefix("audience:")
        if wanted in choice.audiences:
            return [plate for plate, audience in choice.plates.items() if audience == wanted]
    for cut in (match.start() for match in re.finditer("-", name)):
        first, last = name[:cut], name[cut + 1 :]
        if first in ids and last in ids and ids.index(first) <= ids.index(last):
            return ids[ids.index(first) : ids.index(last) + 1]
    raise FaultError("unknown-selection", name=name, known=", ".join(ids))
