"""The words that tickets and approvals print, from `templates/strings/press/<language>.yaml`."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """Words of one kind: every one there is, and no other; `{name}` are filled in."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CommonWords(Words):
    """What both papers say, and how numbers are written."""

    decimal: str
    thousands: str
    none: str
    to_fill_in: str
    page: str
    plate: str
    plate_of: str
    copies: str
    one_copy: str
    number: str
    heading: str
    amount: str
    pages: str
    file: str
    size: str
    bytes: str
    total: str
    format: str
    format_line: str
    landscape: str
    portrait: str
    bleed: str
    bleed_line: str
    paper: str
    sides: str
    one: str
    two: str
    binding: str
    edition: str
    publisher: str
    contact: str
    warnings: str
    rule: str
    remark: str
    picture: str


class PaperWords(Words):
    """What each paper says of itself: over its title, and as the title of the document."""

    kicker: str
    document: str


class TicketWords(PaperWords):
    """What a job ticket says."""

    order: str
    sets: str
    one_set: str
    plates_copies: str
    one_plate_copies: str
    sheets: str
    run: str
    production: str
    marks: str
    marks_yes: str
    marks_no: str
    files: str
    files_each: str
    files_one: str
    colour: str
    inks: str
    coverage: str
    coverage_line: str
    condition: str
    profile: str
    checksum: str
    delivery: str
    deliver_to: str
    deliver_by: str
    passed: str
    warned: str
    failed: str
    checked: str
    errors: str
    plates: str
    plates_files: str
    others: str
    purpose: str
    approval: str
    preflight: str
    preflight_data: str
    archive: str
    holds_ticket: str
    changes: str
    changed: str
    added: str
    removed: str
    same: str
    checksum_note: str
    plates_count: str
    files_count: str


class ApprovalWords(PaperWords):
    """What an approval says."""

    intro: str
    questions: str
    no_questions: str
    no_warnings: str
    decision: str
    approved: str
    approved_with: str
    refused: str
    remarks: str
    name: str
    date: str
    signature: str
    initials: str
    plate_approved: str
    plate_changes: str
    trim: str
    bleed: str
    scale: str


class PressWords(Words):
    """All words of the papers that go with press files."""

    common: CommonWords
    ticket: TicketWords
    approval: ApprovalWords

    def figure(self, value: float, decimals: int = 0) -> str:
        """A number as the language writes it; whole ones without decimals."""
        shown = f"{value:,.{decimals}f}"
        if "." in shown:
            shown = shown.rstrip("0").rstrip(".")
        marks = {",": self.common.thousands, ".": self.common.decimal}
        return "".join(marks.get(each, each) for each in shown)


def load_press_words(folder: Path, language: str) -> PressWords:
    """The words of a language (a BCP 47 tag whose first part is one of LANGUAGES)."""
    path = folder / f"{language.split('-')[0]}.yaml"
    return PressWords.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
