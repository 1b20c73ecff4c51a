"""What every build works with: the project's own files, and a source read and laid out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath

from planche.beside import beside
from planche.decks import (
    DeckFault,
    DeckPlan,
    Setting,
    audience_decks,
    declared_decks,
    plate_decks,
    whole_deck,
)
from planche.diagnostics import Diagnostic, Fault, Place, has_errors, in_order
from planche.fields import ID_PATTERN
from planche.geometry.layout import Layout, PieceLayout, paper_layouts, piece_layout, slide_layout
from planche.logo.mark import Logo
from planche.misfits import misfits
from planche.model import PlateSet
from planche.pages.look import Look
from planche.paper import FORMATS
from planche.press.conditions import condition_fault
from planche.set_logo import LogoReader, logo_faults, logo_of, logo_reader
from planche.source import Reading, Surroundings, open_source
from planche.source.keys import suggestion
from planche.source.passages import Passage
from planche.source.syntax import shown
from planche.source.tree import Findings, Spot
from planche.source.wordlist import WORDLIST, read_wordlist
from planche.strings import LANGUAGES, Strings, load_strings
from planche.template_levels import template_faults
from planche.text.faces import Face, load_faces, missing_characters
from planche.theme import Theme
from planche.theming import read_theme

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
FONTS = ROOT / "assets" / "fonts"
PROFILES = ROOT / "assets" / "icc"
LOGOS = ROOT / "assets" / "logo"
DEFAULT_SOURCE = ROOT / "content" / "planchesaet.yaml"
DEFAULT_THEME = "default"
PAPER = "a3"
OFFICE = ("a4", "a3-office")
"""The formats for office printers; pieces of A3 posters go on the first."""

SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"
"""Set as real subscripts of the digits, so the face needs no glyphs for them."""


@dataclass(frozen=True)
class Kit:
    """A theme with its faces."""

    theme: Theme
    faces: Mapping[str, Face]
    digest_parts: tuple[bytes, ...]

    @property
    def theme_file(self) -> str:
        """The theme's file as messages name it."""
        return theme_path(self.theme.name).relative_to(ROOT).as_posix()

    def missing_glyphs(self, text: str) -> str:
        """The characters of a text that a face lacks."""
        plain = text.translate({ord(each): None for each in SUBSCRIPTS})
        return missing_characters(self.faces.values(), plain)


@dataclass(frozen=True)
class KitReading:
    """A theme with its faces as they were found."""

    kit: Kit | None
    """The kit; None where the theme has any error."""
    diagnostics: tuple[Diagnostic, ...]
    """Every fault and remark of the theme."""


@dataclass(frozen=True)
class Origin:
    """The files a job comes from: the source's bytes, words accepted beside it, and its logo."""

    data: bytes
    accepted: frozenset[str]
    logo: Logo | None


@dataclass(frozen=True)
class Sound:
    """A source without errors, not laid out yet: its set, what was read, theme and files."""

    plate_set: PlateSet
    reading: Reading
    kit: Kit
    origin: Origin

    @property
    def digest_parts(self) -> tuple[bytes, ...]:
        """All bytes that what is made depends on."""
        return _digest_parts(self.origin.data, self.kit, self.origin.logo)


@dataclass(frozen=True)
class Draft:
    """A source as it was read and checked; `sound` is None where it has errors."""

    diagnostics: tuple[Diagnostic, ...]
    language: str
    sound: Sound | None


@dataclass(frozen=True)
class Prepared:
    """A source ready to be drawn, or what is wrong with it: `job` is None where it is not."""

    diagnostics: tuple[Diagnostic, ...]
    language: str
    job: "Job | None"


@dataclass(frozen=True)
class Job:
    """A checked set, its theme and words, and its layout in each medium."""

    plate_set: PlateSet
    places: Mapping[str, Place]
    kit: Kit
    strings: Strings
    paper: Layout
    office: Mapping[str, Layout]
    """The layout in each format for office printers."""
    pieces: PieceLayout
    """The posters on four sheets each."""
    slides: Layout
    decks: tuple[DeckPlan, ...]
    source: bytes
    """The source's bytes, as they were read."""
    passages: tuple[Passage, ...]
    """Every text of the plates as it was typed."""
    items: Mapping[str, tuple[Place, ...]]
    """Where each item of the source's other lists starts, by the list's name."""
    accepted: frozenset[str]
    """Words that no dictionary need know."""
    logo: Logo | None = None

    @property
    def digest_parts(self) -> tuple[bytes, ...]:
        """All bytes that what is made depends on."""
        return _digest_parts(self.source, self.kit, self.logo)

    @property
    def message_language(self) -> str:
        """The language of messages and reports: the set's own if they have it, else English."""
        return "da" if self.plate_set.set.language.split("-")[0] == "da" else "en"


def _digest_parts(source: bytes, kit: Kit, logo: Logo | None) -> tuple[bytes, ...]:
    logos = (file.data for file in logo.files) if logo else ()
    return (source, *kit.digest_parts, *logos)


def theme_path(name: str) -> Path:
    """Where a theme stands: `default` is theme.yaml, NAME is theme-NAME.yaml."""
    return TEMPLATES / ("theme.yaml" if name == DEFAULT_THEME else f"theme-{name}.yaml")


def theme_names() -> tuple[str, ...]:
    """The names of the themes that there are, the default first."""
    others = sorted(path.stem.removeprefix("theme-") for path in TEMPLATES.glob("theme-*.yaml"))
    return (DEFAULT_THEME, *others)


def load_kit(name: str) -> KitReading:
    """A theme with its faces, or everything that is wrong with the theme."""
    path = theme_path(name)
    reading = read_theme(path, path.relative_to(ROOT).as_posix(), FONTS)
    if reading.theme is None:
        return KitReading(None, reading.diagnostics)
    files = {key: FONTS / file for key, file in reading.theme.faces.items()}
    parts = (path.read_bytes(), *(each.read_bytes() for each in files.values()))
    return KitReading(Kit(reading.theme, load_faces(files), parts), reading.diagnostics)


def prepare(source: Path, name: str, theme: str | None) -> Prepared:
    """The set in a file, read, checked and laid out; every fault of it at once.

    `name` is what messages call the file, `theme` overrides the set's own.
    """
    found = draft(source, name, theme)
    if found.sound is None:
        return Prepared(found.diagnostics, found.language, None)
    return _laid_out(found, found.sound)


def draft(
    source: Path, name: str, theme: str | None, kits: Callable[[str], KitReading] = load_kit
) -> Draft:
    """The set in a file, read and checked; arguments as in `prepare`, `kits` gives a theme."""
    opened = open_source(source, name)
    found = opened.findings
    own = opened.theme if theme is None else None
    wanted = theme if theme is not None else own.text if own else DEFAULT_THEME
    if wanted not in theme_names():
        if own is None or re.fullmatch(ID_PATTERN, wanted):  # another word has its fault already
            _unknown_theme(own.spot if own else Spot(), wanted, found)
        return Draft(in_order(found.diagnostics), opened.language, None)
    accepted, about_words = read_wordlist(
        source.parent / WORDLIST, (PurePath(name).parent / WORDLIST).as_posix()
    )
    found.diagnostics.extend(about_words)
    kit = kits(wanted)
    if kit.kit is None:
        diagnostics = in_order((*found.diagnostics, *kit.diagnostics))
        return Draft(diagnostics, opened.language, None)
    read = logo_reader((source.parent, LOGOS), kit.kit.theme)
    reading = opened.checked(_surroundings(kit.kit, read, opened.language))
    diagnostics = in_order((*reading.diagnostics, *kit.diagnostics))
    if reading.plate_set is None:
        return Draft(diagnostics, reading.language, None)
    origin = Origin(opened.data, accepted, logo_of(reading.plate_set.set, read))
    sound = Sound(reading.plate_set, reading, kit.kit, origin)
    return Draft(diagnostics, reading.language, sound)


def _surroundings(kit: Kit, read: LogoReader, language: str) -> Surroundings:
    theme = kit.theme
    fault_of = partial(condition_fault, otherwise=theme.output_condition, folder=PROFILES)
    return Surroundings(
        kit.missing_glyphs,
        theme.families,
        [name.upper() for name in theme.formats if name.upper() in FORMATS],
        fault_of,
        partial(logo_faults, read, theme),
        _vague_links(language),
    )


def _vague_links(language: str) -> tuple[str, ...]:
    """What links may not be called in a language; nothing is known of one we have no words for."""
    known = language.split("-")[0] in LANGUAGES
    return load_strings(TEMPLATES / "strings", language).vague_links if known else ()


def _unknown_theme(spot: Spot, wanted: str, findings: Findings) -> None:
    """Note a theme that there is none of, with those there are."""
    known, file = suggestion(wanted, theme_names()), f"theme-{shown(wanted)}.yaml"
    findings.add(spot, "theme-missing", found=shown(wanted), known=known, file=file)


def _laid_out(found: Draft, sound: Sound) -> Prepared:
    """The source drawn in every medium, with all that this finds wrong; arguments are one draft."""
    job, faults = _job_of(sound)
    wrong = misfits(sound.reading, job.logo, faults)
    if not faults:
        look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages")
        wrong += template_faults(
            job.plate_set, job.paper.pages, job.slides.pages, look, job.strings
        )
    diagnostics = in_order((*found.diagnostics, *wrong))
    return Prepared(diagnostics, found.language, None if has_errors(diagnostics) else job)


def _job_of(sound: Sound) -> tuple[Job, list[tuple[str, Fault]]]:
    """The layouts of a source, and the plates that do not fit in one of them, with the reason."""
    plate_set, kit, origin = sound.plate_set, sound.kit, sound.origin
    strings = load_strings(TEMPLATES / "strings", plate_set.set.language)
    setting = Setting(plate_set, kit.theme, strings, kit.faces, origin.logo)
    on_screen = beside(partial(_shown, setting))
    papers = paper_layouts(plate_set, kit.theme, strings, kit.faces, (PAPER, *OFFICE), origin.logo)
    pieces = piece_layout(plate_set, kit.theme, strings, kit.faces, OFFICE[0], papers[PAPER].pages)
    slides, decks, unfit = on_screen()
    layouts = (*papers.values(), pieces.layout, slides)
    faults = [fault for each in layouts for fault in each.faults]
    faults += [(each.plate, each.fault) for each in unfit]
    job = Job(
        plate_set=plate_set,
        places=sound.reading.places,
        kit=kit,
        strings=strings,
        paper=papers[PAPER],
        office={name: papers[name] for name in OFFICE},
        pieces=pieces,
        slides=slides,
        decks=decks,
        source=origin.data,
        passages=sound.reading.passages,
        items=sound.reading.items,
        accepted=origin.accepted,
        logo=origin.logo,
    )
    return job, faults


def _shown(setting: Setting) -> tuple[Layout, tuple[DeckPlan, ...], tuple[DeckFault, ...]]:
    """All slides, the decks made of them, and what does not fit in a deck of its own shape."""
    slides = slide_layout(
        setting.plate_set, setting.theme, setting.strings, setting.faces, logo=setting.logo
    )
    declared, unfit = declared_decks(setting, slides)
    decks = (whole_deck(setting, slides), *declared)
    parts = (*audience_decks(setting, slides, decks), *plate_decks(setting, slides))
    return slides, (*decks, *parts), unfit
