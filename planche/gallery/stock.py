"""What there is to show: the files of this build and of the earlier ones in the same output."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from planche.manifest import Artefact, Made

OWN = "gallery"
"""The kind of the gallery's own files."""


@dataclass(frozen=True)
class Stored:
    """A file of the output: where it stands, what it is, and its bytes when they are asked for."""

    path: str
    kind: str
    plates: tuple[str, ...]
    pages: int
    size: int
    """Its length in bytes."""
    read: Callable[[], bytes]

    @property
    def name(self) -> str:
        """The file's own name."""
        return PurePosixPath(self.path).name

    @property
    def folder(self) -> str:
        """The folder it stands in, from the output."""
        return str(PurePosixPath(self.path).parent)

    @property
    def ending(self) -> str:
        """What its name ends with, in lower case and without the dot."""
        return PurePosixPath(self.path).suffix.removeprefix(".").lower()

    def is_of(self, plate: str) -> bool:
        """Whether it is a plate's own file: named after it, perhaps numbered, perhaps a part."""
        own = rf"(\d+-)?{re.escape(plate)}(-\d+)?"
        return (
            self.plates == (plate,) and re.fullmatch(own, PurePosixPath(self.path).stem) is not None
        )


@dataclass(frozen=True)
class Stock:
    """All files of the output but the gallery's own, in the order of their paths."""

    files: tuple[Stored, ...]

    def of_kind(self, kind: str) -> Iterator[Stored]:
        """The files of a kind."""
        return (each for each in self.files if each.kind == kind)

    def of_plate(self, plate: str, kind: str) -> Iterator[Stored]:
        """The plate's own files of a kind."""
        return (each for each in self.of_kind(kind) if each.is_of(plate))

    def at(self, path: str) -> Stored | None:
        """The file at a path, or None."""
        return next((each for each in self.files if each.path == path), None)

    def under(self, folder: str) -> Iterator[Stored]:
        """The files in a folder and in those below it."""
        return (each for each in self.files if each.path.startswith(f"{folder}/"))


def stock_of(
    out: Path, earlier: Sequence[Artefact], made: Iterable[Made], gone: Collection[str]
) -> Stock:
    """The files made now, and those of earlier builds that are still there and wanted."""
    kept = {
        each.path: Stored(
            each.path, each.kind, each.plates, each.pages, each.bytes, (out / each.path).read_bytes
        )
        for each in earlier
        if each.kind != OWN and each.path not in gone and (out / each.path).is_file()
    }
    new = {
        each.path: Stored(
            each.path, each.kind, each.plates, each.pages, len(each.data), partial(_bytes, each)
        )
        for each in made
    }
    return Stock(tuple(each for _, each in sorted({**kept, **new}.items())))


def _bytes(made: Made) -> bytes:
    return made.data
