"""The rules a press file is held against: one table, as data.

What each asks, what a finding says and what to do stand in `templates/strings/preflight`, by
the rule's slug. How each is judged: `judge`, by the same slug.

Sources. ISO 15930-7 is PDF/X-4; GWG is the Ghent Workgroup's specification for sheet-fed offset
(GWG 2022, «SheetCmyk»). Both are named by the heading of a requirement, not by clause: no copy
was at hand to quote clauses from;
DS/ISO 12647-2 is the offset process. `house` is the house's own, stricter than any of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]

HOUSE = "house"


@dataclass(frozen=True)
class Rule:
    """One rule."""

    number: int
    slug: str
    severity: Severity
    source: str
    limit: float | None = None
    """The figure it turns on, in the unit of the rule's words: millimetres, points, pixels per
    inch. None where there is none, or where the order gives it."""


RULES: tuple[Rule, ...] = (
    # Boxes and order
    Rule(101, "trim-box", "error", "ISO 15930-7 (page boxes)"),
    Rule(102, "art-box", "error", "ISO 15930-7 (page boxes)"),
    Rule(103, "boxes-nested", "error", "ISO 15930-7 (page boxes); ISO 32000-2, 14.11.2"),
    Rule(104, "crop-box", "error", "GWG, Crop Box"),
    Rule(105, "page-scale", "error", "GWG, Page Scaling"),
    Rule(106, "page-size", "error", "GWG, Page Size and Orientation; the order", 0.1),
    Rule(107, "page-count", "error", "GWG, Number of Pages; the order"),
    Rule(108, "empty-page", "warning", "GWG, Empty Pages"),
    Rule(109, "bleed", "error", "the order", 0.05),
    Rule(110, "bleed-filled", "error", HOUSE),
    Rule(111, "safe-zone", "error", f"{HOUSE}; the order"),
    # Colour
    Rule(201, "rgb", "error", "GWG, Color Space"),
    Rule(202, "calibrated-colour", "error", "GWG, Color Space"),
    Rule(203, "spot-colour", "error", "GWG, Use of Spot Colors"),
    Rule(204, "registration-colour", "error", "GWG, Separation Color All"),
    Rule(205, "ink-coverage", "error", "GWG, Total Ink Area Coverage; DS/ISO 12647-2; the order"),
    Rule(206, "white-overprint", "error", "GWG, Overprint White Text and Paths"),
    # Text and lines
    Rule(301, "small-text", "error", "GWG, Small Text", 5),
    Rule(302, "small-coloured-text", "warning", "GWG, Small Text", 8),
    Rule(303, "rich-black-text", "error", "GWG, Rich Black Text", 12),
    Rule(304, "black-knocks-out", "warning", "GWG, Overprint 100% Black Text", 12),
    Rule(305, "hairline", "error", "GWG, Effective Line Width", 0.25),
    # Pictures
    Rule(401, "coarse-picture", "error", "GWG, Image Resolution", 150),
    Rule(402, "soft-picture", "warning", "GWG, Image Resolution", 300),
    Rule(403, "coarse-bitmap", "error", "GWG, Image Resolution for 1-bit Images", 550),
    Rule(404, "soft-bitmap", "warning", "GWG, Image Resolution for 1-bit Images", 1200),
    # Fonts
    Rule(501, "font-embedded", "error", "ISO 15930-7 (fonts)"),
    Rule(502, "font-type3", "warning", HOUSE),
    Rule(503, "font-courier", "warning", "GWG, Font Courier"),
    # Transparency and layers
    Rule(601, "transparency", "error", HOUSE),
    Rule(602, "transparency-group", "warning", "GWG, Transparency Blend Color Space"),
    Rule(603, "layers", "warning", "GWG, Optional Content"),
    Rule(604, "transfer-function", "error", "ISO 15930-7 (graphics state)"),
    # The file
    Rule(701, "pdfx-version", "error", "ISO 15930-7 (identification)"),
    Rule(702, "output-intent", "error", "ISO 15930-7 (output intent); GWG, Output Intent"),
    Rule(703, "output-profile", "error", "ISO 15930-7 (output intent); GWG, Output Intent"),
    Rule(704, "output-condition", "error", "DS/ISO 12647-2; the order"),
    Rule(705, "trapped", "error", "ISO 15930-7 (trapping)"),
    Rule(706, "file-id", "error", "ISO 15930-7 (identification)"),
    Rule(707, "encrypted", "error", "ISO 15930-7 (encryption)"),
    Rule(708, "annotations", "error", "ISO 15930-7 (annotations)"),
    Rule(709, "actions", "error", "ISO 15930-7 (actions)"),
    Rule(710, "attachments", "error", HOUSE),
)
"""Every rule, by number. A test plants the fault of each in a good file."""

BY_SLUG: Mapping[str, Rule] = {rule.slug: rule for rule in RULES}


def limit(slug: str) -> float:
    """The figure a rule turns on; KeyError for a rule that has none."""
    found = BY_SLUG[slug].limit
    if found is None:
        raise KeyError(slug)
    return found
