"""A set kept warm while it is written: read anew at every save, laid out only where it changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from planche.diagnostics import Diagnostic, Fault, FaultError, in_order
from planche.geometry.layout import repeated_titles, typesetter
from planche.geometry.parts import Page
from planche.geometry.typesetter import Medium, Typesetter
from planche.misfits import misfits
from planche.model import PlateSet
from planche.pages.look import Look
from planche.serving.bench import ON_SCREEN, Bench, bench_of
from planche.serving.editions import Edition, Key, SlideEdition
from planche.strings import Strings, load_strings
from planche.template_levels import template_faults
from planche.workshop import TEMPLATES, Draft, Kit, KitReading, Sound, draft, load_kit


@dataclass(frozen=True)
class Laid:
    """The pages of a plate in one edition; or why there are none."""

    pages: tuple[Page, ...]
    fault: Fault | None = None


@dataclass(frozen=True)
class Taken:
    """What a save brought: the source as it was read, and the bench if it has no errors."""

    draft: Draft
    bench: Bench | None


@dataclass
class Studio:
    """Reads and lays out one source, and remembers what it can use again.

    What was found of a plate is held to be so until it is laid out again. Typesetters remember
    every text they have set, some kilobytes a save, until `forget`.
    """

    source: Path
    name: str
    theme: str | None
    _kits: dict[str, KitReading] = field(default_factory=dict)
    _strings: dict[str, Strings] = field(default_factory=dict)
    _setters: dict[Key, Typesetter] = field(default_factory=dict)
    _laid: dict[tuple[str, str], tuple[Key, Laid]] = field(default_factory=dict)
    _levels: tuple[Diagnostic, ...] = ()
    _looks: int = 0
    """How often theme, typeface and words were read."""

    def forget(self) -> None:
        """Read everything anew: theme, typeface and words have changed."""
        self._looks += 1
        for kept in (self._kits, self._strings, self._setters):
            kept.clear()

    def take(self) -> Taken:
        """The source as it is now."""
        found = draft(self.source, self.name, self.theme, self._kit)
        return Taken(found, self._bench(found.sound) if found.sound else None)

    def laid(self, edition: Edition, plate: str) -> Laid:
        """A plate in an edition; laid out only where anything that it shows has changed."""
        key = (self._looks, *edition.key(plate))
        known = self._laid.get((edition.name, plate))
        if known is None or known[0] != key:
            known = self._laid[edition.name, plate] = (key, _laid(edition, plate))
        return known[1]

    def on_paper(self, bench: Bench, plate: str) -> Laid:
        """A plate's poster."""
        return self.laid(bench.paper, plate)

    def on_slides(self, bench: Bench, plate: str) -> Laid:
        """A plate's slides."""
        return self.laid(bench.slides, plate)

    def slides_before(self, bench: Bench, plate: str) -> int:
        """How many slides stand before a plate's in the deck of all, as far as they are known."""
        ids = bench.plates
        known = (self._laid.get((ON_SCREEN, each)) for each in ids[: ids.index(plate)])
        return sum(len(laid.pages) for _, laid in filter(None, known))

    def look_over_templates(self, bench: Bench) -> None:
        """Note whether the templates keep their structure, where every plate fits.

        Raises what broken templates raise.
        """
        self._levels = ()
        if not any(found for each in bench.editions for found in self._misfits(each)):
            look = Look(bench.sound.kit.theme, bench.sound.kit.faces, TEMPLATES / "pages")
            self._levels = tuple(
                template_faults(
                    bench.sound.plate_set,
                    self._pages(bench.paper),
                    self._pages(bench.slides),
                    look,
                    bench.strings,
                )
            )

    def faults(self, taken: Taken) -> tuple[Diagnostic, ...]:
        """What `check` says of a source, as far as its plates have been laid out."""
        if taken.bench is None:
            return taken.draft.diagnostics
        sound = taken.bench.sound
        found = [fault for each in taken.bench.editions for fault in self._misfits(each)]
        wrong = misfits(sound.reading, sound.origin.logo, found)
        levels = () if found else self._levels
        return in_order((*taken.draft.diagnostics, *wrong, *levels))

    def _misfits(self, edition: Edition) -> Iterator[tuple[str, Fault]]:
        """The faults of the plates that have been laid out in an edition, by plate."""
        for plate, laid in self._known(edition):
            if laid.fault:
                yield plate, laid.fault
        if isinstance(edition, SlideEdition):
            yield from repeated_titles(self._pages(edition))

    def _pages(self, edition: Edition) -> list[Page]:
        return [page for _, laid in self._known(edition) for page in laid.pages]

    def _known(self, edition: Edition) -> Iterator[tuple[str, Laid]]:
        for plate in edition.subjects:
            if known := self._laid.get((edition.name, plate)):
                yield plate, known[1]

    def _kit(self, name: str) -> KitReading:
        if name not in self._kits:
            self._kits[name] = load_kit(name)
        return self._kits[name]

    def _bench(self, sound: Sound) -> Bench:
        language = sound.plate_set.set.language
        if language not in self._strings:
            self._strings[language] = load_strings(TEMPLATES / "strings", language)
        earlier, self._setters = self._setters, {}
        setters = partial(self._setter, sound.kit, earlier)
        return bench_of(
            sound, self._strings[language], setters, lambda *given: self.laid(*given).pages
        )

    def _setter(
        self, kit: Kit, earlier: dict[Key, Typesetter], plate_set: PlateSet, medium: Medium
    ) -> Typesetter:
        """A typesetter that has set for this theme, language and numbering before."""
        numbers = tuple((id_, plate.kind, plate.number) for id_, plate in plate_set.with_ids())
        key = (kit.theme.name, plate_set.set.language, numbers, medium)
        if key not in self._setters:
            known = earlier.get(key)
            self._setters[key] = known or typesetter(plate_set, kit.theme, kit.faces, medium)
        return self._setters[key]


def _laid(edition: Edition, plate: str) -> Laid:
    try:
        return Laid(edition.lay_out(plate))
    except FaultError as error:
        return Laid((), error.fault)
