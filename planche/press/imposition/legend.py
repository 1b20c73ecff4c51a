"""The line of text on a sheet, as outlines, so that it needs no font: job, sheet, side, pages."""

from planche.geometry.outlines import cap_size, glyph_width, outline
from planche.geometry.parts import Box, Outline
from planche.press.imposition.marks import Marks
from planche.press.imposition.scheme import Form, Scheme
from planche.strings import SheetStrings
from planche.text.faces import Face
from planche.text.markup import single_line
from planche.units import Mm

CAPITALS: Mm = 1.5
"""Height of capitals: about 6 pt, read at the press and cut off."""


def legend(form: Form, scheme: Scheme, job: str, strings: SheetStrings) -> str:
    """What the line says; pages are named from 1, in the order they lie in."""
    pages = [strings.blank if p.page is None else str(p.page + 1) for p in form.places]
    parts = [
        job,
        strings.sheet.format(number=form.number, count=scheme.sheets),
        strings.sides[form.side],
        strings.pages.format(pages=" | ".join(pages)),
        strings.bleed.format(bleed=_decimal(scheme.bleed, strings)),
    ]
    creep = scheme.creep * (form.number - 1)
    if creep:
        parts.append(strings.creep.format(creep=_decimal(creep, strings)))
    return " · ".join(part for part in parts if part)


def _decimal(length: Mm, strings: SheetStrings) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".").replace(".", strings.point)


def drawn(text: str, marks: Marks, face: Face) -> Outline:
    """A text between the marks above the bleed: in the first stretch that it fits into, else
    in the widest, as small as it must be."""
    text, size = single_line(text), cap_size(face, CAPITALS)
    width = glyph_width(face, text, size)
    wide = [box for box in marks.free if box.width >= width]
    box = wide[0] if wide else max(marks.free, key=lambda each: each.width)
    size *= min(1.0, box.width / width)
    baseline = box.y + (box.height + face.cap_height * size) / 2
    clip = Box(box.x, box.y, box.width, box.height)
    return outline(face, text, size, box.x, baseline, clip, "")
