"""Tree to model: every part of a set on its own, so that all faults are found in one run."""

import typing
from dataclasses import dataclass, field

from pydantic import BaseModel, ValidationError

from planche.model import KINDS, PlateSet
from planche.source.explain import HANDLERS, explain_all
from planche.source.keys import (
    Vocabulary,
    all_field_names,
    models_in,
    nearest,
    required,
    suggestion,
)
from planche.source.syntax import shown
from planche.source.tree import (
    FieldsNode,
    Findings,
    ListNode,
    Node,
    TextNode,
    as_data,
    nothings,
)

WORDS = Vocabulary(frozenset(all_field_names(PlateSet) | set(KINDS)), "set: / plates:")
"""What a plate set calls its fields."""

KIND_KEYS = " / ".join(f"{kind}:" for kind in KINDS)


@dataclass(frozen=True)
class Item:
    """A part of the set: how it was written, and its model where it is sound."""

    node: Node
    model: BaseModel | None
    kind: type[BaseModel] | None
    """The class it is meant to be of; None where that cannot be told."""


@dataclass
class Parts:
    """Everything of a set that could be found, section by section."""

    singles: dict[str, Item] = field(default_factory=dict)
    lists: dict[str, tuple[Item, ...]] = field(default_factory=dict)

    def items(self, section: str) -> tuple[Item, ...]:
        """The items of a list section, sound or not."""
        return self.lists.get(section, ())

    def plate_set(self) -> PlateSet:
        """The set, where every part is sound."""
        singles = {name: item.model for name, item in self.singles.items()}
        lists = {name: tuple(i.model for i in items) for name, items in self.lists.items()}
        return PlateSet.model_validate({**singles, **lists})


def validate(root: Node, findings: Findings) -> Parts:
    """The parts of a set, with everything noted that is wrong with each by itself."""
    parts = Parts()
    if not isinstance(root, FieldsNode):
        code = "list-for-fields" if isinstance(root, ListNode) else "text-for-fields"
        findings.add(root, code, known=" / ".join(required(PlateSet)))
        return parts
    for node in nothings(root):
        findings.add(node, "empty-value")
    for name in required(PlateSet):
        if name not in root.entries:
            findings.add(root, "missing-field", key=name)
    for name, entry in root.entries.items():
        section = PlateSet.model_fields.get(name)
        if section is None:
            known = suggestion(name, PlateSet.model_fields)
            findings.add(entry.key, "unknown-field", key=shown(name), known=known)
        elif isinstance(entry.value, TextNode) and entry.value.nothing:
            continue
        elif typing.get_origin(section.annotation) is tuple:
            parts.lists[name] = _list_section(name, entry.value, findings)
        else:
            model = next(models_in(section.annotation))
            parts.singles[name] = _item(entry.value, model, findings)
    return parts


def _list_section(name: str, node: Node, findings: Findings) -> tuple[Item, ...]:
    if not isinstance(node, ListNode):
        code = "text-for-list" if isinstance(node, TextNode) else "fields-for-list"
        findings.add(node, code)
        return ()
    section = PlateSet.model_fields[name]
    least = max((getattr(limit, "min_length", 0) for limit in section.metadata), default=0)
    if len(node.items) < least:
        findings.add(node, "too-few", found=len(node.items), least=least)
    if name == "plates":
        return tuple(_plate(item, findings) for item in node.items)
    model = next(models_in(section.annotation))
    return tuple(_item(item, model, findings) for item in node.items)


def _plate(node: Node, findings: Findings) -> Item:
    if isinstance(node, TextNode) and node.nothing:
        return Item(node, None, None)
    if not isinstance(node, FieldsNode):
        code = "text-for-fields" if isinstance(node, TextNode) else "list-for-fields"
        findings.add(node, code, known=KIND_KEYS)
        return Item(node, None, None)
    kinds = [key for key in node.entries if key in KINDS]
    if len(kinds) == 1:
        return _item(node, KINDS[kinds[0]], findings)
    if kinds:
        second = node.entries[kinds[1]].key
        findings.add(second, "two-kinds", first=kinds[0], second=kinds[1])
    else:
        _no_kind(node, findings)
    return Item(node, None, None)


def _no_kind(node: FieldsNode, findings: Findings) -> None:
    fields = {name for kind in KINDS.values() for name in kind.model_fields}
    for key, entry in node.entries.items():
        meant = nearest(key, KINDS) if key not in fields else None
        if meant:
            findings.add(entry.key, "unknown-field", key=shown(key), known=meant)
            return
    findings.add(node, "no-kind", known=KIND_KEYS)


def _item(node: Node, model: type[BaseModel], findings: Findings) -> Item:
    try:
        return Item(node, model.model_validate(as_data(node)), model)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        explain_all(errors, node, model, HANDLERS, findings)
        return Item(node, None, model)
