"""The gallery in a browser: what a visitor does, by mouse, by keyboard, from a folder, without
script; nothing is asked of another host."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import axe, visit

CARD = "[data-plate]:visible"
MOST_BYTES = 300_000
"""A page before the first click."""
MOST_SHIFT = 0.1
"""Cumulative layout shift that counts as good (web.dev/cls)."""


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    with visit(browser, site) as seen:
        seen.page.goto(site)
        yield seen.page


def shown(page: Page) -> list[str]:
    cards = page.locator(CARD)
    return [cards.nth(at).get_attribute("data-plate") or "" for at in range(cards.count())]


def pdf_text(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


def test_every_plate_is_shown_with_its_picture(page: Page) -> None:
    assert len(shown(page)) == 23
    expect(page.get_by_role("status").first).to_have_text("23 plancher")
    page.locator("#q16").scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('#q16 img').naturalWidth > 0")


@pytest.mark.parametrize(
    ("typed", "plates"),
    [
        ("hofteopererede", ["q5"]),
        ("HOFTEOPEREREDE", ["q5"]),
        ("maalmaend", ["q5"]),
        ("målmænd", ["q5"]),
        ("Spoergsmaal 16", ["q16"]),
        ("spørgsmål 1", ["q1"]),
        ("5", ["q5"]),
        ("q5", ["q5"]),
        ("spm. 5", ["q5"]),
        ("sporgsmal nr 5", ["q5"]),
        ("Q6–Q7", ["q6", "q7"]),
        ("spørgsmål 9 til 10", ["statements-9", "q9", "q10"]),
        ("planche 9", ["q5"]),
        ("malmaend", ["q5"]),
        ("fodbold skole", ["q5"]),
        ("trivselsambassadør", ["ladder-1"]),
        ("der findes ikke her", []),
    ],
)
def test_search_reads_the_whole_text(page: Page, typed: str, plates: list[str]) -> None:
    page.get_by_label("Søg efter et nummer eller et ord").fill(typed)
    page.wait_for_function("document.querySelector('[data-found]').textContent.includes('med')")
    assert shown(page) == plates


def test_enter_leads_to_what_was_found(page: Page) -> None:
    field = page.get_by_label("Søg efter et nummer eller et ord")
    field.fill("spm 5")
    field.press("Enter")
    expect(page.locator("#q5 > a")).to_be_focused()


def test_a_search_offers_no_files_of_other_plates(page: Page) -> None:
    field = page.get_by_label("Søg efter et nummer eller et ord")
    field.fill("stabschefer")
    expect(page.get_by_text("1 planche med “stabschefer”")).to_be_visible()
    expect(page.locator(".together:visible")).to_have_count(0)
    field.fill("zzz")
    expect(page.get_by_text("skriv et spørgsmåls nummer")).to_be_visible()


def test_an_address_with_a_search_shows_what_it_finds(page: Page, site: str) -> None:
    page.goto(f"{site}index.html#search=spm+5")
    page.reload()
    expect(page.locator("#q5")).to_be_in_viewport()


def test_search_shows_the_place_it_found(page: Page) -> None:
    page.get_by_label("Søg efter et nummer eller et ord").fill("maalmaend")
    expect(page.locator("#q5 mark")).to_have_text("målmænd")


def test_filter_stands_in_the_address_and_back_undoes_it(page: Page, site: str) -> None:
    page.get_by_role("link", name="Leder", exact=True).click()
    page.wait_for_function("document.querySelectorAll('[data-plate]:not([hidden])').length === 2")
    assert page.url == f"{site}#audience=leder"
    assert shown(page) == ["q10", "q11"]
    page.get_by_label("Søg efter et nummer eller et ord").press_sequentially("stabschefer")
    page.wait_for_function("document.querySelectorAll('[data-plate]:not([hidden])').length === 1")
    expect(page.get_by_role("heading", name="Leder 1 planche")).to_be_visible()
    assert "audience=leder&search=stabschefer" in page.url
    page.go_back()
    page.wait_for_function("document.querySelectorAll('[data-plate]:not([hidden])').length === 2")
    assert page.get_by_label("Søg efter et nummer eller et ord").input_value() == ""
    page.go_back()
    page.wait_for_function("document.querySelectorAll('[data-plate]:not([hidden])').length === 23")


def test_the_way_back_from_a_plate_leads_to_what_was_found(page: Page, site: str) -> None:
    page.goto(f"{site}#audience=medarbejder")
    page.locator("#q7 > a").click()
    page.wait_for_url("**/gallery/q7.html")
    page.go_back()
    expect(page.locator("#q7 > a")).to_be_focused()
    assert "q1" not in shown(page)
    assert page.url.endswith("#audience=medarbejder&plate=q7")


def test_an_address_of_a_plate_shows_it(page: Page, site: str) -> None:
    page.goto(f"{site}index.html#q5")
    page.reload()
    expect(page.locator("#q5 > a")).to_be_focused()
    expect(page.locator("#q5")).to_be_in_viewport()


def test_what_is_downloaded_is_the_file(page: Page, site: str, built: Path) -> None:
    page.goto(f"{site}gallery/q5.html")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Redigerbare slides").click()
    assert Path(waiting.value.path()).read_bytes() == (built / "deck/plates/q5.pptx").read_bytes()
    address = page.get_by_role("link", name="A3 med farve til kanten").get_attribute("href")
    answer = page.request.get(f"{site}gallery/{address}")
    assert answer.body() == (built / "posters/a3/09-q5.pdf").read_bytes()


def test_plates_are_merged_in_the_order_of_choice(page: Page, built: Path) -> None:
    for plate in ("q9", "q1", "ladder-1"):
        page.locator(f"#{plate} [data-pick]").check()
    page.get_by_role("link", name="Se din samling").click()
    page.get_by_role("button", name="Flyt Der er mange måder").first.click()
    rows = page.locator("[data-chosen] .name")
    expect(rows.nth(1)).to_contain_text("Der er mange måder")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Saml til én PDF").click()
    assert waiting.value.suggested_filename == "kommunen-3-0-faq-samling.pdf"
    merged = Path(waiting.value.path()).read_bytes()
    files = [built / f"posters/a3-office/{name}.pdf" for name in ("15-q9", "10-ladder-1", "04-q1")]
    assert pdf_text(merged) == [text for file in files for text in pdf_text(file.read_bytes())]
    with pikepdf.open(BytesIO(merged)) as pdf:
        boxes = [(float(each.mediabox[2]), float(each.mediabox[3])) for each in pdf.pages]
        assert [width > height for width, height in boxes] == [False, True, False]
        assert str(pdf.Root.Lang) == "da"
        for sheet in pdf.pages:
            assert "/StructParents" not in sheet.obj
            assert sheet.resources.Font
            for font in sheet.resources.Font.values():
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert "/FontFile3" in descriptor or "/FontFile2" in descriptor


def test_a_missing_file_is_told_and_the_files_stay_listed(browser: Browser, site: str) -> None:
    with visit(browser, site) as seen:
        page = seen.page
        page.goto(site)
        page.locator("#q9 [data-pick]").check()
        seen.context.route("**/15-q9.pdf", lambda route: route.fulfill(status=404))
        page.get_by_role("button", name="Saml til én PDF").click()
        expect(page.locator("[data-status]")).to_contain_text("posters/a3-office/15-q9.pdf")
        expect(page.locator("[data-files] a")).to_have_count(1)
        seen.errors.clear()  # the browser's own words of the 404
        seen.failed.clear()


def test_a_choice_is_a_line_for_the_source(page: Page, site: str) -> None:
    page.goto(f"{site}gallery/q9.html")
    page.get_by_label("Læg i din egen samling").check()
    page.goto(f"{site}gallery/q1.html")
    page.get_by_label("Læg i din egen samling").check()
    expect(page.locator("[data-bar]")).to_contain_text("2 plancher valgt")
    page.get_by_role("link", name="Se din samling").click()
    line = page.locator("[data-line]")
    expect(line).to_have_value("  - {name: min-samling, plates: [q9, q1]}")


def test_everything_is_done_by_keyboard(page: Page, site: str) -> None:
    def tab_to(target: str, most: int = 60) -> None:
        for _ in range(most):
            page.keyboard.press("Tab")
            ring = page.evaluate(
                "(() => { const style = getComputedStyle(document.activeElement);"
                " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) })()"
            )
            assert ring >= 2, page.evaluate("document.activeElement.outerHTML")
            if page.evaluate("target => document.activeElement.matches(target)", target):
                return
        raise AssertionError(f"{target} is not reached")

    tab_to(".skip", 1)
    page.keyboard.press("Enter")
    tab_to("#search-field", 1)
    page.keyboard.type("hofteopererede")
    expect(page.locator(CARD)).to_have_count(1)
    tab_to("#q5 > a", 9)
    tab_to("#q5 [data-pick]", 1)
    page.keyboard.press("Space")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/gallery/q5.html")
    tab_to(".take", 5)
    assert page.evaluate("document.activeElement.href").endswith(".pdf")
    page.go_back()  # the browser's own key, which it does not take without its window
    expect(page.locator("#q5 > a")).to_be_focused()
    page.goto(f"{site}#audience=leder")
    for plate in ("q10", "q11"):
        tab_to(f"#{plate} [data-pick]")
        page.keyboard.press("Space")
    tab_to("[data-chosen] li:nth-child(3) [data-up]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-chosen] li:nth-child(2) [data-up]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-line]")).to_have_value(
        "  - {name: min-samling, plates: [q11, q5, q10]}"
    )
    expect(page.locator("[data-chosen] li:nth-child(1) [data-down]")).to_be_focused()
    tab_to("[data-chosen] li:nth-child(1) [data-remove]", 1)
    page.keyboard.press("Enter")
    expect(page.locator("[data-chosen] li")).to_have_count(2)
    tab_to("[data-make]")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert len(pdf_text(Path(waiting.value.path()).read_bytes())) == 2


def test_it_works_from_a_folder(browser: Browser, built: Path) -> None:
    with visit(browser, "file:") as seen:
        page = seen.page
        page.goto((built / "index.html").as_uri())
        page.get_by_label("Søg efter et nummer eller et ord").fill("hofteopererede")
        expect(page.locator(CARD)).to_have_count(1)
        page.locator("#q5 [data-pick]").check()
        expect(page.get_by_role("button", name="Saml til én PDF")).to_be_hidden()
        listed = page.locator("[data-files] a")
        expect(listed).to_have_count(1)
        assert (built / (listed.get_attribute("href") or "")).is_file()
        page.locator("#q5 > a").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("bedre sted at være borger")
        page.wait_for_function("document.querySelector('.view img').naturalWidth > 0")
        assert page.evaluate(
            "document.fonts.ready.then(() => document.fonts.check('800 1rem Planche'))"
        )


def test_it_is_all_there_without_script(browser: Browser, site: str) -> None:
    with visit(browser, site, java_script_enabled=False) as seen:
        page = seen.page
        page.goto(site)
        assert len(shown(page)) == 23
        expect(page.get_by_role("search")).to_be_hidden()
        expect(page.locator("[data-pick]").first).to_be_hidden()
        for section in (page.locator(".plates .whole"), page.locator(".selection")):
            expect(section.get_by_role("link", name="A4 til kontorprinter")).to_be_visible()
        borger = page.get_by_role("region", name="Borger")
        expect(borger.get_by_role("link", name="A3 til kontorprinter")).to_be_visible()
        page.get_by_role("link", name="Politiker", exact=True).click()
        expect(page.locator("#q12")).to_be_in_viewport()
        page.locator("#q12 > a").click()
        expect(page.get_by_role("link", name="A3 med farve til kanten")).to_be_visible()


@pytest.mark.parametrize("size", [(320, 700), (768, 1024), (1440, 900)])
def test_the_first_view_is_light_and_stands_still(
    browser: Browser, site: str, size: tuple[int, int]
) -> None:
    with visit(browser, site, viewport={"width": size[0], "height": size[1]}) as seen:
        seen.page.add_init_script(
            "window.shift = 0; new PerformanceObserver(list => { for (const each of"
            " list.getEntries()) shift += each.value })"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        seen.page.goto(site, wait_until="networkidle")
        assert sum(seen.loaded.values()) <= MOST_BYTES, seen.loaded
        assert seen.page.evaluate("shift") <= MOST_SHIFT
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert seen.page.evaluate(wide) == 0


WAYS_TO_SEE: dict[str, dict[str, Any]] = {
    "narrow": {"viewport": {"width": 320, "height": 700}},
    "narrow and dark": {"viewport": {"width": 320, "height": 700}, "color_scheme": "dark"},
    "middle": {"viewport": {"width": 768, "height": 1024}, "reduced_motion": "reduce"},
    "zoomed twice": {"viewport": {"width": 720, "height": 450}, "device_scale_factor": 2},
    "wide": {"viewport": {"width": 1440, "height": 900}},
    "wide and dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "forced colours": {"viewport": {"width": 1440, "height": 900}, "forced_colors": "active"},
}


@pytest.mark.parametrize("way", WAYS_TO_SEE)
def test_axe_finds_nothing(browser: Browser, site: str, way: str) -> None:
    with visit(browser, site, **WAYS_TO_SEE[way]) as seen:
        page = seen.page
        page.goto(site)
        page.locator("#q9 [data-pick]").check()
        page.locator("#q1 [data-pick]").check()
        expect(page.locator("[data-chosen] li")).to_have_count(2)
        assert axe(page) == []
        edge = page.evaluate("document.documentElement.clientWidth")
        for button in page.locator("[data-chosen] button").all():
            box = button.bounding_box()
            assert box
            assert box["x"] + box["width"] <= edge
        for plate in ("q5", "table-1"):
            page.goto(f"{site}gallery/{plate}.html")
            assert axe(page) == []


def test_axe_finds_nothing_on_any_page(browser: Browser, site: str, built: Path) -> None:
    with visit(browser, site, viewport={"width": 1024, "height": 800}) as seen:
        for file in sorted((built / "gallery").glob("*.html")):
            seen.page.goto(f"{site}gallery/{file.name}")
            assert axe(seen.page) == [], file.name


def test_axe_is_heard(page: Page) -> None:
    page.evaluate("document.querySelector('#cover img').removeAttribute('alt')")
    page.evaluate(
        "document.querySelector('.filter a').style.cssText = 'color: #888; background: #777'"
    )
    found = " ".join(axe(page))
    assert "image-alt" in found
    assert "color-contrast" in found
