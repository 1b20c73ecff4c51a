"""Numbers in a row, as tickets and the gallery write them."""

import pytest

from planche.text.spans import spans


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([5], "5"),
        ([6, 7, 8, 9], "6–9"),
        ([1, 2, 4, 16], "1–2, 4, 16"),
        ([4, 1, 2], "4, 1–2"),
        ([], ""),
    ],
)
def test_numbers_that_follow_one_another_are_a_span(numbers: list[int], said: str) -> None:
    assert spans(numbers) == said
