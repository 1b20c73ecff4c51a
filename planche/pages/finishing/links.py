"""Links: one element each, however many lines they take, and words that say where they lead."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import lxml.etree
from pikepdf import Array, String

from planche.pages.finishing.markup import spoken
from planche.pages.finishing.pruning import TEXTS
from planche.pages.finishing.tree import Element, Target

PRINTED = 4
"""The flag of an annotation that is printed with its page (ISO 32000-1, 12.5.3)."""

SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*://|mailto:|tel:)", re.IGNORECASE)
"""How a web or mail address begins; nobody wants that read aloud."""


@dataclass(frozen=True)
class Linked:
    """Words that lead somewhere together: the HTML elements of their lines, and the words."""

    parts: tuple[Any, ...]
    words: str


def describe_links(root: Element, words: Mapping[str, str]) -> int:
    """Say in words where each link leads: `words` by the plate's id or the address, else its own.

    ISO 14289-1, 7.18.5. Left alone: links without markup.
    """
    changed = 0
    made = _by_markup(root)
    for element in root.walk():
        for linked in _linked(element):
            own = SCHEME.sub("", linked.words)
            for part in linked.parts:
                for kid in made[id(part)].kids if id(part) in made else ():
                    if isinstance(kid, Target):
                        changed += _describe(kid.annotation, words, own)
    return changed


def join_links(root: Element) -> int:
    """Make one link of those that a line's end parted, with the space between them.

    Left alone: links without markup; and annotations, of which each line keeps its own, so
    that they cover the words and nothing else.
    """
    changed = 0
    made = _by_markup(root)
    for element in list(root.walk()):
        for linked in _linked(element):
            first, *others = (made.get(id(part)) for part in linked.parts)
            for other in others:
                if first in element.kids and other in element.kids:
                    start, end = element.kids.index(first), element.kids.index(other)
                    first.kids += [*element.kids[start + 1 : end], *other.kids]
                    del element.kids[start + 1 : end + 1]
                    changed += 1
    return changed


def _by_markup(root: Element) -> dict[int, Element]:
    links = (element for element in root.walk() if element.kind == "Link")
    return {id(link.markup): link for link in links if link.markup is not None}


def _linked(element: Element) -> Iterator[Linked]:
    """The links right under an element, those that are parted in a text as one."""
    links = [kid for kid in element.elements if kid.kind == "Link" and kid.markup is not None]
    if element.kind in TEXTS and element.markup is not None and links:
        yield from _parted(element.markup)
    else:
        for link in links:
            yield Linked((link.markup,), spoken("".join(link.markup.itertext())))


def _parted(text: Any) -> Iterator[Linked]:
    parts: list[Any] = []
    words = between = ""
    for event, node in lxml.etree.iterwalk(text, events=("start", "end")):
        if event == "start" and node.tag == "a":
            if parts and (between.strip() or parts[0].get("href") != node.get("href")):
                yield Linked(tuple(parts), spoken(words))
                parts, words, between = [], "", ""
            words += (between if parts else "") + "".join(node.itertext())
            parts.append(node)
        elif event == "start":
            between += node.text or ""
        elif node.tag == "a":
            between = node.tail or ""
        elif node is not text:
            between += node.tail or ""
    if parts:
        yield Linked(tuple(parts), spoken(words))


def _describe(annotation: Any, words: Mapping[str, str], own: str) -> int:
    target = str(annotation.Dest) if "/Dest" in annotation else str(annotation.A.URI)
    said = words.get(target, own)
    if str(annotation.get("/Contents", "")) == said:
        return 0
    annotation.Contents = String(said)
    return 1


def settle_links(root: Element) -> int:
    """Turn the boxes of links the right way round, and let them be printed with their page."""
    targets = [kid for each in root.walk() for kid in each.kids if isinstance(kid, Target)]
    return sum(_settle(target.annotation) for target in targets)


def _settle(annotation: Any) -> int:
    left, lower, right, upper = annotation.Rect
    if lower <= upper and annotation.get("/F") == PRINTED:
        return 0
    annotation.Rect = Array([left, min(lower, upper), right, max(lower, upper)])
    annotation.F = PRINTED
    return 1
