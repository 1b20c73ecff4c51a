"""`preflight`: any PDF in, findings and a verdict out.

What judges is imported when it is asked for: it costs a tenth of a second that no other command
is to pay.
"""

import argparse
import errno
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from planche.commands.arguments import Commands, add_language, add_strict
from planche.commands.exit_codes import DONE, FAILED, WARNED, code_of
from planche.commands.speaking import say
from planche.diagnostics import Diagnostic, FaultError, Place
from planche.paper import FORMATS
from planche.units import MM_PER_INCH, POINTS_PER_INCH, Mm
from planche.workshop import DEFAULT_THEME, FONTS, load_kit

if TYPE_CHECKING:
    from planche.press.preflight import Expected, Report

UNITS: dict[str, float] = {
    "mm": 1,
    "cm": 10,
    "in": MM_PER_INCH,
    "pt": MM_PER_INCH / POINTS_PER_INCH,
}
"""Millimetres in a unit."""

LENGTH = r"([0-9]{1,6}(?:[.,][0-9]{1,6})?)"
"""A number as it is typed; a longer one is a slip."""

MOST_BYTES = 1 << 30
"""Bytes of the largest file that is read: a gigabyte, far above any poster's."""


def add_preflight(commands: Commands) -> None:
    """The command's grammar."""
    command = commands.add_parser("preflight", help="judge any PDF as a press file")
    command.add_argument("file", type=Path, metavar="FILE.pdf")
    command.add_argument("--bleed", default="3mm", metavar="3mm", help="what is asked (3mm)")
    command.add_argument("--safe", default="5mm", metavar="5mm", help="text from the edge (5mm)")
    command.add_argument("--ink", default="300", metavar="300", help="most ink in percent (300)")
    command.add_argument("--format", metavar="A3", help="A3, B2, or 297x420mm; default: any")
    command.add_argument("--pages", metavar="N", help="how many; default: any")
    command.add_argument("--condition", metavar="FOGRA39", help="output condition; default: any")
    command.add_argument("--html", type=Path, metavar="FILE", help="write a page to read there")
    command.add_argument("--json", action="store_true", help="print the findings as JSON")
    add_language(command)
    add_strict(command)
    command.set_defaults(run=run_preflight, language="da")


def run_preflight(options: argparse.Namespace) -> int:
    """Judge a file; gives the exit code."""
    from planche.press.preflight import preflight

    name = options.file.as_posix()
    try:
        expected = expected_of(options)
        data = _read(options.file)
        report = preflight(data, expected)
        if options.html is not None:
            _write_page(options, report, data)
    except FaultError as error:
        say((Diagnostic(Place(name), error.fault),), options.language)
        return code_of(error.fault.code)
    _tell(options, report, name)
    if report.verdict == "failed":
        return FAILED
    return WARNED if options.strict and report.verdict == "warnings" else DONE


def _tell(options: argparse.Namespace, report: "Report", name: str) -> None:
    """Findings to the standard error, JSON or the verdict to the standard output."""
    from planche.press.preflight import RULES
    from planche.press.preflight.wording import wording

    if options.json:
        sys.stdout.write(report.as_json())
        return
    for finding in report.findings:
        print(finding.line(name, options.language), file=sys.stderr)
    print(
        wording(options.language)
        .verdicts[report.verdict]
        .format(
            file=name,
            rules=len(RULES),
            errors=len(report.errors),
            warnings=len(report.warnings),
        )
    )


def expected_of(options: argparse.Namespace) -> "Expected":
    """The order that the arguments say. Raises FaultError `bad-argument`."""
    from planche.press.preflight import Expected

    width, height = (None, None) if options.format is None else _size(options.format)
    return Expected(
        trim_width_mm=width,
        trim_height_mm=height,
        bleed_mm=_length("--bleed", options.bleed),
        most_ink_percent=_ink(options.ink),
        pages=None if options.pages is None else _pages(options.pages),
        condition=options.condition,
        safe_mm=_length("--safe", options.safe),
    )


def _length(option: str, text: str) -> Mm:
    """A length with its unit, in millimetres."""
    found = re.fullmatch(rf"{LENGTH}\s*({'|'.join(UNITS)})", text.strip())
    if found is None:
        raise FaultError("bad-argument", option=option, found=text, example="3mm")
    return _number(found[1]) * UNITS[found[2]]


def _size(text: str) -> tuple[Mm, Mm]:
    """A size by name, or width x height with a unit."""
    known = FORMATS.get(text.strip().upper())
    if known is not None:
        return known.width, known.height
    found = re.fullmatch(rf"{LENGTH}\s*[x×]\s*{LENGTH}\s*({'|'.join(UNITS)})", text.strip())
    if found is None or not _number(found[1]) or not _number(found[2]):
        example = "A3, B2, 297x420mm"
        raise FaultError("bad-argument", option="--format", found=text, example=example)
    return _number(found[1]) * UNITS[found[3]], _number(found[2]) * UNITS[found[3]]


def _ink(text: str) -> float:
    found = re.fullmatch(rf"{LENGTH}\s*%?", text.strip())
    if found is None or not 0 < _number(found[1]) <= 400:
        raise FaultError("bad-argument", option="--ink", found=text, example="300, 260")
    return _number(found[1])


def _pages(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,5}", text.strip()):
        raise FaultError("bad-argument", option="--pages", found=text, example="23")
    return int(text)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _read(path: Path) -> bytes:
    """The file's bytes. Raises FaultError `file-…`."""
    try:
        if path.is_dir():
            raise FaultError("file-is-folder")
        if path.stat().st_size > MOST_BYTES:
            raise FaultError("file-too-big", most=MOST_BYTES >> 20)
        return path.read_bytes()
    except FileNotFoundError:
        raise FaultError("file-missing") from None
    except OSError:
        raise FaultError("file-unreadable") from None


def _write_page(options: argparse.Namespace, report: "Report", data: bytes) -> None:
    """Write the page that a person reads, whole or not at all. Raises FaultError."""
    from planche.press.preflight.page import preflight_html
    from planche.press.preflight.wording import wording

    kit = load_kit(DEFAULT_THEME).kit
    assert kit is not None, "the house's own theme is sound"
    fonts = {key: (FONTS / kit.theme.faces[key]).read_bytes() for key in ("regular", "bold")}
    words = wording(options.language)
    page = preflight_html(report, data, options.file.name, words, kit.theme, fonts)
    try:
        _write_whole(options.html, page, options.file)
    except OSError as error:
        raise FaultError("page-not-written", path=options.html, why=error.strerror) from None


def _write_whole(path: Path, data: bytes, judged: Path) -> None:
    """Write a file whole or not at all, and never over the one that was judged. Raises OSError."""
    if path.exists() and path.samefile(judged):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    half = path.parent / f".{path.name}.part"
    try:
        half.write_bytes(data)
        half.replace(path)
    except OSError:
        with suppress(OSError):
            half.unlink()
        raise
