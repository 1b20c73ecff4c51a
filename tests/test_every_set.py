"""Every sound set in every theme, built as a user builds it: made, proved and checked."""

import json
from itertools import product
from pathlib import Path

import pytest

from planche.cli import main
from planche.workshop import theme_names
from tests import sets
from tests.extraction import differences
from tests.sets import LAID_OUT

BUILDS = list(product(LAID_OUT, theme_names()))


@pytest.mark.parametrize(
    ("source", "theme"), BUILDS, ids=[f"{source.stem}-{theme}" for source, theme in BUILDS]
)
def test_a_build_proves_every_line_it_drew(source: Path, theme: str, tmp_path: Path) -> None:
    """The proof reads each PDF back and the check each deck; a difference would be exit code 4.

    What three other programs read is what the layout says, in its order and in whole words.
    """
    out = tmp_path / "output"
    assert main([str(source), "--theme", theme, "--out", str(out), "--quiet"]) == 0
    assert list(differences(out, sets.job(source, theme))) == []
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["plates"]
    for plate in report["plates"]:
        assert set(plate["formats"]) == {"a3", "a4", "a3-office", "deck"}
        assert all(found["boxes"] for found in plate["formats"].values())
