"""What is not as it was in an earlier run of the same name."""

from collections.abc import Iterable, Sequence

from planche.manifest import Artefact
from planche.press.ticket import Changes

KIND = "press"


def changed_since(
    name: str, folder: str, plates: Sequence[str], old: Iterable[Artefact], new: Iterable[Artefact]
) -> Changes | None:
    """What became of a run's plates since an earlier manifest, called `name`.

    `folder` is the run's in the output, `plates` are those of the run now, in whose order the
    answer is. A plate has changed where the file that holds it has. None where the earlier
    manifest does not have the run.
    """
    before, now = _files(old, folder), _files(new, folder)
    if not before:
        return None
    both = [plate for plate in plates if plate in before]
    return Changes(
        name,
        changed=tuple(plate for plate in both if before[plate] != now[plate]),
        added=tuple(plate for plate in plates if plate not in before),
        removed=tuple(plate for plate in before if plate not in plates),
        same=tuple(plate for plate in both if before[plate] == now[plate]),
    )


def _files(artefacts: Iterable[Artefact], folder: str) -> dict[str, str]:
    """The digest of the press file that holds each plate of a run."""
    return {
        plate: each.sha256
        for each in artefacts
        if each.kind == KIND and each.path.startswith(f"{folder}/")
        for plate in each.plates
    }
