"""The text of PDFs as three programs extract it that share no code."""

import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pypdfium2

from planche.geometry.parts import Page, TextBox
from planche.pages.look import Look
from planche.pages.slides import slide_pages
from planche.workshop import TEMPLATES, Job

DIVIDED = re.compile("(?:[\u00ad\u0002\ufffe]|-(?=[ ]*\\n))\\s*")
"""Where a word goes on in the next line: a soft hyphen, or what pdfium makes of one; or the
word's own hyphen, with which each of the three programs does something else."""


def as_read(text: str) -> str:
    """A text as it is compared: divided words whole, all white as one space, letters in one form.

    Compatibility forms are folded (NFKC), so that a ligature or a lowered digit is its letters.
    """
    return " ".join(unicodedata.normalize("NFKC", DIVIDED.sub("", text)).split())


def planned(page: Page) -> str:
    """What a page says, from its layout: its texts in order, line by line."""
    return as_read("\n".join(_lines(text) for text in page.texts()))


def _lines(text: TextBox) -> str:
    """A line that divides a word ends in a soft hyphen."""
    ends = ("\u00ad\n" if line.hyphen else "\n" for line in text.lines)
    return "".join(
        line.text.removesuffix("\u2010") + end for line, end in zip(text.lines, ends, strict=True)
    )


def poppler(path: Path) -> list[str]:
    """The pages' texts, in the order they are drawn."""
    command = ["pdftotext", "-raw", str(path), "-"]
    return _pages(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def mupdf(path: Path) -> list[str]:
    """The same of MuPDF, which sorts nothing in text either."""
    command = ["mutool", "draw", "-q", "-F", "txt", str(path)]
    return _pages(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def pdfium(path: Path) -> list[str]:
    """The same of the browser's."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_read(page) for page in document]
    finally:
        document.close()


def _read(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return str(text.get_text_range()).replace("\r\n", "\n")
    finally:
        text.close()


def _pages(text: str) -> list[str]:
    """Both programs end each page with a form feed."""
    return text.split("\f")[:-1]


EXTRACTORS: tuple[Callable[[Path], list[str]], ...] = (poppler, pdfium, mupdf)


def differences(out: Path, job: Job) -> Iterator[str]:
    """The pages of a set's posters and slides that any of the programs reads otherwise."""
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages")
    whole = next(plan for plan in job.decks if plan.declared is None and not plan.alone)
    slides = slide_pages(whole, job.plate_set, look)
    yield from _differences(out / "posters/a3/all.pdf", job.paper.pages)
    yield from _differences(out / f"deck/{whole.stem}.pdf", slides)


def _differences(file: Path, pages: Sequence[Page]) -> Iterator[str]:
    for extract in EXTRACTORS:
        for page, text in zip(pages, extract(file), strict=True):
            if as_read(text) != planned(page):
                yield f"{file.name}, {page.plate}, {extract.__name__}: {text}"
