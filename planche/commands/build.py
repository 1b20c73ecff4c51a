"""`build` and `press`: check, make, prove, publish."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from planche.commands.arguments import Commands, add_making, add_source, source_of
from planche.commands.changes import read_manifest
from planche.commands.exit_codes import BAD_INPUT, DONE, FAILED, WARNED, code_of
from planche.commands.speaking import language_of, say
from planche.diagnostics import Diagnostic, FaultError, Place
from planche.pipeline import KINDS, TARGETS, Result, build
from planche.press.plan import chosen_runs
from planche.selection import selected
from planche.shelves.making import Edition, Order
from planche.words import words
from planche.workshop import Job, Prepared, prepare

TOLD = {
    "poster": ("poster",),
    "deck": ("deck",),
    "office": KINDS["office"],
    "press": ("press",),
}
"""What a build tells of when all is well, and which kinds of file it counts."""


def add_build(commands: Commands) -> None:
    """The grammar of `build`."""
    command = commands.add_parser("build", help="make everything (the default command)")
    add_source(command)
    add_making(command)
    command.add_argument(
        "--target", action="append", choices=TARGETS, help="make only this; may be repeated"
    )
    command.add_argument(
        "--only",
        action="append",
        metavar="PLATES",
        help="make only these plates' own files: ids, ranges (q4-q6), audience:ID, all",
    )
    command.set_defaults(run=run_build, print_run=None, impose=None)


def add_press(commands: Commands) -> None:
    """The grammar of `press`."""
    command = commands.add_parser("press", help="make print runs for a print house")
    command.add_argument("print_run", nargs="?", metavar="RUN", help="default: every run")
    command.add_argument("--source", type=Path, help="default: content/planchesaet.yaml")
    command.add_argument(
        "--impose",
        metavar="SCHEME",
        help="sheets as well: 2-up:SRA3, booklet, cut-and-stack:2x2:SRA2",
    )
    add_making(command)
    command.set_defaults(run=run_build, target=["press"], only=None)


def run_build(options: argparse.Namespace) -> int:
    """Make what is ordered; gives the exit code."""
    source, name = source_of(options)
    prepared = prepare(source, name, options.theme)
    language = language_of(options, prepared.language)
    if prepared.job is None:
        say(prepared.diagnostics, language)
        return BAD_INPUT
    try:
        since = _edition(options.since)
    except FaultError as error:
        place = Place(options.since.as_posix())
        say((*prepared.diagnostics, Diagnostic(place, error.fault)), language)
        return BAD_INPUT
    try:
        order = _order(options, name, prepared.job, since)
        _tell_progress(options.quiet, prepared.job)
        result = build(order, prepared.job, prepared.diagnostics)
    except FaultError as error:
        say((*prepared.diagnostics, Diagnostic(Place(name), error.fault)), language)
        return code_of(error.fault.code)
    return _finished(options, prepared, result, language)


def _edition(path: Path | None) -> Edition | None:
    """The edition that a manifest is of. Raises FaultError for a file that is none."""
    return None if path is None else Edition(path.name, read_manifest(path).artefacts)


def _order(options: argparse.Namespace, name: str, job: Job, since: Edition | None) -> Order:
    """What is asked for. Raises FaultError where that names what is not there."""
    return Order(
        name=name,
        out=options.out,
        targets=frozenset(options.target or TARGETS),
        only=selected(job.plate_set, options.only) if options.only else None,
        jobs=options.jobs,
        runs=chosen_runs(job.plate_set, options.print_run),
        impose=options.impose,
        since=since,
    )


def _finished(
    options: argparse.Namespace, prepared: Prepared, result: Result, language: str
) -> int:
    say((*prepared.diagnostics, *result.remarks, *result.failures), language)
    if result.failures:
        return FAILED
    if not options.quiet:
        _tell_made(result, options.out, language)
    remarks: Sequence[Diagnostic] = (*prepared.diagnostics, *result.remarks)
    return WARNED if options.strict and remarks else DONE


def _tell_made(result: Result, out: Path, language: str) -> None:
    """How many files of each kind there are, and which to send."""
    texts = words(language)
    for name, kinds in TOLD.items():
        found = [each for each in result.made if each.kind in kinds]
        if found:
            most = max(each.pages for each in found)
            print(texts[name].format(files=len(found), pages=most, out=out))
    for each in result.made:
        if each.kind == "press-package":
            print(texts["send"].format(path=(out / each.path).as_posix()))


def _tell_progress(quiet: bool, job: Job) -> None:
    """Say on a terminal what is going on; elsewhere nothing."""
    if quiet or not sys.stderr.isatty():
        return
    pages, slides = len(job.paper.pages), len(job.slides.pages)
    print(f"\r\x1b[K{pages} A3 · {slides} slides …\r", end="", file=sys.stderr, flush=True)
