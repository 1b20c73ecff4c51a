"""The whole of preflight: a file and an order in, a report out."""

from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from planche.diagnostics import FaultError
from planche.press.preflight.coverage import heaviest, mean_inks
from planche.press.preflight.document import annotations, boxes, document_facts
from planche.press.preflight.expected import Expected
from planche.press.preflight.facts import Boxes, Laid, PageFacts, Patch
from planche.press.preflight.judge import Page, judged
from planche.press.preflight.judging_content import needs_ground, touches
from planche.press.preflight.judging_sheet import beyond
from planche.press.preflight.matrix import Area
from planche.press.preflight.opening import BROKEN, open_pdf
from planche.press.preflight.raster import Raster, rasters
from planche.press.preflight.report import PageSummary, Report
from planche.press.preflight.rims import rims
from planche.press.preflight.walk import Walker
from planche.units import Mm, mm_to_pt

DPI = 50
"""Pixels of half a millimetre: fine enough to see a rim, coarse enough to be quick."""

STEP = 0.5
"""Percent of an ink that a step of the renderer may take off: 100 / 255, and a little."""

LEAST_SIDE = 1.0
"""Points that a page measures at least."""

MOST_SIDE = 14_400.0
"""Points that a side measures at most (ISO 32000-1, annex C.2): a larger page is made with
UserUnit, and its picture would not fit into memory."""

NOT_INKS = ("rgb", "calibrated", "spot", "pattern")
"""Kinds of colour whose ink is an estimate of the renderer."""


def preflight(data: bytes, expected: Expected) -> Report:
    """Judge a PDF by every rule, held against an order.

    Raises FaultError: `pdf-encrypted`, `pdf-unreadable`, `pdf-broken`, `pdf-broken-page` or
    `pdf-undrawable` for the file, `part-missing` where mutool is not installed.
    """
    with open_pdf(data) as pdf, open_pdf(data) as drawn_from:
        with _readable(None):
            document = document_facts(pdf)
            outlines = [boxes(page) for page in pdf.pages]
        with rasters(drawn_from, lambda page: _drawn(boxes(page), expected.bleed_mm), DPI) as drawn:
            pages = list(_pages(pdf, outlines, drawn, expected))
    summaries = tuple(_summary(page) for page in pages)
    estimated = any(use.paint.kind in NOT_INKS for page in pages for use in page.facts.uses)
    return Report(expected, judged(document, pages, expected), summaries, estimated)


@contextmanager
def _readable(page: int | None) -> Iterator[None]:
    """Turn what a broken object raises into a fault of the file, or of a page of it."""
    try:
        yield
    except BROKEN as error:
        if page is not None:
            raise FaultError("pdf-broken-page", page=page) from error
        raise FaultError("pdf-broken") from error


def _pages(
    pdf: pikepdf.Pdf, outlines: list[Boxes], drawn: Iterator[Raster], expected: Expected
) -> Iterator[Page]:
    walker = Walker()
    for number, (page, outline) in enumerate(zip(pdf.pages, outlines, strict=True), 1):
        facts = PageFacts(number, outline)
        with _readable(number):
            walker.walk(page.obj, facts)
            met = annotations(page.obj, outline)
            facts.annotations = [(kind, outline.place(area)) for kind, area in met]
        yield Page(facts, _laid(facts, next(drawn), expected))


def _drawn(page: Boxes, bleed: Mm) -> Area:
    """What is drawn of a page: the sheet with its bleed, as far as there is paper.

    Raises FaultError `pdf-unreadable` for a page that is too small or too large to be one.
    """
    left, bottom, right, top = page.sheet
    reach, media = page.reach, page.media
    more = mm_to_pt(bleed) / page.scale
    area = (
        max(min(left - more, reach[0]), media[0]),
        max(min(bottom - more, reach[1]), media[1]),
        min(max(right + more, reach[2]), media[2]),
        min(max(top + more, reach[3]), media[3]),
    )
    sides = (area[2] - area[0], area[3] - area[1])
    if min(sides) < LEAST_SIDE:
        raise FaultError("pdf-unreadable", why="a page without area")
    if max(sides) > MOST_SIDE:
        raise FaultError("pdf-unreadable", why=f"a page of more than {MOST_SIDE:g} points")
    return area


def _laid(facts: PageFacts, raster: Raster, expected: Expected) -> Laid:
    page = facts.boxes
    channels = mean_inks(raster, page.sheet)
    return Laid(
        heaviest=_exact(heaviest(raster, page), facts),
        mean=round(sum(channels), 1),
        channels=channels,
        rims=tuple(rims(raster, page, _bleed_to_fill(page, expected))),
        grounds=tuple(
            sum(mean_inks(raster, page.area(text.place))[:3]) if needs_ground(text) else 0.0
            for text in facts.texts
        ),
    )


def _bleed_to_fill(page: Boxes, expected: Expected) -> Mm:
    """How much bleed must be full: what was ordered, or less where there is less on any side."""
    return max(0.0, min(expected.bleed_mm, *beyond(page)))


def _exact(patch: Patch, facts: PageFacts) -> Patch:
    """The heaviest spot in the very inks of the file, where one of its colours fills it.

    A renderer counts in 256 steps, and cuts them off.
    """
    for use in facts.uses:
        inks = use.paint.inks
        if inks is not None and use.what != "image":
            gaps = [abs(a - b) for a, b in zip(inks, patch.inks, strict=True)]
            if max(gaps) <= STEP:
                return Patch(round(sum(inks), 1), inks, patch.place)
    return patch


def _summary(page: Page) -> PageSummary:
    facts, laid = page.facts, page.laid
    outline = facts.boxes
    trim, media, sheet = outline.trim_box, outline.place(outline.media), outline.bleed_box
    texts = [text.size for text in facts.texts if sheet.meets(text.place)]
    widths = [line.width for line in facts.lines if not line.filled and touches(sheet, line)]
    colours = dict.fromkeys(use.paint.name for use in facts.uses)
    return PageSummary(
        number=facts.number,
        trim_width=round(trim.width, 2),
        trim_height=round(trim.height, 2),
        bleed=tuple(round(each, 2) for each in beyond(outline)),
        media_width=round(media.width, 2),
        media_height=round(media.height, 2),
        colours=tuple(colours),
        channels=laid.channels,
        mean_ink=laid.mean,
        most_ink=laid.heaviest.percent,
        most_ink_place=laid.heaviest.place,
        most_ink_inks=laid.heaviest.inks,
        smallest_text=round(min(texts), 2) if texts else None,
        thinnest_line=round(min(widths), 3) if widths else None,
        lowest_ppi=round(min(each.ppi for each in facts.pictures)) if facts.pictures else None,
        fonts=tuple(facts.fonts),
    )
