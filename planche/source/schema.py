"""The JSON Schema of the source, for editors that complete and check while one types."""

import json
from typing import Any

from planche.model import PlateSet

DRAFT = "https://json-schema.org/draft/2020-12/schema"

TYPED_AS_TEXT = ["string", "number", "boolean"]
"""What an editor's YAML reader may make of a text such as `2014`, `1.10` or `true`."""


def schema_text() -> str:
    """The schema (draft 2020-12), the same bytes each time."""
    return written(as_read(PlateSet.model_json_schema()))


def written(schema: dict[str, Any]) -> str:
    """A schema as the text of its file."""
    whole = {"$schema": DRAFT, **schema}
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def as_read(value: Any) -> Any:
    """A schema made to accept exactly what the source accepts.

    A text may look like a number, and a field is left out rather than empty.
    """
    if isinstance(value, list):
        return [as_read(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: as_read(each) for key, each in value.items()}
    if found.get("default", ...) is None:
        del found["default"]
    choices = [each for each in found.get("anyOf", []) if each != {"type": "null"}]
    if len(choices) == 1:
        del found["anyOf"]
        found = {**choices[0], **found}
    if found.get("type") == "string" and not {"enum", "const", "pattern"} & found.keys():
        found["type"] = TYPED_AS_TEXT
    return found
