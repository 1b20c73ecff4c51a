"""Spelling by hunspell, where it is installed: a program of its own, spoken to through a pipe.

It is no part that a build needs. Where it or its dictionary is missing, the sheet says so.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from planche.diagnostics import Place
from planche.source.passages import Passage
from planche.text.markup import rich

PROGRAM = "hunspell"

DICTIONARIES = {"da": "da_DK", "en": "en_GB", "de": "de_DE"}
"""Dictionaries by language, as hunspell names them (Debian: hunspell-da, -en-gb, -de-de)."""

MOST_SUGGESTIONS = 3

LONGEST_WAIT = 60
"""Seconds after which a dictionary is given up; a set of 23 plates takes under one."""

WORD = re.compile(r"(?<![\w.])[^\W\d_]{2,}(?:-[^\W\d_]{2,})*(?![\w]|\.\w)")
"""A word of letters only: `3.0`, `1.B` and `2x` are no words."""

MISSPELT = re.compile(r"[&#] (?P<word>\S+) [^:]*(?:: (?P<suggestions>.*))?")
"""Hunspell's answer to an unknown word (hunspell(1), -a): with suggestions, or without."""

Unchecked: TypeAlias = Literal["no-program", "no-dictionary"]


@dataclass(frozen=True)
class Misspelling:
    """A word that the dictionary does not know, what it suggests, and where it first stands."""

    word: str
    suggestions: tuple[str, ...]
    plate: str
    place: Place


@dataclass(frozen=True)
class Spelling:
    """What was found, or why nothing was looked for."""

    found: tuple[Misspelling, ...] = ()
    unchecked: Unchecked | None = None


def spelling(passages: Sequence[Passage], language: str, accepted: Collection[str]) -> Spelling:
    """Every unknown word of some passages, each once.

    Words marked as another language's are left out, and the accepted ones in any case.
    """
    if shutil.which(PROGRAM) is None:
        return Spelling(unchecked="no-program")
    known = {word.casefold() for word in accepted}
    first: dict[str, Passage] = {}
    stopped: set[str] = set()
    for passage in passages:
        for word, stop in _words(passage, language):
            if word.casefold() not in known:
                first.setdefault(word, passage)
                stopped |= {word} if stop else set()
    unknown = _unknown([*first, *(f"{word}." for word in sorted(stopped))], language)
    if unknown is None:
        return Spelling(unchecked="no-dictionary")
    return Spelling(
        tuple(
            _misspelling(first[word], word, unknown[word])
            for word in first
            if word in unknown and not (word in stopped and f"{word}." not in unknown)
        )
    )


def _words(passage: Passage, language: str) -> Iterator[tuple[str, bool]]:
    """The words, and whether a stop follows: `osv.` is right where `osv` is not."""
    for span in rich(passage.node.text, language, {}):
        if span.lang is None:
            for found in WORD.finditer(span.text):
                yield found[0], span.text[found.end() : found.end() + 1] == "."


def _misspelling(passage: Passage, word: str, suggestions: tuple[str, ...]) -> Misspelling:
    spot = passage.node.find_pattern(rf"(?<!\w){re.escape(word)}(?!\w)")
    return Misspelling(word, suggestions, passage.plate, passage.place(spot))


def _unknown(words: Iterable[str], language: str) -> dict[str, tuple[str, ...]] | None:
    """The unknown words with suggestions; None where the dictionary cannot be used."""
    dictionary = DICTIONARIES.get(language.split("-")[0], language)
    # A caret before each word keeps it from being taken for a command.
    asked = "".join(f"^{word}\n" for word in words)
    try:
        answer = subprocess.run(
            [PROGRAM, "-d", dictionary, "-i", "utf-8", "-a"],
            input=asked,
            capture_output=True,
            check=True,
            encoding="utf-8",
            timeout=LONGEST_WAIT,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    found = {}
    for match in map(MISSPELT.fullmatch, answer.stdout.splitlines()):
        if match:
            suggestions = (match["suggestions"] or "").split(", ")
            found[match["word"]] = tuple(each for each in suggestions if each)[:MOST_SUGGESTIONS]
    return found
