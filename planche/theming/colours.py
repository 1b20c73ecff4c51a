"""The values of a theme's colours: well-formed, printable, and legible on one another."""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from planche.source.syntax import shown
from planche.source.tree import FieldsNode, Findings, ListNode, Node, TextNode
from planche.theme import MOST_INK
from planche.theming.contrast import (
    COMMON_PAIRS,
    Pair,
    contrast,
    luminance,
    pair_of_house,
    pairs,
    passing,
)
from planche.theming.likeness import check_likeness
from planche.theming.names import family_names

HEX = re.compile(r"#[0-9A-F]{6}")
PERCENT = re.compile(r"0*(?:100|[0-9]{1,2})")
INKS = 4

BARE = re.compile(r"(?m)^([^#\n]*\bscreen:[ \t]+)#(?=[0-9A-Fa-f]{3,8}\b)")
STAND_IN = "＃"
"""Takes the place of a # that would start a comment, and is not typed by accident."""

EXAMPLE = "#14202B"


def without_bare_colours(text: str) -> str:
    """A text in which no colour is read as a comment for want of quotation marks.

    Places stay what they were; `check_colours` refuses what was marked.
    """
    return BARE.sub(rf"\1{STAND_IN}", text)


def check_colours(root: FieldsNode, findings: Findings) -> None:
    """Note colours that are none, take too much ink, or make text hard to read."""
    colours = root.get("colours")
    if not isinstance(colours, FieldsNode):
        return
    sound: dict[str, TextNode] = {}
    for token, entry in colours.entries.items():
        if not isinstance(entry.value, FieldsNode):
            continue
        screen, press = entry.value.get("screen"), entry.value.get("press")
        if screen is not None and _sound_screen(screen, findings):
            assert isinstance(screen, TextNode)
            sound[token] = screen
        if press is not None:
            _check_press(press, findings)
    wanted = [*COMMON_PAIRS, *(each for name in family_names(root) for each in pairs(name))]
    house = root.text("house")
    if house is not None:
        wanted.append(pair_of_house(house.text))
    _check_contrast(wanted, sound, findings)
    check_likeness(tuple(family_names(root)), sound, findings)


def _sound_screen(node: Node, findings: Findings) -> bool:
    if isinstance(node, ListNode):
        findings.add(node, "list-for-text")
    elif isinstance(node, FieldsNode):
        findings.add(node, "fields-for-text")
    elif HEX.fullmatch(node.text):
        return True
    elif not node.nothing:
        found = node.text.replace(STAND_IN, "#")
        findings.add(node, "bad-colour", found=shown(found), known=_meant(found))
    return False


def _meant(text: str) -> str:
    """The colour that someone who typed a text most likely meant."""
    digits = text.strip().lstrip("#").upper()
    if re.fullmatch(r"[0-9A-F]{3}", digits):
        digits = "".join(each * 2 for each in digits)
    return f"#{digits}" if re.fullmatch(r"[0-9A-F]{6}", digits) else EXAMPLE


def _check_press(node: Node, findings: Findings) -> None:
    if isinstance(node, TextNode) and node.nothing:
        return
    items = node.items if isinstance(node, ListNode) else ()
    texts = [item.text for item in items if isinstance(item, TextNode)]
    if len(texts) != len(items) or len(items) != INKS:
        findings.add(node, "bad-press")
        return
    wrong = [item for item in items if not _percent(item)]
    for item in wrong:
        findings.add(item, "bad-press")
    total = sum(int(text) for text in texts) if not wrong else 0
    if total > MOST_INK:
        findings.add(node, "too-much-ink", total=total, most=MOST_INK, over=total - MOST_INK)


def _percent(node: Node) -> bool:
    return isinstance(node, TextNode) and PERCENT.fullmatch(node.text) is not None


def _check_contrast(
    wanted: Sequence[Pair], sound: Mapping[str, TextNode], findings: Findings
) -> None:
    """Note each colour once, for the text that would need it changed the most."""
    poor = [
        pair
        for pair in wanted
        if pair.text in sound and pair.ground in sound and _ratio(pair, sound) < pair.least
    ]
    poor.sort(key=lambda pair: pair.mend)
    for mend, group in groupby(poor, key=lambda pair: pair.mend):
        pair = max(group, key=lambda each: _change(each, sound))
        findings.add(
            sound[mend],
            "poor-contrast",
            text=pair.text,
            ground=pair.ground,
            found=f"{int(_ratio(pair, sound) * 100) / 100:.2f}",
            least=f"{pair.least:g}",
            token=mend,
            known=_mended(pair, sound),
        )


def _ratio(pair: Pair, sound: Mapping[str, TextNode]) -> float:
    return contrast(sound[pair.text].text, sound[pair.ground].text)


def _mended(pair: Pair, sound: Mapping[str, TextNode]) -> str:
    return passing(sound[pair.mend].text, sound[pair.other].text, pair.least, pair.darker)


def _change(pair: Pair, sound: Mapping[str, TextNode]) -> float:
    """How much a colour's luminance must change."""
    return abs(luminance(_mended(pair, sound)) - luminance(sound[pair.mend].text))
