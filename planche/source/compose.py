"""Text to tree: YAML as far as the files of the project need it.

Built from the parser's events, so that neither depth nor aliases can exhaust the machine.
Plain scalars stay the text they were typed as (`no`, `1.10`, `012`).
"""

import re
from dataclasses import dataclass, field

import yaml

from planche.source.characters import check_escapes
from planche.source.keys import Vocabulary
from planche.source.syntax import explain, shown, spot_of
from planche.source.tree import Entry, FieldsNode, Findings, ListNode, Node, Spot, TextNode

MOST_DEPTH = 20
"""Levels of lists and fields; a plate set has six, a theme five."""

HASH = re.compile(r"[ \t]+(#[^\s#].*)")
"""A comment that looks like part of the text before it."""


class _Stop(Exception):
    """Ends composing; what is wrong has been noted."""


@dataclass
class _Open:
    """A list or fields whose end has not come yet."""

    event: yaml.SequenceStartEvent | yaml.MappingStartEvent
    spot: Spot
    children: list[Node] = field(default_factory=list)


def compose(text: str, words: Vocabulary, findings: Findings) -> Node | None:
    """The tree of a text; None where it cannot be read, which is then noted."""
    composer = _Composer(text, findings)
    loader = None
    try:
        loader = yaml.SafeLoader(text)
        while loader.check_event():
            composer.take(loader.get_event())  # type: ignore[no-untyped-call]
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        explain(error, composer.last, text, words, findings)
        return None
    except (yaml.YAMLError, ValueError, OverflowError):
        # pyyaml lets chr() fail on an escape beyond Unicode, and int() on a long version.
        mark = loader.get_mark() if loader else None
        findings.add(spot_of(mark), "unreadable-line")
        return None
    finally:
        if loader:
            loader.dispose()
    if composer.root is None or (isinstance(composer.root, TextNode) and composer.root.nothing):
        findings.add(Spot(), "file-empty", known=words.start)
        return None
    return composer.root


class _Composer:
    """Takes the parser's events one by one."""

    def __init__(self, text: str, findings: Findings) -> None:
        self.text = text
        self.findings = findings
        self.root: Node | None = None
        self.last: yaml.Event | None = None
        self._open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        """Add what an event brings."""
        self.last = event
        if isinstance(event, yaml.DocumentStartEvent):
            if self.root is not None:
                self._stop(event, "several-documents")
        elif isinstance(event, yaml.AliasEvent):
            self._stop(event, "special-start", sign="*")
        elif isinstance(event, yaml.ScalarEvent):
            self._refuse_marks(event)
            self._place(self._scalar(event))
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            self._refuse_marks(event)
            if len(self._open) == MOST_DEPTH:
                self._stop(event, "too-deep")
            self._open.append(_Open(event, self._spot(event)))
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._place(self._close(self._open.pop()))

    def _spot(self, event: yaml.Event) -> Spot:
        return spot_of(event.start_mark)

    def _stop(self, event: yaml.Event, code: str, **values: str) -> None:
        self.findings.add(self._spot(event), code, **values)
        raise _Stop

    def _refuse_marks(
        self, event: yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent
    ) -> None:
        """Refuse anchors and tags: in a text they are a slip, elsewhere nobody needs them."""
        if event.anchor is not None:
            self.findings.add(self._spot(event), "special-start", sign="&")
        if event.tag is not None:
            self.findings.add(self._spot(event), "special-start", sign="!")

    def _scalar(self, event: yaml.ScalarEvent) -> TextNode:
        spot, end = self._spot(event), spot_of(event.end_mark).index
        plain = event.style is None
        node = TextNode(event.value, spot, self.text[spot.index : end], plain)
        comment = HASH.match(self.text, end) if plain and not node.nothing else None
        if comment:
            where = spot_of(event.end_mark).moved(self.text[end : comment.start(1)])
            self.findings.add(where, "text-cut-by-hash", words=shown(comment[1]))
        return check_escapes(node, self.findings)

    def _place(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node

    def _close(self, opened: _Open) -> Node:
        flow = bool(opened.event.flow_style)
        if isinstance(opened.event, yaml.SequenceStartEvent):
            return ListNode(tuple(opened.children), opened.spot, flow)
        entries: dict[str, Entry] = {}
        for key, value in zip(opened.children[::2], opened.children[1::2], strict=True):
            if self._usable(key, entries):
                assert isinstance(key, TextNode)
                entries[key.text] = Entry(key, value)
        return FieldsNode(entries, opened.spot, flow)

    def _usable(self, key: Node, entries: dict[str, Entry]) -> bool:
        """Whether a key is a word that did not stand before; notes it where not."""
        if not isinstance(key, TextNode):
            self.findings.add(key, "field-not-a-word")
        elif key.plain and key.text == "<<":
            self.findings.add(key, "merge-key")
        elif key.text in entries:
            first = entries[key.text].key.spot.line
            self.findings.add(key, "duplicate-field", key=shown(key.text), line=first)
        else:
            return True
        return False
