"""The deck in LibreOffice breaks its lines where the layout does, inside the same boxes."""

from typing import TypeAlias

import pytest

from planche.deck import deck
from planche.workshop import DEFAULT_SOURCE, Kit
from tests.deck_render import Shown, as_pdf, is_steady, shown_texts
from tests.deck_support import plan_of
from tests.sets import DATA, job

DECKS = [
    (DEFAULT_SOURCE, "default"),
    (DEFAULT_SOURCE, "avis"),
    (DATA / "compound-words.yaml", "avis"),
    (DATA / "twelve-points.yaml", "default"),
    (DATA / "german.yaml", "default"),
]


Rendered: TypeAlias = tuple[Kit, list[tuple[list[Shown], str]]]


@pytest.fixture(scope="module", params=DECKS, ids=[f"{path.stem}-{name}" for path, name in DECKS])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    path, theme = request.param
    found = job(path, theme)
    pages = found.slides.pages
    data = deck(
        plan_of(found.plate_set, pages),
        found.plate_set,
        found.kit.theme,
        found.kit.faces,
        found.strings,
    )
    pdf = as_pdf(data, tmp_path_factory.mktemp("office"))
    return found.kit, list(shown_texts(pdf, pages))


def test_every_letter_stands_in_the_box_of_its_text(shown: Rendered) -> None:
    """What stands outside is the slide's number and the bullets."""
    for number, (texts, strays) in enumerate(shown[1], start=1):
        assert strays.replace("•", "") == str(number), [text.text.text for text in texts]
        for each in texts:
            assert sorted("".join(each.lines)) == sorted("".join(each.wanted))


def test_every_line_ends_where_the_layout_ends_it(shown: Rendered) -> None:
    texts = [each for every, _ in shown[1] for each in every if not each.linked]
    steady = [each for each in texts if is_steady(each.text, shown[0])]
    other = [(each.page.plate, each.wanted) for each in steady if each.lines != each.wanted]
    assert other == []
    assert len(steady) > STEADY * len(texts)


def test_no_text_takes_more_lines_than_the_layout_gave_it(
    shown: Rendered,
) -> None:
    for texts, _ in shown[1]:
        for each in texts:
            assert each.linked or len(each.lines) <= len(each.wanted)


STEADY = 0.75
"""Share of the texts whose breaks must be comparable, or the test would prove little."""
