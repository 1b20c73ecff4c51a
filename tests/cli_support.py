"""The command for the tests: small sets, and what is said and written."""

import re
from pathlib import Path

import pytest

from tests.sets import DATA

BROKEN = sorted((DATA / "broken").glob("*.yaml"))
SMALL = DATA / "one-bullet.yaml"
LINE = re.compile(r"^[^:\n]+:\d+:\d+: (?P<severity>error|warning) (?P<code>[a-z0-9-]+): .+; .+$")
PLACE = re.compile(r"(?m)^# expect (\d+:\d+) ([a-z0-9-]+)$")

Said = pytest.CaptureFixture[str]


def codes(stderr: str) -> list[str]:
    """The codes of the messages, every line of which must be one."""
    found = []
    for line in stderr.splitlines():
        match = LINE.match(line)
        assert match, line
        found.append(match["code"])
    return found


def a_set(folder: Path, text: str, language: str = "da") -> Path:
    path = folder / "set.yaml"
    head = f"set:\n  title: Prøve\n  language: {language}\nplates:\n"
    path.write_text(head + text, encoding="utf-8")
    return path
