"""Finished layouts: everything in its place and in allowed sizes.

All plates of the shipped set and of the sound sets of tests/data, on paper and on slides.
What is a matter of taste is not pinned here, only what makes a plate right or wrong.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations, pairwise
from math import hypot
from pathlib import Path
from typing import Any

import pytest

from planche.geometry.bodies import (
    ContentsBody,
    CoverBody,
    Item,
    LadderBody,
    MosaicBody,
    QuestionBody,
    StatementsBody,
    TableBody,
)
from planche.geometry.parts import Box, Page, TextBox
from planche.text.shaping import HYPHEN
from planche.theme import PageFormat
from planche.workshop import DEFAULT_SOURCE, theme_names
from tests.layouts import LAYOUTS, questions, where
from tests.sets import (
    DATA,
    LAID_OUT,
    REFUSED,
    Medium,
    layout,
    medium,
    plate_set,
    prepared,
)

HAIR = 0.02
"""Millimetres by which sums of lengths may be off."""

ON_A3 = {"body": 20, "lead": 20, "example": 18, "cell": 17, "tile": 17, "person": 17}
FLOORS = {
    "paper": ON_A3,
    "a3-office": ON_A3,
    "a4": {"body": 14, "lead": 20, "example": 13, "cell": 12, "tile": 12, "person": 12},
    "slides": {"body": 20, "lead": 20, "example": 18, "cell": 14, "tile": 14, "person": 14},
}
"""Points below which these cannot be read from where they hang, or from the last row."""

MOST_SLIDES = 50
LONGEST_LINE = 66
"""Characters a line of running text may have before the eye loses its way back."""


@pytest.fixture(scope="module", params=theme_names())
def slides(request: pytest.FixtureRequest) -> Medium:
    return medium(DEFAULT_SOURCE, "slides", request.param)


# Sizes


@LAYOUTS
def test_every_size_is_a_step_of_the_theme(laid_out: Medium) -> None:
    for page in laid_out.pages:
        for text in page.texts():
            assert text.size in laid_out.grid.steps[text.role], where(page, text)
            role = laid_out.job.kit.theme.roles[text.role]
            # A baseline grid may move it by less than half a millimetre.
            assert text.leading == pytest.approx(role.leading * text.size, abs=1.5)
            assert text.face == role.face


@LAYOUTS
def test_no_size_is_below_its_floor(laid_out: Medium) -> None:
    floors = FLOORS[laid_out.name]
    for page in laid_out.pages:
        for text in page.texts():
            assert text.size >= floors.get(text.role, 0), where(page, text)


@LAYOUTS
def test_texts_of_one_role_have_one_size_on_a_page(laid_out: Medium) -> None:
    for page in laid_out.pages:
        sizes = Counter((text.role, text.size) for text in page.texts())
        roles = Counter(role for role, _ in sizes)
        assert set(roles.values()) == {1}, where(page)


def test_the_series_shares_one_size_of_body(paper: Medium) -> None:
    """On paper 70 % of the question plates that show body show it in one size, none far above."""
    sizes = [page.sizes()["body"] for page, _ in questions(paper) if "body" in page.sizes()]
    (series, count), *_ = Counter(sizes).most_common()
    assert count >= 0.7 * len(sizes)
    steps = paper.grid.steps["body"]
    assert min(steps.index(size) for size in sizes) >= steps.index(series) - 2


# Places


@LAYOUTS
def test_every_text_stands_inside_its_page(laid_out: Medium) -> None:
    grid = laid_out.grid
    for page in laid_out.pages:
        margins = Box(grid.margin, grid.top, page.width - 2 * grid.margin, page.height)
        for text in page.texts():
            assert text.box.x >= margins.x - HAIR, where(page, text)
            assert text.box.right <= margins.right + HAIR, where(page, text)
            assert text.box.y >= margins.y - HAIR, where(page, text)
        for text in page.body.texts():
            assert text.box.bottom <= page.height - grid.foot + HAIR, where(page, text)
        for text in page.foot.texts:
            assert text.box.y >= page.height - grid.foot, where(page, text)
            assert text.box.bottom <= page.height - 4, where(page, text)


@LAYOUTS
def test_no_two_texts_meet(laid_out: Medium) -> None:
    for page in laid_out.pages:
        for one, other in combinations(page.texts(), 2):
            assert not one.box.meets(other.box), f"{where(page, one)} | {where(page, other)}"


@LAYOUTS
def test_lines_stand_inside_their_box(laid_out: Medium) -> None:
    for page in laid_out.pages:
        for text in page.texts():
            assert text.lines, where(page, text)
            assert max(line.width for line in text.lines) <= text.box.width + HAIR
            assert len(text.lines) * text.line_height <= text.box.height + HAIR


@LAYOUTS
def test_the_lines_of_a_text_are_the_text(laid_out: Medium) -> None:
    for page in laid_out.pages:
        for text in page.texts():
            lines = "".join(
                line.text.removesuffix(HYPHEN) if line.hyphen else line.text for line in text.lines
            )
            assert lines == text.text, where(page)


def items(body: QuestionBody) -> Iterator[Item]:
    for item in body.items:
        yield item
        yield from item.items


def enclosures(page: Page) -> Iterator[tuple[TextBox, Box]]:
    """Each text of the body that stands on something, and what it stands on."""
    body = page.body
    if isinstance(body, QuestionBody):
        yield from ((item.text, item.card.box) for item in items(body) if item.card)
    elif isinstance(body, MosaicBody):
        yield from ((tile.text, tile.area.box) for tile in body.tiles)
    elif isinstance(body, LadderBody):
        yield from ((text, step.area.box) for step in body.steps for text in step.texts())
    elif isinstance(body, TableBody):
        for row, texts in enumerate((body.heads, *body.rows)):
            for column, text in enumerate(texts):
                left, right = body.column_edges[column : column + 2]
                top, bottom = body.row_edges[row : row + 2]
                yield text, Box(left, top, right - left, bottom - top)


@LAYOUTS
def test_every_text_stands_on_its_card_tile_step_or_cell(laid_out: Medium) -> None:
    for page in laid_out.pages:
        for text, ground in enclosures(page):
            assert ground.holds(text.box, HAIR), where(page, text)


@LAYOUTS
def test_cards_tiles_and_steps_do_not_meet(laid_out: Medium) -> None:
    for page in laid_out.pages:
        if not isinstance(page.body, TableBody):
            grounds = {box for _, box in enclosures(page)}
            for one, other in combinations(grounds, 2):
                assert not one.meets(other), where(page)
            on_none = [t for t in page.texts() if t not in [text for text, _ in enclosures(page)]]
            for text in on_none:
                assert not any(text.box.meets(ground) for ground in grounds), where(page, text)


@LAYOUTS
def test_the_title_stands_in_its_field(laid_out: Medium) -> None:
    for page in laid_out.pages:
        if page.field:
            inside = [page.title, *([page.kicker.text] if page.kicker else [])]
            assert all(page.field.box.holds(text.box) for text in inside), where(page)
            edge = laid_out.grid.edge if isinstance(laid_out.grid, PageFormat) else 0.0
            if page.field.box != Box(0, 0, page.width, page.height).inset(edge):
                texts = chain(page.body.texts(), page.foot.texts)
                assert not any(text.box.meets(page.field.box) for text in texts), where(page)


@LAYOUTS
def test_text_is_coloured_for_what_it_lies_on(laid_out: Medium) -> None:
    colours = laid_out.job.kit.theme.colours
    for page in laid_out.pages:
        for text in page.texts():
            assert {text.colour, text.ground} <= set(colours), where(page, text)
            dark = "-deep" in text.ground or "-ghost" in text.ground
            assert (text.colour in ("white", "accent", "paper")) == dark, where(page, text)


@LAYOUTS
def test_statements_stand_in_their_discs_and_clear_of_the_others(laid_out: Medium) -> None:
    for page in laid_out.pages:
        if not isinstance(page.body, StatementsBody):
            continue
        drawn = page.body.discs
        across = sorted(drawn, key=lambda disc: disc.x)
        for text, disc in zip(page.body.statements, across, strict=True):
            over = drawn[drawn.index(disc) + 1 :]
            middle = text.box.x + text.box.width / 2
            for index, line in enumerate(text.lines):
                for x in (middle - line.width / 2, middle + line.width / 2):
                    for y in (index, index + 1):
                        point = (x, text.box.y + y * text.line_height)
                        distances = [hypot(point[0] - d.x, point[1] - d.y) for d in over]
                        assert hypot(point[0] - disc.x, point[1] - disc.y) <= disc.radius
                        assert all(
                            far >= each.radius for far, each in zip(distances, over, strict=True)
                        ), where(page, text)


@LAYOUTS
def test_bullets_and_signs_stand_beside_their_text(laid_out: Medium) -> None:
    for page in laid_out.pages:
        bullets: list[tuple[Box, TextBox]] = []
        if isinstance(page.body, QuestionBody):
            bullets += [(i.bullet.box, i.text) for i in items(page.body) if i.bullet]
        if isinstance(page.body, ContentsBody):
            bullets += [(g.mark.box, g.name) for g in page.body.groups if g.mark and g.name]
        if page.kicker and page.kicker.mark:
            bullets.append((page.kicker.mark.box, page.kicker.text))
        for mark, text in bullets:
            assert mark.right <= text.box.x + HAIR, where(page, text)
            assert mark.x >= laid_out.grid.margin - HAIR, where(page, text)
            middle = mark.y + mark.height / 2
            assert text.box.y < middle < text.box.y + text.line_height, where(page, text)


def ink(text: TextBox) -> Box:
    """The box as far as its lines reach."""
    width = max(line.width for line in text.lines)
    spare = text.box.width - width
    x = text.box.x + {"left": 0.0, "center": spare / 2, "right": spare}[text.align]
    return replace(text.box, x=x, width=width)


@LAYOUTS
def test_signs_in_the_foot_keep_clear_of_its_words(laid_out: Medium) -> None:
    for page in laid_out.pages:
        for mark in page.foot.marks:
            assert not any(mark.box.meets(ink(text)) for text in page.foot.texts), where(page)
        solid = [mark for mark in page.foot.marks if mark.solid]
        assert len(solid) == (1 if page.kicker and page.kicker.mark else 0), where(page)


# How full


def test_question_plates_are_full_and_not_too_full(paper: Medium) -> None:
    for page, _ in questions(paper):
        assert 0.70 <= page.fill <= 1.0, where(page)


@LAYOUTS
def test_fill_is_what_the_text_reaches(laid_out: Medium) -> None:
    for page in laid_out.pages:
        assert 0 < page.fill <= 1.0 + 1e-9, where(page)
    for page, body in questions(laid_out):
        if page.field and isinstance(laid_out.grid, PageFormat):
            top = page.field.box.bottom + laid_out.grid.gap
            area = page.height - laid_out.grid.foot - top
            boxes = [text.box for text in body.texts()]
            boxes += [item.card.box for item in items(body) if item.card]
            reached = max(box.bottom for box in boxes) - top
            assert page.fill == pytest.approx(reached / area, abs=0.01), where(page)


@LAYOUTS
def test_lines_of_running_text_are_short_enough_to_follow(laid_out: Medium) -> None:
    for page in laid_out.pages:
        for text in page.body.texts():
            if text.role in ("lead", "body"):
                longest = max(len(line.text.rstrip()) for line in text.lines)
                assert longest <= LONGEST_LINE, where(page, text)


# The kinds


def bodies(laid_out: Medium, kind: type[Any]) -> Iterator[tuple[Page, Any]]:
    for page in laid_out.pages:
        if isinstance(page.body, kind):
            yield page, page.body


@LAYOUTS
def test_stairs_rise_to_the_right_on_one_ground(laid_out: Medium) -> None:
    for _, body in bodies(laid_out, LadderBody):
        boxes = [step.area.box for step in body.steps]
        rises = [one.y - other.y for one, other in pairwise(boxes)]
        assert min(rises) > 0
        assert max(rises) == pytest.approx(min(rises))
        assert all(one.right == pytest.approx(other.x) for one, other in pairwise(boxes))
        assert max(box.bottom for box in boxes) == pytest.approx(min(box.bottom for box in boxes))


def columns_of(body: MosaicBody) -> list[list[Box]]:
    """The tiles by column, as they follow one another."""
    columns: list[list[Box]] = []
    for box in (tile.area.box for tile in body.tiles):
        if columns and columns[-1][0].x == pytest.approx(box.x):
            columns[-1].append(box)
        else:
            columns.append([box])
    return columns


@LAYOUTS
def test_mosaics_are_read_down_columns_that_end_on_one_line(laid_out: Medium) -> None:
    for page, body in bodies(laid_out, MosaicBody):
        columns = columns_of(body)
        assert all(one[0].x < other[0].x for one, other in pairwise(columns)), where(page)
        for column in columns:
            assert {round(box.width, 3) for box in column} == {round(column[0].width, 3)}
            gaps = [other.y - one.bottom for one, other in pairwise(column)]
            assert all(gap == pytest.approx(gaps[0]) and gap > 0 for gap in gaps)
            assert column[0].y == pytest.approx(columns[0][0].y)
            assert column[-1].bottom == pytest.approx(columns[0][-1].bottom), where(page)


@LAYOUTS
def test_tables_widen_to_the_right_and_their_rules_lie_between_rows(laid_out: Medium) -> None:
    for page, body in bodies(laid_out, TableBody):
        widths = [right - left for left, right in pairwise(body.column_edges)][1:]
        assert all(right > left for left, right in pairwise(widths)), where(page)
        assert list(body.row_edges) == sorted(body.row_edges)
        assert len(body.row_edges) == len(body.rows) + 2
        lines = {round(rule.box.y + rule.box.height / 2, 3) for rule in body.rules}
        assert lines == {round(edge, 3) for edge in body.row_edges[1:-1]}
        assert body.column_edges[0] == pytest.approx(laid_out.grid.margin)
        assert body.column_edges[-1] == pytest.approx(page.width - laid_out.grid.margin)


@LAYOUTS
def test_covers_read_from_top_to_bottom(laid_out: Medium) -> None:
    for page, body in bodies(laid_out, CoverBody):
        texts = [page.title, *body.texts()]
        assert all(one.box.bottom <= other.box.y + HAIR for one, other in pairwise(texts))


SEEN = {
    "*Vores* by": "V",
    "[Byen](https://kommune.dk/2024) og os": "B",
    "„Citat“": "C",
    "10 spørgsmål": "10",
    "Vi ses i [2030]{lang=en}": "2030",
    "?!": "?",
}
"""Titles of covers, and what of them is drawn as a picture."""


@pytest.mark.parametrize("title", SEEN)
def test_the_picture_of_a_cover_is_of_what_is_seen_of_its_title(title: str) -> None:
    assert across(title) == across(SEEN[title])


def across(title: str) -> list[float]:
    """Where the corners of a cover's picture stand, from the left of the page."""
    (page,) = layout(plate_set({"cover": title}), "paper").pages
    assert page.number
    contours = page.number.contours
    return [point.x for each in contours for point in (each, *each.segments)]


@LAYOUTS
def test_points_and_paragraphs_follow_one_another_downwards(laid_out: Medium) -> None:
    for page in laid_out.pages:
        if page.kind in ("question", "foreword"):
            boxes = [text.box for text in page.body.texts()]
            assert all(one.bottom <= other.y + HAIR for one, other in pairwise(boxes))


# Slides


def test_slides_hold_few_lines_unless_one_block_has_more(slides: Medium) -> None:
    for page, body in questions(slides):
        texts = list(body.texts())
        lines = sum(len(text.lines) for text in texts)
        assert lines <= slides.job.kit.theme.slide.lines or len(texts) == 1, where(page)


@pytest.mark.parametrize("path", LAID_OUT, ids=lambda path: path.stem)
def test_every_slide_has_a_title_of_its_own(path: Path) -> None:
    titles = Counter(page.title.text for page in medium(path, "slides").pages)
    assert set(titles.values()) == {1}


def test_the_whole_deck_can_be_shown(slides: Medium) -> None:
    assert len(slides.pages) <= MOST_SLIDES


# Sets that do not fit


@pytest.mark.parametrize("name", REFUSED)
def test_a_set_that_does_not_fit_is_refused(name: str) -> None:
    found = prepared(DATA / name)
    assert found.job is None
    assert {each.fault.code for each in found.diagnostics} == REFUSED[name]
    assert all(each.severity == "error" for each in found.diagnostics)
    assert all(each.place.line > 1 for each in found.diagnostics)
