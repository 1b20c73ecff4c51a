"""What a slide's foot tells of the way: the slide's number, and the link back to the contents.

A slide of PowerPoint has both from the program itself; a page of PDF has them drawn.
"""

from collections.abc import Mapping
from dataclasses import replace

from planche.geometry.parts import Box, Fragment, Line, Page, TextBox
from planche.text.faces import Face
from planche.text.markup import Span
from planche.theme import SlideFormat, Theme
from planche.units import pt_to_mm

ROLE = "foot-strong"


def with_way(
    page: Page,
    number: int,
    contents: str | None,
    theme: Theme,
    slide: SlideFormat,
    faces: Mapping[str, Face],
) -> Page:
    """A slide's page with its number, its foot leading to the plate `contents`."""
    first, *others = page.foot.texts
    if contents and contents != page.plate:
        first = _leading(first, f"#{contents}")
    counted = _number(page, str(number), theme, slide, faces)
    return replace(page, foot=replace(page.foot, texts=(first, *others, counted)))


def _leading(text: TextBox, target: str) -> TextBox:
    lines = tuple(
        replace(line, fragments=tuple(replace(each, link=target) for each in line.fragments))
        for line in text.lines
    )
    spans = tuple(replace(span, link=target) for span in text.spans)
    return replace(text, lines=lines, spans=spans)


def _number(
    page: Page, number: str, theme: Theme, slide: SlideFormat, faces: Mapping[str, Face]
) -> TextBox:
    """The number at the right end of the foot, where the template has its placeholder."""
    role = theme.roles[ROLE]
    size = slide.steps[ROLE][-1]
    width = sum(faces[role.face].advance(each) for each in number) * pt_to_mm(size)
    right, y = page.foot.rule.box.right, page.foot.rule.box.y + slide.text_down
    place = theme.proportions.slide.number
    leading = size * role.leading
    return TextBox(
        role=ROLE,
        box=Box(right - place, y, place, pt_to_mm(leading)),
        size=size,
        leading=leading,
        face=role.face,
        colour=page.foot.rule.fill,
        ground=page.ground,
        lines=(Line((Fragment(number, role.face),), width),),
        spans=(Span(number),),
        align="right",
    )
