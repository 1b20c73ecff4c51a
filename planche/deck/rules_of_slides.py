"""Rules about what stands on the slides."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from planche.deck.opened import MAIN, NAMES, Opened
from planche.deck.xml import Element, qn
from planche.geometry.bodies import TableBody
from planche.geometry.parts import Page

TOLERANCE = 1_800
"""How far a shape may reach beyond the slide, in EMU (0.05 mm): lengths are rounded."""

CELL_MARGIN = 45_720
"""Upper and lower margin of a cell that gives none, in EMU (ECMA-376-1, 21.1.3.17)."""

EMU_PER_HUNDREDTH = 127
"""EMU in a hundredth of a point, in which leadings are written."""

MERGED = "a:tr/a:tc[@gridSpan > 1 or @rowSpan > 1 or @hMerge = '1' or @vMerge = '1']"
"""Cells that take the room of several, or are part of such a one (ECMA-376-1, 21.1.3.16)."""

TITLES = ("title", "ctrTitle")

Found: TypeAlias = Iterator[tuple[str, str]]
"""Part and what was found in it."""


def one_title(package: Opened, pages: Sequence[Page]) -> Found:
    """Every slide has one title with words in it."""
    for slide in package.slides:
        titles = _titles(package, slide)
        if len(titles) != 1 or not titles[0].strip():
            yield slide, f"{len(titles)} titles: {titles}"


def unique_titles(package: Opened, pages: Sequence[Page]) -> Found:
    """No two slides have the same title."""
    counted = Counter(title for slide in package.slides for title in _titles(package, slide))
    for slide in package.slides:
        for title in _titles(package, slide):
            if counted[title] > 1:
                yield slide, f"{counted[title]} slides are called {title!r}"


def _titles(package: Opened, slide: str) -> list[str]:
    shapes = package.root(slide).xpath(".//p:sp[p:nvSpPr/p:nvPr/p:ph]", namespaces=NAMES)
    return [
        "".join(shape.itertext(qn("a:t")))
        for shape in shapes
        if shape.find(".//p:ph", NAMES).get("type") in TITLES
    ]


def inside(package: Opened, pages: Sequence[Page]) -> Found:
    """Every shape stands inside the slide."""
    size = package.root(MAIN).find("p:sldSz", NAMES)
    width, height = int(size.get("cx")), int(size.get("cy"))
    for slide in package.slides:
        frames = ".//p:spPr/a:xfrm | .//p:grpSp/p:grpSpPr/a:xfrm | .//p:xfrm"
        for frame in package.root(slide).xpath(frames, namespaces=NAMES):
            x, y, right, bottom = _edges(frame)
            if min(x, y) < -TOLERANCE or right > width + TOLERANCE or bottom > height + TOLERANCE:
                yield slide, f"a shape reaches off the slide: {x}, {y}, {right}, {bottom}"


def _edges(frame: Element) -> tuple[int, int, int, int]:
    place, size = frame.find("a:off", NAMES), frame.find("a:ext", NAMES)
    x, y = int(place.get("x")), int(place.get("y"))
    return x, y, x + int(size.get("cx")), y + int(size.get("cy"))


def groups_keep_coordinates(package: Opened, pages: Sequence[Page]) -> Found:
    """Else what is inside stands elsewhere than its numbers say, and no other rule sees it."""
    for slide in package.slides:
        for frame in package.root(slide).xpath(".//p:grpSp/p:grpSpPr/a:xfrm", namespaces=NAMES):
            inner = [frame.find(f"a:{tag}", NAMES).attrib.values() for tag in ("chOff", "chExt")]
            outer = [frame.find(f"a:{tag}", NAMES).attrib.values() for tag in ("off", "ext")]
            if inner != outer:
                yield slide, "a group scales or moves what it holds"


def unique_ids(package: Opened, pages: Sequence[Page]) -> Found:
    """No two shapes of a slide have the same id."""
    for slide in package.slides:
        ids = Counter(each.get("id") for each in package.root(slide).iter(qn("p:cNvPr")))
        repeated = [number for number, times in ids.items() if times > 1]
        if repeated:
            yield slide, f"shapes with the same id: {repeated}"


def whole_text(package: Opened, pages: Sequence[Page]) -> Found:
    """Each slide says all the words of its page, in order, and no others."""
    if len(package.slides) != len(pages):
        yield MAIN, f"{len(package.slides)} slides for {len(pages)} pages"
    for slide, page in zip(package.slides, pages, strict=False):
        shown, wanted = text_of_slide(package.root(slide)), text_of_page(page)
        if shown != wanted:
            yield slide, f"says {_difference(shown, wanted)}"


def text_of_slide(root: Element) -> list[str]:
    """The words of a slide in the order they are read, without its number."""
    paragraphs = root.iter(qn("a:p"))
    texts = (
        "".join(text.text or "" for text in paragraph.iter(qn("a:t")))
        for paragraph in paragraphs
        if paragraph.find("a:fld", NAMES) is None
    )
    return " ".join(texts).split()


def text_of_page(page: Page) -> list[str]:
    """The words of a page in the order its slide says them: the title comes first."""
    title = page.title
    others = (text for text in page.texts() if text is not title)
    return " ".join(text.text for text in (title, *others)).split()


def _difference(shown: list[str], wanted: list[str]) -> str:
    for index, (one, other) in enumerate(zip(shown, wanted, strict=False)):
        if one != other:
            return f"{one!r} instead of {other!r} as word {index + 1}"
    return f"{len(shown)} words instead of {len(wanted)}"


def runs(package: Opened, pages: Sequence[Page]) -> Found:
    """Every run has its language and its size."""
    for name in package.parts:
        if not name.startswith(("ppt/slides/", "ppt/notesSlides/")):
            continue
        for run in package.root(name).iter(qn("a:r"), qn("a:fld"), qn("a:br")):
            properties = run.find("a:rPr", NAMES)
            if properties is None or not properties.get("lang") or not properties.get("sz"):
                yield name, f"a run without language or size: {''.join(run.itertext())!r}"


def tables(package: Opened, pages: Sequence[Page]) -> Found:
    """Rows have as many cells as the grid has columns, the first is a row of
    heads, and none are merged."""
    for slide in package.slides:
        for table in package.root(slide).iter(qn("a:tbl")):
            columns = len(table.findall("a:tblGrid/a:gridCol", NAMES))
            counts = {len(row.findall("a:tc", NAMES)) for row in table.findall("a:tr", NAMES)}
            if counts != {columns}:
                yield slide, f"{columns} columns, but rows of {sorted(counts)} cells"
            properties = table.find("a:tblPr", NAMES)
            if properties is None or properties.get("firstRow") != "1":
                yield slide, "a table without a row of heads"
            if table.xpath(MERGED, namespaces=NAMES):
                yield slide, "a table with merged cells, which are read out of their order"


def growing_rows(package: Opened, pages: Sequence[Page]) -> Found:
    """A row that is lower than its text grows, and pushes the table off the slide."""
    for slide, page in zip(package.slides, pages, strict=False):
        if not isinstance(page.body, TableBody):
            continue
        texts = page.body.texts()
        for number, row in enumerate(package.root(slide).iter(qn("a:tr"))):
            height = int(row.get("h"))
            for cell, text in zip(row.findall("a:tc", NAMES), texts, strict=False):
                needed = _needed(cell, len(text.lines))
                if needed > height + TOLERANCE:
                    yield slide, f"row {number} is {height} EMU high, its text {needed}"


def _needed(cell: Element, lines: int) -> int:
    """Height in EMU of a cell's lines and of its upper and lower margin."""
    margins = cell.find("a:tcPr", NAMES)
    around = sum(int(margins.get(side, CELL_MARGIN)) for side in ("marT", "marB"))
    leading = cell.find(".//a:lnSpc/a:spcPts", NAMES)
    return around + lines * int(leading.get("val")) * EMU_PER_HUNDREDTH


def placeholders(package: Opened, pages: Sequence[Page]) -> Found:
    """A placeholder that its layout does not know takes its style from nowhere."""
    for slide in package.slides:
        known = {
            key
            for layout in package.targets(slide, "slideLayout")
            if layout in package
            for key in _spots(package, layout)
        }
        for spot in _spots(package, slide):
            if spot not in known:
                yield slide, f"no placeholder {spot} in its layout"


def _spots(package: Opened, name: str) -> list[tuple[str, str]]:
    spots = package.root(name).iter(qn("p:ph"))
    return [(spot.get("type", "obj"), spot.get("idx", "0")) for spot in spots]
