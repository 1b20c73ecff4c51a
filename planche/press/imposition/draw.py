"""A scheme drawn: pages of a press file placed on sheets, with marks.

Each page becomes one form XObject whose BBox is its BleedBox, so that its own marks and slug
are cut off, as imposing asks (ISO 32000-1, 14.11.2.2). It is laid by its TrimBox and clipped
where it meets a neighbour or a fold. Fonts, pictures and profile are carried over as they are,
each once; links and tags are left behind.

Boxes of a sheet: MediaBox is the sheet; TrimBox the smallest rectangle round the trimmed
pages, BleedBox the same with the bleed, so that ISO 15930-7's demands hold and all marks
stand outside the BleedBox.
"""

import io
import math
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from planche.diagnostics import FaultError
from planche.geometry.parts import Box
from planche.manifest import digest
from planche.paper import Size
from planche.press.imposition.ink import box
from planche.press.imposition.scheme import Art, Form, Place, Scheme, grown
from planche.press.sheets import registration, saved
from planche.units import Mm, mm_to_pt, pt_to_mm

KEPT = ("/Type", "/Pages", "/Metadata", "/OutputIntents", "/Lang", "/Version", "/OCProperties")
"""What a press file's catalogue says of the sheets too; all else speaks of its pages."""

NEEDED = ("/TrimBox", "/BleedBox")


def art_of(data: bytes) -> Art:
    """The pages of a press file: their trimmed sizes, and the least bleed of any edge.

    Raises FaultError for a page without TrimBox, or BleedBox round it, and for one that is to be
    turned when shown.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return _art(pdf)


def _art(pdf: pikepdf.Pdf) -> Art:
    sizes, bleeds = [], []
    for index, page in enumerate(pdf.pages, start=1):
        if any(key not in page.obj for key in NEEDED) or page.rotation:
            raise FaultError("imposition-boxes", page=index)
        trim, outer = (_numbers(page.obj[key]) for key in NEEDED)
        bleed = _least_between(outer, trim)
        if bleed < 0:
            raise FaultError("imposition-boxes", page=index)
        sizes.append(Size(_mm(trim[2] - trim[0]), _mm(trim[3] - trim[1])))
        bleeds.append(bleed)
    return Art(tuple(sizes), _mm(min(bleeds)))


def _least_between(outer: Sequence[float], inner: Sequence[float]) -> float:
    """The least distance of a box's edges from one inside it."""
    before = (inside - outside for inside, outside in zip(inner[:2], outer[:2], strict=True))
    behind = (outside - inside for inside, outside in zip(inner[2:], outer[2:], strict=True))
    return min(*before, *behind)


def impose(data: bytes, scheme: Scheme, added: Sequence[Iterable[str]], title: str) -> bytes:
    """A press file's pages on sheets; `added` are operators for each form, drawn on top, and
    `title` is put after the file's own."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        count = len(pdf.pages)
        forms = [_form_of(pdf, page) for page in pdf.pages]
        separation = pdf.make_indirect(registration())
        for form, operators in zip(scheme.forms, added, strict=True):
            _add_sheet(pdf, scheme, form, forms, separation, operators)
        del pdf.pages[:count]
        for key in set(pdf.Root.keys()) - set(KEPT):
            del pdf.Root[key]
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]  # it is the pages' own
        _retitle(pdf, title, digest(data, title.encode()))
        return saved(pdf)


def _form_of(pdf: pikepdf.Pdf, page: pikepdf.Page) -> tuple[Any, Sequence[float]]:
    """A page as a form XObject cut at its bleed, and its TrimBox."""
    form = page.as_form_xobject(handle_transformations=False)
    form.BBox = Array([round(value, 4) for value in _numbers(page.obj.BleedBox)])
    return pdf.make_indirect(form), _numbers(page.obj.TrimBox)


def _add_sheet(
    pdf: pikepdf.Pdf,
    scheme: Scheme,
    form: Form,
    pages: Sequence[tuple[Any, Sequence[float]]],
    separation: Any,
    operators: Iterable[str],
) -> None:
    top = mm_to_pt(scheme.sheet.height)
    used: dict[str, Any] = {}
    drawn = []
    for place in form.places:
        if place.page is not None:
            xobject, trim = pages[place.page]
            used[f"/{_name(place)}"] = xobject
            drawn.append(_placed(place, trim, scheme.scale))
    contents = "\n".join((f"1 0 0 1 0 {top:.4f} cm", *drawn, *operators, "")).encode("ascii")
    resources = Dictionary(ColorSpace=Dictionary(All=separation))
    if used:
        resources.XObject = Dictionary(used)
    size = (mm_to_pt(scheme.sheet.width), mm_to_pt(scheme.sheet.height))
    sheet = pdf.add_blank_page(page_size=size)
    sheet.obj.MediaBox = Array([0, 0, *(round(value, 4) for value in size)])
    sheet.obj.TrimBox = _box(form.trim, scheme.sheet.height)
    sheet.obj.BleedBox = _box(grown(form.trim, scheme.bleed), scheme.sheet.height)
    sheet.obj.Resources = resources
    sheet.obj.Contents = pdf.make_stream(contents)


def _placed(place: Place, trim: Sequence[float], scale: float) -> str:
    """A page's form, the middle of its trim on the middle of its place."""
    art, turn = place.art, math.radians(place.turn)
    cosine, sine = (round(each(turn)) * scale for each in (math.cos, math.sin))
    middle_x, middle_y = (trim[0] + trim[2]) / 2, (trim[1] + trim[3]) / 2
    x = mm_to_pt(art.x + art.width / 2) - (cosine * middle_x - sine * middle_y)
    y = mm_to_pt(-art.y - art.height / 2) - (sine * middle_x + cosine * middle_y)
    matrix = f"{cosine:.6f} {sine:.6f} {-sine:.6f} {cosine:.6f} {x:.4f} {y:.4f} cm"
    return f"q {box(place.shown)} W n {matrix} /{_name(place)} Do Q"


def _name(place: Place) -> str:
    """A page's name among the resources of its sheet."""
    return f"P{(place.page or 0) + 1}"


def _retitle(pdf: pikepdf.Pdf, title: str, identity: str) -> None:
    """Name the sheets in both places where a title stands; give them an identity of their own."""
    whole = title
    if "/Title" in pdf.docinfo:
        whole = f"{pdf.docinfo.Title} – {title}"
        pdf.docinfo.Title = whole
    if "/Metadata" not in pdf.Root:
        return
    fresh: Mapping[str, str] = {
        "dc:title": whole,
        "xmpMM:DocumentID": f"uuid:{uuid.UUID(identity[:32])}",
        "xmpMM:InstanceID": f"uuid:{uuid.UUID(identity[32:])}",
    }
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for key, value in fresh.items():
            if key in metadata:
                metadata[key] = value


def _numbers(box: Any) -> list[float]:
    return [float(value) for value in box]


def _mm(points: float) -> Mm:
    return round(pt_to_mm(points), 3)


def _box(area: Box, height: Mm) -> Array:
    corners = (area.x, height - area.bottom, area.right, height - area.y)
    return Array([round(mm_to_pt(value), 4) for value in corners])
