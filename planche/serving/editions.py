"""What a plate is laid out in, medium by medium, and everything that its pages there hang on."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from planche.geometry.board import AnyBoard, PaperBoard, SlideBoard, Subject
from planche.geometry.layout import lay_out_on_paper, lay_out_on_slides, series_of, subjects
from planche.geometry.parts import Page
from planche.geometry.pieces import lay_out_pieces
from planche.model import PlateBase
from planche.units import Pt

Key: TypeAlias = tuple[Hashable, ...]
"""Everything that the pages of a plate depend on."""


@dataclass(frozen=True)
class Edition(ABC):
    """Plates in one medium: all that are on the board, or `only` some of them by id."""

    name: str
    board: AnyBoard
    only: frozenset[str] | None = field(default=None, kw_only=True)

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """Every plate that is laid out, by its id."""
        every = subjects(self.board)
        return {each.id: each for each in every if self.only is None or each.id in self.only}

    @cached_property
    def around(self) -> Key:
        """What every plate may show of the set: all but what the lists of other plates hold."""
        plate_set = self.board.plate_set
        heads = tuple(_head(plate) for plate in plate_set.plates)
        return plate_set.set, plate_set.audiences, plate_set.ids, heads

    def key(self, plate: str) -> Key:
        """All that the pages of a plate depend on, beside theme, typeface and words."""
        subject = self.subjects[plate]
        return subject.plate, subject.position, self.board.logo, self.around

    @abstractmethod
    def lay_out(self, plate: str) -> tuple[Page, ...]:
        """The pages of a plate. Raises FaultError where it does not fit."""


@dataclass(frozen=True)
class PaperEdition(Edition):
    """The plates on a format of paper."""

    board: PaperBoard

    @cached_property
    def series(self) -> Pt | None:
        """The size that the questions have in common."""
        return series_of(self.board)

    def key(self, plate: str) -> Key:
        """All that the pages of a plate depend on: a question's size hangs on all the others."""
        return *super().key(plate), self._series(plate)

    def lay_out(self, plate: str) -> tuple[Page, ...]:
        """The pages of a plate. Raises FaultError where it does not fit."""
        return lay_out_on_paper(self.board, self.subjects[plate], self._series(plate))

    def _series(self, plate: str) -> Pt | None:
        return self.series if self.subjects[plate].plate.kind == "question" else None


@dataclass(frozen=True)
class SlideEdition(Edition):
    """The plates on slides."""

    board: SlideBoard

    def key(self, plate: str) -> Key:
        """All that the slides of a plate depend on."""
        return *super().key(plate), self.board.presented, self.board.grid

    def lay_out(self, plate: str) -> tuple[Page, ...]:
        """The slides of a plate. Raises FaultError where it does not fit."""
        return lay_out_on_slides(self.board, self.subjects[plate])


@dataclass(frozen=True)
class PieceEdition(Edition):
    """The posters on four sheets each; `posters` gives those of a plate that fit."""

    board: PaperBoard
    posters: Callable[[str], tuple[Page, ...]]

    def key(self, plate: str) -> Key:
        """All that the sheets of a plate depend on."""
        return *super().key(plate), self.posters(plate)

    def lay_out(self, plate: str) -> tuple[Page, ...]:
        """The sheets of a plate. Raises FaultError where their words do not fit."""
        found: list[Page] = []
        for poster in self.posters(plate):
            found += lay_out_pieces(self.board, poster, self.subjects[plate])
        return tuple(found)


def _head(plate: PlateBase) -> Key:
    """A plate without its lists."""
    values = (getattr(plate, name) for name in type(plate).model_fields)
    return (plate.kind, *(each for each in values if not isinstance(each, tuple)))
