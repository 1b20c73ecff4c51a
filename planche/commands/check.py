"""`check`: what a build would refuse or warn of, then what an editor must decide."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from planche.commands.arguments import (
    Commands,
    add_language,
    add_source,
    add_strict,
    add_theme,
    source_of,
)
from planche.commands.exit_codes import BAD_INPUT, DONE, WARNED
from planche.commands.speaking import language_of, say
from planche.diagnostics import has_errors
from planche.report import alternatives_made, as_json
from planche.words import words
from planche.workshop import Job, Prepared, prepare


def add_check(commands: Commands) -> None:
    """The command's grammar."""
    command = commands.add_parser(
        "check", help="say what build would refuse or warn of; writes nothing"
    )
    add_source(command)
    add_theme(command)
    add_language(command)
    add_strict(command)
    command.add_argument("--json", action="store_true", help="print the findings as JSON")
    command.set_defaults(run=run_check)


def run_check(options: argparse.Namespace) -> int:
    """Tell everything there is to tell; gives the exit code."""
    source, name = source_of(options)
    prepared = prepare(source, name, options.theme)
    language = language_of(options, prepared.language)
    if options.json:
        print(json.dumps(check_json(prepared), ensure_ascii=False, indent=2))
    else:
        say(prepared.diagnostics, language)
        if prepared.job:
            print("\n".join(editorial_lines(prepared.job, language)))
    if has_errors(prepared.diagnostics):
        return BAD_INPUT
    return WARNED if options.strict and prepared.diagnostics else DONE


def check_json(prepared: Prepared) -> dict[str, Any]:
    """Everything that `check` finds, as an object; lists are empty where a set is not sound."""
    job = prepared.job
    questions = job.plate_set.open_questions if job else ()
    corrections = job.plate_set.corrections if job else ()
    return {
        "diagnostics": [as_json(each) for each in prepared.diagnostics],
        "open_questions": [each.model_dump() for each in questions],
        "corrections": [each.model_dump() for each in corrections],
        "alternatives": [
            {"plate": each.plate, "line": job.places[each.plate].line, "text": each.text}
            for each in alternatives_made(job)
        ]
        if job
        else [],
    }


def editorial_lines(job: Job, language: str) -> Iterator[str]:
    """The same in lines to be read, in a language of messages."""
    texts, plate_set = words(language), job.plate_set
    yield texts["sound"].format(plates=len(plate_set.plates))
    if plate_set.corrections:
        yield texts["corrections"].format(count=len(plate_set.corrections))
    if made := alternatives_made(job):
        yield texts["alternatives"].format(count=len(made))
        for each in made:
            yield f"  {job.places[each.plate]} {each.plate}: {each.text}"
    if plate_set.open_questions:
        yield texts["open_questions"].format(count=len(plate_set.open_questions))
        for question in plate_set.open_questions:
            yield f"  {question.plate}: {question.text}"
