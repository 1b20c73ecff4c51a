"""A small PDF/X-4 as a press wants it, written by hand, for tests to spoil.

Two pages of 100 × 140 mm with 3 mm of bleed and crop marks: a field over the top, a picture that
bleeds at the right, black and white text, a rule, a line drawing, a slug outside the bleed.
"""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from planche.press.preflight import Expected, Report
from planche.units import mm_to_pt

ROOT = Path(__file__).resolve().parent.parent

WIDTH, HEIGHT, BLEED, EDGE = 100.0, 140.0, 3.0, 10.0
"""Millimetres: trim, bleed, and from the trim to the edge of the media."""

ORDER = Expected(WIDTH, HEIGHT, BLEED, 300, 2, "FOGRA39", 5)
"""The order that the file fulfils."""

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

FONT = ROOT / "assets" / "fonts" / "SchibstedGrotesk-Regular.ttf"
LETTERS = dict.fromkeys(range(32, 127), 550)

Spoil = Callable[[pikepdf.Pdf], None]


def x(mm: float) -> float:
    """Points from the left of the media, of millimetres from the left of the trim."""
    return round(mm_to_pt(EDGE + mm), 3)


def y(mm: float) -> float:
    """Points from the bottom of the media, of millimetres from the top of the trim."""
    return round(mm_to_pt(EDGE + HEIGHT - mm), 3)


def pt(mm: float) -> float:
    return round(mm_to_pt(mm), 3)


def box(left: float, top: float, width: float, height: float) -> str:
    """The operator `re`, in millimetres from the trim's top left."""
    return f"{x(left)} {y(top + height)} {pt(width)} {pt(height)} re"


def field(left: float, top: float, width: float, height: float, colour: str) -> str:
    """A filled rectangle."""
    return f"q {colour} {box(left, top, width, height)} f Q\n"


def text(words: str, left: float, top: float, size: float, colour: str, state: str = "") -> str:
    """A line of text whose baseline is so many millimetres down."""
    return f"q {state} {colour} BT /F {size} Tf {x(left)} {y(top)} Td ({words}) Tj ET Q\n"


def rule(left: float, top: float, width: float, weight: float, colour: str) -> str:
    """A stroked line, its weight in points."""
    ends = f"{x(left)} {y(top)} m {x(left + width)} {y(top)} l S"
    return f"q {weight} w {colour} {ends} Q\n"


def picture(name: str, left: float, top: float, width: float, height: float) -> str:
    """A picture of the page's resources."""
    matrix = f"{pt(width)} 0 0 {pt(height)} {x(left)} {y(top + height)} cm"
    return f"q {matrix} /{name} Do Q\n"


def crop_marks() -> str:
    lines = []
    for at in (0.0, WIDTH):
        for start, end in ((-9, -4), (HEIGHT + 4, HEIGHT + 9)):
            lines.append(f"{x(at)} {y(start)} m {x(at)} {y(end)} l S")
    for at in (0.0, HEIGHT):
        for start, end in ((-9, -4), (WIDTH + 4, WIDTH + 9)):
            lines.append(f"{x(start)} {y(at)} m {x(end)} {y(at)} l S")
    return "q /Marks CS 1 SCN 0.25 w " + " ".join(lines) + " Q\n"


def artwork() -> str:
    return (
        field(-3, -3, 106, 53, "0.9 0.45 0.4 0.45 k")
        + field(60, 40, 20, 20, "0 0.3 0.85 0 k")
        + picture("Photo", 83, 90, 20, 20)
        + text("Hvid paa felt", 10, 20, 20, "0 0 0 0 k")
        + text("Sort paa farve", 62, 52, 11, "0 0 0 1 k", "/Over gs")
        + text("Broedtekst i sort", 10, 70, 14, "0 0 0 1 k", "/Over gs")
        + text("Lille tekst", 10, 80, 6, "0 0 0 1 k", "/Over gs")
        + rule(10, 90, 50, 0.5, "0 0 0 1 K")
        + picture("Drawing", 10, 100, 4, 4)
        + text("Slug 1/2 CMYK", 10, -5, 4, "0 0 0 1 k")
        + crop_marks()
    )


def image(pdf: pikepdf.Pdf, pixels: int, bits: int, space: Name) -> Stream:
    """A square picture of one tone."""
    row = -(-pixels * bits * (4 if space == Name.DeviceCMYK else 1) // 8)
    if space == Name.DeviceRGB:
        row = pixels * 3
    return pdf.make_indirect(
        Stream(
            pdf,
            bytes((90,)) * row * pixels,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=pixels,
            Height=pixels,
            BitsPerComponent=bits,
            ColorSpace=space,
        )
    )


def font(pdf: pikepdf.Pdf) -> Dictionary:
    program = pdf.make_indirect(Stream(pdf, FONT.read_bytes()))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/ABCDEF+Schibsted"),
        Flags=32,
        FontBBox=[-100, -250, 1100, 950],
        ItalicAngle=0,
        Ascent=750,
        Descent=-200,
        CapHeight=700,
        StemV=80,
        FontFile2=program,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name("/ABCDEF+Schibsted"),
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=126,
            Widths=list(LETTERS.values()),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


def profile(space: bytes = b"CMYK") -> bytes:
    """The header of a profile, which is all that is read of it."""
    return bytes(12) + b"prtr" + space + b"Lab " + bytes(104)


def function(pdf: pikepdf.Pdf, ends: tuple[float, ...] = (1, 1, 1, 1)) -> Dictionary:
    """From nothing to some amounts."""
    return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0] * len(ends), C1=list(ends))


def resources(pdf: pikepdf.Pdf) -> Dictionary:
    marks = Array([Name.Separation, Name.All, Name.DeviceCMYK, function(pdf)])
    return pdf.make_indirect(
        Dictionary(
            Font=Dictionary(F=font(pdf)),
            ColorSpace=Dictionary(Marks=marks),
            ExtGState=Dictionary(Over=Dictionary(OP=True, op=True, OPM=1)),
            XObject=Dictionary(
                Photo=image(pdf, 240, 8, Name.DeviceCMYK),
                Drawing=image(pdf, 200, 1, Name.DeviceGray),
            ),
        )
    )


def area(beyond: float) -> Array:
    """A box so many millimetres beyond the trim."""
    return Array(
        [x(-beyond), y(HEIGHT + beyond), x(WIDTH + beyond), y(-beyond)],
    )


def made() -> pikepdf.Pdf:
    """The good file, open."""
    pdf = pikepdf.new()
    shared = resources(pdf)
    for _ in range(2):
        page = pdf.add_blank_page(page_size=(pt(WIDTH + 2 * EDGE), pt(HEIGHT + 2 * EDGE)))
        page.obj.Resources = shared
        page.obj.TrimBox, page.obj.BleedBox = area(0), area(BLEED)
        page.obj.Contents = Stream(pdf, artwork().encode("ascii"))
    pdf.Root.Metadata = pdf.make_indirect(
        Stream(pdf, XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
    )
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFX,
                OutputConditionIdentifier=pikepdf.String("FOGRA39"),
                RegistryName=pikepdf.String("http://www.color.org"),
                DestOutputProfile=pdf.make_indirect(Stream(pdf, profile(), N=4)),
            )
        ]
    )
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Trapped=Name("/False")))
    return pdf


def saved(pdf: pikepdf.Pdf, identified: bool = True) -> bytes:
    """A file's bytes; qpdf always writes an ID, so that it must be cut out to be missing."""
    written = io.BytesIO()
    pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    data = written.getvalue()
    return data if identified else data.replace(b"/ID [", b"/IX [")


@cache
def good() -> bytes:
    """The good file."""
    return saved(made())


def spoilt(spoil: Spoil, identified: bool = True) -> bytes:
    """The good file with something done to it."""
    pdf = made()
    spoil(pdf)
    return saved(pdf, identified)


def draw(pdf: pikepdf.Pdf, more: str, page: int = 2) -> None:
    """Draw something on a page, over what is there."""
    contents = pdf.pages[page - 1].obj.Contents
    contents.write(contents.read_bytes() + more.encode("ascii"))


def resource(pdf: pikepdf.Pdf, kind: str, name: str, value: object) -> None:
    """Add a resource, on both pages."""
    shared = pdf.pages[0].obj.Resources
    if kind not in shared:
        shared[kind] = Dictionary()
    shared[kind][f"/{name}"] = value


def rules_of(report: Report) -> set[str]:
    """The rules that a report finds broken."""
    return {finding.rule for finding in report.findings}
