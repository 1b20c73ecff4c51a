"""A slide while it is drawn: hands out ids, keeps the order in which it is read, makes links.

Decoration that lies behind the text is drawn before the title, so that the title is the
first thing a screen reader meets.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE

from planche.deck import shapes
from planche.deck.discs import bitten, round_text
from planche.deck.freeform import freeforms
from planche.deck.logos import logo, picture_of_layout
from planche.deck.look import Look
from planche.deck.signs import paint, pieces
from planche.deck.text import Paragraph, block_box, insets_in, text_body
from planche.deck.timing import Click
from planche.deck.xml import Element, el
from planche.geometry.parts import Area, Box, Disc, LogoMark, Outline, SignMark

JUMP = "ppaction://hlinksldjump"
"""Action of a link to a slide of the same file (ECMA-376-1, 21.1.2.3.5)."""

OWN_COLOUR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
"""Extension that lets a link keep its text's colour: on a deep ground no link colour is read."""

FIRST_ID = 2
"""The tree of shapes itself has the id 1."""


class Canvas:
    """A slide being drawn.

    `targets` are the slide parts that links may jump to, by plate; `alternative` says what
    the slide's figure shows. `clicks` are the steps in which the slide can be built up. What
    is drawn by itself gives the id of its shape.
    """

    def __init__(
        self, look: Look, part: Any, targets: Mapping[str, Any], alternative: str = ""
    ) -> None:
        self.look = look
        self.alternative = alternative
        self.clicks: list[Click] = []
        self._part = part
        self._targets = targets
        self._into: Element = part._element.cSld.spTree
        self._next_id = FIRST_ID
        for each in self._into.xpath("p:sp"):  # what was copied from the layout, unplaced
            self._into.remove(each)

    def _named(self, name: str, alt: str | None = None, decorative: bool = False) -> Element:
        number = self._next_id
        self._next_id += 1
        return shapes.properties_of(number, name, alt, decorative)

    def link(self, target: str) -> Element | None:
        """A link to a plate's first slide or to the web; None for a plate not in the deck."""
        if not target.startswith("#"):
            relation = self._part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            return _click(relation, None)
        slide = self._targets.get(target[1:])
        if slide is None or slide is self._part:
            return None
        return _click(self._part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE), JUMP)

    def area(self, area: Area, name: str) -> int:
        """A rectangle as decoration."""
        return self._decoration(area.box, shapes.preset("rect"), area.fill, name)

    def outline(self, outline: Outline, name: str) -> None:
        """Glyphs as a picture, cropped; nothing where all is cropped away."""
        for drawn in freeforms(outline):
            self._decoration(drawn.box, drawn.geometry, outline.fill, name)

    def _decoration(self, box: Box, geometry: Element, fill: str, name: str) -> int:
        properties = self._named(name, decorative=True)
        painted = (self.look.fill(fill), shapes.no_line())
        self._into.append(shapes.shape(properties, box, geometry, painted))
        return _id(properties)

    def sign(self, mark: SignMark, name: str) -> None:
        """A sign as decoration: its word stands beside it."""
        for piece in pieces(mark):
            properties = self._named(name, decorative=True)
            drawn = shapes.shape(properties, piece.box, piece.geometry, paint(self.look, mark))
            self._into.append(drawn)

    def logo(self, mark: LogoMark, name: str) -> None:
        """A logo; a picture is the one that the layout shows."""
        picture = picture_of_layout(self._part) if mark.png else None
        self._into.append(logo(mark, name, self._named, picture))

    def texts(self, paragraphs: Sequence[Paragraph], name: str, target: str | None = None) -> int:
        """Paragraphs that stand under one another, in a text box; the whole box may be a link.

        A link on the box leaves its lines alone: LibreOffice breaks a linked run as one word.
        """
        properties = self._named(name)
        link = self.link(target) if target else None
        if link is not None:
            properties.append(link)
        made = shapes.shape(
            properties,
            block_box(paragraphs),
            shapes.preset("rect"),
            (el("a:noFill"),),
            text_body(self.look, paragraphs, self.link),
            text_box=True,
        )
        self._into.append(made)
        return _id(properties)

    def card(self, area: Area, paragraphs: Sequence[Paragraph], name: str) -> int:
        """A rectangle with its text inside, as one shape."""
        return self._filled(area.box, shapes.preset("rect"), area.fill, paragraphs, name)

    def disc(self, disc: Disc, under: Disc | None, paragraph: Paragraph, name: str) -> int:
        """A disc with its text inside, as one shape; bitten off where it lies under another."""
        geometry = bitten(disc, under) if under else round_text(disc)
        return self._filled(disc.box, geometry, disc.fill, [paragraph], name)

    def _filled(
        self, box: Box, geometry: Element, fill: str, paragraphs: Sequence[Paragraph], name: str
    ) -> int:
        insets = insets_in(box, block_box(paragraphs))
        properties = self._named(name)
        made = shapes.shape(
            properties,
            box,
            geometry,
            (self.look.fill(fill), shapes.no_line()),
            text_body(self.look, paragraphs, self.link, insets),
        )
        self._into.append(made)
        return _id(properties)

    def placeholder(
        self,
        kind: str | None,
        index: int | None,
        paragraphs: Sequence[Paragraph],
        name: str,
        box: Box | None = None,
        size: str | None = None,
        target: str | None = None,
    ) -> int:
        """A text in a placeholder of the layout, in its own place; all of it may be a link."""
        text = text_body(self.look, paragraphs, self.link)
        place = box or block_box(paragraphs)
        properties = self._named(name)
        link = self.link(target) if target else None
        if link is not None:
            properties.append(link)
        made = shapes.placeholder(properties, place, kind, index, text, size)
        self._into.append(made)
        return _id(properties)

    def element(self, made: Element) -> None:
        """Something made elsewhere."""
        self._into.append(made)

    def named(self, name: str, alt: str | None = None) -> Element:
        """Name and id for something made elsewhere, with what is said of it."""
        return self._named(name, alt)

    @contextmanager
    def group(
        self, box: Box, name: str, alt: str | None = None, decorative: bool = False
    ) -> Iterator[None]:
        """What is drawn meanwhile belongs together."""
        outer = self._into
        made = shapes.group(self._named(name, alt, decorative), box)
        outer.append(made)
        self._into = made
        try:
            yield
        finally:
            self._into = outer


def _id(properties: Element) -> int:
    return int(properties.get("id", ""))


def _click(relation: str, action: str | None) -> Element:
    colour = el("ahyp:hlinkClr", val="tx")
    extension = el("a:extLst", el("a:ext", colour, uri=OWN_COLOUR))
    return el("a:hlinkClick", extension, r_id=relation, action=action)
