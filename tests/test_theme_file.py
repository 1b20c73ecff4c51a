"""The theme's file: what is read, and what is said of what cannot be.

Most slips are the shipped theme with a few words replaced; `<<` in the new words is where the
message must point.
"""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planche.catalogue import AREAS
from planche.cli import main
from planche.diagnostics import Diagnostic
from planche.proportions import Token
from planche.source.tree import Findings
from planche.theme import Theme
from planche.theming import ThemeReading, read_theme, theme_schema_text
from planche.theming.contrast import contrast, luminance, passing
from planche.theming.needs import COLOURS, DRAWN, ROLES, SIZED
from planche.theming.reading import read_theme_bytes
from planche.workshop import FONTS, TEMPLATES, load_kit, prepare, theme_names, theme_path
from tests.sets import DATA, LAID_OUT, MEDIA, ROOT, medium

SHIPPED = (TEMPLATES / "theme.yaml").read_text(encoding="utf-8")
THEMES = sorted(TEMPLATES.glob("theme*.yaml"))
BROKEN = sorted((DATA / "broken-themes").glob("*.yaml"))
EXPECT = re.compile(r"(?m)^# expect (\d+:\d+ [a-z0-9-]+)$")
MARK = "<<"


def reading_of(text: str | bytes) -> ThemeReading:
    data = text if isinstance(text, bytes) else text.encode()
    return read_theme_bytes(data, Findings("theme.yaml"), FONTS)


def said(found: ThemeReading) -> list[str]:
    return [f"{d.place.line}:{d.place.column} {d.fault.code}" for d in found.diagnostics]


def check_wording(found: tuple[Diagnostic, ...]) -> None:
    for each in found:
        for language in ("da", "en"):
            line = each.line(language)
            assert "\n" not in line
            assert not re.search(r"\{\w+\}|pydantic|NoneType|Traceback|–|Field", line)


# The shipped theme with a slip in it

PATCHES: dict[str, tuple[str, str, str, str]] = {
    # name: (words of the shipped theme, what stands there instead, code, part of the message)
    "no-quotes": ('screen: "#14202B"', "screen: <<#14202B", "bad-colour", '"#14202B"'),
    "small-letters": ('"#14202B"', '<<"#14202b"', "bad-colour", '"#14202B"'),
    "short-colour": ('"#14202B"', '<<"#123"', "bad-colour", '"#112233"'),
    "colour-by-name": ('"#14202B"', "<<black", "bad-colour", "“black” is no colour"),
    "colour-as-list": ('"#14202B"', "<<[20, 32, 43]", "list-for-text", ""),
    "colour-as-text": ('{screen: "#14202B", press: [0, 0, 0, 100]}', '<<"#14202B"',
                       "text-for-fields", "screen / press"),
    "three-inks": ("[0, 30, 85, 0]", "<<[0, 30, 85]", "bad-press", ""),
    "inks-as-text": ("[0, 30, 85, 0]", "<<0 30 85 0", "bad-press", ""),
    "ink-beyond": ("[0, 30, 85, 0]", "[0, <<130, 85, 0]", "bad-press", ""),
    "half-an-ink": ("[0, 30, 85, 0]", "[0, <<30.5, 85, 0]", "bad-press", ""),
    "no-press": ("ink: {screen: \"#14202B\", press: [0, 0, 0, 100]}",
                 'ink: <<{screen: "#14202B"}', "missing-field", "“press”"),
    "too-much-ink": ("[94, 55, 50, 62]", "<<[94, 65, 60, 62]", "too-much-ink", "281 %"),
    "field-of-colour": ('screen: "#14202B", press', 'screen: "#14202B", <<pres: 1, press',
                        "unknown-field", "write press"),
    "pale-deep": ('"#96271A"', '<<"#D0503F"', "poor-contrast", "for borger-deep"),
    "dark-tint": ('"#9AC3CC"', '<<"#6AA0AB"', "poor-contrast", "for fundament-tint-3"),
    "grey-ink": ('"#14202B"', '<<"#8A8F94"', "poor-contrast", "for ink"),
    "families-alike": ('leder-deep: {screen: "#5A2566"', 'leder-deep: {screen: <<"#96271A"',
                       "theme-families-alike", "for leder-deep"),
    "colour-missing": ("  team-ghost:", "  # team-ghost:", "missing-colour", "team-ghost"),
    "colour-misspelt": ("  team-ghost:", "  <<team-gost:", "unknown-field", "write team-ghost"),
    "accent-misspelt": ("  accent:", "  <<acent:", "unknown-field", "write accent"),
    "family-twice": ("politiker, team]", "politiker, <<borger, team]", "family-twice", "borger"),
    "family-capital": ("politiker, team]", "politiker, team, <<Åben]", "bad-id", "“Åben”"),
    "house-unknown": ("house: fundament ", "house: <<fundamet ", "unknown-family", "fundament"),
    "face-unknown": ("body: {face: regular", "body: {face: <<regulr", "unknown-face", "regular"),
    "strong-unknown": ("face: bold, strong: extrabold, leading: 1.14",
                       "face: bold, strong: <<heavy, leading: 1.14", "unknown-face", "“heavy”"),
    "font-missing": ("SchibstedGrotesk-Medium.ttf", "<<SchibstedGrotesk-Medum.ttf",
                     "no-such-font", "write SchibstedGrotesk-Medium.ttf"),
    "font-elsewhere": ("SchibstedGrotesk-Medium.ttf", "<<../fonts/SchibstedGrotesk-Medium.ttf",
                       "no-such-font", "SchibstedGrotesk-Medium.ttf"),
    "face-key": ("  medium: Schib", "  <<Medium: Schib", "bad-id", "“Medium”"),
    "role-missing": ("  kicker: {", "  # kicker: {", "missing-field", "“kicker”"),
    "role-misspelt": ("  kicker: {", "  <<kiker: {", "unknown-field", "write kicker"),
    "field-of-role": ("body: {face:", "body: {<<fase: a, face:", "unknown-field", "write face"),
    "leading-tight": ("kicker: {face: bold, leading: 1.2", "kicker: {face: bold, leading: <<0.2",
                      "number-out-of-range", "0.9 to 1.6"),
    "leading-comma": ("kicker: {face: bold, leading: 1.2", 'kicker: {face: bold, leading: <<"1,2"',
                      "not-a-decimal", "with a point"),
    "leading-word": ("kicker: {face: bold, leading: 1.2", "kicker: {face: bold, leading: <<nan",
                     "number-out-of-range", ""),
    "goal-unknown": ("leading: 0.98, goal: balanced", "leading: 0.98, goal: <<balancd",
                     "unknown-choice", "write balanced"),
    "truth": ("hyphenate: true}\n  column", "hyphenate: <<ja}\n  column", "unknown-choice",
              "true / false"),
    "measure": ("leading: 1.26, measure: 72", "leading: 1.26, measure: <<many", "not-a-number", ""),
    "measure-zero": ("leading: 1.26, measure: 72", "leading: 1.26, measure: <<0",
                     "number-out-of-range", "1 to 200"),
    "format-missing": ("formats:\n  a3:", "formats:\n  <<a5:", "missing-field", "“a3”"),
    "length-missing": ("    baseline: 4\n", "", "missing-field", "“baseline”"),
    "length-comma": ("    baseline: 4\n", "    baseline: <<4,5\n", "not-a-decimal", ""),
    "length-nothing": ("    baseline: 4\n", "    <<baseline:\n", "empty-value", ""),
    "length-zero": ("    baseline: 4\n", "    baseline: <<0\n", "number-out-of-range", "0.1"),
    "length-endless": ("    baseline: 4\n", "    baseline: <<.inf\n", "not-a-decimal", ""),
    "length-list": ("    baseline: 4\n", "    baseline: <<[4]\n", "list-for-text", ""),
    "length-misspelt": ("    baseline: 4\n", "    baseline: 4\n    <<baselin: 4\n",
                        "unknown-field", "write baseline"),
    "length-twice": ("    baseline: 4\n", "    baseline: 4\n    <<baseline: 4\n",
                     "duplicate-field", ""),
    "no-fields": ("fields: [152, 176]", "fields: <<[]", "too-few", "at least 1"),
    "no-room": ("    width: 297\n    height: 420\n    margin: 22",
                "    width: <<297\n    height: 420\n    margin: 150", "no-room", "300 mm"),
    "steps-missing": ("      kicker: [22]\n", "", "missing-field", "“kicker”"),
    "steps-misspelt": ("      kicker: [22]\n", "      <<kiker: [22]\n", "unknown-field", "kicker"),
    "steps-empty": ("      kicker: [22]\n", "      kicker: <<[]\n", "too-few", "at least 1"),
    "steps-number": ("      kicker: [22]\n", "      kicker: <<22\n", "text-for-list", ""),
    "steps-word": ("      kicker: [22]\n", "      kicker: [<<big]\n", "not-a-decimal", ""),
    "steps-zero": ("      kicker: [22]\n", "      kicker: [<<0]\n", "number-out-of-range", "4 to"),
    "steps-rising": ("lead: [40, 36, 32, 30]\n      body", "lead: [36, <<40, 30, 32]\n      body",
                     "steps-not-falling", "[40, 36, 32, 30]"),
    "steps-same": ("lead: [40, 36, 32, 30]\n      body", "lead: [40, 36, <<36, 30]\n      body",
                   "steps-not-falling", "[40, 36, 30]"),
    "one-step": ("question: [40, 36, 34, 31, 28, 24, 22, 20]", "question: <<[40]", "too-few",
                 "at least 2"),
    "step-too-large": ("signature: [18, 16]", "signature: [<<24]", "step-too-large", "signature"),
    "share": ("hairline: 0.25", "hairline: <<thin", "not-a-decimal", ""),
    "share-beyond": ("heads: [0.72,", "heads: [<<7.2,", "number-out-of-range", "0 to 4"),
    "no-shares": ("widenings: [0.08, 0.14, 0.2]", "widenings: <<[]", "too-few", "at least 1"),
    "anchor": ("house: fundament ", "house: <<&h fundament ", "special-start", "&"),
}  # fmt: skip


def patched(old: str, new: str) -> tuple[str, str]:
    """The shipped theme with some words replaced, and where its mark stood as `line:column`."""
    assert old in SHIPPED, old
    start = SHIPPED.index(old)
    text = SHIPPED[:start] + new + SHIPPED[start + len(old) :]
    at = text.find(MARK)
    before = text[:at] if at >= 0 else ""
    place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    return text.replace(MARK, "", 1), place if at >= 0 else ""


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


# Nothing raises


def sound_or_faulty(found: ThemeReading) -> None:
    faulty = any(each.severity == "error" for each in found.diagnostics)
    assert (found.theme is None) == faulty
    for each in found.diagnostics:
        each.line("da")
        each.line("en")


@given(st.data())
@settings(max_examples=150)
def test_mutated_themes_never_raise(data: st.DataObject) -> None:
    text = SHIPPED
    bits = ["", "  ", "\n", ":", ": ", "- ", "[", "]", "{", "}", "~", '"', "#", "-1", "9", "x", ","]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(st.sampled_from(bits)) + text[end:]
    sound_or_faulty(reading_of(text))


VALUES = st.recursive(
    st.none() | st.sampled_from(["x", "1", "-3", "nan", "1e9", "#123456", "regular", "true"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["screen", "press", "steps", "body", "a3", "face", "ink", "width"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)

PLACES = [
    *((name,) for name in Theme.model_fields),
    ("colours", "ink"),
    ("colours", "ink", "press"),
    ("colours", "team-deep", "screen"),
    ("faces", "bold"),
    ("roles", "body"),
    ("roles", "body", "measure"),
    ("formats", "a3"),
    ("formats", "a3", "steps"),
    ("formats", "a3", "steps", "body"),
    ("formats", "a3", "fields"),
    ("slide", "width"),
    ("proportions", "table", "heads"),
    ("proportions", "mosaic", "shapes"),
]


@given(st.lists(st.tuples(st.sampled_from(PLACES), VALUES), min_size=1, max_size=3))
@settings(max_examples=100)
@example([(("families",), ["x", "x"])])
@example([(("formats",), {"a3": {"steps": {"body": ["1", ["2"]]}}})])
def test_themes_with_anything_anywhere_never_raise(
    changes: list[tuple[tuple[str, ...], object]],
) -> None:
    data = yaml.safe_load(SHIPPED)
    for path, value in changes:
        node = data
        for key in path[:-1]:
            node = node.get(key) if isinstance(node, dict) else None
        if isinstance(node, dict):
            node[path[-1]] = value
    sound_or_faulty(reading_of(yaml.safe_dump(data, allow_unicode=True)))


@given(st.binary(max_size=200))
def test_bytes_never_raise(data: bytes) -> None:
    sound_or_faulty(reading_of(data))


# The schema

SCHEMA = TEMPLATES / "theme.schema.json"


def test_the_schema_beside_the_themes_is_current(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "theme"]) == 0
    assert capsys.readouterr().out == SCHEMA.read_text(encoding="utf-8"), "run make schema"
    assert theme_schema_text() == theme_schema_text()


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_every_theme_names_the_schema_and_keeps_to_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA.name}"
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft7Validator.check_schema(schema)  # what editors' YAML services go by
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(text))


@pytest.mark.parametrize(
    "name", ["role-missing", "role-misspelt", "steps-missing", "no-press", "colour-by-name",
             "field-of-role", "length-misspelt", "format-missing", "goal-unknown", "no-shares"],
)  # fmt: skip
def test_the_schema_refuses_what_an_editor_can_tell(name: str) -> None:
    old, new, _, _ = PATCHES[name]
    schema = json.loads(theme_schema_text())
    assert not jsonschema.Draft202012Validator(schema).is_valid(
        yaml.safe_load(patched(old, new)[0])
    )


def test_every_field_of_the_schema_is_described() -> None:
    schema = json.loads(theme_schema_text())
    for part in [schema, *schema["$defs"].values()]:
        assert part["description"]
        for name, field in part["properties"].items():
            assert "description" in field or "$ref" in field, name


def test_every_part_of_a_theme_refuses_unknown_fields() -> None:
    assert issubclass(Theme, Token)
    assert Token.model_config["extra"] == "forbid"


def test_a_name_is_a_file_among_the_templates() -> None:
    assert all(theme_path(name).is_file() for name in theme_names())
