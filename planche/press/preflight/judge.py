"""Holds the facts of a file against the rules and the order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from planche.press.preflight import judging_content as content
from planche.press.preflight import judging_file as of_file
from planche.press.preflight import judging_sheet as sheet
from planche.press.preflight.expected import Expected
from planche.press.preflight.facts import DocumentFacts, Laid, PageFacts
from planche.press.preflight.report import Finding
from planche.press.preflight.rules import RULES

MOST_PLACES = 5
"""Findings of one rule on one page that are told one by one; the rest is counted."""


@dataclass(frozen=True)
class Page:
    """What is known of a page: its operators, and how it is laid down."""

    facts: PageFacts
    laid: Laid


OfPage: TypeAlias = Callable[[PageFacts, Laid, Expected], Iterator[Finding]]
OfFile: TypeAlias = Callable[[DocumentFacts, Expected], Iterator[Finding]]

PAGES: Mapping[str, OfPage] = {
    "trim-box": sheet.trim_box,
    "art-box": sheet.art_box,
    "boxes-nested": sheet.boxes_nested,
    "crop-box": sheet.crop_box,
    "page-scale": sheet.page_scale,
    "page-size": sheet.page_size,
    "empty-page": sheet.empty_page,
    "bleed": sheet.bleed,
    "bleed-filled": sheet.bleed_filled,
    "safe-zone": sheet.safe_zone,
    "annotations": sheet.annotations,
    "rgb": content.rgb,
    "calibrated-colour": content.calibrated_colour,
    "spot-colour": content.spot_colour,
    "registration-colour": content.registration_colour,
    "ink-coverage": content.ink_coverage,
    "white-overprint": content.white_overprint,
    "small-text": content.small_text,
    "small-coloured-text": content.small_coloured_text,
    "rich-black-text": content.rich_black_text,
    "black-knocks-out": content.black_knocks_out,
    "hairline": content.hairline,
    "coarse-picture": content.coarse_picture,
    "soft-picture": content.soft_picture,
    "coarse-bitmap": content.coarse_bitmap,
    "soft-bitmap": content.soft_bitmap,
    "font-embedded": content.font_embedded,
    "font-type3": content.font_type3,
    "font-courier": content.font_courier,
    "transparency": content.transparency,
    "transparency-group": content.transparency_group,
    "transfer-function": content.transfer_function,
}
"""Rules about a page."""

FILES: Mapping[str, OfFile] = {
    "page-count": of_file.page_count,
    "layers": of_file.layers,
    "pdfx-version": of_file.pdfx_version,
    "output-intent": of_file.output_intent,
    "output-profile": of_file.output_profile,
    "output-condition": of_file.output_condition,
    "trapped": of_file.trapped,
    "file-id": of_file.file_id,
    "encrypted": of_file.encrypted,
    "actions": of_file.actions,
    "attachments": of_file.attachments,
}
"""Rules about the whole file."""


def judged(
    document: DocumentFacts, pages: Sequence[Page], expected: Expected
) -> tuple[Finding, ...]:
    """Every finding: errors first, then by rule and page."""
    found: list[Finding] = []
    for rule in sorted(RULES, key=lambda each: (each.severity, each.number)):
        if rule.slug in FILES:
            found += FILES[rule.slug](document, expected)
            continue
        for page in pages:
            every = list(PAGES[rule.slug](page.facts, page.laid, expected))
            found += _first(every)
    return tuple(found)


def _first(findings: list[Finding]) -> list[Finding]:
    """The first few findings of a rule on a page; the last of them says how many more there are."""
    if len(findings) <= MOST_PLACES:
        return findings
    kept = findings[:MOST_PLACES]
    last = kept[-1]
    values = {**last.values, "more": len(findings) - MOST_PLACES}
    return [*kept[:-1], Finding(last.rule, last.page, last.place, values)]
