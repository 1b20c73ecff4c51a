"""The plates hold every word of the source, in its order, and not one more.

Part one: source text against YAML. The plates' texts are put in the source's order, the
corrections are undone, the typographic rules are applied to both sides, and the words compared.
"""

import copy
import difflib
import functools
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from planche.text.typography import NBSP, OLD_HYPHENS, source_rules, typeset

CONTENT = Path(__file__).parents[1] / "content"
SOURCE = (CONTENT / "kilde" / "kommunen-3.0-faq.txt").read_text(encoding="utf-8")
SOURCE_SHA256 = "1cf3c854b722c163d845c7a3e2ed5630359eff2b74ba0dec176dfa02d7ffc8cb"
MOST_WORDS = 8
QUIET_KEYS = {"id", "audience", "notes"}  # keys of a plate that print nothing of the source

Node = dict[str, Any]


@dataclass(frozen=True)
class Word:
    """A word and where it stands."""

    text: str
    place: str


def load() -> Node:
    """The plate set as plain data."""
    loaded: Node = yaml.safe_load((CONTENT / "planchesaet.yaml").read_text(encoding="utf-8"))
    return loaded


# The texts of a plate, in the order of the source


def kind(plate: Node) -> str:
    kinds = ("cover", "foreword", "contents", "question", "table", "ladder", "mosaic", "statements")
    return next(each for each in kinds if each in plate)


def plate_ids(edition: Node) -> list[str]:
    def default(plate: Node) -> str:
        name = kind(plate)
        if name in ("cover", "foreword", "contents"):
            return name
        if name == "question":
            return f"q{plate['question']}"
        return f"{name}-{plate['statements'] if name == 'statements' else 1}"

    return [plate.get("id", default(plate)) for plate in edition["plates"]]


def cover_texts(plate: Node, edition: Node) -> list[str]:
    # The cover prints the set's subtitle between its own two lines.
    return [plate["cover"], edition["set"]["subtitle"], plate["text"]]


def foreword_texts(plate: Node, edition: Node) -> list[str]:
    return [plate["foreword"], *plate["paragraphs"], *plate["signature"]]


def contents_texts(plate: Node, edition: Node) -> list[str]:
    # The entries are made from the plates: questions with their number, figures by their heading.
    # The statements belong to question 9, which is listed once.
    entries = [plate["contents"]]
    for each in edition["plates"]:
        name = kind(each)
        if name == "question":
            entries.append(f"Spørgsmål {each['question']}: {each['title']}")
        elif name in ("table", "ladder", "mosaic"):
            entries.append(each[name])
    return entries


def points(plate: Node) -> Iterator[tuple[int, str]]:
    """The points of a question with their level, 1 or 2."""
    for point in plate["points"]:
        yield 1, point if isinstance(point, str) else point["text"]
        if not isinstance(point, str):
            yield from ((2, each) for each in point["points"])


def question_texts(plate: Node, edition: Node) -> list[str]:
    return [f"{plate['question']}. {plate['title']}", *(text for _, text in points(plate))]


def statements_texts(plate: Node, edition: Node) -> list[str]:
    # Question 9 has two plates, and the source writes its heading above each of them.
    return [f"{plate['statements']}. {plate['title']}", *plate["sentences"]]


def table_texts(plate: Node, edition: Node) -> list[str]:
    return [plate["table"], *plate["columns"], *(cell for row in plate["rows"] for cell in row)]


def ladder_texts(plate: Node, edition: Node) -> list[str]:
    # The source lists all people first and then the names of all steps, with the nickname of a
    # step before its name. The wordmark after them stands in the foot of every plate.
    texts = [plate["ladder"], *(person for step in plate["steps"] for person in step["people"])]
    for step in plate["steps"]:
        texts += [step[key] for key in ("nickname", "name") if key in step]
    return [*texts, edition["set"]["publisher"]]


def mosaic_texts(plate: Node, edition: Node) -> list[str]:
    return [plate["mosaic"], *plate["tiles"]]


TEXTS: dict[str, Callable[[Node, Node], list[str]]] = {
    "cover": cover_texts,
    "foreword": foreword_texts,
    "contents": contents_texts,
    "question": question_texts,
    "statements": statements_texts,
    "table": table_texts,
    "ladder": ladder_texts,
    "mosaic": mosaic_texts,
}


def all_texts(edition: Node) -> Iterator[tuple[str, list[str]]]:
    """Each plate's id and its texts, in the order of the source."""
    for name, plate in zip(plate_ids(edition), edition["plates"], strict=True):
        yield name, TEXTS[kind(plate)](plate, edition)


# The two sides, and what differs


@functools.cache
def as_words(text: str) -> tuple[str, ...]:
    """The words of a text as printed, without asterisks: emphasis is compared by itself.

    What says that a word is English is not printed either.
    """
    unmarked = re.sub(r"\[([^\[\]]+)\]\{lang=en\}", r"\1", text)
    return tuple(source_rules(unmarked).replace("*", "").split())


def source_words() -> list[Word]:
    words = []
    for number, line in enumerate(SOURCE.splitlines(), start=1):
        text = re.sub(r"^ ?- ", "", line)
        words += [Word(word, f"source line {number}") for word in as_words(text)]
    return words


def undone(text: str, corrections: list[Node]) -> str:
    """The text with its corrections undone: what the source had written there."""
    for each in corrections:
        text = text.replace(each["print"], each["source"])
    return text


def rebuilt_words(edition: Node) -> list[Word]:
    words = []
    for name, texts in all_texts(edition):
        corrections = [each for each in edition["corrections"] if each["plate"] == name]
        for text in texts:
            words += [Word(word, f"plate {name}") for word in as_words(undone(text, corrections))]
    return words


def faithful(edition: Node) -> bool:
    return [w.text for w in rebuilt_words(edition)] == [w.text for w in source_words()]


def differences(edition: Node) -> list[str]:
    """Each place where the source and the plates differ, with a few words around it."""
    source, plates = source_words(), rebuilt_words(edition)
    old, new = ([word.text for word in side] for side in (source, plates))
    found = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, s0, s1, p0, p1 in matcher.get_opcodes():
        if tag != "equal":
            sides = (excerpt(source, s0, s1), excerpt(plates, p0, p1))
            found.append(f"{sides[0]}\n{sides[1]}")
    return found


def excerpt(words: list[Word], start: int, end: int) -> str:
    before, differing, after = words[max(0, start - 4) : start], words[start:end], words[end:][:4]
    place = (differing or before or after)[0].place
    parts = [" ".join(word.text for word in part) for part in (before, differing, after)]
    return f"{place}: … {parts[0]} [{parts[1]}] {parts[2]} …"


def correction_faults(edition: Node) -> list[str]:
    """What is wrong with the list of corrections itself."""
    faults = []
    plates = {name: "\n".join(texts) for name, texts in all_texts(edition)}
    for each in edition["corrections"]:
        where = f"{each['plate']}: {each['print']!r}"
        if each["plate"] not in plates:
            faults.append(f"{where}: no such plate")
            continue
        for key, text in (("source", SOURCE), ("print", plates[each["plate"]])):
            if not 0 < len(each[key].split()) <= MOST_WORDS:
                faults.append(f"{where}: {key} has none or more than {MOST_WORDS} words")
            elif text.count(each[key]) != 1:
                faults.append(f"{where}: {key} stands there {text.count(each[key])} times")
        if source_rules(each["source"]) == source_rules(each["print"]):
            faults.append(f"{where}: a typographic rule says it already")
    return faults


# Tests


@pytest.fixture(scope="module")
def edition() -> Node:
    return load()


def test_source_is_the_text_that_was_handed_in() -> None:
    assert hashlib.sha256(SOURCE.encode()).hexdigest() == SOURCE_SHA256


def test_no_word_is_lost_added_or_altered(edition: Node) -> None:
    found = differences(edition)
    assert not found, "\n\n".join(found)
    assert faithful(edition)


def test_corrections_are_short_and_stand_where_they_say(edition: Node) -> None:
    assert correction_faults(edition) == []
    assert all(each["why"].endswith(".") for each in edition["corrections"])


def test_open_questions_are_about_plates_of_the_set(edition: Node) -> None:
    assert {each["plate"] for each in edition["open_questions"]} <= set(plate_ids(edition))


def test_points_keep_the_level_they_have_in_the_source(edition: Node) -> None:
    levels = [
        2 if line.startswith(" ") else 1
        for line in SOURCE.splitlines()
        if re.match(r" ?- (?!Spørgsmål \d|Tre forskellige|Der er mange|Kommunen 3.0 slår)", line)
    ]
    found: list[int] = []
    for plate in edition["plates"]:
        if kind(plate) == "question":
            found += [level for level, _ in points(plate)]
        elif kind(plate) == "statements":
            found += [1 for _ in plate["sentences"]]
    assert found == levels


def test_paragraphs_begin_where_they_begin_in_the_source(edition: Node) -> None:
    starts = {as_words(re.sub(r"^ ?- ", "", line))[:3] for line in SOURCE.splitlines()}
    starts |= {as_words(cell)[:3] for line in SOURCE.splitlines() for cell in line.split("\t")}
    for name, texts in all_texts(edition):
        corrections = [each for each in edition["corrections"] if each["plate"] == name]
        for text in texts if name != "cover" else ():  # the old layout broke its lines
            words = as_words(undone(text, corrections))
            # The source breaks the wordmark's two words over two lines.
            assert words[:3] in starts or text == edition["set"]["publisher"], text


def test_emphasis_is_that_of_the_source(edition: Node) -> None:
    emphasised = r"(?<!\*)\*(?!\*)([^*]+)\*(?!\*)"
    found = [
        match
        for name, texts in all_texts(edition)
        if name != "ladder-1"
        for text in texts
        for match in re.findall(emphasised, text)
    ]
    assert found == re.findall(emphasised, SOURCE)
    people = [text for name, texts in all_texts(edition) if name == "ladder-1" for text in texts]
    # On the ladder the design asks for the name and age, or the school class, in strong type.
    strong = [text for text in people if re.match(r"\*\*([A-Z][a-z]+ på \d+|1\.B)\*\*, der ", text)]
    assert len(strong) == sum(line.count(", der ") for line in ladder_source())


def ladder_source() -> list[str]:
    lines = SOURCE.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("Der er mange måder"))
    return lines[start + 1 : lines.index("Aktiv i eget liv")]


def test_text_is_typed_as_it_is_printed(edition: Node) -> None:
    for _, texts in all_texts(edition):
        for text in texts:
            assert typeset(text, "da").replace(NBSP, " ") == text


def test_old_hyphens_are_in_the_source_and_nowhere_else(edition: Node) -> None:
    printed = "\n".join(text for _, texts in all_texts(edition) for text in texts)
    for old, new in OLD_HYPHENS.items():
        assert old in SOURCE
        assert old not in printed
        assert new in printed


def test_title_of_the_set_is_on_the_cover(edition: Node) -> None:
    assert edition["plates"][0]["cover"] == edition["set"]["title"]


# The test itself: it must see every change


def leaves(node: Any) -> Iterator[tuple[Any, Any]]:
    """Each printed value of the plates as (container, key)."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        if key in QUIET_KEYS:
            continue
        if isinstance(value, dict | list):
            yield from leaves(value)
        else:
            yield node, key


def altered(text: str) -> str:
    first, *rest = text.split(" ")
    return " ".join([first + "x", *rest])


def dropped(text: str) -> str:
    return " ".join(text.split(" ")[:-1])


def added(text: str) -> str:
    words = text.split(" ")
    half = (len(words) + 1) // 2
    return " ".join([*words[:half], "ikke", *words[half:]])


@pytest.mark.parametrize("change", [altered, dropped, added])
def test_a_changed_word_is_seen_in_every_text(edition: Node, change: Callable[[str], str]) -> None:
    changed = copy.deepcopy(edition)
    seen = 0
    for container, key in [
        *leaves(changed["plates"]),
        (changed["set"], "subtitle"),
        (changed["set"], "publisher"),
    ]:
        value = container[key]
        container[key] = change(value) if isinstance(value, str) else value + 40
        assert not faithful(changed), f"{value!r} became {container[key]!r} unseen"
        container[key] = value
        seen += 1
    assert seen > 150
    assert faithful(changed)


def test_a_changed_order_is_seen(edition: Node) -> None:
    changed = copy.deepcopy(edition)
    plates = changed["plates"]
    for n in range(len(plates) - 1):
        plates[n], plates[n + 1] = plates[n + 1], plates[n]
        assert not faithful(changed)
        plates[n], plates[n + 1] = plates[n + 1], plates[n]
    plates[plate_ids(changed).index("mosaic-1")]["tiles"].reverse()
    assert not faithful(changed)


def test_the_report_shows_the_place(edition: Node) -> None:
    changed = copy.deepcopy(edition)
    plate = changed["plates"][plate_ids(changed).index("q5")]
    plate["points"][0]["points"][1] = plate["points"][0]["points"][1].replace("fast ven", "ven")
    (report,) = differences(changed)
    assert "klasser har en [fast] ven fra" in report
    assert "plate q5: … yngste klasser har en [] ven fra" in report
    assert "source line " in report


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"plate": "q99"}, "no such plate"),
        ({"print": "vrøvl"}, "print stands there 0 times"),
        ({"source": "vrøvl"}, "source stands there 0 times"),
        ({"source": "Kommunen 3.0"}, "source stands there"),
        ({"source": ""}, "source has none"),
        ({"print": "et to tre fire fem seks syv otte ni"}, "more than 8"),
    ],
)
def test_a_wrong_correction_is_seen(edition: Node, change: Node, fault: str) -> None:
    changed = copy.deepcopy(edition)
    changed["corrections"][3].update(change)
    assert fault in "\n".join(correction_faults(changed))


def test_a_correction_left_out_is_seen(edition: Node) -> None:
    for n in range(len(edition["corrections"])):
        changed = copy.deepcopy(edition)
        del changed["corrections"][n]
        assert not faithful(changed)
