"""What python-pptx leaves to us: notes, sections, properties, and writing the package.

Its own way of naming a part and of saving walks the whole package, by recursion: a
thousand slides take half a minute that way, and links from slide to slide overflow the
stack. Here names are counted, and the walk keeps its own list.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PACKAGE_URI, PackURI
from pptx.opc.serialized import _ContentTypesItem
from pptx.parts.slide import NotesSlidePart

from planche.deck import shapes
from planche.deck.look import Look
from planche.deck.template.master import NOTES_BODY_INDEX, NOTES_NUMBER_INDEX, picture
from planche.deck.template.package import app_properties
from planche.deck.template.parts import number_paragraph, tree
from planche.deck.text import Insets, body_properties
from planche.deck.xml import Element, el, serialised
from planche.zipped import zipped

FIXED_DATE = datetime(2000, 1, 1)
"""As in the template: the same source makes the same bytes."""

SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""Extension of a presentation that lists its sections (MS-PPTX 2.2.3)."""

NAMESPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
"""RFC 9562's namespace for URLs: ids of sections are made from their names, not drawn."""

Section = tuple[str, list[int]]
"""A section's name and the ids of its slides."""


def add_notes(look: Look, slide: Any, master: Any, number: int, lines: Sequence[str]) -> None:
    """Notes for the slide of a number, a paragraph a line."""
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    root = _notes(look, number, lines)
    part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, slide.package, root)
    part.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
    part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
    slide.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)


def _notes(look: Look, number: int, lines: Sequence[str]) -> Element:
    words = look.strings.deck
    run = el("a:rPr", lang=look.language, sz=NOTES_POINTS, dirty=False)
    paragraphs = [_note(look, line) for line in lines]
    text = el("p:txBody", body_properties(Insets()), el("a:lstStyle"), *paragraphs)
    counted = number_paragraph(look, str(number), run)
    field = el("p:txBody", body_properties(Insets()), el("a:lstStyle"), counted)
    drawn = (
        picture(words.picture, 2, None),
        shapes.placeholder(
            shapes.properties_of(3, words.notes), None, "body", NOTES_BODY_INDEX, text, "quarter"
        ),
        shapes.placeholder(
            shapes.properties_of(4, words.number),
            None,
            "sldNum",
            NOTES_NUMBER_INDEX,
            field,
            "quarter",
        ),
    )
    mapping = el("p:clrMapOvr", el("a:masterClrMapping"))
    return el("p:notes", el("p:cSld", tree(*drawn)), mapping)


NOTES_POINTS = 1_200
"""Size of notes in hundredths of a point."""


def _note(look: Look, line: str) -> Element:
    run = el("a:rPr", lang=look.language, sz=NOTES_POINTS, dirty=False)
    return el("a:p", el("a:r", run, el("a:t", line)))


def add_sections(presentation: Any, sections: Sequence[Section]) -> None:
    """Lists the sections as the presentation's last child."""
    listed = el("p14:sectionLst")
    for number, (name, slides) in enumerate(sections):
        ids = (el("p14:sldId", id=slide) for slide in slides)
        unique = str(uuid5(NAMESPACE, f"{number}:{name}")).upper()
        listed.append(el("p14:section", el("p14:sldIdLst", *ids), name=name, id=f"{{{unique}}}"))
    presentation.append(el("p:extLst", el("p:ext", listed, uri=SECTIONS)))


def set_properties(presentation: Any, title: str, author: str, language: str) -> None:
    """Title, author and language of the file; no date but the fixed one."""
    core = presentation.core_properties
    core.title = title
    core.author = core.last_modified_by = author
    core.language = language
    core.created = core.modified = FIXED_DATE
    core.revision = 1
    package = presentation.part.package
    for part in (relation.target_part for relation in package._rels.values()):
        if part.partname == "/docProps/app.xml":
            part.blob = serialised(app_properties(len(presentation.slides)))


def written(package: Any) -> bytes:
    """The package as bytes, in the same order every time."""
    parts = list(walked(package))
    content_types = _ContentTypesItem.xml_for(parts)
    files = [
        ("[Content_Types].xml", serialised(content_types)),
        (PACKAGE_URI.rels_uri.membername, package._rels.xml),
    ]
    for part in parts:
        files.append((part.partname.membername, part.blob))
        if part._rels:
            files.append((part.partname.rels_uri.membername, part.rels.xml))
    return zipped(files)


def walked(package: Any) -> Iterator[Any]:
    """Every part that can be reached, each once, without recursion."""
    seen: set[int] = set()
    waiting = [package._rels]
    while waiting:
        for relation in waiting.pop().values():
            if relation.is_external or id(relation.target_part) in seen:
                continue
            seen.add(id(relation.target_part))
            yield relation.target_part
            waiting.append(relation.target_part.rels)
