"""Publishing: all of it or nothing, whatever stands in the way and whenever it is stopped."""

import errno
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planche.commands.exit_codes import FAILED
from planche.diagnostics import FaultError
from planche.publish import COMPLETE, STAGE, finish_earlier, locked, publish
from tests.sets import DATA, ROOT
from tests.written import files

EARLIER = {"a.txt": b"old a", "deck/b.txt": b"old b", "posters/a3/c.txt": b"old c"}
LATER = {"a.txt": b"new a", "deck/b.txt": b"new b", "deck/new/d.txt": b"new d"}
GONE = ["posters/a3/c.txt"]
NEXT = {"next.txt": b"next"}
"""What a build after a killed one brings."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An output folder with an earlier build."""
    folder = tmp_path / "output"
    publish(folder, EARLIER, ())
    return folder


def fault(out: Path, files: Mapping[str, bytes] = LATER, gone: list[str] = GONE) -> FaultError:
    """What a build that cannot be published says."""
    with pytest.raises(FaultError) as caught:
        publish(out, files, gone)
    return caught.value


# All is well


def test_files_are_put_in_a_folder_that_is_made(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "b", EARLIER, ())
    assert files(tmp_path / "a" / "b") == EARLIER


def test_a_later_build_takes_the_place_of_an_earlier(out: Path) -> None:
    publish(out, LATER, GONE)
    assert files(out) == LATER


def test_folders_are_removed_with_their_last_file_and_no_sooner(out: Path) -> None:
    (out / "posters" / "mine.txt").write_bytes(b"mine")
    publish(out, LATER, GONE)
    assert not (out / "posters" / "a3").exists()
    assert (out / "posters" / "mine.txt").read_bytes() == b"mine"


def test_files_of_others_are_left_alone(out: Path) -> None:
    (out / "deck" / "mine.txt").write_bytes(b"mine")
    (out / "empty").mkdir()
    publish(out, LATER, GONE)
    assert files(out) == {**LATER, "deck/mine.txt": b"mine"}
    assert (out / "empty").is_dir()


def test_nothing_is_left_beside_the_output(out: Path) -> None:
    publish(out, LATER, GONE)
    assert sorted(path.name for path in out.iterdir()) == ["a.txt", "deck"]
    assert [path.name for path in out.parent.iterdir()] == ["output"]


def test_what_is_to_be_removed_may_be_gone_already(out: Path) -> None:
    publish(out, NEXT, ["posters/a3/c.txt", "never/was.txt"])
    publish(out, NEXT, ["posters/a3/c.txt"])
    assert files(out) == {"a.txt": b"old a", "deck/b.txt": b"old b", **NEXT}


NAMES = st.sampled_from(["a", "b", "x/a", "x/y/a", "z/b"])
FILES = st.dictionaries(NAMES, st.binary(max_size=4), min_size=1)


@settings(max_examples=25)
@given(st.lists(FILES, min_size=1, max_size=4))
def test_after_any_builds_the_output_is_the_last_one(builds: list[dict[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "output"
        earlier: dict[str, bytes] = {}
        for built in builds:
            publish(out, built, sorted(set(earlier) - set(built)))
            assert files(out) == built
            earlier = built


# Something stands in the way


def test_an_output_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"mine")
    assert fault(tmp_path / "output").fault.code == "cannot-write"
    assert (tmp_path / "output").read_bytes() == b"mine"


def test_an_output_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    assert fault(tmp_path / "file" / "output").fault.code == "cannot-write"


@pytest.mark.parametrize("path", ["a.txt", "deck/b.txt", "deck/new/d.txt"])
def test_a_folder_where_a_file_should_go(out: Path, path: str) -> None:
    if (out / path).exists():
        (out / path).unlink()
    (out / path).mkdir(parents=True)
    (out / path / "mine.txt").write_bytes(b"mine")
    before = files(out)
    assert fault(out).fault.code == "cannot-write"
    assert files(out) == before


def test_a_file_where_a_folder_should_go(out: Path) -> None:
    (out / "deck" / "new").write_bytes(b"mine")
    before = files(out)
    assert fault(out).fault.code == "cannot-write"
    assert files(out) == before


def failing(real: Callable[..., Any], after: int, number: int) -> Callable[..., Any]:
    """A system call that fails once some calls have been made."""
    calls = iter(range(1000))

    def call(*arguments: Any, **options: Any) -> Any:
        if next(calls) >= after:
            raise OSError(number, os.strerror(number), str(arguments[0]))
        return real(*arguments, **options)

    return call


@pytest.mark.parametrize("after", range(6))
@pytest.mark.parametrize("name", ["replace", "rename", "link", "unlink", "mkdir"])
def test_a_full_or_failing_disk_leaves_the_earlier_output(
    out: Path, name: str, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever call fails; those that fail while undoing would fail on a dead disk only."""
    target: Any = os if name == "link" else Path
    real = getattr(target, name)
    calls = 0

    def once(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == after + 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))
        return real(*arguments, **options)

    before = files(out)
    monkeypatch.setattr(target, name, once)
    refused = None
    try:
        publish(out, LATER, GONE)
    except FaultError as error:
        refused = error.fault
    assert files(out) == (before if refused else LATER)
    assert refused is None or refused.code == "cannot-write"
    assert not (out / STAGE).exists()


@pytest.mark.parametrize("after", range(3))
def test_a_disk_that_fills_up_while_writing(
    out: Path, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(out)
    monkeypatch.setattr(Path, "open", failing(Path.open, after, errno.ENOSPC))
    found = fault(out)
    monkeypatch.undo()
    assert found.fault.code == "cannot-write"
    assert files(out) == before
    publish(out, LATER, GONE)
    assert files(out) == LATER


LIMITED = """
import resource, sys
from planche.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(main(["build", *sys.argv[2:]]))
"""
"""The command where no file can grow beyond some bytes, as on a disk that is nearly full."""


@pytest.mark.parametrize(
    ("most", "code"),
    [
        pytest.param(20_000, "no-temporary-room", id="no room for fonts"),
        pytest.param(150_000, "cannot-write", id="no room for decks"),
    ],
)
def test_a_build_that_runs_out_of_room_leaves_the_earlier_deck(
    most: int, code: str, tmp_path: Path
) -> None:
    """The system itself stops the writing in the middle of a file."""
    out = tmp_path / "output"
    (out / "deck").mkdir(parents=True)
    (out / "deck" / "et-punkt.pptx").write_bytes(b"earlier")
    before = files(out)
    source = str(DATA / "one-bullet.yaml")
    command = [sys.executable, "-c", LIMITED, str(most), source, "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == FAILED, done.stderr
    (said,) = done.stderr.splitlines()
    assert code in said
    assert files(out) == before


def test_a_fault_names_the_file_and_the_reason(out: Path) -> None:
    (out / "deck" / "new").write_bytes(b"mine")
    values = fault(out).fault.values
    assert values["path"]
    assert values["why"]


# A build that was killed


def kill_at(out: Path, step: int, files: Mapping[str, bytes], gone: list[str]) -> bool:
    """Run a build in a process that ends itself at some system call; whether it came so far."""
    script = f"""
import os, sys
from pathlib import Path
from planche.publish import publish
calls = 0
def counted(real):
    def call(*arguments, **options):
        global calls
        calls += 1
        if calls == {step}:
            os._exit(9)
        return real(*arguments, **options)
    return call
for name in ("replace", "rename", "unlink", "mkdir", "open", "rmdir"):
    setattr(Path, name, counted(getattr(Path, name)))
os.link = counted(os.link)
publish(Path(sys.argv[1]), {dict(files)!r}, {gone!r})
"""
    command = [sys.executable, "-c", script, str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode in (0, 9), done.stderr.decode()
    return done.returncode == 9


@pytest.mark.parametrize("step", [1, 3, 6, 8, 10, 12, 14, 16, 18, 20])
def test_a_killed_build_is_finished_or_thrown_away_by_the_next(out: Path, step: int) -> None:
    killed = kill_at(out, step, LATER, GONE)
    publish(out, NEXT, ())
    assert files(out) in ({**EARLIER, **NEXT}, {**LATER, **NEXT})
    if not killed:
        assert files(out) == {**LATER, **NEXT}


def test_a_build_is_killed_at_enough_places_to_be_both_finished_and_thrown_away(
    tmp_path: Path,
) -> None:
    found = set()
    for step in (3, 18):
        folder = tmp_path / str(step)
        publish(folder, EARLIER, ())
        assert kill_at(folder, step, LATER, GONE)
        publish(folder, NEXT, ())
        found.add("new" if files(folder) == {**LATER, **NEXT} else "old")
    assert found == {"old", "new"}


def test_a_stage_without_its_marker_is_thrown_away(out: Path) -> None:
    (out / STAGE / "files").mkdir(parents=True)
    (out / STAGE / "files" / "a.txt").write_bytes(b"half")
    finish_earlier(out)
    assert files(out) == EARLIER


def test_a_stage_with_its_marker_is_put_in_place(out: Path) -> None:
    (out / STAGE / "files").mkdir(parents=True)
    (out / STAGE / "files" / "a.txt").write_bytes(b"new a")
    plan = {"files": ["a.txt"], "removed": GONE}
    (out / STAGE / COMPLETE).write_text(json.dumps(plan), encoding="utf-8")
    finish_earlier(out)
    assert files(out) == {"a.txt": b"new a", "deck/b.txt": b"old b"}


# Two builds at once


def test_two_builds_at_once(out: Path) -> None:
    with locked(out):
        found = fault(out)
    assert found.fault.code == "output-busy"
    assert found.fault.values["path"] == str(out)
    assert files(out) == EARLIER
    publish(out, LATER, GONE)
    assert files(out) == LATER


def test_a_build_in_another_process_keeps_this_one_out(out: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from planche.publish import locked\n"
        "with locked(Path(sys.argv[1])): print('in', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(out)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout
    assert other.stdin
    try:
        assert other.stdout.readline() == b"in\n"
        assert fault(out).fault.code == "output-busy"
    finally:
        other.communicate(b"")
    publish(out, LATER, GONE)
    assert files(out) == LATER


def test_a_lock_leaves_no_file(out: Path) -> None:
    with locked(out):
        assert files(out) == EARLIER
