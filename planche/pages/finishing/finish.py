"""All that is done to a PDF after WeasyPrint has written it."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Name, ObjectStreamMode, Pdf

from planche.pages.finishing.artifacts import unmark_running
from planche.pages.finishing.figures import place_figures
from planche.pages.finishing.fonts import name_fonts, settle_spaces, soften_hyphens
from planche.pages.finishing.languages import mark_languages
from planche.pages.finishing.links import describe_links, join_links, settle_links
from planche.pages.finishing.lists import number_lists, tag_contents
from planche.pages.finishing.markup import give_markup
from planche.pages.finishing.printing import NO_WISHES, Wishes, wish_of_printers
from planche.pages.finishing.pruning import name_groups, prune
from planche.pages.finishing.tables import name_heads, scope_heads
from planche.pages.finishing.tree import Element, read
from planche.pages.finishing.writing import write


@dataclass(frozen=True)
class Known:
    """What is known of a file beside its bytes; the finisher does less where it is empty.

    `markup` has the HTML element of each page, `words` what links say by the plate's id or the
    address they lead to, `names` the fonts' own names by our families,
    `printing` what the file wishes of printers.
    """

    markup: Sequence[Any] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    printing: Wishes = NO_WISHES


def finish(data: bytes, known: Known) -> bytes:
    """A tagged PDF, finished; the same bytes every time, and whatever is finished stays as it is.

    Raises MarkupError where the tree does not follow the markup.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tree = read(pdf)
        if known.markup:
            give_markup(tree, known.markup)
        mend(tree, pdf, known)
        write(pdf, tree)
        _mend_fonts(pdf, known.names)
        flatten_pictures(pdf)
        order_by_structure(pdf)
        wish_of_printers(pdf, known.printing)
        return _saved(pdf)


def finish_fonts(data: bytes, names: Mapping[str, str]) -> bytes:
    """A PDF without tags whose text is read as it should be; `names` as in `Known`."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        _mend_fonts(pdf, names)
        return _saved(pdf)


def _mend_fonts(pdf: Pdf, names: Mapping[str, str]) -> None:
    soften_hyphens(pdf)
    settle_spaces(pdf)
    name_fonts(pdf, names)


def mend(tree: Element, pdf: Pdf, known: Known) -> None:
    """Every step on the tree: first those that read the markup, at last what shortens it."""
    unmark_running(tree, pdf)
    mark_languages(tree, str(pdf.Root.get("/Lang", "")))
    number_lists(tree)
    tag_contents(tree)
    scope_heads(tree)
    name_heads(tree)
    place_figures(tree, pdf)
    name_groups(tree)
    prune(tree)
    describe_links(tree, known.words)
    join_links(tree)
    settle_links(tree)


def flatten_pictures(pdf: Pdf) -> int:
    """Draw pictures straight on the page: nothing of ours is transparent, so no group is needed."""
    streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
    groups = [each for each in streams if each.get("/Subtype") == Name.Form and "/Group" in each]
    for each in groups:
        del each.Group
    return len(groups)


def order_by_structure(pdf: Pdf) -> int:
    """Let the tab key follow the order of reading (ISO 14289-1, 7.18.3)."""
    pages = [page for page in pdf.pages if page.get("/Tabs") != Name.S]
    for page in pages:
        page.Tabs = Name.S
    return len(pages)


def _saved(pdf: Pdf) -> bytes:
    """The file, small, and with an identifier made of what it holds."""
    if "/ID" in pdf.trailer:
        del pdf.trailer.ID  # an earlier one would be kept as half of the new one
    written = io.BytesIO()
    pdf.save(
        written,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
        compress_streams=True,
    )
    return written.getvalue()
