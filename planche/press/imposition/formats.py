"""The pages and sheets that an imposition may ask for.

A named sheet lies on its long edge, as presses take it in.
"""

import re

from planche.diagnostics import FaultError
from planche.paper import FORMATS, Size
from planche.units import Mm

LARGEST: Mm = 2000
"""Longest edge of a sheet that can be asked for: beyond any sheet-fed press (1300 × 1850 mm)."""

SMALLEST: Mm = 50
"""Shortest edge that can be asked for: the marks of a page need 25 mm, and nobody reads less."""

OWN_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*mm", re.IGNORECASE)


def page_format(name: str) -> Size:
    """A format of pages, upright, or own measures (`148x210mm`) as they stand.

    Raises FaultError for what is neither.
    """
    if found := FORMATS.get(name.strip().upper()):
        return found
    measures = OWN_SIZE.fullmatch(name.strip())
    size = Size(*map(float, measures.groups())) if measures else Size(0, 0)
    edges = (size.width, size.height)
    if not (min(edges) >= SMALLEST and max(edges) <= LARGEST):
        raise FaultError(
            "imposition-format",
            found=name.strip(),
            known=", ".join(FORMATS),
            least=f"{SMALLEST:g}",
            most=f"{LARGEST:g}",
        )
    return size


def sheet_format(name: str) -> Size:
    """A sheet: a named format lying on its long edge, or own measures as they stand.

    Raises FaultError for what is neither.
    """
    size = page_format(name)
    return size.turned if name.strip().upper() in FORMATS else size
