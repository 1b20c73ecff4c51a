"""The notes under the slides: the presenter's own words first, then the whole plate."""

from functools import cache
from io import BytesIO

import pytest
from pptx import Presentation

from planche.deck.notes import notes_of
from planche.model import PlateSet
from tests.deck_support import made, setting, shipped_deck, shipped_pages, slides_of

HEADING = setting().strings.notes_heading


@cache
def shipped_notes() -> list[list[str]]:
    slides = Presentation(BytesIO(shipped_deck())).slides
    return [slide.notes_slide.notes_text_frame.text.split("\n") for slide in slides]


def test_every_slide_of_the_shipped_set_has_its_whole_plate_in_its_notes() -> None:
    """Nothing is invented: without notes of an editor they start with the plate's text."""
    for lines, page in zip(shipped_notes(), shipped_pages(), strict=True):
        assert lines[0] == HEADING
        words = {word.rstrip(":") for word in " ".join(lines).split()}
        shown = {word.rstrip(":") for text in page.body.texts() for word in text.text.split()}
        if page.kind not in ("cover", "contents"):
            assert shown <= words  # a column's head has a colon there


def test_notes_of_a_plate_are_the_same_on_all_its_slides() -> None:
    by_plate: dict[str, list[str]] = {}
    for lines, page in zip(shipped_notes(), shipped_pages(), strict=True):
        assert by_plate.setdefault(page.plate, lines) == lines


NOTES = [
    (
        "Sig velkommen.\n\nVent på svar.\nSpørg igen.\n",
        ["Sig velkommen.", "Vent på svar.", "Spørg igen."],
    ),
    ("\n  Sig *velkommen* \n\n\n", ["Sig velkommen"]),
    ("Brug [story-telling]{lang=en} og [siden](https://a.dk).", ["Brug story-telling og siden."]),
]


@pytest.mark.parametrize(("typed", "spoken"), NOTES)
def test_paragraphs_of_the_presenter_come_first_and_only_once(
    typed: str, spoken: list[str]
) -> None:
    plate = {"mosaic": "Felter", "tiles": ["ord " * 90] * 9, "notes": typed}
    plate_set = PlateSet.model_validate(
        {"set": {"title": "Prøve", "language": "da"}, "plates": [plate]}
    )
    pages = slides_of(plate_set)
    slides = Presentation(BytesIO(made(plate_set, pages))).slides
    notes = [slide.notes_slide.notes_text_frame.text.split("\n") for slide in slides]
    assert len(notes) > 1
    whole = notes_of(plate_set.plates[0], "da", HEADING, first=False)
    assert notes[0] == [*spoken, *whole]
    assert notes[1:] == [whole] * (len(notes) - 1)
