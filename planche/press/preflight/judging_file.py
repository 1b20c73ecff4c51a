"""Rules about the whole file: what it says it is, for which press, and what it may not carry."""

from collections.abc import Iterator

from planche.press.preflight.expected import Expected
from planche.press.preflight.facts import DocumentFacts
from planche.press.preflight.report import Finding

Found = Iterator[Finding]

VERSIONS = ("PDF/X-4", "PDF/X-4p")
"""What GTS_PDFXVersion may say; `p` has its profile outside the file."""

NONE = "–"
"""Shown where there is nothing to show."""


def page_count(document: DocumentFacts, expected: Expected) -> Found:
    """There are as many pages as were ordered."""
    if expected.pages is not None and document.pages != expected.pages:
        values = {"found": document.pages, "limit": expected.pages}
        yield Finding("page-count", values=values)


def layers(document: DocumentFacts, expected: Expected) -> Found:
    """There are no layers that could be off in print."""
    if document.layers:
        yield Finding("layers", values={"found": ", ".join(document.layers)})


def pdfx_version(document: DocumentFacts, expected: Expected) -> Found:
    """The file says that it is PDF/X-4."""
    if document.version not in VERSIONS:
        yield Finding("pdfx-version", values={"found": document.version or NONE})


def output_intent(document: DocumentFacts, expected: Expected) -> Found:
    """There is one output intent of PDF/X."""
    if len(document.intents) != 1:
        yield Finding("output-intent", values={"found": len(document.intents)})


def output_profile(document: DocumentFacts, expected: Expected) -> Found:
    """The profile of the output intent is for four inks."""
    outside = document.version == "PDF/X-4p"
    for intent in document.intents:
        if intent.profile_space != "CMYK" and not (outside and intent.profile_space is None):
            yield Finding("output-profile", values={"found": intent.profile_space or NONE})


def output_condition(document: DocumentFacts, expected: Expected) -> Found:
    """The output condition has a name, and is the one that was ordered."""
    for intent in document.intents:
        wanted = expected.condition
        if not intent.condition or (wanted is not None and intent.condition != wanted):
            values = {"found": intent.condition or NONE, "limit": wanted or "FOGRA39"}
            yield Finding("output-condition", values=values)


def trapped(document: DocumentFacts, expected: Expected) -> Found:
    """The file says whether it is trapped."""
    if document.trapped not in ("True", "False"):
        yield Finding("trapped", values={"found": document.trapped or NONE})


def file_id(document: DocumentFacts, expected: Expected) -> Found:
    """The file can be told from others."""
    if not document.identified:
        yield Finding("file-id")


def encrypted(document: DocumentFacts, expected: Expected) -> Found:
    """The file is not locked."""
    if document.encrypted:
        yield Finding("encrypted")


def actions(document: DocumentFacts, expected: Expected) -> Found:
    """Nothing in the file does anything by itself."""
    for action in document.actions:
        yield Finding("actions", values={"found": action})


def attachments(document: DocumentFacts, expected: Expected) -> Found:
    """No other files lie in the file."""
    if document.attachments:
        yield Finding("attachments", values={"found": ", ".join(document.attachments)})
