"""The deck in LibreOffice breaks its lines where the layout does, inside the same boxes."""

import pytest

from tests.deck_render import Shown, as_pdf, is_steady, shown_texts
from tests.deck_support import shipped_deck, shipped_pages


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[list[Shown], str]]:
    pdf = as_pdf(shipped_deck(), tmp_path_factory.mktemp("office"))
    return list(shown_texts(pdf, shipped_pages()))


def test_every_letter_stands_in_the_box_of_its_text(shown: list[tuple[list[Shown], str]]) -> None:
    """What stands outside is the slide's number and the bullets."""
    for number, (texts, strays) in enumerate(shown, start=1):
        assert strays.replace("•", "") == str(number), [text.text.text for text in texts]
        for each in texts:
            assert sorted("".join(each.lines)) == sorted("".join(each.wanted))


def test_every_line_ends_where_the_layout_ends_it(shown: list[tuple[list[Shown], str]]) -> None:
    texts = [each for every, _ in shown for each in every if not each.linked]
    steady = [each for each in texts if is_steady(each.text)]
    other = [(each.page.plate, each.wanted) for each in steady if each.lines != each.wanted]
    assert other == []
    assert len(steady) > STEADY * len(texts)


def test_no_text_takes_more_lines_than_the_layout_gave_it(
    shown: list[tuple[list[Shown], str]],
) -> None:
    for texts, _ in shown:
        for each in texts:
            assert each.linked or len(each.lines) <= len(each.wanted)


STEADY = 0.75
"""Share of the texts whose breaks must be comparable, or the test would prove little."""
