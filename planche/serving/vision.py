"""How others see a plate: matrices for the browser's filters, in linear RGB."""

from types import MappingProxyType
from typing import TypeAlias

Matrix: TypeAlias = tuple[tuple[float, float, float], ...]
"""Red, green and blue as they are seen, each from red, green and blue as they are."""

GREY = (0.2126, 0.7152, 0.0722)
"""Relative luminance of the sRGB primaries (WCAG 2.2; IEC 61966-2-1): what a printer without
colour has to go by."""

VISIONS: "MappingProxyType[str, Matrix]" = MappingProxyType(
    {
        "grey": (GREY, GREY, GREY),
        "protanopia": (
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        ),
        "deuteranopia": (
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.011820, 0.042940, 0.968881),
        ),
        "tritanopia": (
            (1.255528, -0.076749, -0.178779),
            (-0.078411, 0.930809, 0.147602),
            (0.004733, 0.691367, 0.303900),
        ),
    }
)
"""Complete colour blindness of each kind: Machado, Oliveira and Fernandes, “A Physiologically-based
Model for Simulation of Color Vision Deficiency” (IEEE TVCG 15:6, 2009), severity 1.0."""
