"""What a browser shows of a plate: the pages' own HTML, the one that WeasyPrint makes the PDF from.

Nothing is drawn a second time: every line stands where the layout says, in the same faces.
"""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from planche.geometry.parts import Box, LogoMark, Page, union
from planche.pages.document import Addresses, Sheet, html_of, scene_svg
from planche.pages.kerning import Kerning
from planche.pages.logo import logo_picture
from planche.pages.look import Look
from planche.pages.slides import TEMPLATE, slide_page
from planche.serving.bench import Bench
from planche.serving.pages import environment
from planche.serving.studio import Studio
from planche.text.faces import Face
from planche.theme import Grid, PageFormat
from planche.units import Mm, Pt
from planche.workshop import TEMPLATES

FACES = "/faces/"
"""Where the served pages find the typeface."""


@dataclass(frozen=True)
class Guides:
    """What lies over a page where it is asked for."""

    margins: Box
    """Inside the page's margins, over its foot."""
    baselines: tuple[Mm, ...]
    area: Box
    """From the first text of the body to the foot."""
    filled: Box
    """As much of it as the body takes."""


@dataclass(frozen=True)
class SheetView:
    """A page: its size, how full it is, its smallest text beside the foot, what lies over it."""

    width: Mm
    height: Mm
    fill: float
    smallest: Pt
    guides: str


@dataclass(frozen=True)
class View:
    """A plate in one medium: its pages as one document, one under the other."""

    html: str
    sheets: tuple[SheetView, ...]


@dataclass(frozen=True)
class Sight:
    """A plate as poster and slides; None for a medium that it does not fit in.

    `number` is that of its first slide.
    """

    paper: View | None
    slides: View | None
    number: int


def sight(studio: Studio, bench: Bench, plate: str) -> Sight:
    """A plate of the bench as a browser shows it; lays it out where it has changed."""
    look = Look(bench.sound.kit.theme, bench.sound.kit.faces, TEMPLATES / "pages")
    paper = studio.on_paper(bench, plate).pages
    slides = studio.on_slides(bench, plate).pages
    before = studio.slides_before(bench, plate)
    return Sight(
        _view([Sheet(each, REACH) for each in paper], bench, look, bench.paper.board.grid),
        _view(_slide_sheets(slides, bench, look, before), bench, look, bench.slides.board.grid),
        before + 1,
    )


REACH: frozenset[str] = frozenset()
"""The plates that links lead to within a view: none, so that they lead where those of a file
of one plate do."""


def _slide_sheets(pages: Sequence[Page], bench: Bench, look: Look, before: int) -> list[Sheet]:
    """The slides as in the deck of all, with their numbers."""
    kerning = Kerning(look.faces, bench.sound.plate_set.set.language)
    grid = bench.slides.board.grid
    drawn = [
        slide_page(page, number, None, look, grid, kerning)
        for number, page in enumerate(pages, start=before + 1)
    ]
    return [Sheet(each, REACH, TEMPLATE) for each in drawn]


def _view(sheets: Sequence[Sheet], bench: Bench, look: Look, grid: Grid) -> View | None:
    if not sheets:
        return None
    html = html_of(sheets, bench.sound.plate_set.set, look, OVER_HTTP)
    return View(html, tuple(_sheet_view(each.page, grid) for each in sheets))


def _sheet_view(page: Page, grid: Grid) -> SheetView:
    sizes: Mapping[str, Pt] = {each.role: each.size for each in (page.title, *page.body.texts())}
    svg = environment().get_template("guides.svg").render(page=page, guides=guides(page, grid))
    return SheetView(page.width, page.height, page.fill, min(sizes.values()), svg)


def guides(page: Page, grid: Grid) -> Guides:
    """Where the lines lie that a page was laid out by."""
    whole = Box(0, 0, page.width, page.height)
    foot = page.height - grid.foot
    margins = Box(grid.margin, grid.top, whole.width - 2 * grid.margin, foot - grid.top)
    body = union([each.box for each in page.body.texts()] or [margins])
    column = page.foot.rule.box  # as wide as the text, beside a slide's panel too
    area = Box(column.x, body.y, column.width, max(foot - body.y, 0))
    filled = Box(area.x, area.y, area.width, min(body.bottom, foot) - area.y)
    step = grid.baseline if isinstance(grid, PageFormat) else None
    count = int(page.height // step) if step else 0
    baselines = tuple((index + 1) * step for index in range(count)) if step else ()
    return Guides(margins, baselines, area, filled)


def _data(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"


def _logo(mark: LogoMark, look: Look) -> str:
    kind = "image/png" if mark.png is not None else "image/svg+xml"
    return _data(kind, logo_picture(mark, look).data)


def _font(face: Face) -> str:
    return f"{FACES}{face.path.name}"


OVER_HTTP = Addresses(
    font=_font,
    scene=lambda page, look: _data("image/svg+xml", scene_svg(page, look)),
    logo=_logo,
)
"""The typeface from the server, pictures within the document, so that no save asks for more."""


def face_files(faces: Mapping[str, Face]) -> dict[str, Path]:
    """The files of the faces by the name that pages ask for them by."""
    return {face.path.name: face.path for face in faces.values()}
