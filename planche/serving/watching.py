"""What is saved: the source and what lies beside it, the theme, templates and assets."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from enum import Enum
from pathlib import Path

from watchfiles import Change, awatch

from planche.source.wordlist import WORDLIST
from planche.workshop import ROOT, TEMPLATES

AROUND = (TEMPLATES, ROOT / "assets")
"""The folders that the look of every plate comes from."""

BESIDE = (".svg", ".png")
"""Endings of what a source may name that lies in its folder: a logo."""

STEP_MS, MOST_MS = 8, 40
"""How long nothing more must come after a change, and how long that is waited for at most.

An editor writes a file in a few milliseconds; what is read too early is read again.
"""


class Saved(Enum):
    """What a save changes: words of the set, or the look of everything."""

    WORDS = "words"
    LOOK = "look"


async def saves(source: Path, stop: asyncio.Event) -> AsyncIterator[Saved]:
    """What is saved, as it happens, until the event is set.

    The source's folder is watched, not the file: editors put a new file in the old one's place.
    """
    queue: asyncio.Queue[Saved] = asyncio.Queue()
    here = source.resolve()
    tasks = [
        asyncio.create_task(_watch((here.parent,), here, False, stop, queue)),
        asyncio.create_task(_watch(AROUND, here, True, stop, queue)),
        asyncio.create_task(stop.wait()),
    ]
    try:
        while not stop.is_set():
            first = asyncio.create_task(queue.get())
            done, _ = await asyncio.wait({first, *tasks}, return_when=asyncio.FIRST_COMPLETED)
            for each in done - {first}:
                each.result()
            if first not in done:
                first.cancel()
                return
            yield first.result()
    finally:
        for each in tasks:
            each.cancel()


async def _watch(
    folders: Iterable[Path],
    source: Path,
    deep: bool,
    stop: asyncio.Event,
    queue: "asyncio.Queue[Saved]",
) -> None:
    def matters(_: Change, path: str) -> bool:
        return kind_of(Path(path), source) is not None

    changes = awatch(
        *folders,
        watch_filter=matters,
        debounce=MOST_MS,
        step=STEP_MS,
        stop_event=stop,
        recursive=deep,
    )
    async for found in changes:
        for kind in {kind_of(Path(path), source) for _, path in found}:
            if kind is not None:
                queue.put_nowait(kind)


def kind_of(path: Path, source: Path) -> Saved | None:
    """What a file means for the set; None for one that means nothing."""
    if path == source:
        return Saved.WORDS
    if path.name.startswith(".") or path.name.endswith(("~", ".tmp", ".swp")):
        return None
    if any(folder in path.parents for folder in AROUND):
        return Saved.LOOK
    beside = path.name == WORDLIST or path.suffix.lower() in BESIDE
    return Saved.WORDS if path.parent == source.parent and beside else None
