"""`build.py serve` as a process: where it answers, what it refuses, what it writes, how it ends."""

import json
import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from planche.cli import main
from planche.manifest import sha256
from tests.serve_support import Served, free_port, serve
from tests.written import files


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, every_kind: Path) -> Iterator[Served]:
    with serve(at_home(every_kind, tmp_path_factory.mktemp("serve")), free_port()) as running:
        yield running


@pytest.fixture
def home(every_kind: Path, tmp_path: Path) -> Path:
    """A folder with a set and what was built from it."""
    return at_home(every_kind, tmp_path)


def at_home(every_kind: Path, folder: Path) -> Path:
    shutil.copy(every_kind / "set.yaml", folder)
    shutil.copytree(every_kind / "output", folder / "out")
    return folder


def built(server: Served) -> dict[str, str]:
    """Path and digest of every file, once they are made from the set as it is."""
    wanted = sha256(server.source.read_bytes())
    while True:  # pytest's own patience is the limit
        try:
            found = json.loads((server.out / "manifest.json").read_bytes())
        except FileNotFoundError:
            found = None
        if found and found["source"]["sha256"] == wanted:
            return {each["path"]: each["sha256"] for each in found["artefacts"]}
        assert server.process.poll() is None, server.process.communicate()[1]
        time.sleep(0.2)


def test_it_answers_on_this_machine_only(served: Served) -> None:
    with (
        pytest.raises(ConnectionRefusedError),
        socket.create_connection(("127.0.0.2", served.port)),
    ):
        pass
    assert served.get("preview/q1")[0] == 200


@pytest.mark.parametrize("host", ["plancher.example", "127.0.0.1.plancher.example", "192.168.1.4"])
def test_a_name_pointed_at_this_machine_is_refused(served: Served, host: str) -> None:
    status, body = served.get("preview/q1", host=f"{host}:{served.port}")
    assert status == 400
    assert b"<html" not in body


@pytest.mark.parametrize(
    "path",
    [
        "preview/q99",
        "preview/q1/paperback",
        "faces/none.ttf",
        "faces/..%2Fset.yaml",
        "serve/none.js",
        "serve/guides.svg",
        "..%2Fset.yaml",
        "%2e%2e/set.yaml",
        ".planche-new/complete",
    ],
)
def test_what_there_is_not_is_not_found(served: Served, path: str) -> None:
    assert served.get(path)[0] == 404


def test_files_are_built_after_a_save_and_downloaded_as_they_are(served: Served) -> None:
    before = built(served)
    served.save("CO₂ eller H~2~O", "CO₂, H~2~O eller brint")
    after = built(served)
    poster = "posters/a3/04-q1.pdf"
    assert before[poster] != after[poster]
    assert sha256(served.get(poster)[1]) == after[poster]
    assert {each.name for each in served.folder.iterdir()} == {"set.yaml", "out", "temporary"}
    status, page = served.get("")
    assert status == 200
    assert b"Alle slags" in page
    assert 'src="/serve/beside.js" data-way="Se den, mens du skriver"' in page.decode()


def test_a_taken_port_is_one_message_and_the_next_is_used(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serve(tmp_path, port) as running:
            assert running.port > port
            code, said = running.interrupt()
    assert code == 0
    (line,) = said.splitlines()
    assert "warning port-taken" in line
    assert f"port {port} er optaget; her bruges {running.port}" in line


def test_ctrl_c_ends_it_with_pages_open(home: Path) -> None:
    with serve(home, free_port()) as running, urlopen(f"{running.address}live/q1") as page:
        assert page.readline() == b"event: sight\n"
        assert running.interrupt() == (0, "")
        page.read()  # the stream has an end, too
    assert {each.name for each in home.iterdir()} == {"set.yaml", "out", "temporary"}


def test_ctrl_c_amid_a_build_leaves_the_earlier_files_and_no_others(home: Path) -> None:
    before = files(home / "out")
    with serve(home, free_port()) as running, urlopen(f"{running.address}live") as page:
        running.save("CO₂ eller H~2~O", "CO₂, H~2~O eller brint")
        while page.readline() != b'data: "building"\n':
            pass  # pytest's own patience is the limit
        assert running.interrupt() == (0, "")
    assert files(home / "out") == before
    assert {each.name for each in home.iterdir()} == {"set.yaml", "out", "temporary"}
    assert not list((home / "temporary").iterdir())


def test_an_output_that_is_current_is_not_built_again(home: Path) -> None:
    manifest = home / "out" / "manifest.json"
    before = manifest.stat().st_mtime_ns
    with serve(home, free_port()) as running, urlopen(f"{running.address}live") as page:
        events = [page.readline().decode() for _ in range(6)]
    assert 'data: "current"\n' in events
    assert manifest.stat().st_mtime_ns == before


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "findes-ikke.yaml"]) == 2
    assert "file-missing" in capsys.readouterr().err
