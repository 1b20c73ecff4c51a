"""Every message a user can meet: its code, severity, and wording in Danish and English.

One module per area; a new code is one entry there. `docs/diagnostics.md` is generated from
these tables.
"""

from planche.catalogue.content import CONTENT
from planche.catalogue.entry import Entry, Wording
from planche.catalogue.file import FILE
from planche.catalogue.imposition import IMPOSITION
from planche.catalogue.logo import LOGO
from planche.catalogue.making import MAKING
from planche.catalogue.printing import PRINTING
from planche.catalogue.running import RUNNING
from planche.catalogue.serving import SERVING
from planche.catalogue.shape import SHAPE
from planche.catalogue.theme import THEME
from planche.catalogue.yaml import YAML

AREAS: dict[str, dict[str, Entry]] = {
    "The file": FILE,
    "The way it is written": YAML,
    "Fields and their values": SHAPE,
    "Content and references": CONTENT,
    "The theme": THEME,
    "The logo": LOGO,
    "Making the plates": MAKING,
    "Print runs": PRINTING,
    "Imposition": IMPOSITION,
    "The command": RUNNING,
    "The server": SERVING,
}
"""The tables by the title of their area, in the order the documentation lists them."""

CATALOGUE: dict[str, Entry] = {
    code: entry for area in AREAS.values() for code, entry in area.items()
}
"""Every entry by its code."""

__all__ = ["AREAS", "CATALOGUE", "Entry", "Wording"]
