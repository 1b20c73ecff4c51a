"""`build.py serve` as people start it, on a copy of a set in a folder of its own."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.sets import DATA, ROOT

ADDRESS = re.compile(r"http://127\.0\.0\.1:(?P<port>[0-9]+)/")


@dataclass
class Served:
    """A running server: its process, where it answers, and its files."""

    process: "subprocess.Popen[str]"
    address: str
    port: int
    folder: Path

    @property
    def source(self) -> Path:
        """The set that is being written."""
        return self.folder / "set.yaml"

    @property
    def out(self) -> Path:
        """Where it builds."""
        return self.folder / "out"

    def save(self, before: str, after: str) -> None:
        """Change words of the set."""
        edit(self.source, before, after)

    def get(self, path: str, host: str | None = None) -> tuple[int, bytes]:
        """What it answers to a path: status and body."""
        request = Request(self.address + path, headers={"Host": host} if host else {})
        try:
            with urlopen(request, timeout=30) as answer:
                return answer.status, answer.read()
        except HTTPError as error:
            return error.code, error.read()

    def interrupt(self) -> tuple[int, str]:
        """Ctrl-C: the exit code, and what was said."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


def edit(path: Path, before: str, after: str) -> None:
    """Change words of a file, as an editor does: a new file in the old one's place."""
    text = path.read_text(encoding="utf-8")
    assert before in text, before
    new = path.with_name(f".{path.name}.tmp")
    new.write_text(text.replace(before, after, 1), encoding="utf-8")
    new.replace(path)


def copy_of_the_project(folder: Path) -> Path:
    """All that runs, in a folder whose theme and templates may be edited."""
    for name in ("planche", "templates", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "build.py", folder)
    return folder


def free_port() -> int:
    """A port that nothing uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(folder: Path, port: int, *options: str, project: Path = ROOT) -> Iterator[Served]:
    """A server on a copy of the set with a plate of every kind; ended in any case."""
    source = folder / "set.yaml"
    if not source.exists():
        source.write_bytes((DATA / "every-kind.yaml").read_bytes())
    (folder / "temporary").mkdir(exist_ok=True)
    command = [sys.executable, str(project / "build.py"), "serve", "set.yaml", "--out", "out"]
    process = subprocess.Popen(
        [*command, "--port", str(port), *options],
        cwd=folder,
        env={**os.environ, "TMPDIR": str(folder / "temporary"), "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        found = ADDRESS.search(process.stdout.readline())
        assert found, process.communicate()[1]
        yield Served(process, found[0], int(found["port"]), folder)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)
