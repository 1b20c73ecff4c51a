"""A deck whose points appear one at a time: what is aimed at is there, in the order of reading."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from pptx import Presentation

from planche.deck import check, deck
from planche.deck.timing import Click, Target, add_timing, timing
from planche.deck.xml import el, qn
from planche.geometry.bodies import Item, QuestionBody
from planche.geometry.parts import Page
from tests.deck_support import (
    made,
    plan_of,
    setting,
    shipped_deck,
    shipped_pages,
    shipped_set,
    slides_of,
    small_set,
)
from tests.deck_validator import VERSIONS, errors


@cache
def built() -> bytes:
    """The shipped set with one point at a time."""
    given = setting()
    plan = replace(plan_of(shipped_set(), shipped_pages()), one_by_one=True)
    return deck(plan, shipped_set(), given.theme, given.faces, given.strings)


@cache
def slides() -> list[tuple[Any, Page]]:
    shown = Presentation(BytesIO(built())).slides
    return [(s._element, p) for s, p in zip(shown, shipped_pages(), strict=True)]


def steps(slide: Any) -> list[list[str]]:
    """The words that each click shows; a shape without words gives its name."""
    clicks = slide.xpath("p:timing//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par")
    return [[_shown(slide, each) for each in click.iter(qn("p:spTgt"))] for click in clicks]


def _shown(slide: Any, target: Any) -> str:
    (shape,) = slide.xpath(f".//p:sp[p:nvSpPr/p:cNvPr/@id='{target.get('spid')}']")
    paragraphs = shape.xpath("p:txBody/a:p")
    one = target.find(f"{qn('p:txEl')}/{qn('p:pRg')}")
    if one is not None:
        assert one.get("st") == one.get("end")
        paragraphs = [paragraphs[int(one.get("st"))]]
    words = "".join(text for each in paragraphs for text in each.itertext(qn("a:t")))
    return words or shape.xpath("p:nvSpPr/p:cNvPr/@name")[0]


def flat(items: tuple[Item, ...]) -> list[list[str]]:
    """What each click must show: a point, or a card and its bar."""
    bar = setting().strings.deck.bar
    found = []
    for item in items:
        found.append([item.text.text, *([bar] if item.bar else [])])
        found += flat(item.items)
    return found


def test_each_point_is_a_click_and_each_card_comes_with_its_bar() -> None:
    seen = 0
    for slide, page in slides():
        if page.kind != "question":
            assert slide.find(qn("p:timing")) is None
            continue
        body = cast(QuestionBody, page.body)
        wanted = flat(body.items)
        if not body.lead and not body.items[0].bullet and not body.items[0].card:
            wanted = wanted[1:]
        assert steps(slide) == wanted
        seen += len(wanted)
    assert seen > 50


def test_what_leads_up_to_the_points_is_there_from_the_start() -> None:
    slide, page = next((s, p) for s, p in slides() if p.plate == "q7")
    body = cast(QuestionBody, page.body)
    assert body.lead
    shown = [words for step in steps(slide) for words in step]
    assert body.lead.text not in shown
    assert len(shown) == len(body.items)


def test_every_shape_that_is_built_says_how_once() -> None:
    for slide, _ in slides():
        targets = slide.xpath("p:timing//p:spTgt/@spid")
        builds = slide.xpath("p:timing/p:bldLst/p:bldP")
        assert [each.get("spid") for each in builds] == list(dict.fromkeys(targets))
        for build in builds:
            by_paragraph = slide.xpath(f".//p:spTgt[@spid='{build.get('spid')}']/p:txEl")
            assert (build.get("build") == "p") == bool(by_paragraph)
            assert (build.get("animBg") == "1") != bool(by_paragraph)


def test_steps_of_time_are_numbered_and_can_be_gone_back() -> None:
    for slide, page in slides():
        if page.kind != "question" or slide.find(qn("p:timing")) is None:
            continue
        numbers = [int(each) for each in slide.xpath("p:timing//p:cTn/@id")]
        assert sorted(numbers) == list(range(1, len(numbers) + 1))
        for way, event in (("prev", "onPrev"), ("next", "onNext")):
            path = f"p:timing//p:seq/p:{way}CondLst/p:cond/@evt"
            assert slide.xpath(path) == [event]
        assert set(slide.xpath("p:timing//p:cTn/@presetID")) == {"1"}
        assert set(slide.xpath("p:timing//p:cTn/@presetClass")) == {"entr"}


def test_timing_stands_in_its_place() -> None:
    slide = el("p:sld", el("p:cSld"), el("p:clrMapOvr"), el("p:extLst"))
    add_timing(slide, [Click((Target(4),))])
    assert [child.tag for child in slide] == [
        qn(tag) for tag in ("p:cSld", "p:clrMapOvr", "p:timing", "p:extLst")
    ]
    add_timing(bare := el("p:sld", el("p:cSld")), [])
    assert len(bare) == 1


def test_a_shape_of_several_paragraphs_is_built_once() -> None:
    found = timing([Click((Target(3, 0),)), Click((Target(3, 1),)), Click((Target(5), Target(6)))])
    builds = list(found.iter(qn("p:bldP")))
    assert [(each.get("spid"), each.get("build")) for each in builds] == [
        ("3", "p"),
        ("5", None),
        ("6", None),
    ]


def test_points_of_points_are_clicks_of_their_own() -> None:
    points = [{"text": "Et", "points": ["a", "b"]}, "To"]
    plate_set = small_set(plates=[{"question": 1, "title": "Hvad?", "points": points}])
    pages = slides_of(plate_set)
    given = setting()
    plan = replace(plan_of(plate_set, pages), one_by_one=True)
    data = deck(plan, plate_set, given.theme, given.faces, given.strings)
    shown = [steps(slide._element) for slide in Presentation(BytesIO(data)).slides]
    words = [step[0] for slide in shown for step in slide]
    assert [each for each in words if each in ("a", "b", "To")] == ["a", "b", "To"]
    assert check(data, pages) == ()


def test_a_deck_that_is_not_built_up_has_no_timing() -> None:
    plate_set = small_set(plates=[{"question": 1, "title": "Hvad?", "points": ["Et", "To"]}])
    for data in (made(plate_set, slides_of(plate_set)), shipped_deck()):
        for slide in Presentation(BytesIO(data)).slides:
            assert slide._element.find(qn("p:timing")) is None


def test_nothing_is_wrong_with_the_deck() -> None:
    assert check(built(), shipped_pages()) == ()


@pytest.mark.parametrize("version", VERSIONS)
def test_microsofts_validator_finds_nothing(tmp_path: Path, version: str) -> None:
    assert errors({"deck.pptx": built()}, version, tmp_path) == {}
