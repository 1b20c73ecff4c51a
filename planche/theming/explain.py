"""What pydantic finds wrong with a theme; what it shares with the source is said there."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pydantic_core import ErrorDetails

from planche.source.explain import HANDLERS, Handler, Problem, explain_all
from planche.source.keys import suggestion
from planche.source.tree import FieldsNode, Findings, ListNode, Node, TextNode
from planche.theme import Theme
from planche.theming.needs import COLOURS, FACES, FORMATS, ROLES, SIZED

TRUTHS = ("true", "false")

NAMES = {"faces": FACES, "colours": COLOURS, "roles": ROLES, "formats": FORMATS, "steps": SIZED}
"""Names that may stand in the fields whose names are not the model's."""

SHOWN_NAMES = 4
"""How many of them a message shows."""


def explain(errors: Sequence[ErrorDetails], root: Node, findings: Findings) -> None:
    """Note what pydantic finds wrong, but for what the checks of colours say better."""
    wanted = [error for error in errors if not _of_a_colour(error)]
    explain_all(wanted, root, Theme, THEME_HANDLERS, findings)


def _of_a_colour(error: ErrorDetails) -> bool:
    """Whether an error is about the values a colour has, not about its fields."""
    path = error["loc"]
    if path[:1] != ("colours",) or len(path) < 3:
        return False
    return len(path) > 3 or error["type"] not in ("missing", "extra_forbidden")


def _names_expected(problem: Problem) -> None:
    names = NAMES.get(problem.key, ())
    more = " / …" if len(names) > SHOWN_NAMES or not names else ""
    known = " / ".join(f"{name}:" for name in names[:SHOWN_NAMES]) + more
    code = "list-for-fields" if isinstance(problem.at, ListNode) else "text-for-fields"
    problem.add(code, known=known)


def _number_expected(problem: Problem) -> None:
    if _is_a_text(problem):
        problem.add("not-a-decimal")


def _whole_number_expected(problem: Problem) -> None:
    if _is_a_text(problem):
        problem.add("not-a-number")


def _truth_expected(problem: Problem) -> None:
    if _is_a_text(problem):
        assert isinstance(problem.at, TextNode)
        known = suggestion(problem.at.text, TRUTHS)
        problem.add("unknown-choice", found=problem.found, known=known)


def _is_a_text(problem: Problem) -> bool:
    """Whether one value stands here at all; lists and fields are noted."""
    if isinstance(problem.at, ListNode):
        problem.add("list-for-text")
    elif isinstance(problem.at, FieldsNode):
        problem.add("fields-for-text")
    return isinstance(problem.at, TextNode)


def _said_by_a_check(_: Problem) -> None:
    """A validator of the model: the checks find the same, with its place."""


THEME_HANDLERS: Mapping[str, Handler] = MappingProxyType(
    {
        **HANDLERS,
        "dict_type": _names_expected,
        "float_type": _number_expected,
        "float_parsing": _number_expected,
        "int_type": _whole_number_expected,
        "int_parsing": _whole_number_expected,
        "int_parsing_size": _whole_number_expected,
        "int_from_float": _whole_number_expected,
        "bool_type": _truth_expected,
        "bool_parsing": _truth_expected,
        "value_error": _said_by_a_check,
        "assertion_error": _said_by_a_check,
    }
)
"""What to say of a theme, by pydantic's type of error."""
