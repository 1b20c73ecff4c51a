"""Times whole builds against the bare libraries, paragraphs, and large sets; prints tables.

    python benchmarks/run.py [--quick] [--runs N] [--json FILE]

Every figure but the paragraphs' is of a whole process that starts with an empty output folder:
wall time, processor time (user and system, of the process and those it started) and peak memory
(of the largest single process). One round runs every command of a table once, every second round
in the opposite order, so that a change of the machine's mood meets all of them; the first round
is a warm-up and is not counted. A ratio pairs the figures of one round.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import TypeAlias

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent

SIZES = {23: 5, 230: 3, 1000: 1}
"""Plates of the large sets, and how often each is built."""

TARGETS = ("posters", "deck")

SETTINGS = "1000 paragraph settings"
MOST_SECONDS = 0.2
"""The aim for them."""

FLIGHT = "preflight, a page of A3"
MOST_SECONDS_A_PAGE = 0.06
"""The aim for it."""

KIB = 1024


@dataclass(frozen=True)
class Command:
    """Something to be timed: its name in the table, and what is run with a folder to write to."""

    name: str
    arguments: tuple[str, ...]

    def argv(self, folder: Path) -> list[str]:
        """The command line; `{out}` stands for the folder."""
        return [sys.executable, *(each.replace("{out}", str(folder)) for each in self.arguments)]


@dataclass(frozen=True)
class Usage:
    """What a process used: seconds of the clock and of processors, bytes at its peak."""

    wall: float
    cpu: float
    peak: int


Rounds: TypeAlias = list[dict[str, Usage]]
"""What each command used, by its name, round by round."""


@dataclass(frozen=True)
class Ratio:
    """Ours over what it is compared with; several names are added up."""

    name: str
    ours: str
    bare: tuple[str, ...]

    def of(self, rounds: Rounds, kind: str) -> list[float]:
        """The ratio in each round, of `wall` or `cpu`."""
        return [
            getattr(found[self.ours], kind) / sum(getattr(found[each], kind) for each in self.bare)
            for found in rounds
        ]


def ours(name: str, source: Sequence[str] = (), target: str | None = None) -> Command:
    """A build of ours: of the shipped set, or of another source; whole, or one target."""
    chosen = ("--target", target) if target else ()
    return Command(name, ("build.py", *source, "--quiet", "--out", "{out}/output", *chosen))


POSTERS, DECK, WHOLE = "posters, ours", "deck, ours", "whole build, ours"
BARE_POSTERS, BARE_DECK = "posters, bare WeasyPrint", "deck, bare python-pptx"

COMPARED = (
    ours(POSTERS, target="posters"),
    Command(BARE_POSTERS, ("benchmarks/baseline/posters.py", "{out}/posters.pdf")),
    ours(DECK, target="deck"),
    Command(BARE_DECK, ("benchmarks/baseline/deck.py", "{out}/deck.pptx")),
    ours(WHOLE),
)
RATIOS = (
    Ratio("posters", POSTERS, (BARE_POSTERS,)),
    Ratio("deck", DECK, (BARE_DECK,)),
    Ratio("whole build, over both bare", WHOLE, (BARE_POSTERS, BARE_DECK)),
)


def timed(command: Command) -> Usage:
    """Run a command once, in an empty folder. Ends the program if the command fails."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(
            command.argv(Path(folder)), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=said
        )
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            sys.exit(f"{command.name} failed:\n{said.read().decode(errors='replace')}")
    return Usage(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * KIB)


def measured(commands: Sequence[Command], runs: int, warm_up: bool = True) -> Rounds:
    """So many rounds of some commands, after one that is not counted."""
    rounds = []
    for number in range(runs + warm_up):
        order = commands if number % 2 else tuple(reversed(commands))
        found = {}
        for command in order:
            progress(f"{number}/{runs} {command.name} …")
            found[command.name] = timed(command)
        rounds.append(found)
    progress("")
    return rounds[1:] if warm_up else rounds


def progress(text: str) -> None:
    """Say on a terminal what is going on."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}\r", end="", file=sys.stderr, flush=True)


def table(commands: Sequence[Command], rounds: Rounds) -> Iterator[str]:
    """A line a command."""
    yield f"{'':34}{'wall s: min':>12}{'median':>8}{'max':>8}{'cpu s':>8}{'peak MiB':>10}"
    for command in commands:
        used = [found[command.name] for found in rounds]
        wall = [each.wall for each in used]
        cpu = median(each.cpu for each in used)
        peak = max(each.peak for each in used) / KIB**2
        times = f"{min(wall):12.2f}{median(wall):8.2f}{max(wall):8.2f}{cpu:8.2f}"
        yield f"{command.name:34}{times}{peak:10.0f}"


def ratio_table(rounds: Rounds) -> Iterator[str]:
    """A line a ratio."""
    yield f"{'ratio, paired by round':34}{'wall × min':>12}{'median':>8}{'max':>8}{'cpu ×':>8}"
    for ratio in RATIOS:
        wall, cpu = ratio.of(rounds, "wall"), ratio.of(rounds, "cpu")
        times = f"{min(wall):12.2f}{median(wall):8.2f}{max(wall):8.2f}{median(cpu):8.2f}"
        yield f"{ratio.name:34}{times}"


def compare(runs: int) -> Rounds:
    """The shipped set against the bare libraries."""
    rounds = measured(COMPARED, runs)
    show(table(COMPARED, rounds))
    show(ratio_table(rounds))
    return rounds


def grow(plates: int, runs: int) -> Rounds:
    """A larger set, each target by itself; a single run has no warm-up."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{plates}.yaml"
        made_of = multiplied(plates, source)
        commands = [ours(f"{plates} plates, {each}", [str(source)], each) for each in TARGETS]
        rounds = measured(commands, runs, warm_up=runs > 1)
    show((f"{plates} plates: {made_of}", *table(commands, rounds)))
    return rounds


def paragraphs(runs: int) -> Rounds:
    """A thousand paragraphs set, each round in a new process that times the settings alone."""
    return reported(Command(SETTINGS, ("benchmarks/paragraphs.py",)), MOST_SECONDS, runs)


def flight(runs: int) -> Rounds:
    """The shipped posters judged as press files, each round in a new process; of a page."""
    with tempfile.TemporaryDirectory() as folder:
        posters = ours(POSTERS, target="posters")
        subprocess.run(posters.argv(Path(folder)), cwd=ROOT, check=True)
        file = f"{folder}/output/posters/a3/all.pdf"
        command = Command(FLIGHT, ("benchmarks/preflight.py", file))
        return reported(command, MOST_SECONDS_A_PAGE, runs)


def reported(command: Command, most: float, runs: int) -> Rounds:
    """So many rounds of a program that times itself, after one that is not counted."""
    argv = command.argv(HERE)
    rounds = []
    for number in range(runs + 1):
        progress(f"{number}/{runs} {command.name} …")
        said = subprocess.run(argv, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
        rounds.append({command.name: Usage(**json.loads(said))})
    progress("")
    found = median(each[command.name].wall for each in rounds[1:])
    over = f"aim: at most {most:g} s; median {found:.3f} s, {found / most:.2f} × the aim"
    show((*table([command], rounds[1:]), over))
    return rounds[1:]


def multiplied(plates: int, file: Path) -> str:
    """Write a larger set in a process of its own, so that this one stays small.

    What a process holds when it starts another counts in the other's peak.
    """
    argv = [sys.executable, str(HERE / "multiply.py"), "--plates", str(plates), str(file)]
    return subprocess.run(argv, check=True, capture_output=True, text=True).stdout.strip()


def show(lines: Iterator[str] | Sequence[str]) -> None:
    """Print a table and a blank line."""
    print("\n".join(lines), end="\n\n", flush=True)


def as_json(tables: Mapping[str, Rounds]) -> str:
    """Every figure that was taken."""
    found = {
        name: [{command: asdict(used) for command, used in each.items()} for each in rounds]
        for name, rounds in tables.items()
    }
    return json.dumps({"processors": os.cpu_count(), "tables": found}, indent=1) + "\n"


def main() -> None:
    """Everything, or with `--quick` all but the large sets."""
    parser = argparse.ArgumentParser(description="Time builds against the bare libraries.")
    parser.add_argument("--quick", action="store_true", help="no large sets")
    parser.add_argument("--runs", type=int, default=7, metavar="N", help="rounds but of large sets")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there, too")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs: at least 1")
    tables = {
        "compared": compare(options.runs),
        "paragraphs": paragraphs(options.runs),
        "preflight": flight(options.runs),
    }
    if not options.quick:
        tables |= {str(plates): grow(plates, runs) for plates, runs in SIZES.items()}
    if options.json:
        options.json.write_text(as_json(tables), encoding="utf-8")


if __name__ == "__main__":
    main()
