"""Slides on a machine without our typeface, which shows them in a face as wide as Arial."""

import subprocess
from functools import cache
from pathlib import Path

import pytest

from planche.text.arial import ADVANCES, arial_advance
from planche.text.breaking import greedy
from planche.text.faces import Face, load_face
from planche.text.shaping import Style, in_arial, shape, without_slash_breaks
from planche.units import pt_to_mm
from tests.sets import LAID_OUT, job, kit


@cache
def liberation(style: str) -> Face:
    """A face of Liberation Sans, which the deck's tests show slides in."""
    command = ["fc-match", "-f", "%{family}\t%{file}", f"Liberation Sans:style={style}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    family, file = said.split("\t")
    assert family == "Liberation Sans"
    return load_face(style, Path(file))


@pytest.mark.parametrize(
    ("bold", "styles"), [(False, ("Regular", "Italic")), (True, ("Bold", "Bold Italic"))]
)
def test_widths_are_those_of_liberation_sans(bold: bool, styles: tuple[str, str]) -> None:
    faces = [liberation(style) for style in styles]
    for character, width in ADVANCES[bold].items():
        assert width == pytest.approx(max(face.advance(character) for face in faces), abs=1e-6)


def test_every_letter_of_our_faces_that_european_languages_use_has_a_width() -> None:
    letters = [chr(code) for code in range(0x20, 0x180) if chr(code).isprintable()]
    for face in kit().faces.values():
        ours = [each for each in letters if each in face.characters]
        assert [each for each in ours if each not in ADVANCES[face.bold]] == []


def test_what_arial_has_not_keeps_its_own_width() -> None:
    face = kit().faces["regular"]
    strange = next(each for each in sorted(face.characters) if each not in ADVANCES[False])
    assert arial_advance(face, strange) == face.advance(strange)


@pytest.mark.parametrize("theme", ["default", "avis"])
@pytest.mark.parametrize("path", LAID_OUT, ids=lambda path: path.stem)
def test_in_arial_no_word_is_divided_and_no_text_leaves_its_box(path: Path, theme: str) -> None:
    found = job(path, theme)
    for plan in found.decks:
        for page in plan.pages:
            for text in page.texts():
                role = found.kit.theme.roles[text.role]
                style = Style(text.face, role.strong, role.emphasis)
                shaped = shape(text.spans, style, found.kit.faces, "da", kerning=False)
                other = in_arial(shaped, text.spans, style, found.kit.faces)
                em = text.box.width / pt_to_mm(text.size)
                lines = greedy(without_slash_breaks(other), em)
                assert lines is not None, text.text
                assert len(lines) * text.line_height < text.box.height + 0.01, text.text
