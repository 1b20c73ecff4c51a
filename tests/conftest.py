"""What many tests share: the shipped set laid out, and built into a folder, once a session."""

from pathlib import Path

import pytest
from hypothesis import settings

from planche.cli import main
from planche.workshop import DEFAULT_SOURCE, Job
from tests import sets

# The same examples in every run, and no test fails because the machine is slow.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def shipped() -> Job:
    """The shipped set, read and laid out."""
    return sets.job(DEFAULT_SOURCE)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a whole build of the shipped set; to be read only."""
    out = tmp_path_factory.mktemp("built") / "output"
    assert main(["build", "--out", str(out), "--quiet"]) == 0
    return out
