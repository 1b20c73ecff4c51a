"""Tables: which way a head heads, and identifiers that are unique in the file."""

from pikepdf import Array, Name, String

from planche.pages.finishing.tree import Element

SCOPES = {"col": Name.Column, "row": Name.Row}
"""The scopes of HTML, as PDF calls them."""


def scope_heads(root: Element) -> int:
    """Say of each head whether it heads a column or a row (ISO 14289-1, 7.5).

    As its markup says; without any, the head of a table heads columns, and other heads rows.
    Left alone: heads with a scope, and cells.
    """
    changed = 0
    for group in root.walk():
        usual = Name.Column if group.kind == "THead" else Name.Row
        for row in group.elements if group.kind in ("THead", "TBody", "TFoot", "Table") else ():
            changed += sum(_scope(head, usual) for head in row.elements if head.kind == "TH")
    return changed


def _scope(head: Element, usual: Name) -> int:
    own = head.attributes.get("Table", {})
    if "Scope" in own:
        return 0
    said = None if head.markup is None else head.markup.get("scope")
    head.attributes["Table"] = own | {"Scope": usual if said is None else SCOPES[said]}
    return 1


def name_heads(root: Element) -> int:
    """Give the heads identifiers that no other head in the file has, and say them in the cells.

    The renderer counts them a document, and a file may hold pages of several. Left alone: what
    a cell's heads are.
    """
    changed = 0
    tables = [element for element in root.walk() if element.kind == "Table"]
    for number, table in enumerate(tables, start=1):
        heads = [each for each in table.walk() if each.kind == "TH" and each.id is not None]
        names = {str(head.id): f"t{number}-{at}" for at, head in enumerate(heads, start=1)}
        changed += sum(old != new for old, new in names.items())
        for head in heads:
            head.id = names[str(head.id)]
        for cell in table.walk():
            own = cell.attributes.get("Table", {})
            if "Headers" in own:
                own["Headers"] = Array([String(names[str(each)]) for each in own["Headers"]])
    return changed
