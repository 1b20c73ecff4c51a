"""The sheet's facts, gathered from a job: corrections, questions, findings, words and room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from planche.diagnostics import Place
from planche.editorial.reading import (
    Remark,
    long_sentences,
    printed_text,
    repeated,
    word_count,
)
from planche.editorial.room import Room, room
from planche.editorial.spelling import Spelling, spelling
from planche.geometry.layout import Layout, paper_layout
from planche.geometry.parts import Page
from planche.model import Correction, OpenQuestion, PlateSet
from planche.text.markup import plain, rich
from planche.units import Pt
from planche.workshop import PAPER, Job


@dataclass(frozen=True)
class PlateName:
    """A plate as the sheet calls it: its place in the set, counted from 1, and its heading."""

    position: int
    heading: str


@dataclass(frozen=True)
class Words:
    """The words of a plate and the room it has.

    `fill` is the share of a full poster, `smallest` the size of its smallest text in pt,
    `fullest_slide` the words under the title of the slide that has most.
    """

    plate: str
    place: Place
    count: int
    room: Room | None
    fill: float
    smallest: Pt
    slides: int
    fullest_slide: int


@dataclass(frozen=True)
class Sheet:
    """Everything the sheet says."""

    names: Mapping[str, PlateName]
    questions: tuple[tuple[OpenQuestion, str, Place], ...]
    corrections: tuple[tuple[Correction, Place], ...]
    spelling: Spelling
    repeated: tuple[Remark, ...]
    long: tuple[Remark, ...]
    words: tuple[Words, ...]


def sheet(job: Job) -> Sheet:
    """The sheet of a job. Starts hunspell, and lays plates out anew to measure their room."""
    plate_set, language = job.plate_set, job.plate_set.set.language
    first = {page.plate: page for page in reversed(job.paper.pages)}
    asked = plate_set.open_questions
    return Sheet(
        {
            plate: PlateName(number, first[plate].title.text)
            for number, plate in enumerate(plate_set.ids, start=1)
        },
        tuple(
            (each, plain(rich(each.text, language, {})), place)
            for each, place in zip(asked, _places(job, "open_questions"), strict=True)
        ),
        tuple(zip(plate_set.corrections, _places(job, "corrections"), strict=True)),
        spelling(job.passages, language, job.accepted),
        tuple(repeated(job.passages)),
        tuple(long_sentences(job.passages, language)),
        tuple(_words(job, plate) for plate in plate_set.ids),
    )


def _places(job: Job, section: str) -> Sequence[Place]:
    return job.items.get(section, ())


def _words(job: Job, plate: str) -> Words:
    language = job.plate_set.set.language
    own = [each for each in job.passages if each.plate == plate and each.printed]
    pages = _of(job.paper.pages, plate)
    slides = _of(job.slides.pages, plate)
    return Words(
        plate,
        job.places[plate],
        sum(word_count(printed_text(each, language)) for each in own),
        room(job.plate_set, plate, len(pages), partial(_laid_out, job)),
        min(page.fill for page in pages),
        min(text.size for page in pages for text in (page.title, *page.body.texts())),
        len(slides),
        max(_words_under_title(slide) for slide in slides),
    )


def _of(pages: Sequence[Page], plate: str) -> tuple[Page, ...]:
    return tuple(page for page in pages if page.plate == plate)


def _words_under_title(slide: Page) -> int:
    return sum(word_count(text.text) for text in slide.body.texts())


def _laid_out(job: Job, plate_set: PlateSet) -> Layout:
    return paper_layout(plate_set, job.kit.theme, job.strings, job.kit.faces, PAPER, job.logo)
