"""What is asked of an imposition, as it is written after `--impose`.

2-up:SHEET[,repeat][,back=turn|tumble|work-and-turn]
booklet[:FORMAT][,paper=0.12mm][,sheet=SHEET]
cut-and-stack:COLUMNSxROWS:SHEET[,back=turn|tumble|work-and-turn]
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from planche.diagnostics import FaultError
from planche.paper import Size
from planche.press.imposition.formats import page_format, sheet_format
from planche.units import Mm

Back: TypeAlias = Literal["none", "turn", "tumble", "work-and-turn"]
"""How the back comes to the sheet: not at all; the sheet turned about its upright middle, so
that the same edge meets the grippers; tumbled about its level middle; or turned and printed
from the same form again, each leaf twice."""

BACKS: tuple[Back, ...] = get_args(Back)

Order: TypeAlias = Literal["sequence", "repeat", "stack"]
"""Which leaf comes where: one after the other on each sheet; the same one in every place; or
so that the piles of the cut sheets, laid one on the other, are in order."""

THICKNESS: Mm = 0.1
"""Thickness of the paper where none is named: 115 g/m² coated or 80 g/m² uncoated, about."""

THINNEST: Mm = 0.03
THICKEST: Mm = 1.0

MOST_PLACES = 8
"""Most columns, and most rows, of a sheet."""


@dataclass(frozen=True)
class GridRequest:
    """Pages side by side on a sheet, in the first of some grids (columns, rows) that fits."""

    grids: tuple[tuple[int, int], ...]
    order: Order
    sheet: Size
    back: Back


@dataclass(frozen=True)
class BookletRequest:
    """A saddle-stitched booklet; without a page format the pages keep theirs, without a sheet
    it is as large as its marks need."""

    page: Size | None
    paper: Mm
    sheet: Size | None


Request: TypeAlias = GridRequest | BookletRequest


def parsed(text: str) -> Request:
    """A request as it was written. Raises FaultError where it cannot be understood."""
    head, *extras = (part.strip() for part in text.split(","))
    name, *parts = (part.strip() for part in head.split(":"))
    reader = READERS.get(name.lower())
    if reader is None:
        raise FaultError("imposition-unknown", found=name)
    return reader(text, parts, extras)


def _two_up(text: str, parts: Sequence[str], extras: Sequence[str]) -> Request:
    if len(parts) != 1:
        raise FaultError("imposition-parts", found=text, example="2-up:SRA3")
    options = _options(extras, ("repeat", "back"))
    order: Order = "repeat" if "repeat" in options else "sequence"
    return GridRequest(((2, 1), (1, 2)), order, sheet_format(parts[0]), _back(options))


def _cut_and_stack(text: str, parts: Sequence[str], extras: Sequence[str]) -> Request:
    if len(parts) != 2:
        raise FaultError("imposition-parts", found=text, example="cut-and-stack:2x2:SRA2")
    options = _options(extras, ("back",))
    grid = re.fullmatch(r"([1-9][0-9]?)\s*[x×]\s*([1-9][0-9]?)", parts[0])
    columns, rows = map(int, grid.groups()) if grid else (0, 0)
    if not (columns * rows > 1 and max(columns, rows) <= MOST_PLACES):
        raise FaultError("imposition-grid", found=parts[0], most=MOST_PLACES)
    back = _back(options)
    if back == "work-and-turn" and columns % 2:
        raise FaultError("imposition-odd", columns=columns)
    return GridRequest(((columns, rows),), "stack", sheet_format(parts[1]), back)


def _booklet(text: str, parts: Sequence[str], extras: Sequence[str]) -> Request:
    if len(parts) > 1:
        raise FaultError("imposition-parts", found=text, example="booklet:A4,paper=0.12mm")
    options = _options(extras, ("paper", "sheet"))
    page = page_format(parts[0]) if parts else None
    paper = _thickness(options["paper"]) if "paper" in options else THICKNESS
    sheet = sheet_format(options["sheet"]) if "sheet" in options else None
    return BookletRequest(page, paper, sheet)


READERS: dict[str, Callable[[str, Sequence[str], Sequence[str]], Request]] = {
    "2-up": _two_up,
    "booklet": _booklet,
    "cut-and-stack": _cut_and_stack,
}
"""The schemes by name, each with the reader of what follows it."""

FLAGS = ("repeat",)
"""Options that take no value."""


def _options(extras: Sequence[str], known: Sequence[str]) -> dict[str, str]:
    """The options by name, each once. Raises FaultError for another, or one without its value."""
    found: dict[str, str] = {}
    for extra in extras:
        name, equals, value = (part.strip() for part in extra.partition("="))
        sound = name in known and name not in found and (name in FLAGS) != bool(equals)
        if not sound or (equals and not value):
            raise FaultError("imposition-option", found=extra, known=_shown(known))
        found[name] = value
    return found


def _shown(known: Sequence[str]) -> str:
    return ", ".join(name if name in FLAGS else f"{name}=…" for name in known)


def _back(options: Mapping[str, str]) -> Back:
    wanted = options.get("back", "none")
    for back in BACKS:
        if back == wanted:
            return back
    raise FaultError("imposition-back", found=wanted, known=", ".join(BACKS))


def _thickness(text: str) -> Mm:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*mm", text)
    thickness = float(found[1]) if found else 0.0
    if not THINNEST <= thickness <= THICKEST:
        raise FaultError("imposition-paper", found=text, least=THINNEST, most=THICKEST)
    return thickness
