"""The words the program itself prints, read from `templates/strings/<language>.yaml`."""

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

LANGUAGES = ("da", "en", "de")
"""Languages the program has words and typography for."""


class DeckStrings(BaseModel):
    """Names that stand in PowerPoint's own panes: layouts, placeholders, shapes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    layout_cover: str
    layout_section: str
    layout_text: str
    layout_contents: str
    layout_question: str
    layout_points: str
    layout_examples: str
    layout_table: str
    layout_figure: str
    layout_statements: str
    layout_closing: str
    layout_blank: str
    title: str
    subtitle: str
    body: str
    foot: str
    number: str
    notes: str
    picture: str
    panel: str
    rule: str
    kicker: str
    sign: str
    signs: str
    outline: str
    bar: str
    text: str
    figure: str
    table: str
    contact: str
    header: str
    date: str
    logo: str
    prompt_kicker: str
    prompt_subtitle: str
    prompt_table: str
    prompt_figure: str
    prompt_statement: str
    prompt_example: str
    prompt_contact: str


class PressStrings(BaseModel):
    """What press files and what lies beside them say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slug: str


class SheetStrings(BaseModel):
    """What is printed beside the pages on a press sheet; `{name}` are filled in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sheet: str
    sides: dict[Literal["only", "front", "back", "both"], str]
    pages: str
    blank: str
    bleed: str
    creep: str
    point: str


class TextStrings(BaseModel):
    """Words around the plates in words alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    figure: str
    neighbours: str
    previous: str
    next: str
    statement: str


class AccessibilityStrings(BaseModel):
    """Words of the report on accessibility; `checks` and `media` by what they are called there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    decimal: str
    intro: str
    statement_heading: str
    statement: str
    statement_missing: str
    files_heading: str
    files_intro: str
    group: str
    one: str
    own: str
    judged: str
    unjudged: str
    stale: str
    file: str
    standard: str
    programs: str
    passed: str
    failed: str
    not_judged: str
    old: str
    list: str
    top: str
    parts_heading: str
    parts_intro: str
    unread_heading: str
    unread_intro: str
    contrast_heading: str
    contrast_intro: str
    medium: str
    lowest: str
    body: str
    where: str
    media: dict[str, str]
    whole: str
    judge_heading: str
    alternatives_heading: str
    alternatives: str
    no_alternatives: str
    order_heading: str
    order: str
    sentences_heading: str
    sentences: str
    show_sentences: str
    no_sentences: str
    line: str
    tried_heading: str
    tried: str
    checks: dict[str, str]


class Strings(BaseModel):
    """Every word or sentence printed that is not the editor's; `{name}` are filled in.

    `vague_links` are never printed: they are words that no link may consist of, in small
    letters and without marks.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    position: str
    part: str
    statements_title: str
    slide_language: str
    notes_heading: str
    prompt_title: str
    prompt_body: str
    prompt_foot: str
    ladder_alt: str
    mosaic_alt: str
    statements_alt: str
    table_alt: str
    one_row: str
    rows: str
    alt_part: str
    number_words: tuple[str, ...]
    step_name: str
    tile_name: str
    statement_name: str
    example_name: str
    front: str
    frontmatter: str
    slide_alt: str
    page_of: str
    piece: str
    piece_alt: str
    piece_file: str
    piece_glue: str
    piece_steps: tuple[str, ...]
    vague_links: tuple[str, ...]
    typeface_file: str
    typeface_readme: str
    text: TextStrings
    accessibility: AccessibilityStrings
    deck: DeckStrings
    press: PressStrings
    sheets: SheetStrings


def load_strings(folder: Path, language: str) -> Strings:
    """The strings of a language (a BCP 47 tag whose first part is one of LANGUAGES)."""
    path = folder / f"{language.split('-')[0]}.yaml"
    return Strings.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
