"""Press sheets: a page in inks in its boxes, cropped at its bleed, marks round it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from planche.press.inks import KNOCK_OUT, OVERPRINT, in_inks
from planche.press.marks import ROOM, Trim, marks
from planche.text.faces import Face
from planche.text.markup import single_line
from planche.units import Mm, mm_to_pt, pt_to_mm

VERSION = "1.6"
"""The version of PDF that PDF/X-4 is written in (ISO 15930-7:2010, 6.1.1)."""


@dataclass(frozen=True)
class Geometry:
    """How a page of a draft becomes a sheet.

    `sides` are the trimmed paper's shorter and longer one, `bleed` what is printed over the trim,
    `drawn` what the draft was drawn with before it is multiplied by `scale`; `marked` says
    whether marks stand outside.
    """

    sides: tuple[Mm, Mm]
    bleed: Mm
    drawn: Mm
    scale: float
    marked: bool

    @property
    def margin(self) -> Mm:
        """From the edge of the sheet to the trim."""
        return self.bleed + (ROOM if self.marked else 0)


@dataclass(frozen=True)
class Sheets:
    """The pages of a draft as they become press sheets."""

    source: pikepdf.Pdf
    geometry: Geometry
    face: Face

    def trim(self, number: int) -> Trim:
        """The trimmed page at a number, counted from 0."""
        width, height = self._drawn_size(number)
        shorter, longer = self.geometry.sides
        sides = (longer, shorter) if width > height else (shorter, longer)
        return Trim(*sides, self.geometry.bleed)

    def _drawn_size(self, number: int) -> tuple[Mm, Mm]:
        """Width and height of a page of the draft with its bleed, before it is scaled."""
        _, _, width, height = (float(each) for each in self.source.pages[number].mediabox)
        return pt_to_mm(width), pt_to_mm(height)

    def file(self, slugs: Sequence[Sequence[str]]) -> pikepdf.Pdf:
        """A new PDF of all pages, with some lines of slug for each."""
        pdf = pikepdf.new()
        states = _states(pdf)
        copied: dict[tuple[int, int], Any] = {}
        for number, slug in enumerate(slugs):
            pdf.pages.append(self._page(pdf, number, slug, states, copied))
        return pdf

    def _page(
        self,
        pdf: pikepdf.Pdf,
        number: int,
        slug: Sequence[str],
        states: Mapping[str, Any],
        copied: dict[tuple[int, int], Any],
    ) -> pikepdf.Page:
        trim = self.trim(number)
        page = self.source.pages[number]
        inked = in_inks(page, self.geometry.scale)
        content = self._cropped(number, trim, inked.content)
        if self.geometry.marked:
            content += self._marked(trim, slug)
        resources = Dictionary(
            ExtGState=Dictionary(dict(states["gs"])), ColorSpace=Dictionary(All=states["all"])
        )
        resources.Font = Dictionary(
            {name: _copy(pdf, page.Resources.Font[name], copied) for name in inked.fonts}
        )
        resources.XObject = Dictionary(
            {name: _form(pdf, page.Resources.XObject[name]) for name in inked.forms}
        )
        made = Dictionary(
            {
                "/Type": Name.Page,
                "/Resources": resources,
                "/Contents": pdf.make_stream(content),
                **_boxes(trim, self.geometry),
            }
        )
        return pikepdf.Page(pdf.make_indirect(made))

    def _cropped(self, number: int, trim: Trim, content: bytes) -> bytes:
        """The artwork at its scale in the middle of the sheet, cropped where the bleed ends."""
        geometry = self.geometry
        start = mm_to_pt(geometry.margin - trim.bleed)
        width = mm_to_pt(trim.width + 2 * trim.bleed)
        height = mm_to_pt(trim.height + 2 * trim.bleed)
        scale = geometry.scale
        drawn_width, drawn_height = self._drawn_size(number)
        x = mm_to_pt(geometry.margin + (trim.width - drawn_width * scale) / 2)
        y = mm_to_pt(geometry.margin + (trim.height - drawn_height * scale) / 2)
        crop = f"q {start:.4f} {start:.4f} {width:.4f} {height:.4f} re W n"
        place = f"{scale:.6f} 0 0 {scale:.6f} {x:.4f} {y:.4f} cm"
        return f"{crop}\n{place}\n".encode() + content + b"\nQ\n"

    def _marked(self, trim: Trim, slug: Sequence[str]) -> bytes:
        margin = mm_to_pt(self.geometry.margin)
        place = f"q {KNOCK_OUT} gs 1 0 0 1 {margin:.4f} {margin:.4f} cm\n"
        lines = [single_line(each) for each in slug]
        return place.encode() + marks(trim, lines, self.face) + b"\nQ\n"


def saved(pdf: pikepdf.Pdf) -> bytes:
    """The file's bytes, the same every time."""
    written = BytesIO()
    pdf.save(
        written,
        deterministic_id=True,
        force_version=VERSION,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=False,
    )
    return written.getvalue()


def _states(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """The graphics states and the registration colour that all pages share."""
    printing = {
        OVERPRINT: Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1),
        KNOCK_OUT: Dictionary(Type=Name.ExtGState, OP=False, op=False, OPM=0),
    }
    return {
        "gs": {str(name): pdf.make_indirect(state) for name, state in printing.items()},
        "all": pdf.make_indirect(registration()),
    }


def registration() -> Array:
    """The colour that every ink prints (ISO 32000-1, 8.6.6.4)."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return Array([Name.Separation, Name.All, Name.DeviceCMYK, tint])


def _copy(pdf: pikepdf.Pdf, thing: Any, copied: dict[tuple[int, int], Any]) -> Any:
    """A font of the draft in another file, once for all its pages."""
    key = thing.objgen
    if key not in copied:
        copied[key] = pdf.copy_foreign(thing)
    return copied[key]


def _form(pdf: pikepdf.Pdf, form: Any) -> Any:
    """A picture of the draft in inks, without its group: nothing of ours is transparent."""
    made = pdf.make_stream(in_inks(form).content)
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array(list(form.BBox))
    if "/Matrix" in form:
        made.Matrix = Array(list(form.Matrix))
    made.Resources = Dictionary()
    return made


def _boxes(trim: Trim, geometry: Geometry) -> dict[str, Array]:
    """Trim, bleed and media box with the sheet's corner as origin (ISO 32000-1, 14.11.2)."""
    margin = geometry.margin

    def box(outside: Mm) -> Array:
        sides = (
            margin - outside,
            margin - outside,
            margin + trim.width + outside,
            margin + trim.height + outside,
        )
        return Array([round(mm_to_pt(each), 4) for each in sides])

    return {"/MediaBox": box(margin), "/BleedBox": box(trim.bleed), "/TrimBox": box(0)}
