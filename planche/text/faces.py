"""The faces of the typeface: read from our own files, never from the system."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

FAMILY_NAME = 1
SUBFAMILY_NAME = 2

RUNNING_TEXT = (
    "der er mange måder at være aktiv borger på i sit eget liv, i små og store fællesskaber "
)
"""Letters and spaces about as often as Danish has them."""


@dataclass(frozen=True)
class Face:
    """One font file; metrics in em."""

    key: str
    path: Path
    font: hb.Font

    @cached_property
    def upem(self) -> int:
        """Font units per em."""
        return int(self.font.face.upem)

    @cached_property
    def ascent(self) -> float:
        """Height of the line's content above the baseline (hhea)."""
        return float(self.font.get_font_extents("ltr").ascender) / self.upem

    @cached_property
    def descent(self) -> float:
        """Depth of the line's content below the baseline, positive (hhea)."""
        return -float(self.font.get_font_extents("ltr").descender) / self.upem

    @cached_property
    def cap_height(self) -> float:
        """Height of a capital H."""
        glyph = self.font.get_nominal_glyph(ord("H"))
        return float(self.font.get_glyph_extents(glyph).y_bearing) / self.upem

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that the face has a glyph for."""
        return frozenset(chr(code) for code in self.font.face.unicodes)

    @cached_property
    def family(self) -> str:
        """The family name office programs know the face by (name ID 1)."""
        return str(self.font.face.get_name(FAMILY_NAME))

    @cached_property
    def bold(self) -> bool:
        """Whether the face is its family's bold one."""
        return "Bold" in str(self.font.face.get_name(SUBFAMILY_NAME))

    @cached_property
    def italic(self) -> bool:
        """Whether the face is its family's italic one."""
        return "Italic" in str(self.font.face.get_name(SUBFAMILY_NAME))

    @cached_property
    def average(self) -> float:
        """Mean advance of the characters of running text, in em."""
        return sum(self.advance(each) for each in RUNNING_TEXT) / len(RUNNING_TEXT)

    def advance(self, character: str) -> float:
        """Advance width of one character's glyph, in em."""
        glyph = self.font.get_nominal_glyph(ord(character))
        return float(self.font.get_glyph_h_advance(glyph)) / self.upem


def load_face(key: str, path: Path) -> Face:
    """The face in a TrueType file. Raises OSError when the file cannot be read."""
    return Face(key, path, hb.Font(hb.Face(path.read_bytes())))


def missing_characters(faces: Iterable[Face], text: str) -> str:
    """The characters of a text that one of the faces lacks, each once, in order."""
    wanted = dict.fromkeys(text)
    lacking = [face.characters for face in faces]
    return "".join(c for c in wanted if any(c not in have for have in lacking))


def load_faces(files: Mapping[str, Path]) -> dict[str, Face]:
    """The faces by key. Raises OSError when a file cannot be read."""
    return {key: load_face(key, path) for key, path in files.items()}
