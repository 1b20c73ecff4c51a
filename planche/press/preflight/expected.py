"""What an order asks of its press file."""

from dataclasses import dataclass

from planche.units import Mm

COATED, UNCOATED = 300.0, 260.0
"""Most ink in percent: coated paper (the profile ISO Coated v2 300 %), uncoated paper (house)."""


@dataclass(frozen=True)
class Expected:
    """The order a file is held against; None asks nothing."""

    trim_width_mm: Mm | None = None
    """Width of the finished sheet."""
    trim_height_mm: Mm | None = None
    """Its height."""
    bleed_mm: Mm = 3.0
    """Least artwork beyond the trim, on every side."""
    most_ink_percent: float = COATED
    """Most ink anywhere: the sum of cyan, magenta, yellow and black."""
    pages: int | None = None
    """How many pages the file has."""
    condition: str | None = None
    """The output condition's identifier, such as `FOGRA39`."""
    safe_mm: Mm = 5.0
    """Least distance of text from the trim."""
