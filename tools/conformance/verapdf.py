"""veraPDF: every rule of PDF/UA-1 that a machine can check (ISO 14289-1; its 106 rules)."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tools.conformance.verdict import JudgeError, Verdict

JARS = Path(__file__).with_name("jars")
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
STANDARD = "PDF/UA-1 (ISO 14289-1)"

COMPLETED = (0, 1, 7, 8)
"""Exit codes of a run that judged every file: all passed, some failed, some are no PDF, some are
encrypted (veraPDF's manual)."""


def judged(files: Sequence[Path]) -> Verdict:
    """The verdict on some PDFs, all in one call: the start takes longer than a file.

    Raises JudgeError where veraPDF or Java is missing, or fails at its own work.
    """
    java, jars = shutil.which("java"), sorted(JARS.glob("greenfield-apps-*.jar"))
    if java is None or len(jars) != 1:
        raise JudgeError("veraPDF is not set up; `make conformance` fetches it")
    command = [java, "-cp", str(jars[0]), MAIN, "--flavour", "ua1", "--format", "json"]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    if run.returncode not in COMPLETED:
        raise JudgeError(f"veraPDF ended with code {run.returncode}: {run.stderr.strip()}")
    report = json.loads(run.stdout)["report"]
    faults = {Path(job["itemDetails"]["name"]): tuple(_faults(job)) for job in report["jobs"]}
    if missing := set(files) - faults.keys():
        raise JudgeError(f"veraPDF says nothing of {sorted(map(str, missing))}")
    return Verdict("veraPDF", _version(report), STANDARD, faults)


def _version(report: Any) -> str:
    parts = report["buildInformation"]["releaseDetails"]
    return next(str(each["version"]) for each in parts if each["id"] == "core")


def _faults(job: Any) -> Iterator[str]:
    """Each rule a file breaks, with how often; or why it could not be judged."""
    if "validationResult" not in job:
        yield str(job.get("taskException", {}).get("exceptionMessage", "could not be read"))
        return
    for result in job["validationResult"]:
        for rule in result["details"]["ruleSummaries"]:
            clause = f"{rule['clause']}-{rule['testNumber']}"
            yield f"{clause}: {rule['description']} ({rule['failedChecks']} ×)"
        if not result["compliant"] and not result["details"]["ruleSummaries"]:
            yield str(result["statement"])
