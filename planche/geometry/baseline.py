"""Where lines stand: baselines, and the grid they are put on."""

from planche.geometry.parts import TextBox
from planche.text.faces import Face
from planche.units import Mm, pt_to_mm


def first_baseline(face: Face, em: Mm, line_height: Mm) -> Mm:
    """From the top of a text to its first baseline.

    The content area is centred in the line's height (CSS 2.1, 10.8.1: half-leading).
    """
    half_leading = (line_height - (face.ascent + face.descent) * em) / 2
    return half_leading + face.ascent * em


def baseline(text: TextBox, face: Face, line: int = 0) -> Mm:
    """Where one of a text's baselines stands, from the top of the page; -1 is the last."""
    index = line % len(text.lines)
    first = first_baseline(face, pt_to_mm(text.size), text.line_height)
    return text.box.y + first + index * text.line_height


def to_grid(y: Mm, grid: Mm) -> Mm:
    """How far down, or up, a height must move to the nearest line of a grid; 0 without one."""
    return round(y / grid) * grid - y if grid else 0.0
