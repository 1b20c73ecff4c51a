"""The theme: legible on screen, printable on the press, and every slip in it refused."""

import copy
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from fontTools.ttLib import TTFont

from planche.text.faces import Face
from planche.theme import MOST_INK, SHADES, Grid, Theme
from planche.theming import ThemeReading, read_theme
from planche.workshop import FONTS, PAPER, TEMPLATES, theme_path
from tests.sets import LAID_OUT, MEDIA, medium

PATH = TEMPLATES / "theme.yaml"
THEMES = sorted(TEMPLATES.glob("theme*.yaml"))
ALL_THEMES = pytest.mark.parametrize("theme", THEMES, ids=lambda path: path.stem, indirect=True)


def reading(path: Path) -> ThemeReading:
    return read_theme(path, path.name, FONTS)


def load_theme(path: Path) -> Theme:
    found = reading(path)
    assert found.theme, [each.line("en") for each in found.diagnostics]
    return found.theme


@pytest.fixture
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


ENHANCED = 7.0
"""Contrast of text, WCAG 2.2 success criterion 1.4.6 (AAA)."""

LARGE = 4.5
"""The same for large text: 18 pt, or 14 pt bold."""


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(theme: Theme, one: str, other: str) -> float:
    """Contrast of two colour tokens."""
    high, low = sorted(
        (luminance(theme.colours[token].screen) for token in (one, other)), reverse=True
    )
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert luminance("#FFFFFF") == pytest.approx(1.0)
    assert luminance("#000000") == 0
    assert luminance("#777777") == pytest.approx(0.184, abs=0.001)


# Colours


@ALL_THEMES
def test_text_is_legible_on_every_colour_it_may_lie_on(theme: Theme) -> None:
    for family in theme.families:
        for deep in ("deep", "deep-2", "deep-3"):
            assert contrast(theme, "white", f"{family}-{deep}") >= ENHANCED, (family, deep)
        for tint in ("tint", "tint-2", "tint-3"):
            assert contrast(theme, "ink", f"{family}-{tint}") >= ENHANCED, (family, tint)
        assert contrast(theme, f"{family}-deep", "paper") >= ENHANCED, family
    assert contrast(theme, "ink", "paper") >= ENHANCED
    assert contrast(theme, "ink", "accent") >= ENHANCED


@ALL_THEMES
def test_large_text_is_legible_on_ghosts_and_in_the_accent(theme: Theme) -> None:
    for family in theme.families:
        assert contrast(theme, "white", f"{family}-ghost") >= LARGE, family
        assert contrast(theme, "accent", f"{family}-deep") >= LARGE, family


BOLD = 700


@cache
def weight(face: Face) -> int:
    """How heavy a face is, from 100 to 900."""
    return int(TTFont(face.path)["OS/2"].usWeightClass)


@pytest.mark.parametrize("name", MEDIA)
@pytest.mark.parametrize("path", LAID_OUT, ids=lambda path: path.stem)
def test_every_text_of_a_layout_is_legible(path: Path, name: str) -> None:
    """Where the text is printed, on what it lies on there."""
    laid_out = medium(path, name)
    for page in laid_out.pages:
        for text in page.texts():
            bold = weight(laid_out.job.kit.faces[text.face]) >= BOLD
            least = LARGE if text.size >= (14 if bold else 18) else ENHANCED
            found = contrast(laid_out.job.kit.theme, text.colour, text.ground)
            assert found >= least, (page.plate, text.role, text.colour, text.ground)


@ALL_THEMES
def test_a_giant_number_is_seen_but_does_not_shout(theme: Theme) -> None:
    for family in theme.families:
        assert 1.1 <= contrast(theme, f"{family}-ghost", f"{family}-deep") <= 2.0, family


@ALL_THEMES
def test_no_colour_takes_more_ink_than_paper_holds(theme: Theme) -> None:
    for token, colour in theme.colours.items():
        assert sum(colour.press) <= MOST_INK, token
    assert theme.colours["ink"].press == (0, 0, 0, 100)
    assert theme.colours["white"].press == (0, 0, 0, 0)
    assert sum(theme.colours["paper"].press) <= 15


@ALL_THEMES
def test_shades_go_from_light_to_dark(theme: Theme) -> None:
    order = ("tint", "tint-2", "tint-3", "ghost", "deep", "deep-2", "deep-3")
    assert set(order) == set(SHADES)
    for family in theme.families:
        values = [luminance(theme.colours[f"{family}-{shade}"].screen) for shade in order]
        assert all(lighter > darker for lighter, darker in pairwise(values)), family
        inks = [
            sum(theme.colours[f"{family}-{shade}"].press) for shade in order if shade != "ghost"
        ]
        assert inks[:3] == sorted(inks[:3]), family
        assert inks[3:] == sorted(inks[3:]), family


# Type and grid


DRAWN = {"number"}
"""Roles that are drawn as outlines, as large as their place, and have no steps."""


def grids(theme: Theme) -> dict[str, Grid]:
    return {**theme.formats, "slide": theme.slide, "tall_slide": theme.tall_slide}


@ALL_THEMES
def test_every_role_has_steps_in_every_format(theme: Theme) -> None:
    for name, grid in grids(theme).items():
        assert set(grid.steps) == set(theme.roles) - DRAWN, name
        for role, steps in grid.steps.items():
            assert steps, (name, role)
            assert list(steps) == sorted(set(steps), reverse=True), (name, role)


@ALL_THEMES
def test_every_face_of_a_role_has_a_file(theme: Theme) -> None:
    for role in theme.roles.values():
        assert {role.face, role.strong, role.emphasis} <= set(theme.faces)
    assert all((FONTS / file).is_file() for file in theme.faces.values())


@ALL_THEMES
def test_what_stands_over_text_is_larger_than_it(theme: Theme) -> None:
    for name, grid in grids(theme).items():
        steps = grid.steps
        for above, below in [("question", "lead"), ("lead", "body"), ("body", "example")]:
            assert steps[above][0] >= steps[below][0], (name, above)
            assert steps[above][-1] >= steps[below][-1], (name, above)
        assert min(min(each) for each in steps.values()) >= (10 if "slide" in name else 9)


@ALL_THEMES
def test_pages_are_of_the_size_they_are_called(theme: Theme) -> None:
    sizes = {"a3": (297, 420), "a3-office": (297, 420), "a4": (210, 297)}
    assert PAPER in theme.formats
    for name, grid in theme.formats.items():
        assert (grid.width, grid.height) == sizes[name]
        assert 2 * grid.margin < grid.width
        assert max(grid.fields) + grid.foot < grid.height
        assert list(grid.fields) == sorted(set(grid.fields))
    assert theme.slide.width / theme.slide.height == pytest.approx(16 / 9, abs=1e-4)
    assert theme.tall_slide.width / theme.tall_slide.height == pytest.approx(4 / 3, abs=1e-4)
    for slide in (theme.slide, theme.tall_slide):
        assert slide.panel < slide.width / 2


# What is refused


def shipped() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    return data


def set_in(*path: str | int, to: Any) -> Callable[[dict[str, Any]], None]:
    """A change: the value at a path becomes another one."""

    def change(data: dict[str, Any]) -> None:
        node: Any = data
        for key in path[:-1]:
            node = node[key]
        node[path[-1]] = to

    return change


def without(*path: str) -> Callable[[dict[str, Any]], None]:
    """A change: the key at a path goes."""

    def change(data: dict[str, Any]) -> None:
        node: Any = data
        for key in path[:-1]:
            node = node[key]
        del node[path[-1]]

    return change


TOO_MUCH = {"screen": "#000000", "press": [100, 100, 80, 1]}

BROKEN: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "no-name": (without("name"), "name"),
    "no-colours": (without("colours"), "colours"),
    "no-slide": (without("slide"), "slide"),
    "no-faces": (without("faces"), "faces"),
    "no-roles": (without("roles"), "roles"),
    "unknown-key": (set_in("colors", to={}), "colors"),
    "unknown-key-of-a-role": (set_in("roles", "body", "size", to=12), "size"),
    "unknown-key-of-a-colour": (set_in("colours", "ink", "rgb", to=1), "rgb"),
    "colour-without-press": (without("colours", "ink", "press"), "press"),
    "colour-by-name": (set_in("colours", "ink", "screen", to="black"), "black"),
    "short-colour": (set_in("colours", "ink", "screen", to="#123"), "#112233"),
    "three-inks": (set_in("colours", "ink", "press", to=[0, 0, 0]), "press"),
    "five-inks": (set_in("colours", "ink", "press", to=[0, 0, 0, 0, 0]), "press"),
    "ink-beyond-100": (set_in("colours", "ink", "press", to=[0, 0, 0, 101]), "press"),
    "negative-ink": (set_in("colours", "ink", "press", to=[-1, 0, 0, 100]), "press"),
    "half-an-ink": (set_in("colours", "ink", "press", to=[0.5, 0, 0, 100]), "press"),
    "too-much-ink": (set_in("colours", "ink", to=TOO_MUCH), "281"),
    "shade-missing": (without("colours", "team-tint-2"), "team-tint-2"),
    "house-unknown": (set_in("house", to="villa"), "villa"),
    "family-without-shades": (set_in("families", 1, to="himmel"), "himmel-deep"),
    "face-unknown": (set_in("roles", "body", "face", to="wingdings"), "wingdings"),
    "leading-as-text": (set_in("roles", "body", "leading", to="wide"), "number"),
    "leading-too-tight": (set_in("roles", "body", "leading", to=0.5), "0.9"),
    "leading-too-wide": (set_in("roles", "body", "leading", to=3), "1.6"),
    "goal-unknown": (set_in("roles", "body", "goal", to="justified"), "balanced"),
    "steps-no-list": (set_in("formats", "a3", "steps", "body", to=20), "list"),
    "step-no-number": (set_in("formats", "a3", "steps", "body", to=["big"]), "number"),
    "width-no-number": (set_in("formats", "a3", "width", to="wide"), "number"),
    "margin-missing": (without("slide", "margin"), "margin"),
    "panel-missing": (without("slide", "panel"), "panel"),
    "no-tall-slide": (without("tall_slide"), "tall_slide"),
    "roles-a-list": (set_in("roles", to=["body"]), "list"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_theme_is_refused_by_name(name: str, tmp_path: Path) -> None:
    change, what = BROKEN[name]
    data = copy.deepcopy(shipped())
    change(data)
    path = tmp_path / "theme-broken.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    found = reading(path)
    assert found.theme is None
    assert any(what in each.text("en") for each in found.diagnostics)


@pytest.mark.parametrize("text", ["", "[]", "name", "name: [", "a: b: c", "\t- x", "name: &x *y"])
def test_what_is_no_theme_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "theme-no.yaml"
    path.write_text(text, encoding="utf-8")
    found = reading(path)
    assert found.theme is None
    assert found.diagnostics


def test_a_theme_that_is_not_there_is_missing(tmp_path: Path) -> None:
    found = reading(tmp_path / "theme-winter.yaml")
    assert [each.fault.code for each in found.diagnostics] == ["file-missing"]


def test_an_unchanged_theme_is_sound(tmp_path: Path) -> None:
    """So that the broken ones are refused for what was changed."""
    path = tmp_path / "theme.yaml"
    path.write_text(yaml.safe_dump(shipped(), allow_unicode=True), encoding="utf-8")
    assert load_theme(path) == load_theme(PATH)


def test_a_name_of_a_theme_is_a_file_among_the_templates() -> None:
    assert theme_path("default") == PATH
    assert theme_path("winter") == TEMPLATES / "theme-winter.yaml"
