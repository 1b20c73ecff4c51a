"""Words in another language say so in the deck and on the pages, and look like the others."""

import re
from io import BytesIO

import pytest
from pptx import Presentation

from planche.geometry.parts import TextBox
from planche.pages.environment import environment
from planche.text.markup import LANGUAGE_TAG, Span, plain, rich, typed
from planche.text.typography import typeset
from tests.deck_support import ROOT, made, shipped_deck, slides_of, small_set

POINT = "via [story-telling]{lang=en} og [Schwung]{lang=de-AT}, tak"


def test_a_mark_gives_its_words_a_language() -> None:
    assert rich("et [ord]{lang=en}.", "da", {}) == (Span("et "), Span("ord", lang="en"), Span("."))
    nested = rich("**et [*ord* nu]{lang=de-AT}**", "da", {})
    assert nested == (
        Span("et ", strong=True),
        Span("ord", strong=True, emphasis=True, lang="de-AT"),
        Span(" nu", strong=True, lang="de-AT"),
    )


@pytest.mark.parametrize(
    "text", ["[ord]{lang=engelsk-}", "[ord]{lang=}", "[ord]{x}", "[ord] {lang=en}", "{lang=en}"]
)
def test_what_is_no_mark_is_text(text: str) -> None:
    assert plain(rich(text, "da", {})) == text


@pytest.mark.parametrize("text", ["[ord]{lang=en}", '"[ord]{lang=en-GB-x-a-b}"', POINT])
def test_typography_leaves_the_language_alone(text: str) -> None:
    marks = re.findall(r"\{.*?\}", text)
    assert re.findall(r"\{.*?\}", typeset(text, "da")) == marks


@pytest.mark.parametrize("text", [POINT, "et *[ord]{lang=en}*", "**[ord nu]{lang=en}** her"])
def test_a_text_typed_anew_keeps_its_languages(text: str) -> None:
    spans = rich(text, "da", {})
    assert rich(typed(spans), "da", {}) == spans


@pytest.mark.parametrize(
    "tag", ["en", "gsw", "de-AT", "zh-Hant-TW", "zh-yue", "sl-rozaj-biske", "de-1996", "en-u-ca-x"]
)
def test_language_tags(tag: str) -> None:
    assert bool(re.fullmatch(LANGUAGE_TAG, tag)) == (tag != "en-u-ca-x")


@pytest.mark.parametrize("tag", ["engelsk", "e", "e_n", "en-", "-en", "en GB", "123", ""])
def test_no_language_tags(tag: str) -> None:
    assert not re.fullmatch(LANGUAGE_TAG, tag)


def languages(data: bytes) -> dict[str, str]:
    """The words of the slides' runs that are not Danish, and their language."""
    return {
        run.findtext("{*}t") or "": run[0].get("lang")
        for slide in Presentation(BytesIO(data)).slides
        for run in slide._element.xpath(".//a:r[a:rPr/@lang!='da-DK']")
    }


def test_the_runs_of_a_deck_have_the_language_as_it_is_given() -> None:
    plate_set = small_set(plates=[{"question": 1, "title": "Hvad?", "points": [POINT]}])
    data = made(plate_set, slides_of(plate_set))
    assert languages(data) == {"story-telling": "en", "Schwung": "de-AT"}


def test_the_english_words_of_the_shipped_set_are_marked() -> None:
    assert languages(shipped_deck()) == {"story-telling": "en", "Classic": "en"}


def test_the_lines_of_a_page_carry_it_too() -> None:
    plate_set = small_set(plates=[{"question": 1, "title": "Hvad?", "points": [POINT]}])
    texts: list[TextBox] = [text for page in slides_of(plate_set) for text in page.texts()]
    pieces = [piece for text in texts for line in text.lines for piece in line.fragments]
    found = {piece.text.strip(): piece.lang for piece in pieces if piece.lang}
    assert found == {"story-telling": "en", "Schwung": "de-AT"}


def test_the_mark_is_not_measured() -> None:
    """Words look the same whatever their language."""
    marked, bare = (
        slides_of(small_set(plates=[{"question": 1, "title": "Hvad?", "points": [point]}]))
        for point in (POINT, re.sub(r"[\[\]]|\{.*?\}", "", POINT))
    )
    boxes = [[(text.text, text.box, text.size) for text in page.texts()] for page in marked]
    assert boxes == [[(text.text, text.box, text.size) for text in page.texts()] for page in bare]


def test_the_pages_say_it_in_their_html() -> None:
    plate_set = small_set(plates=[{"question": 1, "title": "Hvad?", "points": [POINT]}])
    (text,) = slides_of(plate_set)[0].body.texts()
    drawing = '{% from "macros.html" import words with context %}{{ words(text) }}'
    template = environment(ROOT / "templates" / "pages").from_string(drawing)
    html = template.render(text=text, href=lambda link: None, colour=str)
    assert re.findall(r'lang="([^"]+)">([^<]+)</span>', html) == [
        ("en", "story-telling"),
        ("de-AT", "Schwung"),
    ]
