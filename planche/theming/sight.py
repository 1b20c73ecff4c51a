"""Colours as they are seen with two kinds of cones, and how far apart they then lie.

Simulated in linear sRGB: protanopia and deuteranopia by Viénot, Brettel and Mollon (1999),
tritanopia by Brettel, Viénot and Mollon (1997), which its one plane cannot render; the cones'
answers are those of Smith and Pokorny (1975). Distances are ΔE*ab of CIE 1976, white D65.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Triple: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Triple, Triple, Triple]

CONES: Matrix = (
    (0.178824041258, 0.4351609057, 0.04119349692),
    (0.034556423182, 0.27155382458, 0.03867130836),
    (0.000299565576, 0.0018430896, 0.01467086136),
)
"""Linear sRGB to the answers of the long, middle and short cones."""

PROTAN: Matrix = (
    (0.11238276122216, 0.88761723877784, 0.0),
    (0.11238276122216, 0.88761723877784, 0.0),
    (0.00400576827305, -0.00400576827305, 1.0),
)
DEUTAN: Matrix = (
    (0.29275011427844, 0.70724988572156, 0.0),
    (0.29275011427844, 0.70724988572156, 0.0),
    (-0.02233658703413, 0.02233658703413, 1.0),
)
TRITAN_BLUE: Matrix = (
    (7.392856536180033, -11.148044821248138, 0.0),
    (-0.34194012421930653, 3.5501661175064, 0.0),
    (-4.2050692716448586, 10.89115898202731, 0.0),
)
TRITAN_RED: Matrix = (
    (8.0643934576311, -12.42414705871019, 0.0),
    (-0.9956078228581946, 4.7923119863996835, 0.0),
    (-0.2150297288038942, 3.3090019545637928, 0.0),
)
"""The cones' answers to linear sRGB on either side of the plane that holds all greys."""
TRITAN_PLANE: Triple = (0.344781556122, -0.6551784438780001, 0.0)

TO_XYZ: Matrix = (
    (0.4123907992659595, 0.35758433938387796, 0.1804807884018343),
    (0.21263900587151036, 0.7151686787677559, 0.07219231536073371),
    (0.01933081871559185, 0.11919477979462599, 0.9505321522496606),
)
FROM_XYZ: Matrix = (
    (3.2409699419045213, -1.5373831775700935, -0.4986107602930033),
    (-0.9692436362808798, 1.8759675015077206, 0.04155505740717561),
    (0.05563007969699361, -0.20397695888897657, 1.0569715142428786),
)
"""Linear sRGB to XYZ and back (IEC 61966-2-1, white of CSS Color 4)."""
WHITE: Triple = (0.9504559270516717, 1.0, 1.0890577507598784)

EPSILON, KAPPA = 216 / 24389, 24389 / 27
"""Where the curve of CIELAB is a straight line (CIE 15)."""


@dataclass(frozen=True)
class Lab:
    """A colour in CIELAB."""

    lightness: float
    a: float
    b: float

    def distance(self, other: "Lab") -> float:
        """ΔE*ab of CIE 1976."""
        return float(
            (
                (self.lightness - other.lightness) ** 2
                + (self.a - other.a) ** 2
                + (self.b - other.b) ** 2
            )
            ** 0.5
        )


def _protan(linear: Triple) -> Triple:
    return _times(PROTAN, linear)


def _deutan(linear: Triple) -> Triple:
    return _times(DEUTAN, linear)


def _tritan(linear: Triple) -> Triple:
    cones = _times(CONES, linear)
    side = sum(a * b for a, b in zip(TRITAN_PLANE, cones, strict=True))
    return _times(TRITAN_RED if side > 0 else TRITAN_BLUE, cones)


DEFICIENCIES: dict[str, Callable[[Triple], Triple]] = {
    "protanopia": _protan,
    "deuteranopia": _deutan,
    "tritanopia": _tritan,
}
"""How each kind of sight changes a colour of linear sRGB."""


def seen(colour: str, deficiency: str) -> Lab:
    """A colour `#RRGGBB` as it is seen with a deficiency, on a screen that can show no more than
    sRGB holds."""
    linear = DEFICIENCIES[deficiency](linear_of(colour))
    return _lab(_triple([min(1.0, max(0.0, each)) for each in linear]))


def lab(colour: str) -> Lab:
    """A colour `#RRGGBB` in CIELAB."""
    return _lab(linear_of(colour))


def with_lightness(colour: str, lightness: float) -> str | None:
    """A colour with another lightness L* (0 to 100) and the same a* and b*; None where sRGB
    has no such colour."""
    own = lab(colour)
    y = (lightness + 16) / 116
    curve = (y + own.a / 500, y, y - own.b / 200)
    xyz = [
        white * (t**3 if t**3 > EPSILON else (116 * t - 16) / KAPPA)
        for t, white in zip(curve, WHITE, strict=True)
    ]
    linear = _times(FROM_XYZ, _triple(xyz))
    if not all(-1e-4 <= each <= 1 + 1e-4 for each in linear):
        return None
    return "#" + "".join(
        f"{round(255 * _encoded(max(0.0, min(1.0, each)))):02X}" for each in linear
    )


def linear_of(colour: str) -> Triple:
    """A colour `#RRGGBB` in linear sRGB, each part from 0 to 1 (IEC 61966-2-1)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return _triple([p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts])


def _encoded(part: float) -> float:
    return float(12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055)


def _lab(linear: Triple) -> Lab:
    parts = [each / white for each, white in zip(_times(TO_XYZ, linear), WHITE, strict=True)]
    x, y, z = (t ** (1 / 3) if t > EPSILON else (KAPPA * t + 16) / 116 for t in parts)
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def _times(matrix: Matrix, vector: Triple) -> Triple:
    return _triple([sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix])


def _triple(parts: Sequence[float]) -> Triple:
    one, two, three = parts
    return one, two, three
