"""What every build works with: the project's own files, and a source read and laid out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planche.diagnostics import Diagnostic, Fault, FaultError, Place, has_errors, in_order
from planche.geometry.layout import Layout, paper_layout, slide_layout
from planche.model import PlateSet
from planche.source import Reading, read
from planche.strings import Strings, load_strings
from planche.text.faces import Face, load_faces, missing_characters
from planche.theme import Theme, load_theme

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"
FONTS = ROOT / "assets" / "fonts"
DEFAULT_SOURCE = ROOT / "content" / "planchesaet.yaml"
DEFAULT_THEME = "default"
PAPER = "a3"

SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"
"""Set as real subscripts of the digits, so the face needs no glyphs for them."""


@dataclass(frozen=True)
class Kit:
    """A theme with its faces."""

    theme: Theme
    faces: Mapping[str, Face]
    digest_parts: tuple[bytes, ...]

    def missing_glyphs(self, text: str) -> str:
        """The characters of a text that a face lacks."""
        plain = text.translate({ord(each): None for each in SUBSCRIPTS})
        return missing_characters(self.faces.values(), plain)


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
    slides: Layout


def theme_path(name: str) -> Path:
    """Where a theme stands: `default` is theme.yaml, NAME is theme-NAME.yaml."""
    return TEMPLATES / ("theme.yaml" if name == DEFAULT_THEME else f"theme-{name}.yaml")


def load_kit(name: str) -> Kit:
    """A theme with its faces. Raises FaultError where either is missing or broken."""
    path = theme_path(name)
    theme = load_theme(path)
    files = {key: FONTS / file for key, file in theme.faces.items()}
    try:
        faces = load_faces(files)
        parts = (path.read_bytes(), *(each.read_bytes() for each in files.values()))
    except OSError as error:
        why = f"assets/fonts/{Path(error.filename).name}"
        raise FaultError("theme-broken", path=path.name, why=why) from None
    return Kit(theme, faces, parts)


def prepare(source: Path, name: str, theme: str | None) -> Prepared:
    """The set in a file, read, checked and laid out; every fault of it at once.

    `name` is what messages call the file, `theme` overrides the set's own.
    """
    try:
        kit = load_kit(theme or DEFAULT_THEME)
        reading = _read(source, name, kit)
        own = reading.plate_set.set.theme if reading.plate_set else DEFAULT_THEME
        if theme is None and own != DEFAULT_THEME:
            kit = load_kit(own)
            reading = _read(source, name, kit)
    except FaultError as error:
        return Prepared((Diagnostic(Place(name), error.fault),), "da", None)
    if reading.plate_set is None:
        return Prepared(reading.diagnostics, reading.language, None)
    return _laid_out(reading, reading.plate_set, name, kit)


def _read(source: Path, name: str, kit: Kit) -> Reading:
    return read(source, name, kit.missing_glyphs, kit.theme.families)


def _laid_out(reading: Reading, plate_set: PlateSet, name: str, kit: Kit) -> Prepared:
    strings = load_strings(TEMPLATES / "strings", plate_set.set.language)
    paper = paper_layout(plate_set, kit.theme, strings, kit.faces, PAPER)
    slides = slide_layout(plate_set, kit.theme, strings, kit.faces)
    found = [
        Diagnostic(reading.places.get(plate, Place(name)), fault)
        for plate, fault in _each_once((*paper.faults, *slides.faults))
    ]
    diagnostics = in_order((*reading.diagnostics, *found))
    job = Job(plate_set, reading.places, kit, strings, paper, slides)
    return Prepared(diagnostics, reading.language, None if has_errors(diagnostics) else job)


def _each_once(faults: tuple[tuple[str, Fault], ...]) -> list[tuple[str, Fault]]:
    """The first fault of each plate and code: paper and slides need not both complain."""
    unique: dict[tuple[str, str], tuple[str, Fault]] = {}
    for plate, fault in faults:
        unique.setdefault((plate, fault.code), (plate, fault))
    return list(unique.values())
