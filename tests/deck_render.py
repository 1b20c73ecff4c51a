"""A deck as LibreOffice shows it: where each letter of each text of the layout came to stand."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from ctypes import c_double
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from planche.geometry.parts import Box, Page, TextBox
from planche.text.breaking import greedy
from planche.text.shaping import Style, shape, without_slash_breaks
from planche.units import MM_PER_INCH, POINTS_PER_INCH, Mm, pt_to_mm
from planche.workshop import Kit
from tests.deck_support import FONTS
from tools.contact_sheet import FONT_SETTINGS

TOLERANCE: Mm = 0.5
"""How far a letter may stand outside its box: LibreOffice rounds lengths to 0.01 mm and widths
of letters to the resolution of its reference device."""

TIMEOUT = 240


@dataclass(frozen=True)
class Letter:
    """A letter on a page: its left and right edge and its baseline, in mm from the top left."""

    text: str
    left: Mm
    right: Mm
    baseline: Mm


@dataclass(frozen=True)
class Shown:
    """A text of the layout and the letters that stand in its box, by line, without spaces.

    `first` is the letter that its first line starts with.
    """

    page: Page
    text: TextBox
    lines: tuple[str, ...]
    first: Letter | None

    @property
    def wanted(self) -> tuple[str, ...]:
        """The lines that the layout decided on, without spaces."""
        return tuple("".join(line.text.split()) for line in self.text.lines)

    @property
    def linked(self) -> bool:
        """Whether a part of it is a link: LibreOffice breaks no line inside one."""
        return any(span.link for span in self.text.spans)


def office() -> str | None:
    """The command of LibreOffice, or None where there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


ARIAL_ONLY = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong"><string>Liberation Sans</string></edit>
  </match>
</fontconfig>
"""
"""A machine without our typeface, whose every text is set in a face as wide as Arial."""


def as_pdf(deck: bytes, folder: Path, fonts: str = FONT_SETTINGS) -> Path:
    """The deck as LibreOffice prints it, with our face or the fonts of other settings."""
    return converted(deck, folder, "pdf", fonts)


def converted(deck: bytes, folder: Path, to: str, fonts: str = FONT_SETTINGS) -> Path:
    """The deck as LibreOffice saves it in a format, with a profile of its own."""
    command = office()
    assert command
    source = folder / "deck.pptx"
    source.write_bytes(deck)
    settings = folder / "fonts.conf"
    settings.write_text(fonts.format(fonts=FONTS, cache=folder / "fonts"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    saved = folder / "saved"
    subprocess.run(
        [command, profile, "--headless", "--convert-to", to, "--outdir", saved, source],
        env={**os.environ, "FONTCONFIG_FILE": str(settings)},
        check=True,
        capture_output=True,
        timeout=TIMEOUT,
    )
    return saved / f"deck.{to}"


def shown_texts(pdf: Path, pages: Sequence[Page]) -> Iterator[tuple[list[Shown], str]]:
    """For each page its texts as they came out, and the letters that stand in none of them."""
    document = pdfium.PdfDocument(pdf)
    try:
        assert len(document) == len(pages)
        for index, page in enumerate(pages):
            letters = list(_letters(document[index]))
            shown = []
            for text in page.texts():
                inside = [letter for letter in letters if _stands_in(letter, text.box)]
                letters = [letter for letter in letters if letter not in inside]
                lines = tuple(_lines(inside, text.line_height))
                shown.append(Shown(page, text, lines, _first(inside, text.line_height)))
            yield shown, "".join(letter.text for letter in letters)
    finally:
        document.close()


def _letters(page: Any) -> Iterator[Letter]:
    text = page.get_textpage()
    height = page.get_height()
    mm = MM_PER_INCH / POINTS_PER_INCH
    x, y = c_double(), c_double()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter.isspace() or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        _, _, right, _ = text.get_charbox(index)
        yield Letter(letter, x.value * mm, right * mm, (height - y.value) * mm)


def _stands_in(letter: Letter, box: Box) -> bool:
    return (
        box.x - TOLERANCE <= letter.left
        and letter.right <= box.right + TOLERANCE
        and box.y < letter.baseline <= box.bottom
    )


def _lines(letters: Sequence[Letter], line_height: Mm) -> Iterator[str]:
    """Letters by line, top down; a subscript's baseline is less than half a line away."""
    line: list[Letter] = []
    for letter in sorted(letters, key=lambda each: each.baseline):
        if line and letter.baseline - line[0].baseline > line_height / 2:
            yield _read(line)
            line = []
        line.append(letter)
    if line:
        yield _read(line)


def _first(letters: Sequence[Letter], line_height: Mm) -> Letter | None:
    top = min((letter.baseline for letter in letters), default=0.0)
    line = [each for each in letters if each.baseline - top <= line_height / 2]
    return min(line, key=lambda each: each.left, default=None)


def _read(line: Sequence[Letter]) -> str:
    return "".join(letter.text for letter in sorted(line, key=lambda each: each.left))


NARROWER, WIDER = 0.98, 1.015
"""The layout is measured without kerning and keeps 2 % spare; LibreOffice kerns whatever the
file says, which makes a line up to 1.5 % shorter."""


def is_steady(text: TextBox, kit: Kit) -> bool:
    """Whether kerning and rounding leave the text's breaks alone, so that they can be compared.

    A word that just misses a line when it is not kerned may fit when it is; the text then
    takes as many lines or fewer, never more.
    """
    return _breaks(text, kit, 1.0) == _breaks(text, kit, NARROWER) == _breaks(text, kit, WIDER)


def _breaks(text: TextBox, kit: Kit, share: float) -> list[int] | None:
    role = kit.theme.roles[text.role]
    style = Style(text.face, role.strong, role.emphasis)
    shaped = without_slash_breaks(shape(text.spans, style, kit.faces, "da", kerning=False))
    lines = greedy(shaped, text.box.width * share / pt_to_mm(text.size))
    return None if lines is None else [line.next for line in lines]
