"""The command people run: `python build.py --help`."""

import sys

from planche.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
