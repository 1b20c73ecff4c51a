"""What posters are drawn with, whatever stands on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from planche.pages.edition import Edition, css_colour
from planche.text.faces import Face
from planche.theme import Theme


@dataclass(frozen=True)
class Look:
    """Colours, faces, the folder of page templates, and the edition that is made."""

    theme: Theme
    faces: Mapping[str, Face]
    templates: Path
    edition: Edition = "screen"

    def colour(self, token: str) -> str:
        """The CSS colour of a token of the theme; raises KeyError for an unknown one."""
        return css_colour(self.theme.colours[token], self.edition)

    @property
    def family(self) -> str:
        """What the names of the style sheet's families start with: no two themes share one, or
        faces of documents made one after another in a process would be taken for each other."""
        return f"planche-{self.theme.name}"

    @cached_property
    def font_files(self) -> dict[str, bytes]:
        """The bytes of every face's file by its `file:` address."""
        return {font_address(face): face.path.read_bytes() for face in self.faces.values()}


def font_address(face: Face) -> str:
    """Where a style sheet finds a face."""
    return face.path.resolve().as_uri()
