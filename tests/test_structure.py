"""The checks of tags find nothing in what we build, and each fault that is planted in it."""

import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import String

from planche.pages.structure.check import CHECKS, defects, prove_tags
from planche.pages.structure.reading import read
from tests.pages_fixtures.book import real_files, real_pages
from tests.pdf_support import elements
from tests.tag_defects import EVERY, NAMES, Planted, change_order, planted


def test_no_file_that_is_read_has_a_fault(built: Path) -> None:
    for path in [*built.glob("posters/**/*.pdf"), *built.glob("deck/*.pdf")]:
        assert defects(path.read_bytes()) == (), path.name


@pytest.mark.parametrize(("path", "fault"), EVERY, ids=NAMES)
def test_a_planted_fault_is_found(path: str, fault: Planted, built: Path) -> None:
    found = defects(planted((built / path).read_bytes(), fault))
    assert any(fault.said in each.what for each in found), found


def test_every_check_is_proved_by_a_fault(built: Path) -> None:
    """None of the checks could be taken out without a test that fails."""
    biting = set()
    for path, fault in EVERY:
        data = planted((built / path).read_bytes(), fault)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            tagged = read(pdf)
            biting |= {check for check in CHECKS if list(check(tagged))}
    assert biting == set(CHECKS)


def test_a_word_whose_language_is_lost_is_found(built: Path) -> None:
    number = 1 + [page.plate for page in real_pages()].index("ladder-1")
    path = built / f"posters/a3/{number:02d}-ladder-1.pdf"
    page = real_pages()[number - 1]
    assert prove_tags(path.read_bytes(), [page]) == ()

    def unmark(pdf: pikepdf.Pdf) -> None:
        for element in elements(pdf.Root.StructTreeRoot.K[0]):
            if element.get("/Lang") == String("en"):
                del element.Lang

    lost = planted(path.read_bytes(), Planted("", unmark, "", False))
    (found,) = prove_tags(lost, [page])
    assert found.plate == "ladder-1"
    assert found.what == "0 of 1 stretches in en say so"


def test_another_order_of_reading_is_found() -> None:
    data = planted(real_files()["posters/a3/09-q5.pdf"], Planted("", change_order, "", False))
    page = next(page for page in real_pages() if page.plate == "q5")
    (found,) = prove_tags(data, [page])
    assert found.plate == "q5"
    assert found.what == "is read in another order than it is drawn"
