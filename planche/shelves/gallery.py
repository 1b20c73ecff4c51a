"""The gallery of a set: made last, of everything that this build and earlier ones have put out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from planche.accessibility.report import PAGE as CONFORMANCE
from planche.beside import beside
from planche.changes import Changes
from planche.gallery.cards import POSTER, cards, groups, picture_path, together
from planche.gallery.fonts import web_font
from planche.gallery.lists import (
    deck_extras,
    deck_to_choose_from,
    deck_views,
    run_views,
    slide_path,
)
from planche.gallery.pictures import LARGE, SLIDE, SMALL, Grade, Picture, pictures
from planche.gallery.setting import FOLDER, Setting
from planche.gallery.site import (
    Cut,
    Shown,
    cuts_of,
    deck_js,
    index_html,
    plate_html,
    plates_js,
    script_js,
    style_css,
)
from planche.gallery.stock import Stock, Stored
from planche.gallery.wording import load_wording
from planche.manifest import Made
from planche.shelves.making import Order
from planche.workshop import TEMPLATES, Job

INDEX = "index.html"

WHOLE = "all.pdf"
"""The file of all posters on a paper."""

Drawn = Mapping[str, tuple[tuple[Picture, ...], ...]]
"""The pages of some files in some grades."""


def make_gallery(order: Order, job: Job, stock: Stock, news: Changes | None) -> list[Made]:
    """Every file of the gallery; the same bytes for the same stock."""
    wording = load_wording(TEMPLATES / "strings", job.plate_set.set.language)
    setting = Setting(job, stock, wording, news)
    draw_slides = partial(_drawn, _slides_of(setting), (SLIDE,))
    wait = beside(draw_slides) if order.jobs > 1 else draw_slides
    plates = _drawn(_posters_of(setting), (SMALL, LARGE))
    cuts = cuts_of(setting, TEMPLATES)
    fonts = list(_fonts(setting, cuts))
    decks = wait()
    pages = _pages(setting, plates, decks)
    return [*pages, *_pictures(plates, decks), *fonts, *_parts(setting, cuts)]


def _posters_of(setting: Setting) -> dict[str, Stored]:
    """The poster of each plate that has one."""
    found = {each.plate: setting.stock.of_plate(each.plate, POSTER) for each in setting.plates}
    return {plate: file for plate, files in found.items() for file in list(files)[:1]}


def _slides_of(setting: Setting) -> dict[str, Stored]:
    """The PDF of each deck that has one which shows it as it is now."""
    found = {}
    for plan in setting.job.decks:
        file = setting.deck_file(plan, ".pdf")
        if file and file.pages == len(plan.pages):
            found[plan.stem] = file
    return found


def _drawn(files: Mapping[str, Stored], grades: tuple[Grade, ...]) -> Drawn:
    return {key: tuple(pictures(file.read(), grades)) for key, file in files.items()}


def _pages(setting: Setting, plates: Drawn, decks: Drawn) -> Iterator[Made]:
    every = cards(setting, plates)
    shown = Shown(
        groups=groups(setting, every),
        decks=deck_views(setting, decks),
        extras=deck_extras(setting),
        runs=run_views(setting),
        whole=tuple(together(setting, WHOLE)),
        whole_deck=deck_to_choose_from(setting),
        contents=setting.whole_deck.contents,
        conformance=CONFORMANCE,
    )
    yield _text(f"{FOLDER}/plates.js", plates_js(setting, every, TEMPLATES))
    yield _page(INDEX, index_html(setting, shown, TEMPLATES))
    for at, card in enumerate(every):
        yield _page(card.page, plate_html(setting, shown, every, at, TEMPLATES), card.plate)


def _pictures(plates: Drawn, decks: Drawn) -> Iterator[Made]:
    for plate, pages in plates.items():
        for part, (small, large) in enumerate(pages, start=1):
            if part == 1:
                yield _file(picture_path(plate, part, "small"), small.data, plate)
            yield _file(picture_path(plate, part, "large"), large.data, plate)
    slides = {slide_path(slide): slide for pages in decks.values() for (slide,) in pages}
    for path, slide in slides.items():
        yield _file(path, slide.data)


def _fonts(setting: Setting, cuts: Sequence[Cut]) -> Iterator[Made]:
    """The faces of the pages, with the letters of the whole set."""
    letters = [str(told) for told in setting.plates]
    for cut in cuts:
        yield _file(f"{FOLDER}/fonts/{cut.name}.woff2", web_font(cut.face, letters))


def _parts(setting: Setting, cuts: Sequence[Cut]) -> Iterator[Made]:
    """Style, scripts, and the libraries that selections are merged with."""
    yield _text(f"{FOLDER}/gallery.css", style_css(setting, cuts, TEMPLATES))
    yield _text(f"{FOLDER}/gallery.js", script_js(TEMPLATES))
    yield _text(f"{FOLDER}/deck.js", deck_js(TEMPLATES))
    for path in sorted((TEMPLATES / "gallery" / "vendor").iterdir()):
        yield _file(f"{FOLDER}/vendor/{path.name}", path.read_bytes())


def _page(path: str, html: str, plate: str | None = None) -> Made:
    return Made(path, FOLDER, (plate,) if plate else (), 1, html.encode("utf-8"))


def _text(path: str, text: str) -> Made:
    return _file(path, text.encode("utf-8"))


def _file(path: str, data: bytes, plate: str | None = None) -> Made:
    return Made(path, FOLDER, (plate,) if plate else (), 0, data)
