"""A sound set on its boards: all that `check` lays out, ready to be laid out plate by plate."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from planche.decks import Setting, deck_board, laid_out_anew
from planche.geometry.board import PaperBoard, SlideBoard
from planche.geometry.layout import medium_of
from planche.geometry.parts import Page
from planche.geometry.typesetter import PAPER as SHEET
from planche.geometry.typesetter import SLIDES, Medium, Typesetter
from planche.model import PlateSet
from planche.serving.editions import Edition, PaperEdition, PieceEdition, SlideEdition
from planche.strings import Strings
from planche.workshop import OFFICE, PAPER, Sound

ON_SCREEN, IN_PIECES = "slides", "pieces"
"""Names of editions beside the formats of paper and the declared decks."""

Setters: TypeAlias = Callable[[PlateSet, Medium], Typesetter]
"""Gives what sets the texts of a set in a medium."""

Laying: TypeAlias = Callable[[Edition, str], tuple[Page, ...]]
"""Gives the pages of a plate in an edition; none where it does not fit."""


@dataclass(frozen=True)
class Bench:
    """A set without errors, on a board for each medium."""

    sound: Sound
    strings: Strings
    paper: PaperEdition
    slides: SlideEdition
    office: tuple[Edition, ...]
    """Each format for office printers, then the posters in pieces."""
    decks: tuple[SlideEdition, ...]
    """Of every declared deck the slides that it does not share with the deck of all."""

    @property
    def plates(self) -> tuple[str, ...]:
        """The ids of all plates, in order."""
        return self.sound.plate_set.ids

    @property
    def editions(self) -> tuple[Edition, ...]:
        """All of them, as `check` goes through them: of two faults it tells the first."""
        return self.paper, *self.office, self.slides, *self.decks


def bench_of(sound: Sound, strings: Strings, setters: Setters, laying: Laying) -> Bench:
    """A set on its boards; `laying` gives the posters that are cut into pieces."""
    plate_set, theme, logo = sound.plate_set, sound.kit.theme, sound.origin.logo
    setting = Setting(plate_set, theme, strings, sound.kit.faces, logo)

    def on(name: str) -> PaperEdition:
        grid = theme.formats[name]
        setter = setters(plate_set, medium_of(grid))
        board = PaperBoard(plate_set, theme, strings, setter, name, grid, logo=logo)
        return PaperEdition(name, board)

    sheet = OFFICE[0]
    setter = setters(plate_set, SHEET)
    pieces = PaperBoard(plate_set, theme, strings, setter, sheet, theme.formats[sheet])
    slides = SlideBoard(
        plate_set, theme, strings, setters(plate_set, SLIDES), theme.slide, logo=logo
    )
    paper = on(PAPER)
    return Bench(
        sound,
        strings,
        paper,
        SlideEdition(ON_SCREEN, slides),
        (*map(on, OFFICE), PieceEdition(IN_PIECES, pieces, partial(laying, paper))),
        tuple(_decks(setting, setters)),
    )


def _decks(setting: Setting, setters: Setters) -> Iterator[SlideEdition]:
    for declared in setting.plate_set.decks:
        board = deck_board(setting, declared, lambda own: setters(own, SLIDES))
        only = laid_out_anew(board, declared)
        yield SlideEdition(f"deck:{declared.name}", board, only=only)
