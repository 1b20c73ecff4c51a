"""The gallery as files: links that lead somewhere, what it weighs, what is new, its words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from planche.changes import Changes
from planche.gallery.cards import cards, groups
from planche.gallery.fonts import web_font
from planche.gallery.lists import deck_to_choose_from, run_views
from planche.gallery.pictures import Grade, pictures
from planche.gallery.setting import Setting
from planche.gallery.site import Shown, cuts_of, index_html, plate_html, style_css
from planche.gallery.stock import Stock, Stored, stock_of
from planche.gallery.wording import Wording, load_wording
from planche.manifest import Made, read_artefacts
from planche.shelves.gallery import make_gallery
from planche.shelves.making import Order
from planche.strings import LANGUAGES
from planche.workshop import TEMPLATES, Job
from tests import sets

MOST_BYTES = 300_000
"""A page before the first click."""

ORDER = Order("a.yaml", Path("output"), frozenset({"gallery"}), None, 1)


class Links(HTMLParser):
    """The ids of a page, and what it points at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids |= {found["id"] or ""} if "id" in found else set()
        self.targets += [value for key in ("href", "src") if (value := found.get(key))]


def pages(out: Path) -> dict[Path, Links]:
    files = [out / "index.html", *sorted((out / "gallery").glob("*.html"))]
    return {file.resolve(): Links(file.read_text(encoding="utf-8")) for file in files}


def stored(path: str, kind: str, *plates: str, data: bytes = b"%PDF") -> Stored:
    return Stored(path, kind, plates, 1, len(data), lambda: data)


def setting(job: Job, *files: Stored, news: Changes | None = None, language: str = "da") -> Setting:
    return Setting(job, Stock(files), load_wording(TEMPLATES / "strings", language), news)


def shown(of: Setting) -> Shown:
    return Shown(
        groups=groups(of, cards(of, {})),
        decks=(),
        extras=(),
        runs=run_views(of),
        whole=(),
        whole_deck=deck_to_choose_from(of),
        contents=of.whole_deck.contents,
        conformance="accessibility.html",
    )


@pytest.fixture(scope="module")
def poster(shipped: Job, built: Path) -> bytes:
    return (built / "posters/a3/09-q5.pdf").read_bytes()


def test_every_link_leads_to_a_file_and_a_place_in_it(built: Path) -> None:
    every = pages(built)
    assert len(every) == 24
    for page, links in every.items():
        for target in links.targets:
            address = urlsplit(target)
            if address.scheme == "data":
                continue
            assert not address.scheme, f"{page.name}: {target} leads out"
            assert not address.netloc, f"{page.name}: {target} leads out"
            file = (page.parent / unquote(address.path)).resolve() if address.path else page
            assert file.is_file(), f"{page.name}: {target}"
            if address.fragment and file in every:
                assert unquote(address.fragment) in every[file].ids, f"{page.name}: {target}"


def test_every_file_for_people_is_linked(built: Path) -> None:
    linked = {
        (page.parent / urlsplit(target).path).resolve()
        for page, links in pages(built).items()
        for target in links.targets
    }
    for each in read_artefacts(built):
        twice = each.path.endswith("/team.pdf")  # its only plate has a file of its own
        if each.kind in ("gallery", "editor") or each.path.endswith(".json") or twice:
            continue
        assert (built / each.path).resolve() in linked, each.path


def test_a_deck_says_which_questions_it_answers(built: Path) -> None:
    html = (built / "index.html").read_text(encoding="utf-8")
    assert '<span class="count">spørgsmål 6–9 · 13 slides</span>' in html
    assert '<span class="count">spørgsmål 1–16 · 41 slides</span>' in html


def test_the_sizes_that_are_said_are_those_of_the_files(built: Path) -> None:
    html = (built / "gallery/q5.html").read_text(encoding="utf-8")
    said = re.search(r'href="\.\./(deck/plates/q5\.pptx)".*?PowerPoint · (\d+) kB', html)
    assert said
    assert int(said[2]) == round((built / said[1]).stat().st_size / 1000)


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 kB"), (182_400, "182 kB"), (999_999, "1000 kB"), (4_649_999, "4,6 MB")],
)
def test_sizes_are_said_as_people_read_them(count: int, said: str) -> None:
    assert load_wording(TEMPLATES / "strings", "da").size(count) == said


def test_a_plates_page_is_light(built: Path) -> None:
    common = sum(
        (built / "gallery" / name).stat().st_size
        for name in (
            "gallery.css",
            "gallery.js",
            "fonts/text.woff2",
            "fonts/strong.woff2",
            "fonts/display.woff2",
        )
    )
    for page in sorted((built / "gallery").glob("*.html")):
        large = sum(
            each.stat().st_size for each in (built / "gallery/large").glob(f"{page.stem}.webp")
        )
        assert large
        assert common + page.stat().st_size + large <= MOST_BYTES, page.name


def test_pictures_are_the_files_pages(built: Path) -> None:
    with Image.open(built / "gallery/small/table-1.webp") as small:
        assert small.width > small.height
    document = pypdfium2.PdfDocument((built / "posters/a3/09-q5.pdf").read_bytes())
    page = document[0]
    expected = page.render(scale=420 / page.get_height()).to_pil().convert("L").resize((74, 105))
    document.close()
    with Image.open(built / "gallery/small/q5.webp") as small:
        seen = small.convert("L").resize(expected.size)
    off = [abs(a - b) for a, b in zip(seen.tobytes(), expected.tobytes(), strict=True)]
    assert sum(off) / len(off) < 3  # greys of 255: of another plate it is over 20


def test_a_picture_is_drawn_once_in_each_grade(poster: bytes) -> None:
    ((small, large),) = pictures(poster, (Grade(100, 50), Grade(300, 50)))
    assert (small.height, large.height) == (100, 300)
    assert (small.width, large.width) == (71, 213)
    assert pictures(poster, (Grade(100, 50),))[0][0] == pictures(poster, (Grade(100, 50),))[0][0]


def test_the_typeface_keeps_its_letters_and_its_name() -> None:
    face = sets.kit().faces["regular"]
    font = TTFont(BytesIO(web_font(face, ["Łódź"])))
    letters = set(map(chr, font.getBestCmap()))
    assert set("ÆØÅæøå–…“”Łódź") & face.characters <= letters
    assert font["name"].getDebugName(1) == face.family
    assert len(web_font(face, [])) < 20_000


def test_what_is_not_built_has_no_link(shipped: Job) -> None:
    bare = setting(shipped)
    every = cards(bare, {})
    assert len(every) == 23
    assert not any(card.sections for card in every)
    html = index_html(bare, shown(bare), TEMPLATES)
    assert "section=decks" not in html
    assert "section=runs" not in html


@pytest.mark.parametrize("kind", ["poster", "office-a3", "office-a4", "tiles"])
def test_every_paper_there_is_can_be_printed(shipped: Job, kind: str) -> None:
    of = setting(shipped, stored("posters/x/09-q5.pdf", kind, "q5"))
    card = next(card for card in cards(of, {}) if card.plate == "q5")
    assert [each.path for each in card.sections[0].downloads] == ["posters/x/09-q5.pdf"]
    assert list(card.files) == [kind]


def test_every_slide_of_the_whole_deck_is_some_plates(shipped: Job) -> None:
    every = cards(setting(shipped), {})
    pages = shipped.decks[0].pages
    assert sorted(number for card in every for number in card.slides) == [*range(1, len(pages) + 1)]
    for card in every:
        assert {pages[number - 1].plate for number in card.slides} == {card.plate}


@pytest.mark.parametrize(("missing", "offered"), [(0, True), (1, False)])
def test_slides_are_chosen_from_a_deck_that_holds_them_all(
    shipped: Job, missing: int, offered: bool
) -> None:
    plan = shipped.decks[0]
    deck = stored(f"deck/{plan.stem}.pptx", "deck", *plan.plates)
    of = setting(shipped, replace(deck, pages=len(plan.pages) - missing))
    html = index_html(of, shown(of), TEMPLATES)
    assert (f'data-from="{deck.path}"' in html) == offered
    assert ("“Indhold” nævner altid hele sættet" in html) == offered


def test_a_kind_of_file_nobody_has_heard_of_is_called_by_its_name(shipped: Job) -> None:
    of = setting(shipped, stored("press/opslag/opslag.xyz", "novelty", "q5"))
    (run,) = run_views(of)
    assert [(each.label, each.type) for each in run.papers] == [("opslag.xyz", "XYZ")]


def test_an_audience_has_all_its_plates_in_one_file(built: Path) -> None:
    html = (built / "index.html").read_text(encoding="utf-8")
    borger = html[html.index('id="audience=borger"') : html.index('id="audience=medarbejder"')]
    papers = re.findall(r'href="posters/([^/]+)/borger\.pdf"', borger)
    assert papers == ["a3-office", "a4", "a3"]
    assert 'href="deck/kommunen-3-0-faq-borger.pptx"' in borger
    with pikepdf.open(built / "posters/a4/borger.pdf") as pdf:
        assert len(pdf.pages) == 2


@pytest.mark.parametrize(("name", "slanted"), [("one-bullet", False), ("every-kind", True)])
def test_emphasis_has_a_face_of_its_own_where_there_is_any(name: str, slanted: bool) -> None:
    of = setting(sets.job(sets.DATA / f"{name}.yaml"))
    cuts = cuts_of(of, TEMPLATES)
    assert [cut.name for cut in cuts if cut.style == "italic"] == ["emphasis"] * slanted
    assert all(cut.face.italic == (cut.style == "italic") for cut in cuts)
    css = style_css(of, cuts, TEMPLATES)
    assert css.count("font-style: italic; font-display: swap; src: url(fonts/emphasis") == slanted


def test_an_audience_of_one_plate_is_no_plates_file() -> None:
    assert stored("posters/a3/23-q16.pdf", "poster", "q16").is_of("q16")
    assert stored("screens/23-q16-2.png", "screen", "q16").is_of("q16")
    assert not stored("posters/a3/team.pdf", "poster", "q16").is_of("q16")
    assert not stored("posters/a3/04-q1.pdf", "poster", "q1").is_of("q16")


@pytest.mark.parametrize(
    ("verdict", "said"),
    [("passed", "klar til tryk"), ("failed", "må ikke trykkes"), (None, "Ikke kontrolleret")],
)
def test_a_run_says_how_it_was_judged(shipped: Job, verdict: str | None, said: str) -> None:
    files = [stored("press/opslag/09-q5.pdf", "press", "q5")]
    if verdict:
        report = f'{{"verdict": "{verdict}"}}'.encode()
        files.append(stored("press/opslag/preflight.json", "preflight", data=report))
    (run,) = run_views(setting(shipped, *files))
    assert said in run.judged
    assert run.order == "A3 · 2 plancher · 400 af Spørgsmål 5 · 40 af Spørgsmål 6 · 170 g silk"
    assert run.changed is None


def test_a_run_says_what_its_ticket_leaves_blank(shipped: Job) -> None:
    of = setting(shipped, stored("press/opslag/09-q5.pdf", "press", "q5"))
    blank = "leveringssted, leveringsdato, kontakt"
    assert run_views(of)[0].missing == f"Skriv på trykordren, før pakken sendes: {blank}."
    info = shipped.plate_set.set.model_copy(update={"contact": "Kommunikation"})
    told = {"deliver_to": "Rådhuset", "deliver_by": "1. maj"}
    runs = tuple(each.model_copy(update=told) for each in shipped.plate_set.print_runs)
    whole = shipped.plate_set.model_copy(update={"set": info, "print_runs": runs})
    (run,) = run_views(replace(of, job=replace(shipped, plate_set=whole)))
    assert run.missing is None


def test_what_is_new_is_marked(shipped: Job) -> None:
    news = Changes(changed=("q5",), added=("q6",), removed=("q99",), same=("q1",))
    of = setting(shipped, stored("press/opslag/09-q5.pdf", "press", "q5"), news=news)
    every = cards(of, {})
    badges = {card.plate: card.badge for card in every if card.badge}
    assert badges == {"q5": "Ændret", "q6": "Ny"}
    html = index_html(of, shown(of), TEMPLATES)
    assert "Nyt siden sidste udgave" in html
    assert "q99" in html
    assert run_views(of)[0].changed == "Ændret siden sidst: Spørgsmål 5, Spørgsmål 6"
    page = plate_html(of, shown(of), every, [card.plate for card in every].index("q5"), TEMPLATES)
    assert '<span class="badge">Ændret</span>' in page


def test_nothing_new_is_said_too(shipped: Job) -> None:
    news = Changes((), (), (), shipped.plate_set.ids)
    of = setting(shipped, news=news)
    html = index_html(of, shown(of), TEMPLATES)
    assert "Ingen plancher er ændret" in html
    assert "badge" not in html


def test_earlier_files_are_shown_while_they_are_there(tmp_path: Path, built: Path) -> None:
    earlier = [each for each in read_artefacts(built) if each.path.startswith("posters/a3/0")]
    kept, lost, withdrawn = earlier[:3]
    for each in (kept, withdrawn):
        (tmp_path / each.path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each.path).write_bytes(b"old")
    made = Made("posters/a3/99-x.pdf", "poster", ("x",), 1, b"new")
    found = stock_of(tmp_path, [kept, lost, withdrawn], [made], {withdrawn.path})
    assert [(each.path, each.read()) for each in found.files] == [
        (kept.path, b"old"),
        (made.path, b"new"),
    ]


def test_the_same_files_make_the_same_gallery(shipped: Job, poster: bytes) -> None:
    stock = Stock((stored("posters/a3/09-q5.pdf", "poster", "q5", data=poster),))
    first = make_gallery(ORDER, shipped, stock, None)
    assert first == make_gallery(replace(ORDER, jobs=2), shipped, stock, None)
    assert {each.kind for each in first} == {"gallery"}


def placeholders(words: Wording) -> Mapping[str, set[str]]:
    def walk(value: Any, path: str) -> Iterator[tuple[str, set[str]]]:
        if isinstance(value, dict):
            for key, each in value.items():
                yield from walk(each, f"{path}.{key}")
        elif isinstance(value, str):
            yield path, set(re.findall(r"\{(\w+)\}", value))

    return dict(walk(words.model_dump(), ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language: str) -> None:
    words, danish = (load_wording(TEMPLATES / "strings", each) for each in (language, "da"))
    assert placeholders(words) == placeholders(danish)


@pytest.mark.parametrize("path", sets.SOUND, ids=lambda path: path.stem)
def test_any_set_has_a_gallery(path: Path) -> None:
    job = sets.job(path)
    of = setting(job, language=job.plate_set.set.language)
    every = cards(of, {})
    pages = [plate_html(of, shown(of), every, at, TEMPLATES) for at in range(len(every))]
    for html in (index_html(of, shown(of), TEMPLATES), *pages):
        assert f'<html lang="{job.plate_set.set.language}">' in html
