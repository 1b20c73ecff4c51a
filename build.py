"""The command people run: `python build.py --help`."""

import gc
import sys

# A build is short and leaves few cycles; looking for them took a tenth of its time.
gc.disable()

from planche.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
