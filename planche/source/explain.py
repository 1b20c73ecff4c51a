"""What pydantic finds wrong, as a code of the catalogue at the place where it stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from planche.fields import ID_PATTERN, LOGO_PATTERN
from planche.model import Point
from planche.source.keys import limits_of, model_at, nearest, suggestion
from planche.source.syntax import shown
from planche.source.tree import FieldsNode, Findings, ListNode, Node, TextNode

EXAMPLES = {"id": "q5-b", "name": "personalemoede", "colour": "borger", "theme": "default"}
"""What a short name may look like, by field."""

NAMING_OTHERS = frozenset({"audience", "colour", "plate"})
"""Fields that name another part; whether there is such a part is checked elsewhere."""


@dataclass(frozen=True)
class Problem:
    """One of pydantic's errors, with the node it is about."""

    at: Node
    """The node, or the deepest one on the way to it."""
    path: tuple[str | int, ...]
    context: Mapping[str, Any]
    model: type[BaseModel]
    """The class the node, or for a field the fields around it, should be of."""
    findings: Findings

    @property
    def key(self) -> str:
        """Name of the nearest field."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "–")

    @property
    def known(self) -> str:
        """The fields that may stand here."""
        return " / ".join(self.model.model_fields)

    def add(self, code: str, **values: object) -> None:
        """Note it under a code, at the node."""
        self.findings.add(self.at, code, **values)

    @property
    def found(self) -> str:
        """The text that stands here."""
        return shown(self.at.text) if isinstance(self.at, TextNode) else "–"


Handler: TypeAlias = Callable[[Problem], None]
"""Notes what is to be said of one type of error."""


def explain_all(
    errors: Sequence[ErrorDetails],
    node: Node,
    model: type[BaseModel],
    handlers: Mapping[str, Handler],
    findings: Findings,
) -> None:
    """Note each error of validating a node as a class, by a handler for its type."""
    for error in errors:
        path, context = error["loc"], error.get("ctx") or {}
        if error["type"] in ("extra_forbidden", "missing"):
            owner = path[:-1]
            at = follow(node, owner)
            problem = Problem(at, path, context, model_at(model, owner), findings)
            _wrong_fields(problem, at, error["type"] == "missing")
            continue
        at = follow(node, path)
        if isinstance(at, TextNode) and at.nothing:
            continue  # noted by itself
        problem = Problem(at, path, context, model_at(model, path), findings)
        handlers.get(error["type"], _bad_value)(problem)


def follow(node: Node, path: Sequence[str | int]) -> Node:
    """The node at the end of a path, or the deepest there is on the way."""
    for step in path:
        if isinstance(node, FieldsNode) and isinstance(step, str) and step in node.entries:
            node = node.entries[step].value
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def _wrong_fields(problem: Problem, at: Node, missing: bool) -> None:
    if _is_a_text(problem, at):
        if missing:  # once, for a text of several unknown fields
            _text_expected(problem)
    elif missing:
        problem.add("missing-field", key=problem.key)
    else:
        _unknown_field(problem, at, problem.key)


def _is_a_text(problem: Problem, at: Node) -> bool:
    """Whether the fields are a point's text that a colon or a brace made fields of."""
    if not isinstance(at, FieldsNode) or not issubclass(problem.model, Point):
        return False
    known = problem.model.model_fields
    words = [key for key in at.entries if key not in known]
    like_none = all(nearest(word, known) is None for word in words)
    return "text" not in at.entries and like_none and (bool(words) or at.flow)


def _colon_in_text(problem: Problem, at: Node) -> None:
    assert isinstance(at, FieldsNode)
    problem.findings.add(at, "colon-in-text", words=shown(next(iter(at.entries))))


def _unknown_field(problem: Problem, at: Node, key: str) -> None:
    spot = at.entries[key].key if isinstance(at, FieldsNode) and key in at.entries else at
    known = suggestion(key, problem.model.model_fields)
    problem.findings.add(spot, "unknown-field", key=shown(key), known=known)


def _text_expected(problem: Problem) -> None:
    at = problem.at
    if isinstance(at, ListNode):
        problem.add("list-for-text")
    elif isinstance(at, FieldsNode) and not at.flow and at.entries:
        _colon_in_text(problem, at)
    elif isinstance(at, FieldsNode):
        problem.add("fields-for-text")
    else:
        _bad_value(problem)


def _list_expected(problem: Problem) -> None:
    problem.add("text-for-list" if isinstance(problem.at, TextNode) else "fields-for-list")


def _fields_expected(problem: Problem) -> None:
    if isinstance(problem.at, TextNode):
        problem.add("text-for-fields", known=problem.known)
    elif issubclass(problem.model, Point):
        problem.add("list-for-text")
    else:
        problem.add("list-for-fields", known=problem.known)


def _bad_pattern(problem: Problem) -> None:
    pattern = str(problem.context.get("pattern", ""))
    if problem.key in NAMING_OTHERS:
        return  # that there is nothing of this name says more
    if pattern == ID_PATTERN:
        example = EXAMPLES.get(problem.key, EXAMPLES["id"])
        problem.add("bad-id", found=problem.found, example=example)
    elif "https?" in pattern:
        problem.add("bad-address", found=problem.found)
    elif pattern == LOGO_PATTERN:
        problem.add("bad-logo-name", found=problem.found)
    elif problem.key == "language":
        problem.add("bad-language", found=problem.found)
    else:
        _bad_value(problem)


def _bad_choice(problem: Problem) -> None:
    if not isinstance(problem.at, TextNode):
        _text_expected(problem)
        return
    expected = str(problem.context.get("expected", ""))
    known = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    problem.add("unknown-choice", found=problem.found, known=suggestion(problem.at.text, known))


def _out_of_range(problem: Problem) -> None:
    fields = problem.model.model_fields
    declared = next((fields[step] for step in reversed(problem.path) if step in fields), None)
    limits = limits_of(declared) if declared else []
    least = next((limit.ge for limit in limits if hasattr(limit, "ge")), "–")
    most = next((limit.le for limit in limits if hasattr(limit, "le")), "–")
    problem.add("number-out-of-range", least=least, most=most)


def _too_few(problem: Problem) -> None:
    # pydantic counts the sound items only; an unsound one has its own message.
    found = len(problem.at.items) if isinstance(problem.at, ListNode) else 0
    if found < problem.context["min_length"]:
        problem.add("too-few", found=found, least=problem.context["min_length"])


def _too_many(problem: Problem) -> None:
    found = len(problem.at.items) if isinstance(problem.at, ListNode) else 0
    problem.add("too-many", found=found, most=problem.context["max_length"])


def _bad_value(problem: Problem) -> None:
    problem.add("bad-value", key=problem.key)


def _text_too_long(problem: Problem) -> None:
    assert isinstance(problem.at, TextNode)
    found, most = len(problem.at.text), problem.context["max_length"]
    problem.add("text-too-long", found=found, most=most)


HANDLERS: dict[str, Handler] = {
    "string_type": _text_expected,
    "tuple_type": _list_expected,
    "model_type": _fields_expected,
    "string_too_short": lambda problem: problem.add("empty-text"),
    "string_too_long": _text_too_long,
    "blank_text": lambda problem: problem.add("empty-text"),
    "string_pattern_mismatch": _bad_pattern,
    "literal_error": _bad_choice,
    "whole_number": lambda problem: problem.add("not-a-number"),
    "length": lambda problem: problem.add("bad-length", found=problem.found),
    "yes_or_no": lambda problem: problem.add("neither-true-nor-false", found=problem.found),
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "too_short": _too_few,
    "too_long": _too_many,
}
"""What to say, by pydantic's type of error."""
