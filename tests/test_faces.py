"""The faces: their metrics as fontTools reads them, and a glyph for everything that is printed."""

from itertools import chain
from pathlib import Path

import pytest
import yaml
from fontTools.ttLib import TTFont

from planche.strings import LANGUAGES
from planche.text.faces import Face, load_face, load_faces, missing_characters
from planche.text.shaping import HYPHEN
from planche.text.typography import NBSP, RULES
from planche.workshop import DEFAULT_SOURCE, FONTS, TEMPLATES
from tests.sets import kit

FACES = list(kit().faces.values())
ALL_FACES = pytest.mark.parametrize("face", FACES, ids=lambda face: face.key)


@ALL_FACES
def test_metrics_are_those_of_the_file(face: Face) -> None:
    font = TTFont(face.path)
    upem = font["head"].unitsPerEm
    assert face.upem == upem
    assert face.ascent == pytest.approx(font["hhea"].ascender / upem)
    assert face.descent == pytest.approx(-font["hhea"].descender / upem)
    assert face.cap_height == pytest.approx(font["OS/2"].sCapHeight / upem, abs=0.01)
    assert face.characters == {chr(code) for code in font.getBestCmap()}
    glyph = font.getBestCmap()[ord("ø")]
    assert face.advance("ø") == pytest.approx(font["hmtx"][glyph][0] / upem)


@ALL_FACES
def test_a_face_knows_what_office_programs_call_it(face: Face) -> None:
    names = TTFont(face.path)["name"]
    assert face.family == names.getDebugName(1)
    assert face.bold == ("Bold" in names.getDebugName(2))
    assert face.italic == ("Italic" in names.getDebugName(2))


def test_plain_bold_and_italic_are_of_one_family() -> None:
    faces = kit().faces
    family = {faces[key].family for key in ("regular", "bold", "italic")}
    assert len(family) == 1
    assert [(faces[k].bold, faces[k].italic) for k in ("regular", "bold", "italic")] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_all_faces_stand_on_one_line() -> None:
    """Lines that mix faces keep their height, since all faces have the same metrics."""
    assert {(face.ascent, face.descent, face.upem) for face in FACES} == {
        (FACES[0].ascent, FACES[0].descent, FACES[0].upem)
    }


def printed_by_the_program() -> str:
    """Every character of the strings, the typographic rules, and what joins words in a foot."""
    texts = [
        (TEMPLATES / "strings" / f"{language}.yaml").read_text(encoding="utf-8")
        for language in LANGUAGES
    ]
    values = chain.from_iterable(flat(yaml.safe_load(text)) for text in texts)
    rules = "".join(rule.replacement for rule in RULES)
    return "".join(values).replace("\n", "") + rules + NBSP + HYPHEN + " · "


def flat(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in flat(each)]
    return [str(value)]


def test_every_face_has_what_the_program_prints() -> None:
    assert missing_characters(FACES, printed_by_the_program()) == ""


def test_every_face_has_what_the_shipped_set_says() -> None:
    text = DEFAULT_SOURCE.read_text(encoding="utf-8")
    assert kit().missing_glyphs(text.replace("\n", " ")) == ""


def test_missing_characters_are_named_once_in_order() -> None:
    assert missing_characters(FACES, "aЖbжЖ中a") == "Жж中"
    assert missing_characters([], "Ж") == ""


def test_a_character_that_one_face_lacks_is_missing() -> None:
    half = Face("half", Path("half.ttf"), FACES[0].font)
    object.__setattr__(half, "characters", frozenset("ab"))
    assert missing_characters([FACES[0], half], "abc") == "c"


def test_subscripts_are_set_with_digits_and_never_missing() -> None:
    assert kit().missing_glyphs("CO₂ ₀₉") == ""


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_face("regular", tmp_path / "none.ttf")
    with pytest.raises(IsADirectoryError):
        load_faces({"regular": tmp_path})


def test_faces_are_loaded_by_key() -> None:
    path = next(FONTS.glob("*.ttf"))
    assert load_faces({"one": path})["one"].key == "one"
