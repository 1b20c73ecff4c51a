"""Handouts: every word of every slide, its picture, notes, tags."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from planche.decks import DeckPlan
from planche.geometry.bodies import HandoutBody
from planche.geometry.handout import lay_out_handout
from planche.geometry.parts import Page
from planche.geometry.typesetter import PAPER, Typesetter
from planche.model import PlateSet
from planche.pages.engine import Engine, start
from planche.pages.handouts import handout_pdf, small_slides
from planche.pages.look import Look
from planche.pages.proof import prove
from planche.pages.slides import deck_pdf
from planche.units import MM_PER_INCH, mm_to_pt
from planche.workshop import DEFAULT_SOURCE, TEMPLATES, Job
from tests.pdf_support import elements, opened, tree, words
from tests.sets import LAID_OUT, job, layout, plate_set
from tests.test_deck_pdf import in_shape

SHIPPED = job(DEFAULT_SOURCE)
WHOLE = SHIPPED.decks[0]


@cache
def engine(theme: str) -> Engine:
    """One for each theme: the faces of all themes go by the same names."""
    return start()


def laid_out(plan: DeckPlan, found: Job, made: PlateSet | None = None) -> tuple[Page, ...]:
    kit, plates = found.kit, made or found.plate_set
    setter = Typesetter(kit.theme.roles, kit.faces, plates.set.language, PAPER, {})
    return lay_out_handout(plan.title, plan.pages, plates, kit.theme, found.strings, setter)


def written(plan: DeckPlan, found: Job, made: PlateSet | None = None) -> bytes:
    plates, kit = made or found.plate_set, found.kit
    look = Look(kit.theme, kit.faces, TEMPLATES / "pages")
    slides = deck_pdf(plan, plates, look, engine(kit.theme.name))
    small = small_slides(slides, kit.theme.handout.picture)
    pages = laid_out(plan, found, made)
    return handout_pdf(plan, pages, small, plates, look, engine(kit.theme.name))


@cache
def whole() -> bytes:
    return written(WHOLE, SHIPPED)


def rows(pages: tuple[Page, ...]) -> list[str]:
    """The words beside each slide, wherever they go on."""
    found: list[list[str]] = []
    for page in pages:
        assert isinstance(page.body, HandoutBody)
        for row in page.body.rows:
            if row.picture:
                found.append([])
            said = [text for each in row.words for text in each.texts()]
            found[-1] += [line.text for text in said for line in text.lines]
    return [plain(" ".join(each)) for each in found]


def plain(text: str) -> str:
    """A text's letters, whatever divides its words or lines."""
    return "".join(words(text)).replace("\u2010", "")


def with_notes(notes: str) -> tuple[PlateSet, DeckPlan]:
    made = plate_set({"question": 1, "title": "Hvorfor?", "points": ["Derfor."], "notes": notes})
    return made, DeckPlan("prove", made.set.title, layout(made, "slides").pages)


# What is in them


def test_a_title_of_one_long_word_is_broken() -> None:
    """No hyphen can divide it, and nothing else has asked whether it fits a line."""
    name = "X" * 120
    made, plan = with_notes("Husk det.")
    page, *_ = laid_out(replace(plan, title=name), SHIPPED, made)
    assert plain(page.title.text) == plain(name)
    assert len(page.title.lines) > 1
    assert page.title.box.right <= page.width - SHIPPED.kit.theme.handout.margin


@pytest.mark.parametrize("theme", ["default", "avis"])
@pytest.mark.parametrize("path", LAID_OUT, ids=lambda path: path.stem)
def test_all_that_a_slide_says_stands_beside_it(path: Path, theme: str) -> None:
    found = job(path, theme)
    for plan in (found.decks[0], in_shape(found)):
        beside = rows(laid_out(plan, found))
        assert len(beside) == len(plan.pages)
        for page, said in zip(plan.pages, beside, strict=True):
            for text in page.body.texts():
                assert plain(text.text.replace("-", "")) in said.replace("-", ""), page.title.text


@pytest.mark.parametrize("theme", ["default", "avis"])
@pytest.mark.parametrize("path", LAID_OUT, ids=lambda path: path.stem)
def test_every_line_of_a_taller_deck_stands_where_it_was_laid_out(path: Path, theme: str) -> None:
    """Handouts of the decks that the sets declare are proved by the builds in `test_every_set`."""
    found = job(path, theme)
    plan = in_shape(found)
    assert prove(written(plan, found), laid_out(plan, found), found.kit.faces) == ()


def test_three_slides_stand_on_a_page_where_their_words_are_few() -> None:
    plan = DeckPlan("prove", "Prøve", WHOLE.pages[:1] * 7)
    bodies: list[Any] = [page.body for page in laid_out(plan, SHIPPED)]
    assert [len(body.rows) for body in bodies] == [3, 3, 1]


def test_pages_are_a4_and_counted() -> None:
    pdf = opened(whole())
    for page in pdf.pages:
        sides = [float(each) for each in page.mediabox][2:]
        assert sides == pytest.approx([mm_to_pt(210), mm_to_pt(297)], abs=0.1)
    counted = [list(page.foot.texts)[-1].text for page in laid_out(WHOLE, SHIPPED)]
    assert counted == [f"Side {n} af {len(pdf.pages)}" for n in range(1, len(pdf.pages) + 1)]


def test_text_is_as_large_as_that_of_a_book() -> None:
    for page in laid_out(WHOLE, SHIPPED):
        assert min(text.size for text in page.body.texts()) >= 9


# Notes


def test_notes_stand_beside_the_first_slide_of_their_plate_before_its_words() -> None:
    noted = SHIPPED.plate_set.model_copy(
        update={
            "plates": tuple(
                each.model_copy(update={"notes": f"Sig *noget* om {name}.\n\nOg mere."})
                for name, each in SHIPPED.plate_set.with_ids()
            )
        }
    )
    for page, said in zip(WHOLE.pages, rows(laid_out(WHOLE, SHIPPED, noted)), strict=True):
        notes = plain(f"Noter Sig noget om {page.plate}. Og mere.")
        assert said.startswith(notes) == (page.part == 1), page.title.text
        assert (notes in said) == (page.part == 1)


@pytest.mark.parametrize(
    "notes", ["Et ord til. " * 2000, "\n".join(["Kort."] * 300), "Se www.eksempel." + "x" * 300]
)
def test_notes_of_any_length_are_printed_whole(notes: str) -> None:
    made, plan = with_notes(notes)
    pages = laid_out(plan, SHIPPED, made)
    assert plain(notes) in rows(pages)[0]
    assert prove(written(plan, SHIPPED, made), pages, SHIPPED.kit.faces) == ()
    foot = SHIPPED.kit.theme.handout.height - SHIPPED.kit.theme.handout.foot
    for page in pages:
        assert max(text.box.bottom for text in page.body.texts()) <= foot + 0.02


# Tags


def test_each_picture_says_which_slide_it_is_before_its_title() -> None:
    found = [each for each in tree(whole()) if str(each.S) in ("/Figure", "/H2")]
    assert [str(each.S) for each in found] == ["/Figure", "/H2"] * len(WHOLE.pages)
    alts = [str(each.Alt) for each in found[::2]]
    expected = [f"Slide {n}: {page.title.text}" for n, page in enumerate(WHOLE.pages, start=1)]
    assert alts == expected


def test_each_page_has_one_first_heading_and_points_are_lists() -> None:
    sections = [each for each in tree(whole()) if str(each.S) == "/Sect"]
    assert len(sections) == len(opened(whole()).pages)
    for section in sections:
        inside = [str(each.S) for each in elements(section)]
        assert inside[1] == "/H1"
        assert inside.count("/H1") == 1
    items = [each for each in tree(whole()) if str(each.S) == "/LI"]
    points = sum(
        len(words_.items)
        for page in laid_out(WHOLE, SHIPPED)
        if isinstance(page.body, HandoutBody)
        for row in page.body.rows
        for words_ in row.words
    )
    assert len(items) >= points > 100


# Pictures


def test_pictures_are_sharp_in_print() -> None:
    streams = [each for each in opened(whole()).objects if isinstance(each, pikepdf.Stream)]
    pictures = [each for each in streams if each.get("/Subtype") == "/Image"]
    assert len(pictures) == len(WHOLE.pages)
    inches = SHIPPED.kit.theme.handout.picture / MM_PER_INCH
    assert min(int(image.Width) for image in pictures) >= 200 * inches


def test_a_handout_written_twice_has_the_same_bytes() -> None:
    plan = SHIPPED.decks[1]
    assert written(plan, SHIPPED) == written(plan, SHIPPED)
