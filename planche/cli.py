"""The command line: which command is meant, and how it ended."""

import argparse
import sys
from collections.abc import Callable, Sequence

from planche.commands.build import add_build, add_press
from planche.commands.changes import add_changes
from planche.commands.check import add_check
from planche.commands.exit_codes import DONE
from planche.commands.preflight import add_preflight
from planche.commands.schema import add_schema
from planche.commands.serve import add_serve

COMMANDS = {
    "build": add_build,
    "check": add_check,
    "press": add_press,
    "preflight": add_preflight,
    "changes": add_changes,
    "serve": add_serve,
    "schema": add_schema,
}
"""What adds each command's grammar, by its name."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code, as in `planche.commands.exit_codes`."""
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
        prog="build.py",
        description="One YAML file becomes a slide deck, posters, press files and their web page.",
    )
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in COMMANDS.values():
        add(commands)
    return top
