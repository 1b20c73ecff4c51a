"""Contrast of every text with its ground, measured in the pixels that are rendered."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from planche.accessibility.figures import DISPLAY, LEAST, LEAST_OF_BODY, of_pages
from planche.geometry.parts import Page
from planche.pages.files import File, write_files
from planche.pages.look import Look
from planche.pages.slides import deck_pdf, slide_pages
from planche.shelves.texts import style_of
from planche.texts.html import page_html
from planche.texts.reader import Reader
from planche.theming.contrast import contrast
from planche.units import MM_PER_INCH, POINTS_PER_INCH
from planche.workshop import DEFAULT_SOURCE, TEMPLATES, theme_names
from tests.contrast_support import Seen, texts_seen
from tests.pages_fixtures.book import engine, page_of, styled
from tests.sets import job

MM = MM_PER_INCH / POINTS_PER_INCH
MEDIA = ("posters", "slides")


@cache
def drawn(name: str, medium: str) -> tuple[tuple[Page, ...], tuple[Seen, ...]]:
    """The pages of the shipped set in a theme, and their texts as they are seen."""
    found = job(DEFAULT_SOURCE, name)
    look = Look(found.kit.theme, found.kit.faces, TEMPLATES / "pages")
    if medium == "posters":
        pages = found.paper.pages
        file = File("all.pdf", "Prøve", pages)
        data = write_files([file], found.plate_set, look, engine())["all.pdf"]
    else:
        pages = slide_pages(found.decks[0], found.plate_set, look)
        data = deck_pdf(found.decks[0], found.plate_set, look, engine())
    return pages, tuple(texts_seen(data))


def role_of(seen: Seen, page: Page) -> str:
    """The role of the text that a stretch belongs to."""
    x, y = seen.x * MM, seen.y * MM
    return next(
        text.role
        for text in page.texts()
        if text.box.x - 1 <= x <= text.box.right + 1 and text.box.y - 1 <= y <= text.box.bottom + 1
    )


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("name", theme_names())
def test_every_text_stands_out_from_what_is_rendered_under_it(name: str, medium: str) -> None:
    pages, texts = drawn(name, medium)
    assert len(texts) > 400
    for seen in texts:
        least = LEAST if role_of(seen, pages[seen.page]) in DISPLAY else LEAST_OF_BODY
        assert seen.ratio >= least, (pages[seen.page].plate, seen)


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("name", theme_names())
def test_the_report_tells_no_contrast_higher_than_is_rendered(name: str, medium: str) -> None:
    pages, texts = drawn(name, medium)
    told = of_pages(medium, pages, job(DEFAULT_SOURCE, name).kit.theme)
    assert told.lowest.ratio <= min(each.ratio for each in texts) + 0.001
    body = [each for each in texts if role_of(each, pages[each.page]) not in DISPLAY]
    assert told.body.ratio <= min(each.ratio for each in body) + 0.001


def test_text_that_is_hard_to_read_is_seen() -> None:
    seen = list(texts_seen(styled(page_of("q5"), "p.t, li p { color: #b9b9b9 !important }")))
    assert min(each.ratio for each in seen) < 2


def test_a_ground_that_is_changed_behind_the_layout_is_seen() -> None:
    seen = list(texts_seen(styled(page_of("q5"), "li { background: #333; display: block }")))
    assert min(each.ratio for each in seen) >= LEAST  # a background without room colours nothing
    css = ".plate { background: #14202b !important }"
    assert min(each.ratio for each in texts_seen(styled(page_of("q5"), css))) == 1


# Pages in words


def shades(name: str, plate: str) -> Iterator[tuple[str, bytes]]:
    """A text page as PDF, in light and in dark, in the theme's own face."""
    found = job(DEFAULT_SOURCE, name)
    reader = Reader(found.plate_set, found.strings)
    style = style_of(found, "text")
    html = page_html(reader.plates[plate], reader, style, lambda name: f"{name}.html")
    address = Path(style.face.path).resolve().as_uri()
    face = f'@font-face {{ font-family: "{style.family}"; src: url({address}) }}'
    wide = "@page { size: 420mm 594mm }"  # a table is wider than the text
    light = html.replace("</style>", f"{face}{wide}</style>")
    start = html.index("@media (prefers-color-scheme: dark) {")
    dark = html[start : html.index("\n}", start)].partition("{")[2]
    for shade, text in (("light", light), ("dark", light.replace("</style>", f"{dark}</style>"))):
        document = engine().weasyprint.HTML(string=text, media_type="screen")
        yield shade, document.write_pdf(font_config=engine().fonts)


@pytest.mark.parametrize("plate", ["q5", "table-1", "ladder-1", "contents"])
@pytest.mark.parametrize("name", theme_names())
def test_every_text_of_a_page_in_words_stands_out(name: str, plate: str) -> None:
    grounds = set()
    for _, data in shades(name, plate):
        seen = list(texts_seen(data))
        assert len(seen) > 10
        assert min(each.ratio for each in seen) >= LEAST_OF_BODY
        grounds |= {each.ground for each in seen}
    assert max(contrast(one, other) for one in grounds for other in grounds) > LEAST_OF_BODY
