"""A logo as a group of native shapes, or as a picture."""

from collections.abc import Callable, Iterator
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE

from planche.deck import shapes
from planche.deck.freeform import whole
from planche.deck.xml import Element, el
from planche.geometry.parts import LogoMark

Named = Callable[[str, str | None, bool], Element]
"""Gives name, alternative text and whether it is decoration the id that is next."""


def logo(mark: LogoMark, name: str, named: Named, picture: str | None) -> Element:
    """The logo with its alternative text; `picture` is the id of the relation to its PNG.

    Its colours are fixed: a logo does not follow the theme.
    """
    if picture is not None:
        return shapes.picture(named(name, mark.alt, False), mark.box, picture)
    group = shapes.group(named(name, mark.alt, False), mark.box)
    for each in _pieces(mark, name, named):
        group.append(each)
    return group


def _pieces(mark: LogoMark, name: str, named: Named) -> Iterator[Element]:
    for number, shape in enumerate(mark.shapes, start=1):
        drawn = whole(shape.contours)
        fill = el("a:solidFill", el("a:srgbClr", val=shape.colour.screen.lstrip("#")))
        properties = named(f"{name} {number}", None, True)
        yield shapes.shape(properties, drawn.box, drawn.geometry, (fill, shapes.no_line()))


def picture_of_layout(part: Any) -> str:
    """Relates a slide to the picture that its layout shows, which stands in the file already."""
    layout = part.slide_layout.part
    pictures = (each for each in layout.rels.values() if each.reltype == RELATIONSHIP_TYPE.IMAGE)
    return str(part.relate_to(next(pictures).target_part, RELATIONSHIP_TYPE.IMAGE))
