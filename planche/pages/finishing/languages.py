"""The language of words that are not in the document's (ISO 14289-1, 7.2)."""

from planche.pages.finishing.tree import Element


def mark_languages(root: Element, language: str) -> int:
    """Name the language of every element whose markup has another than what surrounds it.

    Left alone: elements without markup, and languages that are named already.
    """
    return _mark(root, language)


def _mark(element: Element, around: str) -> int:
    own = None if element.markup is None else element.markup.get("lang")
    changed = 0
    if own and own != around and "Lang" not in element.said:
        element.said["Lang"] = own
        changed = 1
    inside = element.said.get("Lang", around)
    return changed + sum(_mark(kid, inside) for kid in element.elements)
