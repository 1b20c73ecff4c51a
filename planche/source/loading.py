"""A file to its bytes, or to why they cannot be had."""

from pathlib import Path

from planche.source.tree import Findings, Spot

MOST_MEGABYTES = 2
"""A set of three hundred plates has half a megabyte."""
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024


def load(path: Path, findings: Findings) -> bytes | None:
    """The bytes of a file; None where it cannot be had, which is then noted."""
    try:
        if path.is_dir():
            findings.add(Spot(), "file-is-folder")
        elif not path.exists():
            findings.add(Spot(), "file-missing")
        elif not path.is_file():
            findings.add(Spot(), "file-unreadable")
        else:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
            if len(data) <= MOST_BYTES:
                return data
            findings.add(Spot(), "file-too-big", most=MOST_MEGABYTES)
    except (OSError, ValueError):
        findings.add(Spot(), "file-unreadable")
    return None
