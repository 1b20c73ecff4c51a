"""The typeface as a package for machines that do not show the one in the deck."""

from collections.abc import Mapping
from pathlib import Path

from planche.deck.zipped import zipped
from planche.strings import Strings
from planche.text.faces import Face

LICENCE = "OFL"
"""Start of the name of a licence's file, which lies beside the faces it is of."""


def typeface_zip(faces: Mapping[str, Face], strings: Strings) -> bytes:
    """Every face's file, their licences, and two lines that say what to do with them."""
    paths = sorted({face.path for face in faces.values()})
    licences = sorted({licence for path in paths for licence in _licences(path, faces)})
    said = strings.typeface_readme.encode()
    files = [(strings.typeface_file, said)]
    files += [(path.name, path.read_bytes()) for path in (*licences, *paths)]
    return zipped(files)


def _licences(path: Path, faces: Mapping[str, Face]) -> list[Path]:
    """The licence of a face: the one named after its family, else the folder's first."""
    family = next(face.family for face in faces.values() if face.path == path).split()[0]
    own = path.parent / f"{LICENCE}-{family}.txt"
    return [own if own.exists() else path.parent / f"{LICENCE}.txt"]
