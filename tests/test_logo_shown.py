"""The logo on pages and slides: where it stands, and what both renderers show of it."""

import shutil
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pytest
from pptx import Presentation

from planche.deck import blank, check, deck
from planche.deck.opened import NAMES
from planche.geometry.layout import Layout, paper_layout, slide_layout
from planche.geometry.parts import Box, Page
from planche.logo.mark import pictures_of_pixels
from planche.pages.engine import Engine, start
from planche.pages.files import posters
from planche.pages.look import Look
from planche.pages.proof import prove
from planche.pages.slides import deck_pdf
from planche.units import mm_to_emu, pt_to_mm
from planche.workshop import PAPER, TEMPLATES, Job, prepare
from tests.deck_support import plan_of, unpacked
from tests.deck_validator import errors
from tests.logos import LOGOS, NAME, SHIELD, SUN, logo, set_with, svg
from tests.pdf_support import opened, tree
from tests.sets import DATA, job, kit

# Where it stands


@cache
def laid_out(medium: str, name: str, theme: str = "default") -> Layout:
    found = job(DATA / "every-kind.yaml", theme)
    given = (found.plate_set, found.kit.theme, found.strings, found.kit.faces)
    if medium == "paper":
        return paper_layout(*given, PAPER, logo(name))
    return slide_layout(*given, "16:9" if medium == "slides" else "4:3", logo=logo(name))


MEDIA = ("paper", "slides", "tall slides")


@pytest.mark.parametrize("theme", ["default", "avis"])
@pytest.mark.parametrize("medium", MEDIA)
def test_every_foot_shows_the_logo_clear_of_everything(medium: str, theme: str) -> None:
    found = laid_out(medium, "logo.svg", theme)
    assert found.faults == ()
    for page in found.pages:
        foot = page.foot
        assert foot.logo
        whole = foot.plaque.box if foot.plaque else foot.logo.box
        assert whole.y > foot.rule.box.bottom
        assert whole.bottom < page.height - 2
        assert whole.right <= foot.rule.box.right + 0.001
        assert (foot.plaque is not None) == (page.ground != "paper")
        white = foot.logo.box.height / 2
        around = Box(whole.x - white, whole.y, whole.width + white, whole.height)
        others = [*(each.box for each in page.texts()), *(mark.box for mark in foot.marks)]
        assert not any(around.meets(each) for each in others)
        assert not any("Prøve Kommune" in text.text for text in foot.texts)


def test_the_logo_stands_at_the_height_of_the_foots_capitals() -> None:
    faces = kit().faces
    for medium in MEDIA:
        for page in laid_out(medium, "logo.svg").pages:
            text, mark = page.foot.texts[0], page.foot.logo
            assert mark
            face = faces[text.face]
            size = pt_to_mm(text.size)
            half_leading = (text.line_height - (face.ascent + face.descent) * size) / 2
            baseline = text.box.y + half_leading + face.ascent * size
            capitals = baseline - face.cap_height * size / 2
            assert mark.box.y + mark.box.height / 2 == pytest.approx(capitals, abs=0.01)


def test_a_negative_logo_stands_on_deep_colours_without_a_plaque(tmp_path: Path) -> None:
    shutil.copy(LOGOS / "logo.svg", tmp_path)
    white = svg('<rect fill="#fff" width="60" height="20"/>')
    (tmp_path / "logo-negative.svg").write_bytes(white)
    found = prepare(set_with(tmp_path, "logo.svg"), "set.yaml", None).job
    assert found
    assert found.logo
    assert found.logo.alt == "Logo"
    for page in (*found.paper.pages, *found.slides.pages):
        assert page.foot.plaque is None
        assert page.foot.logo
        colours = {shape.colour.screen for shape in page.foot.logo.shapes}
        assert (colours == {"#FFFFFF"}) == (page.ground != "paper")


# What is drawn


@cache
def engine() -> Engine:
    return start()


def pages_look() -> Look:
    return Look(kit().theme, kit().faces, TEMPLATES / "pages")


def with_logo(name: str) -> Job:
    found = job(DATA / "every-kind.yaml")
    return replace(found, paper=laid_out("paper", name), slides=laid_out("slides", name))


@cache
def poster(name: str) -> bytes:
    found = with_logo(name)
    made = posters(found.paper.pages, found.plate_set, pages_look(), engine=engine())
    return made["posters/a3/all.pdf"]


@cache
def powerpoint(name: str) -> bytes:
    found = with_logo(name)
    plan = plan_of(found.plate_set, found.slides.pages)
    given = (found.plate_set, found.kit.theme, dict(found.kit.faces), found.strings)
    return deck(plan, *given, logo(name))


@cache
def slides_pdf(name: str) -> bytes:
    found = with_logo(name)
    plan = plan_of(found.plate_set, found.slides.pages)
    return deck_pdf(plan, found.plate_set, pages_look(), engine())


SPOTS = {SHIELD: (1.3, 11.4), SUN: (14.0, 11.4), NAME: (86.0, 14.9)}
"""Places in the logo, in percent of its width from its upper left corner, that wear a colour."""


def seen(pdf: bytes, page: Page, number: int, places: dict[str, tuple[float, float]]) -> list[str]:
    """The colours at some places of the logo."""
    document = pdfium.PdfDocument(pdf)
    picture = document[number].render(scale=6).to_pil()
    mark = page.foot.logo
    assert mark
    per_mm = picture.width / page.width
    at = ((mark.box.x + x / 100 * mark.box.width, mark.box.y + y / 100 * mark.box.width)
          for x, y in places.values())  # fmt: skip
    found = [picture.getpixel((round(x * per_mm), round(y * per_mm))) for x, y in at]
    document.close()
    return ["#{:02X}{:02X}{:02X}".format(*each[:3]) for each in found]


@pytest.mark.parametrize("medium", ["paper", "slides"])
def test_a_pdf_shows_the_drawing_in_its_own_colours(medium: str) -> None:
    data = poster("logo.svg") if medium == "paper" else slides_pdf("logo.svg")
    for number, page in enumerate(laid_out(medium, "logo.svg").pages[:3]):
        assert seen(data, page, number, SPOTS) == list(SPOTS)


def test_posters_with_a_logo_are_as_planned() -> None:
    assert prove(poster("logo.svg"), laid_out("paper", "logo.svg").pages, kit().faces) == ()


@pytest.mark.parametrize("name", ["logo.svg", "billede.png"])
def test_a_reader_hears_whose_logo_it_is_and_where_it_stands(name: str) -> None:
    data = poster(name)
    figures = [each for each in tree(data) if str(each.S) == "/Figure"]
    pages = laid_out("paper", name).pages
    assert [str(each.Alt) for each in figures] == ["Prøve Kommune"] * len(pages)
    for figure, page in zip(figures, pages, strict=True):
        mark = page.foot.logo
        assert mark
        left, low, right, top = (pt_to_mm(float(each)) for each in figure.A.BBox)
        assert (left, page.height - top) == pytest.approx((mark.box.x, mark.box.y), abs=0.1)
        assert (right, page.height - low) == pytest.approx(
            (mark.box.right, mark.box.bottom), abs=0.1
        )


def test_a_drawing_is_no_picture_of_pixels_and_a_picture_stands_once_in_a_file() -> None:
    for name, pictures in (("logo.svg", 0), ("billede.png", 1)):
        objects = [o for o in opened(poster(name)).objects if isinstance(o, pikepdf.Stream)]
        assert sum(o.get("/Subtype") == "/Image" for o in objects) == pictures


@pytest.mark.parametrize("name", ["logo.svg", "billede.png"])
def test_the_deck_with_a_logo_is_sound(name: str, tmp_path: Path) -> None:
    data = powerpoint(name)
    found = with_logo(name)
    assert check(data, found.slides.pages) == ()
    given = (found.kit.theme, dict(found.kit.faces), found.strings)
    files = {"deck.pptx": data, "deck.potx": blank(*given, logo=logo(name))}
    assert errors(files, "Office2016", tmp_path) == {}
    assert powerpoint.__wrapped__(name) == data


@pytest.mark.parametrize("name", ["logo.svg", "billede.png"])
def test_every_slide_shows_the_logo_once_with_words_and_in_its_place(name: str) -> None:
    presentation = Presentation(BytesIO(powerpoint(name)))
    for slide, page in zip(presentation.slides, laid_out("slides", name).pages, strict=True):
        hidden = slide._element.get("showMasterSp") == "0"
        roots = [slide._element, *([] if hidden else [slide.slide_layout._element])]
        found = [each for root in roots for each in logos_in(root)]
        assert len(found) == 1, page.plate
        mark = page.foot.logo
        assert mark
        (frame,) = found[0].xpath("p:grpSpPr/a:xfrm | p:spPr/a:xfrm")
        assert int(frame.find("a:off", NAMES).get("x")) == pytest.approx(
            mm_to_emu(mark.box.x), abs=400
        )
        assert int(frame.find("a:off", NAMES).get("y")) == pytest.approx(
            mm_to_emu(mark.box.y), abs=400
        )
        fills = found[0].xpath(".//p:spPr/a:solidFill/a:srgbClr/@val")
        assert [f"#{each}" for each in fills] == [shape.colour.screen for shape in mark.shapes]


def logos_in(root: Any) -> list[Any]:
    path = ".//*[self::p:grpSp or self::p:pic][*/p:cNvPr[@descr='Prøve Kommune']]"
    found: list[Any] = root.xpath(path)
    return found


def test_every_layout_shows_the_logo_and_a_picture_stands_once_in_the_file() -> None:
    for name in ("logo.svg", "billede.png"):
        presentation = Presentation(BytesIO(powerpoint(name)))
        for layout in presentation.slide_layouts:
            assert len(logos_in(layout._element)) == 1, layout.name
    media = [each for each in unpacked(powerpoint("billede.png")) if each.startswith("ppt/media/")]
    assert len(media) == 1
    assert pictures_of_pixels(logo("billede.png")) == ("billede.png",)


def test_without_a_logo_the_publishers_name_stands_in_the_foot() -> None:
    found = job(DATA / "every-kind.yaml")
    assert found.logo is None
    for page in found.paper.pages:
        assert page.foot.logo is None
        publisher = found.plate_set.set.publisher
        assert not publisher or any(publisher == text.text for text in page.foot.texts)
