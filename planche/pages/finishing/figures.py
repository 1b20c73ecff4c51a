"""Figures: where they stand on the page."""

from decimal import Decimal
from typing import Any

from pikepdf import Array, Name, Pdf

from planche.pages.finishing.tree import Element
from planche.units import POINTS_PER_INCH

CSS_PX = POINTS_PER_INCH / 96
"""Points of a CSS pixel (CSS Values 4, 6.2)."""


def place_figures(root: Element, pdf: Pdf) -> int:
    """Give each figure's box in points from the page's bottom left (ISO 32000-1, 14.8.5.4.4).

    The renderer gives it in CSS pixels from the top left. Left alone: figures that are placed,
    which means that `Placement` says how.
    """
    changed = 0
    pages = pdf.pages
    for element in root.walk():
        own = element.attributes.get("Layout", {})
        page = element.first_page()
        if element.kind == "Figure" and page is not None and "Placement" not in own:
            box = _turned(own["BBox"], pages[page].trimbox)
            element.attributes["Layout"] = own | {"BBox": box, "Placement": Name.Block}
            changed += 1
    return changed


def _turned(box: Any, sheet: Any) -> Array:
    left, top, right, bottom = (float(each) * CSS_PX for each in box)
    x, height = float(sheet[0]), float(sheet[3])
    corners = (x + left, height - bottom, x + right, height - top)
    return Array([Decimal(f"{each:.3f}") for each in corners])
