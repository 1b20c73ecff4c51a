"""A written package opened again for checking: parts, relations and types as they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from planche.deck.xml import Element, parsed

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "ppt/presentation.xml"


@dataclass(frozen=True)
class Relation:
    """A relation of a part; `target` is a part's name, or an address where it is external."""

    id: str
    type: str
    target: str
    external: bool


class Opened:
    """The parts of a package by name, without a leading slash. Raises BadZipFile."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as package:
            self._files = {name: package.read(name) for name in package.namelist()}
        self._roots: dict[str, Element] = {}

    @cached_property
    def parts(self) -> list[str]:
        """Every part but the lists of types and relations."""
        return [
            name for name in self._files if name != CONTENT_TYPES and not name.endswith(".rels")
        ]

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def data(self, name: str) -> bytes:
        """The bytes of a part."""
        return self._files[name]

    def root(self, name: str) -> Element:
        """The root of a part; read once."""
        if name not in self._roots:
            self._roots[name] = parsed(self._files[name])
        return self._roots[name]

    def relations(self, name: str = "") -> list[Relation]:
        """The relations of a part, or of the package itself."""
        folder = dirname(name)
        file = join(folder, "_rels", f"{name.rsplit('/', 1)[-1]}.rels")
        if file not in self._files:
            return []
        return [_relation(each, folder) for each in self.root(file)]

    def targets(self, name: str, kind: str) -> list[str]:
        """The parts that a part is related to in a way, by the end of the relation's type."""
        return [
            relation.target
            for relation in self.relations(name)
            if relation.type.endswith(f"/{kind}") and not relation.external
        ]

    @cached_property
    def slides(self) -> list[str]:
        """The slides in the order they are shown; a missing one is left out."""
        by_id = {relation.id: relation.target for relation in self.relations(MAIN)}
        ids = self.root(MAIN).xpath("p:sldIdLst/p:sldId/@r:id", namespaces=NAMES)
        return [by_id[each] for each in ids if each in by_id and by_id[each] in self]

    def types(self) -> Iterator[tuple[str, str, str]]:
        """What the list of types says: `Default` or `Override`, extension or part, and type."""
        for each in self.root(CONTENT_TYPES):
            kind = each.tag.rsplit("}", 1)[-1]
            named = each.get("Extension") or each.get("PartName", "").lstrip("/")
            yield kind, named, each.get("ContentType", "")


def _relation(each: Element, folder: str) -> Relation:
    external = each.get("TargetMode") == "External"
    target = each.get("Target", "")
    if not external:
        target = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
    return Relation(each.get("Id", ""), each.get("Type", ""), target, external)


NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
"""Prefixes of the paths that checks look along."""
