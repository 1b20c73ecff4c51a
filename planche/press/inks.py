"""Content streams in inks alone: every colour operator is `k` or `K`, black text overprints.

What WeasyPrint writes for `device-cmyk()` is a colour space and `scn`; what it writes for
anything else is RGB or Lab, for which there are no agreed inks: it is refused, never converted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import pikepdf
from pikepdf import ContentStreamInstruction, Name, Operator

from planche.units import Pt

Inks: TypeAlias = tuple[float, float, float, float]

K100: Inks = (0, 0, 0, 1)

MOST_OVERPRINTED: Pt = 36.0
"""Black text up to this size overprints: larger letters show what lies under them (GWG 2022)."""

OVERPRINT, KNOCK_OUT = Name("/Overprint"), Name("/KnockOut")
"""Names of the graphics states that switch overprinting on and off."""

SHOWN = frozenset({"Tj", "TJ", "'", '"'})
PAINTED = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do"})
REFUSED = frozenset({"rg", "RG", "g", "G", "sh", "ri", "i", "INLINE IMAGE"})
"""Operators of colours, shadings and pictures that no page of ours is drawn with; the last is
what pikepdf calls `BI`, `ID` and `EI` together."""


class InkError(Exception):
    """Something is drawn in a colour that is no ink: a fault of the program or of a template."""


@dataclass(frozen=True)
class State:
    """What of the graphics state decides how text is printed."""

    fill: Inks = K100
    size: Pt = 0.0
    matrix: float = 1.0
    scale: float = 1.0
    overprints: bool = False

    @property
    def points(self) -> Pt:
        """Size of text as it is printed."""
        return self.size * self.matrix * self.scale


@dataclass
class Rewriting:
    """A content stream on its way through."""

    holder: Any
    state: State = State()
    kept: list[State] = field(default_factory=list)

    def instructions(self) -> Iterator[ContentStreamInstruction]:
        """The stream's instructions in inks."""
        for each in pikepdf.parse_content_stream(self.holder):
            yield from self._one(each, str(each.operator))

    def _one(self, each: Any, operator: str) -> Iterator[ContentStreamInstruction]:
        operands = each.operands
        if operator in REFUSED:
            raise InkError(f"the operator {operator} is no ink")
        if operator in ("cs", "CS"):
            if operands[0] not in ("/DeviceCMYK", "/Pattern"):
                raise InkError(f"the colour space {operands[0]} is no ink")
        elif operator in ("scn", "SCN", "sc", "SC", "k", "K"):
            yield self._inked(operands, stroke=operator.isupper())
        elif operator != "gs":
            self._follow(operands, operator)
            yield from self._overprinting(operator)
            yield each

    def _inked(self, operands: Any, stroke: bool) -> ContentStreamInstruction:
        if len(operands) != 4:
            raise InkError(f"{len(operands)} components are no inks")
        inks = tuple(float(each) for each in operands)
        if not stroke:
            self.state = replace(self.state, fill=(inks[0], inks[1], inks[2], inks[3]))
        return ContentStreamInstruction(operands, Operator("K" if stroke else "k"))

    def _follow(self, operands: Any, operator: str) -> None:
        """Keep up with what an operator does to the state."""
        if operator == "q":
            self.kept.append(self.state)
        elif operator == "Q":
            self.state = self.kept.pop()
        elif operator == "cm":
            self.state = replace(self.state, scale=self.state.scale * _factor(operands))
        elif operator == "BT":
            self.state = replace(self.state, matrix=1.0)
        elif operator == "Tm":
            self.state = replace(self.state, matrix=_factor(operands))
        elif operator == "Tf":
            self.state = replace(self.state, size=float(operands[1]))

    def _overprinting(self, operator: str) -> Iterator[ContentStreamInstruction]:
        """Switch overprinting before something is painted, where it must change."""
        if operator not in SHOWN and operator not in PAINTED:
            return
        state = self.state
        wanted = (
            operator in SHOWN and state.fill == K100 and round(state.points, 2) <= MOST_OVERPRINTED
        )
        if wanted != state.overprints:
            self.state = replace(state, overprints=wanted)
            yield ContentStreamInstruction([OVERPRINT if wanted else KNOCK_OUT], Operator("gs"))


@dataclass(frozen=True)
class Inked:
    """A content stream in inks, and the names of the fonts and forms that it uses."""

    content: bytes
    fonts: tuple[str, ...]
    forms: tuple[str, ...]


def in_inks(holder: Any, scale: float = 1.0) -> Inked:
    """The content of a page or form with inks alone, drawn at a scale of its page's.

    Raises InkError for any colour that is not given in inks.
    """
    instructions = list(Rewriting(holder, State(scale=scale)).instructions())
    content = bytes(pikepdf.unparse_content_stream(instructions))
    return Inked(content, _named(instructions, "Tf"), _named(instructions, "Do"))


def _named(instructions: Sequence[Any], operator: str) -> tuple[str, ...]:
    """The names that an operator is called with, each once."""
    wanted = Operator(operator)
    return tuple(
        dict.fromkeys(str(each.operands[0]) for each in instructions if each.operator == wanted)
    )


def _factor(matrix: Any) -> float:
    """What a matrix multiplies lengths by."""
    a, b, c, d = (float(each) for each in list(matrix)[:4])
    return float(abs(a * d - b * c) ** 0.5)
