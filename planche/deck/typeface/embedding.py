"""The faces that a deck is set in, put into it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from planche.deck.look import Look
from planche.deck.typeface.eot import eot
from planche.deck.xml import Element, el, qn
from planche.text.faces import Face

FONT_TYPE = "application/x-fontdata"

SLOTS = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "boldItalic",
}
"""Where a family's face goes, by bold and italic (ECMA-376-1, 19.2.1.9)."""


def embed(presentation: Any, slides: Iterable[Any], look: Look) -> None:
    """Put every face that the master, a layout or a slide uses into a presentation.

    `slides` are the parts of its slides. Left out are faces that are only drawn as outlines
    and fonts of a kind that programs do not read there; whether the licence lets a face
    travel was asked when the theme was read. Raises ValueError for a face without an OS/2
    table.
    """
    families = _families(_used(presentation, slides, look), look)
    if not families:
        return
    part, root = presentation.part, presentation.part._element
    root.set("embedTrueTypeFonts", "1")
    listed = el("p:embeddedFontLst")
    number = 0
    for family, faces in families.items():
        like = look.stand_in(next(iter(faces.values())))
        entry = el("p:embeddedFont", el("p:font", typeface=family, **like))
        for slot, face in faces.items():
            number += 1
            name = PackURI(f"/ppt/fonts/font{number}.fntdata")
            data = Part(name, FONT_TYPE, part.package, _envelope(face))
            relation = part.relate_to(data, RELATIONSHIP_TYPE.FONT)
            entry.append(el(f"p:{slot}", r_id=relation))
        listed.append(entry)
    root.find(qn("p:notesSz")).addnext(listed)


@lru_cache(maxsize=32)
def _envelope(face: Face) -> bytes:
    """The same for every deck of a run."""
    return eot(face)


def _used(presentation: Any, slides: Iterable[Any], look: Look) -> set[tuple[str, bool, bool]]:
    """Each family that is named, and whether bold, whether italic."""
    masters = presentation.slide_master.part
    layouts = (layout.part for layout in presentation.slide_layouts)
    roots = [part._element for part in (masters, *layouts, *slides)]
    themed = {"+mj-lt": look.major, "+mn-lt": look.minor}
    found = set()
    for root in roots:
        for latin in root.iter(qn("a:latin")):
            name = latin.get("typeface")
            found.add((themed.get(name, name), *_style(latin.getparent())))
    return found


def _style(properties: Element) -> tuple[bool, bool]:
    return properties.get("b") == "1", properties.get("i") == "1"


def _families(used: set[tuple[str, bool, bool]], look: Look) -> Mapping[str, dict[str, Face]]:
    """The faces that are used by family and slot, in the order of the theme.

    A theme may call one file by two names: it goes into its slot once.
    """
    found: dict[str, dict[tuple[bool, bool], Face]] = {}
    for face in look.faces.values():
        style = face.bold, face.italic
        if (face.family, *style) in used and _is_plain_truetype(face):
            found.setdefault(face.family, {}).setdefault(style, face)
    return {
        family: {slot: faces[style] for style, slot in SLOTS.items() if style in faces}
        for family, faces in found.items()
    }


def _is_plain_truetype(face: Face) -> bool:
    """Whether its outlines are TrueType's, and one weight's: nothing else has been seen to work."""
    tables = face.font.face.table_tags
    return "glyf" in tables and "fvar" not in tables
