"""Every judge over an output folder: `python -m tools.conformance [FOLDER]`.

Prints a line a judge and a line a fault, and writes FOLDER/conformance.json. Exit codes: 0 no
fault, 1 some, 2 nothing to judge, 3 a judge is missing or could not run.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planche.accessibility.standards import NOT_READ
from planche.accessibility.verdicts import NAME
from planche.manifest import read_artefacts
from tools.conformance import axe, office, verapdf
from tools.conformance.verdict import JudgeError, Verdict

OUTPUT = Path(__file__).parents[2] / "output"


@dataclass(frozen=True)
class Judge:
    """Who judges which files; a set need not have any of them."""

    judged: Callable[[Sequence[Path]], Verdict]
    endings: tuple[str, ...]


JUDGES = (
    Judge(verapdf.judged, (".pdf",)),
    Judge(office.judged, (".pptx", ".potx")),
    Judge(axe.judged, (".html",)),
)


def main(folder: Path) -> int:
    files = list(_files(folder.resolve()))
    if not any(path.suffix == ".pdf" for path in files):
        print(f"conformance: no PDF in {folder}; build first", file=sys.stderr)
        return 2
    try:
        verdicts = list(_verdicts(files))
    except JudgeError as error:
        print(f"conformance: {error}", file=sys.stderr)
        return 3
    base = folder.resolve()
    for verdict in verdicts:
        print("\n".join(_summary(verdict, base)))
    report = json.dumps([_as_json(each, base) for each in verdicts], indent=2, ensure_ascii=False)
    (folder / NAME).write_text(f"{report}\n", encoding="utf-8")
    return 1 if any(each.failed for each in verdicts) else 0


def _files(folder: Path) -> Iterator[Path]:
    """Everything in an output folder that people read."""
    other = {folder / each.path for each in read_artefacts(folder) if each.kind in NOT_READ}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path not in other:
            yield path


def _verdicts(files: Sequence[Path]) -> Iterator[Verdict]:
    for judge in JUDGES:
        if own := [path for path in files if path.suffix in judge.endings]:
            yield judge.judged(own)


def _summary(verdict: Verdict, base: Path) -> Iterator[str]:
    count, failed = len(verdict.faults), len(verdict.failed)
    name = f"{verdict.judge} {verdict.version}, {verdict.standard}"
    yield f"{name}: {count - failed} of {count} files without a fault"
    for path in verdict.failed:
        for fault in verdict.faults[path]:
            yield f"  {path.relative_to(base)}: {fault}"


def _as_json(verdict: Verdict, base: Path) -> dict[str, Any]:
    """A verdict as the accessibility report reads it: it holds for files of the same bytes."""
    return {
        "judge": verdict.judge,
        "version": verdict.version,
        "standard": verdict.standard,
        "files": [
            {
                "path": path.relative_to(base).as_posix(),
                "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
                "faults": list(faults),
            }
            for path, faults in verdict.faults.items()
        ],
    }


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUTPUT))
