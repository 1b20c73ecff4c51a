"""Faults of tags, each planted in a sound file; what our checks say of it, and whether veraPDF
finds it too."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.pdf_support import elements


@dataclass(frozen=True)
class Planted:
    """A fault: how it is planted, what is said of it, and whether another judge finds it."""

    name: str
    plant: Callable[[Pdf], None]
    said: str
    vera: bool


def planted(data: bytes, fault: Planted) -> bytes:
    """A sound file with a fault."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fault.plant(pdf)
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
        return written.getvalue()


def _all(pdf: Pdf) -> Iterator[Any]:
    return elements(pdf.Root.StructTreeRoot.K[0])


def _of(pdf: Pdf, kind: str) -> Any:
    """The first element of a kind."""
    return next(each for each in _all(pdf) if f"/{kind}" == each.S)


def _link(pdf: Pdf) -> Any:
    return next(each for page in pdf.pages for each in page.get("/Annots", []))


def _unmarked(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def _untagged(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _silent_about_the_standard(pdf: Pdf) -> None:
    del pdf.Root.Metadata


def _untitled(pdf: Pdf) -> None:
    del pdf.docinfo["/Title"]


def _title_hidden(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _wrong_language(pdf: Pdf) -> None:
    pdf.Root.Lang = String("dansk")


def _wrong_language_of_words(pdf: Pdf) -> None:
    _of(pdf, "P").Lang = String("på engelsk")


def _tabs_by_row(pdf: Pdf) -> None:
    pdf.pages[0].Tabs = Name.R


def _orphaned(pdf: Pdf) -> None:
    _of(pdf, "H1").P = pdf.Root.StructTreeRoot


def _meaningless(pdf: Pdf) -> None:
    _of(pdf, "Div").S = Name.NonStruct


def _of_unknown_kind(pdf: Pdf) -> None:
    _of(pdf, "Div").S = Name.Foot


def _empty(pdf: Pdf) -> None:
    section = _of(pdf, "Sect")
    kid = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.P, P=section, Pg=section.Pg, K=Array([]))
    )
    section.K.append(kid)


def _content_without_owner(pdf: Pdf) -> None:
    _of(pdf, "H1").K.pop()


def _content_read_twice(pdf: Pdf) -> None:
    title = _of(pdf, "H1")
    title.K.append(title.K[0])


def _content_that_is_not_there(pdf: Pdf) -> None:
    _of(pdf, "H1").K.append(999)


def _decoration_unmarked(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.contents_add(b"0 0 10 10 re f")


def change_order(pdf: Pdf) -> None:
    section = _of(pdf, "Sect")
    section.K = Array([*list(section.K)[1:], section.K[0]])


def _mark_without_end(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"/Artifact BMC")


def _end_without_mark(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"EMC")


def _parent_tree_of_a_page(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums[1].pop()


def _parent_tree_of_a_link(pdf: Pdf) -> None:
    del _link(pdf).StructParent


def _parent_tree_too_long(pdf: Pdf) -> None:
    tree = pdf.Root.StructTreeRoot
    tree.ParentTree.Nums.extend([tree.ParentTreeNextKey, _of(pdf, "P")])
    tree.ParentTreeNextKey = int(tree.ParentTreeNextKey) + 1


def _next_key_taken(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTreeNextKey = 0


def _no_identifiers(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.IDTree


def _identifier_twice(pdf: Pdf) -> None:
    first, second = [each for each in _all(pdf) if "/ID" in each][:2]
    second.ID = first.ID


def _identifier_of_nothing(pdf: Pdf) -> None:
    names = pdf.Root.StructTreeRoot.IDTree.Names
    names.extend([String("x"), _of(pdf, "TH")])


def _heading_skipped(pdf: Pdf) -> None:
    _of(pdf, "H2").S = Name.H3


def _no_first_heading(pdf: Pdf) -> None:
    _of(pdf, "H1").S = Name.H2


def _figure_without_words(pdf: Pdf) -> None:
    del _of(pdf, "Figure").Alt


def _figure_without_place(pdf: Pdf) -> None:
    del _of(pdf, "Figure").A


def _figure_off_the_page(pdf: Pdf) -> None:
    _of(pdf, "Figure").A.BBox = Array([0, 0, 9999, 9999])


def _list_without_numbering(pdf: Pdf) -> None:
    del _of(pdf, "L").A


def _item_without_body(pdf: Pdf) -> None:
    _of(pdf, "LBody").S = Name.P


def _item_outside_a_list(pdf: Pdf) -> None:
    _of(pdf, "L").S = Name.Div


def _entry_outside_contents(pdf: Pdf) -> None:
    _of(pdf, "TOC").S = Name.Div


def _contents_with_headings(pdf: Pdf) -> None:
    _of(pdf, "TOCI").S = Name.P


def _link_without_words(pdf: Pdf) -> None:
    del _link(pdf).Contents


def _link_called_by_its_address(pdf: Pdf) -> None:
    _link(pdf).Contents = String("https://example.org/faq")


def _link_of_another_kind(pdf: Pdf) -> None:
    _of(pdf, "Link").S = Name.Span


def _annotation_outside_the_tree(pdf: Pdf) -> None:
    link = _of(pdf, "Link")
    link.K = Array([kid for kid in link.K if not isinstance(kid, Dictionary)])


def _head_without_scope(pdf: Pdf) -> None:
    del _of(pdf, "TH").A.Scope


def _cell_without_heads(pdf: Pdf) -> None:
    del _of(pdf, "TD").A.Headers


def _cell_of_an_unknown_head(pdf: Pdf) -> None:
    _of(pdf, "TD").A.Headers = Array([String("x")])


def _row_too_short(pdf: Pdf) -> None:
    row = _of(pdf, "TBody").K[0]
    cell = row.K[-1]
    row.K.pop()
    cell.P = _of(pdf, "Sect")
    cell.S = Name.Div
    _of(pdf, "Sect").K.append(cell)


ANYWHERE = (
    Planted("untagged", _untagged, "has no tags", True),
    Planted("unmarked", _unmarked, "does not say that it is tagged", True),
    Planted("standard", _silent_about_the_standard, "does not say that it is PDF/UA-1", True),
    Planted("untitled", _untitled, "has no title", False),
    Planted("title-hidden", _title_hidden, "does not show its title", True),
    Planted("language", _wrong_language, "is in the language “dansk”", False),
    Planted("language-of-words", _wrong_language_of_words, "is in “på engelsk”", True),
    Planted("tabs", _tabs_by_row, "tab key", False),
    Planted("orphaned", _orphaned, "does not lead back", False),
    Planted("meaningless", _meaningless, "of no kind that readers know", False),
    Planted("unknown-kind", _of_unknown_kind, "of no kind that readers know", True),
    Planted("empty", _empty, "P holds nothing", False),
    Planted("never-read", _content_without_owner, "is never read", False),
    Planted("read-twice", _content_read_twice, "is read and not there", False),
    Planted("not-there", _content_that_is_not_there, "is read and not there", False),
    Planted("decoration", _decoration_unmarked, "neither read nor decoration", True),
    Planted("never-ends", _mark_without_end, "does not end as often", False),
    Planted("never-begins", _end_without_mark, "does not end as often", False),
    Planted("parent-of-page", _parent_tree_of_a_page, "what holds its content", True),
    Planted("parent-too-long", _parent_tree_too_long, "ways from nowhere", False),
    Planted("next-key", _next_key_taken, "next key", False),
    Planted("no-first-heading", _no_first_heading, "level 2 follows level 0", True),
)
"""Faults that any file can have."""

IN_LISTS = (
    Planted("numbering", _list_without_numbering, "how it is numbered", False),
    Planted("no-body", _item_without_body, "has not one body", True),
    Planted("no-list", _item_outside_a_list, "LI stands outside L", True),
    Planted("heading-skipped", _heading_skipped, "level 3 follows level 1", True),
)
"""Faults in the ladder's lists and headings."""

IN_TABLES = (
    Planted("scope", _head_without_scope, "does not say what it heads", False),
    Planted("no-heads", _cell_without_heads, "a cell of a table has no heads", False),
    Planted("unknown-head", _cell_of_an_unknown_head, "a cell of a table has no heads", False),
    Planted("no-identifiers", _no_identifiers, "do not lead to t1-1", False),
    Planted("identifier-twice", _identifier_twice, "2 elements are called t1-1", False),
    Planted("identifier-of-nothing", _identifier_of_nothing, "leads to no element", False),
    Planted("short-row", _row_too_short, "not equally wide", True),
)

IN_CONTENTS = (
    Planted("no-words", _link_without_words, "does not say in words", True),
    Planted("address", _link_called_by_its_address, "does not say in words", False),
    Planted("not-a-link", _link_of_another_kind, "a link stands in Span", True),
    Planted("outside", _annotation_outside_the_tree, "not stand in one element", False),
    Planted("parent-of-link", _parent_tree_of_a_link, "to a Link's link", True),
    Planted("no-contents", _entry_outside_contents, "TOCI stands outside TOC", True),
    Planted("not-an-entry", _contents_with_headings, "TOC holds P", True),
)

IN_HANDOUTS = (
    Planted("no-alternative", _figure_without_words, "nothing of what it shows", True),
    Planted("no-place", _figure_without_place, "where it stands", False),
    Planted("off-the-page", _figure_off_the_page, "where it stands", False),
)

BY_FILE = {
    "posters/a3/09-q5.pdf": ANYWHERE,
    "posters/a3/10-ladder-1.pdf": IN_LISTS,
    "posters/a3/08-table-1.pdf": IN_TABLES,
    "posters/a3/all.pdf": IN_CONTENTS,
    "deck/kommunen-3-0-faq-borger-handout.pdf": IN_HANDOUTS,
}
"""Which fault is planted in which file of the shipped set."""

EVERY = [(path, fault) for path, faults in BY_FILE.items() for fault in faults]
NAMES = [fault.name for _, fault in EVERY]
