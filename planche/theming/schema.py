"""The JSON Schema of a theme, for editors that complete and check while one types."""

from collections.abc import Collection
from typing import Any

from planche.source.schema import as_read, written
from planche.theme import Theme
from planche.theming.needs import COLOURS, FORMATS, ROLES, SIZED

GRIDS = ("PageFormat", "SlideFormat")


def theme_schema_text() -> str:
    """The schema (draft 2020-12), the same bytes each time."""
    schema = as_read(Theme.model_json_schema())
    fields, parts = schema["properties"], schema["$defs"]
    fields["colours"] = _with_names(fields["colours"], COLOURS, more=True)
    fields["roles"] = _with_names(fields["roles"], ROLES, more=False)
    fields["formats"] = _with_names(fields["formats"], FORMATS, more=True)
    for grid in GRIDS:
        steps = parts[grid]["properties"]
        steps["steps"] = _with_names(steps["steps"], SIZED, more=False)
    return written(schema)


def _with_names(field: dict[str, Any], names: Collection[str], more: bool) -> dict[str, Any]:
    """A field of named parts that says which names it needs, and whether it takes others."""
    part = field["additionalProperties"]
    return {
        **field,
        "properties": dict.fromkeys(names, part),
        "required": sorted(names),
        "additionalProperties": part if more else False,
    }
