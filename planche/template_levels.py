"""Whether the templates, which anyone may change, keep the structure that readers go by."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planche.diagnostics import Diagnostic, Fault, Place
from planche.geometry.parts import Page
from planche.headings import first_skip
from planche.model import PlateSet
from planche.pages.document import Sheet, section
from planche.pages.look import Look
from planche.pages.slides import TEMPLATE as SLIDE
from planche.strings import Strings
from planche.texts.html import PLATE, plate_html
from planche.texts.reader import Reader

PAGES, TEXT = "pages", "text"
"""Folders of templates."""


@dataclass(frozen=True)
class Skeleton:
    """Some HTML and the templates it was made with, the most particular first."""

    html: str
    folder: str
    files: tuple[str, ...]


def template_faults(
    plate_set: PlateSet,
    paper: Sequence[Page],
    slides: Sequence[Page],
    look: Look,
    strings: Strings,
) -> Iterator[Diagnostic]:
    """Every level of headings that posters, slides or text pages skip, by its template.

    `look.templates` is the folder of page templates; the others stand beside it.
    """
    root = look.templates.parent
    for each in _skeletons(plate_set, paper, slides, look, strings):
        skip = first_skip(each.html)
        if skip:
            known = f"h{skip.before + 1}"
            fault = Fault("heading-skipped", {"found": f"h{skip.level}", "known": known})
            yield Diagnostic(_place(each, root, skip.level), fault)


def _skeletons(
    plate_set: PlateSet,
    paper: Sequence[Page],
    slides: Sequence[Page],
    look: Look,
    strings: Strings,
) -> Iterator[Skeleton]:
    for template, pages in (("plate.html", paper), (SLIDE, slides)):
        for page in pages:
            html = section(Sheet(page, frozenset(), template), "", plate_set.set, look)
            files = (f"{page.kind}.html", template, "plate.html", "macros.html")
            yield Skeleton(html, PAGES, files)
    reader, texts = Reader(plate_set, strings), look.templates.parent / TEXT
    for told in reader.plates.values():
        yield Skeleton(plate_html(told, reader, texts, lambda plate: None), TEXT, (PLATE,))


def _place(skeleton: Skeleton, root: Path, level: int) -> Place:
    """Where the first of the templates writes a heading of the level."""
    for file in skeleton.files:
        text = (root / skeleton.folder / file).read_text(encoding="utf-8")
        match = re.search(rf"<h{level}\b|[\"']h{level}[\"']", text)
        if match:
            before = text[: match.start()]
            line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
            return Place(f"{root.name}/{skeleton.folder}/{file}", line, column)
    return Place(f"{root.name}/{skeleton.folder}/{skeleton.files[0]}")
