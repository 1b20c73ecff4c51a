"""Facts of the whole file, and the boxes and annotations of its pages."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from lxml import etree

from planche.press.preflight.facts import Boxes, DocumentFacts, Intent
from planche.press.preflight.matrix import Area, boxed, common

PDFX_ID = "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"
"""The property that says which PDF/X a file is (ISO 15930-7)."""

HARMLESS_ANNOTATIONS = ("/PrinterMark", "/TrapNet", "/Popup")
"""Annotations that a press file may have on its page (ISO 15930-7); Popup draws nothing."""

PROFILE_SPACE = slice(16, 20)
"""Where the header of a profile names its colour space (ICC.1:2022, 7.2.1)."""

MOST_NAMES = 10_000
"""Nodes of a name tree that are looked at."""


def document_facts(pdf: pikepdf.Pdf) -> DocumentFacts:
    """What holds for the whole of an open file."""
    root = pdf.Root
    return DocumentFacts(
        pages=len(pdf.pages),
        version=_version(root.get("/Metadata")) or _old_version(pdf),
        intents=tuple(_intents(root)),
        trapped=_trapped(pdf),
        identified="/ID" in pdf.trailer,
        encrypted=pdf.is_encrypted,
        actions=tuple(_actions(pdf)),
        attachments=tuple(_attachments(root)),
        layers=tuple(_layers(root)),
    )


def _version(metadata: Any) -> str | None:
    """The version in the XMP, as an element or an attribute; None where there is none."""
    if not isinstance(metadata, pikepdf.Stream):
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    tree = etree.fromstring(metadata.read_bytes(), parser)
    if tree is None:
        return None
    for element in tree.iter():
        if element.tag == PDFX_ID and element.text:
            return str(element.text).strip()
        if PDFX_ID in element.attrib:
            return str(element.attrib[PDFX_ID])
    return None


def _info(pdf: pikepdf.Pdf, key: str) -> str | None:
    info = pdf.trailer.get("/Info")
    found = info.get(key) if info is not None else None
    return str(found) if found is not None else None


def _old_version(pdf: pikepdf.Pdf) -> str | None:
    """What the older kinds of PDF/X say in the information dictionary."""
    return _info(pdf, "/GTS_PDFXVersion")


def _trapped(pdf: pikepdf.Pdf) -> str | None:
    found = _info(pdf, "/Trapped")
    return found.lstrip("/") if found else None


def _intents(root: Any) -> Iterator[Intent]:
    for each in root.get("/OutputIntents", []):
        if each.get("/S") != "/GTS_PDFX":
            continue
        profile = each.get("/DestOutputProfile")
        space = None
        if isinstance(profile, pikepdf.Stream):
            space = profile.read_bytes()[PROFILE_SPACE].decode("latin-1").strip()
        yield Intent(
            str(each.get("/OutputConditionIdentifier", "")),
            str(each.get("/RegistryName", "")),
            space,
        )


def _actions(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Whatever could make a program do something: actions, scripts, forms."""
    root = pdf.Root
    opening = root.get("/OpenAction")
    if isinstance(opening, pikepdf.Dictionary):
        yield f"OpenAction {opening.get('/S', '')}".replace("/", "").strip()
    if "/AA" in root:
        yield "AA"
    if "/JavaScript" in root.get("/Names", {}):
        yield "JavaScript"
    form = root.get("/AcroForm")
    if form is not None and ("/XFA" in form or len(form.get("/Fields", []))):
        yield "AcroForm"
    if any("/AA" in page.obj for page in pdf.pages):
        yield "AA (page)"


def _attachments(root: Any) -> Iterator[str]:
    """Names of the files inside the file."""
    tree = root.get("/Names", {}).get("/EmbeddedFiles")
    left = [tree] if tree is not None else []
    for _ in range(MOST_NAMES):
        if not left:
            return
        node = left.pop()
        yield from (str(each) for each in list(node.get("/Names", []))[::2])
        left += list(node.get("/Kids", []))


def _layers(root: Any) -> Iterator[str]:
    for group in root.get("/OCProperties", {}).get("/OCGs", []):
        yield str(group.get("/Name", "?"))


def boxes(page: pikepdf.Page) -> Boxes:
    """The boxes of a page; those that it does not state itself or inherit are None.

    Raises ValueError for a UserUnit that is not above 0 (ISO 32000-2, table 31), and what
    `opening.BROKEN` names for boxes that are none.
    """
    scale = float(page.obj.get("/UserUnit", 1))
    if scale <= 0:
        raise ValueError(f"UserUnit {scale}")
    return Boxes(
        media=boxed(page.mediabox),
        crop=_inherited(page.obj, "/CropBox"),
        bleed=_own(page.obj, "/BleedBox"),
        trim=_own(page.obj, "/TrimBox"),
        art=_own(page.obj, "/ArtBox"),
        scale=scale,
    )


def _own(page: Any, key: str) -> Area | None:
    return boxed(page[key]) if key in page else None


def _inherited(page: Any, key: str) -> Area | None:
    """A box of the page or of the nodes above it (ISO 32000-2, table 31)."""
    node = page
    for _ in range(MOST_NAMES):
        if key in node:
            return boxed(node[key])
        if "/Parent" not in node:
            return None
        node = node["/Parent"]
    return None


def annotations(page: Any, boxes: Boxes) -> Iterator[tuple[str, Area]]:
    """Annotations that meet the bleed, with their areas."""
    for each in page.get("/Annots", []):
        kind = str(each.get("/Subtype", "/?"))
        where = boxed(each["/Rect"]) if "/Rect" in each else boxes.reach
        shared = common(where, boxes.reach)
        if kind not in HARMLESS_ANNOTATIONS and shared is not None:
            yield kind.lstrip("/"), shared
