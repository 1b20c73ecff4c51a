"""Which plates are to be printed again since an earlier edition."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planche.changes import Changes, changes
from planche.cli import main
from planche.commands.exit_codes import BAD_INPUT, DONE
from planche.manifest import Artefact
from tests.written import files

Said = pytest.CaptureFixture[str]


def poster(number: int, plate: str, sha256: str, paper: str = "posters/a3") -> Artefact:
    return Artefact(f"{paper}/{number:02d}-{plate}.pdf", "poster", (plate,), 1, 9, sha256, "")


def edition(*plates: str, paper: str = "posters/a3") -> list[Artefact]:
    """Posters in order, each `id:digest`."""
    numbered = enumerate((plate.split(":") for plate in plates), start=1)
    return [poster(number, plate, sha256, paper) for number, (plate, sha256) in numbered]


# The comparison


def test_each_plate_is_in_its_group_and_in_order() -> None:
    old = edition("cover:1", "q9:2", "q2:3", "q3:4", "q4:5")
    new = edition("cover:1", "q2:x", "q10:6", "q3:4", "q1:7", "q9:y")
    assert changes(old, new) == Changes(
        changed=("q2", "q9"), added=("q10", "q1"), removed=("q4",), same=("cover", "q3")
    )


def test_a_plate_with_another_number_is_compared_by_its_file() -> None:
    old, new = edition("a:1", "b:2"), [poster(7, "b", "2"), poster(100, "a", "3")]
    assert changes(old, new) == Changes(("a",), (), (), ("b",))


def test_only_a_plates_own_posters_count() -> None:
    """Not the file of all, of an audience with one plate, nor a deck of the plate."""
    others = [
        Artefact("posters/a3/all.pdf", "poster", ("q1",), 1, 9, "x", ""),
        Artefact("posters/a3/team.pdf", "poster", ("q1",), 1, 9, "x", ""),
        Artefact("posters/a3/02-team.pdf", "poster", ("q1",), 1, 9, "x", ""),
        Artefact("deck/plates/01-q1.pptx", "deck", ("q1",), 1, 9, "x", ""),
    ]
    assert changes(edition("q1:1"), [*others, *edition("q1:1")]).same == ("q1",)
    assert changes(edition("q1:1"), others) == Changes((), (), ("q1",), ())


def test_a_new_paper_is_no_change_and_a_changed_one_is() -> None:
    a3, a4 = edition("q1:1"), edition("q1:2", paper="posters/a4")
    assert changes(a3, [*a3, *a4]).same == ("q1",)
    assert changes([*a3, *a4], [*a3, *edition("q1:3", paper="posters/a4")]).changed == ("q1",)
    assert changes(a3, a4).changed == ("q1",)


PLATES = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from("123"))


@given(PLATES, PLATES)
def test_no_plate_is_lost_or_named_twice(old: dict[str, str], new: dict[str, str]) -> None:
    before, now = (edition(*(f"{k}:{v}" for k, v in each.items())) for each in (old, new))
    found = changes(before, now)
    named = [*found.changed, *found.added, *found.removed, *found.same]
    assert sorted(named) == sorted(old.keys() | new.keys())
    assert set(found.same) == {plate for plate in old if new.get(plate) == old[plate]}
    assert set(found.removed) == old.keys() - new.keys()


# The command


@pytest.fixture
def project(tmp_path: Path, editions: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a source, its output, and the manifest of an earlier edition."""
    folder = tmp_path / "project"
    shutil.copytree(editions, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("editions")
    source, out = folder / "set.yaml", folder / "output"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for last in ("Nej", "Måske"):
            source.write_text(set_of("Ja", last), encoding="utf-8")
            assert main(["build", "set.yaml", "--target", "posters", "--quiet"]) == DONE
            if last == "Nej":
                shutil.copy(out / "manifest.json", folder / "old.json")
    return folder


def set_of(*points: str) -> str:
    questions = (
        f"  - question: {number}\n    title: Hvorfor nummer {number}?\n    points: [{point}]\n"
        for number, point in enumerate(points, start=1)
    )
    return f"set:\n  title: Prøve\n  language: da\nplates:\n{''.join(questions)}"


def test_what_is_to_be_printed_again(project: Path, capsys: Said) -> None:
    assert main(["changes", "old.json"]) == DONE
    said = capsys.readouterr()
    assert said.out == "trykkes igen (1): q2\nkan blive hængende: 1 af 2\n"
    assert said.err == ""
    assert main(["changes", "old.json", "set.yaml", "--language", "en"]) == DONE
    said = capsys.readouterr()
    assert said.out == "print again (1): q2\nmay stay on the wall: 1 of 2\n"


def test_nothing_is_to_be_printed_again(project: Path, capsys: Said) -> None:
    shutil.copy("output/manifest.json", "old.json")
    assert main(["changes", "old.json"]) == DONE
    assert capsys.readouterr().out == "kan blive hængende: 2 af 2\n"


def test_an_edition_is_not_compared_with_itself(project: Path, capsys: Said) -> None:
    assert main(["changes", "output/manifest.json"]) == BAD_INPUT
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("output/manifest.json:1:1: error edition-is-present: ")


def test_json(project: Path, capsys: Said) -> None:
    assert main(["changes", "old.json", "--json", "--out", str(project / "output")]) == DONE
    assert json.loads(capsys.readouterr().out) == {
        "changed": ["q2"], "added": [], "removed": [], "same": ["q1"]
    }  # fmt: skip


def test_plates_that_come_and_go(project: Path, capsys: Said) -> None:
    rewrite(project / "old.json", "q2", "q9")
    assert main(["changes", "old.json"]) == DONE
    assert capsys.readouterr().out.splitlines() == [
        "trykkes for første gang (1): q2",
        "tages ned (1): q9",
        "kan blive hængende: 1 af 2",
    ]


def rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_nothing_is_said_of_posters_older_than_the_source(
    project: Path, capsys: Said, form: list[str]
) -> None:
    """Whoever reads the last line alone would leave old text on the wall."""
    rewrite(project / "set.yaml", "Ja", "Jo")
    assert main(["changes", "old.json", *form]) == BAD_INPUT
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("set.yaml:1:1: error output-stale: ")


def test_posters_older_than_the_decks_are_told(project: Path, capsys: Said) -> None:
    path = project / "output" / "manifest.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    next(each for each in found["artefacts"] if each["kind"] == "poster")["stale"] = True
    path.write_text(json.dumps(found), encoding="utf-8")
    assert main(["changes", "old.json"]) == BAD_INPUT
    assert " error output-stale: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not-a-manifest"),
        (b"[]", "not-a-manifest"),
        (b"set:\n  title: x\n", "not-a-manifest"),
        (b"\xff\xfe\x00", "not-a-manifest"),
        (b"[" * 100_000, "not-a-manifest"),
        (b'{"artefacts": []}', "not-a-manifest"),
        (b'{"format": null, "source": {}, "artefacts": []}', "not-a-manifest"),
        (b'{"format": 1, "source": "x", "artefacts": []}', "not-a-manifest"),
        (
            b'{"format": 1, "source": {"path": "", "sha256": ""}, "artefacts": [1]}',
            "not-a-manifest",
        ),
        (b'{"format": 2, "source": {}, "artefacts": []}', "other-manifest"),
        (
            b'{"format": 1, "source": {"path": "", "sha256": ""}, "artefacts": []}',
            "edition-without-posters",
        ),
        (b" " * (2 * 1024 * 1024 + 1), "file-too-big"),
        (None, "file-missing"),
    ],
)
def test_what_is_no_old_manifest(
    project: Path, capsys: Said, content: bytes | None, code: str
) -> None:
    (project / "old.json").unlink()
    if content is not None:
        (project / "old.json").write_bytes(content)
    assert main(["changes", "old.json"]) == BAD_INPUT
    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    assert line.startswith(f"old.json:1:1: error {code}: ")
    assert "; " in line
    assert said.out == ""


def test_a_folder_is_no_manifest(project: Path, capsys: Said) -> None:
    assert main(["changes", "output"]) == BAD_INPUT
    assert capsys.readouterr().err.startswith("output:1:1: error file-is-folder: ")


def test_without_an_output_one_must_build_first(project: Path, capsys: Said) -> None:
    assert main(["changes", "old.json", "--out", "empty"]) == BAD_INPUT
    said = capsys.readouterr()
    assert said.err.startswith("empty/manifest.json:1:1: error nothing-built: ")
    assert "build.py" in said.err
    assert not (project / "empty").exists()


def test_a_source_that_is_gone_is_told(project: Path, capsys: Said) -> None:
    (project / "set.yaml").unlink()
    assert main(["changes", "old.json"]) == BAD_INPUT
    assert capsys.readouterr().err.startswith("set.yaml:1:1: error file-missing: ")


def test_the_command_writes_nothing(project: Path, capsys: Said) -> None:
    before = files(project)
    assert main(["changes", "old.json"]) == DONE
    assert files(project) == before
