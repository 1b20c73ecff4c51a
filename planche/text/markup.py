"""Inline markup: `*emphasis*`, `**strong**`, `~sub~`, `[text](link)`, `[words]{lang=en}`.

The last marks words in another language, so that they are read aloud rightly and not held
for misspelt; the tag is one of BCP 47 (`en`, `de-AT`). Nothing of the mark is printed.
What is not well-formed markup is text and stays as it stands (`2 * 3`, `snake_case`, `<b>`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from planche.text.typography import typeset


@dataclass(frozen=True)
class Span:
    """A stretch of text set in one way; `link` is a web address or `#` and a plate's id.

    `lang` is the language of the words where it is not the text's, as a BCP 47 tag.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    sub: bool = False
    link: str | None = None
    lang: str | None = None


Rich: TypeAlias = tuple[Span, ...]
"""A text with its inline markup resolved."""

LANGUAGE_TAG = (
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}"  # language, perhaps of a larger one (zh-yue)
    r"(?:-[A-Za-z]{4})?"  # script
    r"(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"  # region
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"  # variants
    r"(?:-[A-WYZa-wyz0-9](?:-[A-Za-z0-9]{2,8})+)*"  # extensions
    r"(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"  # private use
)
"""A well-formed language tag (RFC 5646, 2.1), without those that were kept for old times' sake."""

LINK_TARGET = r"(?:https?://|mailto:)[^\s()]+|#[a-z0-9-]+"

MARKUP = re.compile(
    r"(?<!\w)\*\*(?=\S)(?P<strong>(?:(?!\*\*).)+?)(?<=\S)\*\*(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<emphasis>[^*]+?)(?<=\S)\*(?![\w*])"
    r"|(?P<digits>[₀₁₂₃₄₅₆₇₈₉]+)"
    r"|~(?P<sub>[0-9A-Za-zÆØÅæøå+\-−]{1,8})~"
    rf"|\[(?P<words>[^\[\]]+)\]\((?P<link>{LINK_TARGET})\)"
    rf"|\[(?P<foreign>[^\[\]]+)\]\{{lang=(?P<lang>{LANGUAGE_TAG})\}}",
    re.DOTALL,
)

SOFT_HYPHEN = "\u00ad"
"""Left out where an editor typed one: words are divided by the program, if at all."""

SPACES = re.compile(r"[ \t\r\n]+")
"""What is one space in print; no-break spaces stay what they are."""

TO_DIGITS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
"""Lowered figures, which no face has: set as real subscripts, else put on the line."""

REFERENCE_WORDS = {"da": r"se\sspørgsmål", "en": r"see\squestion", "de": r"siehe\sFrage"}
"""How a text refers to another question, by language."""

REFERENCES = {
    language: re.compile(rf"(?i:\({words}\s(?P<inside>\d+)\)|\b{words}\s(?P<bare>\d+))")
    for language, words in REFERENCE_WORDS.items()
}
"""The same as patterns; the brackets belong to the link, so that no line ends after one."""


def single_line(text: str) -> str:
    """A text as one line in characters that every face has: for what is drawn letter by letter.

    Spaces of any kind and length, line breaks among them, are one word space; lowered figures
    (`CO₂`) stand on the line.
    """
    return " ".join(text.replace(SOFT_HYPHEN, "").split()).translate(TO_DIGITS)


def rich(text: str, language: str, questions: Mapping[int, str]) -> Rich:
    """The text with typography applied, markup resolved and references made links.

    `questions` gives the plate id of each question's number; a reference to another
    number stays text.
    """
    one_line = SPACES.sub(" ", text.replace(SOFT_HYPHEN, "")).strip()
    spans = _parse(typeset(one_line, language), Span(""))
    return tuple(_with_references(spans, language.split("-")[0], questions))


def plain(spans: Rich) -> str:
    """The words of a rich text without its markup."""
    return "".join(span.text for span in spans)


def typed(spans: Rich) -> str:
    """A rich text as an editor would type it, without its links."""
    return "".join(_typed(span) for span in spans)


def _typed(span: Span) -> str:
    words = span.text.strip()
    if not words:
        return span.text
    mark = "~" if span.sub else "*" * (2 * span.strong or span.emphasis)
    marked = f"{mark}{words}{mark}"
    if span.lang:
        marked = f"[{marked}]{{lang={span.lang}}}"
    return span.text.replace(words, marked)


def _parse(text: str, style: Span) -> Iterator[Span]:
    start = 0
    for match in MARKUP.finditer(text):
        if match.start() > start:
            yield replace(style, text=text[start : match.start()])
        yield from _marked(match, style)
        start = match.end()
    if start < len(text):
        yield replace(style, text=text[start:])


def _marked(match: re.Match[str], style: Span) -> Iterator[Span]:
    if match["strong"]:
        yield from _parse(match["strong"], replace(style, strong=True))
    elif match["emphasis"]:
        yield from _parse(match["emphasis"], replace(style, emphasis=True))
    elif match["digits"]:
        yield replace(style, text=match["digits"].translate(TO_DIGITS), sub=True)
    elif match["sub"]:
        yield replace(style, text=match["sub"], sub=True)
    elif match["foreign"]:
        yield from _parse(match["foreign"], replace(style, lang=match["lang"]))
    else:
        yield from _parse(match["words"], replace(style, link=match["link"]))


def _with_references(
    spans: Iterator[Span], language: str, questions: Mapping[int, str]
) -> Iterator[Span]:
    pattern = REFERENCES.get(language)
    for span in spans:
        if pattern is None or span.link:
            yield span
            continue
        start = 0
        for match in pattern.finditer(span.text):
            target = questions.get(int(match["inside"] or match["bare"]))
            if target is None:
                continue
            if match.start() > start:
                yield replace(span, text=span.text[start : match.start()])
            yield replace(span, text=match[0], link=f"#{target}")
            start = match.end()
        if start < len(span.text):
            yield replace(span, text=span.text[start:])
