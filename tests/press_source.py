"""A press file made by hand: numbered pages in inks, with boxes, marks and a slug."""

import io
from collections.abc import Collection
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name

from planche.text.faces import Face
from planche.units import Mm, mm_to_pt
from tests.sets import kit

MARGIN: Mm = 15
"""From the trim to the edge of the page: bleed, marks, slug."""

SLUG = "SLUG"
"""What stands outside the bleed of each page, and must not come onto a sheet."""

XMP = b"""<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
<xmpMM:DocumentID>uuid:00000000-0000-0000-0000-000000000000</xmpMM:DocumentID>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Probe</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def inks(page: int) -> tuple[float, float, float, float]:
    """The field of a page, counted from 0: no two of the first 40 alike, black always 0."""
    return ((page % 5) / 5, (page // 5 % 4) / 4, 0.2 + (page // 20 % 2) * 0.5, 0)


@cache
def press_file(
    pages: int,
    width: Mm = 210,
    height: Mm = 297,
    bleed: Mm = 3,
    across: Collection[int] = (),
) -> bytes:
    """Pages with a field to the bleed and beyond, their number large in the middle, and a slug;
    those of `across` lie on their long edge."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(_font(pdf, kit().faces["bold"]))
    for index in range(pages):
        size = (height, width) if index in across else (width, height)
        _add_page(pdf, index, size, bleed, font)
    pdf.Root.OutputIntents = Array([_intent()])
    pdf.Root.Metadata = pdf.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.PageMode = Name.UseOutlines
    pdf.docinfo.Title = "Probe"
    pdf.docinfo.Trapped = Name("/False")
    pdf.docinfo.GTS_PDFXVersion = "PDF/X-4"
    output = io.BytesIO()
    pdf.save(output, deterministic_id=True, force_version="1.6")
    return output.getvalue()


def _intent() -> Dictionary:
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier="FOGRA39",
        RegistryName="http://www.color.org",
        Info="FOGRA39",
    )


def _font(pdf: pikepdf.Pdf, face: Face) -> Dictionary:
    characters = [chr(code) for code in range(32, 127)]
    file = pdf.make_stream(face.path.read_bytes())
    name = Name.ProbeBold
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=32, FontBBox=[0, -300, 1000, 1000],
        ItalicAngle=0, Ascent=900, Descent=-250, CapHeight=700, StemV=120, FontFile2=file,
    )  # fmt: skip
    return Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=name, FirstChar=32, LastChar=126,
        Widths=[round(face.advance(each) * 1000) for each in characters],
        Encoding=Name.WinAnsiEncoding, FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip


def _add_page(
    pdf: pikepdf.Pdf, index: int, size: tuple[Mm, Mm], bleed: Mm, font: pikepdf.Object
) -> None:
    width, height = (mm_to_pt(each) for each in size)
    margin, out = mm_to_pt(MARGIN), mm_to_pt(bleed)
    field = " ".join(f"{ink:g}" for ink in inks(index))
    area = f"{margin - out} {margin - out} {width + 2 * out} {height + 2 * out} re"
    middle = f"{margin + width / 2 - 80} {margin + height / 2 - 40}"
    number = f"BT /F 120 Tf {middle} Td (p{index + 1}) Tj ET"
    slug = f"BT /F 8 Tf {margin} 6 Td ({SLUG}) Tj ET"
    mark = f"0 0 0 1 K 0.25 w {margin} 0 m {margin} {margin - out - 3} l S"
    head = f"0 1 0 0 k {margin + width / 2 - 30} {margin + height - 20} 60 20 re f"
    page = pdf.add_blank_page(page_size=(width + 2 * margin, height + 2 * margin))
    page.obj.Contents = pdf.make_stream(
        f"{field} k {area} f 0 0 0 1 k {number} {slug} {mark} {head}".encode()
    )
    page.obj.Resources = Dictionary(Font=Dictionary(F=font))
    trim = (margin, margin, margin + width, margin + height)
    page.obj.TrimBox = Array([round(value, 4) for value in trim])
    page.obj.BleedBox = Array(
        [round(value, 4) for value in (trim[0] - out, trim[1] - out, trim[2] + out, trim[3] + out)]
    )
