"""The manifest: what stands in the output, made from what, and whether it is still current."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from planche.diagnostics import FaultError

FORMAT = 1
"""Version of the manifest's shape."""

NAME = "manifest.json"


@dataclass(frozen=True)
class Made:
    """One file that was made: its bytes, what it is, which plates and how many pages it holds."""

    path: str
    kind: str
    plates: tuple[str, ...]
    pages: int
    data: bytes


@dataclass(frozen=True)
class Artefact:
    """One file as the manifest has it; `inputs` is the digest of all that it was made from."""

    path: str
    kind: str
    plates: tuple[str, ...]
    pages: int
    bytes: int
    sha256: str
    inputs: str
    stale: bool = False

    def as_json(self) -> dict[str, Any]:
        """The artefact as an object of the manifest."""
        found: dict[str, Any] = {
            "path": self.path,
            "kind": self.kind,
            "plates": list(self.plates),
            "pages": self.pages,
            "bytes": self.bytes,
            "sha256": self.sha256,
            "inputs": self.inputs,
        }
        return {**found, "stale": True} if self.stale else found


def sha256(data: bytes) -> str:
    """SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest(*parts: bytes) -> str:
    """SHA-256 of some byte strings, each kept apart from the next."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def artefact(made: Made, inputs: str) -> Artefact:
    """The manifest's entry of a file that was made."""
    size, checksum = len(made.data), sha256(made.data)
    return Artefact(made.path, made.kind, made.plates, made.pages, size, checksum, inputs)


def merged(
    earlier: Sequence[Artefact], made: Iterable[Artefact], inputs: str, gone: Iterable[str]
) -> tuple[Artefact, ...]:
    """The earlier artefacts with the made ones in their place, those that are gone left out.

    What was not made anew is stale where its inputs changed.
    """
    current = {each.path: each for each in earlier if each.path not in set(gone)}
    kept = {path: replace(each, stale=each.inputs != inputs) for path, each in current.items()}
    return tuple(each for _, each in sorted({**kept, **{each.path: each for each in made}}.items()))


def manifest_bytes(source: str, source_sha256: str, artefacts: Sequence[Artefact]) -> bytes:
    """The manifest as a file."""
    found = {
        "format": FORMAT,
        "source": {"path": source, "sha256": source_sha256},
        "artefacts": [each.as_json() for each in artefacts],
    }
    return json_bytes(found)


@dataclass(frozen=True)
class Manifest:
    """What a manifest says: of which source, by name and digest, and what was made."""

    source: str
    source_sha256: str
    artefacts: tuple[Artefact, ...]


def manifest_of(data: bytes) -> Manifest:
    """The manifest in a file's bytes. Raises FaultError where they hold none."""
    try:
        found = json.loads(data)
        if (form := int(found["format"])) != FORMAT:
            raise FaultError("other-manifest", found=form, known=FORMAT)
        source = found["source"]
        artefacts = tuple(_artefact(entry) for entry in found["artefacts"])
        return Manifest(str(source["path"]), str(source["sha256"]), artefacts)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise FaultError("not-a-manifest") from None


def read_artefacts(out: Path) -> tuple[Artefact, ...]:
    """The artefacts of an earlier build; none where there is no manifest that can be read."""
    try:
        return manifest_of((out / NAME).read_bytes()).artefacts
    except (OSError, FaultError):
        return ()


def _artefact(entry: Mapping[str, Any]) -> Artefact:
    path = PurePosixPath(entry["path"])
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"{path} is not in the output")  # a later build might remove it
    return Artefact(
        path=str(path),
        kind=str(entry["kind"]),
        plates=tuple(entry["plates"]),
        pages=int(entry["pages"]),
        bytes=int(entry["bytes"]),
        sha256=str(entry["sha256"]),
        inputs=str(entry["inputs"]),
        stale=bool(entry.get("stale", False)),
    )


def json_bytes(value: Any) -> bytes:
    """JSON that a person can read and that is the same every time."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
