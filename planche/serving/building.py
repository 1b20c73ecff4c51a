"""The files of the set, made anew in a process of its own after each save."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from planche import manifest
from planche.diagnostics import Diagnostic, Fault, Place
from planche.serving.findings import Finding, findings, printed
from planche.serving.watching import AROUND
from planche.workshop import ROOT, Sound

PAUSE = 1.0
"""Seconds without a save after which the files are made: not at every word."""

POLITENESS = 10
"""How far the build stands back for the preview (nice)."""


@dataclass(frozen=True)
class Build:
    """What is built: the command's arguments, and the language of its messages."""

    arguments: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Outcome:
    """How a build went: whether the output is now current, and what it said."""

    good: bool
    findings: tuple[Finding, ...]


@dataclass
class Builder:
    """Builds after a pause, one build at a time.

    Nothing is lost where one is ended: it leaves the earlier output whole. `tell` is told None when
    a build begins, then its outcome.
    """

    build: Build
    tell: Callable[[Outcome | None], Awaitable[None]]
    _task: "asyncio.Task[None] | None" = field(default=None, init=False)

    def request(self, pause: float = PAUSE) -> None:
        """Build after a pause, whatever was asked for before."""
        before = self._task
        self._task = asyncio.create_task(self._run(pause, before))

    def drop(self) -> None:
        """End whatever is being built or asked for, without waiting: its files would be old."""
        if self._task:
            self._task.cancel()

    async def stop(self) -> None:
        """End whatever is being built, and wait for it."""
        await _ended(self._task)

    async def _run(self, pause: float, before: "asyncio.Task[None] | None") -> None:
        await _ended(before)
        await asyncio.sleep(pause)
        await self.tell(None)
        await self.tell(await _outcome(self.build))


async def _ended(task: "asyncio.Task[None] | None") -> None:
    if task is not None:
        task.cancel()
        await asyncio.wait({task})


async def _outcome(build: Build) -> Outcome:
    """Build; ended by cancelling, at once: its temporary files go with their folder."""
    with TemporaryDirectory(prefix="planche-") as room:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, str(ROOT / "build.py"), "build", *build.arguments, "--quiet"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "TMPDIR": room},
            start_new_session=True,  # Ctrl-C in the terminal is for the server, which ends this
        )
        try:
            os.setpriority(os.PRIO_PROCESS, process.pid, POLITENESS)
            _, said = await process.communicate()
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)
                await process.wait()
    return _outcome_of(process.returncode or 0, said.decode("utf-8", "replace"), build.language)


def _outcome_of(code: int, said: str, language: str) -> Outcome:
    found = tuple(printed(said))
    if code and not any(each.severity == "error" for each in found):
        why = said.strip().rpartition("\n")[2] or f"code {code}"
        fault = Diagnostic(Place("build.py"), Fault("build-ended", {"why": why}))
        found = (*found, *findings((fault,), language))
    return Outcome(code == 0, found)


def is_current(out: Path, sound: Sound) -> bool:
    """Whether everything in an output was made from this source, and nothing is newer than it."""
    found = manifest.read_artefacts(out)
    if not found:
        return False
    made = (out / manifest.NAME).stat().st_mtime
    inputs = manifest.digest(*sound.digest_parts)
    files = (path for folder in AROUND for path in folder.rglob("*") if path.is_file())
    newest = max(path.stat().st_mtime for path in files)
    return newest <= made and all(each.inputs == inputs for each in found)
