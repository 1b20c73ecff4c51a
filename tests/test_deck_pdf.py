"""Decks as PDF: what readers, screen readers and LibreOffice's own rendering of them say."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from planche.deck import deck
from planche.decks import DeckPlan, Setting, declared_decks
from planche.model import Deck
from planche.pages.engine import Engine, start
from planche.pages.look import Look
from planche.pages.proof import prove
from planche.pages.slides import Slide, deck_pdf, slide_pages
from planche.units import Mm, mm_to_pt
from planche.workshop import DEFAULT_SOURCE, TEMPLATES, Job
from tests.deck_render import as_pdf, is_steady, shown_texts
from tests.pdf_support import elements, opened, tool, tree, words
from tests.sets import DATA, LAID_OUT, job

SHIPPED = job(DEFAULT_SOURCE)
SMALL = job(DATA / "one-bullet.yaml")
WHOLE, *DECLARED = [plan for plan in SHIPPED.decks if not plan.alone]

NEAR: Mm = 1.0
"""How far a letter of the PDF may be from where LibreOffice puts it."""

LOWER: dict[str, Mm] = {
    "cover-title": 1.7,
    "column": 1.05,
    "column-middle": 1.05,
    "column-light": 1.05,
}
"""The same for the baselines of large type in tight lines, by role: LibreOffice puts the baseline a
fixed share of the size over the foot of an exactly high line, where a page of ours has half of the
white below. What was tried is told in docs/analysis/line-breaks.md."""


@cache
def engine(theme: str) -> Engine:
    """One for each theme: the faces of all themes go by the same names."""
    return start()


def look(found: Job) -> Look:
    return Look(found.kit.theme, found.kit.faces, TEMPLATES / "pages")


def written(plan: DeckPlan, found: Job = SHIPPED) -> bytes:
    return deck_pdf(plan, found.plate_set, look(found), engine(found.kit.theme.name))


def slides(plan: DeckPlan, found: Job = SHIPPED) -> tuple[Slide, ...]:
    return slide_pages(plan, found.plate_set, look(found))


@cache
def whole() -> bytes:
    return written(WHOLE)


def in_shape(found: Job) -> DeckPlan:
    """Everything in 4:3."""
    tall = Deck(name="tall", plates=("all",), aspect="4:3")
    declared = found.plate_set.model_copy(update={"decks": (tall,)})
    setting = Setting(declared, found.kit.theme, found.strings, found.kit.faces)
    (plan,), faults = declared_decks(setting, found.slides)
    assert faults == ()
    return plan


@pytest.mark.parametrize("theme", ["default", "avis"])
@pytest.mark.parametrize("path", LAID_OUT, ids=lambda path: path.stem)
def test_every_line_of_a_taller_deck_stands_where_its_slides_have_it(
    path: Path, theme: str
) -> None:
    """Those that the sets declare are proved by the builds in `test_every_set`."""
    found = job(path, theme)
    plan = in_shape(found)
    assert prove(written(plan, found), slides(plan, found), found.kit.faces) == ()


def test_extracted_text_is_that_of_the_slides_with_their_numbers(tmp_path: Path) -> None:
    extracted = tool("pdftotext", whole(), tmp_path, "-raw").split("\f")
    for number, (page, text) in enumerate(zip(WHOLE.pages, extracted, strict=False), start=1):
        kicker = [page.kicker.text] if page.kicker else []
        said = (page.title, *kicker, *page.body.texts(), *page.foot.texts)
        expected = words(" ".join(each.text for each in said))
        assert words(text) == [*expected, str(number)], page.title.text


@pytest.mark.parametrize(("aspect", "height"), [("16:9", 190.5), ("4:3", 254.0)])
def test_pages_are_as_large_as_slides(aspect: str, height: Mm) -> None:
    data = whole() if aspect == "16:9" else written(in_shape(SMALL), SMALL)
    for page in opened(data).pages:
        assert [float(each) for each in page.mediabox][2:] == pytest.approx(
            [mm_to_pt(338.667), mm_to_pt(height)], abs=0.1
        )


def test_a_deck_says_what_it_is() -> None:
    pdf = opened(written(DECLARED[0]))
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    assert str(pdf.docinfo["/Title"]) == DECLARED[0].title
    assert str(pdf.Root.Lang) == "da"
    assert pdf.Root.MarkInfo.Marked


# Order of reading


def test_each_slide_begins_with_its_only_title_before_its_kicker() -> None:
    sections = [each for each in tree(whole()) if str(each.S) == "/Sect"]
    assert len(sections) == len(WHOLE.pages)
    for page, section in zip(WHOLE.pages, sections, strict=True):
        inside = [str(each.S) for each in elements(section)][1:]
        assert inside[0] == "/H1"
        assert inside.count("/H1") == 1
        if page.kicker:
            assert next(each for each in inside[1:] if each != "/Span") == "/P"


def test_bookmarks_are_the_plates_by_their_headings() -> None:
    with opened(whole()).open_outline() as outline:
        labels = [item.title for item in outline.root]
    assert len(labels) == len(WHOLE.plates) < len(WHOLE.pages)
    assert "Forord" in labels
    assert "Hvad er Kommunen\xa03.0?" in labels


# Links


def links(data: bytes) -> list[list[str]]:
    """For each page the plates its links lead to."""
    return [[str(link.Dest) for link in page.get("/Annots", [])] for page in opened(data).pages]


def test_every_foot_leads_back_to_the_contents_but_their_own() -> None:
    for page, found in zip(WHOLE.pages, links(whole()), strict=True):
        assert ("contents" in found) == (page.plate != "contents")
        if page.plate != "contents":
            assert found[-1] == "contents"


def test_contents_lead_to_the_first_slide_of_each_plate() -> None:
    index = next(n for n, page in enumerate(WHOLE.pages) if page.plate == "contents")
    body: Any = WHOLE.pages[index].body
    pdf = opened(whole())
    assert links(whole())[index] == [each.target for group in body.groups for each in group.entries]
    flat = list(pdf.Root.Names.Dests.Names)
    places = {str(name): place[0] for name, place in zip(flat[::2], flat[1::2], strict=True)}
    for link in pdf.pages[index].Annots:
        first = next(n for n, page in enumerate(WHOLE.pages) if page.plate == str(link.Dest))
        assert places[str(link.Dest)] == pdf.pages[first].obj


@pytest.mark.parametrize("plan", DECLARED, ids=lambda plan: plan.declared)
def test_links_stay_within_their_deck_and_other_words_are_text(plan: DeckPlan) -> None:
    info = SHIPPED.plate_set.set.model_copy(update={"address": "https://example.org/"})
    plate_set = SHIPPED.plate_set.model_copy(update={"set": info})
    data = deck_pdf(plan, plate_set, look(SHIPPED), engine("default"))
    found = {each for every in links(data) for each in every}
    assert found <= set(plan.plates)
    assert ("contents" in found) == (plan.contents is not None)


# Against LibreOffice


@pytest.mark.parametrize("theme", ["default", "avis"])
def test_the_pdf_shows_what_libreoffice_shows_of_the_powerpoint(theme: str, tmp_path: Path) -> None:
    found = job(DEFAULT_SOURCE, theme)
    kit, plan = found.kit, found.decks[0]
    own = tmp_path / "own.pdf"
    own.write_bytes(written(plan, found))
    theirs = as_pdf(deck(plan, found.plate_set, kit.theme, kit.faces, found.strings), tmp_path)
    pages = slides(plan, found)
    compared = 0
    for ours, (others, strays) in zip(
        shown_texts(own, pages), shown_texts(theirs, pages), strict=True
    ):
        assert ours[1] == strays.replace("•", "") == ""
        for mine, other in zip(ours[0], others, strict=True):
            text = mine.text
            if not mine.linked and is_steady(text, kit):
                compared += 1
                assert mine.lines == other.lines
            assert mine.first
            assert other.first
            assert abs(mine.first.left - other.first.left) < NEAR
            down = abs(other.first.baseline - mine.first.baseline)
            assert down < LOWER.get(text.role, NEAR), (text.role, text.text)
    assert compared > STEADY * sum(len(list(page.texts())) for page in pages)


STEADY = 0.75
"""Share of the texts whose breaks must be comparable, or the test would prove little."""


# Bytes


def test_a_deck_written_twice_has_the_same_bytes() -> None:
    assert written(DECLARED[0]) == written(DECLARED[0])
