"""The audiences' signs as SVG paths, drawn so that they look the same size.

A square fills its box, a diamond or a triangle much less: each is scaled to weigh the same
to the eye, about the box's middle.
"""

from planche.geometry.parts import SignMark
from planche.units import Mm

STROKE: Mm = 0.35
"""Line of a sign that is not the current one (1 pt); it lies inside the sign's edge."""

SQUARE = 0.86
"""Side of the square, as a share of its box; so are the sizes below."""
DISC = 0.97
DIAMOND = 1.12
"""From corner to corner."""
TRIANGLE = 1.08
"""Side; it stands on its base."""
HALF_DISC = 1.22
"""Diameter; the flat side is below."""
SMALL_DISC = 0.46
"""Diameter of each of three discs."""
SMALL_PITCH = 0.54
"""Distance of their middles."""

ROOT_3 = 3**0.5

KAPPA = 0.5523
"""Length of a control arm of a quarter circle, in radii. WeasyPrint 70 draws an arc of half a
circle as one curve, which comes out as an egg, so discs are drawn by quarters."""


def sign_path(mark: SignMark) -> str:
    """The sign as the `d` of an SVG path; an outlined one is drawn in by half its line."""
    box = mark.box
    x, y, size = box.x + box.width / 2, box.y + box.height / 2, min(box.width, box.height)
    inner = 0.0 if mark.solid else STROKE / 2
    return DRAWN[mark.sign](x, y, size, inner)


def _square(x: Mm, y: Mm, size: Mm, inner: Mm) -> str:
    half = SQUARE * size / 2 - inner
    return _polygon(
        (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)
    )


def _disc(x: Mm, y: Mm, size: Mm, inner: Mm) -> str:
    return disc_path(x, y, DISC * size / 2 - inner)


def _diamond(x: Mm, y: Mm, size: Mm, inner: Mm) -> str:
    half = DIAMOND * size / 2 - inner * 2**0.5
    return _polygon((x, y - half), (x + half, y), (x, y + half), (x - half, y))


def _triangle(x: Mm, y: Mm, size: Mm, inner: Mm) -> str:
    side = TRIANGLE * size - inner * 2 * ROOT_3
    base = y + TRIANGLE * size * ROOT_3 / 4 - inner
    return _polygon((x, base - side * ROOT_3 / 2), (x + side / 2, base), (x - side / 2, base))


def _half_disc(x: Mm, y: Mm, size: Mm, inner: Mm) -> str:
    radius = HALF_DISC * size / 2
    base = y + radius / 2 - inner
    r = radius - inner
    k = KAPPA * r
    return (
        f"M{x - r:.3f} {base:.3f}"
        f"C{x - r:.3f} {base - k:.3f} {x - k:.3f} {base - r:.3f} {x:.3f} {base - r:.3f}"
        f"C{x + k:.3f} {base - r:.3f} {x + r:.3f} {base - k:.3f} {x + r:.3f} {base:.3f}Z"
    )


def _three_discs(x: Mm, y: Mm, size: Mm, inner: Mm) -> str:
    radius, pitch = SMALL_DISC * size / 2 - inner, SMALL_PITCH * size
    rise = pitch * ROOT_3 / 4
    places = ((x, y - rise), (x - pitch / 2, y + rise), (x + pitch / 2, y + rise))
    return "".join(disc_path(at_x, at_y, radius) for at_x, at_y in places)


DRAWN = {
    "square": _square,
    "disc": _disc,
    "triangle": _triangle,
    "diamond": _diamond,
    "half-disc": _half_disc,
    "three-discs": _three_discs,
}


def disc_path(x: Mm, y: Mm, radius: Mm) -> str:
    """A disc as four curves."""
    r, k = radius, KAPPA * radius
    quarters = (
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
    )
    curves = "".join(f"C{' '.join(f'{each:.3f}' for each in quarter)}" for quarter in quarters)
    return f"M{x - r:.3f} {y:.3f}{curves}Z"


def _polygon(*points: tuple[Mm, Mm]) -> str:
    return f"M{'L'.join(f'{x:.3f} {y:.3f}' for x, y in points)}Z"
