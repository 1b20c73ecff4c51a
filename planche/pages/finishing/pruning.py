"""The tree without what says nothing."""

from planche.pages.finishing.tree import Element

BLOCKS, INLINE = "Div", "Span"
"""What is named by no role of its own: a group of blocks, or a stretch of text."""

TEXTS = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Caption", "Link", "Span"})
"""Elements that hold text."""

CELLS = frozenset({"TH", "TD"})
"""Elements that are kept though they are empty: a table's grid needs them."""


def name_groups(root: Element) -> int:
    """Call groups without a role of their own divisions, or spans where they stand in text.

    PDF 1.7 gives NonStruct no meaning at all; a foot is at least a group.
    """
    changed = 0
    for element in root.walk():
        for kid in element.elements:
            if kid.kind == "NonStruct":
                kid.kind = INLINE if element.kind in TEXTS else BLOCKS
                changed += 1
    return changed


def prune(root: Element) -> int:
    """Take out empty elements and spans that say nothing of their text.

    Left alone: cells, and spans with a language or any other property.
    """
    changed = 0
    for kid in list(root.elements):
        changed += prune(kid)
        if not kid.kids and kid.kind not in CELLS:
            root.kids.remove(kid)
            changed += 1
        elif kid.kind == INLINE and not (kid.said or kid.attributes or kid.id):
            root.replace(kid, kid.kids)
            changed += 1
    return changed
