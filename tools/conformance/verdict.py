"""What a judge says, in one shape for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class JudgeError(Exception):
    """A judge that could not do its work: missing, or fallen over."""


@dataclass(frozen=True)
class Verdict:
    """What a judge found in some files.

    `standard` is what it held them against; `faults` has every file it was given, with one
    line a fault and none where there is none.
    """

    judge: str
    version: str
    standard: str
    faults: Mapping[Path, Sequence[str]]

    @property
    def failed(self) -> tuple[Path, ...]:
        """The files with any fault."""
        return tuple(path for path, found in self.faults.items() if found)
