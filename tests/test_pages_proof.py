"""The proof finds nothing in what we render, and every fault planted behind the layout's back."""

from dataclasses import replace

import pytest

from planche.geometry.parts import Page, TextBox, moved
from planche.pages.files import poster_files
from planche.pages.proof import Mismatch, prove
from tests.pages_fixtures.book import (
    look,
    page_of,
    real_files,
    real_pages,
    real_set,
    styled,
    tampered,
)


def faults(data: bytes, page: Page) -> tuple[Mismatch, ...]:
    return prove(data, [page], look().faces)


@pytest.mark.parametrize(
    "file", poster_files(real_pages(), real_set(), "posters/a3"), ids=lambda file: file.path
)
def test_every_file_is_proven(file: object) -> None:
    assert prove(real_files()[file.path], file.pages, look().faces) == ()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("css", "role", "what"),
    [
        ("h1 { font-size: 60pt !important }", "question", "is set in 60.00 pt"),
        ("footer p { margin-left: 1mm }", "foot", "starts +1.00 mm"),
        ("footer p { margin-top: 1mm }", "foot", "stands +1.00 mm from its baseline"),
        (
            ".f-regular { font-family: planche-default-medium }",
            "body",
            "SchibstedGrotesk-Medium instead",
        ),
        (".t { letter-spacing: 0.05em }", "question", "ends +"),
        (".t { line-height: 1.6 !important }", "question", "from its baseline"),
        ("h1 { text-transform: uppercase }", "question", "is drawn instead of"),
        ("h1 { visibility: hidden }", "question", "is drawn instead of"),
        ("footer { display: none }", "foot", "“” is drawn instead of"),
        (".t { margin-left: -30mm }", "question", "too close to the edge"),
        ("h1::after { content: 'x' }", "body", "“xKommunen"),
        ("footer::after { content: 'x'; position: absolute }", "", "was not planned"),
    ],
)
def test_a_changed_style_is_found(css: str, role: str, what: str) -> None:
    page = page_of("q2")
    found = faults(styled(page, css), page)
    assert any(each.role == role and what in each.what for each in found), found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bedre livsvilkår", "bedre livsvilkårene"),
        ("Hvad er \n", ""),
        ("spørgsmål", "spörgsmål"),
        ("Hvad er \n", "Hvad \ner "),
    ],
)
def test_a_changed_text_is_found(old: str, new: str) -> None:
    page = page_of("q2")
    assert faults(tampered(page, old, new), page)


def test_a_changed_size_of_page_is_found() -> None:
    page = page_of("q2")
    found = faults(styled(page, "@page paper-1 { size: 300mm 420mm }"), page)
    assert "300.0 × 420.0 mm" in found[0].what


def test_overlapping_texts_are_found_even_if_planned() -> None:
    page = page_of("q2")
    first = page.title
    second = page.foot.texts[0]
    place = moved(second, first.box.y - second.box.y)
    texts: tuple[TextBox, ...] = (place, *page.foot.texts[1:])
    clash = replace(page, foot=replace(page.foot, texts=texts))
    found = faults(tampered(clash, "<footer>", "<footer>"), clash)
    assert any("overlap" in each.what for each in found)


def test_a_missing_page_is_found() -> None:
    data = real_files()["posters/a3/05-q2.pdf"]
    (found,) = prove(data, real_pages()[:2], look().faces)
    assert found == Mismatch("", "", "1 pages instead of 2")


def test_another_plate_is_not_taken_for_this_one() -> None:
    assert faults(real_files()["posters/a3/06-q3.pdf"], page_of("q2"))
