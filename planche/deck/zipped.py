"""Packages with the same bytes every time: fixed dates, fixed order, fixed system."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip file can hold."""

LEVEL = 6
"""zlib's usual effort: the files are small, and speed counts while somebody writes."""


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files packed in their order; `[Content_Types].xml` belongs first."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=LEVEL) as package:
        for name, data in files:
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else the system that built it shows
            package.writestr(entry, data)
    return packed.getvalue()
