"""What declared print runs say: plates that there are, copies of each, paper and ink."""

from collections.abc import Callable, Collection, Iterator
from typing import get_args

from planche.diagnostics import Fault, FaultError
from planche.fields import LENGTH
from planche.print_run import ALL, PaperFormat
from planche.selection import Choice, chosen
from planche.source.decks import chosen_plates
from planche.source.keys import suggestion
from planche.source.syntax import shown
from planche.source.tree import FieldsNode, Findings, Spot, TextNode
from planche.source.validate import Item

LEAST_BLEED_MM = 3.0
"""Bleed that crop marks need: what most print houses ask for (GWG 2022, sheet-fed offset)."""


def check_runs(
    runs: tuple[Item, ...], choice: Choice, formats: Collection[str], findings: Findings
) -> None:
    """Note runs of one name, plates that there are none of, copies of none, and odd paper."""
    first: dict[str, Spot] = {}
    for node in _fields(runs):
        name = node.text("name")
        if name and first.setdefault(name.text, node.spot) is not node.spot:
            line = first[name.text].line
            findings.add(name, "duplicate-run", name=shown(name.text), line=line)
        plates = node.get("plates")
        found = chosen_plates(plates, choice, findings) if plates is not None else None
        if plates is not None and found is not None:
            if found:
                _check_copies(node, found, choice, findings)
            else:
                findings.add(plates, "empty-run")
        _check_bleed(node, findings)
        _check_format(node, formats, findings)


def check_condition(
    run: Item, fault_of: Callable[[str | None, str | None], Fault | None], findings: Findings
) -> None:
    """Note a printing condition that is not known, or whose profile is none to print with."""
    for node in _fields((run,)):
        condition, profile = node.text("output_condition"), node.text("profile")
        fault = fault_of(condition.text if condition else None, profile.text if profile else None)
        if fault:
            findings.add(profile or condition or node, fault.code, **fault.values)


def _fields(items: tuple[Item, ...]) -> Iterator[FieldsNode]:
    return (item.node for item in items if isinstance(item.node, FieldsNode))


def _check_copies(
    node: FieldsNode, plates: tuple[str, ...], choice: Choice, findings: Findings
) -> None:
    copies = node.get("copies")
    if not isinstance(copies, FieldsNode):
        return
    counted: set[str] = set()
    for name, entry in copies.entries.items():
        try:
            meant = set(chosen(choice, [name])) & set(plates)
        except FaultError:
            meant = set()
        if not meant:
            known = suggestion(name, (*plates, ALL))
            findings.add(entry.key, "copies-of-none", found=shown(name), known=known)
        counted |= meant
    left = [plate for plate in plates if plate not in counted]
    if left and counted:
        findings.add(copies, "copies-missing", plates=", ".join(left))


def _check_bleed(node: FieldsNode, findings: Findings) -> None:
    bleed, marks = node.text("bleed"), node.text("marks")
    length = LENGTH.fullmatch(bleed.text.strip()) if bleed else None
    if bleed is None or length is None or (marks and marks.text == "false"):
        return
    if float(length[1].replace(",", ".")) < LEAST_BLEED_MM:
        findings.add(bleed, "bleed-too-small", found=shown(bleed.text), least=f"{LEAST_BLEED_MM:g}")


def _check_format(node: FieldsNode, formats: Collection[str], findings: Findings) -> None:
    drawn: TextNode | None = node.text("drawn_as")
    if drawn and drawn.text in get_args(PaperFormat) and drawn.text not in formats:
        known = suggestion(drawn.text, formats)
        findings.add(drawn, "format-not-drawn", found=drawn.text, known=known)
