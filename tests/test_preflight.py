"""Preflight: a good file passes, and each rule names its fault where it was planted."""

import io
import json
import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from planche.diagnostics import FaultError
from planche.geometry.parts import Box
from planche.press.preflight import RULES, Expected, Finding, Report, preflight
from planche.press.preflight.fonts import load
from planche.press.preflight.judge import FILES, MOST_PLACES, PAGES
from planche.press.preflight.wording import wording
from tests import press_support as press
from tests.press_faults import (
    FAULTS,
    FIELD,
    SQUARE,
    Planted,
    drawn,
    grouped,
    in_space,
    lettered,
    with_state,
)
from tests.press_support import ORDER, good, rules_of, spoilt

SLUGS = [rule.slug for rule in RULES]

NEAR = 1.0
"""Millimetres that a place may be off: rendering sees pixels of half a millimetre."""


def data_of(slug: str, planted: Planted) -> bytes:
    data = spoilt(planted.spoil, planted.identified)
    if slug == "encrypted":
        pdf, locked = pikepdf.open(io.BytesIO(data)), io.BytesIO()
        pdf.save(locked, encryption=pikepdf.Encryption(owner="hemmelig", user=""))
        return locked.getvalue()
    return data


def of_rule(report: Report, slug: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule == slug]


def near(one: Box, other: Box) -> bool:
    pairs = zip(vars(one).values(), vars(other).values(), strict=True)
    return all(abs(a - b) <= NEAR for a, b in pairs)


def test_good_file_passes_every_rule() -> None:
    report = preflight(good(), ORDER)
    assert not report.findings, [each.line("good.pdf", "en") for each in report.findings]
    assert report.verdict == "passed"
    assert not report.estimated


def test_every_rule_has_a_judge_words_and_a_planted_fault() -> None:
    assert sorted([*PAGES, *FILES]) == sorted(SLUGS) == sorted(FAULTS)
    assert len({rule.number for rule in RULES}) == len(RULES)
    for language in ("da", "en"):
        assert sorted(wording(language).rules) == sorted(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_planted_fault_is_named_and_nothing_else(slug: str) -> None:
    planted = FAULTS[slug]
    report = preflight(data_of(slug, planted), planted.order)
    found = of_rule(report, slug)
    assert found, f"{slug} was not seen"
    assert rules_of(report) == {slug} | planted.also
    assert found[0].page == planted.page
    if planted.place is not None:
        assert found[0].place is not None
        assert near(found[0].place, planted.place), found[0].place
    assert planted.says in found[0].text("en")
    if planted.page == 2:
        assert {finding.page for finding in report.findings} == {2}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("slug", SLUGS)
def test_finding_reads_as_a_whole_sentence(slug: str, language: str) -> None:
    planted = FAULTS[slug]
    report = preflight(data_of(slug, planted), planted.order)
    for finding in of_rule(report, slug):
        line = finding.line("plakat.pdf", language)
        assert re.match(
            r"plakat\.pdf(:(side|page) \d+)?: (error|warning) [a-z0-9-]+: .+; .+$", line
        )
        assert "{" not in line
        assert "None" not in line
        assert "np." not in line


EVERYWHERE = "-500 -500 5000 5000 re f"


def table_of(space: Name, table: bytes) -> Array:
    """A space of colours by number (ISO 32000-2, 8.6.6.3)."""
    inks = 4 if space == Name.DeviceCMYK else 1
    return Array([Name.Indexed, space, len(table) // inks - 1, pikepdf.String(table)])


FINE: dict[str, press.Spoil] = {
    "red outside the bleed as registration colour": drawn(
        f"/Marks cs 1 scn {press.x(20)} {press.y(-6)} 5 5 re f\n"
    ),
    "a white text of 8 pt on a field": drawn(press.text("Hvid", 10, 30, 8, "0 0 0 0 k")),
    "black of 10 pt that knocks out of paper": drawn(press.text("Sort", 10, 120, 10, "0 0 0 1 k")),
    "rich black of 12 pt": drawn(press.text("Sort", 10, 120, 12, "0.5 0.4 0.4 1 k")),
    "an invisible text near the edge": drawn(
        press.text("Usynlig", 1, 120, 3, "0 0 0 1 k").replace("BT", "3 Tr BT")
    ),
    "a large number that is cut by the trim": drawn(
        press.text("7", 92, 30, 120, "0.84 0.4 0.36 0.38 k")
    ),
    "a disc that crosses the trim": drawn(
        "0 0.3 0.85 0 k "
        f"{press.x(-4)} {press.y(105)} m {press.x(12)} {press.y(95)} l "
        f"{press.x(12)} {press.y(115)} l f\n"
    ),
    "a rule of 0.25 pt": drawn(press.rule(10, 115, 50, 0.25, "0 0 0 1 K")),
    "a border of 0.5 mm as the difference of two rectangles": drawn(
        f"0 0 0 1 k {press.box(10, 110, 20, 20)} {press.box(10.5, 110.5, 19, 19)} f*\n"
    ),
    "a state that changes nothing": with_state(
        Dictionary(ca=1, CA=1, BM=Name.Normal, SMask=Name("/None")), f"/X gs 0 0 0 1 k {FIELD}\n"
    ),
    "alpha that nothing is drawn with": with_state(Dictionary(ca=0.5), "/X gs\n"),
    "grey": drawn(f"0.5 g {FIELD}\n"),
    "white that knocks out": drawn(f"0 0 0 0 k {FIELD}\n"),
    "something clipped away": drawn(f"q 0 0 0 0 re W n 1 0 0 rg {EVERYWHERE} Q\n"),
    "something clipped away by two clips": drawn(
        f"q 9 9 5 5 re W n 99 99 5 5 re W n 1 0 0 rg {EVERYWHERE} Q\n"
    ),
    "something clipped away by a path of nothing": drawn(f"q W n 1 0 0 rg {EVERYWHERE} Q\n"),
    "a colour of a table, which overprints": in_space(
        lambda pdf: table_of(Name.DeviceCMYK, b"\x00\x00\x00\xff"), f"/Over gs /X cs 0 sc {FIELD}\n"
    ),
    "a grey of a table, which overprints": in_space(
        lambda pdf: table_of(Name.DeviceGray, b"\x00" * 4), f"/Over gs /X cs 3 sc {FIELD}\n"
    ),
}


@pytest.mark.parametrize("what", FINE)
def test_no_false_alarm(what: str) -> None:
    report = preflight(spoilt(FINE[what]), ORDER)
    said = [each.line("fine.pdf", "en") for each in report.findings]
    assert not said, said


def image_dictionary(pdf: pikepdf.Pdf, **more: object) -> Stream:
    image = press.image(pdf, 240, 8, Name.DeviceCMYK)
    for key, value in more.items():
        image[f"/{key}"] = value
    return image


def shown(pdf: pikepdf.Pdf, image: Stream) -> None:
    press.resource(pdf, "/XObject", "X", image)
    press.draw(pdf, press.picture("X", 40, 110, 10, 10))


def masked(pdf: pikepdf.Pdf) -> None:
    shown(pdf, image_dictionary(pdf, SMask=press.image(pdf, 240, 8, Name.DeviceGray)))


def rgb_picture(pdf: pikepdf.Pdf) -> None:
    shown(pdf, press.image(pdf, 240, 8, Name.DeviceRGB))


def inline_picture(pdf: pikepdf.Pdf) -> None:
    matrix = f"{press.pt(10)} 0 0 {press.pt(10)} {press.x(40)} {press.y(120)} cm"
    press.draw(pdf, f"q {matrix} BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q\n")


def icc_rgb(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_indirect(Stream(pdf, press.profile(b"RGB "), N=3))
    press.resource(pdf, "/ColorSpace", "X", Array([Name.ICCBased, stream]))
    press.draw(pdf, f"/X cs 1 0 0 sc {FIELD}\n")


def rgb_in_form(pdf: pikepdf.Pdf) -> None:
    form = Stream(
        pdf, b"1 0 0 rg 0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1]
    )
    press.resource(pdf, "/XObject", "X", pdf.make_indirect(form))
    press.draw(pdf, press.picture("X", 40, 110, 10, 10))


def rgb_in_pattern(pdf: pikepdf.Pdf) -> None:
    pattern = Stream(
        pdf,
        b"1 0 0 rg 0 0 5 5 re f",
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=[0, 0, 10, 10],
        XStep=10,
        YStep=10,
        Resources=Dictionary(),
    )
    press.resource(pdf, "/Pattern", "X", pdf.make_indirect(pattern))
    press.draw(pdf, f"/Pattern cs /X scn {FIELD}\n")


def rgb_shading(pdf: pikepdf.Pdf) -> None:
    shading = Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceRGB,
        Coords=[0, 0, 100, 0],
        Function=press.function(pdf, (1, 0, 0)),
    )
    press.resource(pdf, "/Shading", "X", shading)
    press.draw(pdf, f"q {FIELD[:-2]} W n /X sh Q\n")


HIDDEN: dict[str, tuple[press.Spoil, str, Box | None]] = {
    "picture": (rgb_picture, "rgb", SQUARE),
    "inline picture": (inline_picture, "rgb", SQUARE),
    "profile": (icc_rgb, "rgb", SQUARE),
    "form": (rgb_in_form, "rgb", SQUARE),
    "pattern": (rgb_in_pattern, "rgb", None),
    "shading": (rgb_shading, "rgb", SQUARE),
    "stroke": (drawn(press.rule(40, 115, 10, 1, "1 0 0 RG")), "rgb", None),
    "soft mask of a picture": (masked, "transparency", SQUARE),
    "blend mode": (
        with_state(Dictionary(BM=Name.Multiply), f"/X gs 0 0 0 1 k {FIELD}\n"),
        "transparency",
        SQUARE,
    ),
    "thin filled rule": (
        drawn(f"0 0 0 1 k {press.x(10)} {press.y(115)} 100 0.1 re f\n"),
        "hairline",
        None,
    ),
    "thin border of two rectangles": (
        drawn(
            f"0 0 0 1 k {press.box(10, 110, 20, 20)} {press.box(10.05, 110.05, 19.9, 19.9)} f*\n"
        ),
        "hairline",
        Box(10, 110, 20, 20),
    ),
    "line without width": (drawn(press.rule(10, 115, 50, 0, "0 0 0 1 K")), "hairline", None),
    "text made small by its matrix": (
        drawn(
            "q 0 0 0 1 k BT /F 12 Tf "
            f"0.3 0 0 0.3 {press.x(10)} {press.y(120)} Tm [(Lil) -300 (le)] TJ ET Q\n"
        ),
        "small-text",
        None,
    ),
    "text in several inks": (
        drawn(press.text("Roed", 10, 120, 7, "0 0.9 0.9 0 k")),
        "small-coloured-text",
        None,
    ),
    "text outside the trim": (
        drawn(press.text("Skaaret", 96, 120, 14, "0 0 0 1 k", "/Over gs")),
        "safe-zone",
        None,
    ),
    "bar that ends a millimetre beyond the trim": (
        drawn(press.field(90, 80, 11, 2, "0 0.3 0.85 0 k")),
        "bleed-filled",
        Box(100, 80, 3, 2),
    ),
    "field that ends at the trim below": (
        drawn(press.field(20, 125, 30, 15, "0.12 0.02 0.03 0 k")),
        "bleed-filled",
        Box(20, 140, 30, 3),
    ),
}


@pytest.mark.parametrize("what", HIDDEN)
def test_fault_is_found_where_it_hides(what: str) -> None:
    spoil, slug, place = HIDDEN[what]
    report = preflight(spoilt(spoil), ORDER)
    found = of_rule(report, slug)
    assert found
    assert {finding.page for finding in found} == {2}
    if place is not None:
        assert found[0].place is not None
        assert near(found[0].place, place), found[0].place


def test_text_is_quoted_with_its_spaces() -> None:
    spoil = HIDDEN["text made small by its matrix"][0]
    found = of_rule(preflight(spoilt(spoil), ORDER), "small-text")
    assert found[0].values["text"] == "Lil le"
    assert found[0].values["found"] == pytest.approx(3.6)


@pytest.mark.parametrize(
    "table",
    [
        b"1 beginbfrange <20> <7e> <ffff> endbfrange",
        b"1 beginbfrange <20> <7e> ] [ <00> [ endbfrange",
    ],
    ids=["runs over", "odd brackets"],
)
def test_odd_table_of_characters_is_no_broken_page(table: bytes) -> None:
    """Characters are for quoting: where they cannot be known the page is judged without."""

    def change(pdf: pikepdf.Pdf, font: Dictionary) -> None:
        font.ToUnicode = pdf.make_indirect(Stream(pdf, table))
        font.BaseFont = Name("/ABCDEG+CourierNew")

    report = preflight(spoilt(lettered(change)), ORDER)
    assert rules_of(report) == {"font-courier"}


def test_widths_of_codes_that_there_are_none_of_are_not_gathered() -> None:
    """A range from far below nothing would fill the memory of whoever judges the file."""
    cid = Dictionary(Subtype=Name.CIDFontType2, W=Array([-100_000, 2, 500]))
    font = Dictionary(Subtype=Name.Type0, BaseFont=Name.X, DescendantFonts=Array([cid]))
    assert load(font).widths == {0: 500, 1: 500, 2: 500}


def test_form_within_itself_comes_to_an_end() -> None:
    def loop(pdf: pikepdf.Pdf) -> None:
        grouped(pdf)
        form = pdf.pages[1].obj.Resources.XObject.X
        form.Resources = Dictionary(XObject=Dictionary(X=form))
        form.write(b"1 0 0 rg 100 100 50 50 re f /X Do")

    assert "rgb" in rules_of(preflight(spoilt(loop), ORDER))


def test_many_findings_of_a_page_are_counted() -> None:
    lines = "".join(
        press.text(f"Linje {at}", 10, 95 + at * 3, 4, "0 0 0 1 k", "/Over gs") for at in range(9)
    )
    found = of_rule(preflight(spoilt(drawn(lines)), ORDER), "small-text")
    assert len(found) == MOST_PLACES
    assert found[-1].values["more"] == 9 - MOST_PLACES
    assert found[-1].text("da").endswith("(og 4 til på siden)")


def test_uncoated_paper_takes_less() -> None:
    data = spoilt(drawn(f"0.9 0.5 0.5 0.9 k {FIELD}\n"))
    assert "ink-coverage" not in rules_of(preflight(data, ORDER))
    dry = Expected(most_ink_percent=260)
    assert of_rule(preflight(data, dry), "ink-coverage")[0].values["found"] == 280


def test_sheet_may_stand_or_lie() -> None:
    lying = Expected(press.HEIGHT, press.WIDTH)
    assert "page-size" not in rules_of(preflight(good(), lying))


def test_seam_is_not_ink() -> None:
    """A hairline of 400 % is no place where ink fails to dry."""
    seam = drawn(press.rule(10, 115, 50, 0.5, "1 1 1 1 K"))
    assert "ink-coverage" not in rules_of(preflight(spoilt(seam), ORDER))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page_is_judged_upright(turn: int) -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Rotate = turn
        press.draw(pdf, f"0.9 0.9 0.9 0.7 k {FIELD}\n")

    report = preflight(spoilt(spoil), ORDER)
    assert rules_of(report) == {"ink-coverage"}
    place = report.findings[0].place
    assert place is not None
    assert SQUARE.holds(place, NEAR)


def test_report_is_the_same_every_time() -> None:
    data = spoilt(FAULTS["ink-coverage"].spoil)
    told = preflight(data, ORDER).as_json()
    assert told == preflight(data, ORDER).as_json()
    read = json.loads(told)
    assert read["verdict"] == "failed"
    finding = read["findings"][0]
    assert (finding["rule"], finding["number"], finding["page"]) == ("ink-coverage", 205, 2)
    assert finding["values"]["inks"] == pytest.approx([90, 90, 90, 70], abs=0.5)
    assert read["pages"][0]["bleed"] == [3, 3, 3, 3]


def test_errors_come_before_warnings() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        FAULTS["soft-picture"].spoil(pdf)
        press.draw(pdf, press.rule(10, 115, 50, 0.1, "0 0 0 1 K"))

    report = preflight(spoilt(spoil), ORDER)
    assert [finding.rule for finding in report.findings] == ["hairline", "soft-picture"]
    assert report.verdict == "failed"
    assert preflight(spoilt(FAULTS["soft-picture"].spoil), ORDER).verdict == "warnings"


def test_missing_mutool_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(FaultError) as caught:
        preflight(good(), ORDER)
    assert caught.value.fault.code == "part-missing"
    assert caught.value.fault.values["package"] == "mupdf-tools"
