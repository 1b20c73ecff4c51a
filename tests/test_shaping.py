"""Shaping: widths that add up, breaks where a line may end, hyphens where a word may be divided."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planche.text.markup import Rich, Span, plain
from planche.text.shaping import (
    HYPHEN,
    LEFT_MIN,
    RIGHT_MIN,
    SHORTEST_HYPHENATED,
    SUB_SCALE,
    Shaped,
    Style,
    first_break_after,
    shape,
    with_hyphens,
)
from planche.text.typography import NBSP
from tests.sets import kit

STYLE = Style("regular", "bold", "italic")
WORDS = ["kommunen", "er", "den", "på", "borgerdrevne", "velfærd", "AVATAR", "ville", "i", "3.0,"]
LONG = "medborgerskabsrådgivningsordning"


def shaped(text: str | Rich, language: str = "da", kerning: bool = True) -> Shaped:
    spans = (Span(text),) if isinstance(text, str) else text
    return shape(spans, STYLE, kit().faces, language, kerning)


def places(text: str, language: str = "da") -> list[str]:
    """Where a text may be broken: what stands before each break, a hyphen drawn as `-`."""
    found = with_hyphens(shaped(text, language), language)
    return [text[: each.end] + ("-" if each.hyphen else "") for each in found.breaks]


def hyphens(text: str, language: str = "da") -> list[int]:
    return [
        each.end for each in with_hyphens(shaped(text, language), language).breaks if each.hyphen
    ]


def width_of(text: str, face: str = "regular") -> float:
    return sum(kit().faces[face].advance(each) for each in text)


# Widths


def test_a_text_without_kerning_is_as_wide_as_its_letters() -> None:
    for text in ("Kommunen", "To AV", "§ 17 – “ja”…"):
        assert shaped(text, kerning=False).edges[-1] == pytest.approx(width_of(text))


def test_kerning_brings_letters_together() -> None:
    assert shaped("AVATAR").edges[-1] < shaped("AVATAR", kerning=False).edges[-1]


def test_each_span_is_set_in_its_face_and_a_subscript_is_small() -> None:
    spans = (Span("CO"), Span("2", sub=True), Span(" nu", strong=True), Span("her", emphasis=True))
    found = shaped(spans, kerning=False)
    pieces = [found.width(*ends) for ends in pairwise([0, 2, 3, 6, 9])]
    wanted = [width_of("CO"), SUB_SCALE * width_of("2"), width_of(" nu", "bold")]
    assert pieces == pytest.approx([*wanted, width_of("her", "italic")])


@given(st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join))
def test_widths_add_up_and_end_with_the_text(text: str) -> None:
    found = shaped(text)
    assert found.text == text
    assert len(found.edges) == len(text) + 1
    assert found.edges[0] == 0
    middle = len(text) // 2
    assert found.width(0, middle) + found.width(middle, len(text)) == pytest.approx(found.edges[-1])


# Breaks


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("et to tre", ["et", "et to", "et to tre"]),
        ("Kommunen\u00a03.0 nu", ["Kommunen\u00a03.0", "Kommunen\u00a03.0 nu"]),
        ("ja\u00a0– nej", ["ja\u00a0–", "ja\u00a0– nej"]),
        ("taekwondo-træner", ["taekwondo-", "taekwondo-træner"]),
        ("Miljø- og", ["Miljø-", "Miljø- og"]),
        ("(se dem)", ["(se", "(se dem)"]),
        ("“ja” !", ["“ja” !"]),
    ],
)
def test_where_a_line_may_end(text: str, lines: list[str]) -> None:
    found = shaped(text)
    assert [text[: each.end] for each in found.breaks] == lines


JUMBLE = st.lists(
    st.sampled_from([*WORDS, LONG, NBSP, " ", " ", " ", "-", "/", "–", "…", "(", ")", "“", "”"]),
    min_size=1,
).map(lambda pieces: "x" + "".join(pieces).rstrip(" "))


@given(JUMBLE)
def test_breaks_go_forward_to_the_end_and_never_at_a_fixed_space(text: str) -> None:
    found = with_hyphens(shaped(text), "da")
    nexts = [each.next for each in found.breaks]
    assert nexts == sorted(set(nexts))
    assert nexts[-1] == len(text)
    for each in found.breaks[:-1]:
        assert text[each.next - 1] != NBSP
        assert text[each.next] != NBSP or text[each.next - 1] in " -"
        assert text[each.end : each.next].strip(" ") == ""


def test_first_break_after() -> None:
    found = shaped("et to tre")
    assert [first_break_after(found, at) for at in (0, 2, 3, 6, 9)] == [0, 0, 1, 2, 3]


# Hyphens


@pytest.mark.parametrize(
    ("text", "divided"),
    [
        ("kommunikation", ["kom-", "kommu-", "kommuni-", "kommunika-", "kommunikation"]),
        ("velfærd", ["vel-", "velfærd"]),
        ("en ven", ["en", "en ven"]),
    ],
)
def test_words_are_divided_at_syllables(text: str, divided: list[str]) -> None:
    assert places(text) == divided


@given(JUMBLE)
def test_hyphens_stand_inside_words_that_are_long_enough(text: str) -> None:
    for at in hyphens(text):
        assert text[at - LEFT_MIN : at].isalpha()
        assert text[at : at + RIGHT_MIN].isalpha()
        left, right = at, at
        while left and text[left - 1].isalpha():
            left -= 1
        while right < len(text) and text[right].isalpha():
            right += 1
        assert right - left >= SHORTEST_HYPHENATED
        assert at - left >= LEFT_MIN
        assert right - at >= RIGHT_MIN


@pytest.mark.parametrize("before", ["hos ", "og (", "og “", "hos\u00a0", "ja, "])
def test_a_name_inside_a_sentence_keeps_its_letters_together(before: str) -> None:
    assert hyphens(f"{before}Integrationsrådet") == []


@pytest.mark.parametrize("before", ["", "Ja. ", "Ja! ", "Hvad? ", "Ja: ", "“", "…", "Ja. “"])
def test_a_word_that_begins_a_sentence_is_no_name(before: str) -> None:
    assert hyphens(f"{before}Integrationsrådet") != []


def test_a_word_is_divided_by_the_rules_of_its_language() -> None:
    assert hyphens("information", "da") != hyphens("information", "en")
    assert hyphens("kommunikation", "da-DK") == hyphens("kommunikation", "da")
    assert hyphens("kommunikation", "tlh") == []


def test_a_word_that_stands_twice_is_divided_twice() -> None:
    once = hyphens("velfærd")
    assert hyphens("velfærd velfærd") == [*once, *(8 + at for at in once)]


def test_the_drawn_hyphen_has_its_width() -> None:
    assert shaped("ord").hyphen_width == kit().faces["regular"].advance(HYPHEN)


def test_words_of_a_shaped_text_stay_as_they_were() -> None:
    spans = (Span("et "), Span("ord", strong=True))
    assert shaped(spans).text == plain(spans)
