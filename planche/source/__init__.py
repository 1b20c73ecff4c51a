"""The source: YAML in, a checked `PlateSet` out, or every fault with its place.

Bytes become text (characters), text a tree (compose, syntax), the tree models (validate,
explain), and what they say of each other is checked (references). Nothing here draws,
measures or writes.
"""

from planche.source.reading import Opened, Reading, open_source, read
from planche.source.references import Surroundings
from planche.source.schema import schema_text

__all__ = ["Opened", "Reading", "Surroundings", "open_source", "read", "schema_text"]
