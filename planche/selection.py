"""Which plates are meant: ids, ranges in plate order, audiences, `all`."""

import re
from collections.abc import Sequence

from planche.diagnostics import FaultError
from planche.model import PlateSet

SEPARATOR = re.compile(r"[,\s]+")


def selected(plate_set: PlateSet, references: Sequence[str]) -> frozenset[str]:
    """The ids of the plates that some references name.

    A reference is an id (`q5`), a range that takes along what stands between (`q4-q6`),
    `audience:ID`, or `all`; several may stand in one, with commas or spaces between.
    Raises FaultError for one that names nothing.
    """
    names = [name for each in references for name in SEPARATOR.split(each) if name]
    found: set[str] = set()
    for name in names:
        found |= _one(plate_set, name)
    return frozenset(found)


def _one(plate_set: PlateSet, name: str) -> set[str]:
    ids = plate_set.ids
    if name == "all":
        return set(ids)
    if name in ids:
        return {name}
    if name.startswith("audience:"):
        wanted = name.removeprefix("audience:")
        if any(audience.id == wanted for audience in plate_set.audiences):
            return {key for key, plate in plate_set.with_ids() if plate.audience == wanted}
    for cut in (match.start() for match in re.finditer("-", name)):
        first, last = name[:cut], name[cut + 1 :]
        if first in ids and last in ids and ids.index(first) <= ids.index(last):
            return set(ids[ids.index(first) : ids.index(last) + 1])
    raise FaultError("unknown-selection", name=name, known=", ".join(ids))
