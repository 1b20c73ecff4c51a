"""What WeasyPrint leaves undone in an accessible PDF, done on its objects before they are written.

Each step is one verb, does nothing the second time, and leaves the drawing as it is.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

HYPHEN_MAPPING = re.compile(rb"^(<[0-9a-f]{4}>) <2010>$")
"""A line of a ToUnicode map that gives a glyph the meaning U+2010."""

POINTS_PER_PIXEL = 0.75
"""A CSS pixel is 1/96 inch (CSS Values and Units 4, 6.2)."""

PRINTED = 4
"""The flag of an annotation that is printed with its page (ISO 32000-1, 12.5.3)."""


Wishes: TypeAlias = tuple[tuple[str, str], ...]
"""What a file wishes of printers: keys and values of the viewer's preferences."""

NO_WISHES: Wishes = ()

ON_ONE_SIDE: Wishes = (
    ("PrintScaling", "/None"),
    ("Duplex", "/Simplex"),
    ("PickTrayByPDFSize", "true"),
)
"""How a poster is to be printed: in its own size, nothing on its back, from the tray of its size
(ISO 32000-1, table 150)."""


def finish(
    pdf: Any,
    names: Mapping[str, str],
    words: Mapping[str, str],
    printing: Wishes = NO_WISHES,
) -> None:
    """All steps: `names` as in `name_fonts`, `words` as in `describe_links`, `printing` as in
    `wish_of_printers`."""
    wish_of_printers(pdf, printing)
    soften_hyphens(pdf)
    name_fonts(pdf, names)
    describe_links(pdf, words)
    scope_headers(pdf)
    place_figures(pdf)
    flatten_pictures(pdf)
    order_by_structure(pdf)


def wish_of_printers(pdf: Any, printing: Wishes) -> None:
    """Set the viewer's preferences for printing; those that are there stay."""
    pdf.catalog["ViewerPreferences"].update(printing)


def soften_hyphens(pdf: Any) -> int:
    """Make hyphens at line ends read as soft hyphens, so that words are whole when extracted.

    Only the glyph of U+2010 is touched, which nothing but divided words is set with.
    Returns how many fonts were changed.
    """
    changed = 0
    for stream in _streams(pdf):
        for index, line in enumerate(stream.stream):
            if isinstance(line, bytes) and HYPHEN_MAPPING.match(line):
                stream.stream[index] = HYPHEN_MAPPING.sub(rb"\1 <00ad>", line)
                changed += 1
    return changed


def name_fonts(pdf: Any, names: Mapping[str, str]) -> None:
    """Call each font by its own name instead of the family of our style sheet."""
    for entry in _dictionaries(pdf):
        for key in ("BaseFont", "FontName"):
            if key in entry:
                prefix, _, family = _text(entry[key]).partition("+")
                entry[key] = f"{prefix}+{names.get(family, family)}"


def describe_links(pdf: Any, words: Mapping[str, str]) -> None:
    """Say in words where a link leads: `words` by the plate's id or the address."""
    for entry in _dictionaries(pdf):
        if _text(entry.get("Subtype")) != "/Link":
            continue
        target = entry["Contents"].string
        if target in words:
            entry["Contents"] = type(entry["Contents"])(words[target])
        left, lower, right, upper = entry["Rect"]
        entry["Rect"][:] = [left, min(lower, upper), right, max(lower, upper)]
        entry["F"] = PRINTED


def scope_headers(pdf: Any) -> None:
    """Say of each head of a table whether it heads a column or a row."""
    for entry in _dictionaries(pdf):
        if _text(entry.get("S")) == "/TH":
            row = _parent(pdf, entry)
            in_head = _text(_parent(pdf, row).get("S")) == "/THead"
            entry["A"]["Scope"] = "/Column" if in_head else "/Row"


def place_figures(pdf: Any) -> None:
    """Say where a figure stands on its page in points from the lower left (ISO 32000-1,
    14.8.5.4.3).

    WeasyPrint 70 writes CSS pixels from the upper left. What is placed says that it is a block.
    """
    for entry in _dictionaries(pdf):
        layout = entry.get("A")
        if _text(entry.get("S")) == "/Figure" and "Placement" not in layout:
            page = pdf.objects[int(entry["Pg"].split()[0])]
            left, top, right, bottom = (POINTS_PER_PIXEL * each for each in layout["BBox"])
            height = page["MediaBox"][3]
            layout["BBox"][:] = [left, height - bottom, right, height - top]
            layout["Placement"] = "/Block"


def flatten_pictures(pdf: Any) -> None:
    """Draw pictures straight on the page: nothing of ours is transparent, so no group is needed."""
    for stream in _streams(pdf):
        if _text(stream.extra.get("Subtype")) == "/Form":
            stream.extra.pop("Group", None)


def order_by_structure(pdf: Any) -> None:
    """Let the tab key follow the order of reading."""
    for entry in _dictionaries(pdf):
        if _text(entry.get("Type")) == "/Page":
            entry["Tabs"] = "/S"


def _dictionaries(pdf: Any) -> Iterator[Any]:
    return (each for each in pdf.objects if isinstance(each, dict))


def _streams(pdf: Any) -> Iterator[Any]:
    return (each for each in pdf.objects if hasattr(each, "stream"))


def _parent(pdf: Any, element: Any) -> Any:
    number = int(element["P"].split()[0])
    return pdf.objects[number]


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)
