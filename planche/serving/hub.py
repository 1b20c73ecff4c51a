"""Who looks on: every open page has a queue of what it is to be told."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Event: TypeAlias = tuple[str, str]
"""The name of an event and its data."""

END: Event = ("end", "")


@dataclass(eq=False)
class Viewer:
    """A page that is open: on a plate, or on none."""

    plate: str | None
    queue: "asyncio.Queue[Event]" = field(default_factory=asyncio.Queue)
    sent: dict[str, str] = field(default_factory=dict)

    def tell(self, name: str, data: Any) -> None:
        """Send something, unless it is what the page was told last."""
        text = json.dumps(data, ensure_ascii=False)
        if self.sent.get(name) != text:
            self.sent[name] = text
            self.queue.put_nowait((name, text))

    async def events(self) -> AsyncIterator[str]:
        """What the page is told, as server-sent events (HTML Living Standard, 9.2)."""
        while (event := await self.queue.get()) is not END:
            name, data = event
            yield f"event: {name}\ndata: {data}\n\n"


@dataclass
class Hub:
    """All pages that are open."""

    viewers: list[Viewer] = field(default_factory=list)

    @contextmanager
    def viewer(self, plate: str | None) -> Iterator[Viewer]:
        """A page for as long as it is open."""
        opened = Viewer(plate)
        self.viewers.append(opened)
        try:
            yield opened
        finally:
            self.viewers.remove(opened)

    @property
    def plates(self) -> tuple[str, ...]:
        """The plates that are looked at."""
        return tuple(dict.fromkeys(each.plate for each in self.viewers if each.plate))

    def tell(self, name: str, data: Any) -> None:
        """Tell every page."""
        for each in self.viewers:
            each.tell(name, data)

    def show(self, plate: str, data: Any) -> None:
        """Show a plate to those who look at it."""
        for each in self.viewers:
            if each.plate == plate:
                each.tell("sight", data)

    def close(self) -> None:
        """End every page's stream, so that nothing keeps the server from ending."""
        for each in self.viewers:
            each.queue.put_nowait(END)
