"""Every sound set in every theme, built as a user builds it: made, proved and checked."""

import json
from itertools import product
from pathlib import Path

import pytest

from planche.cli import main
from planche.workshop import DEFAULT_SOURCE, theme_names
from tests import sets
from tests.extraction import differences
from tests.sets import LAID_OUT

BUILDS = list(product(LAID_OUT, theme_names()))

SHARED = {"default": "built", "avis": "built_in_avis"}
"""Fixtures that hold the shipped set, by its theme."""


@pytest.fixture
def out(source: Path, theme: str, request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """What is built from a set in a theme."""
    if source == DEFAULT_SOURCE:
        return Path(request.getfixturevalue(SHARED[theme]))
    made = tmp_path / "output"
    drawn = [f"--target={target}" for target in ("deck", "posters", "office")]
    assert main([str(source), "--theme", theme, *drawn, "--out", str(made), "--quiet"]) == 0
    return made


@pytest.mark.parametrize(
    ("source", "theme"), BUILDS, ids=[f"{source.stem}-{theme}" for source, theme in BUILDS]
)
def test_a_build_proves_every_line_it_drew(source: Path, theme: str, out: Path) -> None:
    """The proof reads each PDF back and the check each deck; a difference would be exit code 4.

    What three other programs read is what the layout says, in its order and in whole words.
    """
    assert list(differences(out, sets.job(source, theme))) == []
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["plates"]
    for plate in report["plates"]:
        assert set(plate["formats"]) == {"a3", "a4", "a3-office", "deck"}
        assert all(found["boxes"] for found in plate["formats"].values())
