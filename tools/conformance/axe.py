"""axe-core: what a machine finds of WCAG 2.2 in a web page, in Chromium."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tools.conformance.browser import any_browser
from tools.conformance.verdict import JudgeError, Verdict

SCRIPT = Path(__file__).with_name("axe.mjs")
STANDARD = "WCAG 2.2 A, AA and axe's best practices"


def judged(files: Sequence[Path]) -> Verdict:
    """The verdict on some web pages; raises JudgeError where axe or a browser is missing."""
    node = shutil.which("node")
    browser = any_browser()
    if node is None or browser is None or not SCRIPT.with_name("node_modules").exists():
        raise JudgeError("axe-core is not set up; `make conformance` installs it")
    command = [node, str(SCRIPT), browser, *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise JudgeError(f"axe-core could not run: {run.stderr.strip()}")
    report = json.loads(run.stdout)
    faults = {Path(name): tuple(map(_said, found)) for name, found in report["pages"].items()}
    return Verdict("axe-core", str(report["version"]), STANDARD, faults)


def _said(fault: Any) -> str:
    return f"{fault['rule']}: {fault['help']} ({fault['count']} ×, first at {fault['at']})"
