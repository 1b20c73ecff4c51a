"""The list of accepted words that may lie beside a source: names and terms no dictionary has."""

from pathlib import Path

from planche.diagnostics import Diagnostic
from planche.source.characters import decode
from planche.source.loading import load
from planche.source.tree import Findings

WORDLIST = "ordliste.txt"
"""Its name; it lies in the source's folder."""

COMMENT = "#"


def read_wordlist(path: Path, name: str) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """The words of a list, one a line, and what is wrong with the file; none where there is none.

    `name` is what messages call the file. What stands after # is a remark.
    """
    if not path.exists():
        return frozenset(), ()
    findings = Findings(name)
    data = load(path, findings)
    text = decode(data, findings) if data is not None else None
    lines = (line.partition(COMMENT)[0].strip() for line in (text or "").splitlines())
    return frozenset(line for line in lines if line), tuple(findings.diagnostics)
