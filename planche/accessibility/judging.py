"""What only a person can judge, with the place to look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planche.blocks import Block, Comparison, Paragraph, Points
from planche.model import Figure
from planche.report import alternatives_made
from planche.text.markup import Rich, plain
from planche.texts.reader import Reader
from planche.workshop import Job

LONG = 30
"""Words from which a sentence may lose its reader: twice what guides to plain language advise."""

BETWEEN = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zæøåäöüß])")
"""Where a sentence ends: its mark, a space, and a capital letter, which `bl.a.` has not."""

NOT_TRIED = ("PAC", "NVDA", "JAWS", "VoiceOver", "Microsoft PowerPoint")
"""Programs that people read with, and checkers that run on Windows alone: none was tried."""


@dataclass(frozen=True)
class Spot:
    """A plate and the line of the source that it starts on, with what there is to judge."""

    plate: str
    title: str
    line: int
    text: str = ""


def alternatives(job: Job, reader: Reader) -> tuple[Spot, ...]:
    """Alternative texts that were made by themselves."""
    return tuple(_spot(job, reader, each.plate, each.text) for each in alternatives_made(job))


def figures(job: Job, reader: Reader) -> tuple[Spot, ...]:
    """Figures, whose order of reading has to make sense to a listener."""
    plates = job.plate_set.with_ids()
    return tuple(_spot(job, reader, name) for name, each in plates if isinstance(each, Figure))


def long_sentences(job: Job, reader: Reader) -> tuple[Spot, ...]:
    """Sentences of LONG words or more: plain language may want them divided."""
    return tuple(
        _spot(job, reader, name, sentence)
        for name, told in reader.plates.items()
        for block in told.blocks
        for text in _texts(block)
        for sentence in BETWEEN.split(plain(text))
        if len(sentence.split()) >= LONG
    )


def _spot(job: Job, reader: Reader, plate: str, text: str = "") -> Spot:
    return Spot(plate, reader.plates[plate].title, job.places[plate].line, text)


def _texts(block: Block) -> Iterator[Rich]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Points):
        for item in block.items:
            yield item.text
            yield from item.items
    elif isinstance(block, Comparison):
        for row in block.rows:
            yield from row
