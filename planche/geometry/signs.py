"""The audiences' signs: which forms they are made of, and where, for both renderers.

A square fills its box, a diamond or a triangle much less: each is scaled to weigh the same
to the eye, about the middle of its box.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from planche.geometry.parts import Box, SignMark

Form: TypeAlias = Literal["square", "disc", "triangle", "diamond", "half-disc"]

SCALES: dict[Form, float] = {
    "square": 0.86,
    "disc": 0.97,
    "triangle": 1.08,
    "diamond": 1.12,
    "half-disc": 1.16,
}
"""Width of each form as a share of the sign's box."""

SMALL_DISC = 0.48
"""Diameter of each of three discs."""

SMALL_PITCH = 0.54
"""Distance of their middles."""

ROOT_3 = 3**0.5


@dataclass(frozen=True)
class SignPart:
    """One form of a sign in the box that it fills."""

    form: Form
    box: Box


def sign_parts(mark: SignMark) -> tuple[SignPart, ...]:
    """The forms of a sign; triangles and half-discs stand on the lower edge of their box."""
    box = mark.box
    x, y, size = box.x + box.width / 2, box.y + box.height / 2, min(box.width, box.height)
    if mark.sign == "three-discs":
        return _three_discs(x, y, size)
    width = SCALES[mark.sign] * size
    height = {"triangle": width * ROOT_3 / 2, "half-disc": width / 2}.get(mark.sign, width)
    return (SignPart(mark.sign, Box(x - width / 2, y - height / 2, width, height)),)


def _three_discs(x: float, y: float, size: float) -> tuple[SignPart, ...]:
    side, pitch = SMALL_DISC * size, SMALL_PITCH * size
    rise = pitch * ROOT_3 / 4
    middles = ((x, y - rise), (x - pitch / 2, y + rise), (x + pitch / 2, y + rise))
    return tuple(
        SignPart("disc", Box(at_x - side / 2, at_y - side / 2, side, side))
        for at_x, at_y in middles
    )
