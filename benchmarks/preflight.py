"""Judges a file of posters by preflight and prints what a page took, as JSON.

    python benchmarks/preflight.py FILE.pdf

The whole of preflight, mutool's drawing included; without the imports and without reading the
file. The clock's and the processor's seconds are those of one page, the mean over the file.
"""

import gc
import json
import os
import resource
import sys
import time
from pathlib import Path

gc.disable()  # as a build does
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from planche.press.preflight import Expected, preflight  # noqa: E402


def main() -> None:
    """Judge, and print seconds a page and bytes at the peak."""
    data = Path(sys.argv[1]).read_bytes()
    wall, cpu = time.perf_counter(), sum(os.times()[:4])
    pages = len(preflight(data, Expected()).pages)
    wall, cpu = time.perf_counter() - wall, sum(os.times()[:4]) - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"wall": wall / pages, "cpu": cpu / pages, "peak": peak}))


if __name__ == "__main__":
    main()
