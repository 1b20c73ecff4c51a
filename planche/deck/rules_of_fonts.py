"""Rules about the faces that a deck carries."""

import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import uharfbuzz as hb

from planche.deck.opened import MAIN, NAMES, Opened
from planche.deck.xml import Element, qn
from planche.geometry.parts import Page
from planche.text.faces import FAMILY_NAME

Found: TypeAlias = Iterator[tuple[str, str]]
"""Part and what was found in it."""

HEAD = struct.Struct("<III")
MAGIC_AT, MAGIC, NAMES_AT = 34, 0x504C, 80
"""Places in an Embedded OpenType file: its magic number, and where its names start."""


def embedding(package: Opened, pages: Sequence[Page]) -> Found:
    """Each face that is listed is there, is the one it says, is listed once, and is used."""
    root = package.root(MAIN)
    listed = root.findall("p:embeddedFontLst/p:embeddedFont", NAMES)
    if listed and root.get("embedTrueTypeFonts") != "1":
        yield MAIN, "carries faces, but does not say so"
    parts = {each.id: each.target for each in package.relations(MAIN)}
    families = [each.xpath("string(p:font/@typeface)", namespaces=NAMES) for each in listed]
    for family, times in Counter(families).items():
        if times > 1:
            yield MAIN, f"{family} is listed {times} times"
    used = _used(package)
    for family, entry in zip(families, listed, strict=True):
        if family not in used:
            yield MAIN, f"{family} is carried and never used"
        slots = [child for child in entry if child.tag != qn("p:font")]
        if not slots:
            yield MAIN, f"{family} is listed without a face"
        for slot in slots:
            target = parts.get(slot.get(qn("r:id")))
            if target is None or target not in package:
                yield MAIN, f"a face of {family} leads nowhere"
            elif (found := family_in(package.data(target))) != family:
                yield target, f"holds {found or 'no face'} instead of {family}"


def family_in(data: bytes) -> str | None:
    """The family that header and face agree on; None where it is no such file."""
    if len(data) < NAMES_AT + 4:
        return None
    total, size, _ = HEAD.unpack_from(data)
    (magic,) = struct.unpack_from("<H", data, MAGIC_AT)
    if magic != MAGIC or total != len(data) or not 0 < size < total:
        return None
    (length,) = struct.unpack_from("<H", data, NAMES_AT + 2)
    name = data[NAMES_AT + 4 : NAMES_AT + 4 + length]
    said = name.decode("utf-16-le", "replace").rstrip("\0")
    face = hb.Face(data[total - size :])  # HarfBuzz takes anything else for an empty font
    return said if face.glyph_count and face.get_name(FAMILY_NAME) == said else None


def _used(package: Opened) -> set[str]:
    """Every typeface that a slide, a layout, the master or the theme names."""
    folders = ("ppt/slides/", "ppt/slideLayouts/", "ppt/slideMasters/", "ppt/theme/")
    return {
        name
        for part in package.parts
        if part.startswith(folders)
        for name in _named(package.root(part))
    }


def _named(root: Element) -> Iterator[str]:
    return (latin.get("typeface", "") for latin in root.iter(qn("a:latin")))
