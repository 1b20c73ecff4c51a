"""What the pages show, ready for the templates: no template reads a file or looks for one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Download:
    """A file to take: its path from the output, what it is, its type and size in words.

    `note` says when to take it, where that is not plain from its label.
    """

    path: str
    label: str
    type: str
    size: str
    note: str | None = None


@dataclass(frozen=True)
class Image:
    """A picture: its path from the output, its size in pixels, what is said of it."""

    path: str
    width: int
    height: int
    alt: str

    @property
    def wide(self) -> bool:
        """Whether it is broader than high."""
        return self.width > self.height


@dataclass(frozen=True)
class Section:
    """Downloads for one purpose."""

    heading: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True)
class Card:
    """A plate: in the list, and on its page.

    `position` is its place in the set, `number` that of its question or None, `family` the colours
    it wears, `small` and `large` its pictures (a diptych has two large ones), `files` its file for
    each paper a selection can be printed on, by kind; `deck` is a deck of its own, `slides` the
    numbers of its slides in the deck of everything, from 1.
    """

    plate: str
    position: int
    number: int | None
    audience: str | None
    family: str
    kicker: str
    title: str
    small: Image | None
    large: tuple[Image, ...]
    sections: tuple[Section, ...]
    files: dict[str, Download]
    deck: Download | None
    slides: tuple[int, ...]
    badge: str | None

    @property
    def page(self) -> str:
        """The path of its page from the output."""
        return f"gallery/{self.plate}.html"

    @property
    def wide(self) -> bool:
        """Whether its picture is broader than high."""
        return self.small is not None and self.small.wide


@dataclass(frozen=True)
class Group:
    """The plates for an audience; `audience` and `sign` are None for those for all.

    `files` hold all its plates in one: a file for each paper, and one of slides.
    """

    audience: str | None
    name: str
    sign: str | None
    family: str
    cards: tuple[Card, ...]
    files: tuple[Download, ...]


@dataclass(frozen=True)
class DeckView:
    """A deck: its title, how many slides, which questions, what there is to take, its slides."""

    title: str
    count: str
    questions: str | None
    downloads: tuple[Download, ...]
    slides: tuple[Image, ...]


@dataclass(frozen=True)
class RunView:
    """A print run: what is ordered, the verdict on its files, what must still be said to the print
    house, the files to read and to print."""

    title: str
    order: str
    verdict: str | None
    judged: str
    missing: str | None
    papers: tuple[Download, ...]
    files: tuple[Download, ...]
    changed: str | None
