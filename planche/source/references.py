"""What the parts of a set say of each other, checked for whatever could be read."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from planche.diagnostics import Fault
from planche.fields import ID_PATTERN, LOGO_PATTERN
from planche.model import PlateBase, default_ids
from planche.selection import Choice
from planche.source.characters import code_point
from planche.source.decks import check_decks
from planche.source.keys import suggestion
from planche.source.runs import check_condition, check_runs
from planche.source.spoken import check_figure, check_languages, check_links
from planche.source.syntax import shown
from planche.source.tree import FieldsNode, Findings, ListNode, Node, Spot, TextNode, texts
from planche.source.validate import Item, Parts
from planche.text.languages import is_language

LANGUAGES = ("da", "en", "de")
"""Languages the program has words and typography for."""

MOST_CORRECTED_WORDS = 8

REFERENCES = {
    "da": re.compile(r"(?i)\bse\s+spørgsmål\s+([0-9]+)"),
    "en": re.compile(r"(?i)\bsee\s+question\s+([0-9]+)"),
    "de": re.compile(r"(?i)\bsiehe\s+Frage\s+([0-9]+)"),
}
"""How a text refers to a question, by language."""

LINK = re.compile(r"\[[^\[\]]+\]\(\s*(?P<target>[^\s)]*)(?P<whole>\))?")
GOOD_LINK = re.compile(r"(?:https?://|mailto:)[^\s()]+|#(?P<plate>[a-z0-9-]+)")
LINK_LIKE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|#|.*[./]")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

SET_IN_OWN_TYPE = frozenset("₀₁₂₃₄₅₆₇₈₉")
"""Set as real subscripts, whatever glyphs the face has."""

UNPRINTED = frozenset({"id", "audience", "notes", "alt"})
"""Fields of a plate that the typeface never sets."""
PRINTED_OF_DECK = ("title", "speaker", "date")
PRINTED_OF_RUN = ("title", "paper", "binding", "deliver_to", "deliver_by")
PRINTED_OF_SET = ("title", "subtitle", "publisher", "edition", "contact")
NOT_TEXT = frozenset({"id", "audience"})


@dataclass(frozen=True)
class Surroundings:
    """What the set is checked against that does not stand in it."""

    missing_glyphs: Callable[[str], str]
    """Gives the characters of a text that the typeface has no glyph for."""
    colours: Collection[str]
    """Names of the theme's colour families."""
    formats: Collection[str] = ("A3",)
    """The sizes of paper that the theme has layouts for."""
    condition_fault: Callable[[str | None, str | None], Fault | None] = lambda *_: None
    """Gives what is wrong with a printing condition and the file of its profile, as named."""
    logo_faults: Callable[[str], Iterable[Fault]] = lambda name: ()
    """Gives what is wrong with the logo in a file of a name."""
    vague_links: Collection[str] = ()
    """What links may not be called in the set's language, in small letters."""


class Facts:
    """What can be told of a set, be all its parts sound or not."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.plates = [
            (item, _stand_in(item)) for item in parts.items("plates") if item.kind is not None
        ]
        self.ids = default_ids(tuple(plate for _, plate in self.plates))
        self.complete = len(self.plates) == len(parts.items("plates"))
        """Whether the kind, and so the id, of every plate is known."""

    @property
    def named(self) -> Iterator[tuple[tuple[Item, PlateBase], str]]:
        """Each plate with its id."""
        return zip(self.plates, self.ids, strict=True)

    @property
    def choice(self) -> Choice:
        """What decks can choose from."""
        plates = {name: _audience(item) for (item, _), name in self.named}
        audiences = [name.text for name in _names(self.parts.items("audiences"))]
        return Choice(plates, audiences)

    @cached_property
    def questions(self) -> dict[int, Item]:
        """The first question of each number."""
        found: dict[int, Item] = {}
        for item, plate in self.plates:
            if plate.kind == "question" and plate.number:
                found.setdefault(plate.number, item)
        return found

    @cached_property
    def language(self) -> str:
        """The primary language of the text."""
        info = self.parts.singles.get("set")
        node = info.node.text("language") if info and isinstance(info.node, FieldsNode) else None
        return node.text.split("-")[0] if node else ""


def check(parts: Parts, surroundings: Surroundings, findings: Findings) -> dict[str, Spot]:
    """Note everything that does not fit together; gives the spot of each plate by its id."""
    facts = Facts(parts)
    spots = _check_ids(facts, findings)
    _check_set(facts, surroundings, findings)
    _check_audiences(facts, surroundings, findings)
    for item, plate in facts.plates:
        _check_plate(item, plate, facts, surroundings, findings)
        for node in texts(item.node, lambda key: key in UNPRINTED):
            _check_glyphs(node, surroundings, findings)
    for section in ("corrections", "open_questions"):
        for item in parts.items(section):
            _check_plate_name(item, facts, findings)
    for item in parts.items("corrections"):
        _check_length(item, findings)
    if facts.complete:
        covers = (name for (_, plate), name in facts.named if plate.kind == "cover")
        check_decks(parts.items("decks"), facts.choice, frozenset(covers), findings)
        check_runs(parts.items("print_runs"), facts.choice, surroundings.formats, findings)
    for item in parts.items("print_runs"):
        check_condition(item, surroundings.condition_fault, findings)
    for section, keys in (("decks", PRINTED_OF_DECK), ("print_runs", PRINTED_OF_RUN)):
        for item in parts.items(section):
            for text in _printed_of(item, keys):
                _check_glyphs(text, surroundings, findings)
    return spots


def _stand_in(item: Item) -> PlateBase:
    """The plate, or where it is not sound one that has its kind, id and number."""
    if isinstance(item.model, PlateBase):
        return item.model
    kind, node = item.kind, item.node
    assert kind is not None
    assert issubclass(kind, PlateBase)
    assert isinstance(node, FieldsNode)
    name, number = node.text("id"), node.text(kind.kind)
    digits = number.text if number and re.fullmatch(r"[0-9]{1,4}", number.text) else "0"
    values: dict[str, Any] = {"id": name.text if name else None, kind.kind: int(digits)}
    return kind.model_construct(None, **values)


def _audience(item: Item) -> str | None:
    node = _fields(item)
    name = node.text("audience") if node else None
    return name.text if name else None


def _printed_of(item: Item, keys: Iterable[str]) -> Iterator[TextNode]:
    node = _fields(item)
    for key in keys if node else ():
        text = node.text(key) if node else None
        if text:
            yield text


def _names_one_of(name: TextNode, known: Collection[str]) -> bool:
    return name.text in known and re.fullmatch(ID_PATTERN, name.text) is not None


def _fields(item: Item) -> FieldsNode | None:
    return item.node if isinstance(item.node, FieldsNode) else None


def _check_ids(facts: Facts, findings: Findings) -> dict[str, Spot]:
    spots: dict[str, Spot] = {}
    numbers: dict[int, Spot] = {}
    for (item, plate), name in zip(facts.plates, facts.ids, strict=True):
        node = item.node
        assert isinstance(node, FieldsNode)
        at = node.text("id") or node.text(plate.kind) or node
        if plate.kind == "question" and plate.number:
            first = numbers.setdefault(plate.number, node.spot)
            if first is not node.spot:
                number = node.text("question") or node
                line = first.line
                findings.add(number, "duplicate-question", number=plate.number, line=line)
                continue
        if plate.number == 0 and not plate.id:
            continue  # its number cannot be read, so it has no id yet
        if spots.setdefault(name, node.spot) is not node.spot:
            findings.add(at, "duplicate-id", id=name, line=spots[name].line)
    return spots


def _check_set(facts: Facts, surroundings: Surroundings, findings: Findings) -> None:
    info = facts.parts.singles.get("set")
    node = _fields(info) if info else None
    if node is None:
        return
    for key in PRINTED_OF_SET:
        text = node.text(key)
        if text:
            _check_glyphs(text, surroundings, findings)
    logo = node.text("logo")
    if logo and re.fullmatch(LOGO_PATTERN, logo.text):
        for fault in surroundings.logo_faults(logo.text):
            findings.add(logo, fault.code, **fault.values)
    language = node.text("language")
    sound = language and re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language.text)
    if language and sound and facts.language not in LANGUAGES:
        known = " / ".join(LANGUAGES)
        findings.add(language, "unknown-language", found=language.text, known=known)
    elif language and sound and language.text not in LANGUAGES and not is_language(language.text):
        findings.add(language, "bad-language", found=language.text)


def _check_audiences(facts: Facts, surroundings: Surroundings, findings: Findings) -> None:
    first: dict[str, Spot] = {}
    for item in facts.parts.items("audiences"):
        node = _fields(item)
        if node is None:
            continue
        name, colour, word = node.text("id"), node.text("colour"), node.text("name")
        if name and first.setdefault(name.text, node.spot) is not node.spot:
            findings.add(name, "duplicate-id", id=name.text, line=first[name.text].line)
        if colour and not _names_one_of(colour, surroundings.colours):
            known = suggestion(colour.text, surroundings.colours)
            findings.add(colour, "unknown-colour", found=shown(colour.text), known=known)
        if word:
            _check_glyphs(word, surroundings, findings)


def _check_plate(
    item: Item,
    plate: PlateBase,
    facts: Facts,
    surroundings: Surroundings,
    findings: Findings,
) -> None:
    node = _fields(item)
    assert node is not None
    audience = node.text("audience")
    known = [name.text for name in _names(facts.parts.items("audiences"))]
    if audience and not _names_one_of(audience, known):
        near = suggestion(audience.text, known)
        findings.add(audience, "unknown-audience", found=shown(audience.text), known=near)
    if plate.kind == "statements" and plate.number and plate.number not in facts.questions:
        at = node.text("statements") or node
        findings.add(at, "unknown-question", number=plate.number)
    if plate.kind == "table":
        _check_rows(node, findings)
    for text in texts(node, lambda key: key in NOT_TEXT):
        _check_references(text, facts, findings)
        _check_links(text, facts, findings)
        check_links(text, surroundings.vague_links, findings)
        check_languages(text, findings)
    check_figure(node, plate, findings)


def _names(items: tuple[Item, ...]) -> Iterator[TextNode]:
    for item in items:
        node = _fields(item)
        name = node.text("id") if node else None
        if name:
            yield name


def _check_rows(node: FieldsNode, findings: Findings) -> None:
    columns, rows = node.get("columns"), node.get("rows")
    if not isinstance(columns, ListNode) or not isinstance(rows, ListNode):
        return
    expected = len(columns.items)
    for count, row in enumerate(rows.items, start=1):
        if isinstance(row, ListNode) and len(row.items) != expected:
            found = len(row.items)
            findings.add(row, "ragged-row", row=count, found=found, expected=expected)


def _check_references(node: TextNode, facts: Facts, findings: Findings) -> None:
    pattern = REFERENCES.get(facts.language)
    for match in pattern.finditer(node.text) if pattern else ():
        number = match[1].lstrip("0")[:9]
        if not number or int(number) not in facts.questions:
            spot = node.find(match[0], node.text.count(match[0], 0, match.start()))
            findings.add(spot, "unknown-question", number=shown(match[1]))


def _check_links(node: TextNode, facts: Facts, findings: Findings) -> None:
    for match in LINK.finditer(node.text):
        target = match["target"]
        good = GOOD_LINK.fullmatch(target)
        if good is None:
            if (LINK_LIKE if match["whole"] else SCHEME).match(target) or target in facts.ids:
                findings.add(_spot_in(node, match), "bad-link", found=shown(target))
        elif good["plate"] and good["plate"] not in facts.ids and facts.complete:
            known = suggestion(good["plate"], facts.ids)
            findings.add(_spot_in(node, match), "unknown-plate", found=target, known=known)


def _spot_in(node: TextNode, link: re.Match[str]) -> Spot:
    """Where the target of a link stands."""
    target = link["target"]
    if not target:
        return node.spot
    earlier = node.text.count(f"({target}", 0, link.start())
    return node.find_pattern(rf"(?<=\(){re.escape(target)}", earlier)


def _check_glyphs(node: TextNode, surroundings: Surroundings, findings: Findings) -> None:
    text = "".join(c for c in node.text if not c.isspace() and c not in SET_IN_OWN_TYPE)
    for character in dict.fromkeys(surroundings.missing_glyphs(text)):
        findings.add(
            node.find_pattern(re.escape(character)),
            "missing-glyph",
            character=character,
            code_point=code_point(character),
            name=unicodedata.name(character, "–"),
        )


def _check_plate_name(item: Item, facts: Facts, findings: Findings) -> None:
    node = _fields(item)
    name = node.text("plate") if node else None
    if name and facts.complete and not _names_one_of(name, facts.ids):
        known = suggestion(name.text, facts.ids)
        findings.add(name, "unknown-plate", found=shown(name.text), known=known)


def _check_length(item: Item, findings: Findings) -> None:
    node = _fields(item)
    for key in ("source", "print"):
        text: Node | None = node.text(key) if node else None
        if isinstance(text, TextNode) and len(text.text.split()) > MOST_CORRECTED_WORDS:
            found, most = len(text.text.split()), MOST_CORRECTED_WORDS
            findings.add(text, "correction-too-long", found=found, most=most)
