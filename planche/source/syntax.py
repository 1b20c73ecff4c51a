"""What pyyaml stumbles over, in the words of someone who writes a text.

The parser names what it expected next; the person needs to know which of some ten slips it
was. So the message of the parser, the line it stopped at and the event before decide on a code.
"""

import re
from typing import Protocol

import yaml

from planche.source.keys import Vocabulary
from planche.source.tree import Findings, Spot

NO_SPACE = re.compile(r"^\s*(?:- )*(?P<key>[a-z0-9_-]+):(?=[^\s:/])")
"""A field whose colon touches its text."""
FIELD = re.compile(r"^\s*(?:- )*(?P<key>[a-z0-9_-]+):(?= |$)")
SHOWN = 40
"""Most characters of a text that a message repeats."""

SPECIAL_CONTEXTS = {
    "while scanning an alias": "*",
    "while scanning an anchor": "&",
    "while scanning a tag": "!",
    "while parsing a tag": "!",
    "while scanning a directive": "%",
}


def shown(text: str) -> str:
    """A text as a message repeats it: on one line, and cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


def explain(
    error: yaml.MarkedYAMLError,
    last: yaml.Event | None,
    text: str,
    words: Vocabulary,
    findings: Findings,
) -> None:
    """Note what is wrong, for an error of the parser and the event it gave last."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        findings.add(Spot(), "unreadable-line")
        return
    start = error.context_mark or mark
    _Slip(error, last, text, words, findings, spot_of(mark), spot_of(start)).name()


class Mark(Protocol):
    """A place as pyyaml gives it, counted from 0."""

    line: int
    column: int
    index: int


def spot_of(mark: Mark | None) -> Spot:
    """A mark of pyyaml as a spot; the start of the file where it gives none."""
    return Spot(mark.line + 1, mark.column + 1, mark.index) if mark else Spot()


class _Slip:
    """One error of the parser, and the questions asked to name the slip behind it."""

    def __init__(
        self,
        error: yaml.MarkedYAMLError,
        last: yaml.Event | None,
        text: str,
        words: Vocabulary,
        findings: Findings,
        spot: Spot,
        start: Spot,
    ) -> None:
        self.problem = error.problem or ""
        self.context = error.context or ""
        self.last = last
        self.text = text
        self.lines = [*re.split(r"\r\n|\r|\n", text), ""]
        self.known = words.fields
        self.findings = findings
        self.spot = spot
        self.start = start

    @property
    def line(self) -> str:
        return self.lines[min(self.spot.line, len(self.lines)) - 1]

    def name(self) -> None:
        """Note the slip: the first of the questions that is answered with yes."""
        questions = (self.tab, self.special, self.quote, self.bracket, self.colon, self.other)
        if not any(question() for question in questions):
            self.findings.add(self.spot, "unreadable-line")

    def tab(self) -> bool:
        indent = self.line[: len(self.line) - len(self.line.lstrip())]
        if "\t" not in indent:
            return False
        spot = Spot(self.spot.line, indent.index("\t") + 1)
        self.findings.add(spot, "tab-indent")
        return True

    def special(self) -> bool:
        """A sign that means something to YAML at the start of a text."""
        sign = SPECIAL_CONTEXTS.get(self.context)
        if sign is None and self.context == "while scanning a block scalar":
            sign = self.text[self.start.index : self.start.index + 1]
        if sign is None and "cannot start any token" in self.problem:
            sign = self.text[self.spot.index : self.spot.index + 1]
            self.start = self.spot
        if sign is None and self.problem.startswith("mapping keys are not allowed"):
            sign, self.start = "?", self.spot
        if sign is None:
            return False
        self.findings.add(self.start, "special-start", sign=sign)
        return True

    def quote(self) -> bool:
        """A quotation mark that is missing, or one too many."""
        if self.context == "while scanning a quoted scalar":
            self.findings.add(self.start, "unclosed-quote")
            return True
        if self.context.startswith("while scanning a double-quoted"):
            self.findings.add(self.spot, "unknown-escape")
            return True
        last = self.last
        if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
            return False
        if not self.problem.endswith("'<scalar>'"):
            return False
        start = spot_of(last.start_mark)
        if start.line < spot_of(last.end_mark).line:
            self.findings.add(start, "unclosed-quote")
        else:
            self.findings.add(self.spot, "text-after-quote")
        return True

    def bracket(self) -> bool:
        """A bracket that is not closed, or a text that starts with one."""
        if self.problem.startswith(("expected ',' or ']'", "expected ',' or '}'")):
            sign = self.text[self.start.index : self.start.index + 1]
            self.findings.add(self.start, "unclosed-bracket", sign=sign)
            return True
        ends = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        if not isinstance(self.last, ends) or not self.problem.endswith("'<scalar>'"):
            return False
        before = self.text[: spot_of(self.last.end_mark).index]
        if not before.endswith(("]", "}")):
            return False
        sign = "[" if before.endswith("]") else "{"
        column = self.line.find(sign) + 1
        spot = Spot(self.spot.line, column) if column else self.spot
        self.findings.add(spot, "special-start", sign=sign)
        return True

    def colon(self) -> bool:
        """A colon that is missing, without its space, or in the middle of a text."""
        if "could not find expected ':'" in self.problem:
            line = self.lines[self.start.line - 1]
            if not self.no_space(self.start.line):
                self.findings.add(self.start, "no-colon", words=shown(line))
            return True
        if not self.problem.startswith("mapping values are not allowed"):
            return False
        number = self.spot.line
        if self.no_space(number) or self.no_space(self.line_before(number)):
            return True
        before = self.line[: self.spot.column - 1]
        field = FIELD.match(self.line)
        if field and field.end() - 1 == len(before):
            return self.crowded_line(before, field["key"])
        words = before[field.end() :] if field else re.sub(r"^\s*(- )*", "", before)
        self.findings.add(self.spot, "colon-in-text", words=shown(words))
        return True

    def crowded_line(self, before: str, key: str) -> bool:
        """A line `name:` that the parser took for the rest of the text before it."""
        above = self.line_before(self.spot.line)
        if above and key in self.known and not FIELD.match(self.lines[above - 1]):
            self.findings.add(Spot(above), "no-colon", words=shown(self.lines[above - 1]))
        elif key in self.known:
            indent = len(before) - len(before.lstrip()) + 1
            self.findings.add(Spot(self.spot.line, indent), "wrong-indent")
        else:
            self.findings.add(self.spot, "colon-in-text", words=shown(before))
        return True

    def line_before(self, number: int) -> int:
        """Number of the nearest line above that is neither blank nor a comment, or 0."""
        for above in range(number - 1, 0, -1):
            text = self.lines[above - 1].strip()
            if text and not text.startswith("#"):
                return above
        return 0

    def no_space(self, number: int) -> bool:
        """Note a field whose colon touches its text on a line; False where there is none."""
        match = NO_SPACE.match(self.lines[number - 1]) if number else None
        if match is None or match["key"] not in self.known:
            return False
        spot = Spot(number, match.end())
        self.findings.add(spot, "no-space-after-colon", key=match["key"])
        return True

    def other(self) -> bool:
        """What is left: lists on the wrong line, and wrong indents."""
        if self.problem.startswith("sequence entries are not allowed"):
            self.findings.add(self.spot, "dash-in-line")
            return True
        if self.problem.startswith(("expected <block end>", "expected '<document start>'")):
            self.findings.add(self.spot, "wrong-indent")
            return True
        return False
