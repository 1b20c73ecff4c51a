"""What is new: the plates whose posters are not those of an earlier edition."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from planche.manifest import Artefact, sha256
from planche.gallery.stock import Stock

POSTER = "poster"

Digests: TypeAlias = dict[str, frozenset[str]]
"""The digests of each plate's own posters."""


@dataclass(frozen=True)
class News:
    """Ids of the plates that changed, came and went since an earlier edition."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
