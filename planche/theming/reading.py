"""One file to one checked theme, or to everything that is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from planche.diagnostics import Diagnostic, has_errors, in_order
from planche.source.characters import decode
from planche.source.compose import compose
from planche.source.keys import Vocabulary, all_field_names, required
from planche.source.loading import load
from planche.source.tree import FieldsNode, Findings, ListNode, Node, as_data, nothings
from planche.theme import SHADES, Theme
from planche.theming.colours import check_colours, without_bare_colours
from planche.theming.explain import explain
from planche.theming.names import check_names
from planche.theming.needs import COLOURS, ROLES
from planche.theming.numbers import check_numbers
from planche.theming.type import check_type

KNOWN = " / ".join(f"{name}:" for name in required(Theme))

WORDS = Vocabulary(frozenset({*all_field_names(Theme), *ROLES, *COLOURS, *SHADES}), KNOWN)
"""What a theme calls its fields."""


@dataclass(frozen=True)
class ThemeReading:
    """What a theme's file was found to hold."""

    theme: Theme | None
    """The theme; None where there is any error."""
    diagnostics: tuple[Diagnostic, ...]
    """Every fault and remark, in the order of the file."""


def read_theme(path: Path, name: str, fonts: Path) -> ThemeReading:
    """The theme in a file, which messages call by `name`; its faces lie in the folder `fonts`.

    Never raises for what a file holds.
    """
    findings = Findings(name)
    data = load(path, findings)
    if data is None:
        return ThemeReading(None, in_order(findings.diagnostics))
    return read_theme_bytes(data, findings, fonts)


def read_theme_bytes(data: bytes, findings: Findings, fonts: Path) -> ThemeReading:
    """The theme in the bytes of a file; all stages in their order."""
    theme = None
    text = decode(data, findings)
    root = compose(without_bare_colours(text), WORDS, findings) if text is not None else None
    if root is not None:
        theme = _checked(root, fonts, findings)
    diagnostics = in_order(findings.diagnostics)
    return ThemeReading(None if has_errors(diagnostics) else theme, diagnostics)


def _checked(root: Node, fonts: Path, findings: Findings) -> Theme | None:
    if not isinstance(root, FieldsNode):
        code = "list-for-fields" if isinstance(root, ListNode) else "text-for-fields"
        findings.add(root, code, known=KNOWN)
        return None
    for node in nothings(root):
        findings.add(node, "empty-value")
    theme = _validated(root, findings)
    check_names(root, findings)
    check_numbers(root, findings)
    check_colours(root, findings)
    check_type(root, fonts, findings)
    if theme is None and not has_errors(findings.diagnostics):
        findings.add(root, "bad-value", key=findings.path)  # a rule of the model not known here
    return theme


def _validated(root: FieldsNode, findings: Findings) -> Theme | None:
    try:
        return Theme.model_validate(as_data(root))
    except ValidationError as error:
        explain(error.errors(include_url=False, include_input=False), root, findings)
        return None
