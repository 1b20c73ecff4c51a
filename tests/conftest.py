"""What many tests share: the shipped set laid out, and built into a folder, once a session."""

import fcntl
import os
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
    return once(tmp_path_factory, "built", ["build"])


@pytest.fixture(scope="session")
def avis_press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The press files of the shipped set in the other theme; to be read only."""
    return once(tmp_path_factory, "avis", ["build", "--theme", "avis", "--target", "press"])


def once(factory: pytest.TempPathFactory, name: str, command: list[str]) -> Path:
    """The output of a command, run once for all processes of a session."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    out = base / name / "output"
    out.parent.mkdir(exist_ok=True)
    with (out.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not out.exists():
            assert main([*command, "--out", str(out), "--quiet"]) == 0
    return out
