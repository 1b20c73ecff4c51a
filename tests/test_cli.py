"""The command: its exit codes, its messages, and what it leaves alone."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planche.cli import main
from planche.commands.exit_codes import BAD_INPUT, DONE, FAILED, PART_MISSING, WARNED
from planche.deck import deck
from planche.decks import DeckPlan
from planche.workshop import TEMPLATES
from tests.cli_support import BROKEN, LINE, PLACE, SMALL, Said, a_set, codes
from tests.sets import DATA, REFUSED, ROOT
from tests.written import files

pytestmark = pytest.mark.usefixtures("elsewhere")


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A set that is sound but for one remark."""
    return a_set(tmp_path, "  - question: 1\n    title: Vi er #1\n    points: [Ja, Nej]\n")


# 0: done


def test_a_build_is_done(tmp_path: Path, capsys: Said) -> None:
    assert main(["build", str(SMALL), "--out", str(tmp_path / "o")]) == DONE
    said = capsys.readouterr()
    assert said.err == ""
    told = [line.split(":")[0] for line in said.out.splitlines()]
    folder = tmp_path / "o"
    assert told == [f"plakater i {folder}/posters", f"præsentationer i {folder}/deck",
                    f"filer til kontorprinteren i {folder}/posters"]  # fmt: skip
    made = files(folder)
    assert {Path(path).suffix for path in made} == {
        ".pptx", ".potx", ".pdf", ".png", ".zip", ".json", ".html", ".txt",
        ".css", ".js", ".webp", ".woff2", ".md",
    }  # fmt: skip


def test_build_is_the_command_and_output_the_folder_where_none_is_named(
    elsewhere: Path, capsys: Said
) -> None:
    assert main([str(SMALL), "--target", "deck"]) == DONE
    assert [path.name for path in elsewhere.iterdir()] == ["output"]
    assert "output/deck" in capsys.readouterr().out


def test_quiet_says_nothing(tmp_path: Path, capsys: Said) -> None:
    command = [str(SMALL), "--target", "posters", "--out", str(tmp_path / "o")]
    assert main([*command, "--quiet"]) == DONE
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("target", "folders"), [("deck", {"deck", "screens"}), ("posters", {"posters"})]
)
def test_a_target_is_made_alone(tmp_path: Path, target: str, folders: set[str]) -> None:
    assert main([str(SMALL), "--out", str(tmp_path / "o"), "--target", target, "--quiet"]) == DONE
    made = {path.name for path in (tmp_path / "o").iterdir() if path.is_dir()}
    assert made == folders | {"text"}  # the words alone are made every time


def test_only_makes_the_files_of_some_plates(tmp_path: Path) -> None:
    source, out = DATA / "every-kind.yaml", tmp_path / "o"
    only = ["--only", "q1,foer-og-nu", "--only", "ladder-1-statements-2"]
    assert main([str(source), "--out", str(out), "--quiet", *only]) == DONE
    made = {path for path in files(out) if path.endswith((".pdf", ".pptx"))}
    ids = ["04-q1", "05-foer-og-nu", "06-ladder-1", "07-mosaic-1", "08-statements-2"]
    papers = ("a3", "a3-office", "a4", "a4-tiles")
    posters = {f"posters/{paper}/{each}.pdf" for paper in papers for each in ids}
    assert made == posters | {f"deck/plates/{each[3:]}.pptx" for each in ids}


def test_only_takes_an_audience(tmp_path: Path) -> None:
    source, out = DATA / "every-kind.yaml", tmp_path / "o"
    assert main([str(source), "--out", str(out), "--quiet", "--only", "audience:borger"]) == DONE
    made = {path for path in files(out) if path.endswith(".pdf")}
    papers = ("a3", "a3-office", "a4", "a4-tiles")
    plates = ("04-q1", "06-ladder-1")
    assert made == {f"posters/{paper}/{plate}.pdf" for paper in papers for plate in plates}


# 1: done, with warnings under --strict


@pytest.mark.parametrize(("options", "code"), [([], DONE), (["--strict"], WARNED)])
def test_a_warning_is_said_and_only_strict_minds(
    warned: Path, tmp_path: Path, capsys: Said, options: list[str], code: int
) -> None:
    out = tmp_path / "o"
    made = ["build", str(warned), "--target", "posters", "--out", str(out), "--quiet"]
    assert main([*made, *options]) == code
    assert codes(capsys.readouterr().err) == ["text-cut-by-hash"]
    assert (out / "manifest.json").is_file()
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert [each["code"] for each in report["diagnostics"]] == ["text-cut-by-hash"]
    assert main(["check", str(warned), *options]) == code


def test_strict_without_a_warning_is_done() -> None:
    assert main(["check", str(SMALL), "--strict"]) == DONE


# 2: bad input, and nothing written


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_file_is_refused_where_it_is_wrong(
    path: Path, tmp_path: Path, capsys: Said
) -> None:
    out = tmp_path / "o"
    expected = PLACE.findall(path.read_bytes().decode("utf-8", errors="replace"))
    wrong = main(["check", str(path)])
    said = capsys.readouterr().err
    lines = said.splitlines()
    severities = [match["severity"] for match in map(LINE.match, lines) if match]
    assert wrong == (BAD_INPUT if "error" in severities else DONE)
    for line, (place, code) in zip(lines, expected, strict=True):
        assert line.startswith(f"{path.as_posix()}:{place}: ")
        assert f" {code}: " in line
    if wrong:
        assert main(["build", str(path), "--out", str(out)]) == BAD_INPUT
        assert capsys.readouterr().err == said
        assert not out.exists()


@pytest.mark.parametrize("name", REFUSED)
def test_a_set_that_does_not_fit_is_refused(name: str, tmp_path: Path, capsys: Said) -> None:
    assert main([str(DATA / name), "--out", str(tmp_path / "o")]) == BAD_INPUT
    assert set(codes(capsys.readouterr().err)) == REFUSED[name]
    assert not (tmp_path / "o").exists()


NO_SETS: dict[str, bytes] = {
    "empty": b"",
    "zeros": b"\0" * 50,
    "picture": b"\x89PNG\r\n\x1a\n\xff\xfe",
    "brackets": b"[" * 5000,
    "braces": b"{a: " * 3000,
    "list": b"- a\n- b\n",
    "text": "æøå".encode(),
    "json": b'{"set": {"title": "x", "language": "da"}, "plates": []}',
    "python": b"!!python/object/apply:os.system ['true']",
    "bombs": b"a: &a [x, x]\nb: [*a, *a]\n",
    "utf-16": "set:\n  title: Prøve".encode("utf-16"),
    "no-plates": "set:\n  title: Prøve\n  language: da\nplates: []\n".encode(),
    "no-language": b"set:\n  title: x\nplates:\n  - cover: x\n",
    "theme": b"set: {title: x, language: da, theme: winter}\nplates:\n  - cover: x\n",
}


@pytest.mark.parametrize("name", NO_SETS)
def test_what_is_no_set_is_refused(name: str, tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "set.yaml"
    path.write_bytes(NO_SETS[name])
    for command in (["check", str(path)], ["build", str(path), "--out", str(tmp_path / "o")]):
        assert main(command) == BAD_INPUT
        assert codes(capsys.readouterr().err)
    assert not (tmp_path / "o").exists()


def test_a_source_that_is_not_there(tmp_path: Path, capsys: Said) -> None:
    assert main([str(tmp_path / "none.yaml")]) == BAD_INPUT
    assert codes(capsys.readouterr().err) == ["file-missing"]
    assert main([str(tmp_path)]) == BAD_INPUT
    assert codes(capsys.readouterr().err) == ["file-is-folder"]


def test_a_theme_that_is_not_there(capsys: Said) -> None:
    assert main(["check", str(SMALL), "--theme", "winter"]) == BAD_INPUT
    assert codes(capsys.readouterr().err) == ["theme-missing"]


@pytest.mark.parametrize("name", ["q99", "q2-q1", "audience:nobody", "q1-", "-", "../x", "q1 q99"])
def test_plates_that_are_not_there(name: str, tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "o"
    assert main([str(DATA / "every-kind.yaml"), "--out", str(out), f"--only={name}"]) == BAD_INPUT
    assert codes(capsys.readouterr().err) == ["unknown-selection"]
    assert not out.exists()


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["build", "--target", "film"], ["check", "a", "b"], ["--only"]]
)
def test_wrong_arguments_are_bad_input(arguments: list[str], capsys: Said) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == BAD_INPUT
    assert "usage:" in capsys.readouterr().err


def test_bad_input_leaves_the_earlier_output(warned: Path, tmp_path: Path) -> None:
    out = tmp_path / "o"
    main([str(SMALL), "--out", str(out), "--quiet"])
    before = files(out)
    assert main([str(BROKEN[0]), "--out", str(out)]) == BAD_INPUT
    assert files(out) == before


# 3: a part of the system is missing


def test_a_missing_part_of_the_system_is_named(tmp_path: Path) -> None:
    """WeasyPrint raises OSError on import where Pango is missing."""
    fake = tmp_path / "fake" / "weasyprint"
    fake.mkdir(parents=True)
    (fake / "__init__.py").write_text(
        "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\")\n"
    )
    paths = os.pathsep.join([str(fake.parent), str(ROOT)])
    command = [sys.executable, "-m", "build", str(SMALL), "--out", str(tmp_path / "o")]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == PART_MISSING, done.stderr
    assert codes(done.stderr) == ["part-missing"]
    assert "libpango" in done.stderr
    assert not (tmp_path / "o").exists()


# 4: what was made failed its proof, or could not be written


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """An output with an earlier build."""
    out = tmp_path / "o"
    made = ["--target", "deck", "--target", "posters"]
    assert main([str(SMALL), *made, "--out", str(out), "--quiet"]) == DONE
    return out


@pytest.mark.parametrize(
    "css",
    [
        "p, li, h1 { letter-spacing: 1pt !important }",
        "section * { font-size: 130% !important }",
        "section { transform: translate(4mm, 0) }",
        "body::after { content: 'x'; display: block; break-before: page }",
        "section { no-such-property: 1 }",
        "@font-face { font-family: x; src: url(https://example.com/x.ttf) } h1 { font-family: x }",
    ],
)
def test_posters_that_fail_their_proof_are_not_published(
    css: str, earlier: Path, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The style is changed behind the layout's back."""
    before = files(earlier)
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    with (tmp_path / "templates" / "pages" / "plate.css").open("a", encoding="utf-8") as style:
        style.write(css)
    monkeypatch.setattr("planche.shelves.posters.TEMPLATES", tmp_path / "templates")
    command = [str(SMALL), "--target", "posters", "--target", "deck"]
    assert main([*command, "--out", str(earlier)]) == FAILED
    assert set(codes(capsys.readouterr().err)) == {"proof-failed"}
    assert files(earlier) == before


def test_a_deck_that_fails_its_proof_is_not_published(
    earlier: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(earlier)

    def half(plan: DeckPlan, *others: Any) -> bytes:
        return deck(replace(plan, pages=plan.pages[:-1]), *others)

    monkeypatch.setattr("planche.deck.deck", half)
    command = [str(DATA / "english.yaml"), "--target", "deck", "--target", "posters"]
    assert main([*command, "--out", str(earlier)]) == FAILED
    assert set(codes(capsys.readouterr().err)) == {"proof-failed"}
    assert files(earlier) == before


def test_an_output_that_cannot_be_written(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    for out in (tmp_path / "file", tmp_path / "file" / "o"):
        assert main([str(SMALL), "--target", "deck", "--out", str(out)]) == FAILED
        assert codes(capsys.readouterr().err) == ["cannot-write"]
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_folder_in_the_way_leaves_the_earlier_output(earlier: Path, capsys: Said) -> None:
    shutil.rmtree(earlier / "deck")
    (earlier / "deck" / "et-punkt.pptx" / "mine").mkdir(parents=True)
    before = files(earlier)
    assert main([str(SMALL), "--target", "deck", "--out", str(earlier)]) == FAILED
    assert codes(capsys.readouterr().err) == ["cannot-write"]
    assert files(earlier) == before


# Language


@pytest.mark.parametrize(
    ("language", "options", "word"),
    [
        ("da", [], "kendes ikke"),
        ("da-DK", [], "kendes ikke"),
        ("en", [], "not known"),
        ("de", [], "not known"),
        ("da", ["--language", "en"], "not known"),
        ("en", ["--language", "da"], "kendes ikke"),
    ],
)
def test_messages_are_in_the_language_of_the_set(
    language: str, options: list[str], word: str, tmp_path: Path, capsys: Said
) -> None:
    source = a_set(tmp_path, "  - cover: x\n    titel: y\n", language)
    assert main(["check", str(source), *options]) == BAD_INPUT
    assert word in capsys.readouterr().err


@pytest.mark.parametrize(
    ("source", "options", "words"),
    [
        ("one-bullet.yaml", [], ("plakater", "slides")),
        ("english.yaml", [], ("poster file", "slides")),
        ("german.yaml", [], ("poster file", "slides")),
        ("one-bullet.yaml", ["--language", "en"], ("poster file", "slide")),
    ],
)
def test_results_are_in_the_language_of_the_set(
    source: str, options: list[str], words: tuple[str, str], tmp_path: Path, capsys: Said
) -> None:
    made = ["--target", "deck", "--target", "posters", "--only", "q1"]
    assert main([str(DATA / source), *made, "--out", str(tmp_path / "o"), *options]) == DONE
    said = capsys.readouterr().out
    assert all(word in said for word in words), said


# As a process


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with some variables of the environment set."""
    command = [sys.executable, str(ROOT / "build.py"), *arguments]
    environment = {**os.environ, **variables}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


BARE = [sys.executable, "-I", "-S"]
"""A Python that knows none of the packages."""


def test_a_python_without_the_packages_hands_over_to_the_one_that_has_them() -> None:
    command = [*BARE, str(ROOT / "build.py"), "check", str(SMALL), "--strict"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (DONE, "")


def test_before_make_it_says_what_to_do(tmp_path: Path) -> None:
    alone = shutil.copy(ROOT / "build.py", tmp_path)
    done = subprocess.run([*BARE, alone], capture_output=True, text=True, check=False)
    assert done.returncode == PART_MISSING
    assert codes(done.stderr) == ["part-missing"]
    assert "run `make`" in done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["-h"]])
def test_help(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == DONE
    assert "usage: build.py" in done.stdout


def test_exit_codes_are_those_of_the_process(elsewhere: Path) -> None:
    assert run("check", str(SMALL)).returncode == DONE
    broken = run("check", str(BROKEN[0]))
    assert broken.returncode == BAD_INPUT
    assert codes(broken.stderr)
    assert list(elsewhere.iterdir()) == []


def test_messages_can_be_said_whatever_the_locale(tmp_path: Path) -> None:
    source = a_set(tmp_path, "  - cover: x\n    titel: øre\n")
    done = run("check", str(source), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == BAD_INPUT
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["schema", "check"])
def test_a_reader_that_stops_early_is_no_fault(command: str) -> None:
    shell = f'"{sys.executable}" "{ROOT / "build.py"}" {command} | true'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)
    assert done.returncode == DONE
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
