"""What a careful reader notes: words set twice, long sentences. Pure, no dictionary needed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planche.diagnostics import Place
from planche.source.passages import Passage
from planche.text.markup import plain, rich

MOST_WORDS = 40
"""Words of a sentence that is still read in one breath; a longer one is for the editor to judge."""

TWICE = re.compile(r"(?<![\w.])([^\W\d_]+)\s+\1(?!\w)", re.IGNORECASE)
"""A word and the same word again; `1 1` and `3.0 3.0` are no slips."""

SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\")\]]*\s+(?=[“‘\"(\[]*[A-ZÆØÅÄÖÜ0-9])")
"""Where a sentence ends and another begins: a stop, a space and a capital. `bl.a. ved` is none."""

WORD = re.compile(r"\w+(?:[-.’']\w+)*")


@dataclass(frozen=True)
class Remark:
    """Something to look at: the words, the plate they stand on, and their place."""

    words: str
    plate: str
    place: Place
    count: int = 0


def word_count(text: str) -> int:
    """Words of a text; dashes and other signs are none."""
    return len(WORD.findall(text))


def printed_text(passage: Passage, language: str) -> str:
    """A passage as it is printed, without its markup."""
    return plain(rich(passage.node.text, language, {}))


def repeated(passages: Iterable[Passage]) -> Iterator[Remark]:
    """Every word that stands twice in a row, also where a line ends between the two."""
    for passage in passages:
        for found in TWICE.finditer(passage.node.raw):
            spot = passage.node.spot.moved(passage.node.raw[: found.start()])
            words = " ".join(found[0].split())
            yield Remark(words, passage.plate, passage.place(spot))


def long_sentences(passages: Iterable[Passage], language: str) -> Iterator[Remark]:
    """Every printed sentence of more than MOST_WORDS words."""
    for passage in passages:
        if not passage.printed:
            continue
        for sentence in SENTENCE_END.split(printed_text(passage, language)):
            count = word_count(sentence)
            if count > MOST_WORDS:
                first = r"\W+".join(map(re.escape, WORD.findall(sentence)[:3]))
                spot = passage.node.find_pattern(first)
                yield Remark(sentence, passage.plate, passage.place(spot), count)
