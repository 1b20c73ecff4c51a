"""The report as a page of HTML that a person at a print house reads: one file, no request."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb

from planche.geometry.parts import Box
from planche.pages.environment import environment
from planche.press.preflight.coverage import separations
from planche.press.preflight.pictures import Pictures, address, pictures
from planche.press.preflight.report import Finding, Report, shown
from planche.press.preflight.rules import BY_SLUG, HOUSE, RULES, Rule
from planche.press.preflight.wording import Wording
from planche.theme import Theme

TEMPLATES = Path(__file__).resolve().parents[3] / "templates" / "press"

MOST_PICTURES = 40
"""Findings that are shown with pictures."""


@dataclass(frozen=True)
class Shown:
    """A finding as the page shows it."""

    finding: Finding
    text: str
    remedy: str
    place: str
    pictures: Pictures | None


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
    shown_with = pictures(data, _places(report)[:MOST_PICTURES])
    groups = _groups(report, shown_with, words)
    heaviest = max(report.pages, key=lambda page: (page.most_ink, -page.number))
    plates = separations(data, heaviest.number)
    told = {
        "words": words.html,
        "language": words.language,
        "title": title,
        "report": report,
        "groups": groups,
        "views": {each.page.page: each.page for each in shown_with},
        "capped": len(_places(report)) > MOST_PICTURES,
        "most_pictures": MOST_PICTURES,
        "rules": RULES,
        "rules_by": BY_SLUG,
        "broken": {finding.rule for finding in report.findings},
        "asks": lambda rule: _asks(rule, words),
        "font_name": lambda name: re.sub(r"^[A-Z]{6}\+", "", name),
        "source": lambda rule: _source(rule, words),
        "order": _order(report, words),
        "heaviest": heaviest,
        "plates": {ink: address(png, "image/png") for ink, png in plates.items()},
        "number": lambda value: shown(value, words.decimal),
        "colour": lambda token: theme.colours[token].screen,
        "look": _look(report, theme),
    }
    template = environment(TEMPLATES).get_template("preflight.html")
    plain = template.render(**told, faces={})
    faces = {key: address(_cut(file, plain), "font/ttf") for key, file in sorted(fonts.items())}
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


def _asks(rule: Rule, words: Wording) -> str:
    """What a rule asks, with its figure."""
    figure = "" if rule.limit is None else shown(rule.limit, words.decimal)
    return words.rules[rule.slug].asks.format(limit=figure)


def _source(rule: Rule, words: Wording) -> str:
    """A rule's source, the house's and the order's own in the page's language."""
    told = rule.source.replace(HOUSE, words.html.source_house)
    return told.replace("the order", words.html.source_order)


def _places(report: Report) -> list[tuple[int, Box]]:
    """Page and place of every finding that has both, in the order they are told."""
    told = (*report.errors, *report.warnings)
    return [(f.page, f.place) for f in told if f.page is not None and f.place is not None]


def _groups(
    report: Report, taken: Sequence[Pictures], words: Wording
) -> Sequence[tuple[str, str, Sequence[Shown]]]:
    """The findings by severity: key, heading, and each as it is shown, with its pictures."""
    left = iter(taken)

    def told(finding: Finding) -> Shown:
        placed = finding.page is not None and finding.place is not None
        return _shown(finding, next(left, None) if placed else None, words)

    return [
        ("error", words.html.errors_heading, [told(each) for each in report.errors]),
        ("warning", words.html.warnings_heading, [told(each) for each in report.warnings]),
    ]


def _shown(finding: Finding, taken: Pictures | None, words: Wording) -> Shown:
    language = words.language
    where = _where(finding, taken, words)
    return Shown(finding, finding.text(language), finding.remedy(language), where, taken)


def _where(finding: Finding, taken: Pictures | None, words: Wording) -> str:
    """Where a finding is, in words; the corner only of what lies inside the page."""
    place = finding.place
    if finding.page is None:
        return words.html.whole_file
    if place is None or min(place.x, place.y) < 0 or (taken and taken.detail is None):
        return words.html.page_only.format(page=finding.page)
    corner = {"x": shown(round(place.x, 1), words.decimal)}
    corner |= {"y": shown(round(place.y, 1), words.decimal)}
    return words.html.place.format(page=finding.page, **corner)


def _cut(file: bytes, text: str) -> bytes:
    """A font with the characters of a text only."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update({ord(each) for each in text})
    face = hb.subset(hb.Face(file), wanted)
    return bytes(face.blob.data)
