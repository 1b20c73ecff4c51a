"""Opens a PDF of anyone, or says why it cannot be read."""

from io import BytesIO

import pikepdf

from planche.diagnostics import FaultError


def open_pdf(data: bytes) -> pikepdf.Pdf:
    """The file, open. A damaged one is not repaired: a press may repair it otherwise.

    Raises FaultError `pdf-encrypted` or `pdf-unreadable`.
    """
    try:
        pdf = pikepdf.open(BytesIO(data), attempt_recovery=False)
        if not len(pdf.pages):
            raise FaultError("pdf-unreadable", why="no pages")
    except pikepdf.PasswordError:
        raise FaultError("pdf-encrypted") from None
    except pikepdf.PdfError as error:
        raise FaultError("pdf-unreadable", why=str(error).splitlines()[0]) from None
    return pdf
