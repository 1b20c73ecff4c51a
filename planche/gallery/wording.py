"""The words of the gallery, read from `templates/strings/gallery/<language>.yaml`."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """A part of the words; no key too many or too few."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Way(Words):
    """The next thing for one kind of visitor."""

    who: str
    what: str
    how: str
    go: str
    other: str | None = None
    """The other thing, where there are two."""


class Find(Words):
    """Filter and search."""

    heading: str
    search: str
    audiences: str
    all: str
    one: str
    many: str
    none: str
    found_one: str
    found_many: str
    found_none: str
    question_words: tuple[str, ...]
    """What may be typed before a question's number."""
    plate_words: tuple[str, ...]
    """What may be typed before a plate's place in the set."""
    to_words: tuple[str, ...]
    """What may be typed between two numbers."""
    show_all: str
    together: str


class PlateWords(Words):
    """A plate in the list and on its page."""

    picture: str
    picture_part: str
    back: str
    print: str
    print_how: str
    show: str
    read: str
    text: str
    newest: str
    newest_check: str
    previous: str
    next: str
    neighbours: str
    enlarge: str


class PickWords(Words):
    """A selection of one's own."""

    heading: str
    intro: str
    take: str
    taken: str
    take_here: str
    taken_here: str
    bar: str
    bar_one: str
    bar_many: str
    bar_go: str
    none: str
    up: str
    down: str
    remove: str
    moved: str
    removed: str
    empty: str
    order: str
    print: str
    paper: str
    make: str
    making: str
    made: str
    failed: str
    file: str
    tags: str
    folder: str
    files: str
    show: str
    show_how: str
    contents: str
    make_deck: str
    making_deck: str
    decks: str
    deck: str
    deck_name: str
    copy_line: str
    copied: str
    without_script: str


class DeckWords(Words):
    """The decks."""

    heading: str
    intro: str
    slides: str
    one_slide: str
    strip: str
    one_question: str
    questions: str
    whole: str
    template: str
    typeface: str
    more: str


class RunWords(Words):
    """The print runs."""

    heading: str
    intro: str
    copies: str
    copies_of: str
    plates: str
    one_plate: str
    verdicts: dict[str, str]
    unjudged: str
    missing: str
    missing_parts: dict[str, str]
    files: str
    changed: str
    unchanged: str


class NewsWords(Words):
    """What is new since an earlier edition."""

    heading: str
    changed: str
    added: str
    removed: str
    nothing: str


class FootWords(Words):
    """The foot of every page."""

    edition: str
    contact: str
    statement: str
    conformance: str
    about: str


class Wording(Words):
    """Every word of the gallery that is not the editor's; `{name}` are filled in."""

    skip: str
    intro: str
    ways_heading: str
    workplace: Way
    presenter: Way
    communications: Way
    find: Find
    plate: PlateWords
    pick: PickWords
    decks: DeckWords
    runs: RunWords
    news: NewsWords
    foot: FootWords
    kinds: dict[str, str]
    """What the files of a kind are called; `kind.ending` where one of several types is meant."""
    notes: dict[str, str]
    """When to take a file of a kind for print."""
    types: dict[str, str]
    """What the type of a file is called, by the ending of its name."""
    decimal: str
    """The decimal mark."""

    def called(self, kind: str, ending: str) -> str | None:
        """What a file is called by its kind and type; None for a kind that nobody has named."""
        return self.kinds.get(f"{kind}.{ending}") or self.kinds.get(kind)

    def type_of(self, ending: str) -> str:
        """What a type of file is called."""
        return self.types.get(ending, ending.upper())

    def size(self, count: int) -> str:
        """A length of some bytes as people read it: `182 kB`, `4,6 MB` (powers of ten, SI)."""
        if count < 1_000_000:
            return f"{max(1, round(count / 1000))} kB"
        return f"{count / 1_000_000:.1f} MB".replace(".", self.decimal)


def load_wording(folder: Path, language: str) -> Wording:
    """The words of a language (a BCP 47 tag) from the folder of strings."""
    path = folder / "gallery" / f"{language.split('-')[0]}.yaml"
    return Wording.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
