"""Arguments that several commands take."""

import argparse
import os
from pathlib import Path
from typing import TypeAlias

from planche.workshop import DEFAULT_SOURCE, ROOT

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

SHIPPED = DEFAULT_SOURCE.relative_to(ROOT).as_posix()
"""What messages call the source that ships."""


def add_source(command: argparse.ArgumentParser) -> None:
    """The source, where it may stand alone."""
    command.add_argument("source", nargs="?", type=Path, help=f"default: {SHIPPED}")


def add_out(command: argparse.ArgumentParser) -> None:
    """The folder that is written to."""
    command.add_argument(
        "--out", type=Path, default=Path("output"), metavar="DIR", help="default: output"
    )


def add_language(command: argparse.ArgumentParser) -> None:
    """The language of what the command says."""
    command.add_argument("--language", choices=("da", "en"), help="language of the messages")


def add_theme(command: argparse.ArgumentParser) -> None:
    """The theme, where it is not to be the set's own."""
    command.add_argument("--theme", metavar="NAME", help="another theme than the set's own")


def add_strict(command: argparse.ArgumentParser) -> None:
    """Whether warnings count."""
    command.add_argument("--strict", action="store_true", help="exit with 1 on warnings")


def add_making(command: argparse.ArgumentParser) -> None:
    """How a build is made, whatever it makes."""
    add_theme(command)
    add_language(command)
    add_strict(command)
    add_out(command)
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


def source_of(options: argparse.Namespace) -> tuple[Path, str]:
    """The source file, and what messages call it."""
    if options.source is None:
        return DEFAULT_SOURCE, SHIPPED
    return options.source, options.source.as_posix()


def _whole(text: str) -> int:
    """A whole number of at least 1; ValueError for another, which argparse reports."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
