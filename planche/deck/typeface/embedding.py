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
    """Put every face that the master or a slide uses into a presentation.

    `slides` are the parts of its slides. A face that is only drawn as outlines is not put in.
    """
    families = _families(_used(presentation, slides, look), look)
    part, root = presentation.part, presentation.part._element
    root.set("embedTrueTypeFonts", "1")
    listed = el("p:embeddedFontLst")
    number = 0
    for family, faces in families.items():
        entry = el("p:embeddedFont", el("p:font", typeface=family, **look.stand_in(faces[0])))
        for face in faces:
            number += 1
            name = PackURI(f"/ppt/fonts/font{number}.fntdata")
            data = Part(name, FONT_TYPE, part.package, _envelope(face))
            relation = part.relate_to(data, RELATIONSHIP_TYPE.FONT)
            entry.append(el(f"p:{SLOTS[face.bold, face.italic]}", r_id=relation))
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


def _families(used: set[tuple[str, bool, bool]], look: Look) -> Mapping[str, list[Face]]:
    """The faces that are used by family, each in its slot, in the order of the theme."""
    found: dict[str, list[Face]] = {}
    for face in look.faces.values():
        if (face.family, face.bold, face.italic) in used:
            found.setdefault(face.family, []).append(face)
    order = list(SLOTS)
    return {
        family: sorted(faces, key=lambda face: order.index((face.bold, face.italic)))
        for family, faces in found.items()
    }
