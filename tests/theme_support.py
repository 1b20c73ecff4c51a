"""Themes for the tests: the shipped one with a slip in it, and what is said of a file."""

import re

from planche.diagnostics import Diagnostic
from planche.source.tree import Findings
from planche.theming import ThemeReading
from planche.theming.reading import read_theme_bytes
from planche.workshop import FONTS, TEMPLATES

SHIPPED = (TEMPLATES / "theme.yaml").read_text(encoding="utf-8")
THEMES = sorted(TEMPLATES.glob("theme*.yaml"))
MARK = "<<"


def reading_of(text: str | bytes) -> ThemeReading:
    data = text if isinstance(text, bytes) else text.encode()
    return read_theme_bytes(data, Findings("theme.yaml"), FONTS)


def check_wording(found: tuple[Diagnostic, ...]) -> None:
    for each in found:
        for language in ("da", "en"):
            line = each.line(language)
            assert "\n" not in line
            assert not re.search(r"\{\w+\}|pydantic|NoneType|Traceback|–|Field", line)


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
    "share-of-python": ("heads: [0.72,", "heads: [<<7.2e-1,", "not-a-decimal", ""),
    "lines-of-python": ("title: {lines: ", "title: {lines: <<+", "not-a-number", ""),
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
