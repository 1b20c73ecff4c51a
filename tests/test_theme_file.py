"""The theme's file: what is read, and what is said of what cannot be.

Most slips are the shipped theme with a few words replaced; `<<` in the new words is where the
message must point.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planche.catalogue import AREAS
from planche.cli import main
from planche.theming import ThemeReading, read_theme
from planche.theming.contrast import contrast, luminance, passing
from planche.theming.needs import COLOURS, DRAWN, ROLES, SIZED
from planche.workshop import FONTS, TEMPLATES, load_kit, prepare, theme_names
from tests.sets import DATA, LAID_OUT, MEDIA, ROOT, medium
from tests.theme_support import PATCHES, SHIPPED, check_wording, patched, reading_of

BROKEN = sorted((DATA / "broken-themes").glob("*.yaml"))
EXPECT = re.compile(r"(?m)^# expect (\d+:\d+ [a-z0-9-]+)$")


def said(found: ThemeReading) -> list[str]:
    return [f"{d.place.line}:{d.place.column} {d.fault.code}" for d in found.diagnostics]


# The shipped theme with a slip in it


@pytest.mark.parametrize("name", PATCHES)
def test_a_slip_is_named_where_it_stands(name: str) -> None:
    old, new, code, part = PATCHES[name]
    text, place = patched(old, new)
    found = reading_of(text)
    assert found.theme is None
    matching = [d for d in found.diagnostics if d.fault.code == code and part in d.text("en")]
    assert matching, [each.line("en") for each in found.diagnostics]
    if place:
        assert f"theme.yaml:{place}" in {str(each.place) for each in matching}
    if name not in SEVERAL:
        assert len(found.diagnostics) == 1, [each.line("en") for each in found.diagnostics]
    check_wording(found.diagnostics)


SEVERAL = {
    "grey-ink",  # pale ink is hard to read on the tints as well
    "face-key",  # and the roles set in it have no face
    "family-capital",  # and has no colours
    "field-of-role",
}
"""Slips that are several faults."""


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_file(path: Path) -> None:
    found = read_theme(path, path.name, FONTS)
    assert said(found) == EXPECT.findall(path.read_text(encoding="utf-8"))
    assert found.theme is None
    check_wording(found.diagnostics)


def test_every_code_of_the_theme_is_provoked() -> None:
    by_files = {
        line.split()[1]
        for path in BROKEN
        for line in EXPECT.findall(path.read_text(encoding="utf-8"))
    }
    elsewhere = {
        "theme-missing", "not-a-font", "face-to-name", "family-not-listed",
        "family-without-colours", "face-not-embeddable",
    }  # fmt: skip
    provoked = {code for _, _, code, _ in PATCHES.values()} | by_files | elsewhere
    assert set(AREAS["The theme"]) <= provoked


def test_all_faults_in_one_run_and_in_order() -> None:
    text = SHIPPED.replace('"#14202B"', "black").replace(
        "    baseline: 4\n", "    baseline: x\n", 1
    )
    text = text.replace("kicker: {face: bold", "kicker: {face: blod").replace("\nslide:", "\nslid:")
    found = reading_of(text)
    codes = [each.fault.code for each in found.diagnostics]
    assert codes == [
        "missing-field", "bad-colour", "unknown-face", "not-a-decimal", "unknown-field",
    ]  # fmt: skip
    assert list(found.diagnostics) == sorted(found.diagnostics, key=lambda each: each.place)


def test_an_absent_family_is_one_message() -> None:
    found = reading_of(SHIPPED.replace("[fundament, borger,", "[fundament, borgre,"))
    lines = [each.text("en") for each in found.diagnostics]
    assert [each.fault.code for each in found.diagnostics] == [
        "family-not-listed", "family-without-colours",
    ]  # fmt: skip
    assert "write borger, or" in lines[1]


def test_a_usual_face_that_is_not_there_must_be_named() -> None:
    found = reading_of(SHIPPED.replace("  italic: SchibstedGrotesk-Italic.ttf\n", ""))
    assert {each.fault.code for each in found.diagnostics} == {"face-to-name"}
    assert len(found.diagnostics) == len(ROLES)


def test_a_file_that_is_no_font(tmp_path: Path) -> None:
    for font in FONTS.glob("*.ttf"):
        (tmp_path / font.name).write_bytes(font.read_bytes())
    path = TEMPLATES / "theme.yaml"
    assert read_theme(path, path.name, tmp_path).theme
    for data in (b"", b"no font", (FONTS / "SchibstedGrotesk-Bold.ttf").read_bytes()[:200]):
        (tmp_path / "SchibstedGrotesk-Bold.ttf").write_bytes(data)
        found = read_theme(path, path.name, tmp_path)
        assert [each.fault.code for each in found.diagnostics] == ["not-a-font"]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_and_its_steps_are_asked_for(role: str) -> None:
    for old in (rf"\n  {role}: \{{.*\}}(?=\n)", rf"\n      {role}: \[.*\](?=\n)"):
        text, count = re.subn(old, "", SHIPPED, count=1)
        if role not in DRAWN or "{" in old:
            assert count, old
            found = reading_of(text)
            assert [each.fault.code for each in found.diagnostics] == ["missing-field"]
            assert found.diagnostics[0].fault.values["key"] == role


def test_needs_are_what_plates_are_drawn_with() -> None:
    pages = [page for path in LAID_OUT for name in MEDIA for page in medium(path, name).pages]
    texts = [text for page in pages for text in page.texts()]
    assert {text.role for text in texts} <= set(SIZED)
    drawn = {token for text in texts for token in (text.colour, text.ground)}
    assert {token for token in drawn if "-" not in token} <= set(COLOURS)
    program = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("geometry", "deck", "pages")
        for path in (ROOT / "planche" / folder).rglob("*.py")
    )
    assert all(f'"{name}"' in program for name in (*ROLES, *COLOURS))


# Contrast


@given(
    st.integers(0, 0xFFFFFF).map("#{:06X}".format),
    st.integers(0, 0xFFFFFF).map("#{:06X}".format),
    st.booleans(),
)
def test_what_is_proposed_is_legible_if_anything_is(one: str, other: str, darker: bool) -> None:
    found = passing(one, other, 7.0, darker)
    end = "#000000" if darker else "#FFFFFF"
    assert contrast(found, other) >= 7.0 or found == end
    assert contrast(found, other) >= 7.0 or contrast(end, other) < 7.0


def test_what_is_proposed_is_near_and_of_the_same_hue() -> None:
    found = passing("#D0503F", "#FFFFFF", 7.0, darker=True)
    assert 7.0 <= contrast(found, "#FFFFFF") < 7.2
    red, green, blue = (int(found[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue
    assert luminance(passing("#6AA0AB", "#14202B", 7.0, darker=False)) > luminance("#6AA0AB")


# Which theme


def test_a_set_that_names_an_unknown_theme(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_text(
        "set:\n  title: Prøve\n  language: en\n  theme: winter\nplates:\n  - cover: ''\n",
        encoding="utf-8",
    )
    found = prepare(path, "set.yaml", None)
    assert found.job is None
    assert [f"{each.place} {each.fault.code}" for each in found.diagnostics] == [
        "set.yaml:4:10 theme-missing", "set.yaml:6:12 empty-text",
    ]  # fmt: skip
    line = found.diagnostics[0].text("en")
    assert all(name in line for name in theme_names())
    assert "theme-winter.yaml" in line


@pytest.mark.parametrize("name", ["defalt", "../theme", "a\x00b", "", "x" * 5000])
def test_an_unknown_theme_is_refused(name: str) -> None:
    found = prepare(DATA / "one-bullet.yaml", "one-bullet.yaml", name)
    assert found.job is None
    assert [each.fault.code for each in found.diagnostics] == ["theme-missing"]


def test_a_broken_theme_ends_a_run_with_its_own_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("planche.workshop.TEMPLATES", tmp_path)
    monkeypatch.setattr("planche.workshop.ROOT", tmp_path.parent)
    (tmp_path / "theme.yaml").write_text(SHIPPED.replace('"#14202B"', "black"), encoding="utf-8")
    assert main(["check", str(DATA / "one-bullet.yaml"), "--language", "en"]) == 2
    message = capsys.readouterr().err
    line = SHIPPED[: SHIPPED.index('"#14202B"')].count("\n") + 1
    assert re.match(rf"{tmp_path.name}/theme.yaml:{line}:\d+: error bad-colour: ", message)
    assert message.count("\n") == 1


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_is_sound(name: str) -> None:
    found = load_kit(name)
    assert [each.line("en") for each in found.diagnostics] == []
    assert found.kit
