"""Preflight of what is no sound PDF: a fault that says what, or a verdict; never a traceback."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array

from planche.diagnostics import FaultError
from planche.press.preflight import preflight
from tests import press_support as press
from tests.press_faults import (
    drawn,
)
from tests.press_support import ORDER, good, rules_of, spoilt


def odd_intent(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents = 7


def with_page(key: str, value: object) -> press.Spoil:
    """Give the second page another value of a key."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj[key] = value

    return spoil


def boundless(pdf: pikepdf.Pdf) -> None:
    for key in ("/TrimBox", "/BleedBox"):
        del pdf.pages[1].obj[key]
    pdf.pages[1].obj.MediaBox = Array([0, 0, 15_000, 15_000])


def broken() -> Iterator[tuple[str, bytes, str]]:
    yield "nothing", b"", "pdf-unreadable"
    yield "no PDF", b"PK\x03\x04 a letter", "pdf-unreadable"
    yield "cut off", good()[:2000], "pdf-unreadable"
    locked = io.BytesIO()
    pikepdf.open(io.BytesIO(good())).save(locked, encryption=pikepdf.Encryption("a", "b"))
    yield "locked", locked.getvalue(), "pdf-encrypted"
    empty = io.BytesIO()
    pikepdf.new().save(empty)
    yield "no pages", empty.getvalue(), "pdf-unreadable"
    yield "odd operands", spoilt(drawn("/A /B /C /D k 1 re f\n")), "pdf-broken-page"
    yield "no tree", good().replace(b"/Kids [", b"/Kits ["), "pdf-unreadable"
    yield "no intents", spoilt(odd_intent), "pdf-broken"
    yield "miscounted", good().replace(b"/Count 2", b"/Count 1"), "pdf-unreadable"
    yield "another catalogue", good().replace(b"/Root 1 0 R", b"/Root 2 0 R"), "pdf-unreadable"
    yield "no unit", spoilt(with_page("/UserUnit", 0)), "pdf-broken"
    yield "a unit below nothing", spoilt(with_page("/UserUnit", -1)), "pdf-broken"
    yield "a page of 5 metres", spoilt(boundless), "pdf-unreadable"
    yield "no font", spoilt(drawn("BT /Nowhere 12 Tf 100 100 Td (x) Tj ET\n")), ""


@pytest.mark.parametrize(("what", "data", "code"), list(broken()), ids=lambda each: str(each)[:20])
def test_what_cannot_be_read_is_a_fault(what: str, data: bytes, code: str) -> None:
    if not code:
        assert "font-embedded" in rules_of(preflight(data, ORDER))
        return
    with pytest.raises(FaultError) as caught:
        preflight(data, ORDER)
    assert caught.value.fault.code == code
    assert "<" not in "".join(caught.value.fault.values.values())


TOKEN = re.compile(rb"(?<=[\s\[])(?:/[A-Za-z0-9]+|-?\d+(?:\.\d+)?|\d+ 0 R)(?=[\s\]>])")
"""A name, number or reference of a file."""

ODD = (b"/Null", b"null", b"-1", b"[ ]", b"<< >>", b"(x)", b"99999999999", b"true")


def places_of_tokens() -> list[tuple[int, int]]:
    """Where the tokens of the good file stand, its streams left out."""
    data = re.sub(
        rb"stream\n.*?endstream", lambda found: b"#" * len(found[0]), good(), flags=re.DOTALL
    )
    return [found.span() for found in TOKEN.finditer(data)]


def outcome(data: bytes) -> str:
    """The verdict on a file, or the fault that it has."""
    try:
        return preflight(data, ORDER).verdict
    except FaultError as error:
        return f"{error.fault.code} {error.fault.values.get('why', '')}"


@settings(max_examples=60)
@given(at=st.sampled_from(places_of_tokens()), odd=st.sampled_from(ODD))
def test_any_odd_object_gives_a_verdict_or_a_fault(at: tuple[int, int], odd: bytes) -> None:
    start, end = at
    data = bytearray(good())
    data[start:end] = odd.ljust(end - start) if len(odd) <= end - start else b"1".ljust(end - start)
    found = outcome(bytes(data))
    assert found in ("passed", "warnings", "failed") or found.startswith("pdf-")
    assert "BytesIO" not in found
