"""Walks a page with its forms and patterns, and notes everything that is laid down."""

from collections.abc import Sequence
from functools import partial
from typing import Any, TypeAlias

import pikepdf

from planche.press.preflight.colours import space
from planche.press.preflight.facts import PageFacts
from planche.press.preflight.fonts import Loaded, load
from planche.press.preflight.matrix import IDENTITY
from planche.press.preflight.notes import Notes
from planche.press.preflight.operators import HANDLERS
from planche.press.preflight.reading import Reading
from planche.press.preflight.state import State

MOST_NESTED = 24
"""Forms inside forms; deeper ones are a loop."""

Stream: TypeAlias = list[tuple[Sequence[Any], str]]


class Walker:
    """Walks the pages of one document; remembers its fonts and the streams of its forms."""

    def __init__(self) -> None:
        self._fonts: dict[object, Loaded] = {}
        self._streams: dict[object, Stream] = {}

    def walk(self, page: Any, facts: PageFacts) -> None:
        """Note everything that a page draws.

        Raises what `opening.BROKEN` names
        where a stream is no content stream.
        """
        notes = Notes(facts)
        resources = _resources(page)
        group = page.get("/Group")
        if group is not None:
            named = group.get("/CS")
            notes.group(space(named, resources).name if named is not None else "", None)
        state = State(IDENTITY, facts.boxes.media)
        self._run(_operators(page), notes, resources, state, 0)

    def _run(self, stream: Stream, notes: Notes, resources: Any, state: State, depth: int) -> None:
        nested = partial(self._nested, notes, depth + 1)
        reading = Reading(notes, resources, state, self._font, nested)
        for operands, operator in stream:
            handle = HANDLERS.get(operator)
            if handle is not None:
                handle(reading, operands)

    def _nested(self, notes: Notes, depth: int, form: Any, resources: Any, state: State) -> None:
        if depth > MOST_NESTED:
            return
        if form.objgen not in self._streams:
            self._streams[form.objgen] = _operators(form)
        self._run(self._streams[form.objgen], notes, resources, state, depth)

    def _font(self, font: Any) -> Loaded:
        """A font, loaded once where it is an object of its own."""
        if not font.is_indirect:
            return load(font)
        if font.objgen not in self._fonts:
            self._fonts[font.objgen] = load(font)
        return self._fonts[font.objgen]


def _resources(page: Any) -> Any:
    """The resources of a page, which it may inherit (ISO 32000-2, table 31)."""
    return pikepdf.Page(page).resources


def _operators(source: Any) -> Stream:
    """The operators of a stream; a picture inside it becomes the operator `BI`."""
    found: Stream = []
    for each in pikepdf.parse_content_stream(source):
        if isinstance(each, pikepdf.ContentStreamInlineImage):
            found.append(([each.iimage], "BI"))
        else:
            found.append((list(each.operands), str(each.operator)))
    return found
