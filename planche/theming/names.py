"""The names in a theme: those the layouts need, and those that parts of it call each other by."""

import re
from collections.abc import Collection, Iterator

from planche.fields import ID_PATTERN
from planche.source.keys import nearest, suggestion
from planche.source.syntax import shown
from planche.source.tree import FieldsNode, Findings, ListNode, Node, TextNode
from planche.theme import SHADES, Role
from planche.theming.needs import COLOURS, FORMATS, ROLES, SIZED, tokens

OF_A_FAMILY = re.compile(rf"(?P<family>.+?)-(?:{'|'.join(SHADES)})")

SHOWN_NAMES = 6
"""How many names a message shows where none is like what was typed."""

FACE_FIELDS = ("face", "strong", "emphasis")


def check_names(root: FieldsNode, findings: Findings) -> None:
    """Note names that are missing, unknown, or given twice."""
    name = root.text("name")
    if name and not name.text.strip():
        findings.add(name, "empty-text")
    families = _families(root, findings)
    _check_colours(root, families, findings)
    for role_names in _fields(root.get("roles")):
        _check_known(role_names, ROLES, findings)
    for grid in grids(root):
        for steps in _fields(grid.get("steps")):
            _check_known(steps, SIZED, findings)
    for formats in _fields(root.get("formats")):
        _check_needed(formats, FORMATS, (), findings)
    for section in ("faces", "formats"):
        for named in _fields(root.get(section)):
            _check_ids(named, findings)
    _check_faces(root, findings)
    _check_house(root, families, findings)


def grids(root: FieldsNode) -> Iterator[FieldsNode]:
    """The formats of paper, and the slides."""
    formats = root.get("formats")
    if isinstance(formats, FieldsNode):
        for entry in formats.entries.values():
            yield from _fields(entry.value)
    yield from slides(root)


def slides(root: FieldsNode) -> Iterator[FieldsNode]:
    """The slides of both proportions."""
    for name in ("slide", "tall_slide"):
        yield from _fields(root.get(name))


def family_names(root: FieldsNode) -> dict[str, TextNode]:
    """The families by name, each where it is first listed."""
    listed = root.get("families")
    found: dict[str, TextNode] = {}
    for item in listed.items if isinstance(listed, ListNode) else ():
        if isinstance(item, TextNode) and not item.nothing:
            found.setdefault(item.text, item)
    return found


def _fields(node: Node | None) -> Iterator[FieldsNode]:
    """The node, where it is fields."""
    if isinstance(node, FieldsNode):
        yield node


def _families(root: FieldsNode, findings: Findings) -> dict[str, TextNode]:
    families = family_names(root)
    listed = root.get("families")
    if isinstance(listed, ListNode):
        if not listed.items:
            findings.add(listed, "too-few", found=0, least=1)
        for item in listed.items:
            if isinstance(item, TextNode) and families.get(item.text, item) is not item:
                findings.add(item, "family-twice", found=shown(item.text))
    for name, node in families.items():
        _check_id(node, name, findings)
    return families


def _check_ids(fields: FieldsNode, findings: Findings) -> None:
    for name, entry in fields.entries.items():
        _check_id(entry.key, name, findings)


def _check_id(node: TextNode, name: str, findings: Findings) -> None:
    if not re.fullmatch(ID_PATTERN, name):
        findings.add(node, "bad-id", found=shown(name), example="borger")


def _check_known(fields: FieldsNode, wanted: Collection[str], findings: Findings) -> None:
    """Note names that are not wanted, and wanted ones that are neither there nor misspelt."""
    missing = [name for name in wanted if name not in fields.entries]
    meant = set()
    for name, entry in fields.entries.items():
        if name not in wanted:
            near = nearest(name, missing) or nearest(name, wanted)
            known = near or " / ".join(missing[:SHOWN_NAMES] or tuple(wanted)[:SHOWN_NAMES])
            findings.add(entry.key, "unknown-field", key=shown(name), known=known)
            meant.add(near)
    _check_needed(fields, wanted, meant, findings)


def _check_needed(
    fields: FieldsNode,
    wanted: Collection[str],
    meant: Collection[str | None],
    findings: Findings,
) -> None:
    for name in wanted:
        if name not in fields.entries and name not in meant:
            findings.add(fields, "missing-field", key=name)


def _check_colours(root: FieldsNode, families: dict[str, TextNode], findings: Findings) -> None:
    """Hold the colours against the families: what one of them lacks, and what none has."""
    colours = root.get("colours")
    if not isinstance(colours, FieldsNode):
        return
    there = set(colours.entries)
    known = {name for name in families if there & set(tokens(name))}
    for name in families.keys() - known:
        others = {found["family"] for found in map(OF_A_FAMILY.fullmatch, there) if found}
        known_as = suggestion(name, sorted(others - families.keys()) or sorted(others))
        code = "family-without-colours"
        findings.add(families[name], code, found=shown(name), known=known_as)
    wanted = [*COLOURS, *(token for name in families if name in known for token in tokens(name))]
    meant = _check_tokens(colours, wanted, families, findings)
    _check_needed(colours, COLOURS, meant, findings)
    for name in known:
        for token in tokens(name):
            if token not in there and token not in meant:
                findings.add(families[name], "missing-colour", token=token)


def _check_tokens(
    colours: FieldsNode, wanted: list[str], families: Collection[str], findings: Findings
) -> set[str]:
    """Note colours that nothing uses; gives the missing ones that they seem to be meant for."""
    missing = [token for token in wanted if token not in colours.entries]
    meant = set()
    unlisted = set()
    for token, entry in colours.entries.items():
        if token in wanted:
            continue
        near = nearest(token, missing)
        of_family = OF_A_FAMILY.fullmatch(token)
        if of_family and of_family["family"] not in families and not near:
            if of_family["family"] not in unlisted:
                name = shown(of_family["family"])
                findings.add(entry.key, "family-not-listed", found=name)
            unlisted.add(of_family["family"])
        else:
            known = near or suggestion(token, missing or wanted[:SHOWN_NAMES])
            findings.add(entry.key, "unknown-field", key=shown(token), known=known)
            meant.add(near or "")
    return meant


def _check_faces(root: FieldsNode, findings: Findings) -> None:
    """Note roles set in a face that there is none of."""
    faces, roles = root.get("faces"), root.get("roles")
    if not isinstance(faces, FieldsNode) or not isinstance(roles, FieldsNode):
        return
    for entry in roles.entries.values():
        for role in _fields(entry.value):
            for field in FACE_FIELDS:
                _check_face(role, field, faces, findings)


def _check_face(role: FieldsNode, field: str, faces: FieldsNode, findings: Findings) -> None:
    node = role.text(field)
    usual = Role.model_fields[field].default
    if node and node.text not in faces.entries:
        known = suggestion(node.text, faces.entries)
        findings.add(node, "unknown-face", found=shown(node.text), known=known)
    elif field not in role.entries and isinstance(usual, str) and usual not in faces.entries:
        findings.add(role, "face-to-name", field=field, usual=usual)


def _check_house(root: FieldsNode, families: Collection[str], findings: Findings) -> None:
    house = root.text("house")
    if house and families and house.text not in families:
        known = suggestion(house.text, families)
        findings.add(house, "unknown-family", found=shown(house.text), known=known)
