"""Pictures for the gallery, taken from the PDF files that were built: never a second drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image

OVERSIZE = 2
"""How much larger a page is drawn than its smallest picture, at the least: scaled down by Lanczos,
small type keeps its shape better than pdfium draws it at that size."""

EFFORT = 2
"""How long libwebp looks for a smaller file, 0 to 6; 4 takes twice the time for 3 %."""


@dataclass(frozen=True)
class Grade:
    """How large and how exact a picture is: pixels of its shorter or longer side, 0–100."""

    height: int
    """Pixels from top to bottom."""
    quality: int
    """libwebp's quality, 0 to 100."""


SMALL = Grade(420, 55)
"""A plate in the list: about one and a half times the height it is shown at."""

LARGE = Grade(1480, 72)
"""A plate on its own page; small type of an A3 poster can be read in it."""

SLIDE = Grade(252, 60)
"""A slide in a deck's strip."""


@dataclass(frozen=True)
class Picture:
    """A WebP picture with its size in pixels."""

    data: bytes
    width: int
    height: int


def pictures(pdf: bytes, grades: Sequence[Grade]) -> list[tuple[Picture, ...]]:
    """Each page of a PDF in each grade, drawn once; the same bytes every time."""
    document = pypdfium2.PdfDocument(pdf)
    heights = [grade.height for grade in grades]
    drawn_height = max(*heights, OVERSIZE * min(heights))
    try:
        found = []
        for page in document:
            drawn = page.render(scale=drawn_height / page.get_height()).to_pil()
            found.append(tuple(_picture(drawn, grade) for grade in grades))
            page.close()
        return found
    finally:
        document.close()


def _picture(drawn: Image.Image, grade: Grade) -> Picture:
    width = round(drawn.width * grade.height / drawn.height)
    small = drawn.resize((width, grade.height), Image.Resampling.LANCZOS, reducing_gap=3)
    written = BytesIO()
    small.save(written, "WEBP", quality=grade.quality, method=EFFORT)
    return Picture(written.getvalue(), width, grade.height)
