"""What a press file says of itself: PDF/X-4, its printing condition, its title."""

import uuid
import zlib
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from planche.press.conditions import ICC_REGISTRY, Condition

VERSION = "PDF/X-4"
"""ISO 15930-7:2010, 6.1.2: the key GTS_PDFXVersion of the namespace pdfxid."""

TIMELESS = "1980-01-01T00:00:00+00:00"
TIMELESS_INFO = "D:19800101000000+00'00'"
"""The date of creation that PDF/X asks for: always the same, since files say no date of a build."""

CREATOR = "Planche"
PRODUCER = "WeasyPrint, pikepdf"

PDFX = "{http://www.npes.org/pdfx/ns/id/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
XMP_MM = "{http://ns.adobe.com/xap/1.0/mm/}"
DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True)
class Intent:
    """A printing condition with its profile, compressed once for all files of a run."""

    condition: Condition
    compressed: bytes


def intent_of(condition: Condition, profile: bytes) -> Intent:
    """The intent of a condition and the bytes of its profile."""
    return Intent(condition, zlib.compress(profile))


def describe(pdf: pikepdf.Pdf, title: str, intent: Intent, content: str) -> None:
    """Say what the file is. `content` tells it from other files: its identifier comes from that.

    Leaves pages and their boxes alone.
    """
    _add_intent(pdf, intent)
    info = pdf.docinfo
    info[Name.Title] = String(title)
    info[Name.Creator] = String(CREATOR)
    info[Name.Producer] = String(PRODUCER)
    info[Name.CreationDate] = info[Name.ModDate] = String(TIMELESS_INFO)
    info[Name.GTS_PDFXVersion] = String(VERSION)
    # Name.False_ would be written /False_
    info[Name.Trapped] = Name("/False")
    _add_xmp(pdf, title, content)


def _add_intent(pdf: pikepdf.Pdf, intent: Intent) -> None:
    condition = intent.condition
    profile = pikepdf.Stream(pdf, intent.compressed)
    profile.stream_dict = Dictionary(N=4, Filter=Name.FlateDecode)
    entries = {
        "/Type": Name.OutputIntent,
        "/S": Name.GTS_PDFX,
        "/OutputConditionIdentifier": String(condition.identifier),
        "/Info": String(condition.info),
        "/DestOutputProfile": pdf.make_indirect(profile),
    }
    if condition.registered:
        entries["/RegistryName"] = String(ICC_REGISTRY)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(Dictionary(entries))])


def _add_xmp(pdf: pikepdf.Pdf, title: str, content: str) -> None:
    identifier = f"uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'planche:{title}:{content}')}"
    found: dict[str, Any] = {
        f"{DC}title": title,
        f"{DC}format": "application/pdf",
        f"{PDFX}GTS_PDFXVersion": VERSION,
        f"{PDF}Trapped": "False",
        f"{PDF}Producer": PRODUCER,
        f"{XMP}CreatorTool": CREATOR,
        f"{XMP}CreateDate": TIMELESS,
        f"{XMP}ModifyDate": TIMELESS,
        f"{XMP}MetadataDate": TIMELESS,
        f"{XMP_MM}DocumentID": identifier,
        f"{XMP_MM}InstanceID": identifier,
        f"{XMP_MM}VersionID": "1",
        f"{XMP_MM}RenditionClass": "default",
    }
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.register_xml_namespace("http://www.npes.org/pdfx/ns/id/", "pdfxid")
        for key, value in found.items():
            metadata[key] = value
