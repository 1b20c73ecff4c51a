"""What is not as it was in an earlier run of the same name."""

from collections.abc import Iterable, Sequence

from planche.changes import changes
from planche.manifest import Artefact
from planche.press.ticket import Changes

KIND = "press"


def changed_since(
    name: str, folder: str, plates: Sequence[str], old: Iterable[Artefact], new: Iterable[Artefact]
) -> Changes | None:
    """What became of a run's plates since an earlier manifest, called `name`.

    `folder` is the run's in the output, `plates` are those of the run now. Plates in one file
    have changed where the file has. None where the earlier manifest does not have the run.
    """
    before = [each for each in old if _is_of(each, folder)]
    now = [each for each in new if _is_of(each, folder)]
    if not before:
        return None
    if all(len(each.plates) == 1 for each in (*before, *now)):
        found = changes(before, now, KIND)
        return Changes(name, found.changed, found.added, found.removed, found.same)
    had = tuple(dict.fromkeys(plate for each in before for plate in each.plates))
    alike = {each.sha256 for each in before} == {each.sha256 for each in now}
    both = tuple(plate for plate in plates if plate in had)
    return Changes(
        name,
        changed=() if alike else both,
        added=tuple(plate for plate in plates if plate not in had),
        removed=tuple(plate for plate in had if plate not in plates),
        same=both if alike else (),
    )


def _is_of(artefact: Artefact, folder: str) -> bool:
    return artefact.kind == KIND and artefact.path.startswith(f"{folder}/")
