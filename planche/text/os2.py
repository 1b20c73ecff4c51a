"""What a face's OS/2 table says of it: licence bits, panose, ranges (OpenType 1.9, OS/2)."""

import struct
from dataclasses import dataclass
from functools import lru_cache

from planche.text.faces import Face

RESTRICTED, PREVIEW_AND_PRINT, EDITABLE = 0x0002, 0x0004, 0x0008
"""Bits of `fsType`; none of them means that the face may be installed by whoever gets it."""

NO_OUTLINES = 0x0200
"""Bit of `fsType`: only bitmaps may be embedded."""

SERIFS = range(2, 11)
"""Values of panose's second figure that mean serifs; 11 to 15 mean none."""

ANY, LATIN_TEXT = 0, 2
"""Panose's first figure where it says nothing, and for faces of text."""

SERIF_CLASSES = (1, 2, 3, 4, 5, 7)
"""Classes of `sFamilyClass` with serifs, from Oldstyle to Freeform; 8 is Sans Serif."""

LATIN_1 = (1, 0)
"""Code pages of a face of version 0, which has no field for them."""

VERSION_0, VERSION_1 = 78, 86
"""Sizes of the table's first versions, in bytes; later ones begin with the same fields."""


@dataclass(frozen=True)
class Os2:
    """The table's fields that a document which carries the face repeats."""

    weight: int
    fs_type: int
    family_class: int
    panose: bytes
    unicode_range: tuple[int, int, int, int]
    fs_selection: int
    codepage_range: tuple[int, int]

    @property
    def italic(self) -> bool:
        """Whether the face is an italic."""
        return bool(self.fs_selection & 1)

    @property
    def has_serifs(self) -> bool:
        """Whether it is a face of text with serifs, by panose or else by its class."""
        if self.panose[0] == ANY:
            return self.family_class >> 8 in SERIF_CLASSES
        return self.panose[0] == LATIN_TEXT and self.panose[1] in SERIFS

    @property
    def may_be_embedded(self) -> bool:
        """Whether a document that others edit may carry it.

        Of several bits the least strict one holds (OpenType, OS/2, fsType, before version 3).
        """
        strict = self.fs_type & (RESTRICTED | PREVIEW_AND_PRINT)
        allowed = not strict or bool(self.fs_type & EDITABLE)
        return allowed and not self.fs_type & NO_OUTLINES


@lru_cache(maxsize=64)
def os2_of(face: Face) -> Os2:
    """The OS/2 table of a face. Raises ValueError where it has none, or less than a whole one."""
    data = bytes(face.font.face.reference_table("OS/2").data)
    if len(data) < VERSION_0:
        raise ValueError(f"{face.path.name} has no OS/2 table")
    weight, fs_type = struct.unpack_from(">HxxH", data, 4)
    family_class, panose = struct.unpack_from(">h10s", data, 30)
    return Os2(
        weight,
        fs_type,
        family_class,
        panose,
        struct.unpack_from(">4I", data, 42),
        struct.unpack_from(">H", data, 62)[0],
        struct.unpack_from(">2I", data, 78) if len(data) >= VERSION_1 else LATIN_1,
    )
