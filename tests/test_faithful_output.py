"""The built files say the plates' words: each plate, whole words, in order, nothing besides.

Part two of faithfulness: YAML against what other programs read from the output. The first
part, source against YAML, is `test_faithful.py`.
"""

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Emu

from planche.model import (
    Contents,
    Cover,
    Foreword,
    Ladder,
    Mosaic,
    PlateBase,
    PlateSet,
    Question,
    Statements,
    Table,
)
from planche.slug import slug
from planche.text.markup import plain, rich
from planche.workshop import PAPER, Job

LISTED = (Question, Table, Ladder, Mosaic)
"""The kinds of plate that the contents list."""

EVERY_PLATE = pytest.mark.parametrize("position", range(23))
"""Positions in the shipped set; a test below says that there are no more."""


# What a plate should say


def wanted_texts(plate: PlateBase, whole: PlateSet) -> list[str]:
    """The texts of a plate as typed, its heading first."""
    if isinstance(plate, Cover):
        return [plate.cover, whole.set.subtitle or "", plate.text or ""]
    if isinstance(plate, Foreword):
        return [plate.foreword, *plate.paragraphs, *plate.signature]
    if isinstance(plate, Contents):
        return [plate.contents, *chain.from_iterable(entries(whole))]
    if isinstance(plate, Question):
        return [plate.title, *chain.from_iterable((p.text, *p.points) for p in plate.points)]
    if isinstance(plate, Table):
        return [plate.table, *plate.columns, *chain.from_iterable(plate.rows)]
    if isinstance(plate, Ladder):
        steps = ((s.name, s.nickname or "", *s.people) for s in plate.steps)
        return [plate.ladder, *chain.from_iterable(steps)]
    if isinstance(plate, Mosaic):
        return [plate.mosaic, *plate.tiles]
    assert isinstance(plate, Statements)
    return [plate.title, *plate.sentences]


def entries(whole: PlateSet) -> Iterator[list[str]]:
    """What the contents list: each audience's name, then its plates."""
    reader = None
    for plate in whole.plates:
        if isinstance(plate, LISTED):
            audience = whole.audience(plate)
            if audience != reader:
                yield [audience.name if audience else ""]
            reader = audience
            yield [str(plate.number or ""), plate.heading]


def words(text: str) -> list[str]:
    """Whole words: a divided one joined, compatible forms alike (CO₂ is CO2)."""
    joined = re.sub("\u00ad\\s*", "", text)
    return unicodedata.normalize("NFKC", joined).split()


def wanted(plate: PlateBase, whole: PlateSet) -> list[str]:
    texts = wanted_texts(plate, whole)
    return words(" ".join(plain(rich(text, whole.set.language, {})) for text in texts if text))


def at(position: int, job: Job) -> tuple[str, PlateBase]:
    return list(job.plate_set.with_ids())[position]


def test_all_plates_are_looked_at(shipped: Job) -> None:
    assert len(shipped.plate_set.plates) == 23


# Posters


def extracted(path: Path) -> str:
    """The text of a PDF as poppler reads it, in the order it is drawn.

    A hard hyphen at a line's end belongs to its word: the next line goes on with it.
    """
    command = ["pdftotext", "-raw", str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return re.sub(r"(?<=[\w/]-)\n(?=\w)|(?<=/)\n(?=\w)", "", text)


def framed(plate: PlateBase, position: int, whole: PlateSet) -> tuple[list[str], list[str]]:
    """The words that stand before and after those of a plate on its poster."""
    audience = whole.audience(plate)
    parts = [f"Spørgsmål {plate.number}"] if plate.number else []
    parts += [audience.name] if audience else []
    info = whole.set
    series = " · ".join(part for part in (info.title, info.edition) if part)
    foot = [series, f"Planche {position + 1} af {len(whole.plates)}", info.publisher or ""]
    return words(" · ".join(parts)), words(plain(rich(" ".join(foot), info.language, {})))


@EVERY_PLATE
def test_a_poster_says_its_plate_and_nothing_else(position: int, built: Path, shipped: Job) -> None:
    name, plate = at(position, shipped)
    found = words(extracted(built / "posters" / PAPER / f"{position + 1:02d}-{name}.pdf"))
    before, after = framed(plate, position, shipped.plate_set)
    assert found == [*before, *wanted(plate, shipped.plate_set), *after]


def test_the_combined_poster_says_all_plates_in_order(built: Path, shipped: Job) -> None:
    whole = shipped.plate_set
    expected = []
    for position, plate in enumerate(whole.plates):
        before, after = framed(plate, position, whole)
        expected += [*before, *wanted(plate, whole), *after]
    assert words(extracted(built / "posters" / PAPER / "all.pdf")) == expected


@pytest.mark.parametrize("audience", range(6))
def test_an_audience_has_its_plates_in_one_file(audience: int, built: Path, shipped: Job) -> None:
    whole = shipped.plate_set
    reader = whole.audiences[audience]
    expected = []
    for position, plate in enumerate(whole.plates):
        if plate.audience == reader.id:
            before, after = framed(plate, position, whole)
            expected += [*before, *wanted(plate, whole), *after]
    assert expected
    assert words(extracted(built / "posters" / PAPER / f"{reader.id}.pdf")) == expected


# The deck


@pytest.fixture(scope="module")
def deck(built: Path, shipped: Job) -> Any:
    return Presentation(str(built / "deck" / f"{slug(shipped.plate_set.set.title)}.pptx"))


def slides_of(plate: str, deck: Any, job: Job) -> list[Any]:
    pages = job.slides.pages
    assert len(deck.slides) == len(pages)
    return [slide for slide, page in zip(deck.slides, pages, strict=True) if page.plate == plate]


def shapes(parent: Any) -> Iterator[Any]:
    """Every shape in reading order, those of groups too."""
    for shape in parent.shapes:
        if shape.shape_type == 6:  # a group
            yield from shapes(shape)
        else:
            yield shape


def is_foot(shape: Any, deck: Any) -> bool:
    return bool(shape.top is not None and shape.top > deck.slide_height - Emu(19 * 36_000))


def texts(slide: Any, deck: Any) -> Iterator[str]:
    """What a slide says between its kicker and its foot, in reading order."""
    for shape in shapes(slide):
        if shape.has_text_frame and shape.text_frame.text and not is_foot(shape, deck):
            yield shape.text_frame.text.replace("\v", " ")
        elif getattr(shape, "has_table", False) and shape.has_table:
            for row in shape.table.rows:
                yield from (cell.text_frame.text for cell in row.cells)


def said(slide: Any, deck: Any) -> list[str]:
    return words(" ".join(texts(slide, deck)))


def found_on_slides(name: str, plate: PlateBase, deck: Any, job: Job) -> list[str]:
    """The words of a plate's slides, without titles and column heads that a later one repeats."""
    whole = job.plate_set
    before, _ = framed(plate, 0, whole)
    found: list[str] = []
    for number, slide in enumerate(slides_of(name, deck, job)):
        rest = said(slide, deck)
        title = words(slide.shapes.title.text_frame.text.replace("\v", " "))
        for part in (before, title):
            start = position_of(part, rest)
            assert start is not None, (part, rest)
            rest = rest[:start] + rest[start + len(part) :]
        if number and isinstance(plate, Table):
            heads = words(" ".join(plain(rich(h, "da", {})) for h in plate.columns))
            assert rest[: len(heads)] == heads
            rest = rest[len(heads) :]
        found += rest
    return found


def position_of(part: list[str], among: list[str]) -> int | None:
    starts = range(len(among) - len(part) + 1)
    return next((start for start in starts if among[start : start + len(part)] == part), None)


@EVERY_PLATE
def test_slides_say_their_plate_and_nothing_else(position: int, deck: Any, shipped: Job) -> None:
    name, plate = at(position, shipped)
    whole = shipped.plate_set
    expected = wanted(plate, whole)
    heading = words(plain(rich(plate.heading, whole.set.language, {})))
    assert expected[: len(heading)] == heading
    found = found_on_slides(name, plate, deck, shipped)
    if isinstance(plate, Contents):
        names = {word for each in whole.audiences for word in words(each.name)}
        assert [w for w in found if w not in names] == [
            w for w in expected[len(heading) :] if w not in names
        ]
    else:
        assert found == expected[len(heading) :]


@EVERY_PLATE
def test_slides_have_the_heading_as_their_title(position: int, deck: Any, shipped: Job) -> None:
    name, plate = at(position, shipped)
    heading = words(plain(rich(plate.heading, "da", {})))
    slides = slides_of(name, deck, shipped)
    assert slides
    for number, slide in enumerate(slides, start=1):
        title = words(slide.shapes.title.text_frame.text.replace("\v", " "))
        assert title[: len(heading)] == heading
        if len(slides) > 1:
            assert title[len(heading) :] == [f"({number}", "af", f"{len(slides)})"]


def test_no_slide_is_anybody_elses(deck: Any, shipped: Job) -> None:
    every = chain.from_iterable(slides_of(id_, deck, shipped) for id_ in shipped.plate_set.ids)
    assert [slide.slide_id for slide in every] == [slide.slide_id for slide in deck.slides]
