"""`build.py changes OLD_MANIFEST`: reads both manifests and says which plates to print again."""

import argparse
from dataclasses import asdict, dataclass
from pathlib import Path

from planche import manifest
from planche.changes import PRINTED, Changes, changes, prints
from planche.commands.arguments import SHIPPED, Commands, add_language, add_out, add_source
from planche.commands.exit_codes import BAD_INPUT, DONE
from planche.commands.speaking import language_of, say
from planche.diagnostics import Diagnostic, Fault, FaultError, Place
from planche.manifest import Manifest, json_bytes
from planche.source import open_source
from planche.source.loading import load
from planche.source.tree import Findings
from planche.words import words
from planche.workshop import DEFAULT_SOURCE


@dataclass(frozen=True)
class Answer:
    """What the command says: remarks first, then its text; None where it cannot tell."""

    remarks: tuple[Diagnostic, ...]
    language: str
    text: str | None


def add_changes(commands: Commands) -> None:
    """The command's grammar."""
    command = commands.add_parser("changes", help="say which plates to print again since then")
    command.add_argument("old", type=Path, metavar="OLD_MANIFEST", help="manifest.json of then")
    add_source(command)
    add_out(command)
    command.add_argument("--json", action="store_true", help="print the plates as JSON")
    add_language(command)
    command.set_defaults(run=run_changes)


def run_changes(options: argparse.Namespace) -> int:
    """Say which plates to print again; gives the exit code."""
    found = answer(options)
    say(found.remarks, found.language)
    if found.text is not None:
        print(found.text)
    return BAD_INPUT if found.text is None else DONE


def answer(options: argparse.Namespace) -> Answer:
    """What is to be printed again since an old manifest, or why that cannot be told."""
    place, language = Place(options.old.as_posix()), language_of(options, "da")
    try:
        old = _read(options.old)
        place = Place((options.out / manifest.NAME).as_posix())
        new = _built(options.out)
        if options.old.resolve() == (options.out / manifest.NAME).resolve():
            raise FaultError("edition-is-present", out=options.out.as_posix())
    except FaultError as error:
        return Answer((Diagnostic(place, error.fault),), language, None)
    path, name = _source(options.source, new)
    opened = open_source(path, name)
    language = language_of(options, opened.language)
    if not opened.data:
        return Answer(tuple(opened.findings.diagnostics), language, None)
    if _is_stale(new, manifest.sha256(opened.data)):
        return Answer((Diagnostic(Place(name), Fault("output-stale")),), language, None)
    found = changes(old.artefacts, new.artefacts)
    return Answer((), language, _json(found) if options.json else _said(found, language))


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file. Raises FaultError for any other file, or none."""
    findings = Findings(path.as_posix())
    data = load(path, findings)
    if data is None:
        fault = findings.diagnostics[0].fault
        raise FaultError(fault.code, **fault.values)
    return manifest.manifest_of(data)


def _read(path: Path) -> Manifest:
    """A manifest that holds posters. Raises FaultError for another file."""
    found = read_manifest(path)
    if not prints(found.artefacts):
        raise FaultError("edition-without-posters")
    return found


def _built(out: Path) -> Manifest:
    """The manifest of the present output. Raises FaultError where nothing is built."""
    if not (out / manifest.NAME).is_file():
        raise FaultError("nothing-built", out=out.as_posix())
    return _read(out / manifest.NAME)


def _source(given: Path | None, new: Manifest) -> tuple[Path, str]:
    """The source that the output is held against, and what messages call it."""
    if given is not None:
        return given, given.as_posix()
    return (DEFAULT_SOURCE if new.source == SHIPPED else Path(new.source)), new.source


def _is_stale(new: Manifest, source_sha256: str) -> bool:
    """Whether the posters were made from another source than there is now."""
    posters = (each for each in new.artefacts if each.kind == PRINTED)
    return new.source_sha256 != source_sha256 or any(each.stale for each in posters)


def _json(found: Changes) -> str:
    return json_bytes(asdict(found)).decode().rstrip("\n")


def _said(found: Changes, language: str) -> str:
    """A line for each kind of change, and one for what may stay on the wall."""
    texts = words(language)
    lines = [
        texts[key].format(plates=", ".join(plates), count=len(plates))
        for key, plates in (
            ("print_changed", found.changed),
            ("print_added", found.added),
            ("take_down", found.removed),
        )
        if plates
    ]
    count = len(found.same) + len(found.changed) + len(found.added)
    lines.append(texts["print_same"].format(same=len(found.same), count=count))
    return "\n".join(lines)
