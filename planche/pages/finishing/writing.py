"""The structure tree written back, with its parent tree and its tree of identifiers made anew.

ISO 32000-1, 14.7.4.4 and 14.7.2. The catalogue's other entries are left alone.
"""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from planche.pages.finishing.tree import Content, Element, Kid


def write(pdf: Pdf, root: Element) -> None:
    """Put a tree in the place of the one that the PDF has."""
    _Writer(pdf).write(root)


class _Writer:
    """Collects, while the tree is written, which element every content and annotation is of."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.pages = [page.obj for page in pdf.pages]
        self.content: list[dict[int, Any]] = [{} for _ in self.pages]
        self.annotations: list[tuple[Any, Any]] = []
        self.named: dict[str, Any] = {}

    def write(self, root: Element) -> None:
        tree = self.pdf.Root.StructTreeRoot
        tree.K = Array([self._element(kid, tree) for kid in root.elements])
        numbers: Any = Array()
        for number, (page, owners) in enumerate(zip(self.pages, self.content, strict=True)):
            page.StructParents = number
            row = [owners.get(each) for each in range(max(owners, default=-1) + 1)]
            numbers.extend([number, self.pdf.make_indirect(Array(row))])
        following = len(self.pages)
        for number, (annotation, element) in enumerate(self.annotations, start=following):
            annotation.StructParent = number
            numbers.extend([number, element])
        tree.ParentTree = self.pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = following + len(self.annotations)
        self._name(tree)

    def _name(self, tree: Any) -> None:
        """The tree of identifiers, sorted as name trees are."""
        if "/IDTree" in tree:
            del tree.IDTree
        names = Array()
        for key in sorted(self.named):
            names.extend([String(key), self.named[key]])
        if self.named:
            tree.IDTree = self.pdf.make_indirect(Dictionary(Names=names))

    def _element(self, element: Element, parent: Any) -> Any:
        entry = Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent)
        made = self.pdf.make_indirect(entry)
        page = element.first_page()
        if page is not None:
            made.Pg = self.pages[page]
        for key, text in element.said.items():
            made[f"/{key}"] = String(text)
        if element.id is not None:
            made.ID = String(element.id)
            self.named[element.id] = made
        if element.attributes:
            made.A = _one_or_all([_owned(*each) for each in element.attributes.items()])
        made.K = Array([self._kid(kid, page, made) for kid in element.kids])
        return made

    def _kid(self, kid: Kid, page: int | None, parent: Any) -> Any:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, Content):
            self.content[kid.page][kid.number] = parent
            if kid.page == page:
                return kid.number
            return Dictionary(Type=Name.MCR, Pg=self.pages[kid.page], MCID=kid.number)
        self.annotations.append((kid.annotation, parent))
        return Dictionary(Type=Name.OBJR, Pg=self.pages[kid.page], Obj=kid.annotation)


def _owned(owner: str, attributes: dict[str, Any]) -> Dictionary:
    named = {f"/{key}": value for key, value in attributes.items()}
    return Dictionary({"/O": Name(f"/{owner}"), **named})


def _one_or_all(attributes: list[pikepdf.Object]) -> pikepdf.Object:
    return attributes[0] if len(attributes) == 1 else Array(attributes)
