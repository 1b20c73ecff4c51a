"""`schema`: the JSON Schema of the source, or of themes."""

import argparse
import sys
from collections.abc import Callable

from planche.commands.arguments import Commands
from planche.commands.exit_codes import DONE
from planche.source import schema_text
from planche.theming import theme_schema_text

SCHEMAS: dict[str, Callable[[], str]] = {"set": schema_text, "theme": theme_schema_text}
"""The schemas by what they are of."""


def add_schema(commands: Commands) -> None:
    """The command's grammar."""
    command = commands.add_parser("schema", help="print the JSON Schema of the source or of themes")
    command.add_argument(
        "of", nargs="?", choices=SCHEMAS, default="set", help="of a plate set (default), or a theme"
    )
    command.set_defaults(run=run_schema)


def run_schema(options: argparse.Namespace) -> int:
    """Print a JSON Schema; gives the exit code."""
    sys.stdout.write(SCHEMAS[options.of]())
    return DONE
