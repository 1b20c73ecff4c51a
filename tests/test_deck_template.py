"""The template: its layouts, guides, table style and masters, and colours that follow the theme."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any, cast

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from planche.deck import blank, deck
from planche.deck.look import ACCENTS, Look
from planche.deck.shades import parts, shade
from planche.deck.template.package import template
from planche.deck.xml import Element, el, parsed
from planche.decks import DeckPlan
from planche.geometry.layout import slide_layout
from planche.model import Aspect
from planche.strings import load_strings
from planche.theme import SHADES
from planche.workshop import Kit, load_kit
from tests.deck_render import as_pdf
from tests.deck_support import ROOT, shipped_deck, shipped_pages, shipped_set, unpacked
from tests.deck_validator import VERSIONS, errors

THEMES = ("default", "avis")
ASPECTS: tuple[Aspect, ...] = ("16:9", "4:3")
LOOKS = [(theme, aspect) for theme in THEMES for aspect in ASPECTS]
NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p15": "http://schemas.microsoft.com/office/powerpoint/2012/main",
}
FOOT = ("ftr", "sldNum")


@cache
def kit_of(theme: str) -> Kit:
    found = load_kit(theme)
    assert found.kit
    return found.kit


def look_of(theme: str, aspect: Aspect = "16:9", language: str = "da") -> Look:
    kit = kit_of(theme)
    strings = load_strings(ROOT / "templates" / "strings", language)
    return Look(kit.theme, kit.faces, strings, aspect)


def emptied(look: Look) -> Any:
    return Presentation(BytesIO(template(look)))


def spots(root: Element) -> list[tuple[str, Element]]:
    """Every placeholder's kind, with its shape."""
    shapes = ((shape.find(".//p:ph", NAMES), shape) for shape in root.findall(".//p:sp", NAMES))
    return [(spot.get("type", "obj"), shape) for spot, shape in shapes if spot is not None]


# Layouts


@pytest.mark.parametrize("language", ["da", "en", "de"])
def test_there_is_a_layout_for_every_shape_of_slide_named_in_the_sets_language(
    language: str,
) -> None:
    look = look_of("default", language=language)
    words = look.strings.deck
    names = [layout.name for layout in emptied(look).slide_layouts]
    families = [words.layout_question.format(family=f.capitalize()) for f in look.theme.families]
    assert names == [
        words.layout_cover,
        words.layout_section,
        words.layout_text,
        words.layout_contents,
        *families,
        words.layout_points,
        words.layout_examples,
        words.layout_table,
        words.layout_figure,
        words.layout_statements,
        words.layout_closing,
        words.layout_blank,
    ]
    assert len(set(names)) == len(names)


KINDS = {
    "layout_cover": ["ctrTitle", "subTitle"],
    "layout_section": ["title", "body"],
    "layout_points": ["title", "body", "body"],
    "layout_examples": ["title", "body", "body", "body", "body"],
    "layout_table": ["title", "body", "tbl"],
    "layout_figure": ["title", "body", "obj"],
    "layout_statements": ["title", "body", "body", "body", "body"],
    "layout_closing": ["title", "body"],
    "layout_blank": [],
}


@pytest.mark.parametrize("name", KINDS)
def test_a_layout_has_its_placeholders_title_first_and_foot_last(name: str) -> None:
    look = look_of("default")
    shown = getattr(look.strings.deck, name)
    layout = next(each for each in emptied(look).slide_layouts if each.name == shown)
    assert [kind for kind, _ in spots(layout._element)] == [*KINDS[name], *FOOT]


@pytest.mark.parametrize("language", ["da", "en", "de"])
def test_placeholders_are_named_and_invite_in_the_sets_language(language: str) -> None:
    look = look_of("default", language=language)
    presentation = emptied(look)
    for layout in presentation.slide_layouts:
        for kind, shape in spots(layout._element):
            custom = shape.find(".//p:ph", NAMES).get("hasCustomPrompt")
            assert shape.find(".//p:cNvPr", NAMES).get("name")
            assert custom == (None if kind in FOOT else "1")
            assert "".join(shape.itertext()).strip()
            runs = shape.findall(".//a:r/a:rPr", NAMES)
            assert {run.get("lang") for run in runs} <= {look.language}
    assert not presentation.slide_master._element.xpath(".//p:ph[@hasCustomPrompt]")


@pytest.mark.parametrize(("theme", "aspect"), LOOKS)
def test_placeholders_stand_on_the_slide_and_off_one_another(theme: str, aspect: Aspect) -> None:
    presentation = emptied(look_of(theme, aspect))
    size = presentation.slide_width, presentation.slide_height
    for layout in presentation.slide_layouts:
        edges = [(s.left, s.top, s.left + s.width, s.top + s.height) for s in layout.placeholders]
        for left, top, right, bottom in edges:
            assert 0 <= left < right <= size[0]
            assert 0 <= top < bottom <= size[1]
        for one, other in combinations(edges[:-2], 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert min(across, down) <= 0, (layout.name, one, other)


# Built slides


def test_kickers_and_tables_of_built_slides_stand_in_placeholders() -> None:
    slides = Presentation(BytesIO(shipped_deck())).slides
    words = look_of("default").strings.deck
    tables = 0
    for slide, page in zip(slides, shipped_pages(), strict=True):
        named = {shape.name: shape for shape in slide.placeholders}
        assert (words.kicker in named) == (page.kicker is not None)
        if page.kicker:
            assert named[words.kicker].text_frame.text == page.kicker.text.text
        if page.kind == "table":
            tables += 1
            assert slide.slide_layout.name == words.layout_table
            assert named[words.table].has_table
    assert tables > 0


def test_statements_hide_the_discs_of_their_layout_and_draw_their_own() -> None:
    slides = Presentation(BytesIO(shipped_deck())).slides
    for slide, page in zip(slides, shipped_pages(), strict=True):
        hides = slide._element.get("showMasterSp") == "0"
        assert hides == (page.kind == "statements")


# Colours


def hsl(colour: tuple[float, float, float]) -> tuple[float, float, float]:
    """Hue in degrees, saturation, luminance of red, green and blue from 0 to 1."""
    most, least = max(colour), min(colour)
    spread, light = most - least, (most + least) / 2
    if not spread:
        return 0.0, 0.0, light
    red, green, blue = colour
    if most == red:
        sixth = (green - blue) / spread % 6
    elif most == green:
        sixth = (blue - red) / spread + 2
    else:
        sixth = (red - green) / spread + 4
    return sixth * 60, spread / (1 - abs(2 * light - 1)), light


def rgb(hue: float, saturation: float, light: float) -> tuple[float, float, float]:
    chroma = (1 - abs(2 * light - 1)) * saturation

    def part(start: int) -> float:
        place = (start + hue / 30) % 12
        return light - chroma / 2 * max(-1.0, min(place - 3, 9 - place, 1.0))

    return part(0), part(8), part(4)


def resolved(look: Look, colour: Element) -> tuple[int, ...]:
    """A colour as ECMA-376-1, 20.1.2.3 has it: each modifier in turn, in the order written."""
    if colour.tag.endswith("srgbClr"):
        return parts(colour.get("val"))
    place = colour.get("val")
    families = [f"{family}-deep" for family in look.theme.families]
    scheme = {"tx1": "ink", "bg1": "paper", "bg2": f"{look.theme.house}-tint"}
    scheme |= {f"accent{number}": token for number, token in enumerate(families, start=1)}
    red, green, blue = (part / 255 for part in parts(look.rgb(scheme[place])))
    values = list(hsl((red, green, blue)))
    for each in colour:
        name, value = each.tag.rpartition("}")[2], int(each.get("val"))
        index = ("hue", "sat", "lum").index(name[:3])
        if name == "hueOff":
            values[0] = (values[0] + value / 60_000) % 360
        elif name.endswith("Mod"):
            values[index] = min(1.0, values[index] * value / 100_000)
        else:
            values[index] = min(1.0, max(0.0, values[index] + value / 100_000))
    return tuple(round(part * 255) for part in rgb(*values))


@pytest.mark.parametrize("theme", THEMES)
def test_every_token_of_a_family_is_its_accents_and_gives_its_own_colour_back(theme: str) -> None:
    look = look_of(theme)
    for number, family in enumerate(look.theme.families[:ACCENTS], start=1):
        for token in (f"{family}-{name}" for name in SHADES):
            colour = look.colour(token)
            assert colour.tag.endswith("schemeClr")
            assert colour.get("val") in (f"accent{number}", "bg2")
            wanted = parts(look.rgb(token))
            got = resolved(look, colour)
            assert max(abs(a - b) for a, b in zip(got, wanted, strict=True)) <= 1, token


COLOURS = st.integers(0, 0xFFFFFF).map("{:06X}".format)


@given(COLOURS, COLOURS)
def test_a_shade_is_exact_or_none_at_all(base: str, wanted: str) -> None:
    made = shade(base, wanted)
    if made is not None:
        assert max(abs(a - b) for a, b in zip(made.of(base), parts(wanted), strict=True)) <= 1


@pytest.mark.parametrize("wanted", ["808080", "FFFFFF", "000000", "336699"])
def test_grey_black_and_white_have_shades_too(wanted: str) -> None:
    """Their hue and saturation are nothing, which nothing can be multiplied to."""
    for base in ("404040", "000000"):
        made = shade(base, wanted)
        assert made is None or made.of(base) == parts(wanted)
    assert shade("404040", "808080") is not None


def test_families_beyond_the_schemes_six_keep_their_own_colours() -> None:
    look = look_of("default")
    theme = look.theme
    seventh = {f"extra-{name}": theme.colours[f"leder-{name}"] for name in SHADES}
    more = theme.model_copy(
        update={"families": (*theme.families, "extra"), "colours": theme.colours | seventh}
    )
    wide = Look(more, look.faces, look.strings)
    assert wide.colour("extra-tint").get("val") == look.rgb("leder-tint")


def test_no_slide_and_no_layout_keeps_a_colour_when_the_theme_is_changed() -> None:
    """But the accent, which has no place in the scheme."""
    accent = look_of("default").rgb("accent")
    files = unpacked(shipped_deck())
    folders = ("ppt/slides/slide", "ppt/slideLayouts/slide", "ppt/slideMasters/slide")
    for name in [each for each in files if each.startswith((*folders, "ppt/tableStyles"))]:
        assert set(parsed(files[name]).xpath("//a:srgbClr/@val", namespaces=NAMES)) <= {accent}


@pytest.mark.parametrize("theme", THEMES)
def test_libreoffice_shows_every_token_in_its_colour(theme: str, tmp_path: Path) -> None:
    look = look_of(theme)
    presentation = emptied(look)
    slide = presentation.slides.add_slide(presentation.slide_layouts[-1])
    tokens = [token for token in look.theme.colours if token != "white"]  # shown as paper
    side = 300_000
    for index, token in enumerate(tokens):
        shape = slide.shapes.add_shape(1, index % 20 * side, index // 20 * side, side, side)
        shape._element.spPr.append(look.fill(token))
        shape._element.spPr.append(el("a:ln", el("a:noFill")))
    saved = BytesIO()
    presentation.save(saved)
    document = pdfium.PdfDocument(as_pdf(saved.getvalue(), tmp_path))
    image = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    scale = image.width / presentation.slide_width
    for index, token in enumerate(tokens):
        middle = [round((place + 0.5) * side * scale) for place in (index % 20, index // 20)]
        shown = cast(tuple[int, ...], image.getpixel((middle[0], middle[1])))
        wanted = parts(look.rgb(token))
        assert max(abs(a - b) for a, b in zip(shown, wanted, strict=True)) <= 3, token


# Table style, typefaces, masters, guides


@pytest.mark.parametrize("theme", THEMES)
def test_tables_take_the_themes_own_style(theme: str) -> None:
    look = look_of(theme)
    root = parsed(unpacked(template(look))["ppt/tableStyles.xml"])
    (style,) = root
    assert style.get("styleId") == root.get("def")
    assert style.get("styleName") == look.theme.name
    regions = [each.tag.rpartition("}")[2] for each in style]
    assert regions == ["wholeTbl", "firstCol", "firstRow"]
    widths = style.xpath("a:wholeTbl//a:ln/@w", namespaces=NAMES)
    assert set(widths) == {str(round(look.theme.proportions.hairline * 36_000))}
    assert not style.xpath(".//a:srgbClr", namespaces=NAMES)


def test_each_theme_has_a_style_of_its_own_and_built_tables_take_it() -> None:
    ids = {
        theme: parsed(unpacked(template(look_of(theme)))["ppt/tableStyles.xml"]).get("def")
        for theme in THEMES
    }
    assert len(set(ids.values())) == len(THEMES)
    roots = [slide._element for slide in Presentation(BytesIO(shipped_deck())).slides]
    used = [each.text for root in roots for each in root.xpath(".//a:tableStyleId")]
    assert set(used) == {ids["default"]}


def latins(files: dict[str, bytes]) -> Iterator[Element]:
    for name, data in files.items():
        if name.startswith("ppt/") and name.endswith(".xml"):
            yield from parsed(data).iter(f"{{{NAMES['a']}}}latin")


@pytest.mark.parametrize(("theme", "serifs"), [("default", set()), ("avis", {"Literata"})])
def test_every_named_typeface_says_what_it_is_like(theme: str, serifs: set[str]) -> None:
    found = latins(unpacked(template(look_of(theme))))
    named = [each for each in found if not each.get("typeface").startswith("+")]
    assert named
    for each in named:
        serif = any(each.get("typeface").startswith(name) for name in serifs)
        assert each.get("pitchFamily") == ("18" if serif else "34")
        assert each.get("charset") == "0"
        assert len(each.get("panose", "0" * 20)) == 20


def test_the_master_of_handouts_is_listed_after_that_of_notes() -> None:
    files = unpacked(shipped_deck())
    order = [each.tag.rpartition("}")[2] for each in parsed(files["ppt/presentation.xml"])]
    wanted = ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst"]
    assert order[:4] == wanted
    handout = parsed(files["ppt/handoutMasters/handoutMaster1.xml"])
    assert [kind for kind, _ in spots(handout)] == ["hdr", "dt", "ftr", "sldNum"]
    relations = files["ppt/handoutMasters/_rels/handoutMaster1.xml.rels"].decode()
    assert "theme3.xml" in relations
    themes = [files[f"ppt/theme/theme{number}.xml"] for number in (1, 2, 3)]
    assert len({parsed(each).get("name") for each in themes}) == len(themes)


@pytest.mark.parametrize(("theme", "aspect"), LOOKS)
def test_guides_stand_on_the_grid(theme: str, aspect: Aspect) -> None:
    look = look_of(theme, aspect)
    grid = look.grid
    root = emptied(look).slide_master._element
    listed = root.xpath(".//*[local-name()='guide']")
    assert len({each.get("id") for each in listed}) == len(listed)

    def places(direction: str | None) -> list[float]:
        eighths = [int(each.get("pos")) for each in listed if each.get("orient") == direction]
        return [each / 8 / 72 * 25.4 for each in eighths]

    end = grid.height - grid.foot
    down = [grid.margin, grid.panel, grid.panel + 2 * grid.gap, grid.width - grid.margin]
    column = grid.top * look.theme.proportions.slide.top
    across = [grid.top, column, end, end + grid.rule_down]
    assert places(None) == pytest.approx(down, abs=0.1)
    assert places("horz") == pytest.approx(across, abs=0.1)


# Whole files


@pytest.mark.parametrize(("aspect", "sides"), [("16:9", 16 / 9), ("4:3", 4 / 3)])
def test_the_template_comes_in_both_proportions(aspect: Aspect, sides: float) -> None:
    kit, strings = kit_of("default"), look_of("default").strings
    files = unpacked(blank(kit.theme, kit.faces, strings, aspect))
    size = parsed(files["ppt/presentation.xml"]).find("p:sldSz", NAMES)
    assert int(size.get("cx")) / int(size.get("cy")) == pytest.approx(sides, abs=1e-4)


def tall_deck(theme: str) -> bytes:
    kit, strings = kit_of(theme), look_of(theme).strings
    plate_set = shipped_set()
    pages = slide_layout(plate_set, kit.theme, strings, kit.faces, "4:3").pages
    plan = DeckPlan("4-3", plate_set.set.title, pages, aspect="4:3")
    return deck(plan, plate_set, kit.theme, kit.faces, strings)


@pytest.mark.parametrize("version", VERSIONS)
def test_microsofts_validator_finds_nothing_in_any_look(tmp_path: Path, version: str) -> None:
    strings = look_of("default").strings
    files = {"default-tall.pptx": tall_deck("default"), "avis-tall.pptx": tall_deck("avis")}
    for theme, aspect in LOOKS:
        kit = kit_of(theme)
        name = f"{theme}-{aspect.replace(':', '-')}.potx"
        files[name] = blank(kit.theme, kit.faces, strings, aspect)
    assert errors(files, version, tmp_path) == {}
