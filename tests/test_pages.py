"""Posters as other programs read them: text, links, fonts, tags, pixels, bytes."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from planche.geometry.parts import Box, Page, SignMark
from planche.model import SIGNS, Sign
from planche.pages.document import href
from planche.pages.edition import css_colour
from planche.pages.engine import RenderError
from planche.pages.proof import prove
from planche.pages.signs import STROKE, sign_path
from planche.text.shaping import HYPHEN
from tests.pages_fixtures.book import (
    ROOT,
    engine,
    laid_out,
    look,
    page_of,
    real_files,
    real_pages,
    real_set,
    small_files,
    small_set,
)
from tests.pdf_support import opened, tool, tree, words

ALL = "posters/a3/all.pdf"


def page_words(page: Page) -> list[str]:
    return words(" ".join(text.text for text in page.texts()))


def names(data: bytes) -> list[str]:
    return [str(element.S)[1:] for element in tree(data)]


# What is in them


def test_there_is_a_file_for_each_plate_and_audience_and_one_of_all() -> None:
    plates = [f"{n:02d}-{plate}" for n, plate in enumerate(real_set().ids, start=1)]
    audiences = [audience.id for audience in real_set().audiences]
    assert list(real_files()) == [f"posters/a3/{n}.pdf" for n in [*plates, "all", *audiences]]


def test_extracted_text_is_the_text_of_the_layout_word_for_word(tmp_path: Path) -> None:
    extracted = tool("pdftotext", real_files()[ALL], tmp_path, "-raw").split("\f")
    for page, text in zip(real_pages(), extracted, strict=False):
        assert words(text) == page_words(page), page.plate


def test_divided_words_end_in_a_soft_hyphen_and_no_other_hyphen_changes(tmp_path: Path) -> None:
    text = tool("pdftotext", real_files()[ALL], tmp_path, "-raw")
    divided = sum(line.hyphen for p in real_pages() for t in p.texts() for line in t.lines)
    assert divided
    assert text.count("\u00ad") == divided
    assert HYPHEN not in text
    plain = sum(text_.text.count("-") for page in real_pages() for text_ in page.texts())
    assert text.count("-") == plain


def test_fonts_are_ours_embedded_and_mapped(tmp_path: Path) -> None:
    rows = tool("pdffonts", real_files()[ALL], tmp_path).splitlines()[2:]
    ours = {face.font.face.get_name(6) for face in look().faces.values()}
    assert {row.split()[0].split("+")[1] for row in rows} <= ours
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_a_file_says_what_it_is() -> None:
    pdf = opened(real_files()["posters/a3/05-q2.pdf"])
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
    heading = page_of("q2").title.text
    assert str(pdf.docinfo["/Title"]) == f"{heading} – {real_set().set.title}"
    assert str(pdf.docinfo["/Author"]) == real_set().set.publisher
    assert str(pdf.Root.Lang) == "da"
    assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())


# What content may hold


def test_content_is_never_markup_or_template(tmp_path: Path) -> None:
    plate_set = small_set()
    data = small_files(plate_set)[ALL]
    extracted = tool("pdftotext", data, tmp_path, "-raw")
    for printed in ("<b>CO2</b>", "{{ x }} & {% raw %}", "Prøve & sæt", "By <Nord>", "(file:///"):
        assert printed in " ".join(words(extracted))
    assert prove(data, laid_out(plate_set), look().faces) == ()


@pytest.mark.parametrize(
    "html",
    [
        '<html lang="da"><img src="http://127.0.0.1:9/x.png" alt="x">',
        '<html lang="da"><img src="file:///etc/hostname" alt="x">',
        '<html lang="da"><img src="data:image/svg+xml,%3Csvg/%3E" alt="x">',
        '<html lang="da"><link rel="stylesheet" href="file:///etc/hostname">',
        '<html lang="da"><style>@import "http://127.0.0.1:9/"</style>',
        '<html lang="da"><style>p { background: url(scene:other) }</style><p>x',
    ],
)
def test_nothing_is_fetched_but_our_own_files(html: str) -> None:
    with pytest.raises(RenderError):
        engine().render(html, {})


def test_a_warning_of_the_renderer_is_an_error() -> None:
    with pytest.raises(RenderError, match="unknown property"):
        engine().render('<html lang="da"><style>p { colour: red }</style>', {})


def test_a_character_without_a_glyph_is_an_error() -> None:
    html = (
        '<html lang="da"><style>@font-face { font-family: f; src: url("{address}") }'
        "p { font-family: f }</style><p>漢"
    )
    address, data = next(iter(look().font_files.items()))
    document = engine().render(html.replace("{address}", address), {address: data})
    with pytest.raises(RenderError, match="notdef"):
        engine().write(document)


# Links


@pytest.mark.parametrize(
    ("link", "address", "leads_to"),
    [
        (None, None, None),
        ("https://example.org", None, "https://example.org"),
        ("#q1", None, "#q1"),
        ("#q2", None, None),
        ("#q2", "https://example.org/faq", "https://example.org/faq#q2"),
    ],
)
def test_where_a_link_leads(link: str | None, address: str | None, leads_to: str | None) -> None:
    assert href(link, {"q1"}, address) == leads_to


def annotations(data: bytes) -> list[Any]:
    return [link for page in opened(data).pages for link in page.get("/Annots", [])]


def test_contents_lead_to_every_plate_in_the_combined_file() -> None:
    pdf = opened(real_files()[ALL])
    flat = list(pdf.Root.Names.Dests.Names)
    places = {str(name): place[0] for name, place in zip(flat[::2], flat[1::2], strict=True)}
    index = [page.plate for page in real_pages()].index("contents")
    links = pdf.pages[index].Annots
    body: Any = page_of("contents").body
    targets = [entry.target for group in body.groups for entry in group.entries]
    assert [str(link.Dest) for link in links] == targets
    for link, target in zip(links, targets, strict=True):
        number = [page.plate for page in real_pages()].index(target)
        assert places[target] == pdf.pages[number].obj
        assert str(link.Contents) == page_of(target).title.text


def test_a_link_out_of_a_file_is_text_or_leads_to_the_address() -> None:
    contents = "posters/a3/01-contents.pdf"
    assert annotations(small_files(small_set())[contents]) == []
    found = annotations(small_files(small_set(address="https://example.org/faq"))[contents])
    expected = {"https://example.org/faq#q1", "https://example.org/faq#q2"}
    assert {str(link.A.URI) for link in found} == expected
    assert str(annotations(small_files(small_set())[ALL])[-1].Dest) == "q2"


def test_every_link_annotation_belongs_to_a_link_element() -> None:
    data = small_files(small_set())[ALL]
    held = [
        str(element.S)
        for element in tree(data)
        for kid in element.K
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    ]
    assert held == ["/Link"] * len(annotations(data))


def test_bookmarks_are_the_headings() -> None:
    with opened(real_files()[ALL]).open_outline() as outline:
        labels = [item.title for item in outline.root]
    assert labels == [page.title.text for page in real_pages() if page.part == 1]


# Tags


def test_every_page_has_one_first_heading_and_no_figure() -> None:
    found = names(real_files()[ALL])
    assert found.count("H1") == found.count("Sect") == len(real_pages())
    assert "Figure" not in found
    assert "NonStruct" not in found


def test_lists_are_lists() -> None:
    for element in tree(real_files()[ALL]):
        if str(element.S) == "/LI":
            assert [str(kid.S) for kid in element.K][-1] == "/LBody"
        if str(element.S) == "/L":
            assert {str(kid.S) for kid in element.K} == {"/LI"}


def test_table_cells_know_their_heads() -> None:
    number = 1 + list(real_set().ids).index("table-1")
    found = tree(real_files()[f"posters/a3/{number:02d}-table-1.pdf"])
    heads = [element for element in found if str(element.S) == "/TH"]
    ids = {str(head.ID) for head in heads}
    assert {str(head.A.Scope) for head in heads} == {"/Column", "/Row"}
    cells = [element for element in found if str(element.S) == "/TD"]
    assert cells
    assert all({str(each) for each in cell.A.Headers} <= ids for cell in cells)
    assert all(len(cell.A.Headers) == 2 for cell in cells)


def test_only_text_is_content_and_everything_else_an_artifact() -> None:
    painting = {"f", "F", "f*", "S", "s", "B", "b", "B*", "b*", "Do", "sh", "Tj", "TJ"}
    for page in opened(real_files()[ALL]).pages:
        marks: list[str] = []
        for step in pikepdf.parse_content_stream(page):
            operands, operator = step.operands, step.operator
            if str(operator) in ("BMC", "BDC"):
                marks.append(str(operands[0]))
            elif str(operator) == "EMC":
                marks.pop()
            elif str(operator) in painting:
                is_text = str(operator) in ("Tj", "TJ")
                is_underline = str(operator) == "S" and marks == ["/Span"]
                assert is_underline or marks == (["/Span"] if is_text else ["/Artifact"])


def test_nothing_is_transparent() -> None:
    pdf = opened(real_files()[ALL])
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream | pikepdf.Dictionary):
            assert "/Group" not in item
            assert item.get("/ca", 1) == item.get("/CA", 1) == 1


# Pixels


def test_number_field_and_sign_are_drawn_in_their_colours() -> None:
    page = page_of("q5")
    number = 1 + list(real_set().ids).index("q5")
    document = pypdfium2.PdfDocument(real_files()[f"posters/a3/{number:02d}-q5.pdf"])
    picture = document[0].render(scale=0.25).to_pil().convert("RGB")
    document.close()
    counts = {colour: count for count, colour in picture.getcolors(1 << 20)}
    for token, least in (("borger-deep", 0.15), ("borger-ghost", 0.05), ("paper", 0.2)):
        colour = look().theme.colours[token].screen
        rgb = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert counts[rgb] / (picture.width * picture.height) > least, token
    assert page.kicker
    assert page.kicker.mark
    box = page.kicker.mark.box
    scale = picture.width / page.width
    middle = (box.x + box.width / 2) * scale, (box.y + box.height / 2) * scale
    assert picture.getpixel((int(middle[0]), int(middle[1]))) == (245, 184, 61)


@pytest.mark.parametrize("sign", SIGNS)
def test_an_outlined_sign_is_as_large_as_a_solid_one(sign: Sign) -> None:
    box = Box(20, 20, 10, 10)
    sizes = []
    for solid in (True, False):
        path = sign_path(SignMark(sign, box, "ink", solid))
        stroke = "" if solid else f'stroke="#000000" stroke-width="{STROKE}" '
        fill = "#000000" if solid else "none"
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="50mm" '
            f'viewBox="0 0 50 50"><path {stroke}fill="{fill}" d="{path}"/></svg>'
        )
        html = (
            '<html lang="da"><style>@page { size: 50mm; margin: 0 } div { height: 50mm; '
            "background: url(scene:sign) no-repeat }</style><title>x</title><div></div>"
        )
        document = engine().render(html, {"scene:sign": svg.encode()})
        pdf = pypdfium2.PdfDocument(engine().write(document))
        picture = pdf[0].render(scale=4, grayscale=True).to_pil()
        sizes.append(picture.point(lambda grey: 255 if grey < 128 else 0).getbbox())
        pdf.close()
    solid_box, outlined_box = sizes
    assert solid_box
    assert outlined_box
    assert all(abs(a - b) <= 2 for a, b in zip(solid_box, outlined_box, strict=True))
    assert 95 <= solid_box[2] - solid_box[0] <= 145  # 10 mm are 113 pixels


# Editions and bytes


def test_a_colour_has_a_definition_for_each_edition() -> None:
    colour = look().theme.colours["borger-deep"]
    assert css_colour(colour, "screen") == "#96271A"
    assert css_colour(colour, "press") == "device-cmyk(0.2 0.95 0.95 0.25)"


SCRIPT = """
import hashlib
from tests.pages_fixtures.book import small_files, small_set
for path, data in small_files(small_set(address="https://example.org")).items():
    print(path, hashlib.sha256(data).hexdigest())
"""


def test_another_process_writes_the_same_bytes() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(said) == 1
    assert len(said.pop().splitlines()) == 5


def test_writing_twice_in_one_process_gives_the_same_bytes() -> None:
    assert small_files(small_set()) == small_files(small_set())
