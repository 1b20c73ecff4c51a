"""Levels of headings in HTML: readers go from one to the next by them, so none is skipped."""

from dataclasses import dataclass
from html.parser import HTMLParser

LEVELS = tuple(f"h{level}" for level in range(1, 7))


@dataclass(frozen=True)
class Skip:
    """A heading whose level does not follow on the one before it; `before` is 0 for the first."""

    level: int
    before: int


def first_skip(html: str) -> Skip | None:
    """The first heading that skips a level (WCAG technique G141), or None.

    The first of all must be an `h1`; going up is free.
    """
    parser = _Levels()
    parser.feed(html)
    parser.close()
    before = 0
    for level in parser.levels:
        if level > before + 1:
            return Skip(level, before)
        before = level
    return None


class _Levels(HTMLParser):
    """Gathers the levels of headings in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note a heading."""
        if tag in LEVELS:
            self.levels.append(int(tag[1]))
