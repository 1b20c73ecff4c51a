"""Typographic rules: plain typed text in, text with the marks and spaces of good print out.

``RULES`` is the one table. ``typeset`` applies it to a paragraph of a plate; ``source_rules``
applies it, after the old layout's hard hyphens, to the source text that an edition is compared
with. Both change marks and spaces only, never a word. Inline markup, link targets, languages of
words, addresses and ``{{ … }}`` come out as they went in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

NBSP = "\u00a0"


@dataclass(frozen=True)
class Rule:
    """One typographic rule: what is found, what is printed instead, and the reason."""

    name: str
    """A short name, unique in the table."""
    pattern: re.Pattern[str]
    """What is found."""
    replacement: str
    """What is printed instead, in the notation of ``re.sub``."""
    why: str
    """The reason, for the editor who asks."""
    languages: tuple[str, ...] = ()
    """The primary languages (``da``) that the rule belongs to; empty: all."""


# What may stand before an opening quotation mark: a space, a bracket, a dash, a slash, markup.
_OPENS = r"(?<![^\s(\[{*~“‘„‚–—/…-])"
_UNITS = r"mm|cm|dm|m|km|mg|g|kg|t|ml|cl|dl|l|pt|min|kr|mio|mia|pct|kWh|MB|GB"

RULES: tuple[Rule, ...] = (
    Rule(
        "ellipsis",
        re.compile(r"(?<![./])\.{2,3}(?![./])"),
        "…",
        "Two or three full stops stand for an ellipsis, which is one character.",
    ),
    Rule(
        "leading-ellipsis",
        re.compile(r"(?m)(?<![^\t\n])…[ \u00a0]+(?=\w)"),
        "…",
        "A cell that continues its row's beginning starts with the ellipsis, close to the word: "
        "the table writes all its cells in this one way.",
    ),
    Rule(
        "spaced-hyphen",
        re.compile(r"(?<=\S)[ \u00a0]+(?:--?|—)[ \u00a0]+(?=[^\s\d])"),
        f"{NBSP}– ",
        "A hyphen with a space on both sides is a dash. Before a number it may be a minus.",
    ),
    Rule(
        "dash-space",
        re.compile(r"(?<=\S)[ \u00a0]+–[ \u00a0]+(?=\S)"),
        f"{NBSP}– ",
        "No line begins with a dash: the space before it does not break.",
    ),
    Rule(
        "double-quotes",
        re.compile(r'(?<!\w)"(?=\S)([^"\n]*(?<=\S))"'),
        r"“\1”",
        "Straight marks are a typewriter's.",
    ),
    Rule(
        "low-double-quotes",
        re.compile(r"„(?=\S)([^„“”\n]*(?<=\S))[“”]"),
        r"“\1”",
        "Low and high marks are written in one way.",
    ),
    Rule(
        "guillemets",
        re.compile(r"»(?=\S)([^«»\n]*(?<=\S))«"),
        r"“\1”",
        "Angled marks are written in the same way as the others.",
    ),
    Rule(
        "right-double-quotes",
        re.compile(_OPENS + r"”(?=[\w*~\[(‘'…§])([^“”\n]*(?<=\S))”"),
        r"“\1”",
        "A word processor may set the closing mark at both ends.",
    ),
    Rule(
        "single-quotes",
        re.compile(_OPENS + r"'(?=\S)((?:[^'\n]|(?<=\w)'(?=\w))*?(?<=\S))'(?!\w)"),
        r"‘\1’",
        "Straight marks are a typewriter's.",
    ),
    Rule(
        "low-single-quotes",
        re.compile(r"‚(?=\S)([^‚‘’\n]*(?<=\S))[‘’]"),
        r"‘\1’",
        "Low and high marks are written in one way.",
    ),
    Rule(
        "apostrophe",
        re.compile(r"(?<=[^\W\d_])'|'(?=\w)"),
        "’",
        "An apostrophe (Ta’ Del, 1980’erne) has the form of the closing mark.",
    ),
    Rule(
        "right-single-quotes",
        re.compile(_OPENS + r"’(?=[^\W\d_])([^‘’\n]*(?<=\S))’(?!\w)"),
        r"‘\1’",
        "A word processor may set the closing mark at both ends.",
    ),
    Rule(
        "school-class",
        re.compile(r"(?<![\w.,])(\d|10)\.[ \u00a0]([A-H])(?![\w.])"),
        r"\1.\2",
        "A Danish school class is written 1.B, without a space.",
        ("da",),
    ),
    Rule(
        "paragraph-sign",
        re.compile(r"(?<=§) +(?=\d)"),
        NBSP,
        "A paragraph sign stays with its number.",
    ),
    Rule(
        "numbered-part",
        re.compile(r"(?i)\b(stk|nr|kap|pkt|kl|no|vol|fig)\. +(?=\d)"),
        rf"\1.{NBSP}",
        "An abbreviation stays with its number: stk. 4, nr. 2.",
    ),
    Rule(
        "question-number",
        re.compile(r"(?i)\b(spørgsmål|question|frage) +(?=\d)"),
        rf"\1{NBSP}",
        "A question stays with its number: se spørgsmål 5.",
    ),
    Rule(
        "question-reference",
        re.compile(rf"(?i)\b(se|see|siehe) +(?=(?:spørgsmål|question|frage){NBSP}\d)"),
        rf"\1{NBSP}",
        "A reference is one thing: (se spørgsmål 5) is not divided.",
    ),
    Rule(
        "version",
        re.compile(r"(?<=[^\W\d_]) +(?=\d\.\d(?![\d.]))"),
        NBSP,
        "A name stays with its version: Kommunen 3.0, kommunen 2.0-tænkning.",
    ),
    Rule(
        "unit",
        re.compile(rf"(?<=\d) +(?=%|‰|°C|€|(?:{_UNITS})(?!\w|\.\w|-))"),
        NBSP,
        "A number stays with its unit.",
    ),
    Rule(
        "german-double-quotes",
        re.compile(r"“([^“”\n]*)”"),
        r"„\1“",
        "German opens below and closes above.",
        ("de",),
    ),
    Rule(
        "german-single-quotes",
        re.compile(r"‘([^‘’\n]*)’"),
        r"‚\1‘",
        "German opens below and closes above.",
        ("de",),
    ),
)
"""The table: applied from first to last; applied again, it changes nothing."""

OLD_HYPHENS: Mapping[str, str] = MappingProxyType(
    {
        "ledelses-grundlag": "ledelsesgrundlag",
        "ældre-centret": "ældrecentret",
        "moders-mål": "modersmål",
        "trivsels-ambassadør": "trivselsambassadør",
        "under-viser": "underviser",
        "mødre-gruppen": "mødregruppen",
        "Integrations-rådet": "Integrationsrådet",
        "byråds-medlem": "byrådsmedlem",
        "Ungdoms-skolen": "Ungdomsskolen",
    }
)
"""Hyphens the old layout typed to break a line, word by word: Danish writes these in one word."""

_OLD_HYPHEN = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, OLD_HYPHENS))})(?![\w-])")

# A span that no rule may see into is held by one character of the private use area while the
# rules run. That character itself counts as such a span, so that a text holding it is safe too.
_HELD = "\ue000"
_PROTECTED = re.compile(
    rf"(?<=\])\([^()\s]*\)|(?<=\])\{{lang=[^{{}}\s]*\}}|\{{\{{.*?\}}\}}|(?:https?://|mailto:)[^\s)\]]+|{_HELD}"
)


PASSES = 8
"""Most times the table is applied to one text: text with paired marks is done after one, and only
stray marks need a second or third."""


def typeset(text: str, language: str) -> str:
    """Return ``text`` as it is printed in ``language`` (BCP 47); doing so twice changes nothing."""
    primary = language.lower().split("-")[0]
    for _ in range(PASSES):
        before, text = text, _apply(text, primary)
        if text == before:
            break
    return text


def _apply(text: str, language: str) -> str:
    """Apply the table once, from first to last, around the protected spans."""
    held = _PROTECTED.findall(text)
    text = _PROTECTED.sub(_HELD, text)
    for rule in RULES:
        if not rule.languages or language in rule.languages:
            text = rule.pattern.sub(rule.replacement, text)
    spans = iter(held)
    return re.sub(_HELD, lambda _: next(spans), text)


def source_rules(text: str) -> str:
    """Return the old Danish source as this edition would print it, had nothing been corrected."""
    return typeset(_OLD_HYPHEN.sub(lambda found: OLD_HYPHENS[found[0]], text), "da")
