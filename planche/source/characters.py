"""Bytes to text: UTF-8 only, and no characters that cannot be seen or printed."""

import re
import unicodedata

from planche.source.tree import Findings, Spot, TextNode

MOST_CHARACTER_FAULTS = 20
"""A file that is no text at all would else bring a message for each of its bytes."""

BOM = "\ufeff"

FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line ends
    "\u2028\u2029"  # line ends that YAML and editors count differently
    "\u202a-\u202e\u2066-\u2069"  # reverse the order of what is read
    "\ud800-\udfff"  # halves of a character
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
    "\ufdd0-\ufdef\ufffe\uffff"  # no characters
    "\ufeff\ufffd"  # traces of a conversion gone wrong
    "]"
)

NAMED_ESCAPES = {"\x00": "0", "\x07": "a", "\x08": "b", "\x0b": "v", "\x0c": "f", "\x1b": "e"}
NAMED_ESCAPES |= {"\x85": "N", "\u2028": "L", "\u2029": "P"}
STAND_IN = "x"


def decode(data: bytes, findings: Findings) -> str | None:
    """The text of a file, forbidden characters noted and replaced; None where it is no UTF-8."""
    try:
        text = data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        findings.add(Spot().moved(before), "not-utf-8", encoding=_likely_encoding(data))
        return None
    spot = Spot()
    count = 0
    for match in FORBIDDEN.finditer(text):
        count += 1
        spot = spot.moved(text[spot.index : match.start()])
        if count <= MOST_CHARACTER_FAULTS:
            findings.add(spot, "forbidden-character", character=describe(match[0]))
    if count > MOST_CHARACTER_FAULTS:
        findings.add(spot, "more-characters", count=count - MOST_CHARACTER_FAULTS)
    return FORBIDDEN.sub(STAND_IN, text)


def check_escapes(node: TextNode, findings: Findings) -> TextNode:
    """The node without forbidden characters, each that was typed as an escape noted."""
    characters = dict.fromkeys(FORBIDDEN.findall(node.text))
    if not characters:
        return node
    for character in characters:
        code = ord(character)
        forms = [f"x{code:02x}"] if code < 0x100 else []
        forms += [f"u{code:04x}"] if code < 0x10000 else []
        pattern = rf"\\(?i:{'|'.join([*forms, f'U{code:08x}'])})"
        if character in NAMED_ESCAPES:
            pattern += rf"|\\{NAMED_ESCAPES[character]}"
        spot = node.find_pattern(pattern)
        findings.add(spot, "forbidden-character", character=describe(character))
    return TextNode(FORBIDDEN.sub(STAND_IN, node.text), node.spot, node.raw, node.plain)


def describe(character: str) -> str:
    """A character by code point and name: `U+FFFD REPLACEMENT CHARACTER`."""
    return f"{code_point(character)} {unicodedata.name(character, '')}".rstrip()


def code_point(character: str) -> str:
    """A character's number as Unicode writes it: `U+00E6`."""
    return f"U+{ord(character):04X}"


def _likely_encoding(data: bytes) -> str:
    """The encoding that a file other than UTF-8 most likely has."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    return "Windows-1252 (Latin-1)"
