"""The report as a page of HTML that a person at a print house reads: one file, no request."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import uharfbuzz as hb
from markupsafe import Markup

from planche.geometry.parts import Box
from planche.pages.environment import environment
from planche.press.preflight.coverage import separations
from planche.press.preflight.document import boxes
from planche.press.preflight.matrix import Area
from planche.press.preflight.opening import open_pdf
from planche.press.preflight.report import Finding, Report, shown
from planche.press.preflight.rules import BY_SLUG, HOUSE, RULES, Rule
from planche.press.preflight.wording import Wording
from planche.theme import Theme

TEMPLATES = Path(__file__).resolve().parents[3] / "templates" / "press"

PICTURE_WIDTH = 300
"""Pixels across the picture of a page: some 15 KB each as JPEG."""

QUALITY = 72
"""Of JPEG."""

MOST_PICTURES = 40
"""Findings that are shown with a picture; and pages whose picture is in the file."""

LEAST_MARK = 0.045
"""Width and height of a frame round a place, as a share of the page's longer side: to be seen."""


@dataclass(frozen=True)
class Picture:
    """A page in small, as the HTML places it; lengths in millimetres from the trim's top left."""

    number: int
    address: str
    sheet: Box
    """What the picture shows."""
    trim: Box


@dataclass(frozen=True)
class Shown:
    """A finding as the page shows it."""

    finding: Finding
    text: str
    remedy: str
    place: str
    picture: Picture | None
    mark: Box | None


def preflight_html(
    report: Report,
    data: bytes,
    title: str,
    words: Wording,
    theme: Theme,
    fonts: Mapping[str, bytes],
) -> bytes:
    """The page: verdict, findings with their places, all rules, pages, separations.

    `title` is what the file is called, `fonts` the files of the faces `regular` and `bold`, of
    which the characters in use are put into the page. The same bytes for the same arguments.
    Raises FaultError as `separations`.
    """
    pictures = {each.number: each for each in _pictures(data, _pages_to_show(report))}
    heaviest = max(report.pages, key=lambda page: (page.most_ink, -page.number))
    plates = separations(data, heaviest.number)
    told = {
        "words": words.html,
        "language": words.language,
        "title": title,
        "report": report,
        "groups": _groups(report, pictures, words),
        "pictures": list(pictures.values()),
        "capped": _with_place(report) > MOST_PICTURES,
        "most_pictures": MOST_PICTURES,
        "rules": RULES,
        "rules_by": BY_SLUG,
        "broken": {finding.rule for finding in report.findings},
        "asks": {slug: each.asks for slug, each in words.rules.items()},
        "source": lambda rule: _source(rule, words),
        "order": _order(report, words),
        "heaviest": heaviest,
        "plates": {ink: _address(png, "image/png") for ink, png in plates.items()},
        "number": lambda value: shown(value, words.decimal),
        "colour": lambda token: theme.colours[token].screen,
        "look": _look(report, theme),
    }
    template = environment(TEMPLATES).get_template("preflight.html")
    plain = template.render(**told, faces={})
    faces = {key: _address(_cut(file, plain), "font/ttf") for key, file in sorted(fonts.items())}
    return template.render(**told, faces=faces).encode("utf-8")


def _look(report: Report, theme: Theme) -> dict[str, str]:
    """Colours of the verdict: by family, with the house's own where a theme lacks one."""
    family = {"failed": "borger", "warnings": "team", "passed": "medarbejder"}
    found = {}
    for verdict, name in family.items():
        worn = name if name in theme.families else theme.house
        found[verdict] = theme.colours[f"{worn}-deep"].screen
        found[f"{verdict}-tint"] = theme.colours[f"{worn}-tint"].screen
    found["verdict"] = found[report.verdict]
    found["house"] = theme.colours[f"{theme.house}-deep"].screen
    found["tint"] = theme.colours[f"{theme.house}-tint"].screen
    found["line"] = theme.colours[f"{theme.house}-tint-2"].screen
    return found


def _order(report: Report, words: Wording) -> Sequence[tuple[str, str]]:
    """What was asked, as terms and values."""
    asked, html = report.expected, words.html

    def told(value: float | str | None, unit: str) -> str:
        return html.order_any if value is None else f"{shown(value, words.decimal)}{unit}"

    size = None
    if asked.trim_width_mm is not None and asked.trim_height_mm is not None:
        sides = (float(asked.trim_width_mm), float(asked.trim_height_mm))
        size = " × ".join(shown(each, words.decimal) for each in sides)
    return (
        (html.order_size, told(size, " mm")),
        (html.order_pages, told(asked.pages, "")),
        (html.order_bleed, told(float(asked.bleed_mm), " mm")),
        (html.order_safe, told(float(asked.safe_mm), " mm")),
        (html.order_ink, told(float(asked.most_ink_percent), " %")),
        (html.order_condition, told(asked.condition, "")),
    )


def _source(rule: Rule, words: Wording) -> str:
    """A rule's source, the house's and the order's own in the page's language."""
    told = rule.source.replace(HOUSE, words.html.source_house)
    return told.replace("the order", words.html.source_order)


def _groups(
    report: Report, pictures: Mapping[int, Picture], words: Wording
) -> Sequence[tuple[str, str, Sequence[Shown]]]:
    """The findings by severity: key, heading, and each as it is shown."""
    left = MOST_PICTURES
    groups = []
    for key, heading, findings in (
        ("error", words.html.errors_heading, report.errors),
        ("warning", words.html.warnings_heading, report.warnings),
    ):
        told = []
        for finding in findings:
            picture = pictures.get(finding.page or 0) if finding.place and left else None
            left -= picture is not None
            told.append(_shown(finding, picture, words))
        groups.append((key, heading, told))
    return groups


def _shown(finding: Finding, picture: Picture | None, words: Wording) -> Shown:
    place = finding.place
    if finding.page is None:
        where = words.html.whole_file
    elif place is None or (picture is not None and place.holds(picture.trim)):
        where = words.html.page_only.format(page=finding.page)
    else:
        corner = {"x": shown(round(place.x, 1), words.decimal)}
        corner |= {"y": shown(round(place.y, 1), words.decimal)}
        where = words.html.place.format(page=finding.page, **corner)
    mark = _mark(place, picture.sheet) if place is not None and picture is not None else None
    language = words.language
    return Shown(finding, finding.text(language), finding.remedy(language), where, picture, mark)


def _mark(place: Box, sheet: Box) -> Box:
    """A frame round a place, large enough to be seen and inside the picture."""
    least = LEAST_MARK * max(sheet.width, sheet.height)
    width, height = max(place.width, least), max(place.height, least)
    x = place.x + (place.width - width) / 2
    y = place.y + (place.height - height) / 2
    left, top = max(x, sheet.x), max(y, sheet.y)
    return Box(
        left,
        top,
        max(min(x + width, sheet.right) - left, 0.1),
        max(min(y + height, sheet.bottom) - top, 0.1),
    )


def _with_place(report: Report) -> int:
    return sum(finding.place is not None for finding in report.findings)


def _pages_to_show(report: Report) -> Sequence[int]:
    """The pages that findings with a place are on, as many as are shown."""
    placed = [each for each in report.findings if each.place is not None and each.page is not None]
    return sorted({each.page for each in placed[:MOST_PICTURES] if each.page is not None})


def _pictures(data: bytes, numbers: Iterable[int]) -> Iterator[Picture]:
    """Pages in small, drawn by pdfium up to their bleed."""
    wanted = list(numbers)
    with open_pdf(data) as pdf:
        outlines = {number: boxes(pdf.pages[number - 1]) for number in wanted}
    document = pypdfium2.PdfDocument(data)
    try:
        for number, outline in outlines.items():
            page = document[number - 1]
            address = _address(_drawn(page, outline.reach), "image/jpeg")
            page.close()
            yield Picture(number, address, outline.bleed_box, outline.trim_box)
    finally:
        document.close()


def _drawn(page: Any, area: Area) -> bytes:
    """An area of a page as JPEG."""
    page.set_rotation(0)
    page.set_mediabox(*area)
    page.set_cropbox(*area)
    width = area[2] - area[0]
    picture = page.render(scale=PICTURE_WIDTH / width).to_pil().convert("RGB")
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


def _cut(file: bytes, text: str) -> bytes:
    """A font with the characters of a text only."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update({ord(each) for each in text})
    face = hb.subset(hb.Face(file), wanted)
    return bytes(face.blob.data)


def _address(data: bytes, kind: str) -> Markup:
    """Some bytes as an address of themselves."""
    return Markup(f"data:{kind};base64,{b64encode(data).decode('ascii')}")
