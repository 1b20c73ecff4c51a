"""Every sound set laid out in every medium and theme, for the tests of layouts."""

from collections.abc import Iterator
from itertools import product

import pytest

from planche.geometry.bodies import (
    QuestionBody,
)
from planche.geometry.parts import Page, TextBox
from planche.workshop import theme_names
from tests.sets import (
    LAID_OUT,
    MEDIA,
    Medium,
)

EVERY = list(product(LAID_OUT, MEDIA, theme_names()))
LAYOUTS = pytest.mark.parametrize(
    "laid_out", EVERY, ids=["-".join((path.stem, *names)) for path, *names in EVERY], indirect=True
)
"""For tests of the fixture `laid_out`."""

ON_PAPER = list(product([name for name in MEDIA if name != "slides"], theme_names()))


def where(page: Page, text: TextBox | None = None) -> str:
    return f"{page.plate} {page.part}/{page.parts} {text.role + ': ' + text.text if text else ''}"


def questions(laid_out: Medium) -> Iterator[tuple[Page, QuestionBody]]:
    for page in laid_out.pages:
        if isinstance(page.body, QuestionBody):
            yield page, page.body
