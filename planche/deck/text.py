"""Text as paragraphs: sizes and leadings are given in full, lines are left to break.

The boxes have no insets and no autofit, so that each line stands where the layout put it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from planche.deck.look import BULLET, Look
from planche.deck.xml import Element, el
from planche.geometry.parts import Box, Disc, TextBox, union
from planche.text.markup import Span
from planche.units import Mm, Pt, mm_to_emu, mm_to_pt, pt_to_mm

Linker: TypeAlias = Callable[[str], Element | None]
"""Gives the element of a link to a target, or None where it leads nowhere."""

SUBSCRIPT = -25_000
"""Depth of a subscript in thousandths of a percent, as PowerPoint writes it."""

SMALLEST_BULLET, LARGEST_BULLET = 0.25, 4.0
"""Bounds of a bullet's size against its text (ECMA-376-1, 20.1.10.7)."""

NO_KERNING = 0
"""`kern`: PowerPoint writes 0 where kerning is off (it reads an old table the face lacks)."""


@dataclass(frozen=True)
class Insets:
    """Distances of a text from the edges of its shape."""

    left: Mm = 0.0
    top: Mm = 0.0
    right: Mm = 0.0
    bottom: Mm = 0.0


@dataclass(frozen=True)
class Bullet:
    """A disc before a paragraph: its colour, and the glyph's size as a share of the text's."""

    fill: str
    share: float


@dataclass(frozen=True)
class Paragraph:
    """A text as one paragraph, with the bullet or the number that hangs before it.

    `start` is where its first line starts: at what hangs, else at the text.
    """

    text: TextBox
    start: Mm
    bullet: Bullet | None = None
    number: TextBox | None = None
    level: int = 0

    @property
    def end(self) -> Mm:
        """Where the lines of its text end."""
        return self.text.box.y + len(self.text.lines) * self.text.line_height

    @property
    def box(self) -> Box:
        """The rectangle round text and what hangs before it."""
        box = self.text.box
        return Box(self.start, box.y, box.right - self.start, box.height)


def simple(text: TextBox, level: int = 0) -> Paragraph:
    """A paragraph with nothing before it."""
    return Paragraph(text, text.box.x, level=level)


def numbered(text: TextBox, number: TextBox) -> Paragraph:
    """A paragraph with a number hanging before it."""
    return Paragraph(text, number.box.x, number=number)


def bulleted(look: Look, text: TextBox, disc: Disc, level: int = 0) -> Paragraph:
    """A paragraph whose bullet is as large as a disc and stands where it does."""
    glyph = look.bullet(look.face_in(text.role, text.face, Span("")))
    size = pt_to_mm(text.size)
    share = min(LARGEST_BULLET, max(SMALLEST_BULLET, 2 * disc.radius / (glyph.diameter * size)))
    start = disc.x - (glyph.left + glyph.diameter / 2) * share * size
    return Paragraph(text, start, Bullet(disc.fill, share), level=level)


def block_box(paragraphs: Sequence[Paragraph]) -> Box:
    """The box that holds paragraphs standing under one another."""
    return union(paragraph.box for paragraph in paragraphs)


def insets_in(shape: Box, text: Box) -> Insets:
    """The insets that put a text where it stands in a shape."""
    return Insets(
        max(0.0, text.x - shape.x),
        max(0.0, text.y - shape.y),
        max(0.0, shape.right - text.right),
        max(0.0, shape.bottom - text.bottom),
    )


def text_body(
    look: Look,
    paragraphs: Sequence[Paragraph],
    link: Linker,
    insets: Insets | None = None,
    tag: str = "p:txBody",
) -> Element:
    """Paragraphs as the text of a shape whose text area is their own box."""
    box = block_box(paragraphs)
    body = el(tag, body_properties(insets or Insets()), el("a:lstStyle"))
    before: Paragraph | None = None
    for paragraph in paragraphs:
        gap = max(0.0, paragraph.text.box.y - before.end) if before else 0.0
        body.append(_paragraph(look, paragraph, box, gap, link))
        before = paragraph
    return body


def body_properties(insets: Insets, anchor: str = "t") -> Element:
    """How a text stands in its shape: wrapped, upright, never shrunk to fit."""
    return el(
        "a:bodyPr",
        el("a:noAutofit"),
        wrap="square",
        lIns=mm_to_emu(insets.left),
        tIns=mm_to_emu(insets.top),
        rIns=mm_to_emu(insets.right),
        bIns=mm_to_emu(insets.bottom),
        rtlCol=False,
        anchor=anchor,
    )


def _paragraph(look: Look, paragraph: Paragraph, box: Box, gap: Mm, link: Linker) -> Element:
    text = paragraph.text
    made = el("a:p", _paragraph_properties(look, paragraph, box, gap))
    if paragraph.number:
        for run in runs(look, paragraph.number, link):
            made.append(run)
        made.append(_run(look, paragraph.number, Span("\t"), None))
    for run in runs(look, text, link):
        made.append(run)
    return made


def _paragraph_properties(look: Look, paragraph: Paragraph, box: Box, gap: Mm) -> Element:
    text = paragraph.text
    properties = el(
        "a:pPr",
        el("a:lnSpc", el("a:spcPts", val=hundredths(text.leading))),
        el("a:spcBef", el("a:spcPts", val=hundredths(mm_to_pt(gap)))),
        el("a:spcAft", el("a:spcPts", val=0)),
        marL=mm_to_emu(text.box.x - box.x),
        marR=mm_to_emu(box.right - text.box.right),
        lvl=paragraph.level or None,
        indent=mm_to_emu(paragraph.start - text.box.x),
        algn={"left": "l", "center": "ctr", "right": "r"}[text.align],
    )
    for child in _bullet(look, paragraph.bullet):
        properties.append(child)
    return properties


def _bullet(look: Look, bullet: Bullet | None) -> list[Element]:
    if bullet is None:
        return [el("a:buNone")]
    return [
        el("a:buClr", look.colour(bullet.fill)),
        el("a:buSzPct", val=round(bullet.share * 100_000)),
        el("a:buFont", typeface="+mn-lt"),
        el("a:buChar", char=BULLET),
    ]


def runs(look: Look, text: TextBox, link: Linker) -> list[Element]:
    """The text's spans as runs, unbroken."""
    return [
        _run(look, text, span, link(span.link) if span.link else None)
        for span in text.spans
        if span.text
    ]


def _run(look: Look, text: TextBox, span: Span, link: Element | None) -> Element:
    face = look.face_in(text.role, text.face, span)
    properties = el(
        "a:rPr",
        look.fill(text.colour),
        look.latin(face),
        link,
        lang=span.lang or look.language,
        sz=hundredths(text.size),
        b=face.bold,
        i=face.italic,
        kern=NO_KERNING,
        baseline=SUBSCRIPT if span.sub else None,
        dirty=False,
    )
    return el("a:r", properties, el("a:t", span.text))


def hundredths(length: Pt) -> int:
    """Points in the hundredths that sizes and spacings are written in (20.1.10.72)."""
    return round(length * 100)
