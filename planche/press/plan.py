"""What a print run prints: its plates, copies, paper and condition, from what is declared."""

from collections.abc import Mapping
from dataclasses import dataclass

from planche.diagnostics import FaultError
from planche.model import PlateSet
from planche.paper import FORMATS, Size
from planche.press.conditions import Condition, condition_of
from planche.print_run import ALL, PrintRun
from planche.selection import Choice, choice_of, chosen
from planche.theme import Theme
from planche.units import Mm

SCALED_FROM = "A3"
"""The format whose layout is printed on paper that the theme has no layout for."""


@dataclass(frozen=True)
class RunPlan:
    """A print run before it is drawn.

    `copies` are by plate id, in the order of the run. `layout` names the theme's format that is
    drawn, `scale` what its lengths are multiplied by to fit the paper, `most_ink` the limit of
    total area coverage in percent.
    """

    run: PrintRun
    copies: Mapping[str, int]
    layout: str
    scale: float
    condition: Condition
    most_ink: int

    @property
    def name(self) -> str:
        """Its name, which is also its folder's."""
        return self.run.name

    @property
    def plates(self) -> tuple[str, ...]:
        """Ids of its plates in their order."""
        return tuple(self.copies)

    @property
    def sides(self) -> tuple[Mm, Mm]:
        """The trimmed paper's shorter and longer side."""
        paper = FORMATS[self.run.format]
        return paper.width, paper.height

    @property
    def title(self) -> str:
        """What the job is called."""
        return self.run.title or self.run.name


def chosen_runs(plate_set: PlateSet, name: str | None) -> frozenset[str] | None:
    """The print run of a name, None for all; raises FaultError where there is none of it."""
    names = [run.name for run in plate_set.print_runs]
    if name is not None and name not in names:
        raise FaultError("unknown-run", found=name, known=" / ".join(names) or "print_runs: …")
    return None if name is None else frozenset({name})


def plan_of(run: PrintRun, plate_set: PlateSet, theme: Theme) -> RunPlan:
    """The plan of a checked run. Raises FaultError for an unknown printing condition."""
    choice = choice_of(plate_set)
    plates = chosen(choice, run.plates)
    layout = run.drawn_as or (run.format if run.format.lower() in theme.formats else SCALED_FROM)
    condition = condition_of(run.output_condition or theme.output_condition, run.profile)
    return RunPlan(
        run=run,
        copies={plate: _copies(run, choice, plate) for plate in plates},
        layout=layout.lower(),
        scale=_scale(FORMATS[layout], FORMATS[run.format]),
        condition=condition,
        most_ink=run.most_ink or condition.most_ink,
    )


def _scale(drawn: Size, paper: Size) -> float:
    """What fills the paper: ISO's formats are of one shape but for half a millimetre."""
    return max(paper.width / drawn.width, paper.height / drawn.height)


def _copies(run: PrintRun, choice: Choice, plate: str) -> int:
    """Copies of a plate: its own number before that of a range or audience, `all` last."""
    names = sorted(run.copies, key=lambda name: (name == ALL, name != plate))
    return next(run.copies[name] for name in names if plate in chosen(choice, [name]))
