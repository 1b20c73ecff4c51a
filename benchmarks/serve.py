"""Times `build.py serve`: from a save to the words on the screen, over the whole shipped set.

    python benchmarks/serve.py [--rounds N] [--json FILE]

The server runs as people start it, on a copy of the set in a temporary folder; a browser without
a window (Debian's Chromium) has one plate open. A word of this plate is changed in the file, and
the clock runs until the browser has painted it: the page says so itself, a frame after the new
words stand in it. Every plate has its turn in every round. A save ends the build of the
files that may be under way, as it always does.

Rendering is what the same saves cost without reading and sending: laying out the open plate in
both media and writing its HTML, timed in this process on a studio as warm as the server's, and
the browser's own part, from the message to the painted frame.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright  # noqa: E402

from planche.serving.sight import sight  # noqa: E402
from planche.serving.studio import Studio  # noqa: E402
from planche.workshop import DEFAULT_SOURCE  # noqa: E402
from tests.browser import launch  # noqa: E402

MOST_SEEN, MOST_RENDERED = 0.3, 0.1
"""The aims: seconds from a save to the screen, and of rendering."""

ADDRESS = re.compile(r"http://127\.0\.0\.1:[0-9]+/")
LETTERS = re.compile(
    r"(?m)^( *(?:- )?(?:title|text|cover|foreword|contents|table|ladder|mosaic): \"?)(\w+)"
)
START = re.compile(
    r"(?m)^  - (?:cover|foreword|contents|question|table|ladder|mosaic|statements): "
)

PAINTED = """() => new Promise((done) => {
  const before = document.body.dataset.shown;
  new MutationObserver((_, observer) => {
    if (document.body.dataset.shown === before) return;
    observer.disconnect();
    const [entry] = performance.getEntriesByName("planche-painting").slice(-1);
    done([Date.now() / 1000, entry.duration / 1000]);
  }).observe(document.body, { attributes: true });
  document.body.dataset.watched = "yes";
})"""


@dataclass(frozen=True)
class Save:
    """One save: the plate, and seconds from it to the screen, of layout and HTML, of painting."""

    plate: str
    seen: float
    laid: float
    painted: float

    @property
    def rendered(self) -> float:
        """All of rendering."""
        return self.laid + self.painted


@contextmanager
def serving(source: Path, out: Path) -> Iterator[str]:
    """A server on a free port, its first build done."""
    command = [sys.executable, str(ROOT / "build.py"), "serve", str(source), "--out", str(out)]
    process = subprocess.Popen([*command, "--port", "8300"], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        found = ADDRESS.search(process.stdout.readline())
        assert found, "serve says no address"
        yield found[0]
    finally:
        process.terminate()
        process.wait()


def changed(text: str, at: int, mark: str) -> str:
    """The set with a letter more in the first word of the plate at a position."""
    starts = [match.start() for match in START.finditer(text)]
    found = LETTERS.search(text, starts[at])
    assert found
    return f"{text[: found.end()]}{mark}{text[found.end() :]}"


def measure(rounds: int) -> list[Save]:
    """Every plate changed once a round."""
    text = DEFAULT_SOURCE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        source, out = Path(folder) / "planchesaet.yaml", Path(folder) / "output"
        source.write_text(text, encoding="utf-8")
        studio = Studio(source, "planchesaet.yaml", None)
        bench = studio.take().bench
        assert bench
        plates = bench.sound.plate_set.ids
        for plate in plates:
            sight(studio, bench, plate)
        with serving(source, out) as address:
            page = launch(playwright).new_page(viewport={"width": 1280, "height": 900})
            saves = []
            for number in range(rounds + 1):
                for at, plate in enumerate(plates):
                    new = changed(text, at, "abcdefghij"[number % 10] * (1 + number // 10))
                    saves.append(
                        _save(page, f"{address}preview/{plate}", source, new, studio, plate)
                    )
                    source.write_text(text, encoding="utf-8")
            return saves[len(plates) :]  # the first round warms up


def _save(page: Page, address: str, source: Path, text: str, studio: Studio, plate: str) -> Save:
    page.goto(address)
    page.wait_for_selector("body[data-shown]")
    page.wait_for_timeout(400)  # what the save before this one set going
    watched = page.evaluate_handle(f"() => {{ window.seen = ({PAINTED})(); }}")
    watched.dispose()
    started = time.time()
    source.write_text(text, encoding="utf-8")
    ended, painted = page.evaluate("() => window.seen")
    bench = studio.take().bench
    assert bench
    before = time.perf_counter()
    sight(studio, bench, plate)
    return Save(plate, ended - started, time.perf_counter() - before, painted)


def table(saves: list[Save]) -> str:
    """The figures in milliseconds."""
    rows = {
        "save to screen": [each.seen for each in saves],
        "rendering": [each.rendered for each in saves],
        "of it layout and HTML": [each.laid for each in saves],
        "of it in the browser": [each.painted for each in saves],
    }
    lines = [f"| {len(saves)} saves, ms | min | median | 9 of 10 | max |", "|---|---|---|---|---|"]
    for name, found in rows.items():
        ranked = sorted(found)
        nine = ranked[int(len(ranked) * 0.9)]
        figures = (ranked[0], median(ranked), nine, ranked[-1])
        lines.append(f"| {name} | {' | '.join(f'{each * 1000:.0f}' for each in figures)} |")
    return "\n".join(lines)


def main() -> int:
    """Measure, print, and say by the exit code whether the aims are met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2, metavar="N", help="default: 2")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    saves = measure(options.rounds)
    print(table(saves))
    if options.json:
        options.json.write_text(json.dumps([asdict(each) for each in saves], indent=2))
    seen, rendered = median(s.seen for s in saves), median(s.rendered for s in saves)
    return 0 if seen <= MOST_SEEN and rendered <= MOST_RENDERED else 1


if __name__ == "__main__":
    sys.exit(main())
