"""Families of colours for those who see with two kinds of cones, judged by another library.

ColorAide simulates protanopia and deuteranopia by Viénot and others (1999), tritanopia by
Brettel and others (1997), which are the papers that `planche.theming.sight` names.
"""

import re
from itertools import combinations

import pytest
from coloraide import Color
from hypothesis import example, given
from hypothesis import strategies as st

from planche.source.tree import Findings
from planche.theme import Theme
from planche.theming.contrast import contrast, pairs
from planche.theming.likeness import LEAST, told_apart, too_alike
from planche.theming.reading import read_theme_bytes
from planche.theming.sight import DEFICIENCIES, lab, seen, with_lightness
from planche.workshop import FONTS, TEMPLATES, load_kit, theme_names

FILTERS = {"protanopia": "protan", "deuteranopia": "deutan", "tritanopia": "tritan"}
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def simulated(colour: str, deficiency: str) -> Color:
    return Color(colour).filter(FILTERS[deficiency], 1).clip("srgb")


def theme(name: str) -> Theme:
    kit = load_kit(name).kit
    assert kit
    return kit.theme


def deeps(name: str) -> dict[str, str]:
    found = theme(name)
    return {each: found.colours[f"{each}-deep"].screen for each in found.families}


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("name", theme_names())
def test_families_of_the_shipped_themes_are_told_apart(name: str, deficiency: str) -> None:
    every = {each: simulated(colour, deficiency) for each, colour in deeps(name).items()}
    assert len(every) == 6
    for one, other in combinations(every, 2):
        assert every[one].delta_e(every[other], method="76") >= LEAST, (one, other)


@given(COLOURS, st.sampled_from(sorted(DEFICIENCIES)))
@example("#000000", "tritanopia")
@example("#FFFFFF", "tritanopia")
def test_the_simulation_is_that_of_the_papers(colour: str, deficiency: str) -> None:
    wanted = simulated(colour, deficiency).convert("lab-d65")
    found = seen(colour, deficiency)
    assert (found.lightness, found.a, found.b) == pytest.approx(tuple(wanted)[:3], abs=1e-6)


@given(COLOURS, st.floats(0, 100))
def test_a_colour_of_another_lightness_is_of_the_same_hue(colour: str, lightness: float) -> None:
    found = with_lightness(colour, lightness)
    own = lab(colour)
    if found is not None:
        made = lab(found)
        assert made.lightness == pytest.approx(lightness, abs=0.6)
        assert (made.a, made.b) == pytest.approx((own.a, own.b), abs=2)
    elif abs(lightness - own.lightness) < 0.01:
        raise AssertionError(f"{colour} itself is a colour of sRGB")


CLOSE = {"leder-deep": "#98291C", "team-deep": "#96271A", "politiker-deep": "#104759"}


@pytest.mark.parametrize("token", CLOSE)
def test_a_palette_that_fails_is_refused_and_the_proposed_colour_passes(token: str) -> None:
    shipped = (TEMPLATES / "theme.yaml").read_text(encoding="utf-8")
    pattern = rf'({token}: {{screen: ")#\w+'
    text, count = re.subn(pattern, rf"\g<1>{CLOSE[token]}", shipped)
    assert count == 1
    found = read_theme_bytes(text.encode(), Findings("theme.yaml"), FONTS)
    assert found.theme is None
    (fault,) = [each for each in found.diagnostics if each.fault.code == "theme-families-alike"]
    line = shipped.splitlines()[fault.place.line - 1]
    assert line.strip().startswith(f"{fault.fault.values['token']}:")
    assert float(fault.fault.values["found"]) < LEAST
    known = fault.fault.values["known"]
    mended = re.sub(rf'({fault.fault.values["token"]}: {{screen: ")#\w+', rf"\g<1>{known}", text)
    again = read_theme_bytes(mended.encode(), Findings("theme.yaml"), FONTS)
    assert again.theme is not None, [each.line("en") for each in again.diagnostics]
    near = abs(lab(known).lightness - lab(dict(re.findall(r'([\w-]+): {screen: "(#\w+)', text))[
        fault.fault.values["token"]]).lightness)  # fmt: skip
    assert near < 15


def test_the_later_of_two_families_is_the_one_to_change() -> None:
    alike = too_alike({"one": "#96271A", "two": "#0E4A5A", "three": "#96281A"})
    assert [(each.one, each.other) for each in alike] == [("one", "three")]


def test_what_is_proposed_is_as_legible_as_text_needs() -> None:
    colours = {token: each.screen for token, each in theme("default").colours.items()}
    close = {**deeps("default"), "team": "#96271A"}
    found = told_apart("team", close, colours)
    for pair in pairs("team"):
        if "team-deep" in (pair.text, pair.ground):
            trial = {**colours, "team-deep": found}
            assert contrast(trial[pair.text], trial[pair.ground]) >= pair.least
    assert not too_alike({**close, "team": found})


def test_where_no_colour_passes_the_best_is_proposed() -> None:
    crowd = {f"f{level}": f"#{level:02X}{level:02X}{level:02X}" for level in range(0, 256, 3)}
    found = told_apart("f0", crowd, {})
    others = [f"#{level:02X}{level:02X}{level:02X}" for level in range(1, 30)]
    assert nearest(found, crowd) == max(nearest(each, crowd) for each in others) < LEAST


def nearest(colour: str, crowd: dict[str, str]) -> float:
    """How near a colour lies to another of a crowd, seen with any deficiency."""
    return min(
        float(simulated(colour, sight).delta_e(simulated(other, sight), method="76"))
        for sight in DEFICIENCIES
        for name, other in crowd.items()
        if name != "f0"
    )
