"""Exit codes of the command, the same for every part of it."""

DONE, WARNED, BAD_INPUT, PART_MISSING, FAILED = range(5)
"""0 done; 1 done, with warnings under `--strict`; 2 bad input, nothing written; 3 a part of the
system is missing; 4 what was made failed its proof or could not be written."""

NOT_2 = {
    "part-missing": PART_MISSING,
    "serve-not-installed": PART_MISSING,
    "cannot-write": FAILED,
    "no-free-port": FAILED,
    "no-temporary-room": FAILED,
    "output-busy": FAILED,
    "page-not-written": FAILED,
    "proof-failed": FAILED,
}
"""Codes of faults for which the input is not to blame; all others are bad input."""


def code_of(fault_code: str) -> int:
    """The exit code for a fault that ended a run."""
    return NOT_2.get(fault_code, BAD_INPUT)
