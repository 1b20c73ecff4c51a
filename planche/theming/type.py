"""The type of a theme: files of its faces, steps of size, and room on the page."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import uharfbuzz as hb

from planche.source.keys import suggestion
from planche.source.syntax import shown
from planche.source.tree import FieldsNode, Findings, ListNode, Node, TextNode
from planche.text.faces import load_face
from planche.text.os2 import os2_of
from planche.theming.names import grids, slides
from planche.theming.needs import LEAST_STEPS, NOT_LARGER
from planche.theming.numbers import NUMBER

FONT_SUFFIXES = (".ttf", ".otf")

WIDTHS = (("margin", 2),)
PANEL_WIDTHS = (("margin", 1), ("panel", 1), ("column", 1))
"""What stands side by side on a page, and how often, by field; a panel bleeds off the left."""
HEIGHTS = (("top", 1), ("foot", 1))


def check_type(root: FieldsNode, fonts: Path, findings: Findings) -> None:
    """Note faces without a font, steps that do not fall, and pages without room."""
    faces = root.get("faces")
    if isinstance(faces, FieldsNode):
        for key in faces.entries:
            node = faces.text(key)
            if node:
                _check_file(node, fonts, findings)
    on_screen = list(slides(root))
    for grid in grids(root):
        _check_steps(grid, grid in on_screen, findings)
        _check_room(grid, findings)


def _check_file(node: TextNode, fonts: Path, findings: Findings) -> None:
    there = sorted(path.name for path in fonts.iterdir() if path.suffix in FONT_SUFFIXES)
    if node.text not in there:
        known = suggestion(node.text, there)
        findings.add(node, "no-such-font", found=shown(node.text), known=known)
    elif not _is_a_font(fonts / node.text):
        findings.add(node, "not-a-font", found=shown(node.text))
    elif not _may_travel(fonts / node.text):
        findings.add(node, "face-not-embeddable", found=shown(node.text))


def _is_a_font(path: Path) -> bool:
    """Whether a file is a font with characters; HarfBuzz takes anything else for an empty one."""
    try:
        face = hb.Face(path.read_bytes())
    except (OSError, ValueError):
        return False
    return bool(face.glyph_count) and bool(face.unicodes)


def _may_travel(path: Path) -> bool:
    """Whether its licence lets decks and posters carry a face."""
    try:
        return os2_of(load_face(path.stem, path)).may_be_embedded
    except ValueError:
        return False


def _check_steps(grid: FieldsNode, slide: bool, findings: Findings) -> None:
    steps = grid.get("steps")
    if not isinstance(steps, FieldsNode):
        return
    for role, entry in steps.entries.items():
        if isinstance(entry.value, ListNode):
            least = LEAST_STEPS.get(("slide", role), 1) if slide else 1
            if len(entry.value.items) < least:
                found = len(entry.value.items)
                findings.add(entry.value, "too-few", found=found, least=least)
            _check_falling(entry.value, findings)
    for role, beside in NOT_LARGER:
        smallest, limit = _smallest(steps.get(role)), _smallest(steps.get(beside))
        if smallest and limit and float(smallest.text) > float(limit.text):
            findings.add(
                smallest,
                "step-too-large",
                role=role,
                size=smallest.text,
                beside=beside,
                most=limit.text,
            )


def _check_falling(node: ListNode, findings: Findings) -> None:
    """Note the first size that is not smaller than the one before it."""
    sizes = list(_sizes(node))
    for before, item in pairwise(sizes):
        if float(item.text) >= float(before.text):
            falling = sorted({float(each.text) for each in sizes}, reverse=True)
            known = ", ".join(f"{size:g}" for size in falling)
            findings.add(
                item, "steps-not-falling", found=item.text, before=before.text, known=known
            )
            return


def _sizes(node: Node | None) -> Iterator[TextNode]:
    for item in node.items if isinstance(node, ListNode) else ():
        if isinstance(item, TextNode) and NUMBER.fullmatch(item.text):
            yield item


def _smallest(node: Node | None) -> TextNode | None:
    return min(_sizes(node), key=lambda item: float(item.text), default=None)


def _check_room(grid: FieldsNode, findings: Findings) -> None:
    """Note a page whose margins, panel and column take more than there is of it."""
    widths = PANEL_WIDTHS if "panel" in grid.entries else WIDTHS
    for whole, parts in (("width", widths), ("height", HEIGHTS)):
        page = _length(grid, whole)
        taken = sum((_length(grid, name) or 0) * times for name, times in parts)
        if page is not None and taken >= page:
            node = grid.text(whole)
            assert node is not None
            names = ", ".join(name for name, _ in parts if name in grid.entries)
            findings.add(
                node, "no-room", field=whole, found=f"{page:g}", names=names, taken=f"{taken:g}"
            )
    fields = grid.get("fields")
    if isinstance(fields, ListNode) and not fields.items:
        findings.add(fields, "too-few", found=0, least=1)


def _length(grid: FieldsNode, field: str) -> float | None:
    node = grid.text(field)
    return float(node.text) if node and NUMBER.fullmatch(node.text) else None
