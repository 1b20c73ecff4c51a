"""From a save to what is seen: first the plate that is open, then the others, then the files."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from planche.diagnostics import Diagnostic, has_errors
from planche.serving.bench import Bench
from planche.serving.broken import BROKEN, broken
from planche.serving.building import PAUSE, Builder, Outcome, is_current
from planche.serving.findings import Finding, findings, together
from planche.serving.hub import Hub, Viewer
from planche.serving.sight import Sight, sight
from planche.serving.studio import Studio, Taken
from planche.serving.watching import Saved
from planche.text.faces import Face

Found = TypeVar("Found")

READ_AGAIN = 0.06
"""Seconds after which a source with errors is read once more before they are told: it may have
been read while the editor was still writing it."""


@dataclass
class Desk:
    """The state of a session: what was read last, what was sound last, what the build said.

    All work on the studio is done by one thread, so that the server goes on answering.
    """

    studio: Studio
    hub: Hub
    language: str | None
    out: Path
    builder: Builder | None = None
    taken: Taken | None = None
    bench: Bench | None = None
    outcome: Outcome | None = None
    building: bool = False
    _faults: tuple[Diagnostic, ...] = ()
    _broken: Diagnostic | None = None
    _stale: bool = False
    _rest: "asyncio.Task[None] | None" = None
    _worker: ThreadPoolExecutor = field(default_factory=partial(ThreadPoolExecutor, 1))

    @property
    def messages(self) -> str:
        """The language of messages, `da` or `en`."""
        if self.language is not None:
            return self.language
        spoken = self.taken.draft.language if self.taken else "da"
        return "da" if spoken.split("-")[0] == "da" else "en"

    async def open(self) -> None:
        """Read the set for the first time; the rest of a first pass follows while pages open."""
        await self._take()
        await self._note_faults()
        if self.bench and is_current(self.out, self.bench.sound):
            self.outcome = Outcome(True, ())
        self._rest = asyncio.create_task(self._finish(0))

    async def saved(self, kind: Saved) -> None:
        """Take up what was saved: show the open plates, then see to everything else."""
        if self._rest:
            self._rest.cancel()
        if self.builder:
            self.builder.drop()
        if kind is Saved.LOOK:
            await self._work(self.studio.forget)
        await self._take()
        await self._show_open()
        self._rest = asyncio.create_task(self._finish(PAUSE))

    async def greet(self, viewer: Viewer) -> None:
        """Tell a page that was opened all there is to know."""
        if self.bench and viewer.plate and viewer.plate in self.bench.plates:
            shown = await self._sight(self.bench, viewer.plate)
            if shown:
                viewer.tell("sight", asdict(shown))
        viewer.tell("findings", self.findings_data())
        viewer.tell("build", self.build_state)

    @property
    def faces(self) -> Mapping[str, Face]:
        """The typeface of what is shown."""
        return self.bench.sound.kit.faces if self.bench else {}

    async def document(self, plate: str, medium: str) -> str | None:
        """A plate in a medium, `paper` or `slides`, as a page of its own; None if there is none."""
        shown = await self._sight(self.bench, plate) if self.bench else None
        view = {"paper": shown.paper, "slides": shown.slides}.get(medium) if shown else None
        return view.html if view else None

    async def built(self, outcome: Outcome | None) -> None:
        """Take up that a build has begun (None), or how it went."""
        self.building, self.outcome = outcome is None, outcome
        self._tell()

    async def close(self) -> None:
        """End all work."""
        self.hub.close()
        if self._rest:
            self._rest.cancel()
        if self.builder:
            await self.builder.stop()
        self._worker.shutdown(wait=False, cancel_futures=True)

    @property
    def build_state(self) -> str:
        """`building`, `current`, `failed`, or `waiting` where nothing has been built yet."""
        if self.building:
            return "building"
        if self.outcome is None:
            return "waiting"
        return "current" if self.outcome.good else "failed"

    def findings_data(self) -> dict[str, object]:
        """What is wrong at the moment, and whether that keeps the open plates as they were."""
        return {"found": [asdict(each) for each in self._findings()], "stale": self._stale}

    def _findings(self) -> tuple[Finding, ...]:
        said = self.outcome.findings if self.outcome else ()
        return together(findings(self._faults, self.messages), said)

    async def _take(self) -> None:
        self._broken, self._stale, self.outcome, self.building = None, True, None, False
        try:
            taken = await self._work(self.studio.take)
            if has_errors(taken.draft.diagnostics):
                await asyncio.sleep(READ_AGAIN)
                taken = await self._work(self.studio.take)
        except BROKEN as error:
            self._broken = broken(error)
            return
        self.taken, self.bench = taken, taken.bench or self.bench
        self._stale = taken.bench is None

    async def _show_open(self) -> None:
        if self.taken and self.taken.bench:
            for plate in self.hub.plates:
                if plate in self.taken.bench.plates:
                    shown = await self._sight(self.taken.bench, plate)
                    if shown:
                        self.hub.show(plate, asdict(shown))
        await self._note_faults()

    async def _sight(self, bench: Bench, plate: str) -> Sight | None:
        """A plate; None where the templates that it is drawn by are broken, which is noted."""
        try:
            return await self._work(partial(sight, self.studio, bench, plate))
        except BROKEN as error:
            self._broken, self._stale = broken(error), True
            return None

    async def _note_faults(self) -> None:
        found = await self._work(partial(self.studio.faults, self.taken)) if self.taken else ()
        self._faults = (*found, *([self._broken] if self._broken else []))
        self._tell()

    def _tell(self) -> None:
        self.hub.tell("findings", self.findings_data())
        self.hub.tell("build", self.build_state)

    async def _finish(self, pause: float) -> None:
        """See to all that nobody looks at, and make the files unless they are current."""
        bench = self.taken.bench if self.taken else None
        if bench is not None:
            await self._look_over(bench)
            await self._show_open()  # anew where that changed it: numbers of slides
        if self.builder and bench and not has_errors(self._faults) and self.outcome is None:
            self.builder.request(pause)

    async def _look_over(self, bench: Bench) -> None:
        """Find what `check` would find: of the open plates first, then of all others."""
        for plates in (self.hub.plates, bench.plates):
            for plate in filter(bench.plates.__contains__, plates):
                for edition in bench.editions:
                    if plate in edition.subjects:
                        await self._work(partial(self.studio.laid, edition, plate))
            await self._note_faults()
        try:
            await self._work(partial(self.studio.look_over_templates, bench))
        except BROKEN as error:
            self._broken = self._broken or broken(error)

    async def _work(self, task: Callable[[], Found]) -> Found:
        return await asyncio.get_running_loop().run_in_executor(self._worker, task)
