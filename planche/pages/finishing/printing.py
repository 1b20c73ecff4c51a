"""What a file wishes of printers."""

from typing import TypeAlias

from pikepdf import Dictionary, Name, Pdf

Wishes: TypeAlias = tuple[tuple[str, str | bool], ...]
"""Keys and values of the viewer's preferences; a text is a name."""

NO_WISHES: Wishes = ()

ON_ONE_SIDE: Wishes = (
    ("PrintScaling", "None"),
    ("Duplex", "Simplex"),
    ("PickTrayByPDFSize", True),
)
"""How a poster is to be printed: in its own size, nothing on its back, from the tray of its size
(ISO 32000-1, table 150)."""


def wish_of_printers(pdf: Pdf, wishes: Wishes) -> int:
    """Set the viewer's preferences for printing; those that are there stay."""
    preferences = pdf.Root.get("/ViewerPreferences", Dictionary())
    changed = 0
    for key, value in wishes:
        wanted = value if isinstance(value, bool) else Name(f"/{value}")
        if preferences.get(f"/{key}") != wanted:
            preferences[f"/{key}"] = wanted
            changed += 1
    if changed:
        pdf.Root.ViewerPreferences = preferences
    return changed
