"""The drawing board: what every layout function is given, and what they all need from it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from planche.diagnostics import FaultError
from planche.geometry.dress import COMMON, FULL, Dress, dress_of
from planche.geometry.parts import Area, Box
from planche.geometry.typesetter import Ink, Typesetter
from planche.logo.mark import Logo
from planche.model import Audience, PlateBase, PlateSet
from planche.proportions import Proportions
from planche.strings import Strings
from planche.text.faces import Face
from planche.theme import PageFormat, SlideFormat, Theme
from planche.units import Mm, Pt

Candidate = TypeVar("Candidate")


@dataclass(frozen=True)
class Subject:
    """The plate on the board: its id and its place among the others."""

    plate: PlateBase
    id: str
    position: int
    audience: Audience | None
    family: str
    dress: Dress = FULL

    def shade(self, name: str) -> str:
        """The token of a common colour, or of a shade of the plate's family."""
        return name if name in COMMON else f"{self.family}-{name}"

    def on_paper(self) -> Ink:
        """Ordinary text."""
        return Ink("ink", self.dress.paper)

    def on_field(self) -> Ink:
        """Titles on the colour field."""
        return Ink(self.shade(self.dress.on_field), self.shade(self.dress.field))

    def mark_on_field(self) -> Ink:
        """Sign and words over a title on the colour field."""
        return Ink(self.shade(self.dress.mark), self.shade(self.dress.field))


@dataclass(frozen=True)
class Board:
    """What a set is drawn with: theme, words, typesetter."""

    plate_set: PlateSet
    theme: Theme
    strings: Strings
    setter: Typesetter
    logo: Logo | None = field(default=None, kw_only=True)

    @property
    def proportions(self) -> Proportions:
        """How parts are sized against each other."""
        return self.theme.proportions

    @property
    def number_face(self) -> Face:
        """The face of the giant numbers."""
        return self.setter.faces[self.theme.roles["number"].face]

    @property
    def dress(self) -> Dress:
        """How much ink its pages wear."""
        return FULL

    def subject(self, position: int) -> Subject:
        """The plate at a position in the set, counted from 0."""
        plate = self.plate_set.plates[position]
        audience = self.plate_set.audience(plate)
        family = audience.colour if audience else self.theme.house
        id_ = self.plate_set.ids[position]
        return Subject(plate, id_, position, audience, family, self.dress)


@dataclass(frozen=True)
class PaperBoard(Board):
    """A board for posters of one format."""

    format_name: str
    grid: PageFormat

    @property
    def dress(self) -> Dress:
        """How much ink its pages wear."""
        return dress_of(self.grid)

    @property
    def label(self) -> str:
        """What messages call the format."""
        return self.format_name.upper()

    def printed(self, page: Box) -> Box:
        """As much of a page as colour may cover."""
        return page.inset(self.grid.edge)

    def tall_page(self) -> Box:
        """The whole page in portrait."""
        return Box(0, 0, self.grid.width, self.grid.height)

    def wide_page(self) -> Box:
        """The whole page in landscape."""
        return Box(0, 0, self.grid.height, self.grid.width)

    def text_area(self, page: Box, top: Mm) -> Box:
        """What is left for text under a height, inside margins and over the foot."""
        return area_under(self.grid, page, top)


@dataclass(frozen=True)
class SlideBoard(Board):
    """A board for slides."""

    grid: SlideFormat
    format_name: str = "deck"
    presented: str | None = None
    """Who presents the deck, and when."""

    @property
    def label(self) -> str:
        """What messages call the format."""
        return self.format_name

    def printed(self, page: Box) -> Box:
        """As much of a slide as colour may cover: all of it."""
        return page

    def wide_page(self) -> Box:
        """The whole slide."""
        return Box(0, 0, self.grid.width, self.grid.height)

    def text_area(self, page: Box, top: Mm) -> Box:
        """What is left for text under a height, inside margins and over the foot."""
        return area_under(self.grid, page, top)


AnyBoard: TypeAlias = PaperBoard | SlideBoard
"""The board of either medium, for what is drawn alike on both."""


def ground_of(board: AnyBoard, subject: Subject, page: Box, ink: Ink) -> str:
    """The colour of a page that is a field all over: the field's, where it reaches the edges."""
    return ink.ground if board.printed(page) == page else subject.dress.paper


def bar_of(board: AnyBoard, subject: Subject, field: Box) -> Area | None:
    """The deep bar at the left of a pale field; None where the field has weight of its own."""
    width = board.grid.padding * subject.dress.bar
    box = Box(field.x, field.y, width, field.height)
    return Area(box, subject.shade("deep")) if width else None


def area_under(grid: PageFormat | SlideFormat, page: Box, top: Mm) -> Box:
    """What is left of a page under a height, inside its margins and over its foot."""
    return Box(grid.margin, top, page.width - 2 * grid.margin, page.height - grid.foot - top)


def first_that_fits(
    candidates: Iterable[Candidate], fits: Callable[[Candidate], bool]
) -> Candidate | None:
    """The first candidate that fits, or None; candidates stand best first."""
    return next((each for each in candidates if fits(each)), None)


def too_much(subject: Subject, board: AnyBoard, excess: str, size: Pt) -> FaultError:
    """The fault of a plate that does not fit even at the smallest sizes."""
    return FaultError(
        "too-much-text",
        excess=excess,
        size=f"{size:g}",
        format=board.label,
        plate=subject.id,
    )


def excess_words(overflow: Mm, line_height: Mm, words_a_line: float) -> str:
    """About how many words stand in a height that is missing."""
    return str(max(1, round(overflow / line_height * words_a_line)))


def stacked(heights: Sequence[Mm], gap: Mm) -> Mm:
    """Height of parts one under the other with gaps between them."""
    return sum(heights) + gap * max(0, len(heights) - 1)
