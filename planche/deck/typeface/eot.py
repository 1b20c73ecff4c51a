"""A face in the envelope that presentations carry faces in: Embedded OpenType.

The header of version 0x00020002 of the W3C Member Submission of 5 March 2008, with the plain
TrueType file behind it: neither compressed nor encrypted nor cut down to a subset.
"""

import struct

from planche.text.faces import FAMILY_NAME, SUBFAMILY_NAME, Face
from planche.text.os2 import os2_of

VERSION, MAGIC = 0x00020002, 0x504C

ANSI_CHARSET = 0
"""Windows' number of the Latin characters; the presentation's list says the same."""

ITALIC = 0xFF
"""What PowerPoint writes for an italic."""

VERSION_NAME, FULL_NAME = 5, 4
"""Ids of the other names in a face's name table."""

ROOT_CHECKSUM, EUDC_CODE_PAGE = 0x50475342, 1252
"""Of an empty root string, and of no user-defined characters."""

LONGEST = 0x7FFF
"""Most UTF-16 units of a name: its size in bytes is a number of 16 bits."""

HEAD_CHECKSUM = 8
"""Where `checkSumAdjustment` stands in a face's head table."""


def eot(face: Face) -> bytes:
    """A face as Embedded OpenType. Raises ValueError for a face without an OS/2 table."""
    data = face.path.read_bytes()
    body = _fixed(face) + _names(face) + _tail()
    total = 8 + len(body) + len(data)
    return struct.pack("<II", total, len(data)) + body + data


def _fixed(face: Face) -> bytes:
    """The part of the header that always takes 72 bytes, without the two sizes before it."""
    os2 = os2_of(face)
    head = bytes(face.font.face.reference_table("head").data)
    (checksum,) = struct.unpack_from(">I", head, HEAD_CHECKSUM)
    return struct.pack(
        "<II10sBBIHH4I2II16x",
        VERSION,
        0,  # flags: not compressed, not encrypted, not a subset
        os2.panose,
        ANSI_CHARSET,
        ITALIC if os2.italic else 0,
        os2.weight,
        os2.fs_type,
        MAGIC,
        *os2.unicode_range,
        *os2.codepage_range,
        checksum,
    )


def _names(face: Face) -> bytes:
    """Family, style, version and full name; PowerPoint ends the first two with a NUL."""
    names = (FAMILY_NAME, "\0"), (SUBFAMILY_NAME, "\0"), (VERSION_NAME, ""), (FULL_NAME, "")
    return b"".join(
        _sized(str(face.font.face.get_name(number) or ""), end) for number, end in names
    )


def _sized(name: str, end: str) -> bytes:
    """A string with two bytes of padding and its size in bytes before it; cut where too long."""
    written = name.encode("utf-16-le")[: 2 * (LONGEST - len(end))] + end.encode("utf-16-le")
    return struct.pack("<HH", 0, len(written)) + written


def _tail() -> bytes:
    """No root string, no signature, no font of user-defined characters."""
    return struct.pack("<HHIIHHII", 0, 0, ROOT_CHECKSUM, EUDC_CODE_PAGE, 0, 0, 0, 0)
