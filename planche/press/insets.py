"""Pages of one PDF shown small in another, each in the place of a picture that holds it.

WeasyPrint lays out and tags a picture of one pixel's height, told from the others by its width;
then the picture is taken out and the page put in. So the page has the place, the size and the
figure's tag that the picture had, and stays vector.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TypeAlias

import pikepdf
from PIL import Image

Inset: TypeAlias = int
"""The width in pixels of the picture that holds a page."""

MARKED = frozenset({"BDC", "BMC", "EMC", "DP", "MP"})
"""Operators of marked content (ISO 32000-1, 14.6)."""


def placeholder(width: Inset) -> bytes:
    """A picture that holds a page's place."""
    written = BytesIO()
    Image.new("RGB", (width, 1), "white").save(written, "PNG")
    return written.getvalue()


def with_insets(paper: bytes, pages: bytes, insets: Sequence[Inset]) -> bytes:
    """A PDF with pages of another in the places of some pictures.

    Each page is a form without tags of its own: they are the picture's. Links and bookmarks of
    the pages are left out. Raises ValueError unless there is a page for each picture and a
    picture for each page.
    """
    with pikepdf.open(BytesIO(paper)) as pdf, pikepdf.open(BytesIO(pages)) as source:
        holders = dict(_pictures(pdf))
        if len(source.pages) != len(insets) or not holders.keys() >= set(insets):
            raise ValueError(f"{len(source.pages)} pages for {len(insets)} pictures")
        forms = _copied(pdf, source)
        for inset, form in zip(insets, forms, strict=True):
            names, name = holders[inset]
            names[name] = form
        written = BytesIO()
        pdf.remove_unreferenced_resources()
        pdf.save(
            written,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
        return written.getvalue()


def _pictures(pdf: pikepdf.Pdf) -> Iterator[tuple[Inset, tuple[pikepdf.Object, str]]]:
    """Every picture of one pixel's height: its width, and where it is named."""
    for page in pdf.pages:
        names = page.resources.get("/XObject", pikepdf.Dictionary())
        for name, found in names.items():
            if found.get("/Subtype") == "/Image" and found.Height == 1:
                yield int(found.Width), (names, name)


def _copied(pdf: pikepdf.Pdf, source: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The pages as forms of the unit square; what they share is copied once."""
    for page in source.pages:
        kept = [
            each for each in pikepdf.parse_content_stream(page) if str(each.operator) not in MARKED
        ]
        page.Contents = source.make_stream(pikepdf.unparse_content_stream(kept))
    forms = []
    for page in source.pages:
        left, lower, right, upper = (float(each) for each in page.trimbox)
        form = pdf.copy_foreign(page.as_form_xobject(handle_transformations=False))
        form.BBox = pikepdf.Array([left, lower, right, upper])
        across, up = 1 / (right - left), 1 / (upper - lower)
        form.Matrix = pikepdf.Array(
            [_short(each) for each in (across, 0, 0, up, -left * across, -lower * up)]
        )
        forms.append(form)
    return forms


def _short(number: float) -> float:
    return round(number, 9)
