"""Pictures of slides, taken from the PDF of their deck: never a second drawing."""

from collections.abc import Iterator
from io import BytesIO

import pypdfium2

SCREEN_WIDTH = 1920
"""Pixels across an information screen (Full HD, ITU-R BT.709)."""

ROUNDING = 0.01
"""Pixels off the width, since pdfium's are rounded up: or a rounding error would add one."""


def pictures(pdf: bytes, width: int) -> Iterator[bytes]:
    """Each page as a PNG of a width in pixels; the same bytes every time."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield _picture(page, width)
            page.close()
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, width: int) -> bytes:
    drawn = page.render(scale=(width - ROUNDING) / page.get_width()).to_pil()
    written = BytesIO()
    drawn.save(written, "PNG")
    return written.getvalue()
