"""What a job ticket says: the finished facts of a print run, no I/O.

Lengths are millimetres, sizes of files bytes, coverages percent of the four inks together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from planche.model import Audience
from planche.units import Mm

Sides: TypeAlias = Literal["one", "two"]

Outcome: TypeAlias = Literal["passed", "warned", "failed"]
"""Whether a run can be printed: yes; yes, with remarks; no."""

FileRole: TypeAlias = Literal["approval", "preflight", "preflight-data", "archive"]
"""What a file that goes with the plates is for."""


@dataclass(frozen=True)
class TicketFile:
    """A file of the run: its name in the run's folder, and how to know it.

    `sha256` and `size` are None for a file that holds the ticket itself (the archive).
    """

    name: str
    sha256: str | None
    size: int | None


@dataclass(frozen=True)
class TicketPlate:
    """An order line: a plate, in which file it is, and how many copies of it are wanted.

    `width` and `height` are the trimmed sheet's; `position` counts from 1 in the whole set;
    `family` names the colours it wears; `thumbnail` is a PNG of the trimmed sheet.
    """

    id: str
    position: int
    heading: str
    family: str
    audience: Audience | None
    copies: int
    pages: int
    width: Mm
    height: Mm
    file: TicketFile
    thumbnail: bytes = field(repr=False)

    @property
    def is_landscape(self) -> bool:
        """Whether the sheet is wider than high."""
        return self.width > self.height


@dataclass(frozen=True)
class Stock:
    """What is printed on and how it is finished, in the words of the order.

    `format` is the paper's name (`A3`); `bleed` reaches over the trim on each side.
    """

    format: str
    bleed: Mm
    marks: bool
    paper: str | None
    sides: Sides
    binding: str | None


@dataclass(frozen=True)
class Inks:
    """The inks of the run: the separations by name, most ink found and allowed, the profile."""

    front: tuple[str, ...]
    back: tuple[str, ...]
    found: float
    limit: int
    condition: str
    profile: TicketFile

    @property
    def short(self) -> str:
        """As printers say it: inks on the front and on the back."""
        return f"{len(self.front)}/{len(self.back)}"


@dataclass(frozen=True)
class Finding:
    """What preflight remarks: the rule's number, what is wrong, the plate, and which of the
    plate's pages, from 1, if any."""

    rule: str
    text: str
    plate: str | None = None
    page: int | None = None


@dataclass(frozen=True)
class Verdict:
    """What preflight found in how many files by how many rules."""

    files: int
    rules: int
    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """Whether the run can be printed."""
        if self.errors:
            return "failed"
        return "warned" if self.warnings else "passed"


@dataclass(frozen=True)
class Changes:
    """What is not as it was in an earlier run; plates by their ids."""

    since: str
    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    same: tuple[str, ...]


@dataclass(frozen=True)
class Parties:
    """Who orders, whom to ask, and where and when the copies are wanted."""

    publisher: str | None
    contact: str | None
    deliver_to: str | None
    deliver_by: str | None


@dataclass(frozen=True)
class Ticket:
    """A whole ticket. `name` is the run's folder, `house` the colours of the set itself."""

    name: str
    title: str
    set_title: str
    edition: str | None
    language: str
    house: str
    parties: Parties
    plates: tuple[TicketPlate, ...]
    stock: Stock
    inks: Inks
    verdict: Verdict
    others: tuple[tuple[FileRole, TicketFile], ...] = ()
    changes: Changes | None = None

    @property
    def copies(self) -> int:
        """Printed copies of all plates together."""
        return sum(plate.copies for plate in self.plates)

    @property
    def pages(self) -> int:
        """Pages of all plates, each once."""
        return sum(plate.pages for plate in self.plates)

    @property
    def sheets(self) -> int:
        """Trimmed sheets of all copies, each plate beginning a sheet of its own."""
        a_sheet = 2 if self.stock.sides == "two" else 1
        return sum(plate.copies * -(-plate.pages // a_sheet) for plate in self.plates)

    @property
    def sets(self) -> int | None:
        """How many whole sets are ordered; None where the plates' copies differ."""
        counts = {plate.copies for plate in self.plates}
        return counts.pop() if len(counts) == 1 else None

    @property
    def files(self) -> tuple[TicketFile, ...]:
        """The files with plates in them, each once."""
        return tuple(dict.fromkeys(plate.file for plate in self.plates))

    def plates_in(self, file: TicketFile) -> tuple[TicketPlate, ...]:
        """The plates in a file, in their order."""
        return tuple(plate for plate in self.plates if plate.file == file)


def sizes(plates: Sequence[TicketPlate]) -> dict[tuple[Mm, Mm], int]:
    """How many plates have each size of trimmed sheet, in the order they first stand."""
    counts: dict[tuple[Mm, Mm], int] = {}
    for plate in plates:
        counts[plate.width, plate.height] = counts.get((plate.width, plate.height), 0) + 1
    return counts
