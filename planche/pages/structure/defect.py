"""What is wrong with a file's tags."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from planche.pages.structure.reading import Tagged


@dataclass(frozen=True)
class Defect:
    """A fault of the tags; `page` counts from 0, None where it is the file's."""

    page: int | None
    what: str


Check: TypeAlias = Callable[[Tagged], Iterator[Defect]]
"""Finds one kind of fault."""
