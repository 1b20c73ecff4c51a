"""Opens a PDF of anyone, or says why it cannot be read."""

import logging
import re
from io import BytesIO

import pikepdf

from planche.diagnostics import FaultError

# What pikepdf would log is asked of the file, and told as a fault.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())

BROKEN = (
    pikepdf.PdfError,
    RuntimeError,
    ArithmeticError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
)
"""What reading raises where an object of a file is not what it must be."""

SOURCE = re.compile(r"(stream )?<[^>]*>(:? \([^)]*\))?:? ?")
"""How qpdf names data in memory, in its messages: it says nothing to anyone."""


def open_pdf(data: bytes) -> pikepdf.Pdf:
    """The file, open. A damaged one is not repaired: a press may repair it otherwise.

    Raises FaultError `pdf-encrypted` or `pdf-unreadable`.
    """
    try:
        pdf = pikepdf.open(BytesIO(data), attempt_recovery=False)
        if not len(pdf.pages):
            raise FaultError("pdf-unreadable", why="no pages")
        if pdf.Root.Pages.get("/Count") != len(pdf.pages):
            # Programs that go by the number see another file than those that go by the tree.
            raise FaultError("pdf-unreadable", why="/Count of the page tree is wrong")
    except pikepdf.PasswordError:
        raise FaultError("pdf-encrypted") from None
    except BROKEN as error:
        raise FaultError("pdf-unreadable", why=reason(str(error))) from None
    warnings = pdf.get_warnings()
    if warnings:
        raise FaultError("pdf-unreadable", why=reason(str(warnings[0])))
    return pdf


def reason(message: str) -> str:
    """A message of qpdf, in one line."""
    lines = SOURCE.sub("", message).lstrip(" ,:").splitlines()
    return lines[0] if lines else "?"
