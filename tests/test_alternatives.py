"""What is said of a figure to those who do not see it."""

from pathlib import Path

import pytest

from planche.alternatives import LONGEST, MADE, alternative, of_part, was_made
from planche.model import KINDS, Figure, Ladder, Mosaic, PlateBase, Question, Statements, Table
from planche.strings import LANGUAGES, load_strings
from planche.text.markup import plain, rich
from tests.deck_support import shipped_set

STRINGS = Path(__file__).parent.parent / "templates" / "strings"


def said(plate: PlateBase, language: str = "da") -> str:
    return alternative(
        plate, load_strings(STRINGS, language), lambda text: plain(rich(text, language, {}))
    )


def ladder(count: int, **more: str) -> Ladder:
    steps = [{"name": f"Trin *{n}*", "people": ["Eva"]} for n in range(1, count + 1)]
    return Ladder.model_validate({"ladder": "Op", "steps": steps, **more})


TABLE = Table(table="Hvad nu?", columns=("A", "B"), rows=(("a", "b"),))
MOSAIC = Mosaic(mosaic="Mange", tiles=tuple(f"Felt {n}" for n in range(13)))
STATEMENTS = Statements(statements=1, title="Hvad?", sentences=("Ja", "Nej!"))


def test_every_figure_has_a_sentence() -> None:
    assert set(MADE) == {kind for kind, plate in KINDS.items() if issubclass(plate, Figure)}


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "da",
            [
                "Trappe med tre trin, lavest først: Trin 1, Trin 2, Trin 3.",
                "Tabel med én række og to kolonner: Hvad nu? Kolonner: A, B.",
                "13 felter: Mange. Det første: Felt 0",
                "To udsagn: Ja. Nej!",
            ],
        ),
        (
            "en",
            [
                "Stairs with three steps, the lowest first: Trin 1, Trin 2, Trin 3.",
                "Table with one row and two columns: Hvad nu? Columns: A, B.",
                "13 tiles: Mange. The first: Felt 0",
                "Two statements: Ja. Nej!",
            ],
        ),
        (
            "de",
            [
                "Treppe mit drei Stufen, die unterste zuerst: Trin 1, Trin 2, Trin 3.",
                "Tabelle mit einer Zeile und zwei Spalten: Hvad nu? Spalten: A, B.",
                "13 Felder: Mange. Das erste: Felt 0",
                "Zwei Aussagen: Ja. Nej!",
            ],
        ),
    ],
)
def test_a_sentence_is_made_from_the_content(language: str, sentences: list[str]) -> None:
    assert [said(each, language) for each in (ladder(3), TABLE, MOSAIC, STATEMENTS)] == sentences


def test_the_plates_own_words_come_first_and_are_never_cut() -> None:
    own = ladder(2, alt="En *trappe* " + "op " * 100)
    assert said(own) == ("En trappe " + "op " * 100).strip()
    assert not was_made(own)
    assert was_made(ladder(2))


def test_what_is_no_figure_has_none() -> None:
    question = Question.model_validate({"question": 1, "title": "Hvad?", "points": ["Det"]})
    assert said(question) == ""
    assert not was_made(question)


def test_a_long_one_is_cut_at_a_word() -> None:
    long = said(Mosaic(mosaic="Mange", tiles=("ord og flere ord, " * 30, "to")))
    assert len(long) <= LONGEST
    assert long.endswith(("ord…", "og…", "flere…"))
    one_word = said(Mosaic(mosaic="x" * 400, tiles=("a", "b")))
    assert len(one_word) <= LONGEST
    assert one_word.endswith("…")


def test_on_several_slides_it_says_which_one() -> None:
    strings = load_strings(STRINGS, "da")
    assert of_part("Tabel.", 2, 3, strings) == "Del 2 af 3. Tabel."
    assert of_part("Tabel.", 1, 1, strings) == "Tabel."


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_words_up_to_twelve(language: str) -> None:
    words = load_strings(STRINGS, language).number_words
    assert len(set(words)) == 11
    assert words[0] in said(ladder(2), language)


def test_the_shipped_figures_are_told_in_one_breath() -> None:
    figures = [plate for plate in shipped_set().plates if isinstance(plate, Figure)]
    sentences = [said(plate) for plate in figures]
    assert len(sentences) == 4
    assert all(20 < len(each) <= LONGEST for each in sentences)
    assert sentences[1].startswith("Trappe med seks trin, lavest først: Aktiv i eget liv, ")
