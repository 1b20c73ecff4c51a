"""Writes a large plate set: the shipped set's plates over and over, all different in name.

    python benchmarks/multiply.py --plates 1000 FILE.yaml

A set has at most 99 questions, each number once. The text of every further one goes into
forewords, the kind of plate that holds any paragraphs; a long one becomes two. The contents
plate is left out of all but the shipped set: its one page does not hold so many entries.
What the set is made of is printed.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any, TypeAlias

import yaml

SHIPPED = Path(__file__).resolve().parent.parent / "content" / "planchesaet.yaml"

MOST_QUESTIONS = 99
"""The model's limit: a number has two digits on its plate."""

MOST_LETTERS = 500
"""What a foreword surely holds."""

Plate: TypeAlias = dict[str, Any]


def multiplied(plates: list[Plate], wanted: int) -> list[Plate]:
    """So many plates; the shipped ones as they are where they are enough."""
    if wanted <= len(plates):
        return plates[:wanted]
    kept = [each for each in plates if "contents" not in each]
    return list(islice(_without_end(kept), wanted))


def _without_end(plates: list[Plate]) -> Iterator[Plate]:
    highest = max(each.get("question", 0) for each in plates)
    for turn in count():
        for plate in plates:
            if "question" in plate:
                yield from _question(plate, plate["question"] + turn * highest, turn)
            else:
                yield _figure(plate, turn)


def _figure(plate: Plate, turn: int) -> Plate:
    """A plate under a name of its own; statements stay with the question they had."""
    kind = next(iter(plate))
    named = "title" if kind == "statements" else kind
    return {**plate, named: f"{plate[named]} ({turn + 1})", "id": f"{kind}-copy-{turn + 1}"}


def _question(plate: Plate, number: int, turn: int) -> Iterator[Plate]:
    """A question under a number of its own, or its text in forewords."""
    title = f"{plate['title']} ({turn + 1})" if turn else plate["title"]
    if number <= MOST_QUESTIONS:
        yield {**plate, "question": number, "title": title}
        return
    parts = _parts([title, *_paragraphs(plate["points"])])
    for part, paragraphs in enumerate(parts, start=1):
        name = {"foreword": f"Tekst {number}.{part}", "id": f"text-{number}-{part}"}
        yield {**name, "audience": plate["audience"], "paragraphs": paragraphs}


def _paragraphs(points: list[Any]) -> Iterator[str]:
    for point in points:
        if isinstance(point, str):
            yield point
        else:
            yield point["text"]
            yield from point.get("points", ())


def _parts(paragraphs: list[str]) -> list[list[str]]:
    """The paragraphs in as many plates as they need."""
    parts: list[list[str]] = [[]]
    for each in paragraphs:
        if parts[-1] and sum(map(len, parts[-1])) + len(each) > MOST_LETTERS:
            parts.append([])
        parts[-1].append(each)
    return parts


def written(source: Any, wanted: int) -> str:
    """The set as YAML, without the remarks of editors, which name plates of the shipped one."""
    plates = multiplied(source["plates"], wanted)
    found = {"set": source["set"], "audiences": source["audiences"], "plates": plates}
    return yaml.dump(found, Dumper=_Whole, allow_unicode=True, sort_keys=False)


class _Whole(yaml.SafeDumper):
    """Writes what stands twice a second time: the source knows no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def main() -> None:
    """Write one set, and say what it is made of."""
    parser = argparse.ArgumentParser(description="Write a large plate set.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--plates", type=int, required=True)
    options = parser.parse_args()
    source = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    options.file.write_text(written(source, options.plates), encoding="utf-8")
    plates = yaml.safe_load(options.file.read_text(encoding="utf-8"))["plates"]
    kinds = Counter(next(iter(each)) for each in plates)
    print(", ".join(f"{number} {kind}" for kind, number in kinds.most_common()))


if __name__ == "__main__":
    main()
