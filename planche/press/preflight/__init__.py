"""Preflight: is a PDF fit for the press that was ordered, and if not, why and where."""

from planche.press.preflight.expected import COATED, UNCOATED, Expected
from planche.press.preflight.flight import preflight
from planche.press.preflight.report import Finding, PageSummary, Report
from planche.press.preflight.rules import RULES, Rule

__all__ = [
    "COATED",
    "RULES",
    "UNCOATED",
    "Expected",
    "Finding",
    "PageSummary",
    "Report",
    "Rule",
    "preflight",
]
