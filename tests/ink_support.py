"""How much ink a page takes, measured on its picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2

from planche.units import MM_PER_INCH, Mm

PPI = 60


@dataclass(frozen=True)
class Printed:
    """A page's picture: its pixels as red, green and blue from 0 to 1."""

    pixels: Any

    @property
    def grey(self) -> float:
        """Mean darkness: what a printer with black alone covers of the page.

        Weights of ITU-R BT.601, by which programs turn colours grey.
        """
        return float((1 - self.pixels @ np.array([0.299, 0.587, 0.114])).mean())

    @property
    def toner(self) -> float:
        """Mean of cyan, magenta, yellow and black together, grey made of black alone."""
        lightest = self.pixels.max(axis=2)
        colours = (lightest[..., None] - self.pixels).sum(axis=2)
        return float((colours + 1 - lightest).mean())

    def margins(self) -> tuple[Mm, Mm, Mm, Mm]:
        """White at left, top, right and bottom, to a pixel."""
        inked = (self.pixels < 1).any(axis=2)
        across, down = np.flatnonzero(inked.any(axis=0)), np.flatnonzero(inked.any(axis=1))
        height, width = inked.shape
        pixels = across[0], down[0], width - 1 - across[-1], height - 1 - down[-1]
        left, top, right, bottom = (float(each) / PPI * MM_PER_INCH for each in pixels)
        return left, top, right, bottom


def printed(data: bytes) -> Iterator[Printed]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            picture = page.render(scale=PPI / 72).to_pil().convert("RGB")
            yield Printed(np.asarray(picture) / 255)
    finally:
        document.close()
