"""The audiences' signs as SVG paths."""

from collections.abc import Callable

from planche.geometry.parts import Box, SignMark
from planche.geometry.signs import ROOT_3, Form, sign_parts
from planche.units import Mm

STROKE: Mm = 0.35
"""Line of a sign that is not the current one (1 pt); it lies inside the sign's edge."""

KAPPA = 0.5523
"""Length of a control arm of a quarter circle, in radii. WeasyPrint 70 draws an arc of half a
circle as one curve, which comes out as an egg, so discs are drawn by quarters."""


def sign_path(mark: SignMark) -> str:
    """The sign as the `d` of an SVG path; an outlined one is drawn in by half its line."""
    inner = 0.0 if mark.solid else STROKE / 2
    return "".join(DRAWN[part.form](part.box, inner) for part in sign_parts(mark))


def _square(box: Box, inner: Mm) -> str:
    x, y, right, bottom = box.x + inner, box.y + inner, box.right - inner, box.bottom - inner
    return _polygon((x, y), (right, y), (right, bottom), (x, bottom))


def _disc(box: Box, inner: Mm) -> str:
    radius = box.width / 2
    return disc_path(box.x + radius, box.y + radius, radius - inner)


def _diamond(box: Box, inner: Mm) -> str:
    half = box.width / 2 - inner * 2**0.5
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return _polygon((x, y - half), (x + half, y), (x, y + half), (x - half, y))


def _triangle(box: Box, inner: Mm) -> str:
    side = box.width - inner * 2 * ROOT_3
    x, base = box.x + box.width / 2, box.bottom - inner
    return _polygon((x, base - side * ROOT_3 / 2), (x + side / 2, base), (x - side / 2, base))


def _half_disc(box: Box, inner: Mm) -> str:
    x, base, r = box.x + box.width / 2, box.bottom - inner, box.width / 2 - inner
    k = KAPPA * r
    return (
        f"M{x - r:.3f} {base:.3f}"
        f"C{x - r:.3f} {base - k:.3f} {x - k:.3f} {base - r:.3f} {x:.3f} {base - r:.3f}"
        f"C{x + k:.3f} {base - r:.3f} {x + r:.3f} {base - k:.3f} {x + r:.3f} {base:.3f}Z"
    )


DRAWN: dict[Form, Callable[[Box, Mm], str]] = {
    "square": _square,
    "disc": _disc,
    "triangle": _triangle,
    "diamond": _diamond,
    "half-disc": _half_disc,
}
"""How each form is drawn in its box, its edge moved inwards."""


def disc_path(x: Mm, y: Mm, radius: Mm) -> str:
    """A disc as four curves."""
    curves = "".join(
        f"C{' '.join(f'{each:.3f}' for each in quarter)}" for quarter in quarters(x, y, radius)
    )
    return f"M{x - radius:.3f} {y:.3f}{curves}Z"


def quarters(x: Mm, y: Mm, radius: Mm) -> tuple[tuple[Mm, ...], ...]:
    """The four curves of a circle from its leftmost point: two controls and an end of each."""
    r, k = radius, KAPPA * radius
    return (
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
    )


def _polygon(*points: tuple[Mm, Mm]) -> str:
    return f"M{'L'.join(f'{x:.3f} {y:.3f}' for x, y in points)}Z"
