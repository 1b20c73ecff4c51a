"""Finished layouts: every word of the source once, under its head, with its links."""

from itertools import chain

from planche.geometry.bodies import (
    ContentsBody,
    TableBody,
)
from planche.geometry.parts import Page
from planche.model import (
    Contents,
    Cover,
    Foreword,
    Ladder,
    Mosaic,
    PlateBase,
    PlateSet,
    Question,
    Statements,
    Table,
)
from planche.text.markup import plain, rich
from tests.layouts import LAYOUTS
from tests.sets import (
    Medium,
)


def typed_words(plate: PlateBase, whole: PlateSet) -> list[str]:
    """The texts of a plate as its kind prints them, in reading order."""
    if isinstance(plate, Cover):
        return [text for text in (plate.cover, whole.set.subtitle, plate.text) if text]
    if isinstance(plate, Foreword):
        return [plate.foreword, *plate.paragraphs, *plate.signature]
    if isinstance(plate, Question):
        points = [[point.text, *point.points] for point in plate.points]
        return [plate.title, *chain.from_iterable(points)]
    if isinstance(plate, Table):
        return [plate.table, *plate.columns, *chain.from_iterable(plate.rows)]
    if isinstance(plate, Ladder):
        steps = [[s.name, *([s.nickname] if s.nickname else []), *s.people] for s in plate.steps]
        return [plate.ladder, *chain.from_iterable(steps)]
    if isinstance(plate, Mosaic):
        return [plate.mosaic, *plate.tiles]
    if isinstance(plate, Statements):
        return [plate.title, *plate.sentences]
    assert isinstance(plate, Contents)
    return [plate.contents, *contents_entries(whole)]


def contents_entries(whole: PlateSet) -> list[str]:
    found: list[str] = []
    audience = ""
    for plate in whole.plates:
        if isinstance(plate, Question | Table | Ladder | Mosaic):
            reader = whole.audience(plate)
            if reader and reader.id != audience:
                found.append(reader.name)
            audience = reader.id if reader else ""
            found += [str(plate.number)] if plate.number else []
            found.append(plate.heading)
    return found


def printed(texts: list[str], whole: PlateSet) -> list[str]:
    return [plain(rich(text, whole.set.language, {})) for text in texts]


def repeated_heads(pages: list[Page]) -> int:
    """How many texts stand again on each later slide: the column heads of a table."""
    body = pages[0].body
    return len(body.heads) if isinstance(body, TableBody) else 0


@LAYOUTS
def test_a_plate_says_the_words_of_its_source_each_once(laid_out: Medium) -> None:
    whole = laid_out.job.plate_set
    for (_, pages), plate in zip(laid_out.plates(), whole.plates, strict=True):
        title, *wanted = printed(typed_words(plate, whole), whole)
        found = [text.text for page in pages for text in page.body.texts()]
        if isinstance(plate, Contents):
            assert no_repeated_names(found, whole) == no_repeated_names(wanted, whole)
        elif heads := repeated_heads(pages):
            assert found[:heads] == wanted[:heads]
            rows = [[t.text for t in page.body.texts()] for page in pages]
            assert all(row[:heads] == wanted[:heads] for row in rows)
            assert list(chain.from_iterable(row[heads:] for row in rows)) == wanted[heads:]
        else:
            assert found == wanted
        assert all(page.title.text.startswith(title) for page in pages)


def no_repeated_names(texts: list[str], whole: PlateSet) -> list[str]:
    """The contents without the audiences' names, which a column may repeat."""
    names = printed([audience.name for audience in whole.audiences], whole)
    return [text for text in texts if text not in names]


@LAYOUTS
def test_a_page_says_which_question_and_whom_it_is_for(laid_out: Medium) -> None:
    whole = laid_out.job.plate_set
    plates = dict(whole.with_ids())
    for page in laid_out.pages:
        plate = plates[page.plate]
        words = page.kicker.text.text if page.kicker else ""
        audience = whole.audience(plate)
        assert (str(plate.number or "") in words) if plate.number else True
        assert audience is None or words.endswith(plain(rich(audience.name, "da", {})))
        assert bool(words) == bool(plate.number or audience)


@LAYOUTS
def test_every_plate_has_pages_in_order(laid_out: Medium) -> None:
    assert list(dict.fromkeys(page.plate for page in laid_out.pages)) == list(
        laid_out.job.plate_set.ids
    )
    for _, pages in laid_out.plates():
        assert [(page.part, page.parts) for page in pages] == [
            (part, len(pages)) for part in range(1, len(pages) + 1)
        ]


def test_a_plate_is_one_poster(paper: Medium) -> None:
    assert len(paper.pages) == len(paper.job.plate_set.plates)


@LAYOUTS
def test_links_lead_to_plates_of_the_set_or_to_the_web(laid_out: Medium) -> None:
    ids = laid_out.job.plate_set.ids
    for page in laid_out.pages:
        for text in page.texts():
            for link in (span.link for span in text.spans if span.link):
                assert link.startswith(("https://", "http://", "mailto:")) or link[1:] in ids
        if isinstance(page.body, ContentsBody):
            assert {e.target for g in page.body.groups for e in g.entries} <= set(ids)


def test_references_of_the_shipped_set_are_links(paper: Medium) -> None:
    links = [
        (page.plate, span.link) for page in paper.pages for t in page.texts() for span in t.spans
    ]
    assert {link for _, link in links if link} >= {"#q5"}
