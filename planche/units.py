"""Lengths and the conversions between them.

Paper and slides are measured in millimetres, type in points; EMU exist only where
PowerPoint is written.
"""

from typing import TypeAlias

Mm: TypeAlias = float
"""A length on paper or slide, in millimetres."""

Pt: TypeAlias = float
"""A size of type or a leading, in PostScript points (1/72 inch)."""

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72.0
EMU_PER_MM = 36_000
"""English Metric Units per millimetre (ECMA-376-1, 20.1.10.16: 914,400 per inch)."""


def pt_to_mm(length: Pt) -> Mm:
    """Millimetres of a length in points."""
    return length * MM_PER_INCH / POINTS_PER_INCH


def mm_to_pt(length: Mm) -> Pt:
    """Points of a length in millimetres."""
    return length * POINTS_PER_INCH / MM_PER_INCH


def mm_to_emu(length: Mm) -> int:
    """Whole EMU of a length in millimetres."""
    return round(length * EMU_PER_MM)
