"""Packages with the same bytes every time: fixed dates, fixed order, fixed system."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip file can hold."""

LEVEL = 6
"""zlib's usual effort: the files are small, and speed counts while somebody writes."""

REPEATED = ".fntdata"
"""Ending of files that many packages of a run hold alike: each is deflated once."""


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files packed in their order; `[Content_Types].xml` belongs first."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=LEVEL) as package:
        for name, data in files:
            entry = ZipInfo(name, EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else the system that built it shows
            if name.endswith(REPEATED):
                _write_repeated(package, entry, data)
            else:
                package.writestr(entry, data)
    return packed.getvalue()


def _write_repeated(package: ZipFile, entry: ZipInfo, data: bytes) -> None:
    entry.file_size = len(data)
    with package.open(entry, "w") as place:
        stream: Any = place
        stream._compressor = _Remembered(data)  # else the library deflates it once more
        stream.write(data)


@dataclass(frozen=True)
class _Remembered:
    """Stands where zipfile has a compressor: what it was given comes out deflated at the end."""

    data: bytes

    def compress(self, _: bytes) -> bytes:
        """Nothing yet."""
        return b""

    def flush(self) -> bytes:
        """All of it."""
        return _deflated(self.data)


@lru_cache(maxsize=32)
def _deflated(data: bytes) -> bytes:
    """Raw deflate, as zip files hold it (RFC 1951)."""
    compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()
