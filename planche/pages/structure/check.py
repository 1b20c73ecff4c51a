"""All checks of a file's tags, and what they make of the pages that it was drawn from."""

import io
from collections import Counter
from collections.abc import Iterator, Sequence

import pikepdf

from planche.geometry.parts import Page
from planche.pages.proof import Mismatch
from planche.pages.structure import of_elements, of_file, of_tree
from planche.pages.structure.defect import Defect
from planche.pages.structure.reading import Tagged, read

CHECKS = (*of_file.CHECKS, *of_tree.CHECKS, *of_elements.CHECKS)


def defects(data: bytes) -> tuple[Defect, ...]:
    """All that is wrong with the tags of a PDF; empty when they are sound."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tagged = read(pdf)
        return tuple(found for check in CHECKS for found in check(tagged))


def prove_tags(data: bytes, pages: Sequence[Page]) -> tuple[Mismatch, ...]:
    """The same by plate, and whether the tags are as planned: their order, and the language of
    each word that is in another."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tagged = read(pdf)
        found = [found for check in CHECKS for found in check(tagged)]
        found += _order(tagged)
        found += _languages(tagged, pages)
    plates: dict[int | None, str] = {at: page.plate for at, page in enumerate(pages)}
    return tuple(Mismatch(plates.get(each.page, ""), "", each.what) for each in found)


def _order(tagged: Tagged) -> Iterator[Defect]:
    """Plates are drawn in the order they are read in, which the proof holds against the layout."""
    held = [mark for node in tagged.top for mark in node.marks()]
    for number, drawn in enumerate(tagged.drawn):
        numbers = tuple(mark.number for mark in held if mark.page == number)
        if sorted(numbers) == sorted(drawn.marks) and numbers != drawn.marks:
            yield Defect(number, "is read in another order than it is drawn")


def _languages(tagged: Tagged, pages: Sequence[Page]) -> Iterator[Defect]:
    main = str(tagged.pdf.Root.get("/Lang", ""))
    marked = Counter(
        (node.page, str(node.entry.Lang)) for node in tagged.nodes if "/Lang" in node.entry
    )
    for number, page in enumerate(pages):
        fragments = [
            each for text in page.texts() for line in text.lines for each in line.fragments
        ]
        planned = Counter(each.lang for each in fragments if each.lang not in (None, main))
        for language, count in planned.items():
            if marked[number, str(language)] != count:
                said = marked[number, str(language)]
                yield Defect(number, f"{said} of {count} stretches in {language} say so")
