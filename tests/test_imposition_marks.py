"""The marks and the line of text of a sheet: where they stand, what they say."""

from itertools import pairwise

import pytest

from planche.geometry.parts import Box
from planche.press.imposition.legend import drawn, legend
from planche.press.imposition.marks import BAR, marks_of
from planche.press.imposition.scheme import grown
from planche.strings import LANGUAGES, load_strings
from planche.workshop import TEMPLATES
from tests.imposition_support import A3, REQUESTS, art, scheme
from tests.sets import kit


@pytest.mark.parametrize("request_", REQUESTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_stand_outside_the_bleed_and_on_the_sheet(request_: str, language: str) -> None:
    found = scheme(request_, art(23))
    strings = load_strings(TEMPLATES / "strings", language).sheets
    paper = Box(0, 0, found.sheet.width, found.sheet.height)
    for form in found.forms:
        bleed = grown(form.trim, found.bleed)
        marks = marks_of(form, found)
        text = legend(form, found, "personalerum · Kommunen 3.0-FAQ", strings)
        line = drawn(text, marks, kit().faces["regular"])
        xs = [each.x for each in line.contours]
        ys = [each.y for each in line.contours]
        inked = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        lines = [Box(s.x1, s.y1, s.x2 - s.x1, s.y2 - s.y1) for s in (*marks.crops, *marks.folds)]
        targets = [Box(t.x - 2, t.y - 2, 4, 4) for t in marks.targets]
        blocks = [*targets, *marks.steps, *(patch.box for patch in marks.bar), inked]
        for box in (*lines, *blocks):
            assert paper.inset(2).holds(box)
            assert not bleed.inset(-0.9).meets(
                Box(box.x, box.y, box.width + 0.02, box.height + 0.02)
            )
        for index, box in enumerate(blocks):
            assert not any(box.meets(other) for other in blocks[index + 1 :])
            assert not any(grown(box, 0.2).meets(grown(each, 0.02)) for each in lines)
        edges = {round(e, 3) for p in form.places for e in (p.trim.x, p.trim.right)}
        upright = {round(s.x1, 3) for s in marks.crops if s.x1 == s.x2}
        assert upright == edges - {round(fold, 3) for fold in form.folds}
        assert {round(s.x1, 3) for s in marks.folds} == {round(fold, 3) for fold in form.folds}
        assert {patch.inks for patch in marks.bar} == set(BAR)


def test_collation_marks_go_down_like_stairs() -> None:
    found = scheme("booklet", art(24))
    steps = [marks_of(form, found).steps for form in found.forms if form.side == "front"]
    starts = [step.x for (step,) in steps]
    assert [round(b - a, 3) for a, b in pairwise(starts)] == [4] * 5
    assert not any(marks_of(form, found).steps for form in found.forms if form.side == "back")


def test_the_line_names_job_sheet_side_and_pages() -> None:
    strings = load_strings(TEMPLATES / "strings", "da").sheets
    found = scheme("booklet:A4,paper=0.12mm", art(23, A3))
    lines = [legend(form, found, "personalerum", strings) for form in found.forms]
    assert lines[0] == "personalerum · Ark 1 af 6 · forside · side blank | 1 · beskæring 2,12 mm"
    assert lines[3].startswith("personalerum · Ark 2 af 6 · bagside · side 4 | 21 · ")
    assert lines[3].endswith(" · rykket 0,12 mm ind")
    (form,) = scheme("2-up:SRA3", art(2)).forms
    one_sided = legend(form, scheme("2-up:SRA3", art(2)), "", strings)
    assert one_sided == "Ark 1 af 1 · side 1 | 2 · beskæring 3 mm"


def test_the_smallest_page_has_all_its_marks() -> None:
    found = scheme("booklet:50x71mm", art(24))
    strings = load_strings(TEMPLATES / "strings", "da").sheets
    for form in found.forms:
        marks = marks_of(form, found)
        assert marks.bar
        assert bool(marks.steps) == (form.side == "front")
        line = drawn(legend(form, found, "personalerum", strings), marks, kit().faces["regular"])
        assert all(line.clip.x <= each.x <= line.clip.right for each in line.contours)
