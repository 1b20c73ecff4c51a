"""What must hold of every deck we write, read back from its bytes.

The schema says nothing of these, and programs repair or drop what breaks them without a
word. A rule is a function; the registry runs them all and gathers every finding.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from planche.deck import rules_of_contrast as of_contrast
from planche.deck import rules_of_fonts as of_fonts
from planche.deck import rules_of_package as of_package
from planche.deck import rules_of_reading as of_reading
from planche.deck import rules_of_slides as of_slides
from planche.deck import rules_of_timing as of_timing
from planche.deck.opened import Opened
from planche.geometry.parts import Page


@dataclass(frozen=True)
class Finding:
    """A rule that does not hold: its name, the part, and what was found."""

    rule: str
    part: str
    what: str


Rule: TypeAlias = Callable[[Opened, Sequence[Page]], Iterator[tuple[str, str]]]

RULES: dict[str, Rule] = {
    "one-title": of_slides.one_title,
    "unique-titles": of_slides.unique_titles,
    "inside": of_slides.inside,
    "groups": of_slides.groups_keep_coordinates,
    "unique-ids": of_slides.unique_ids,
    "whole-text": of_slides.whole_text,
    "runs": of_slides.runs,
    "tables": of_slides.tables,
    "growing-rows": of_slides.growing_rows,
    "placeholders": of_slides.placeholders,
    "languages": of_reading.languages,
    "names": of_reading.names,
    "alternatives": of_reading.alternatives,
    "slide-numbers": of_reading.slide_numbers,
    "contrast": of_contrast.contrast,
    "timing": of_timing.timing,
    "layouts": of_package.layouts,
    "sections": of_package.sections,
    "masters": of_package.masters,
    "relations": of_package.relations,
    "orphans": of_package.orphans,
    "types": of_package.types,
    "properties": of_package.properties,
    "embedding": of_fonts.embedding,
}
"""Every rule by its name; a test breaks a good deck for each."""


def check(data: bytes, pages: Sequence[Page]) -> tuple[Finding, ...]:
    """Everything that is wrong with a deck made from these pages; empty when all is well.

    Raises zipfile.BadZipFile or lxml's XMLSyntaxError where it is no package at all.
    """
    package = Opened(data)
    return tuple(
        Finding(name, part, what)
        for name, rule in RULES.items()
        for part, what in rule(package, pages)
    )
