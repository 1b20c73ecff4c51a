"""A layout with some of its parts replaced, wherever they stand in it."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

Part = TypeVar("Part")


def replaced(part: Part, change: Callable[[object], object | None]) -> Part:
    """A layout in which `change` has replaced the parts that it knows.

    `change` gives None for any other part, and the walk goes into that.
    """
    anew = change(part)
    if anew is not None:
        return cast(Part, anew)
    if isinstance(part, tuple):
        return cast(Part, tuple(replaced(each, change) for each in part))
    if not is_dataclass(part):
        return part
    held: dict[str, Any] = {each.name: getattr(part, each.name) for each in fields(part)}
    made = {name: replaced(value, change) for name, value in held.items()}
    changed = {name: value for name, value in made.items() if value is not held[name]}
    return cast(Part, replace(cast(Any, part), **changed)) if changed else part
