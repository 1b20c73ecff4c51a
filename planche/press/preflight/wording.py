"""The words of preflight, read from `templates/strings/preflight/<language>.yaml`."""

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

STRINGS = Path(__file__).resolve().parents[3] / "templates" / "strings" / "preflight"


class RuleWording(BaseModel):
    """One rule in words; `{name}` are filled in from a finding's values."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    asks: str
    """What the rule asks, for the table of all rules."""
    found: str
    """What a finding says."""
    remedy: str
    """What to do about it."""


class Page(BaseModel):
    """The words of the page that a person reads."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    kicker: str
    passed: str
    warnings: str
    failed: str
    passed_text: str
    warnings_text: str
    failed_text: str
    failed_more: str
    order: str
    order_any: str
    order_size: str
    order_bleed: str
    order_ink: str
    order_pages: str
    order_condition: str
    order_safe: str
    errors_heading: str
    warnings_heading: str
    none: str
    rule: str
    what: str
    remedy: str
    place: str
    page_only: str
    whole_file: str
    detail_alt: str
    page_alt: str
    legend: str
    rules_heading: str
    rules_text: str
    number: str
    asks: str
    severity: str
    source: str
    result: str
    error: str
    warning: str
    holds: str
    fails: str
    source_house: str
    source_order: str
    pages_heading: str
    pages_text: str
    page_heading: str
    trim: str
    bleed: str
    media: str
    colours: str
    most_ink: str
    mean_ink: str
    smallest_text: str
    thinnest_line: str
    lowest_ppi: str
    fonts: str
    separations_heading: str
    separations_text: str
    separation_alt: str
    inks: dict[str, str]
    estimated: str
    more_pictures: str
    foot: str


class Wording(BaseModel):
    """Every word of preflight in one language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    decimal: str
    page: str
    more: str
    sides: dict[str, str]
    """The sides of a sheet."""
    kinds: dict[str, str]
    """What a colour is laid down as."""
    verdicts: dict[str, str]
    """What the command says last, by verdict."""
    rules: dict[str, RuleWording]
    html: Page


@lru_cache
def wording(language: str) -> Wording:
    """The words for `da` and its regions, else in English."""
    name = "da" if language.split("-")[0] == "da" else "en"
    text = (STRINGS / f"{name}.yaml").read_text(encoding="utf-8")
    return Wording.model_validate(yaml.safe_load(text))
