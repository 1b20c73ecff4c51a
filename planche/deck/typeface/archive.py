"""The typeface as a package for machines that do not show the one in the deck."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from planche.strings import Strings
from planche.text.faces import Face
from planche.zipped import zipped

LICENCES = "OFL*.txt"
"""The licences that lie beside the faces."""

COPYRIGHT = 0
"""Id of the notice in a face's name table; its licence begins with the same words."""


def typeface_zip(faces: Mapping[str, Face], strings: Strings) -> bytes:
    """Every face's file, their licences, and two lines that say what to do with them."""
    paths = sorted({face.path for face in faces.values()})
    said = strings.typeface_readme.encode()
    files = [(strings.typeface_file, said)]
    files += [(path.name, path.read_bytes()) for path in (*_licences(faces.values()), *paths)]
    return zipped(files)


def _licences(faces: Iterable[Face]) -> list[Path]:
    """The licences that name a face's own notice: never one of another family."""
    notices = {(face.path.parent, str(face.font.face.get_name(COPYRIGHT) or "")) for face in faces}
    return sorted(
        {
            path
            for folder, notice in notices
            if notice
            for path in folder.glob(LICENCES)
            if notice in path.read_text(encoding="utf-8")
        }
    )
