"""Which fields the model knows, and which of them a misspelt one was meant to be."""

import difflib
import types
import typing
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic.fields import FieldInfo

LIKENESS = 0.6
"""How alike two words must be (difflib's ratio) for one to be taken for the other."""


@dataclass(frozen=True)
class Vocabulary:
    """What a kind of file calls its fields: enough to name a slip that YAML cannot read past."""

    fields: frozenset[str]
    """The names of all fields, however deep."""
    start: str
    """The fields a file of this kind starts with, as a message names them."""


def models_in(annotation: typing.Any) -> Iterator[type[BaseModel]]:
    """The model classes that an annotation is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is not None:
        for part in typing.get_args(annotation):
            yield from models_in(part)


def model_at(model: type[BaseModel], path: Collection[str | int]) -> type[BaseModel]:
    """The class of the part that a path of fields and list places leads to."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = next(models_in(model.model_fields[step].annotation), model)
    return model


def limits_of(field: FieldInfo) -> list[typing.Any]:
    """The limits stated for a field's values, for those of a list as well."""
    found = list(field.metadata)
    for part in typing.get_args(field.annotation):
        for each in getattr(part, "__metadata__", ()):
            found += each.metadata if isinstance(each, FieldInfo) else [each]
    return found


def all_field_names(model: type[BaseModel]) -> set[str]:
    """The names of all fields of a class and of the parts it is made of."""
    names = set(model.model_fields)
    for field in model.model_fields.values():
        for part in models_in(field.annotation):
            names |= all_field_names(part)
    return names


def required(model: type[BaseModel]) -> list[str]:
    """The names of the fields that a part of a class must have."""
    return [name for name, each in model.model_fields.items() if each.is_required()]


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that is most like a word, or None where none is like it."""
    return next(iter(difflib.get_close_matches(word.lower(), known, 1, LIKENESS)), None)


def suggestion(word: str, known: Collection[str]) -> str:
    """The nearest known word, else all of them; `–` where there are none."""
    return nearest(word, known) or " / ".join(known) or "–"
