"""What many tests share: the shipped set laid out, and built into a folder, once a session."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from planche.cli import main
from planche.workshop import DEFAULT_SOURCE, Job
from tests import sets
from tests.layouts import ON_PAPER
from tests.sets import DATA, Medium, medium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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
def built_in_avis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that is drawn of the shipped set in the other theme; to be read only."""
    drawn = [f"--target={target}" for target in ("deck", "posters", "office", "press")]
    return once(tmp_path_factory, "avis", ["build", "--theme", "avis", *drawn])


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a set that has a plate of every kind, `set.yaml`, and all that is built from
    it, `output`; to be copied, and the copy worked in, so that the same name is in the manifest."""
    return once(
        tmp_path_factory, "every-kind", ["build", "set.yaml"], DATA / "every-kind.yaml"
    ).parent


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """The browser that pages are tried in; a module's own, since its loop runs as long."""
    from playwright.sync_api import sync_playwright

    from tests.browser import launch

    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[str]:
    """The address of the whole build, below a path as on an intranet."""
    from tests.browser import served

    with served(built.parent) as address:
        yield f"{address}{built.name}/"


@pytest.fixture
def laid_out(request: pytest.FixtureRequest) -> Medium:
    """A set in a medium and a theme, as the marks in `tests.layouts` ask for it."""
    path, name, theme = request.param
    return medium(path, name, theme)


@pytest.fixture(scope="module", params=ON_PAPER, ids="-".join)
def paper(request: pytest.FixtureRequest) -> Medium:
    """The shipped set on each paper, in each theme."""
    name, theme = request.param
    return medium(DEFAULT_SOURCE, name, theme)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in an empty folder, which shows what is written beside what was asked for."""
    folder = tmp_path / "cwd"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def once(
    factory: pytest.TempPathFactory, name: str, command: list[str], source: Path | None = None
) -> Path:
    """The output of a command, run once for all processes of a session, in a folder of its own
    that holds a copy of the source, `set.yaml`."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder = base / name
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "output").exists():
            if source is not None:
                shutil.copy(source, folder / "set.yaml")
            with contextlib.chdir(folder):
                assert main([*command, "--out", "output", "--quiet"]) == 0
    return folder / "output"
