"""The preview in a browser: what a writer sees while typing, and what the switches show."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, FrameLocator, Page, expect

from planche.pages.files import posters
from planche.pages.look import Look
from planche.workshop import TEMPLATES
from tests.browser import axe, visit
from tests.serve_support import Served, free_port, serve
from tests.sets import DATA, job

CSS_DPI, PDF_DPI = 96, 72
EDGE = 8
"""Pixels at the right and at the bottom where the page ends within one, blurred."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(tmp_path_factory.mktemp("preview"), free_port()) as running:
        yield running


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """The preview of a question; nothing may be asked of another host, nothing may fail."""
    with visit(browser, served.address, viewport={"width": 1280, "height": 800}) as seen:
        before = served.source.read_bytes()
        open_plate(seen.page, served, "q1")
        try:
            yield seen.page
        finally:
            served.source.write_bytes(before)


def open_plate(page: Page, served: Served, plate: str) -> None:
    page.goto(f"{served.address}preview/{plate}")
    page.wait_for_selector("body[data-shown]")


def poster(page: Page) -> FrameLocator:
    return page.frame_locator("[data-medium=paper] iframe")


def slides(page: Page) -> FrameLocator:
    return page.frame_locator("[data-medium=slides] iframe")


def picture(page: Page) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    page.set_viewport_size({"width": 1280, "height": 1200})  # all of it, under no sticky rail
    data = page.locator("[data-medium=paper] .sheets").screenshot()
    whole = np.asarray(Image.open(BytesIO(data)).convert("RGB")).astype(float)
    return whole[2:-2, 2:-2]  # the rim shows what lies behind


def test_a_saved_word_is_seen_in_both_media_and_nothing_moves(page: Page, served: Served) -> None:
    page.evaluate("scrollTo(0, 150)")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    served.save("Et stykke papir", "Et ark karton")
    expect(poster(page).locator("body")).to_contain_text("Et ark karton")
    expect(slides(page).locator("body")).to_contain_text("Et ark karton")
    assert page.evaluate("scrollY") == 150
    assert asked == []
    served.save("Et ark karton", "Et stykke papir")
    expect(poster(page).locator("body")).to_contain_text("Et stykke papir")


def test_a_fault_lies_over_the_last_good_plate_until_it_is_mended(
    page: Page, served: Served
) -> None:
    text = served.source.read_text(encoding="utf-8")
    line = text[: text.index("audience: borger\n    points")].count("\n") + 1
    faults = page.locator("[data-findings]")
    expect(faults).to_be_hidden()
    served.save("audience: borger\n    points", "audiense: borger\n    points")
    expect(faults).to_be_visible()
    expect(faults.locator("h2")).to_have_text("1 fejl")
    expect(faults.locator(".place")).to_have_text(f"set.yaml:{line}:5")
    expect(faults.locator(".message")).to_contain_text("“audiense”")
    expect(faults.locator(".hint")).to_have_text("skriv audience")
    expect(poster(page).locator("h1")).to_have_text("Hvad er en planche?")
    expect(faults.locator(".kept")).to_contain_text("som den var, før fejlen kom")
    expect(page.locator("[data-medium=paper] .sheets")).to_have_css("opacity", "0.45")
    served.save("audiense: borger", "audience: borger")
    expect(faults).to_be_hidden()


def test_a_text_that_does_not_fit_is_a_fault_at_its_plate(page: Page, served: Served) -> None:
    whole = "Et stykke papir med **ét** emne (se spørgsmål 2)."
    served.save(whole, "En lang snak. " * 400)
    faults = page.locator("[data-findings]")
    expect(faults.locator(".message").first).to_contain_text("ord for lang")
    expect(faults.locator(".place").first).to_contain_text("set.yaml:")
    expect(poster(page).locator("body")).to_contain_text("Et stykke papir")
    served.save("En lang snak. " * 400, whole)
    expect(faults).to_be_hidden()


def test_a_fault_of_another_plate_is_told_on_this_one(page: Page, served: Served) -> None:
    served.save("mosaic: Eksempler", "mosaic: " + "Speciallægepraksisplanlægning" * 6)
    expect(page.locator("[data-findings] .place").first).to_be_visible()
    expect(page.locator("[data-findings] .kept")).to_be_empty()  # what is seen is not from before
    expect(page.locator("[data-medium=paper] .sheets")).to_have_css("opacity", "1")
    served.save("Speciallægepraksisplanlægning" * 6, "Eksempler")
    expect(page.locator("[data-findings]")).to_be_hidden()


def test_broken_from_the_start_and_then_mended(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "set.yaml").write_text("plates: [\n", encoding="utf-8")
    with serve(tmp_path, free_port()) as running, visit(browser, running.address) as seen:
        seen.page.goto(f"{running.address}preview/q1")
        expect(seen.page.locator("[data-findings] .place").first).to_contain_text("set.yaml:")
        running.source.write_bytes((DATA / "every-kind.yaml").read_bytes())
        expect(poster(seen.page).locator("h1")).to_have_text("Hvad er en planche?")
        expect(seen.page.get_by_label("Planche").locator("option")).to_have_count(9)


def test_switches_show_their_lines_and_stay_from_plate_to_plate(page: Page, served: Served) -> None:
    lines = page.locator("[data-medium=paper] .guides")
    for label, part in (("Margener", ".margins"), ("Grundlinjer", ".grid"), ("Fyld", ".fill")):
        expect(lines.locator(f"> {part}")).to_be_hidden()
        page.get_by_label(label).check()
        expect(lines.locator(f"> {part}")).to_be_visible()
    page.get_by_role("link", name="Næste planche").click()
    page.wait_for_selector("body[data-plate=foer-og-nu][data-shown]")
    expect(page.get_by_label("Grundlinjer")).to_be_checked()
    expect(page.locator("[data-medium=paper] .guides > .margins")).to_be_visible()


def test_as_a4_it_is_smaller_and_says_how_small_the_text_becomes(page: Page) -> None:
    sheets, facts = page.locator("[data-medium=paper] .sheets"), page.locator("[data-facts]")
    whole = sheets.evaluate("each => each.offsetWidth")
    page.get_by_label("Som A4").check()
    assert sheets.evaluate("each => each.offsetWidth") == pytest.approx(whole / 2**0.5, abs=1)
    expect(facts).to_contain_text("på A4")


def test_slides_are_said_to_be_an_approximation_and_can_be_put_away(page: Page) -> None:
    expect(page.locator(".approximation")).to_contain_text("Tilnærmelse")
    page.get_by_label("Slides").uncheck()
    expect(page.locator("[data-medium=slides]")).to_be_hidden()


def test_a_grey_print_has_no_colour_and_keeps_its_luminance(page: Page) -> None:
    coloured = picture(page)
    assert np.ptp(coloured, axis=2).max() > 60
    page.get_by_label("Set som").select_option("gråtoneprint")
    grey = picture(page)
    assert np.ptp(grey, axis=2).max() <= 1
    linear = ((coloured / 255 + 0.055) / 1.055) ** 2.4
    luminance = linear @ (0.2126, 0.7152, 0.0722)
    expected = 255 * (1.055 * luminance ** (1 / 2.4) - 0.055)
    flat = np.median(np.abs(grey[..., 0] - expected))
    assert flat <= 2


def test_red_blind_eyes_see_the_red_field_darker_and_yellower(page: Page) -> None:
    field = picture(page)[5, 5]
    page.get_by_label("Set som").select_option("rødblind")
    seen = picture(page)[5, 5]
    assert field[0] > 2 * field[1]
    assert seen[0] < field[0]
    assert abs(seen[0] - seen[1]) < abs(field[0] - field[1]) / 2


@pytest.mark.parametrize("plate", ["cover", "q1", "foer-og-nu", "ladder-1", "statements-2"])
def test_the_preview_looks_as_the_poster_that_is_printed(
    browser: Browser, served: Served, plate: str
) -> None:
    built = job(DATA / "every-kind.yaml")
    look = Look(built.kit.theme, built.kit.faces, TEMPLATES / "pages")
    pages = [each for each in built.paper.pages if each.plate == plate]
    files = posters(pages, built.plate_set, look)
    data = next(data for path, data in files.items() if path.endswith(f"-{plate}.pdf"))
    (printed,) = pypdfium2.PdfDocument(data)
    wanted = printed.render(scale=CSS_DPI / PDF_DPI).to_pil().convert("RGB")
    size = {"width": wanted.width, "height": wanted.height}
    with visit(browser, served.address, viewport=size) as seen:
        seen.page.goto(f"{served.address}preview/{plate}/paper")
        seen.page.evaluate("document.fonts.ready")
        found = Image.open(BytesIO(seen.page.screenshot())).convert("RGB")
    assert found.size == wanted.size
    # Edges are smoothed in two ways, and lines of text stand on whole pixels on a screen.
    far = [
        np.asarray(each.filter(ImageFilter.GaussianBlur(3))).astype(float)
        for each in (found, wanted)
    ]
    difference = np.abs(far[0] - far[1]).max(axis=2)[:-EDGE, :-EDGE]
    assert difference.mean() < 1.5
    assert (difference > 48).mean() < 0.001


def test_axe_finds_nothing_with_and_without_faults(browser: Browser, served: Served) -> None:
    before = served.source.read_bytes()
    with visit(browser, served.address, bypass_csp=True) as seen:  # axe is a script of the test's
        open_plate(seen.page, served, "q1")
        assert axe(seen.page) == []
        many = before.decode().replace("audience:", "audiense:")
        served.source.write_text(many, encoding="utf-8")
        expect(seen.page.locator("[data-findings]")).to_be_visible()
        assert axe(seen.page) == []
        seen.page.emulate_media(color_scheme="dark")
        seen.page.set_viewport_size({"width": 400, "height": 500})  # so that the faults scroll
        assert axe(seen.page) == []
        served.source.write_bytes(before)
        expect(seen.page.locator("[data-findings]")).to_be_hidden()
