"""A set kept warm while it is written: read anew at every save, laid out only where it changed."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from planche.diagnostics import Diagnostic, Fault, FaultError, in_order
from planche.geometry.board import AnyBoard, PaperBoard, SlideBoard, Subject
from planche.geometry.layout import (
    lay_out_on_paper,
    lay_out_on_slides,
    medium_of,
    repeated_titles,
    series_of,
    subjects,
    typesetter,
)
from planche.geometry.parts import Page
from planche.geometry.typesetter import SLIDES, Medium, Typesetter
from planche.model import PlateBase
from planche.strings import Strings, load_strings
from planche.units import Pt
from planche.workshop import PAPER, TEMPLATES, Draft, KitReading, Sound, draft, load_kit

ON_SCREEN = "slides"
"""The other medium beside the format of paper."""

Key: TypeAlias = tuple[Hashable, ...]
"""Everything that the pages of a plate depend on."""


@dataclass(frozen=True)
class Laid:
    """The pages of a plate in one medium; or why there are none."""

    pages: tuple[Page, ...]
    fault: Fault | None = None


@dataclass(frozen=True)
class Bench:
    """A set without errors, ready to be laid out in both media plate by plate."""

    sound: Sound
    paper: PaperBoard
    slides: SlideBoard

    @cached_property
    def series(self) -> Pt | None:
        """The size that the questions have in common on paper."""
        return series_of(self.paper)

    @cached_property
    def on_paper(self) -> Mapping[str, Subject]:
        """Every plate by its id, for paper."""
        return {each.id: each for each in subjects(self.paper)}

    @cached_property
    def on_slides(self) -> Mapping[str, Subject]:
        """Every plate by its id, for slides."""
        return {each.id: each for each in subjects(self.slides)}

    @cached_property
    def around(self) -> Key:
        """What every plate may show of the set: all but what the lists of other plates hold."""
        plate_set = self.sound.plate_set
        heads = tuple(_head(plate) for plate in plate_set.plates)
        return plate_set.set, plate_set.audiences, plate_set.ids, heads


@dataclass(frozen=True)
class Taken:
    """What a save brought: the source as it was read, and the bench if it has no errors."""

    draft: Draft
    bench: Bench | None


@dataclass
class Studio:
    """Reads and lays out one source, and remembers what it can use again.

    Typesetters remember every text they have set, some kilobytes a save, until `forget`.
    """

    source: Path
    name: str
    theme: str | None
    _kits: dict[str, KitReading] = field(default_factory=dict)
    _strings: dict[str, Strings] = field(default_factory=dict)
    _setters: dict[Key, Typesetter] = field(default_factory=dict)
    _laid: dict[tuple[str, str], tuple[Key, Laid]] = field(default_factory=dict)

    def forget(self) -> None:
        """Read everything anew: theme, typeface and words have changed."""
        for kept in (self._kits, self._strings, self._setters, self._laid):
            kept.clear()

    def take(self) -> Taken:
        """The source as it is now."""
        found = draft(self.source, self.name, self.theme, self._kit)
        return Taken(found, self._bench(found.sound) if found.sound else None)

    def on_paper(self, bench: Bench, plate: str) -> Laid:
        """A plate's poster; laid out only where anything that it shows has changed."""
        subject = bench.on_paper[plate]
        series = bench.series if subject.plate.kind == "question" else None
        key = (*_key(bench.paper, subject, bench), series)
        known = self._laid.get((PAPER, plate))
        if known is None or known[0] != key:
            laid = _laid(lambda: lay_out_on_paper(bench.paper, subject, series))
            known = self._laid[PAPER, plate] = (key, laid)
        return known[1]

    def on_slides(self, bench: Bench, plate: str) -> Laid:
        """A plate's slides, as its poster."""
        subject = bench.on_slides[plate]
        key = _key(bench.slides, subject, bench)
        known = self._laid.get((ON_SCREEN, plate))
        if known is None or known[0] != key:
            laid = _laid(lambda: lay_out_on_slides(bench.slides, subject))
            known = self._laid[ON_SCREEN, plate] = (key, laid)
        return known[1]

    def slides_before(self, bench: Bench, plate: str) -> int:
        """How many slides stand before a plate's in the deck of all, as far as they are known."""
        ids = bench.sound.plate_set.ids
        known = (self._laid.get((ON_SCREEN, each)) for each in ids[: ids.index(plate)])
        return sum(len(laid.pages) for _, laid in filter(None, known))

    def faults(self, taken: Taken) -> tuple[Diagnostic, ...]:
        """What is wrong with a source, and with each of its plates that has been laid out."""
        if taken.bench is None:
            return taken.draft.diagnostics
        ids, places = taken.bench.sound.plate_set.ids, taken.bench.sound.reading.places
        paper, slides = (
            [(plate, self._laid[kind, plate][1]) for plate in ids if (kind, plate) in self._laid]
            for kind in (PAPER, ON_SCREEN)
        )
        once: dict[tuple[str, str], tuple[str, Fault]] = {}
        for plate, laid in (*paper, *slides):
            if laid.fault:
                once.setdefault((plate, laid.fault.code), (plate, laid.fault))
        repeated = repeated_titles(page for _, laid in slides for page in laid.pages)
        misfits = (Diagnostic(places[plate], fault) for plate, fault in (*once.values(), *repeated))
        return in_order((*taken.draft.diagnostics, *misfits))

    def _kit(self, name: str) -> KitReading:
        if name not in self._kits:
            self._kits[name] = load_kit(name)
        return self._kits[name]

    def _bench(self, sound: Sound) -> Bench:
        theme, logo, language = sound.kit.theme, sound.origin.logo, sound.plate_set.set.language
        if language not in self._strings:
            self._strings[language] = load_strings(TEMPLATES / "strings", language)
        strings, grid = self._strings[language], theme.formats[PAPER]
        paper = self._setter(sound, medium_of(grid))
        slides = self._setter(sound, SLIDES)
        return Bench(
            sound,
            PaperBoard(sound.plate_set, theme, strings, paper, PAPER, grid, logo=logo),
            SlideBoard(sound.plate_set, theme, strings, slides, theme.slide, logo=logo),
        )

    def _setter(self, sound: Sound, medium: Medium) -> Typesetter:
        """A typesetter that has set for this theme, language and numbering before."""
        theme, plate_set = sound.kit.theme, sound.plate_set
        numbers = tuple((id_, plate.kind, plate.number) for id_, plate in plate_set.with_ids())
        key = (theme.name, plate_set.set.language, numbers, medium)
        if key not in self._setters:
            self._setters = {
                each: kept for each, kept in self._setters.items() if each[:3] == key[:3]
            }
            self._setters[key] = typesetter(plate_set, theme, sound.kit.faces, medium)
        return self._setters[key]


def _key(board: AnyBoard, subject: Subject, bench: Bench) -> Key:
    return subject.plate, subject.position, board.logo, bench.around


def _head(plate: PlateBase) -> Key:
    """A plate without its lists."""
    values = (getattr(plate, name) for name in type(plate).model_fields)
    return (plate.kind, *(each for each in values if not isinstance(each, tuple)))


def _laid(lay_out: Callable[[], tuple[Page, ...]]) -> Laid:
    try:
        return Laid(lay_out())
    except FaultError as error:
        return Laid((), error.fault)
