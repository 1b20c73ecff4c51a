"""What the commands say: findings on the standard error, in the language that is asked for."""

import argparse
import sys
from collections.abc import Iterable

from planche.diagnostics import Diagnostic


def say(diagnostics: Iterable[Diagnostic], language: str) -> None:
    """Findings, a line each."""
    for each in diagnostics:
        print(each.line(language), file=sys.stderr)


def language_of(options: argparse.Namespace, spoken: str) -> str:
    """The language of messages: the one asked for, else Danish for a Danish set, else English.

    `spoken` is the set's language, a BCP 47 tag.
    """
    if options.language:
        return str(options.language)
    return "da" if spoken.split("-")[0] == "da" else "en"
