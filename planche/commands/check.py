"""What `check` tells an editor beside what is wrong: what was decided, made, and left open."""

from collections.abc import Iterator
from typing import Any

from planche.report import alternatives_made, as_json
from planche.words import words
from planche.workshop import Job, Prepared


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
