"""Plates of any length and kind: they fit their page, or are refused, and never fall apart."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planche.geometry.parts import Box
from planche.model import KINDS
from tests.layouts import where
from tests.sets import MEDIA, format_of, kit, layout, plate_set
from tests.test_geometry import HAIR, enclosures, ink

WORD = st.sampled_from(
    ["kommunen", "er", "den", "på", "i", "borgerdrevne", "velfærd", "sammen", "og", "alle"]
) | st.sampled_from(
    ["*kraft*", "**mål**", "CO₂,", "Kommunen 3.0", "medborgerskabsrådgivningsordning"]
)


def phrase(most: int) -> st.SearchStrategy[str]:
    return st.lists(WORD, min_size=1, max_size=most).map(" ".join)


def phrases(least: int, most: int, words: int) -> st.SearchStrategy[list[str]]:
    return st.lists(phrase(words), min_size=least, max_size=most)


def rows(columns: int) -> st.SearchStrategy[list[list[str]]]:
    return st.lists(phrases(columns, columns, 9), min_size=1, max_size=8)


POINT = phrase(60) | st.fixed_dictionaries({"text": phrase(40), "points": phrases(1, 4, 30)})
STEP = st.fixed_dictionaries(
    {"name": phrase(3), "people": phrases(1, 4, 8)}, optional={"nickname": phrase(2)}
)
PLATES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "cover": st.fixed_dictionaries({"cover": phrase(8), "text": phrase(10)}),
    "foreword": st.fixed_dictionaries(
        {"foreword": phrase(4), "paragraphs": phrases(1, 7, 60), "signature": phrases(0, 4, 4)}
    ),
    "contents": st.fixed_dictionaries({"contents": phrase(4)}),
    "question": st.fixed_dictionaries(
        {"question": st.integers(1, 99), "title": phrase(20), "points": st.lists(POINT, min_size=1)}
    ),
    "table": st.integers(2, 6).flatmap(
        lambda columns: st.fixed_dictionaries(
            {"table": phrase(10), "columns": phrases(columns, columns, 2), "rows": rows(columns)}
        )
    ),
    "ladder": st.fixed_dictionaries(
        {"ladder": phrase(14), "steps": st.lists(STEP, min_size=2, max_size=8)}
    ),
    "mosaic": st.fixed_dictionaries({"mosaic": phrase(12), "tiles": phrases(2, 16, 30)}),
    "statements": st.fixed_dictionaries(
        {"statements": st.integers(1, 99), "title": phrase(9), "sentences": phrases(2, 4, 12)}
    ),
}


def test_any_length_is_tried_for_every_kind() -> None:
    assert set(PLATES) == set(KINDS)


@pytest.mark.parametrize("name", MEDIA)
@pytest.mark.parametrize("kind", PLATES)
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_plate_of_any_length_fits_or_is_refused(
    kind: str, name: str, data: st.DataObject
) -> None:
    """Whatever is laid out stands inside its page, and no text on another."""
    plate = data.draw(PLATES[kind]) | {"id": "p", "audience": "a"}
    question = {"question": 1, "title": "Hvad?", "points": ["Et svar"], "id": "q"}
    found = layout(plate_set(plate, question), name)
    assert {page.plate for page in found.pages} | {plate for plate, _ in found.faults} == {"p", "q"}
    grid = kit().theme.slide if name == "slides" else kit().theme.formats[format_of(name)]
    for page in found.pages:
        whole = Box(grid.margin, grid.top, page.width - 2 * grid.margin, page.height - grid.top - 4)
        for text in page.texts():
            assert whole.holds(text.box, HAIR), where(page, text)
        for text in page.body.texts():
            assert text.box.bottom <= page.height - grid.foot + HAIR, where(page, text)
        for one, other in combinations(page.texts(), 2):
            assert not ink(one).meets(ink(other)), f"{where(page, one)} | {where(page, other)}"
        for text, ground in enclosures(page):
            assert ground.holds(text.box, HAIR), where(page, text)
