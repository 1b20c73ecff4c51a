"""Colour spaces of PDF (ISO 32000-2, 8.6), told apart as a press sees them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pikepdf

from planche.press.preflight.facts import PAPER, Inks, Kind, Paint

DEVICE: Mapping[str, Paint] = {
    "/DeviceCMYK": Paint("cmyk", "DeviceCMYK", (0.0, 0.0, 0.0, 100.0)),
    "/CMYK": Paint("cmyk", "DeviceCMYK", (0.0, 0.0, 0.0, 100.0)),
    "/DeviceGray": Paint("gray", "DeviceGray", (0.0, 0.0, 0.0, 100.0)),
    "/G": Paint("gray", "DeviceGray", (0.0, 0.0, 0.0, 100.0)),
    "/DeviceRGB": Paint("rgb", "DeviceRGB"),
    "/RGB": Paint("rgb", "DeviceRGB"),
    "/CalRGB": Paint("rgb", "CalRGB"),
    "/CalGray": Paint("calibrated", "CalGray"),
    "/Lab": Paint("calibrated", "Lab"),
    "/Pattern": Paint("pattern", "Pattern"),
}
"""Spaces without parameters of interest, with the colour they start in."""

PROFILES: Mapping[int, tuple[Kind, str]] = {
    1: ("calibrated", "ICC Gray"),
    3: ("rgb", "ICC RGB"),
    4: ("calibrated", "ICC CMYK"),
}
"""Spaces of a profile by their number of components."""

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""Separations of these names are printed with the press's own inks."""

MOST_NESTED = 8
"""Spaces inside spaces; more is a loop."""


def space(named: Any, resources: Any, depth: int = 0) -> Paint:
    """The space of a name or array, in the colour it starts in."""
    if isinstance(named, pikepdf.Name):
        known = DEVICE.get(str(named))
        own = _resource(resources, str(named)) if known is None else None
        if known is not None or own is None or depth == MOST_NESTED:
            return known or Paint("calibrated", str(named).lstrip("/"))
        return space(own, resources, depth + 1)
    if not isinstance(named, pikepdf.Array) or not len(named) or depth == MOST_NESTED:
        return Paint("calibrated", "?")
    family = str(named[0])
    if family == "/ICCBased":
        kind, name = PROFILES.get(int(named[1].get("/N", 0)), ("calibrated", "ICC"))
        return Paint(kind, name)
    if family in ("/Indexed", "/I"):
        return replace(space(named[1], resources, depth + 1), inks=None, indexed=True)
    if family in ("/Separation", "/DeviceN"):
        return _inks(named[1])
    if family == "/Pattern" and len(named) > 1:
        return space(named[1], resources, depth + 1)
    return DEVICE.get(family, Paint("calibrated", family.lstrip("/")))


def _resource(resources: Any, name: str) -> Any:
    spaces = resources.get("/ColorSpace") if resources is not None else None
    return spaces.get(name) if spaces is not None else None


def _inks(named: Any) -> Paint:
    """A Separation or DeviceN: `/All`, `/None`, process inks, or spot colours."""
    several = named if isinstance(named, pikepdf.Array) else [named]
    names = [str(each).lstrip("/") for each in several]
    if "All" in names:
        return Paint("all", "All", (100.0, 100.0, 100.0, 100.0))
    spots = [name for name in names if name not in (*PROCESS, "None")]
    if spots:
        return Paint("spot", ", ".join(spots))
    return Paint("cmyk", ", ".join(names), _of_process(names, [1.0] * len(names)))


def _of_process(names: Sequence[str], tints: Sequence[float]) -> Inks:
    tinted = dict(zip(names, tints, strict=False))
    cyan, magenta, yellow, black = (100 * tinted.get(name, 0.0) for name in PROCESS)
    return cyan, magenta, yellow, black


def coloured(paint: Paint, values: Sequence[float]) -> Paint:
    """The colour that some numbers stand for in a paint's space."""
    if not values or paint.indexed:
        return paint
    if paint.kind == "all":
        tint = 100 * values[0]
        return Paint("all", paint.name, (tint, tint, tint, tint))
    if paint.kind == "gray":
        return Paint("gray", paint.name, (0.0, 0.0, 0.0, percent(1 - values[0])))
    if paint.kind != "cmyk":
        return paint
    if paint.name != "DeviceCMYK":
        return Paint("cmyk", paint.name, _of_process(paint.name.split(", "), values))
    if len(values) < 4:
        return Paint("cmyk", paint.name, PAPER)
    cyan, magenta, yellow, black = (percent(value) for value in values[:4])
    return Paint("cmyk", paint.name, (cyan, magenta, yellow, black))


def percent(share: float) -> float:
    """A share in percent, to a hundredth: what files write as 0.449 and 0.45 differs, no more."""
    return round(100 * share, 2)
