"""A deck of one's own choice, made in the browser: its slides, notes, links and properties are
right, and programs that know nothing of us open it."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect
from pptx import Presentation

from planche.deck.check import check
from planche.deck.opened import MAIN, NAMES, Opened
from planche.geometry.parts import Page as Slide
from planche.workshop import Job
from tests.browser import visit
from tests.deck_render import as_pdf
from tests.deck_validator import VERSIONS, errors

WHOLE = "deck/kommunen-3-0-faq.pptx"
MERGE = "Saml til én præsentation"

FOUR = ("q9", "contents", "q1", "q8")
"""Another order than the set's; a section that begins twice; contents with what is not there."""

SHAPES = "//p:cNvPr"
JUMPS = ".//a:hlinkClick[@action='ppaction://hlinksldjump']"


@pytest.fixture(scope="module")
def choices(shipped: Job) -> dict[str, tuple[str, ...]]:
    return {"four": FOUR, "one": ("q9",), "backwards": shipped.decks[0].plates[::-1]}


@pytest.fixture(scope="module")
def made(browser: Browser, site: str, choices: Mapping[str, tuple[str, ...]]) -> dict[str, bytes]:
    """The deck of each choice as it was downloaded."""
    found = {}
    with visit(browser, site) as seen:
        for name, plates in choices.items():
            seen.page.goto(site)
            pick(seen.page, plates)
            found[name] = merged(seen.page)
            seen.page.get_by_role("button", name="Fjern alle").click()
    return found


@pytest.fixture(params=["four", "one", "backwards"])
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def slides(name: str, made: Mapping[str, bytes]) -> Any:
    """The slides of a choice."""
    return Presentation(BytesIO(made[name])).slides


@pytest.fixture(scope="module")
def whole(built: Path) -> Any:
    """The slides of everything."""
    return Presentation(str(built / WHOLE)).slides


def pick(page: Page, plates: tuple[str, ...]) -> None:
    for plate in plates:
        page.locator(f"#{plate} [data-pick]").check()
    expect(page.locator("[data-chosen] li")).to_have_count(len(plates))


def merged(page: Page) -> bytes:
    """By keyboard, which is left where it was."""
    button = page.get_by_role("button", name=MERGE)
    with page.expect_download() as waiting:
        button.press("Enter")
    assert waiting.value.suggested_filename == "kommunen-3-0-faq-samling.pptx"
    expect(page.locator("[data-status]")).to_have_text(
        "Samlingen er hentet: kommunen-3-0-faq-samling.pptx"
    )
    expect(button).to_be_focused()
    return Path(waiting.value.path()).read_bytes()


def slides_of(job: Job, plates: tuple[str, ...]) -> list[Slide]:
    return [page for plate in plates for page in job.decks[0].pages if page.plate == plate]


def numbers_of(job: Job, plates: tuple[str, ...]) -> list[int]:
    """Where the slides stand in the deck of everything, from 0."""
    every = list(job.decks[0].pages)
    return [every.index(page) for page in slides_of(job, plates)]


def said(slide: Any) -> tuple[list[str], list[str], str]:
    """A slide's text, the alternative texts on it, its notes; its number is left out."""
    root = slide._element
    number = root.xpath(".//a:fld[@type='slidenum']//a:t")
    texts = [each.text or "" for each in root.xpath(".//a:t") if each not in number]
    alternatives = [each.get("descr", "") for each in root.xpath(SHAPES)]
    return texts, alternatives, slide.notes_slide.notes_text_frame.text


def jumps(slide: Any) -> list[str]:
    """The titles of the slides that a slide's links lead to."""
    titles = []
    for link in slide._element.xpath(JUMPS):
        part = slide.part.rels[link.rId].target_part
        titles.append(part.slide.shapes.title.text)
    return titles


def test_it_holds_the_slides_of_the_choice_in_its_order(
    name: str, slides: Any, whole: Any, choices: Mapping[str, tuple[str, ...]], shipped: Job
) -> None:
    pages = slides_of(shipped, choices[name])
    assert [slide.shapes.title.text for slide in slides] == [page.title.text for page in pages]
    numbers = numbers_of(shipped, choices[name])
    assert [said(slide) for slide in slides] == [said(whole[number]) for number in numbers]
    assert all(slide.notes_slide.notes_text_frame.text for slide in slides)


def test_it_keeps_the_rules_of_our_own_decks(
    name: str, made: Mapping[str, bytes], choices: Mapping[str, tuple[str, ...]], shipped: Job
) -> None:
    """No relation, type or part too many or too few, numbers and sections in order.

    All faces of the whole deck stay in it, whatever its slides use: it is there to be edited.
    """
    found = check(made[name], slides_of(shipped, choices[name]))
    assert [each for each in found if not each.what.endswith("is carried and never used")] == []
    fonts = [part for part in Opened(made[name]).parts if part.endswith(".fntdata")]
    assert len(fonts) == 6


def test_parts_are_numbered_as_they_are_shown(name: str, made: Mapping[str, bytes]) -> None:
    package = Opened(made[name])
    for number, slide in enumerate(package.slides, start=1):
        assert slide == f"ppt/slides/slide{number}.xml"
        assert package.targets(slide, "notesSlide") == [f"ppt/notesSlides/notesSlide{number}.xml"]
        [notes] = package.targets(slide, "notesSlide")
        assert package.targets(notes, "slide") == [slide]
        shown = package.root(notes).xpath(
            ".//a:fld[@type='slidenum']//a:t/text()", namespaces=NAMES
        )
        assert shown == [str(number)]
    kept = [part for part in package.parts if re.match(r"ppt/(slides|notesSlides)/", part)]
    assert len(kept) == 2 * len(package.slides)


def test_links_lead_to_chosen_slides_only(
    name: str, slides: Any, whole: Any, choices: Mapping[str, tuple[str, ...]], shipped: Job
) -> None:
    titles = {slide.shapes.title.text for slide in slides}
    for slide, number in zip(slides, numbers_of(shipped, choices[name]), strict=True):
        before = jumps(whole[number])
        assert jumps(slide) == [title for title in before if title in titles]
        relations = [each for each in slide.part.rels.values() if each.reltype.endswith("/slide")]
        assert {each.target_part.slide.shapes.title.text for each in relations} == set(jumps(slide))


def test_contents_lead_to_the_chosen_and_are_led_back_to(made: Mapping[str, bytes]) -> None:
    slides = Presentation(BytesIO(made["four"])).slides
    contents = next(each for each in slides if each.shapes.title.text == "Indhold")
    assert len(jumps(contents)) == 3
    assert jumps(slides[0]) == ["Indhold"]
    alone = Presentation(BytesIO(made["one"])).slides
    assert [jumps(slide) for slide in alone] == [[], []]


def test_sections_follow_the_order(made: Mapping[str, bytes]) -> None:
    sections = Opened(made["four"]).root(MAIN).xpath(".//p14:section", namespaces=NAMES)
    assert [(each.get("name"), len(each[0])) for each in sections] == [
        ("Medarbejder", 2),
        ("Indledning", 1),
        ("Fundament", 2),
        ("Medarbejder", 3),
    ]


def test_it_says_what_it_is(name: str, made: Mapping[str, bytes]) -> None:
    count = len(Opened(made[name]).slides)
    assert Presentation(BytesIO(made[name])).core_properties.title == (
        "Kommunen 3.0-FAQ – Din egen samling"
    )
    app = ZipFile(BytesIO(made[name])).read("docProps/app.xml").decode()
    assert f"<Slides>{count}</Slides><Notes>{count}</Notes>" in app


def test_microsofts_validator_finds_nothing(made: Mapping[str, bytes], tmp_path: Path) -> None:
    for version in VERSIONS:
        files = {f"{name}.pptx": data for name, data in made.items()}
        assert errors(files, version, tmp_path) == {}


def test_libreoffice_shows_every_slide(
    name: str, made: Mapping[str, bytes], tmp_path: Path
) -> None:
    document = pypdfium2.PdfDocument(as_pdf(made[name], tmp_path))
    count = len(document)
    document.close()
    assert count == len(Opened(made[name]).slides)


def test_the_same_choice_makes_the_same_bytes_and_fetches_when_asked(
    browser: Browser, site: str, made: Mapping[str, bytes]
) -> None:
    with visit(browser, site) as seen:
        seen.page.goto(site, wait_until="networkidle")
        pick(seen.page, ("q9",))
        late = [f"{site}gallery/deck.js", f"{site}gallery/vendor/fflate-0.8.3.min.js"]
        assert not {*late, f"{site}{WHOLE}"} & set(seen.loaded)
        assert merged(seen.page) == made["one"]
        assert {*late, f"{site}{WHOLE}"} <= set(seen.loaded)


@pytest.mark.parametrize("answer", [{"status": 404}, {"status": 200, "body": "<p>Log på</p>"}])
def test_no_deck_is_told_and_the_files_stay_listed(
    browser: Browser, site: str, answer: dict[str, Any]
) -> None:
    with visit(browser, site) as seen:
        page = seen.page
        page.goto(site)
        pick(page, ("q9", "q1"))
        seen.context.route(f"**/{WHOLE}", lambda route: route.fulfill(**answer))
        page.get_by_role("button", name=MERGE).click()
        expect(page.locator("[data-status]")).to_contain_text(WHOLE)
        expect(page.locator("[data-decks] a")).to_have_count(2)
        seen.errors.clear()  # the browser's own words of the 404


def test_from_a_folder_each_plates_deck_is_listed(browser: Browser, built: Path) -> None:
    with visit(browser, "file:") as seen:
        page = seen.page
        page.goto((built / "index.html").as_uri())
        pick(page, ("q9", "cover", "q1"))
        expect(page.get_by_role("button", name=MERGE)).to_be_hidden()
        listed = page.get_by_role("list", name="Hver planches slides for sig").get_by_role("link")
        expect(listed).to_have_count(3)
        paths = [each.get_attribute("href") or "" for each in listed.all()]
        assert paths == [f"deck/plates/{plate}.pptx" for plate in ("q9", "cover", "q1")]
        assert all((built / path).is_file() for path in paths)
