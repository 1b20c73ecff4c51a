"""The source: what is read, and what is said of what cannot be.

`tests/data/broken` holds a small file for each slip; `# expect LINE:COLUMN CODE` on top of a
file is what a run must say of it, all of it and in this order.
"""

import ast
import json
import os
import re
import string
from functools import partial
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planche.catalogue import AREAS, CATALOGUE, Entry
from planche.model import KINDS, Question
from planche.press.conditions import condition_fault
from planche.source import Reading, read, schema_text
from planche.source.loading import MOST_BYTES
from planche.source.reading import read_bytes
from planche.source.references import Surroundings
from planche.source.tree import Findings
from planche.strings import load_strings
from tools.diagnostics_page import PAGE, page

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tests" / "data"
BROKEN = sorted((DATA / "broken").glob("*.yaml"))
GOOD = [ROOT / "content" / "planchesaet.yaml", *sorted(DATA.glob("*.yaml"))]
COLOURS = ("fundament", "borger", "medarbejder", "leder", "politiker", "team")
EXPECT = re.compile(r"(?m)^# expect (\d+:\d+ [a-z0-9-]+)$")

PROVOKED_ELSEWHERE = {
    "file-missing", "file-is-folder", "file-unreadable", "file-too-big",  # below
    "bad-value",  # for what the model may refuse one day and no message describes yet
}  # fmt: skip
NOT_OF_THE_SOURCE = {
    *AREAS["The theme"], *AREAS["The logo"], *AREAS["Making the plates"], *AREAS["Imposition"],
    *AREAS["The command"], *AREAS["The server"],
    "unknown-run", "preflight-failed", "preflight-warning", "profile-not-cmyk",  # of the press
    "not-a-decimal",  # in themes alone: a set has whole numbers only
}  # fmt: skip


def missing_glyphs(text: str) -> str:
    """As a typeface would answer that has Latin, punctuation and the euro sign."""
    return "".join(c for c in text if ord(c) > 0x20AC and c not in "−₂")


SURROUNDINGS = Surroundings(
    missing_glyphs,
    COLOURS,
    ("A3",),
    partial(condition_fault, otherwise="FOGRA39", folder=ROOT / "assets" / "icc"),
    vague_links=load_strings(ROOT / "templates" / "strings", "da").vague_links,
)


def reading(path: Path) -> Reading:
    return read(path, path.name, SURROUNDINGS)


def reading_of(text: str | bytes) -> Reading:
    data = text if isinstance(text, bytes) else text.encode()
    return read_bytes(data, Findings("set.yaml"), SURROUNDINGS)


def codes(found: Reading) -> list[str]:
    return [each.fault.code for each in found.diagnostics]


HEAD = "set:\n  title: Prøve\n  language: da\nplates:\n"


def of_points(*points: str) -> str:
    """A set of one question with these points, each as it is typed."""
    lines = "".join(f"      - {point}\n" for point in points)
    return f"{HEAD}  - question: 1\n    title: Hvad?\n    points:\n{lines}"


# Broken files


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_file(path: Path) -> None:
    expected = EXPECT.findall(path.read_bytes().decode("latin-1"))
    found = reading(path)
    assert [
        f"{each.place.line}:{each.place.column} {each.fault.code}" for each in found.diagnostics
    ] == expected
    assert expected
    for each in found.diagnostics:
        for language in ("da", "en"):
            line = each.line(language)
            assert line.startswith(f"{path.name}:{each.place.line}:{each.place.column}: ")
            assert "\n" not in line
            assert not re.search(r"\{\w+\}|pydantic|NoneType|Traceback", line.split(": ", 2)[2])
    assert (found.plate_set is None) == any(d.severity == "error" for d in found.diagnostics)


def test_every_code_is_provoked() -> None:
    provoked = {
        line.split()[1]
        for path in BROKEN
        for line in EXPECT.findall(path.read_bytes().decode("latin-1"))
    }
    assert provoked | PROVOKED_ELSEWHERE | NOT_OF_THE_SOURCE == set(CATALOGUE)
    assert not provoked & PROVOKED_ELSEWHERE


def test_all_faults_in_one_run() -> None:
    assert len(reading(DATA / "broken" / "many-faults.yaml").diagnostics) == 4


# Files that are no files


def test_file_missing(tmp_path: Path) -> None:
    assert codes(reading(tmp_path / "none.yaml")) == ["file-missing"]


def test_file_is_folder(tmp_path: Path) -> None:
    assert codes(reading(tmp_path)) == ["file-is-folder"]


def test_file_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.yaml"
    path.write_text("set: {}", encoding="utf-8")

    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert codes(reading(path)) == ["file-unreadable"]


def test_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert codes(reading(tmp_path / "pipe.yaml")) == ["file-unreadable"]


def test_file_too_big(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    assert codes(reading(path)) == ["file-too-big"]


def test_utf_16_is_named() -> None:
    found = reading_of(HEAD.encode("utf-16"))
    assert found.diagnostics[0].fault.values["encoding"] == "UTF-16"


def test_language_of_a_broken_file() -> None:
    assert reading_of('set:\n  language: de\n  title: "x\n').language == "de"
    assert reading_of("set: [").language == "da"


# Sound files


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_sound_file(path: Path) -> None:
    found = reading(path)
    assert [each.line("en") for each in found.diagnostics] == []
    assert found.plate_set is not None
    assert tuple(found.places) == found.plate_set.ids
    lines = path.read_text(encoding="utf-8").splitlines()
    for name, plate in found.plate_set.with_ids():
        place = found.places[name]
        assert lines[place.line - 1][place.column - 1 :].startswith(f"{plate.kind}:")


def test_there_is_a_plate_of_every_kind() -> None:
    found = reading(DATA / "every-kind.yaml").plate_set
    assert found is not None
    assert {plate.kind for plate in found.plates} == set(KINDS)


@pytest.mark.parametrize(
    "typed",
    ["no", "ja", "on", "1.10", "012", "1e3", "0x1F", "2014-10-01", "12:30", ".inf", "=", "1_000"],
)
def test_plain_text_is_kept_as_typed(typed: str) -> None:
    found = reading_of(of_points(typed)).plate_set
    assert found is not None
    assert isinstance(found.plates[0], Question)
    assert found.plates[0].points[0].text == typed


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_refused_and_quoted_it_is_text(nothing: str) -> None:
    assert codes(reading_of(of_points(nothing))) == ["empty-value"]
    assert codes(reading_of(of_points(f'"{nothing}"'))) == ([] if nothing else ["empty-text"])


@pytest.mark.parametrize("number", ["012", '"12"', "12"])
def test_numbers_are_digits(number: str) -> None:
    text = f"{HEAD}  - question: {number}\n    title: Hvad?\n    points: [a]\n"
    found = reading_of(text).plate_set
    assert found is not None
    assert found.plates[0].number == 12


def test_byte_order_mark_and_windows_line_ends() -> None:
    text = of_points("Et punkt", "Et til").replace("\n", "\r\n")
    found = reading_of(b"\xef\xbb\xbf" + text.encode())
    assert found.plate_set is not None
    assert found.places["q1"].line == 5


def test_a_later_message_stands_on_its_line_with_windows_line_ends() -> None:
    found = reading_of(of_points("Et", "Se (se spørgsmål 9)").replace("\n", "\r\n"))
    assert str(found.diagnostics[0].place) == "set.yaml:9:13"


def test_references_follow_the_language() -> None:
    text = of_points("(see question 9), (siehe Frage 9)")
    assert codes(reading_of(text)) == []
    assert codes(reading_of(text.replace("language: da", "language: en-GB"))) == [
        "unknown-question"
    ]


def test_an_unsound_plate_is_no_unknown_plate() -> None:
    text = of_points("Læs [svar](#q2)") + "  - question: 2\n    title: Hvad?\n"
    assert codes(reading_of(text)) == ["missing-field"]


def test_plates_after_an_unsound_one_are_checked() -> None:
    text = HEAD + "  - cover: ''\n  - question: 1\n    title: Hvad?\n    points: [a]\n    x: y\n"
    assert codes(reading_of(text)) == ["empty-text", "unknown-field"]


# Nothing raises


def sound_or_faulty(found: Reading) -> None:
    faulty = any(each.severity == "error" for each in found.diagnostics)
    assert (found.plate_set is None) == faulty
    for each in found.diagnostics:
        each.line("da")
        each.line("en")


@given(st.binary(max_size=300))
@example(b"a: !!python/object:os.system x\n")
@example(b"%YAML 9" + b"9" * 5000 + b".1\n---\na\n")
@example(b"[" * 100_000)
@example(b"- " * 100_000)
@example(b"? " * 5_000)
@example(b'"\\UFFFFFFFF"')
@example(b"set: &a {title: *a}")
def test_bytes_never_raise(data: bytes) -> None:
    sound_or_faulty(reading_of(data))


@given(st.text(alphabet="abc:-#*&!|>'\"%@`{}[],?~ \n\t<≤\\u0", max_size=80))
@settings(max_examples=300)
def test_yaml_like_text_never_raises(text: str) -> None:
    sound_or_faulty(reading_of(text))
    sound_or_faulty(reading_of(HEAD + "  - cover: " + text))
    sound_or_faulty(reading_of(of_points(text)))


EVERY_KIND = (DATA / "every-kind.yaml").read_text(encoding="utf-8")


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_mutated_sets_never_raise(data: st.DataObject) -> None:
    text = EVERY_KIND
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        bits = st.sampled_from(["", "  ", "\n", ":", ": ", "- ", "[", "]", "{", "~", '"', "'", "é"])
        text = text[:start] + data.draw(bits) + text[end:]
    sound_or_faulty(reading_of(text))


TREES = st.recursive(
    st.none() | st.text(alphabet=string.ascii_letters + "1 ", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [*KINDS, "title", "points", "text", "id", "rows", "steps", "name", "x"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(
    ("set", "audiences", "plates", "corrections", "open_questions"), TREES)))  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_trees_of_any_shape_never_raise(tree: dict[str, object]) -> None:
    sound_or_faulty(reading_of(yaml.safe_dump(tree, allow_unicode=True)))


# The catalogue and what is made of it


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=CATALOGUE)
def test_both_wordings_are_whole(entry: Entry) -> None:
    danish = f"{entry.da.message}; {entry.da.hint}"
    english = f"{entry.en.message}; {entry.en.hint}"
    assert placeholders(danish) == placeholders(english)
    assert danish != english
    assert entry.example
    for part in (entry.da.message, entry.da.hint, entry.en.message, entry.en.hint):
        assert part == part.strip()
        assert part
        assert not part.endswith((".", ";"))


def test_codes_are_short_words_and_stand_once() -> None:
    assert sum(len(area) for area in AREAS.values()) == len(CATALOGUE)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code) for code in CATALOGUE)


def test_every_fault_in_the_program_fills_its_wording() -> None:
    """A code that is not in the catalogue, or a value too few, would fail only in use."""
    seen = set()
    for path in (ROOT / "planche").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            name = call.func.id if isinstance(call.func, ast.Name) else name
            code = {"FaultError": 0, "add": 1 if len(call.args) == 2 else 0}.get(name, 9)
            given = call.args[code] if code < len(call.args) else None
            if not isinstance(given, ast.Constant) or (name == "add" and not call.keywords):
                continue
            assert given.value in CATALOGUE, f"{path.name}:{call.lineno}"
            values = {str(keyword.arg) for keyword in call.keywords}
            wording = CATALOGUE[given.value].en
            wanted = placeholders(wording.message + wording.hint)
            assert wanted <= values, f"{path.name}:{call.lineno}: {wanted - values}"
            seen.add(given.value)
    assert len(seen) > len(CATALOGUE) // 2


def test_the_page_of_messages_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m tools.diagnostics_page"


# The schema


def test_schema_is_valid_and_stable() -> None:
    text = schema_text()
    assert text == schema_text()
    assert text.endswith("}\n")
    schema = json.loads(text)
    assert "$id" not in text
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft7Validator.check_schema(schema)  # what editors' YAML services go by


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_schema_accepts_sound_files(path: Path) -> None:
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(
        yaml.safe_load(path.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize(
    "plate",
    [
        {"question": 1, "table": "a", "title": "b", "points": ["c"]},
        {"title": "b", "points": ["c"]},
        {"cover": "a", "colour": "b"},
        {"cover": None},
        {"cover": "a", "notes": None},
        {"question": "five", "title": "a", "points": ["b"]},
    ],
)
def test_schema_refuses_unsound_plates(plate: dict[str, object]) -> None:
    whole = {"set": {"title": "a", "language": "da"}, "plates": [plate]}
    assert not jsonschema.Draft202012Validator(json.loads(schema_text())).is_valid(whole)


def test_every_field_of_the_schema_is_described() -> None:
    schema = json.loads(schema_text())
    for part in [schema, *schema["$defs"].values()]:
        for name, field in part.get("properties", {}).items():
            assert "description" in field or "$ref" in field, name
