"""`check` and `schema`: what they say, and that they write nothing."""

import json
import re
from pathlib import Path

import pytest

from planche.cli import main
from planche.commands.exit_codes import BAD_INPUT, DONE
from planche.workshop import DEFAULT_SOURCE
from tests.cli_support import BROKEN, SMALL, Said
from tests.sets import DATA
from tests.written import files

pytestmark = pytest.mark.usefixtures("elsewhere")


def test_check_writes_nothing(elsewhere: Path, capsys: Said) -> None:
    before = files(DATA)
    assert main(["check"]) == DONE
    assert main(["check", str(DATA / "every-kind.yaml"), "--json"]) == DONE
    assert main(["check", str(BROKEN[0])]) == BAD_INPUT
    assert list(elsewhere.iterdir()) == []
    assert files(DATA) == before


def test_check_lists_what_an_editor_must_decide(capsys: Said) -> None:
    assert main(["check"]) == DONE
    said = capsys.readouterr()
    assert said.err == ""
    assert "plancher: 23" in said.out
    source = DEFAULT_SOURCE.read_text(encoding="utf-8")
    questions = source[source.index("\nopen_questions:") :].count("plate:")
    assert len(re.findall(r"(?m)^  [a-z0-9-]+: ", said.out)) == questions


def test_check_lists_alternative_texts_that_were_made_by_themselves(capsys: Said) -> None:
    assert main(["check", "--strict"]) == DONE  # to be judged, and nothing wrong
    said = capsys.readouterr().out
    assert "figurer, hvis alternative tekst er lavet af sig selv" in said
    place = "content/planchesaet.yaml:198:5"
    assert f"\n  {place} ladder-1: Trappe med seks trin, lavest først: Aktiv i eget liv" in said
    assert main(["check", "--json"]) == DONE
    made = json.loads(capsys.readouterr().out)["alternatives"]
    assert [each["plate"] for each in made] == [
        "table-1", "ladder-1", "statements-9", "mosaic-1"
    ]  # fmt: skip
    assert [each["line"] for each in made][1] == 198
    assert made[1]["text"].startswith("Trappe med seks trin")


def test_a_figure_with_an_alt_of_its_own_is_not_listed(capsys: Said) -> None:
    assert main(["check", str(DATA / "every-kind.yaml"), "--language", "en"]) == DONE
    said = capsys.readouterr().out
    assert (
        "figures whose alternative text was made by itself (write alt to say it better): 3" in said
    )
    assert "mosaic-1" not in said


@pytest.mark.parametrize("path", [DEFAULT_SOURCE, SMALL, *BROKEN[:5]], ids=lambda path: path.stem)
def test_check_gives_its_findings_as_json(path: Path, capsys: Said) -> None:
    code = main(["check", str(path), "--json"])
    said = capsys.readouterr()
    assert said.err == ""
    found = json.loads(said.out)
    assert set(found) == {"diagnostics", "open_questions", "corrections", "alternatives"}
    assert bool(found["diagnostics"]) == (code == BAD_INPUT)
    for each in found["diagnostics"]:
        assert set(each) == {"severity", "code", "path", "line", "column", "message"}
        assert set(each["message"]) == {"da", "en"}
    main(["check", str(path)])
    lines = capsys.readouterr().err.splitlines()
    assert [
        f"{each['path']}:{each['line']}:{each['column']}:" for each in found["diagnostics"]
    ] == [line.split(" ")[0] for line in lines]


def test_the_schema_beside_the_source_is_current(capsys: Said) -> None:
    assert main(["schema"]) == DONE
    said = capsys.readouterr().out
    path = DEFAULT_SOURCE.parent / "planchesaet.schema.json"
    assert said == path.read_text(encoding="utf-8")
    first = DEFAULT_SOURCE.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={path.name}"


# As people run it
