"""The command line: arguments in, messages and an exit code out, nothing else.

Exit codes: 0 done; 1 done, with warnings under `--strict`; 2 bad input, nothing written;
3 a part of the system is missing; 4 what was made failed its proof or could not be written.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from planche.commands.changes import add_changes, answer, read_manifest
from planche.commands.check import check_json, editorial_lines
from planche.commands.preflight import add_preflight_arguments, run_preflight
from planche.commands.serve import add_serve
from planche.diagnostics import Diagnostic, FaultError, Place, has_errors
from planche.pipeline import KINDS, TARGETS, Result, build
from planche.press.plan import chosen_runs
from planche.selection import selected
from planche.shelves.making import Edition, Order
from planche.source import schema_text
from planche.theming import theme_schema_text
from planche.words import words
from planche.workshop import DEFAULT_SOURCE, ROOT, Prepared, prepare

DONE, WARNED, BAD_INPUT, PART_MISSING, FAILED = range(5)

COMMANDS = ("build", "check", "press", "preflight", "changes", "serve", "schema")
SCHEMAS: dict[str, Callable[[], str]] = {"set": schema_text, "theme": theme_schema_text}
"""The schemas by what they are of."""

TOLD = {
    "poster": ("poster",),
    "deck": ("deck",),
    "office": KINDS["office"],
    "press": ("press",),
}
"""What a build tells of when all is well, and which kinds of file it counts."""

MADE_WRONG = ("cannot-write", "no-temporary-room", "output-busy", "proof-failed")
"""Codes that mean that the input was right and the making went wrong."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    options = parser().parse_args(_with_command(arguments))
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with `build` put in front where no command is named."""
    if arguments and arguments[0] in (*COMMANDS, "-h", "--help"):
        return list(arguments)
    return ["build", *arguments]


def parser() -> argparse.ArgumentParser:
    """The command's grammar."""
    top = argparse.ArgumentParser(
        prog="build.py", description="One YAML file becomes a slide deck and A3 posters."
    )
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    making = commands.add_parser("build", help="make everything (the default command)")
    _add_source(making)
    _add_making(making)
    making.add_argument(
        "--target", action="append", choices=TARGETS, help="make only this; may be repeated"
    )
    making.add_argument(
        "--only",
        action="append",
        metavar="PLATES",
        help="make only these plates' own files: ids, ranges (q4-q6), audience:ID, all",
    )
    making.set_defaults(run=run_build, print_run=None, impose=None)
    pressing = commands.add_parser("press", help="make print runs for a print house")
    pressing.add_argument("print_run", nargs="?", metavar="RUN", help="default: every run")
    pressing.add_argument("--source", type=Path, help="default: content/planchesaet.yaml")
    pressing.add_argument(
        "--impose",
        metavar="SCHEME",
        help="sheets as well: 2-up:SRA3, booklet, cut-and-stack:2x2:SRA2",
    )
    _add_options(pressing)
    _add_making(pressing)
    pressing.set_defaults(run=run_build, target=["press"], only=None)
    checking = commands.add_parser(
        "check", help="say what build would refuse or warn of; writes nothing"
    )
    _add_source(checking)
    checking.add_argument("--json", action="store_true", help="print the findings as JSON")
    checking.set_defaults(run=run_check)
    flight = commands.add_parser("preflight", help="judge any PDF as a press file")
    add_preflight_arguments(flight)
    flight.set_defaults(run=run_preflight)
    add_changes(commands, run_changes)
    add_serve(commands)
    schema = commands.add_parser("schema", help="print the JSON Schema of the source or of themes")
    schema.add_argument(
        "of", nargs="?", choices=SCHEMAS, default="set", help="of a plate set (default), or a theme"
    )
    schema.set_defaults(run=run_schema)
    return top


def _whole(text: str) -> int:
    """A whole number of at least 1; ValueError for another, which argparse reports."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _add_source(command: argparse.ArgumentParser) -> None:
    command.add_argument("source", nargs="?", type=Path, help="default: content/planchesaet.yaml")
    _add_options(command)


def _add_making(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--out", type=Path, default=Path("output"), metavar="DIR", help="default: output"
    )
    command.add_argument(
        "--since",
        type=Path,
        metavar="MANIFEST",
        help="say what changed since the build with this manifest.json",
    )
    command.add_argument(
        "--jobs", type=_whole, default=os.cpu_count() or 1, metavar="N", help="processes at once"
    )
    command.add_argument("--quiet", action="store_true", help="say nothing when all is well")


def _add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--theme", metavar="NAME", help="another theme than the set's own")
    command.add_argument("--language", choices=("da", "en"), help="language of the messages")
    command.add_argument("--strict", action="store_true", help="exit with 1 on warnings")


def run_build(options: argparse.Namespace) -> int:
    """`build`: check, make, prove, publish."""
    source, name = _source(options)
    prepared = prepare(source, name, options.theme)
    language = _language(options, prepared)
    if prepared.job is None:
        return _refused(prepared.diagnostics, language)
    try:
        since = _edition(options.since)
    except FaultError as error:
        place = Place(options.since.as_posix())
        return _refused((*prepared.diagnostics, Diagnostic(place, error.fault)), language)
    try:
        only = selected(prepared.job.plate_set, options.only) if options.only else None
        targets = frozenset(options.target or TARGETS)
        runs = chosen_runs(prepared.job.plate_set, options.print_run)
        order = Order(name, options.out, targets, only, options.jobs, runs, options.impose, since)
        _tell_progress(options.quiet, prepared)
        result = build(order, prepared.job, prepared.diagnostics)
    except FaultError as error:
        _say((*prepared.diagnostics, Diagnostic(Place(name), error.fault)), language)
        return FAILED if error.fault.code in MADE_WRONG else _code_of(error)
    return _finished(options, prepared, result, language)


def _edition(path: Path | None) -> Edition | None:
    """The edition that a manifest is of. Raises FaultError for a file that is none."""
    return None if path is None else Edition(path.name, read_manifest(path).artefacts)


def _finished(
    options: argparse.Namespace, prepared: Prepared, result: Result, language: str
) -> int:
    _say((*prepared.diagnostics, *result.remarks, *result.failures), language)
    if result.failures:
        return FAILED
    if not options.quiet:
        texts = words(language)
        for name, kinds in TOLD.items():
            found = [each for each in result.made if each.kind in kinds]
            if found:
                most = max(each.pages for each in found)
                print(texts[name].format(files=len(found), pages=most, out=options.out))
    remarks = (*prepared.diagnostics, *result.remarks)
    return WARNED if options.strict and remarks else DONE


def run_check(options: argparse.Namespace) -> int:
    """`check`: what build would say, then what an editor must decide."""
    source, name = _source(options)
    prepared = prepare(source, name, options.theme)
    language = _language(options, prepared)
    if options.json:
        print(json.dumps(check_json(prepared), ensure_ascii=False, indent=2))
    else:
        _say(prepared.diagnostics, language)
        if prepared.job:
            print("\n".join(editorial_lines(prepared.job, language)))
    if has_errors(prepared.diagnostics):
        return BAD_INPUT
    return WARNED if options.strict and prepared.diagnostics else DONE


def run_changes(options: argparse.Namespace) -> int:
    """`changes`: which plates to print again."""
    found = answer(options)
    _say(found.remarks, found.language)
    if found.text is not None:
        print(found.text)
    return BAD_INPUT if found.text is None else DONE


def run_schema(options: argparse.Namespace) -> int:
    """`schema`: print a JSON Schema."""
    sys.stdout.write(SCHEMAS[options.of]())
    return DONE


def _source(options: argparse.Namespace) -> tuple[Path, str]:
    """The source file, and what messages call it."""
    if options.source is None:
        return DEFAULT_SOURCE, DEFAULT_SOURCE.relative_to(ROOT).as_posix()
    return options.source, options.source.as_posix()


def _language(options: argparse.Namespace, prepared: Prepared) -> str:
    if options.language:
        return str(options.language)
    return "da" if prepared.language.split("-")[0] == "da" else "en"


def _refused(diagnostics: Sequence[Diagnostic], language: str) -> int:
    _say(diagnostics, language)
    return BAD_INPUT


def _code_of(error: FaultError) -> int:
    return PART_MISSING if error.fault.code == "part-missing" else BAD_INPUT


def _say(diagnostics: Sequence[Diagnostic], language: str) -> None:
    for each in diagnostics:
        print(each.line(language), file=sys.stderr)


def _tell_progress(quiet: bool, prepared: Prepared) -> None:
    """Say on a terminal what is going on; elsewhere nothing."""
    if quiet or prepared.job is None or not sys.stderr.isatty():
        return
    pages, slides = len(prepared.job.paper.pages), len(prepared.job.slides.pages)
    print(f"\r\x1b[K{pages} A3 · {slides} slides …\r", end="", file=sys.stderr, flush=True)
