"""The command people run: `python build.py --help`."""

import gc
import os
import sys
from pathlib import Path

# A build is short and leaves few cycles; looking for them took a tenth of its time.
gc.disable()

HOME = Path(__file__).resolve().parent / ".venv"
"""Where `make` puts what the program needs."""


def go_home(missing: str | None) -> None:
    """Start again with the Python that has everything; exit code 3 where there is none."""
    python = HOME / "bin" / "python"
    if Path(sys.prefix) != HOME and python.exists():
        os.execv(python, [str(python), *sys.argv])
    print(f"build.py:1:1: error part-missing: {missing} is not there; run `make`", file=sys.stderr)
    sys.exit(3)


try:
    from planche.cli import main
except ModuleNotFoundError as error:
    go_home(error.name)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
