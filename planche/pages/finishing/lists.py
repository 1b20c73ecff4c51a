"""Lists: which are counted, and which are contents."""

from pikepdf import Name

from planche.pages.finishing.tree import Element

COUNTED, UNCOUNTED = Name.Decimal, Name("/None")
"""How a list is numbered (ISO 32000-1, table 347). None says that no label is tagged: our
bullets are drawn with the background."""

CONTENTS = "doc-toc"
"""The role of contents (DPUB-ARIA 1.1)."""


def number_lists(root: Element) -> int:
    """Say of each list whether the order of its items counts: only the markup can say it does.

    Left alone: lists that say it already.
    """
    changed = 0
    for element in root.walk():
        own = element.attributes.get("List", {})
        if element.kind == "L" and "ListNumbering" not in own:
            counts = element.markup is not None and element.markup.tag == "ol"
            numbering = COUNTED if counts else UNCOUNTED
            element.attributes["List"] = own | {"ListNumbering": numbering}
            changed += 1
    return changed


def tag_contents(root: Element) -> int:
    """Tag the lists of contents as such, their entries' links as references.

    ISO 32000-1, table 333: an entry has its number as label, then what it refers to. Left
    alone: entries that lead nowhere keep their words as they are.
    """
    changed = 0
    for nav in list(root.walk()):
        if nav.markup is not None and nav.markup.get("role") == CONTENTS:
            for element in list(nav.walk()):
                changed += _contents(element)
    return changed


def _contents(element: Element) -> int:
    if element.kind != "L":
        return 0
    element.kind = "TOC"
    element.attributes.pop("List", None)
    for entry in element.elements:
        entry.kind = "TOCI"
        for body in entry.elements:
            entry.replace(body, body.kids)
        parts = entry.elements
        if len(parts) > 1 and parts[0].kind == "P":
            parts[0].kind = "Lbl"
        for part in parts:
            if part.kind == "Link":
                entry.replace(part, [Element("Reference", [part])])
    return 1
