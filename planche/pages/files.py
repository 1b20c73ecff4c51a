"""Which pages go into which file, each page laid out once.

A page is rendered with its links leading into the combined file, and used again in every
file that holds all their targets. Only where a target is missing it is rendered anew, with
those links leading to the set's address, or as plain text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from planche.geometry.parts import Page
from planche.model import PlateSet
from planche.pages.document import NO_PICTURES, Sheet, href, lay_out
from planche.pages.engine import Engine, collecting_later, start
from planche.pages.finishing.finish import Known
from planche.pages.finishing.printing import NO_WISHES, Wishes
from planche.pages.look import Look
from planche.text.markup import plain, rich

FONT_NAME = 6
"""The PostScript name in a font's name table."""


@dataclass(frozen=True)
class File:
    """A PDF to be written: its place under the output folder, its title, its pages.

    `printing` is what it wishes of printers, as in `finish`.
    """

    path: str
    title: str
    pages: tuple[Page, ...]
    printing: Wishes = NO_WISHES

    @property
    def plates(self) -> frozenset[str]:
        """The plates in it."""
        return frozenset(page.plate for page in self.pages)


Key: TypeAlias = tuple[str, int, frozenset[str]]
"""A rendering of a page: plate, part, and which plates its links reach."""


def poster_files(
    pages: Sequence[Page],
    plate_set: PlateSet,
    folder: str,
    printing: Wishes = NO_WISHES,
) -> tuple[File, ...]:
    """Every file of posters: one a plate, one an audience, one of all."""
    title, called = plate_set.set.title, headings(plate_set)
    of_plate = {plate: _of(pages, {plate}) for plate in plate_set.ids}
    files = [
        File(
            f"{folder}/{number:02d}-{plate}.pdf",
            f"{called[plate]} – {title}",
            found,
            printing,
        )
        for number, (plate, found) in enumerate(of_plate.items(), start=1)
        if found
    ]
    files.append(File(f"{folder}/all.pdf", title, tuple(pages), printing))
    for audience in plate_set.audiences:
        plates = {id_ for id_, plate in plate_set.with_ids() if plate.audience == audience.id}
        if found := _of(pages, plates):
            path = f"{folder}/{audience.id}.pdf"
            files.append(File(path, f"{audience.name} – {title}", found, printing))
    return tuple(files)


def _of(pages: Iterable[Page], plates: Iterable[str]) -> tuple[Page, ...]:
    wanted = frozenset(plates)
    return tuple(page for page in pages if page.plate in wanted)


def posters(
    pages: Sequence[Page],
    plate_set: PlateSet,
    look: Look,
    folder: str = "posters/a3",
    engine: Engine | None = None,
) -> dict[str, bytes]:
    """Every poster file of a set by its path.

    Raises RenderError where WeasyPrint warns of anything or makes more pages than planned.
    """
    return write_files(poster_files(pages, plate_set, folder), plate_set, look, engine or start())


def write_files(
    files: Sequence[File], plate_set: PlateSet, look: Look, engine: Engine
) -> dict[str, bytes]:
    """The files' bytes by path."""
    return render(files, plate_set, look, engine).written(files)


@dataclass(frozen=True)
class Rendering:
    """The rendered pages of some files, from which any of them can be written.

    `document` is one of WeasyPrint's, `pages` its pages by what their links reach, `targets`
    the plates that a page links to.
    """

    document: Any
    pages: Mapping[Key, Any]
    targets: Mapping[tuple[str, int], frozenset[str]]
    plate_set: PlateSet
    names: Mapping[str, str]
    words: Mapping[str, str]
    engine: Engine

    def written(self, files: Iterable[File]) -> dict[str, bytes]:
        """The bytes of some of the files by path."""
        with collecting_later():
            return {file.path: self._written(file) for file in files}

    def _written(self, file: File) -> bytes:
        pages = [self.pages[_key(page, self.targets, file.plates)] for page in file.pages]
        writing = Writing(file.title, self.plate_set, self.names, self.words, file.printing)
        return write(self.document, pages, writing, self.engine)


def render(
    files: Sequence[File],
    plate_set: PlateSet,
    look: Look,
    engine: Engine,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> Rendering:
    """All pages of some files, each laid out once for every set of links it shows.

    `pictures` are PNG files by the name that the pages call them by.
    Raises RenderError where WeasyPrint warns of anything or makes more pages than planned.
    """
    called = headings(plate_set)
    with collecting_later():
        everything = _unique(page for file in files for page in file.pages)
        reach = frozenset(page.plate for page in everything)
        sheets = [Sheet(page, reach, name=called[page.plate]) for page in everything]
        document = lay_out(sheets, plate_set.set, look, engine, pictures)
        drawn = list(zip(everything, document.pages, strict=True))
        targets = {(page.plate, page.part): _targets(rendered) for page, rendered in drawn}
        pages = {_key(page, targets, reach): rendered for page, rendered in drawn}
        wanted = {_key(page, targets, file.plates): page for file in files for page in file.pages}
        missing = [(key, page) for key, page in wanted.items() if key not in pages]
        for round_ in _rounds(missing):
            variants = [Sheet(page, key[2], name=called[page.plate]) for key, page in round_]
            again = lay_out(variants, plate_set.set, look, engine, pictures)
            pages |= {key: each for (key, _), each in zip(round_, again.pages, strict=True)}
    names = font_names(look)
    words = link_words(everything, called, plate_set.set.address)
    return Rendering(document, pages, targets, plate_set, names, words, engine)


def font_names(look: Look) -> dict[str, str]:
    """Each face's own name by the family that our style sheet gives it."""
    faces = look.faces.items()
    return {f"{look.family}-{key}": face.font.face.get_name(FONT_NAME) for key, face in faces}


@dataclass(frozen=True)
class Writing:
    """What a file says of itself beside its pages; the last three as in `Known`."""

    title: str
    plate_set: PlateSet
    names: Mapping[str, str]
    words: Mapping[str, str]
    printing: Wishes = NO_WISHES


def write(document: Any, pages: list[Any], writing: Writing, engine: Engine) -> bytes:
    """Some pages of a document as a file."""
    info = writing.plate_set.set
    copy = document.copy(pages)
    copy.metadata = type(document.metadata)(
        title=writing.title,
        authors=[info.publisher] if info.publisher else [],
        lang=info.language,
    )
    known = Known(words=writing.words, names=writing.names, printing=writing.printing)
    return engine.finished(copy, known)


def _unique(pages: Iterable[Page]) -> tuple[Page, ...]:
    return tuple({(page.plate, page.part): page for page in pages}.values())


def _rounds(missing: Sequence[tuple[Key, Page]]) -> list[list[tuple[Key, Page]]]:
    """The renderings in groups that hold each page once: an anchor may stand once a document."""
    rounds: list[list[tuple[Key, Page]]] = []
    seen: dict[tuple[str, int], int] = {}
    for key, page in missing:
        number = seen.get(key[:2], 0)
        seen[key[:2]] = number + 1
        if number == len(rounds):
            rounds.append([])
        rounds[number].append((key, page))
    return rounds


def _targets(rendered: Any) -> frozenset[str]:
    """The plates that a rendered page links to."""
    return frozenset(target for kind, target, *_ in rendered.links if kind == "internal")


def _key(
    page: Page, targets: Mapping[tuple[str, int], frozenset[str]], plates: frozenset[str]
) -> Key:
    return page.plate, page.part, targets[page.plate, page.part] & plates


def headings(plate_set: PlateSet) -> dict[str, str]:
    """What each plate is called, by id, on however many sheets it stands."""
    language = plate_set.set.language
    return {id_: plain(rich(plate.heading, language, {})) for id_, plate in plate_set.with_ids()}


def link_words(
    pages: Iterable[Page], names: Mapping[str, str], address: str | None
) -> dict[str, str]:
    """What links to a plate say: its heading, by id and by web address."""
    words = {}
    for plate in {page.plate: None for page in pages}:
        words[plate] = names[plate]
        if outside := href(f"#{plate}", (), address):
            words[outside] = names[plate]
    return words
