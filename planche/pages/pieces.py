"""Posters on four sheets each: the poster's own drawing, cut, and put on sheets that are tagged.

The sheets are rendered with an empty picture where a piece belongs, so that it is a figure with
its alternative text; then the picture gives way to the poster itself, as a form that is cut to
the piece. The poster's own tags do not come along: a sheet has one text, not the whole plate's.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf
from PIL import Image

from planche.geometry.parts import Box
from planche.geometry.pieces import PICTURE, SHEETS, Cut
from planche.pages.engine import RenderError
from planche.units import mm_to_pt

MARKED = frozenset(map(Operator, ("BMC", "BDC", "EMC", "MP", "DP")))
"""The operators of marked content (ISO 32000-1, table 320)."""


def placeholder() -> Mapping[str, bytes]:
    """The empty picture that sheets are rendered with, by its name."""
    written = BytesIO()
    Image.new("1", (1, 1)).save(written, "PNG")
    return {PICTURE: written.getvalue()}


def filled(sheets: bytes, drawn: Pdf, cuts: Sequence[Cut]) -> bytes:
    """The PDF of the sheets of some posters with the posters on them, the same bytes each time.

    `drawn` holds the posters' pages, `cuts` how each is cut. Raises RenderError where a sheet
    has no place for its piece.
    """
    with pikepdf.open(BytesIO(sheets)) as pdf:
        for count, cut in enumerate(cuts):
            whole = _whole(pdf, drawn, count)
            for number in range(SHEETS):
                page = pdf.pages[count * SHEETS + number]
                _put(page, _piece(pdf, whole, cut, cut.piece(number)))
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def _whole(pdf: Pdf, drawn: Pdf, index: int) -> Any:
    """A poster's page as a form: the same drawing without its tags."""
    page = drawn.pages[index]
    steps = pikepdf.parse_content_stream(page)
    plain = [step for step in steps if step.operator not in MARKED]
    form = drawn.make_stream(
        pikepdf.unparse_content_stream(plain),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=page.mediabox,
        Resources=page.resources,
    )
    return pdf.copy_foreign(form)


def _piece(pdf: Pdf, whole: Any, cut: Cut, piece: Box) -> Any:
    """A form a unit wide and high, as pictures are, that shows a piece of a poster."""
    scale = cut.scale
    across, down = scale / mm_to_pt(piece.width), scale / mm_to_pt(piece.height)
    x = -mm_to_pt(piece.x) / mm_to_pt(piece.width)
    bottom = cut.whole[1] - piece.bottom
    y = -bottom / piece.height
    drawing = f"{across:.8f} 0 0 {down:.8f} {x:.8f} {y:.8f} cm /Poster Do"
    return pdf.make_stream(
        drawing.encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 1, 1]),
        Resources=Dictionary(XObject=Dictionary(Poster=whole)),
    )


def _put(page: pikepdf.Page, piece: Any) -> None:
    """Draw a piece where a page draws its picture; the page gets resources of its own."""
    resources: Any = page.resources
    pictures = resources.XObject
    drawn = {str(step.operands[0]) for step in pikepdf.parse_content_stream(page, "Do")}
    names = [name for name in drawn if pictures[name].Subtype == Name.Image]
    if len(names) != 1:
        raise RenderError(f"{len(names)} places for a piece of a poster")
    own = {name: pictures[name] for name in pictures} | {names[0]: piece}
    page.obj.Resources = Dictionary(
        {name: resources[name] for name in resources} | {"/XObject": Dictionary(own)}
    )
