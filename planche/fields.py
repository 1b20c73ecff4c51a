"""What the fields of a source may hold, whatever part they stand in."""

import re
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from planche.units import Mm

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Ids become file names and link targets, so they are lower-case ASCII words joined by hyphens."""

LOGO_PATTERN = r"^[^/\\:*?\"<>|\s.][^/\\:*?\"<>|]*\.(svg|png|SVG|PNG)$"
"""A file's name without a folder, as every system takes it."""


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank_text", "blank text")
    return text


Text: TypeAlias = Annotated[str, Field(min_length=1), AfterValidator(_not_blank)]
"""A non-empty text; may hold inline markup where it is printed."""

MOST_OF_A_NAME = 120
"""Characters of a name: those of a set and a deck stand together in the properties of a file, of
which Office shows 255 and python-pptx writes no more."""

Name: TypeAlias = Annotated[
    str, Field(min_length=1, max_length=MOST_OF_A_NAME), AfterValidator(_not_blank)
]
"""What a set, a deck or a publisher is called."""

Id: TypeAlias = Annotated[str, Field(pattern=ID_PATTERN)]

MOST_DIGITS = 9
"""Digits of a number that are looked at; any longer one is out of every range."""


def whole_number(value: Any) -> Any:
    """The number that digits spell; nothing else of YAML (`1e1`, `0x5`, `1_000`) is one."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]+", value):
        return int(value.lstrip("0")[: MOST_DIGITS + 1] or "0")
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("whole_number", "not a whole number")


class Part(BaseModel):
    """What all parts of a set share: frozen, and unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _names_from_text(value: Any) -> Any:
    return value.replace(",", " ").split() or [value] if isinstance(value, str) else value


PlateNames: TypeAlias = Annotated[
    tuple[Text, ...],
    BeforeValidator(_names_from_text, json_schema_input_type=Text | tuple[Text, ...]),
    Field(min_length=1),
]
"""Which plates are meant: ids, ranges (`q6-q9`), `audience:ID`, or `all`."""


LENGTH = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?mm")
"""A length as it is typed; a bare number says no unit, and nothing is shorter than nothing."""


def _length(value: Any) -> Any:
    """Millimetres of a length with its unit."""
    found = LENGTH.fullmatch(value.strip()) if isinstance(value, str) else None
    if found:
        return float(found[1].replace(",", "."))
    if isinstance(value, float):
        return value
    raise PydanticCustomError("length", "not a length")


Length: TypeAlias = Annotated[Mm, BeforeValidator(_length, json_schema_input_type=str)]
"""A length, typed with its unit: `3mm`."""


def _yes_or_no(value: Any) -> Any:
    """What YAML 1.2 reads as true or false."""
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise PydanticCustomError("yes_or_no", "neither true nor false")


YesOrNo: TypeAlias = Annotated[bool, BeforeValidator(_yes_or_no, json_schema_input_type=bool)]
"""`true` or `false`."""
