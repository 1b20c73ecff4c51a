"""Inline markup: what is markup becomes spans, and everything else stays as it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planche.text.markup import REFERENCE_WORDS, Rich, Span, plain, rich
from planche.text.typography import NBSP, typeset

QUESTIONS = {5: "q5", 12: "tolv"}

CASES: dict[str, tuple[Span, ...]] = {
    "*ord*": (Span("ord", emphasis=True),),
    "**ord**": (Span("ord", strong=True),),
    "et *lille* ord": (Span("et "), Span("lille", emphasis=True), Span(" ord")),
    "**to *ord* her**": (
        Span("to ", strong=True),
        Span("ord", strong=True, emphasis=True),
        Span(" her", strong=True),
    ),
    "CO~2~-aftryk": (Span("CO"), Span("2", sub=True), Span("-aftryk")),
    "CO₂ og H₁₂": (Span("CO"), Span("2", sub=True), Span(" og H"), Span("12", sub=True)),
    "[her](https://a.dk/b)": (Span("her", link="https://a.dk/b"),),
    "[her](#table-1)": (Span("her", link="#table-1"),),
    "[skriv](mailto:a@b.dk)!": (Span("skriv", link="mailto:a@b.dk"), Span("!")),
    "[**her** nu](#q1)": (Span("her", strong=True, link="#q1"), Span(" nu", link="#q1")),
    "(*ord*).": (Span("("), Span("ord", emphasis=True), Span(").")),
}

NO_MARKUP = [
    "2 * 3 * 4",
    "2*3*4",
    "snake_case",
    "* ord *",
    "** ord **",
    "ord*",
    "*ord",
    "**",
    "a~b",
    "~for langt til at stå sænket~",
    "[her](javascript:alert)",
    "[her] (https://a.dk)",
    "[](https://a.dk)",
    "{{ x }} og {% y %}",
    "<b>fed</b> &amp;",
]


@pytest.mark.parametrize("typed", CASES)
def test_markup_becomes_spans(typed: str) -> None:
    assert rich(typed, "da", {}) == CASES[typed]


@pytest.mark.parametrize("typed", NO_MARKUP)
def test_what_is_not_well_formed_stays_as_typed(typed: str) -> None:
    assert rich(typed, "da", {}) == (Span(typed),)


def linked(spans: Rich) -> list[tuple[str, str]]:
    """The words and targets of a text's links, every space an ordinary one."""
    return [(span.text.replace(NBSP, " "), span.link) for span in spans if span.link]


@pytest.mark.parametrize(
    ("language", "typed", "words", "target"),
    [
        ("da", "noget (se spørgsmål 5).", "(se spørgsmål 5)", "#q5"),
        ("da", "Se spørgsmål 12", "Se spørgsmål 12", "#tolv"),
        ("da-DK", f"se{NBSP}spørgsmål{NBSP}5", "se spørgsmål 5", "#q5"),
        ("en-GB", "this (see question 5)", "(see question 5)", "#q5"),
        ("de", "das (siehe Frage 5)", "(siehe Frage 5)", "#q5"),
    ],
)
def test_a_reference_to_a_question_is_a_link(
    language: str, typed: str, words: str, target: str
) -> None:
    assert linked(rich(typed, language, QUESTIONS)) == [(words, target)]


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("da", "se spørgsmål 6"),
        ("da", "se spørgsmål"),
        ("da", "besese spørgsmål 5"),
        ("da", "see question 5"),
        ("sv", "se spørgsmål 5"),
    ],
)
def test_what_refers_to_no_question_is_text(language: str, typed: str) -> None:
    assert linked(rich(typed, language, QUESTIONS)) == []


def test_a_reference_keeps_its_style_and_a_link_its_target() -> None:
    bold = rich("**se spørgsmål 5** nu", "da", QUESTIONS)
    assert linked(bold) == [("se spørgsmål 5", "#q5")]
    assert bold[0].strong
    own = rich("[se spørgsmål 5](https://a.dk)", "da", QUESTIONS)
    assert linked(own) == [("se spørgsmål 5", "https://a.dk")]


def test_every_reference_of_a_text_is_found() -> None:
    found = rich("(se spørgsmål 5) og se spørgsmål 12, ikke se spørgsmål 6", "da", QUESTIONS)
    assert [target for _, target in linked(found)] == ["#q5", "#tolv"]


def test_lines_of_the_source_become_one_text() -> None:
    assert plain(rich("  et ord\nog et til \n", "da", {})) == "et ord og et til"


def test_there_is_a_way_to_refer_in_every_language_of_the_program() -> None:
    assert set(REFERENCE_WORDS) == {"da", "en", "de"}


PIECES = st.lists(
    st.sampled_from([*"*~[]()#_ ", "**", "ord", "to", "2", "(#q1)", "https://a.dk", "se "])
)


def bare(text: str) -> str:
    """The letters and digits of a text without what is or could be a link's target."""
    return re.sub(r"[\W_]", "", re.sub(r"\((?:#q1|https://a\.dk)\)", "", text))


@given(PIECES.map("".join), st.sampled_from(["da", "en", "de"]))
def test_only_marks_and_targets_are_taken_away(typed: str, language: str) -> None:
    """The words left are the typed ones in order, with nothing but marks and targets gone."""
    left = plain(rich(typed, language, {}))
    printed = typeset(typed, language).strip()
    rest = iter(printed)
    assert all(character in rest for character in left)
    assert bare(left) == bare(printed)


@given(st.text(max_size=60), st.sampled_from(["da", "en", "de", "sv"]))
def test_any_text_is_set_and_no_span_is_empty(typed: str, language: str) -> None:
    found = rich(typed, language, QUESTIONS)
    assert all(span.text for span in found)
    assert not plain(found).startswith((" ", "\n"))


@given(st.text(alphabet="abc æøå,.–…“”", max_size=60))
def test_text_without_marks_is_one_span_as_it_is_printed(typed: str) -> None:
    one_spaced = " ".join(typed.split())
    assert plain(rich(typed, "da", {})) == typeset(one_spaced, "da")
