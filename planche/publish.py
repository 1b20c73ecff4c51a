"""Putting what was built in its place: all of it, or nothing.

Everything is written beside the output first. Only when it is complete are the files
moved in, one rename each; if a move fails, those made before it are undone, and if the
process is killed the next build finishes the moves. Files that this program did not make
are never touched.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from planche.diagnostics import FaultError

STAGE = ".planche-new"
"""Folder inside the output where files wait; left over only by a killed build."""

COMPLETE = "complete.json"
"""Written last into the stage: the moves and removals that are to be made."""


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Keep other builds out of an output folder while this one writes.

    Raises FaultError when another build is writing, or the folder cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        handle = os.open(out, os.O_RDONLY)
    except OSError as error:
        raise FaultError("cannot-write", path=out, why=error.strerror) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise FaultError("output-busy", path=out) from None
    finally:
        os.close(handle)


def settle(out: Path) -> None:
    """Finish or throw away what a killed build left, so that the output is what it says it is.

    Raises FaultError where a file cannot be written.
    """
    with locked(out), _undone_on_error(out):
        finish_earlier(out)


def publish(out: Path, files: Mapping[str, bytes], removed: Collection[str]) -> None:
    """Put files in an output folder and take others out of it, wholly or not at all.

    Paths are relative to `out`, with `/`. Raises FaultError where a file cannot be
    written; the output is then as it was.
    """
    with locked(out), _undone_on_error(out):
        finish_earlier(out)
        _stage(out, files, removed)
        finish_earlier(out)


@contextmanager
def _undone_on_error(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        shutil.rmtree(out / STAGE, ignore_errors=True)
        name = Path(error.filename or out).name
        raise FaultError("cannot-write", path=name, why=error.strerror) from None


def finish_earlier(out: Path) -> None:
    """Make the moves of a complete stage; throw away an incomplete one."""
    stage = out / STAGE
    marker = stage / COMPLETE
    if marker.exists():
        plan = json.loads(marker.read_text(encoding="utf-8"))
        _move_in(out, plan["files"], plan["removed"])
    shutil.rmtree(stage, ignore_errors=True)


def _stage(out: Path, files: Mapping[str, bytes], removed: Collection[str]) -> None:
    stage = out / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir()
    for path, data in files.items():
        target = stage / "files" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.write(data)
    plan = {"files": sorted(files), "removed": sorted(removed)}
    partial = stage / f"{COMPLETE}.part"
    partial.write_text(json.dumps(plan), encoding="utf-8")
    partial.rename(stage / COMPLETE)


def _move_in(out: Path, files: Collection[str], removed: Collection[str]) -> None:
    kept = out / STAGE / "kept"
    done: list[str] = []
    try:
        for path in [*files, *removed]:
            _keep(out / path, kept / path)
            done.append(path)
            new = out / STAGE / "files" / path
            if path in files and new.exists():
                (out / path).parent.mkdir(parents=True, exist_ok=True)
                new.replace(out / path)
            elif path in removed:
                (out / path).unlink(missing_ok=True)
    except OSError:
        _undo(out, kept, done)
        raise
    _prune_folders(out, removed)


def _keep(path: Path, kept: Path) -> None:
    """Keep the earlier file under another name until all moves are made."""
    if path.exists() and not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, kept)
        except OSError:
            # Some disks know no second name for a file; a copy is slower and as good.
            shutil.copy2(path, kept)


def _undo(out: Path, kept: Path, done: Collection[str]) -> None:
    for path in done:
        if (kept / path).exists():
            (kept / path).replace(out / path)
        elif (out / STAGE / "files" / path).exists() is False:
            (out / path).unlink(missing_ok=True)


def _prune_folders(out: Path, removed: Collection[str]) -> None:
    parents = {folder for path in removed for folder in (out / path).parents}
    for folder in sorted((each for each in parents if out in each.parents), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
