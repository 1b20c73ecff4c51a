"""The template as a whole package: parts, how they are related, and what each is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planche.deck.look import Look
from planche.deck.template.handout import handout_master
from planche.deck.template.layout import layout_part
from planche.deck.template.layouts import layouts
from planche.deck.template.master import (
    FIRST_LAYOUT_ID,
    NOTES_HEIGHT,
    NOTES_WIDTH,
    master,
    notes_master,
)
from planche.deck.template.scheme import theme_part
from planche.deck.template.styles import other_style
from planche.deck.template.table_style import table_styles
from planche.deck.xml import Element, el, parsed, serialised
from planche.units import Mm, mm_to_emu
from planche.zipped import zipped

OFFICE = "application/vnd.openxmlformats-officedocument"
PRESENTATION = f"{OFFICE}.presentationml.presentation.main+xml"
TEMPLATE = f"{OFFICE}.presentationml.template.main+xml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE_RELATION = f"{RELATIONS}/metadata/core-properties"

FIXED_DATE = "2000-01-01T00:00:00Z"
"""Every date in the file: the edition is dated by its text, and the same source makes the same
bytes."""

EMU_PER_POINT = 12_700


@dataclass(frozen=True)
class Part:
    """A part: what it is, its root or bytes, and its relations (kind and target, rId1 and on)."""

    name: str
    type: str
    root: Element | bytes
    relations: tuple[tuple[str, str], ...] = ()


def whole_points(length: Mm) -> int:
    """EMU of a length, rounded to points: 338.667 mm are 13⅓ inches, exactly 16:9."""
    return round(mm_to_emu(length) / EMU_PER_POINT) * EMU_PER_POINT


def template(look: Look) -> bytes:
    """An empty deck."""
    parts = list(_parts(look))
    files = [
        ("[Content_Types].xml", _types(parts)),
        ("_rels/.rels", _relations(_package_targets())),
    ]
    for part in parts:
        data = part.root if isinstance(part.root, bytes) else serialised(part.root)
        files.append((part.name.lstrip("/"), data))
        if part.relations:
            folder, name = part.name.lstrip("/").rsplit("/", 1)
            files.append((f"{folder}/_rels/{name}.rels", _relations(part.relations)))
    return zipped(files)


def _package_targets() -> tuple[tuple[str, str], ...]:
    return (
        (f"{OFFICE_RELATIONS}/officeDocument", "ppt/presentation.xml"),
        (CORE_RELATION, "docProps/core.xml"),
        (f"{OFFICE_RELATIONS}/extended-properties", "docProps/app.xml"),
    )


def _parts(look: Look) -> Iterator[Part]:
    known = layouts(look)
    yield Part(
        "/ppt/presentation.xml",
        PRESENTATION,
        _presentation(look),
        (
            (f"{OFFICE_RELATIONS}/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{OFFICE_RELATIONS}/notesMaster", "notesMasters/notesMaster1.xml"),
            (f"{OFFICE_RELATIONS}/handoutMaster", "handoutMasters/handoutMaster1.xml"),
            (f"{OFFICE_RELATIONS}/presProps", "presProps.xml"),
            (f"{OFFICE_RELATIONS}/viewProps", "viewProps.xml"),
            (f"{OFFICE_RELATIONS}/theme", "theme/theme1.xml"),
            (f"{OFFICE_RELATIONS}/tableStyles", "tableStyles.xml"),
        ),
    )
    yield Part(
        "/ppt/slideMasters/slideMaster1.xml",
        _ml("slideMaster"),
        master(look, len(known)),
        (
            *(
                (f"{OFFICE_RELATIONS}/slideLayout", f"../slideLayouts/slideLayout{index}.xml")
                for index in range(1, len(known) + 1)
            ),
            (f"{OFFICE_RELATIONS}/theme", "../theme/theme1.xml"),
        ),
    )
    pictures = dict.fromkeys(layout.picture for layout in known if layout.picture)
    names = {each: f"media/image{number}.png" for number, each in enumerate(pictures, start=1)}
    for index, layout in enumerate(known, start=1):
        targets = [(f"{OFFICE_RELATIONS}/slideMaster", "../slideMasters/slideMaster1.xml")]
        if layout.picture:
            targets.append((f"{OFFICE_RELATIONS}/image", f"../{names[layout.picture]}"))
        name = f"/ppt/slideLayouts/slideLayout{index}.xml"
        yield Part(name, _ml("slideLayout"), layout_part(look, layout), tuple(targets))
    for picture, name in names.items():
        yield Part(f"/ppt/{name}", "image/png", picture)
    yield Part(
        "/ppt/notesMasters/notesMaster1.xml",
        _ml("notesMaster"),
        notes_master(look),
        ((f"{OFFICE_RELATIONS}/theme", "../theme/theme2.xml"),),
    )
    yield Part(
        "/ppt/handoutMasters/handoutMaster1.xml",
        _ml("handoutMaster"),
        handout_master(look),
        ((f"{OFFICE_RELATIONS}/theme", "../theme/theme3.xml"),),
    )
    title = look.theme.name
    for number, name in enumerate((title, f"{title} notes", f"{title} handouts"), start=1):
        yield Part(f"/ppt/theme/theme{number}.xml", f"{OFFICE}.theme+xml", theme_part(look, name))
    yield Part("/ppt/presProps.xml", _ml("presProps"), el("p:presentationPr"))
    yield Part("/ppt/viewProps.xml", _ml("viewProps"), el("p:viewPr"))
    yield Part("/ppt/tableStyles.xml", _ml("tableStyles"), table_styles(look))
    yield from _properties(look)


def _ml(name: str) -> str:
    return f"{OFFICE}.presentationml.{name}+xml"


def _presentation(look: Look) -> Element:
    grid = look.grid
    master_id = el("p:sldMasterId", id=FIRST_LAYOUT_ID - 1, r_id="rId1")
    return el(
        "p:presentation",
        el("p:sldMasterIdLst", master_id),
        el("p:notesMasterIdLst", el("p:notesMasterId", r_id="rId2")),
        el("p:handoutMasterIdLst", el("p:handoutMasterId", r_id="rId3")),
        el("p:sldSz", cx=whole_points(grid.width), cy=whole_points(grid.height)),
        el("p:notesSz", cx=mm_to_emu(NOTES_WIDTH), cy=mm_to_emu(NOTES_HEIGHT)),
        other_style(look, "p:defaultTextStyle"),
    )


def _properties(look: Look) -> Iterator[Part]:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title/><dc:creator/><cp:lastModifiedBy/><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{FIXED_DATE}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{FIXED_DATE}</dcterms:modified>'
        "<dc:language/></cp:coreProperties>"
    )
    root = parsed(core.encode())
    root[0].text = look.theme.name
    root[-1].text = look.language
    core_type = "application/vnd.openxmlformats-package.core-properties+xml"
    yield Part("/docProps/core.xml", core_type, root)
    yield Part("/docProps/app.xml", f"{OFFICE}.extended-properties+xml", app_properties(0))


def app_properties(slides: int) -> Element:
    """What the program's own properties say: how many slides, each with notes."""
    return parsed(
        (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><TotalTime>0</TotalTime>'
            "<Application>Microsoft Office PowerPoint</Application>"
            f"<Slides>{slides}</Slides><Notes>{slides}</Notes><HiddenSlides>0</HiddenSlides>"
            "<AppVersion>16.0000</AppVersion></Properties>"
        ).encode()
    )


def _types(parts: Sequence[Part]) -> bytes:
    overrides = "".join(
        f'<Override PartName="{part.name}" ContentType="{part.type}"/>' for part in parts
    )
    return serialised(
        parsed(
            (
                f'<Types xmlns="{TYPES}">'
                '<Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
            ).encode()
        )
    )


def _relations(targets: Sequence[tuple[str, str]]) -> bytes:
    written = "".join(
        f'<Relationship Id="rId{index}" Type="{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets, start=1)
    )
    root = f'<Relationships xmlns="{RELATIONS}">{written}</Relationships>'
    return serialised(parsed(root.encode()))
