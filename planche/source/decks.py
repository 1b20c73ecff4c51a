"""What declared decks say: names that files can have, and plates that there are."""

from collections.abc import Iterator

from planche.diagnostics import FaultError
from planche.selection import SEPARATOR, Choice, chosen
from planche.source.keys import suggestion
from planche.source.syntax import shown
from planche.source.tree import FieldsNode, Findings, ListNode, Node, Spot, TextNode, texts
from planche.source.validate import Item

HANDOUT = "handout"
"""The end of the names of handouts; a deck called so would lie where another's handout lies."""

ON_THE_COVER = ("speaker", "date")


def check_decks(
    decks: tuple[Item, ...], choice: Choice, covers: frozenset[str], findings: Findings
) -> None:
    """Note decks that no file can be named after, that are empty, or that name no plate.

    `choice` are the plates of the set and `covers` those of them that are covers.
    """
    first: dict[str, Spot] = {}
    for item in decks:
        if not isinstance(item.node, FieldsNode):
            continue
        name = item.node.text("name")
        if name:
            _check_name(name, item.node, first, findings)
        plates = item.node.get("plates")
        if plates is not None:
            found = chosen_plates(plates, choice, findings)
            if found is not None:
                _check_plates(item.node, plates, found, covers, findings)


def _check_name(
    name: TextNode, node: FieldsNode, first: dict[str, Spot], findings: Findings
) -> None:
    spot = first.setdefault(name.text, node.spot)
    if spot is not node.spot:
        findings.add(name, "duplicate-deck", name=shown(name.text), line=spot.line)
    elif name.text == HANDOUT or name.text.endswith(f"-{HANDOUT}"):
        findings.add(name, "reserved-name", found=shown(name.text), ending=HANDOUT)


def chosen_plates(plates: Node, choice: Choice, findings: Findings) -> tuple[str, ...] | None:
    """The plates that a field names; None where a name is none of theirs, which is noted."""
    found: list[str] = []
    sound = True
    for node, name in _names(plates):
        try:
            found += chosen(choice, [name])
        except FaultError:
            groups = (f"audience:{audience}" for audience in choice.audiences)
            known = suggestion(name, (*choice.plates, *groups, "all"))
            findings.add(node.find(name), "unknown-plate", found=shown(name), known=known)
            sound = False
    return tuple(dict.fromkeys(found)) if sound else None


def _names(plates: Node) -> Iterator[tuple[TextNode, str]]:
    for node in texts(plates):
        for name in SEPARATOR.split(node.text):
            if name:
                yield node, name


def _check_plates(
    deck: FieldsNode,
    plates: Node,
    found: tuple[str, ...],
    covers: frozenset[str],
    findings: Findings,
) -> None:
    if not found:
        if not isinstance(plates, ListNode) or plates.items:
            findings.add(plates, "empty-deck")
        return
    for key in ON_THE_COVER:
        said = deck.text(key)
        if said and not covers.intersection(found):
            findings.add(said, "deck-without-cover", key=key)
