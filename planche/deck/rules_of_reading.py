"""Rules about what is read aloud: languages, names, alternatives, the slide's number."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from planche.deck.opened import NAMES, Opened
from planche.deck.xml import Element, qn
from planche.geometry.parts import Page
from planche.text.markup import LANGUAGE_TAG

FILE_NAME = re.compile(r"(?i).+\.(?:png|jpe?g|gif|svg|emf|wmf|tiff?|bmp|webp|pdf|pptx)")
"""What PowerPoint's checker takes for no text at all: the name of the file of a picture."""

DRAWN = "./p:cSld/p:spTree/*[self::p:sp or self::p:cxnSp][not(normalize-space(p:txBody))]/*/p:cNvPr"
"""Shapes of a slide, outside groups, that hold no text."""

Found: TypeAlias = Iterator[tuple[str, str]]
"""Part and what was found in it."""


def languages(package: Opened, pages: Sequence[Page]) -> Found:
    """Every language that is named is a well-formed tag: else it is read in another's sounds."""
    for name in package.parts:
        if not name.startswith("ppt/") or not name.endswith(".xml"):
            continue
        named = set(package.root(name).xpath("//@lang"))
        for tag in sorted(tag for tag in named if not re.fullmatch(LANGUAGE_TAG, tag)):
            yield name, f"{tag!r} is no language"


def names(package: Opened, pages: Sequence[Page]) -> Found:
    """Every shape has a name, which the list of shapes and screen readers know it by."""
    for slide in package.slides:
        for shape in _shapes(package.root(slide)):
            if not (shape.get("name") or "").strip():
                yield slide, f"shape {shape.get('id')} has no name"


def alternatives(package: Opened, pages: Sequence[Page]) -> Found:
    """Tables, groups and pictures say in words what they are, or that they are decoration.

    So does every shape outside a group that holds no text: PowerPoint's checker asks them all.
    """
    paths = "|".join(f".//p:{tag}/*/p:cNvPr" for tag in ("graphicFrame", "grpSp", "pic"))
    for slide in package.slides:
        root = package.root(slide)
        for shape in root.xpath(paths, namespaces=NAMES):
            if not _is_told(shape):
                yield slide, f"{shape.get('name')!r} has no alternative text"
        for shape in root.xpath(DRAWN, namespaces=NAMES):
            if not _is_told(shape):
                yield slide, f"{shape.get('name')!r} has neither text nor alternative text"
        for shape in _shapes(root):
            if FILE_NAME.fullmatch((shape.get("descr") or "").strip()):
                yield slide, f"the alternative text of {shape.get('name')!r} is a file's name"


def _is_told(shape: Element) -> bool:
    """Whether a shape, by its properties, has an alternative text or is decoration."""
    decorative = shape.find(".//adec:decorative", NAMES) is not None
    return decorative or bool((shape.get("descr") or "").strip())


def _shapes(root: Element) -> list[Element]:
    """The properties of every shape but the tree of shapes itself."""
    found: list[Element] = root.xpath(".//p:spTree/*[p:*/p:cNvPr]//p:cNvPr", namespaces=NAMES)
    return found


def slide_numbers(package: Opened, pages: Sequence[Page]) -> Found:
    """Every slide shows its number once, as a field that counts by itself."""
    for number, slide in enumerate(package.slides, start=1):
        fields = package.root(slide).xpath(".//a:fld[@type='slidenum']", namespaces=NAMES)
        shown = ["".join(field.itertext(qn("a:t"))) for field in fields]
        if shown != [str(number)]:
            yield slide, f"shows {shown} as its number, and is number {number}"
