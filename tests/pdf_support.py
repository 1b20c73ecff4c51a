"""PDFs as other programs read them: their text, their tags."""

import io
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf


def tool(name: str, data: bytes, tmp_path: Path, *options: str) -> str:
    """What a poppler tool says of a PDF."""
    path = tmp_path / "file.pdf"
    path.write_bytes(data)
    command = [name, *options, str(path), *(["-"] if name == "pdftotext" else [])]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def words(text: str) -> list[str]:
    """The words of an extracted text, joined where a line's end divides them."""
    joined = re.sub("\u00ad\\s*", "", re.sub(r"(?<=\w-)\n(?=\w)", "", text))
    return joined.replace("\u00a0", " ").split()


@cache
def opened(data: bytes) -> pikepdf.Pdf:
    """The PDF, kept open: its objects live no longer than it does."""
    return pikepdf.open(io.BytesIO(data))


def elements(node: Any) -> Iterator[Any]:
    """The structure elements under one, itself first, in order."""
    yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


def tree(data: bytes) -> list[Any]:
    root = opened(data).Root.StructTreeRoot.K
    return list(elements(root[0] if isinstance(root, pikepdf.Array) else root))
