"""File names from titles."""

import re
import unicodedata

LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
)
"""Danish and German letters as they are written without themselves (DS/ISO 9, common use)."""


def slug(title: str) -> str:
    """The title as a file name: lower-case ASCII words joined by hyphens.

    A title without any such letter gives `planchesaet`.
    """
    spelt = title.lower().translate(LETTERS)
    bare = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-") or "planchesaet"
