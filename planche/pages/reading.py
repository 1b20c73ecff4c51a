"""What stands on a rendered page, read by pdfium: each stretch of text as it was drawn."""

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pypdfium2.raw as pdfium
import uharfbuzz as hb

from planche.geometry.parts import Box
from planche.text.faces import Face
from planche.units import Mm, Pt, pt_to_mm

NAME_LENGTH = 128
"""Room for a font's name, longer than any PostScript name (63) with its prefix."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one font: its origin from the page's top left, and its ink.

    `face` is the key of our face that it is set in, None for a stranger; `font` its name.
    """

    text: str
    x: Mm
    baseline: Mm
    size: Pt
    ink: Box
    face: str | None
    font: str


@dataclass
class Reader:
    """Reads the pages of one PDF; remembers which of our faces each of its fonts is."""

    faces: Mapping[str, Face]
    known: dict[str, str | None] = field(default_factory=dict)

    def runs(self, page: Any) -> tuple[Run, ...]:
        """The text of a page (of pypdfium2), in the order it is drawn."""
        text_page = page.get_textpage()
        try:
            return tuple(self._runs(page, text_page))
        finally:
            text_page.close()

    def _runs(self, page: Any, text_page: Any) -> Iterator[Run]:
        height = page.get_height()
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            item = pdfium.FPDFPage_GetObject(page, index)
            if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
                yield self._run(item, text_page, height)

    def _run(self, item: Any, text_page: Any, height: Pt) -> Run:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(item, matrix)
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(item, size)
        font = pdfium.FPDFTextObj_GetFont(item)
        name = _font_name(font)
        if name not in self.known:
            self.known[name] = self._face_of(font)
        return Run(
            text=_text(item, text_page),
            x=pt_to_mm(matrix.e),
            baseline=pt_to_mm(height - matrix.f),
            size=size.value * matrix.d,
            ink=_ink(item, height),
            face=self.known[name],
            font=name,
        )

    def _face_of(self, font: Any) -> str | None:
        """Which face a font is cut from; None where it is not embedded or none of ours."""
        if pdfium.FPDFFont_GetIsEmbedded(font) != 1:
            return None
        program = hb.Font(hb.Face(_font_data(font)))
        for key, drawing in self._drawings.items():
            if _is_cut_from(program, drawing):
                return key
        return None

    @cached_property
    def _drawings(self) -> dict[str, hb.Font]:
        return {key: face.font for key, face in self.faces.items()}


def _is_cut_from(part: hb.Font, whole: hb.Font) -> bool:
    """Whether every glyph of a font is drawn by a glyph of another one.

    Subsetting empties the first glyph, drawn for missing ones, and may move the parts of
    composed glyphs, so places are not compared. Glyphs without an advance are not drawn.
    """
    drawn = {_drawing(whole, glyph) for glyph in range(whole.face.glyph_count)}
    glyphs = [g for g in range(1, part.face.glyph_count) if part.get_glyph_h_advance(g)]
    return bool(glyphs) and all(_drawing(part, glyph) in drawn for glyph in glyphs)


def _drawing(font: hb.Font, glyph: int) -> tuple[object, ...]:
    """What tells a glyph from others: how far it moves on, and the box of its ink."""
    return font.get_glyph_h_advance(glyph), font.get_glyph_extents(glyph)


def _text(item: Any, text_page: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFTextObj_GetText(item, text_page, pointer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _ink(item: Any, height: Pt) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    x, y = pt_to_mm(left.value), pt_to_mm(height - top.value)
    return Box(x, y, pt_to_mm(right.value) - x, pt_to_mm(height - bottom.value) - y)


def _font_name(font: Any) -> str:
    buffer = ctypes.create_string_buffer(NAME_LENGTH)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, NAME_LENGTH)
    return buffer.value.decode("utf-8", "replace")


def _font_data(font: Any) -> bytes:
    length = ctypes.c_size_t()
    pdfium.FPDFFont_GetFontData(font, None, 0, length)
    buffer = (ctypes.c_uint8 * length.value)()
    pdfium.FPDFFont_GetFontData(font, buffer, length.value, length)
    return bytes(buffer)
