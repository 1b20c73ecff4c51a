"""The words of the editor's sheet, from `templates/strings/editor/<language>.yaml`."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class SheetWords(BaseModel):
    """Every word the sheet says, and no other; `{name}` are filled in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kicker: str
    title: str
    intro: str
    overview: str
    plate: str
    place: str
    none: str
    questions: str
    question: str
    corrections: str
    corrections_about: str
    source: str
    printed: str
    nothing: str
    why: str
    spelling: str
    spelling_about: str
    no_program: str
    no_dictionary: str
    unchecked: str
    word: str
    suggestions: str
    repeated: str
    repeated_about: str
    words_twice: str
    long: str
    long_about: str
    sentence: str
    count: str
    room: str
    room_about: str
    words: str
    more: str
    more_than: str
    filled: str
    smallest: str
    slides: str
    fullest: str
    percent: str
    points: str
    decimal: str


def load_sheet_words(folder: Path, language: str) -> SheetWords:
    """The words of a language (a BCP 47 tag whose first part is one of LANGUAGES)."""
    path = folder / f"{language.split('-')[0]}.yaml"
    return SheetWords.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
