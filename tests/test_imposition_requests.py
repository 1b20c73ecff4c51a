"""What is asked of an imposition: read, or refused with what to write instead."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planche.catalogue import CATALOGUE
from planche.catalogue.imposition import IMPOSITION
from planche.diagnostics import FaultError
from planche.paper import FORMATS, Size
from planche.press.imposition import parsed
from planche.press.imposition.formats import page_format, sheet_format
from planche.press.imposition.request import BookletRequest, GridRequest
from tests.imposition_support import A4, art, scheme


def test_requests_are_read() -> None:
    sra3 = Size(450, 320)
    assert parsed("2-up:SRA3") == GridRequest(((2, 1), (1, 2)), "sequence", sra3, "none")
    assert parsed(" 2-UP : sra3 , repeat, back = turn") == GridRequest(
        ((2, 1), (1, 2)), "repeat", sra3, "turn"
    )
    assert parsed("booklet") == BookletRequest(None, 0.1, None)
    assert parsed("booklet:A4,paper=0.12mm,sheet=700 x 500 mm") == BookletRequest(
        A4, 0.12, Size(700, 500)
    )
    assert parsed("cut-and-stack:3x2:SRA1") == GridRequest(
        ((3, 2),), "stack", Size(900, 640), "none"
    )


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ("", "imposition-unknown"),
        ("4-up:SRA3", "imposition-unknown"),
        ("2-up", "imposition-parts"),
        ("2-up:SRA3:A4", "imposition-parts"),
        ("cut-and-stack:SRA2", "imposition-parts"),
        ("booklet:A4:A3", "imposition-parts"),
        ("2-up:A9", "imposition-format"),
        ("2-up:", "imposition-format"),
        ("2-up:700x500", "imposition-format"),
        ("2-up:0x500mm", "imposition-format"),
        ("2-up:7000x5000mm", "imposition-format"),
        ("2-up:-700x500mm", "imposition-format"),
        ("booklet:20x28mm", "imposition-format"),
        ("booklet:A4,sheet=large", "imposition-format"),
        ("cut-and-stack:2:SRA2", "imposition-grid"),
        ("cut-and-stack:1x1:SRA2", "imposition-grid"),
        ("cut-and-stack:9x1:SRA2", "imposition-grid"),
        (f"cut-and-stack:{'9' * 5000}x1:SRA2", "imposition-grid"),
        ("cut-and-stack:3x2:SRA2,back=work-and-turn", "imposition-odd"),
        ("booklet,paper=0.12", "imposition-paper"),
        ("booklet,paper=-0.12mm", "imposition-paper"),
        ("booklet,paper=120mm", "imposition-paper"),
        ("booklet,paper", "imposition-option"),
        ("booklet,paper=", "imposition-option"),
        ("booklet,", "imposition-option"),
        ("booklet,back=turn", "imposition-option"),
        ("booklet,paper=0.1mm,paper=0.2mm", "imposition-option"),
        ("2-up:SRA3,repeat=yes", "imposition-option"),
        ("cut-and-stack:2x2:SRA2,repeat", "imposition-option"),
        ("2-up:SRA3,back=long", "imposition-back"),
    ],
)
def test_what_cannot_be_understood_is_refused(request_: str, code: str) -> None:
    with pytest.raises(FaultError) as caught:
        parsed(request_)
    assert caught.value.fault.code == code
    for language in ("da", "en"):
        wording = CATALOGUE[code].wording(language)
        f"{wording.message}; {wording.hint}".format_map(caught.value.fault.values)


ASKED = [code for code, entry in IMPOSITION.items() if entry.example.startswith("--impose ")]


@pytest.mark.parametrize("code", [code for code in ASKED if "(" not in IMPOSITION[code].example])
def test_every_example_of_the_catalogue_calls_forth_its_message(code: str) -> None:
    with pytest.raises(FaultError) as caught:
        scheme(IMPOSITION[code].example.removeprefix("--impose "), art(23))
    assert caught.value.fault.code == code


@given(st.text(alphabet="2-upboklet:,=A4SRx0.1m cutandsk", max_size=30))
def test_any_request_is_read_or_refused(text: str) -> None:
    assert refusal(text) in {None, *IMPOSITION}


def refusal(request: str) -> str | None:
    try:
        parsed(request)
    except FaultError as error:
        return error.fault.code
    return None


def test_formats_halve_into_each_other() -> None:
    """A and B: the longer edge of one is the shorter of the next, the other is halved."""
    for series in "AB":
        of_series = [size for name, size in FORMATS.items() if name[0] == series]
        for larger, smaller in pairwise(of_series):
            assert smaller.height == larger.width
            assert smaller.width == larger.height // 2
    for number in range(5):
        ra, sra = FORMATS[f"RA{number}"], FORMATS[f"SRA{number}"]
        trimmed = FORMATS[f"A{number}"]
        assert trimmed.width < ra.width < sra.width
        assert trimmed.height < ra.height < sra.height
    assert page_format("a4") == A4
    assert sheet_format("a4") == Size(297, 210)
    assert sheet_format("210x297mm") == A4


def test_a_sheet_that_is_too_small_is_told_what_is_needed() -> None:
    with pytest.raises(FaultError) as caught:
        scheme("2-up:A3", art(2))
    assert caught.value.fault.values == {
        "what": "2 × 1, 210 × 297 mm", "need": "448 × 319 mm", "sheet": "420 × 297 mm"
    }  # fmt: skip
