"""A print run as the source declares it: what a print house is asked for."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from planche.fields import Id, Length, Part, PlateNames, Text, YesOrNo, whole_number

PaperFormat: TypeAlias = Literal["A2", "A3", "A4"]
"""Sizes of trimmed paper (ISO 216)."""

ALL = "all"

Count: TypeAlias = Annotated[
    int, BeforeValidator(whole_number, json_schema_input_type=int), Field(ge=1, le=1_000_000)
]


def _copies(value: Any) -> Any:
    """One number for all plates, as if it were typed for `all`."""
    return value if isinstance(value, dict) else {ALL: value}


Copies: TypeAlias = Annotated[
    Mapping[str, Count],
    BeforeValidator(_copies, json_schema_input_type=Count | Mapping[str, Count]),
]
"""Copies by what they are of: an id, a range, `audience:ID`, or `all` for the others."""


class PrintRun(Part):
    """An order to a print house."""

    name: Id
    """What its folder is called."""
    title: Text | None = None
    """What the job is called on its ticket; its name where it is left out."""
    plates: PlateNames
    """Its plates in their order: ids, ranges (`q6-q9`), `audience:ID`, or `all`."""
    format: PaperFormat = "A3"
    """Size of the trimmed paper."""
    drawn_as: PaperFormat | None = None
    """The format whose layout is enlarged or reduced to the paper. Left out, the plates are
    laid out for the paper where the theme has that format, else the layout of A3 is taken."""
    copies: Copies
    """How many of each plate: a number, or numbers by plate such as `{q5: 400, all: 40}`."""
    bleed: Annotated[Length, Field(ge=0, le=20)] = 3.0
    """How far the artwork reaches over the trim; at least 3mm where there are marks."""
    marks: YesOrNo = True
    """Whether crop, bleed and register marks, a colour bar and a slug line are printed outside."""
    files: Literal["each", "one"] = "each"
    """`each`: a PDF for each plate; `one`: a single PDF for the run."""
    paper: Text | None = None
    """The paper, as the print house knows it."""
    sides: Literal["one", "two"] = "one"
    """Whether one side of the paper is printed, or both."""
    binding: Text | None = None
    """How the copies are bound or finished."""
    deliver_to: Text | None = None
    """Where the copies are sent."""
    deliver_by: Text | None = None
    """When they must be there."""
    output_condition: Text | None = None
    """The printing condition (`FOGRA39`, `FOGRA51`, `FOGRA52`); the theme's if it is left out."""
    profile: Text | None = None
    """File in assets/icc of the condition's profile, for a condition that is not among these."""
    most_ink: Annotated[
        int | None,
        BeforeValidator(whole_number, json_schema_input_type=int),
        Field(ge=200, le=400),
    ] = None
    """Most ink in percent, where the print house says another than the condition's."""
