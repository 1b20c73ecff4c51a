"""The deck as a whole: template, slides in order, links, notes, sections, properties."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from pptx import Presentation

from planche.alternatives import alternative, of_part
from planche.deck.look import Look
from planche.deck.notes import notes_of, sayer
from planche.deck.package import Section, add_notes, add_sections, set_properties, written
from planche.deck.slides import Way, draw_slide
from planche.deck.template.layouts import key_for, layouts
from planche.deck.template.package import TEMPLATE, template
from planche.deck.typeface.embedding import embed
from planche.decks import DeckPlan
from planche.diagnostics import FaultError
from planche.geometry.parts import Page
from planche.logo.mark import Logo
from planche.model import Aspect, PlateSet
from planche.strings import Strings
from planche.text.faces import Face
from planche.theme import Theme


def deck(
    plan: DeckPlan,
    plate_set: PlateSet,
    theme: Theme,
    faces: Mapping[str, Face],
    strings: Strings,
    logo: Logo | None = None,
) -> bytes:
    """A planned deck as a PowerPoint file, a slide a page.

    Raises FaultError where two slides would have the same title.
    """
    pages = plan.pages
    _refuse_repeated_titles(pages)
    look = Look(theme, faces, strings, plan.aspect, logo)
    presentation = Presentation(BytesIO(template(look)))
    slides = _new_slides(presentation, pages, look)
    _draw(slides, plan, plate_set, look)
    _write_notes(presentation, slides, pages, plate_set, look)
    ids = [each.id for each in presentation.part._element.sldIdLst]  # slide.slide_id walks them
    add_sections(presentation.part._element, list(_sections(pages, ids, plate_set, strings)))
    info = plate_set.set
    set_properties(presentation, plan.title, info.publisher or info.title, look.language)
    embed(presentation, [slide.part for slide in slides], look)
    return written(presentation.part.package)


def blank(
    theme: Theme,
    faces: Mapping[str, Face],
    strings: Strings,
    aspect: Aspect = "16:9",
    logo: Logo | None = None,
) -> bytes:
    """The template that new decks are made from (.potx)."""
    look = Look(theme, faces, strings, aspect, logo)
    presentation = Presentation(BytesIO(template(look)))
    embed(presentation, (), look)
    vars(presentation.part)["content_type"] = TEMPLATE  # python-pptx remembers what it read
    return written(presentation.part.package)


def _refuse_repeated_titles(pages: Sequence[Page]) -> None:
    """Screen readers and the list of slides know a slide by its title only."""
    counted = Counter(page.title.text for page in pages)
    repeated = [title for title, times in counted.items() if times > 1]
    if repeated:
        plates = sorted({page.plate for page in pages if page.title.text == repeated[0]})
        raise FaultError("slide-title-repeated", title=repeated[0], plates=", ".join(plates))


def _new_slides(presentation: Any, pages: Sequence[Page], look: Look) -> list[Any]:
    """All slides, still empty: a link may lead to a later one."""
    made = dict(zip([each.key for each in layouts(look)], presentation.slide_layouts, strict=True))
    slides = presentation.slides
    return [slides.add_slide(made[key_for(page.kind, page.family)]) for page in pages]


def _draw(slides: Sequence[Any], plan: DeckPlan, plate_set: PlateSet, look: Look) -> None:
    pages, plates = plan.pages, dict(plate_set.with_ids())
    say = sayer(plate_set.set.language)
    known = {layout.key: layout for layout in layouts(look)}
    targets: dict[str, Any] = {}
    for slide, page in zip(slides, pages, strict=True):
        targets.setdefault(page.plate, slide.part)
    for number, (slide, page) in enumerate(zip(slides, pages, strict=True), start=1):
        layout = known[key_for(page.kind, page.family)]
        shows = alternative(plates[page.plate], look.strings, say)
        alt = of_part(shows, page.part, page.parts, look.strings)
        way = Way(number, targets, plan.contents, alt, plan.one_by_one)
        draw_slide(look, slide.part, page, layout, way)


def _write_notes(
    presentation: Any,
    slides: Sequence[Any],
    pages: Sequence[Page],
    plate_set: PlateSet,
    look: Look,
) -> None:
    plates = dict(plate_set.with_ids())
    master = presentation.part.notes_master_part
    heading = look.strings.notes_heading
    language = plate_set.set.language
    for number, (slide, page) in enumerate(zip(slides, pages, strict=True), start=1):
        lines = notes_of(plates[page.plate], language, heading, first=page.part == 1)
        add_notes(look, slide.part, master, number, lines)


def _sections(
    pages: Sequence[Page], ids: Sequence[int], plate_set: PlateSet, strings: Strings
) -> Iterator[Section]:
    """Slides in a row that speak to the same audience; a plate for nobody stays where it is."""
    plates = dict(plate_set.with_ids())
    names = {audience.id: audience.name for audience in plate_set.audiences}
    current = strings.frontmatter
    named: list[tuple[str, int]] = []
    for page, slide in zip(pages, ids, strict=True):
        audience = plates[page.plate].audience
        current = names[audience] if audience else current
        named.append((current, slide))
    for name, group in groupby(named, lambda each: each[0]):
        yield name, [slide for _, slide in group]
