"""Elements of Office Open XML, written as they nest."""

from typing import Any, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
"""The prefixes that every presentation uses (ECMA-376-1, annex A)."""

EXTENSIONS = {
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p15": "http://schemas.microsoft.com/office/powerpoint/2012/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
}
"""Microsoft's extensions (MS-ODRAWXML, MS-PPTX); each declared only where it is used."""

_ALL = NAMESPACES | EXTENSIONS
_DECLARED = {prefix: {prefix: uri} for prefix, uri in EXTENSIONS.items()}
_ATTRIBUTES = {f"r_{name}": f"{{{NAMESPACES['r']}}}{name}" for name in ("id", "embed")}


def qn(tag: str) -> str:
    """`a:t` as the library wants it: the namespace in braces."""
    prefix, name = tag.split(":")
    return f"{{{_ALL[prefix]}}}{name}"


def el(tag: str, *children: Element | str | None, **attributes: object) -> Element:
    """An element with its children or its text. Attributes that are None are left out.

    A truth value is written 1 or 0; `r_id` is the attribute `r:id`, `r_embed` likewise.
    """
    prefix, _ = tag.split(":")
    made = etree.Element(qn(tag), nsmap=_DECLARED.get(prefix, NAMESPACES))
    for name, value in attributes.items():
        if value is not None:
            made.set(_ATTRIBUTES.get(name, name), _written(value))
    for child in children:
        if isinstance(child, str):
            made.text = child
        elif child is not None:
            made.append(child)
    return made


def _written(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def serialised(root: Element) -> bytes:
    """A whole part as bytes, with the declaration Office writes."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def parsed(data: bytes) -> Element:
    """The root of a part. Reads no entity and no network. Raises etree.XMLSyntaxError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root: Any = etree.fromstring(data, parser)
    return root
