"""The markup that a structure tree was made from, given back to it.

WeasyPrint writes neither languages nor roles nor kinds of lists into the tree. But it makes one
element for each of our HTML elements, in the same order, since no text of ours is broken or
moved by the renderer; so both are walked side by side.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import lxml.html

from planche.pages.finishing.tree import Content, Element


class MarkupError(Exception):
    """The tree does not follow the markup: a template nests what the renderer takes apart."""


def sections(html: str) -> list[Any]:
    """What stands right under a document's body: the pages' elements."""
    body = lxml.html.document_fromstring(html).find("body")
    return [each for each in body if isinstance(each.tag, str)]


def give_markup(root: Element, pages: Sequence[Any]) -> None:
    """Note for each element of the tree which element of HTML it was made from.

    `pages` has the HTML element of each page. Raises MarkupError where the two differ.
    """
    (document,) = root.elements
    for element, html in _paired(document, document.elements, pages):
        _give(element, html)


def _give(element: Element, html: Any) -> None:
    element.markup = html
    inner = [each for each in html if isinstance(each.tag, str)]
    for kid, each in _paired(element, _made(element), inner):
        _give(kid, each)


def _made(element: Element) -> list[Element]:
    """The elements under one that were made from elements: not those of its own text.

    An item of a list is two in the tree, the item and its body.
    """
    if element.kind == "LI":
        (body,) = element.elements
        body.markup, element = element.markup, body
    return [kid for kid in element.elements if not _is_text(kid)]


def _is_text(element: Element) -> bool:
    contents = [kid for kid in element.kids if isinstance(kid, Content)]
    return element.kind == "Span" and len(contents) == len(element.kids) > 0


def _paired(
    parent: Element, elements: Sequence[Element], markup: Sequence[Any]
) -> Iterator[tuple[Element, Any]]:
    if len(elements) != len(markup):
        shown = ", ".join(str(each.tag) for each in markup)
        what = f"{parent.kind} has {len(elements)} elements where the markup has: {shown}"
        raise MarkupError(what)
    return zip(elements, markup, strict=True)


def spoken(text: str) -> str:
    """Text of a template as it is read: divided words whole, in one line."""
    return " ".join(text.replace("\u2010\n", "").replace("\u00ad", "").split())
