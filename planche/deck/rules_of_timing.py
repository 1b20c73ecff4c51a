"""Rules about what appears at a click: what is aimed at must be there."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from planche.deck.opened import NAMES, Opened
from planche.deck.xml import Element, qn
from planche.geometry.parts import Page

Found: TypeAlias = Iterator[tuple[str, str]]
"""Part and what was found in it."""


def timing(package: Opened, pages: Sequence[Page]) -> Found:
    """A click that shows what is not on the slide shows nothing at all."""
    for slide in package.slides:
        root = package.root(slide)
        lengths = _lengths(root)
        for target in root.xpath("p:timing//p:spTgt | p:timing//p:bldP", namespaces=NAMES):
            shape = target.get("spid")
            if shape not in lengths:
                yield slide, f"a click shows shape {shape}, which is not there"
                continue
            for paragraphs in target.iter(qn("p:pRg")):
                first, last = int(paragraphs.get("st")), int(paragraphs.get("end"))
                if not 0 <= first <= last < lengths[shape]:
                    yield slide, f"a click shows paragraph {last} of {lengths[shape]}, from 0"


def _lengths(root: Element) -> dict[str, int]:
    """How many paragraphs each shape has, by its id."""
    shapes = root.xpath(".//p:spTree/*//*[*/p:cNvPr] | .//p:spTree/*[*/p:cNvPr]", namespaces=NAMES)
    return {
        shape.find("*/p:cNvPr", NAMES).get("id"): len(shape.findall("p:txBody/a:p", NAMES))
        for shape in shapes
    }
