"""What a listener needs of a plate: links that say where they lead, languages that there are,
figures that can be told in words."""

import re
from collections.abc import Collection

from planche.model import Figure, PlateBase
from planche.source.syntax import shown
from planche.source.tree import FieldsNode, Findings, Spot, TextNode, texts
from planche.text.languages import is_language
from planche.text.markup import LINK_TARGET

NAMED_LINK = re.compile(rf"\[(?P<words>[^\[\]]+)\]\((?P<link>{LINK_TARGET})\)")

FOREIGN = re.compile(r"\[[^\[\]]+\]\{\s*lang\s*=(?P<tag>[^{}]*)\}")
"""Words marked as another language's, whatever stands where their language should."""

FILE_NAME = re.compile(r"(?i)\S+\.(?:png|jpe?g|gif|svg|emf|wmf|tiff?|bmp|webp|pdf|pptx)")
"""A file's name, which says nothing of what is to be seen."""

NOT_SHOWN = frozenset({"id", "audience", "notes", "alt", "title"})
"""Fields of a figure that are not in the figure itself."""


def check_links(node: TextNode, vague: Collection[str], findings: Findings) -> None:
    """Note links whose words say nothing by themselves (WCAG 2.2, success criterion 2.4.9):
    a list of the links of a page holds their words alone."""
    for match in NAMED_LINK.finditer(node.text):
        words = " ".join(re.findall(r"\w+", match["words"].casefold()))
        if not words or words in vague:
            opening = f"[{match['words']}]("
            spot = node.find(opening, node.text.count(opening, 0, match.start()))
            findings.add(spot, "vague-link", found=shown(match["words"]), link=shown(match["link"]))


def check_languages(node: TextNode, findings: Findings) -> None:
    """Note marked words whose language is none (WCAG 2.2, success criterion 3.1.2)."""
    for match in FOREIGN.finditer(node.text):
        tag = match["tag"]
        if match[0].endswith(f"]{{lang={tag}}}") and is_language(tag):
            continue
        mark = match[0].rpartition("]{")[2]
        earlier = node.text.count(f"]{{{mark}", 0, match.start())
        spot = node.find_pattern(rf"(?<=\]\{{){re.escape(mark)}", earlier)
        findings.add(spot, "bad-language-tag", found=shown(tag.strip()))


def check_figure(node: FieldsNode, plate: PlateBase, findings: Findings) -> None:
    """Note a figure of which nothing can be said (WCAG 2.2, success criterion 1.1.1)."""
    if not isinstance(plate, Figure):
        return
    alt = node.text("alt")
    if alt is not None:
        if not _says_something(alt) or FILE_NAME.fullmatch(alt.text.strip()):
            findings.add(alt, "empty-alternative", found=shown(alt.text))
        return
    inside = list(texts(node, lambda key: key in NOT_SHOWN or key == plate.kind))
    if inside and not any(map(_says_something, inside)):
        findings.add(_start(node, plate), "silent-figure")


def _says_something(node: TextNode) -> bool:
    return any(character.isalnum() for character in node.text)


def _start(node: FieldsNode, plate: PlateBase) -> Spot:
    entry = node.entries.get(plate.kind)
    return entry.key.spot if entry else node.spot
