"""Which operator of a content stream does what (ISO 32000-2, annex A)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from planche.press.preflight.colours import DEVICE, coloured
from planche.press.preflight.reading import Reading

Operands: TypeAlias = Sequence[Any]
Handler: TypeAlias = Callable[[Reading, Operands], None]

PAINTS: dict[str, tuple[bool, bool]] = {
    "S": (False, True),
    "s": (False, True),
    "f": (True, False),
    "F": (True, False),
    "f*": (True, False),
    "B": (True, True),
    "B*": (True, True),
    "b": (True, True),
    "b*": (True, True),
    "n": (False, False),
}
"""Operators that paint a path: whether they fill and whether they stroke."""

DEVICES = {"k": "/DeviceCMYK", "g": "/DeviceGray", "rg": "/DeviceRGB"}
"""Operators that set a colour of a device; the capital one is for strokes."""


def _device(name: str, stroking: bool) -> Handler:
    def set_colour(reading: Reading, operands: Operands) -> None:
        paint = coloured(DEVICE[name], [float(each) for each in operands])
        setattr(reading.state, "stroke" if stroking else "fill", paint)

    return set_colour


def _number(name: str, scale: float = 1.0) -> Handler:
    def set_number(reading: Reading, operands: Operands) -> None:
        setattr(reading.state, name, float(operands[0]) * scale)

    return set_number


def _mode(reading: Reading, operands: Operands) -> None:
    reading.state.mode = int(operands[0])


def _painting(fills: bool, strokes: bool) -> Handler:
    return lambda reading, _: reading.paint(fills, strokes)


def _made() -> Iterator[tuple[str, Handler]]:
    for operator, (fills, strokes) in PAINTS.items():
        yield operator, _painting(fills, strokes)
    for operator, name in DEVICES.items():
        yield operator, _device(name, stroking=False)
        yield operator.upper(), _device(name, stroking=True)


HANDLERS: dict[str, Handler] = {
    **dict(_made()),
    "q": Reading.save,
    "Q": Reading.restore,
    "cm": Reading.concatenate,
    "w": _number("width"),
    "gs": Reading.settings,
    "cs": Reading.fill_space,
    "CS": Reading.stroke_space,
    "sc": Reading.fill_colour,
    "scn": Reading.fill_colour,
    "SC": Reading.stroke_colour,
    "SCN": Reading.stroke_colour,
    "re": Reading.rectangle,
    "m": Reading.move,
    "l": Reading.go,
    "c": Reading.go,
    "v": Reading.go,
    "y": Reading.go,
    "W": Reading.clip,
    "W*": Reading.clip,
    "sh": Reading.shade,
    "Do": Reading.do,
    "BI": Reading.inline,
    "BT": Reading.begin_text,
    "Tf": Reading.font,
    "Tm": Reading.text_matrix,
    "Td": Reading.next_line,
    "TD": Reading.next_line_leading,
    "T*": Reading.new_line,
    "Tj": Reading.show,
    "TJ": Reading.show_array,
    "'": Reading.show_on_new_line,
    '"': Reading.show_spaced,
    "Tc": _number("letter_space"),
    "Tw": _number("word_space"),
    "Tz": _number("stretch", 0.01),
    "TL": _number("leading"),
    "Ts": _number("rise"),
    "Tr": _mode,
}
"""What each operator does; those that leave nothing on paper are not here."""
