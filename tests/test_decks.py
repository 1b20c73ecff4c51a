"""Which decks a set makes: one for everybody who might want one."""

from pathlib import Path

import pytest

from planche.cli import main
from planche.decks import DeckPlan, deck_of
from planche.workshop import DEFAULT_SOURCE, Job
from tests.sets import DATA, job


def of_audiences(found: Job) -> dict[str, DeckPlan]:
    return {plan.stem: plan for plan in found.decks if plan.stem.startswith("audiences/")}


def test_every_audience_of_several_plates_has_a_deck_of_them_alone() -> None:
    found = job(DATA / "every-kind.yaml")
    plans = of_audiences(found)
    assert {stem: plan.plates for stem, plan in plans.items()} == {
        "audiences/borger": ("q1", "ladder-1"),
        "audiences/leder": ("foer-og-nu", "mosaic-1", "statements-2", "q2"),
    }
    whole = found.decks[0]
    for plan in plans.values():
        assert plan.pages == tuple(page for page in whole.pages if page.plate in plan.plates)
        assert plan.title.endswith(f" – {found.plate_set.set.title}")


def test_none_is_made_where_one_that_is_declared_holds_the_same() -> None:
    """The shipped set declares one for each audience, with a cover and perhaps contents."""
    found = job(DEFAULT_SOURCE)
    assert of_audiences(found) == {}
    for audience in found.plate_set.audiences:
        plan = deck_of(found.plate_set, audience.id, found.decks)
        assert plan
        assert plan.declared == audience.id


@pytest.mark.parametrize("only", [[], ["--only", "audience:borger"]])
def test_it_is_a_file_of_all_but_not_of_some_plates(tmp_path: Path, only: list[str]) -> None:
    source = str(DATA / "every-kind.yaml")
    assert main([source, "--target", "deck", "--out", str(tmp_path), "--quiet", *only]) == 0
    made = {path.name for path in (tmp_path / "deck").glob("audiences/*")}
    assert made == (set() if only else {"borger.pptx", "leder.pptx"})
