"""The QR code in the foot: read from the drawn poster as a telephone would."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from planche.geometry.code import QUIET, code, page_address
from planche.geometry.parts import Box, Page, union
from planche.model import PlateSet
from planche.pages.files import posters
from planche.pages.look import Look
from planche.workshop import DEFAULT_SOURCE, TEMPLATES, Job, prepare
from tests import sets

SET = sets.DATA / "every-kind.yaml"
"""A set with an address."""

DPI = 120
"""Pixels an inch: a telephone sees no more of a code of 12 mm from an arm's length."""


def seen(job: Job, pages: tuple[Page, ...], plate_set: PlateSet) -> list[list[str]]:
    """What a reader of codes finds on each page of the file of all plates."""
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages")
    document = pypdfium2.PdfDocument(posters(pages, plate_set, look, "p")["p/all.pdf"])
    found = []
    for page in document:
        picture = page.render(scale=DPI / 72).to_pil()
        found.append([each.text for each in zxingcpp.read_barcodes(picture)])
    document.close()
    return found


@pytest.mark.parametrize("paper", ["a3", "a4"])
def test_every_poster_leads_to_its_page(paper: str) -> None:
    job = sets.job(SET)
    address = job.plate_set.set.address
    assert address
    pages = job.paper.pages if paper == "a3" else job.office[paper].pages
    expected = [[f"{address}/gallery/{page.plate}.html"] for page in pages]
    assert seen(job, pages, job.plate_set) == expected


def test_without_an_address_there_is_no_code(shipped: Job) -> None:
    assert shipped.plate_set.set.address is None
    assert not any(page.foot.code for page in shipped.paper.pages)


LENGTHS = {100: set(), 300: {"address-too-long"}, 3000: {"address-too-long"}}
"""What is said of an address of so many characters: the last is more than any code can hold."""


@pytest.mark.parametrize("length", LENGTHS)
def test_an_address_too_long_for_a_code_is_refused(length: int, tmp_path: Path) -> None:
    address = "https://kommune.dk/".ljust(length - len("/gallery/q1.html"), "a")
    source = (sets.DATA / "one-bullet.yaml").read_text(encoding="utf-8")
    path = tmp_path / "set.yaml"
    path.write_text(source.replace("set:\n", f"set:\n  address: {address}\n"), encoding="utf-8")
    found = prepare(path, "set.yaml", None).diagnostics
    assert {each.fault.code for each in found} == LENGTHS[length]
    assert all(each.fault.values["found"] == str(length) for each in found)


def test_slides_have_none() -> None:
    assert not any(page.foot.code for page in sets.job(SET).slides.pages)


def test_a_code_that_is_covered_is_not_read() -> None:
    job = sets.job(SET)
    page = job.paper.pages[1]
    bare = replace(page, foot=replace(page.foot, code=page.foot.code[: len(page.foot.code) // 2]))
    assert seen(job, (bare,), job.plate_set) == [[]]


@pytest.mark.parametrize("paper", ["a3", "a4", "a3-office"])
def test_it_stands_clear_of_the_edge_and_of_everything_else(paper: str) -> None:
    job = sets.job(SET)
    pages = job.paper.pages if paper == "a3" else job.office[paper].pages
    for page in pages:
        areas = page.foot.code
        square = union(each.box for each in areas if each.fill == "ink")
        module = min(each.box.height for each in areas)
        assert module >= 0.25, "the least that a telephone reads"
        clear = square.inset(-QUIET * module)
        assert page.height - square.bottom >= 7, "office printers leave 7 mm white"
        others = [page.foot.rule.box, *(each.box for each in page.foot.texts)]
        others += [each.box for each in page.foot.marks]
        assert not any(clear.meets(each) for each in others)


def test_series_and_edition_part_at_a_comma_where_the_code_leaves_no_room_for_both() -> None:
    texts = {"title": "Kommunen 3.0-FAQ", "publisher": "Skanderborg Kommune"}
    title = "Kommunen\N{NO-BREAK SPACE}3.0-FAQ"
    for edition, address, lines in (
        ("oktober 2014", None, [f"{title} · oktober 2014"]),
        (
            "oktober 2014",
            "https://a.dk/",
            [f"{title},", "oktober\N{NO-BREAK SPACE}2014"],
        ),
        ("2014", "https://a.dk/", [f"{title} · 2014"]),
    ):
        given = {**texts, "edition": edition} | ({"address": address} if address else {})
        made = sets.plate_set({"question": 5, "title": "Hvad?", "points": ["Det."]}, **given)
        (page,) = sets.layout(with_audiences(made), "paper").pages
        assert [line.text.strip() for line in page.foot.texts[0].lines] == lines


def with_audiences(made: PlateSet) -> PlateSet:
    """As many audiences as the shipped set, whose signs stand in every foot."""
    return made.model_copy(update={"audiences": sets.job(DEFAULT_SOURCE).plate_set.audiences})


def test_on_a_colour_it_lies_on_paper() -> None:
    box = Box(10, 10, 12, 12)
    plain, coloured = code("https://a.dk", box, "paper"), code("https://a.dk", box, "team-deep")
    assert coloured.areas[1:] == plain.areas
    assert coloured.areas[0].fill == "paper"
    assert coloured.areas[0].box.holds(box.inset(-plain.quiet))


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://a.dk", "https://a.dk/gallery/q5.html"),
        ("https://a.dk/plancher", "https://a.dk/plancher/gallery/q5.html"),
        ("https://a.dk/plancher/", "https://a.dk/plancher/gallery/q5.html"),
        ("https://a.dk/plancher/index.html", "https://a.dk/plancher/gallery/q5.html"),
    ],
)
def test_the_address_may_be_of_a_folder_or_a_page(address: str, leads: str) -> None:
    assert page_address(address, "q5") == leads
