"""A fault for every rule of preflight: how it is planted, and where it must be seen."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from planche.geometry.parts import Box
from planche.press.preflight import Expected
from tests import press_support as press
from tests.press_support import ORDER, Spoil

TRIM = Box(0, 0, press.WIDTH, press.HEIGHT)


@dataclass(frozen=True)
class Planted:
    """A fault: what is done to the good file, and what must be said of it."""

    spoil: Spoil
    page: int | None = 2
    place: Box | None = None
    """Where it must be seen, to a millimetre; None: no place is asked."""
    says: str = ""
    """What the finding in English must hold."""
    order: Expected = ORDER
    identified: bool = True
    also: frozenset[str] = frozenset()
    """Rules that cannot but be broken, too."""


def nothing(pdf: pikepdf.Pdf) -> None:
    """Leave the file as it is."""


def drawn(more: str) -> Spoil:
    """Draw something on the second page."""
    return lambda pdf: press.draw(pdf, more)


def without(key: str) -> Spoil:
    """Take a key of the second page away."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1].obj[key]

    return spoil


def boxed(key: str, beyond: float) -> Spoil:
    """A box of the second page, so many millimetres beyond the trim."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj[key] = press.area(beyond)

    return spoil


def with_state(state: Dictionary, more: str) -> Spoil:
    """Draw something in a graphics state of its own, named X."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        press.resource(pdf, "/ExtGState", "X", state)
        press.draw(pdf, more)

    return spoil


def in_space(make: Callable[[pikepdf.Pdf], object], more: str) -> Spoil:
    """Draw something in a colour space named X."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        press.resource(pdf, "/ColorSpace", "X", make(pdf))
        press.draw(pdf, more)

    return spoil


def pictured(pixels: int, bits: int, space: Name, place: Box) -> Spoil:
    """Show a picture of so many pixels."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        press.resource(pdf, "/XObject", "X", press.image(pdf, pixels, bits, space))
        press.draw(pdf, press.picture("X", place.x, place.y, place.width, place.height))

    return spoil


def lettered(change: Callable[[pikepdf.Pdf, Dictionary], None]) -> Spoil:
    """Set a line in a changed font named X."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        font = press.font(pdf)
        change(pdf, font)
        press.resource(pdf, "/Font", "X", font)
        line = press.text("Anden skrift", 10, 120, 14, "0 0 0 1 k", "/Over gs")
        press.draw(pdf, line.replace("/F ", "/X "))

    return spoil


def not_embedded(pdf: pikepdf.Pdf, font: Dictionary) -> None:
    font.BaseFont = Name("/Fremmed")
    del font.FontDescriptor["/FontFile2"]


def courier(pdf: pikepdf.Pdf, font: Dictionary) -> None:
    font.BaseFont = Name("/ABCDEG+CourierNew")


def type3(pdf: pikepdf.Pdf, font: Dictionary) -> None:
    glyph = pdf.make_indirect(Stream(pdf, b"550 0 0 0 500 700 d1 0 0 500 700 re f"))
    for key in ("/FontDescriptor", "/BaseFont"):
        del font[key]
    font.Subtype, font.Name = Name.Type3, Name("/Tegnet")
    font.FontBBox, font.FontMatrix = Array([0, 0, 550, 700]), Array([0.001, 0, 0, 0.001, 0, 0])
    font.CharProcs, font.Resources = Dictionary(a=glyph), Dictionary()
    font.Encoding = Dictionary(Differences=[32, *[Name.a] * len(press.LETTERS)])


def grouped(pdf: pikepdf.Pdf) -> None:
    box = press.area(0)
    form = Stream(
        pdf,
        press.field(40, 100, 10, 10, "0 0 0 0.5 k").encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=box,
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK),
    )
    press.resource(pdf, "/XObject", "X", pdf.make_indirect(form))
    press.draw(pdf, "q /X Do Q\n")


def noted(pdf: pikepdf.Pdf) -> None:
    where = Array([press.x(40), press.y(110), press.x(60), press.y(100)])
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=where, Contents="Ret mig")
    pdf.pages[1].obj.Annots = Array([pdf.make_indirect(note)])


def scripted(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["brev.txt"] = pikepdf.AttachedFileSpec(pdf, b"hej", filename="brev.txt")


def layered(pdf: pikepdf.Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Korrektur"))
    pdf.Root.OCProperties = Dictionary(OCGs=[group], D=Dictionary())


def scaled(pdf: pikepdf.Pdf) -> None:
    """Half the points, twice the unit: the sheet stays as large as it was."""
    page = pdf.pages[1].obj
    page.UserUnit = 2
    for key in ("/MediaBox", "/BleedBox", "/TrimBox"):
        page[key] = Array([float(each) / 2 for each in page[key]])
    page.Contents.write(b"0.5 0 0 0.5 0 0 cm\n" + page.Contents.read_bytes())


def emptied(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Contents.write(b"")


def of_intent(key: str, value: object) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OutputIntents[0][key] = value

    return spoil


def screen_profile(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_indirect(Stream(pdf, press.profile(b"RGB "), N=3))
    pdf.Root.OutputIntents[0].DestOutputProfile = stream


def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def older(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(press.XMP.replace("PDF/X-4", "PDF/X-3").encode())


def not_said(pdf: pikepdf.Pdf) -> None:
    del pdf.trailer.Info["/Trapped"]


def field_to_trim(pdf: pikepdf.Pdf) -> None:
    """The field at the top ends at the trim on the left."""
    contents = pdf.pages[1].obj.Contents
    before = press.field(-3, -3, 106, 53, "0.9 0.45 0.4 0.45 k")
    after = press.field(0, -3, 103, 53, "0.9 0.45 0.4 0.45 k")
    data = contents.read_bytes()
    assert before.encode() in data
    contents.write(data.replace(before.encode(), after.encode()))


SPOT = "PANTONE 185 C"


def spot(pdf: pikepdf.Pdf) -> Array:
    alternate = press.function(pdf, (0, 0.9, 0.8, 0))
    return Array([Name.Separation, Name(f"/{SPOT}"), Name.DeviceCMYK, alternate])


def lab(pdf: pikepdf.Pdf) -> Array:
    return Array([Name.Lab, Dictionary(WhitePoint=[0.9642, 1, 0.8249])])


SQUARE = Box(40, 110, 10, 10)
FIELD = press.box(SQUARE.x, SQUARE.y, SQUARE.width, SQUARE.height) + " f"
BLACK = "0 0 0 1 k"


def said(left: float, top: float, size: float, width: float) -> Box:
    """About where a line of text stands."""
    return Box(left, top - 0.75 * size * 0.3528, width, 0.95 * size * 0.3528)


FAULTS: dict[str, Planted] = {
    "trim-box": Planted(without("/TrimBox"), also=frozenset({"page-size", "bleed"})),
    "art-box": Planted(boxed("/ArtBox", 0), place=TRIM),
    "boxes-nested": Planted(
        boxed("/BleedBox", 12),
        place=Box(-12, -12, 124, 164),
        says="BleedBox",
        also=frozenset({"registration-colour", "small-text", "safe-zone"}),
    ),
    "crop-box": Planted(boxed("/CropBox", 1), place=Box(-1, -1, 102, 142)),
    "page-scale": Planted(scaled, says="2"),
    "page-size": Planted(
        nothing,
        page=1,
        place=TRIM,
        says="210 × 297 mm",
        order=replace(ORDER, trim_width_mm=210, trim_height_mm=297),
    ),
    "page-count": Planted(nothing, page=None, says="2 pages", order=replace(ORDER, pages=3)),
    "empty-page": Planted(emptied),
    "bleed": Planted(boxed("/BleedBox", 2), place=TRIM, says="2 mm"),
    "bleed-filled": Planted(field_to_trim, place=Box(-3, 0, 3, 50), says="ends 0 mm beyond"),
    "safe-zone": Planted(
        drawn(press.text("Naer kanten", 40, 137, 14, BLACK, "/Over gs")),
        place=said(40, 137, 14, 29.9),
        says="Naer kanten",
    ),
    "rgb": Planted(drawn(f"1 0 0 rg {FIELD}\n"), place=SQUARE, says="DeviceRGB"),
    "calibrated-colour": Planted(
        in_space(lab, f"/X cs 50 40 20 sc {FIELD}\n"), place=SQUARE, says="Lab"
    ),
    "spot-colour": Planted(in_space(spot, f"/X cs 1 scn {FIELD}\n"), place=SQUARE, says=SPOT),
    "registration-colour": Planted(drawn(f"/Marks cs 0.5 scn {FIELD}\n"), place=SQUARE),
    "ink-coverage": Planted(
        drawn(f"0.9 0.9 0.9 0.7 k {FIELD}\n"),
        place=Box(40, 110, 4, 4),
        says="340 % of ink (C M Y K: 90 90 90 70)",
    ),
    "white-overprint": Planted(
        drawn(press.text("Forgaar her", 10, 30, 20, "0 0 0 0 k", "/Over gs")),
        place=said(10, 30, 20, 42.7),
    ),
    "small-text": Planted(
        drawn(press.text("Alt for lille", 10, 120, 4.5, BLACK, "/Over gs")),
        place=said(10, 120, 4.5, 11.4),
        says="“Alt for lille” is 4.5 pt",
    ),
    "small-coloured-text": Planted(
        drawn(press.text("Hvid og lille", 10, 30, 7, "0 0 0 0 k")),
        place=said(10, 30, 7, 17.7),
        says="Hvid og lille",
    ),
    "rich-black-text": Planted(
        drawn(press.text("Fed sort", 10, 120, 10, "0.5 0.4 0.4 1 k")),
        place=said(10, 120, 10, 15.5),
        says="50 40 40 100",
    ),
    "black-knocks-out": Planted(
        drawn(press.text("Hul i farven", 62, 57, 10, BLACK)),
        place=said(62, 57, 10, 23.3),
        says="Hul i farven",
    ),
    "hairline": Planted(
        drawn(press.rule(10, 115, 50, 0.1, "0 0 0 1 K")), place=Box(10, 115, 50, 0), says="0.1 pt"
    ),
    "coarse-picture": Planted(
        pictured(50, 8, Name.DeviceCMYK, Box(10, 110, 10, 10)),
        place=Box(10, 110, 10, 10),
        says="127 ppi",
    ),
    "soft-picture": Planted(
        pictured(80, 8, Name.DeviceCMYK, Box(10, 110, 10, 10)),
        place=Box(10, 110, 10, 10),
        says="203 ppi",
    ),
    "coarse-bitmap": Planted(
        pictured(160, 1, Name.DeviceGray, Box(10, 110, 10, 10)),
        place=Box(10, 110, 10, 10),
        says="406 ppi",
    ),
    "soft-bitmap": Planted(
        pictured(320, 1, Name.DeviceGray, Box(10, 110, 10, 10)),
        place=Box(10, 110, 10, 10),
        says="813 ppi",
    ),
    "font-embedded": Planted(lettered(not_embedded), place=said(10, 120, 14, 32.6), says="Fremmed"),
    "font-type3": Planted(lettered(type3), place=said(10, 120, 14, 32.6), says="Tegnet"),
    "font-courier": Planted(lettered(courier), place=said(10, 120, 14, 32.6), says="CourierNew"),
    "transparency": Planted(
        with_state(Dictionary(ca=0.5), f"/X gs 0 0 0 1 k {FIELD}\n"), place=SQUARE, says="ca 0.5"
    ),
    "transparency-group": Planted(grouped, place=TRIM, says="DeviceCMYK"),
    "layers": Planted(layered, page=None, says="Korrektur"),
    "transfer-function": Planted(
        with_state(Dictionary(TR2=Dictionary(FunctionType=2, Domain=[0, 1], N=2)), "/X gs\n"),
        says="TR2",
    ),
    "pdfx-version": Planted(older, page=None, says="PDF/X-3"),
    "output-intent": Planted(no_intent, page=None, says="0 output intents"),
    "output-profile": Planted(screen_profile, page=None, says="RGB"),
    "output-condition": Planted(
        of_intent("/OutputConditionIdentifier", pikepdf.String("FOGRA52")),
        page=None,
        says="FOGRA52",
    ),
    "trapped": Planted(not_said, page=None),
    "file-id": Planted(nothing, page=None, identified=False),
    "encrypted": Planted(nothing, page=None),
    "annotations": Planted(noted, place=Box(40, 100, 20, 10), says="Text"),
    "actions": Planted(scripted, page=None, says="JavaScript"),
    "attachments": Planted(attached, page=None, says="brev.txt"),
}
"""The fault of each rule, by its slug."""
