"""The page that a person at a print house reads: one file, accessible, true to the report."""

import io
import re
from base64 import b64decode
from functools import cache

import lxml.html
import numpy as np
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from planche.press.preflight import RULES, Report, preflight
from planche.press.preflight.page import MOST_PICTURES, preflight_html
from planche.press.preflight.wording import wording
from planche.theming.contrast import contrast
from planche.workshop import FONTS, load_kit, theme_names
from tests import press_support as press
from tests.press_faults import FAULTS, drawn
from tests.press_support import ORDER, good, spoilt


@cache
def page(slug: str | None, language: str = "da", theme: str = "default") -> tuple[Report, str]:
    """The report and page of the good file, or of one with a fault."""
    return page_of(spoilt(FAULTS[slug].spoil) if slug else good(), language, theme)


def page_of(data: bytes, language: str = "da", theme: str = "default") -> tuple[Report, str]:
    kit = load_kit(theme).kit
    assert kit
    fonts = {key: (FONTS / kit.theme.faces[key]).read_bytes() for key in ("regular", "bold")}
    report = preflight(data, ORDER)
    html = preflight_html(report, data, "plakat.pdf", wording(language), kit.theme, fonts)
    return report, html.decode("utf-8")


@pytest.mark.parametrize(
    ("slug", "verdict"),
    [
        (None, "Kan trykkes"),
        ("soft-picture", "Kan trykkes – se efter"),
        ("rgb", "Kan ikke trykkes"),
    ],
)
def test_verdict_is_the_one_heading_on_top(slug: str | None, verdict: str) -> None:
    _, html = page(slug)
    tree = lxml.html.fromstring(html)
    headings = [each.text_content().strip() for each in tree.iter("h1")]
    assert headings == [verdict]
    order = [each.tag for each in tree.iter("h1", "h2", "h3")]
    assert order[0] == "h1"


def test_every_finding_is_told_with_its_place_and_remedy() -> None:
    report, html = page("ink-coverage")
    text = " ".join(lxml.html.fromstring(html).text_content().split())
    for finding in report.findings:
        assert finding.text("da") in text
        assert finding.remedy("da") in text
    assert "Side 2, 40" in text


def test_place_is_framed_where_the_fault_lies() -> None:
    """The frame in the picture is where the square of 340 % is, and the picture shows it dark."""
    _, html = page("ink-coverage")
    tree = lxml.html.fromstring(html)
    frame = tree.xpath("//li//rect")[-1]
    at = [float(frame.get(key)) for key in ("x", "y", "width", "height")]
    middle = (at[0] + at[2] / 2, at[1] + at[3] / 2)
    assert 39 < middle[0] < 51
    assert 109 < middle[1] < 121
    stored = tree.xpath("//*[local-name()='image' and @id='page-2']")[0]
    picture = Image.open(io.BytesIO(b64decode(stored.get("href").split(",")[1]))).convert("L")
    scale = picture.width / float(stored.get("width"))
    here = ((middle[0] + 3) * scale, (middle[1] + 3) * scale)
    beside = ((middle[0] + 15) * scale, here[1])
    dark, paper = (picture.getpixel((round(a), round(b))) for a, b in (here, beside))
    assert isinstance(dark, int)
    assert isinstance(paper, int)
    assert dark < 80 < 230 < paper


def test_all_rules_stand_with_their_result() -> None:
    report, html = page("rgb")
    rows = lxml.html.fromstring(html).xpath("//table[@class='rules']/tbody/tr")
    assert len(rows) == len(RULES)
    broken = {finding.rule for finding in report.findings}
    for rule, row in zip(RULES, rows, strict=True):
        cells = [cell.text_content().strip() for cell in row]
        assert cells[0] == str(rule.number)
        assert cells[-1] == ("brudt" if rule.slug in broken else "overholdt")


def test_nothing_is_fetched() -> None:
    for slug in (None, "rgb"):
        _, html = page(slug)
        assert not re.search(r"(src|href)=\"(?!data:|#)|url\((?!data:)|https?://|@import", html)
        assert "<script" not in html


def test_tables_and_pictures_can_be_read_aloud() -> None:
    tree = lxml.html.fromstring(page("rgb")[1])
    assert tree.get("lang") == "da"
    assert tree.xpath("//title")[0].text == "Trykkontrol: plakat.pdf"
    for head in tree.iter("th"):
        assert head.get("scope") in ("col", "row")
    assert all(image.get("alt") for image in tree.iter("img"))
    for drawing in tree.iter("svg"):
        named = drawing.get("role") == "img" and drawing.get("aria-label")
        assert named or drawing.get("aria-hidden") == "true"
    identities = tree.xpath("//@id")
    assert len(identities) == len(set(identities))
    assert all(each in identities for each in tree.xpath("//@aria-labelledby"))


@pytest.mark.parametrize("theme", theme_names())
def test_colours_stand_out(theme: str) -> None:
    """WCAG 2.2, 1.4.3: every text on its ground, 4.5 to 1."""
    for slug in (None, "soft-picture", "rgb"):
        html = page(slug, "da", theme)[1]
        style = html[html.index("<style>") : html.index("</style>")]
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", style))
        header = re.search(r"header \{ background: (#[0-9A-F]{6}); color: #fff", style)
        assert header
        pairs = [
            ("#FFFFFF", header[1]),
            (colours["ink"], colours["paper"]),
            (colours["ink"], colours["failed-tint"]),
            (colours["ink"], colours["warnings-tint"]),
            *((colours[each], colours["paper"]) for each in ("failed", "warnings", "passed")),
        ]
        assert all(contrast(*pair) >= 4.5 for pair in pairs), pairs


def test_language_is_the_words() -> None:
    _, html = page("rgb", "en")
    assert lxml.html.fromstring(html).get("lang") == "en"
    assert "Not fit for print" in html
    assert "Kan ikke trykkes" not in html


def test_file_cannot_speak_html() -> None:
    """What a stranger's file says stands as it is."""
    words = press.text("<b onclick=x>&", 10, 120, 4, "0 0 0 1 k", "/Over gs")
    _, html = page_of(spoilt(drawn(words)))
    assert "<b onclick" not in html
    assert "&lt;b onclick=x&gt;&amp;" in html


def test_separations_are_in_the_page() -> None:
    tree = lxml.html.fromstring(page("ink-coverage")[1])
    plates = tree.xpath("//figure/img")
    assert [each.get("alt").split(" af ")[1] for each in plates] == [
        "Cyan",
        "Magenta",
        "Gul",
        "Sort",
    ]
    for plate in plates:
        data = b64decode(plate.get("src").split(",")[1])
        shades = np.asarray(Image.open(io.BytesIO(data)).convert("L"))
        assert int(shades.min()) < 200


def test_pictures_are_small_and_capped() -> None:
    def everywhere(pdf: pikepdf.Pdf) -> None:
        lines = "".join(
            press.text(f"L{at}", 10, 95 + at * 3, 4, "0 0 0 1 k", "/Over gs") for at in range(9)
        )
        for _ in range(10):
            pdf.pages.append(pdf.pages[0])
        for page in pdf.pages:
            page.obj.Contents = pikepdf.Stream(pdf, page.obj.Contents.read_bytes() + lines.encode())

    report, html = page_of(spoilt(everywhere))
    assert len(report.findings) > MOST_PICTURES
    tree = lxml.html.fromstring(html)
    assert len(tree.xpath("//li//*[@class='views']")) == MOST_PICTURES
    assert f"Kun de første {MOST_PICTURES} fund" in html
    stored = tree.xpath("//*[local-name()='image']/@href")
    assert all(len(b64decode(each.split(",")[1])) <= 25_000 for each in stored)


def test_page_is_the_same_every_time() -> None:
    page.cache_clear()
    first = page("rgb")[1]
    page.cache_clear()
    assert page("rgb")[1] == first


def test_font_holds_every_character_of_the_page() -> None:
    """The typeface is cut to what the page needs, and no less."""
    html = page("rgb")[1]
    fonts = re.findall(r"url\(data:font/ttf;base64,([^)]+)\)", html)
    assert len(fonts) == 2
    body = set(lxml.html.fromstring(html).xpath("string(//body)")) - set("\n\t")
    for each in fonts:
        assert len(each) < 60_000
        assert {ord(letter) for letter in body} <= set(
            TTFont(io.BytesIO(b64decode(each))).getBestCmap()
        )
