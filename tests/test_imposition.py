"""Imposition as planned: which page comes where, found by folding, cutting and stacking."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planche.diagnostics import FaultError
from planche.geometry.parts import Box
from planche.paper import Size
from planche.press.imposition.scheme import ROOM, Art, Form, Place, Scheme, grown
from tests.imposition_support import A3, A4, REQUESTS, art, pages, scheme, sheets

# Booklets


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (4, [[4, 1], [2, 3]]),
        (8, [[8, 1], [2, 7], [6, 3], [4, 5]]),
        (3, [[None, 1], [2, 3]]),
        (1, [[None, 1], [None, None]]),
    ],
)
def test_order_of_a_booklet(count: int, expected: list[list[int | None]]) -> None:
    assert [pages(form) for form in scheme("booklet", art(count)).forms] == expected


def test_a_set_of_23_has_one_planned_blank_behind_the_back_cover() -> None:
    found = scheme("booklet", art(23))
    assert found.sheets == 6
    order = [pages(form) for form in found.forms]
    assert order[:4] == [[None, 1], [2, 23], [22, 3], [4, 21]]
    assert order[-2:] == [[14, 11], [12, 13]]
    assert [form.side for form in found.forms] == ["front", "back"] * 6


def folded(forms: list[list[Form]]) -> Iterator[int | None]:
    """The pages as one reads them when every sheet is folded, its front outside, and laid into
    the one before it."""
    if not forms:
        return
    (front, back), *inside = forms
    last, first = pages(front)
    second, last_but_one = pages(back)
    yield from (first, second)
    yield from folded(inside)
    yield from (last_but_one, last)


@given(st.integers(1, 100))
def test_a_folded_booklet_reads_in_order(count: int) -> None:
    read = list(folded(sheets(scheme("booklet,paper=0.03mm", art(count)))))
    assert read[:count] == list(range(1, count + 1))
    assert len(read) % 4 == 0
    assert len(read) - count < 4
    assert set(read[count:]) <= {None}


def test_creep_brings_inner_pages_to_the_fold() -> None:
    found = scheme("booklet,paper=0.12mm", art(24))
    fold = found.sheet.width / 2
    for number, (front, back) in enumerate(sheets(found)):
        for left, right in (front.places, back.places):
            creep = number * 0.12
            assert left.art.right == pytest.approx(fold + creep)
            assert right.art.x == pytest.approx(fold - creep)
            assert left.trim.right == pytest.approx(left.shown.right) == pytest.approx(fold)
            assert right.trim.x == pytest.approx(right.shown.x) == pytest.approx(fold)
            assert left.trim.width == pytest.approx(right.trim.width) == pytest.approx(210 - creep)
            assert left.shown.x == pytest.approx(left.trim.x - 3)
            assert right.shown.right == pytest.approx(right.trim.right + 3)


def test_a_smaller_booklet_shrinks_art_and_bleed() -> None:
    found = scheme("booklet:A4", art(8, A3))
    assert found.scale == pytest.approx(297 / 420)
    assert found.bleed == pytest.approx(3 * 297 / 420, abs=1e-3)
    assert {(p.art.width, p.art.height) for form in found.forms for p in form.places} == {
        (210, 297)
    }


def test_a_booklet_of_lying_pages_has_its_fold_at_the_short_edge() -> None:
    found = scheme("booklet:A5", art(4, A4.turned))
    assert found.forms[0].places[0].art.width == 210
    assert found.forms[0].places[0].art.height == 148


@pytest.mark.parametrize(
    ("request_", "of", "code"),
    [
        ("booklet:210x210mm", art(4), "imposition-shape"),
        ("booklet,sheet=SRA4", art(4), "imposition-too-large"),
        ("booklet,paper=1mm", art(20), "imposition-too-thick"),
        ("2-up:SRA3", art(2, A3), "imposition-too-large"),
        ("2-up:431x310mm", art(2), "imposition-too-large"),
        ("cut-and-stack:4x4:SRA2", art(2), "imposition-too-large"),
        ("2-up:SRA1", Art((A4, A3), 3), "imposition-sizes"),
        ("booklet", Art((A4, Size(210, 298)), 3), "imposition-sizes"),
    ],
)
def test_pages_that_do_not_suit_are_refused(request_: str, of: Art, code: str) -> None:
    with pytest.raises(FaultError) as caught:
        scheme(request_, of)
    assert caught.value.fault.code == code


# Grids


def test_two_up() -> None:
    assert [pages(form) for form in scheme("2-up:SRA3", art(5)).forms] == [
        [1, 2],
        [3, 4],
        [5, None],
    ]
    assert [pages(form) for form in scheme("2-up:SRA3,repeat", art(2)).forms] == [[1, 1], [2, 2]]
    turned = scheme("2-up:SRA3,back=work-and-turn", art(4))
    assert [pages(form) for form in turned.forms] == [[1, 2], [3, 4]]
    assert {form.side for form in turned.forms} == {"both"}


def test_two_a3_fit_on_sra2_and_two_a4_on_sra3() -> None:
    for page, sheet in ((A3, "SRA2"), (A4, "SRA3"), (A3.turned, "SRA2"), (A4.turned, "SRA3")):
        (form,) = scheme(f"2-up:{sheet}", art(2, page)).forms
        left, right = form.places
        assert (left.trim.width, left.trim.height) == (
            min(vars(page).values()),
            max(vars(page).values()),
        )
        assert right.trim.x - left.trim.right == pytest.approx(6)
        assert left.shown.right == pytest.approx(right.shown.x)
        assert left.turn == (0 if page.upright else 90)


def test_pages_that_lie_otherwise_are_turned() -> None:
    (form,) = scheme("2-up:SRA2", art(2, A3, across=(1,))).forms
    assert [place.turn for place in form.places] == [0, 90]
    booklet = scheme("booklet", art(4, across=(1, 2)))
    assert [place.turn for place in booklet.forms[0].places] == [0, 0]
    assert [place.turn for place in booklet.forms[1].places] == [90, 90]


def behind(place: Place, back: str, sheet: Size) -> Box:
    """Where a place comes when the sheet is turned over."""
    box = place.trim
    if back == "tumble":
        return Box(box.x, sheet.height - box.bottom, box.width, box.height)
    return Box(sheet.width - box.right, box.y, box.width, box.height)


def head(turn: int, back: str | None = None) -> tuple[int, int]:
    """Where a page's head points, and where that comes when the sheet is turned over."""
    x, y = {0: (0, 1), 90: (-1, 0), 180: (0, -1), 270: (1, 0)}[turn]
    return (x, -y) if back == "tumble" else (-x, y) if back else (x, y)


def leaves_of(found: Scheme, forms: list[Form], back: str) -> list[tuple[Place, Place]]:
    """The front and the back of each leaf of a sheet, found by turning it over."""
    front, other = forms[0], forms[-1]
    leaves = []
    for place in front.places:
        there = behind(place, back, found.sheet)
        leaves += [
            (place, each) for each in other.places
            if abs(each.trim.x - there.x) < 0.01 and abs(each.trim.y - there.y) < 0.01
        ]  # fmt: skip
    return leaves


@pytest.mark.parametrize("back", ["turn", "tumble", "work-and-turn"])
@pytest.mark.parametrize("head_", ["2-up:SRA3", "2-up:SRA3,repeat", "cut-and-stack:2x2:SRA2"])
@pytest.mark.parametrize("page", [A4, A4.turned])
@settings(max_examples=30)
@given(count=st.integers(1, 40))
def test_backs_lie_behind_their_fronts(back: str, head_: str, page: Size, count: int) -> None:
    found = scheme(f"{head_},back={back}", art(count, page))
    for forms in sheets(found):
        leaves = leaves_of(found, forms, back)
        assert len(leaves) == len(forms[0].places)
        for front, other in leaves:
            assert head(other.turn) == head(front.turn, back)
            numbers = {front.page, other.page} - {None}
            first = min((each for each in numbers if each is not None), default=0)
            assert first % 2 == 0
            assert numbers <= {first, first + 1}


@pytest.mark.parametrize("grid", ["2x2", "3x1", "1x4", "2x3"])
@pytest.mark.parametrize("back", ["none", "turn", "tumble"])
@settings(max_examples=30)
@given(count=st.integers(1, 60))
def test_cut_piles_lie_in_order(grid: str, back: str, count: int) -> None:
    """Cutting a pile of sheets, first on top, and laying the piles on each other gives 1 … N."""
    found = scheme(f"cut-and-stack:{grid}:1990x1990mm,back={back}", art(count))
    places = len(found.forms[0].places)
    piles: list[list[int | None]] = [[] for _ in range(places)]
    for forms in sheets(found):
        fronts = sorted(forms[0].places, key=lambda p: (round(p.trim.y), round(p.trim.x)))
        behind_ = {id(front): other for front, other in leaves_of(found, forms, back)}
        for pile, front in zip(piles, fronts, strict=True):
            pile.append(front.page)
            if back != "none":
                pile.append(behind_[id(front)].page)
    read = [page for pile in piles for page in pile]
    assert read[:count] == list(range(count))
    assert set(read[count:]) <= {None}
    most = places * (1 if back == "none" else 2)
    assert len(read) - count < most


# Every scheme


@pytest.mark.parametrize("request_", REQUESTS)
@settings(max_examples=40)
@given(
    count=st.integers(1, 30),
    bleed=st.sampled_from([0, 2.1, 3, 3.5]),
    across=st.sets(st.integers(0, 29), max_size=5),
)
def test_every_page_is_shown_whole_and_alone(
    request_: str, count: int, bleed: float, across: set[int]
) -> None:
    of = art(count, bleed=bleed, across=tuple(across))
    found = scheme(request_, of)
    assert {p.page for form in found.forms for p in form.places} - {None} == set(range(count))
    paper = Box(0, 0, found.sheet.width, found.sheet.height).inset(ROOM)
    for form in found.forms:
        for place in form.places:
            assert paper.holds(place.shown)
            assert place.shown.holds(place.trim)
            assert place.art.holds(place.trim)
            assert grown(place.art, found.bleed).holds(place.shown)
            assert not any(place.shown.meets(p.shown) for p in form.places if p is not place)
