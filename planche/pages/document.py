"""HTML of some pages, and the document that WeasyPrint lays out from it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from planche.geometry.parts import LogoMark, Page
from planche.headings import first_skip
from planche.model import SetInfo
from planche.pages.engine import PICTURE, SCENE, Engine, RenderError
from planche.pages.environment import environment
from planche.pages.finishing.markup import sections
from planche.pages.logo import logo_picture
from planche.pages.look import Look, font_address
from planche.pages.scene import box_path, scene
from planche.text.faces import Face
from planche.units import Mm

NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True)
class Sheet:
    """A page to be rendered, and the plates that its links can reach in the same file.

    `template` is the page template it is rendered with; `name` what the list of bookmarks
    calls the plate, its title where there is none.
    """

    page: Page
    reach: frozenset[str]
    template: str = "plate.html"
    name: str | None = None

    @property
    def anchor(self) -> str:
        """What links call the page; later pages of a plate have names no plate can have."""
        page = self.page
        return page.plate if page.part == 1 else f"{page.plate}--{page.part}"

    @property
    def bookmark(self) -> str | None:
        """Its bookmark: the first page of a plate has one."""
        return (self.name or self.page.title.text) if self.page.part == 1 else None


def href(link: str | None, reach: Collection[str], address: str | None) -> str | None:
    """Where a link leads: into the file if its plate is there, else to the set's address.

    None where it leads nowhere, and the words stay text.
    """
    if link is None or not link.startswith("#") or link[1:] in reach:
        return link
    return f"{address}{link}" if address else None


@dataclass(frozen=True)
class Addresses:
    """Where a document finds its typeface and its pictures."""

    font: Callable[[Face], str]
    scene: Callable[[Page, Look], str]
    logo: Callable[[LogoMark, Look], str]


def html_of(sheets: Sequence[Sheet], info: SetInfo, look: Look, at: Addresses | None = None) -> str:
    """The pages as one HTML document; its files are in memory if no addresses are given.

    Raises RenderError where a page skips a level of headings.
    """
    at = at or IN_MEMORY
    papers = _papers(sheets)
    sections = [
        section(each, papers[each.page.width, each.page.height], info, look, at) for each in sheets
    ]
    for sheet, html in zip(sheets, sections, strict=True):
        if skip := first_skip(html):
            raise RenderError(
                f"{sheet.template}: h{skip.level} stands where h{skip.before + 1} must"
            )
    template = environment(look.templates).get_template("document.html")
    return template.render(
        language=info.language,
        title=info.title,
        family=look.family,
        fonts={key: at.font(face) for key, face in look.faces.items()},
        papers=[(name, *sides) for sides, name in papers.items()],
        colour=look.colour,
        sections=sections,
    )


def section(
    sheet: Sheet, paper: str, info: SetInfo, look: Look, at: Addresses | None = None
) -> Markup:
    """The HTML of one page; `paper` names its size in the style sheet, `at` as in `html_of`."""
    at = at or IN_MEMORY
    template = environment(look.templates).get_template(sheet.template)
    logo = sheet.page.foot.logo
    html = template.render(
        page=sheet.page,
        anchor=sheet.anchor,
        paper=paper,
        bookmark=sheet.bookmark,
        scene=at.scene(sheet.page, look),
        logo=at.logo(logo, look) if logo else None,
        colour=look.colour,
        href=lambda link: href(link, sheet.reach, info.address),
    )
    return Markup(html)


def _papers(sheets: Sequence[Sheet]) -> dict[tuple[Mm, Mm], str]:
    """A name for each size of page."""
    sides = dict.fromkeys((sheet.page.width, sheet.page.height) for sheet in sheets)
    return {each: f"paper-{number}" for number, each in enumerate(sides, start=1)}


def scene_address(page: Page) -> str:
    """The address of the picture behind a page."""
    return f"{SCENE}{page.plate}--{page.part}"


IN_MEMORY = Addresses(
    font=font_address,
    scene=lambda page, _: scene_address(page),
    logo=lambda mark, look: logo_picture(mark, look).address,
)
"""The files that `lay_out` gives WeasyPrint beside a document."""


def scene_svg(page: Page, look: Look) -> bytes:
    """The picture behind a page."""
    template = environment(look.templates).get_template("scene.svg")
    svg = template.render(page=page, shapes=scene(page), colour=look.colour, box_path=box_path)
    return svg.encode("utf-8")


def lay_out(
    sheets: Sequence[Sheet],
    info: SetInfo,
    look: Look,
    engine: Engine,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> Any:
    """The WeasyPrint document of some pages; raises RenderError unless it has one page each.

    `pictures` are PNG files by the name that the pages call them by.
    """
    files = look.font_files | {f"{PICTURE}{name}": data for name, data in pictures.items()}
    files |= {scene_address(each.page): scene_svg(each.page, look) for each in sheets}
    logos = {each.page.foot.logo for each in sheets if each.page.foot.logo}
    files |= {each.address: each.data for each in (logo_picture(logo, look) for logo in logos)}
    html = html_of(sheets, info, look)
    document = engine.render(html, files)
    if len(document.pages) != len(sheets):
        raise RenderError(f"{len(document.pages)} pages rendered from {len(sheets)}")
    engine.note(document, sections(html))
    return document
