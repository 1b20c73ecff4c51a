"""Approvals: what is signed, every plate as it is printed, tags, the same bytes."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from planche.model import OpenQuestion
from planche.press.approval import Shown, approval_pdf
from planche.press.insets import placeholder, with_insets
from planche.press.ticket import Ticket
from tests import press_samples as samples
from tests.pdf_support import opened, tool, tree, words
from tests.test_ticket import one_line

MOST_BYTES = 2_000_000
"""Small enough to be mailed to the one who signs."""


def all_plates() -> bytes:
    return samples.screen_files()["posters/a3/all.pdf"]


def some(*positions: int) -> tuple[Ticket, bytes]:
    """A run of some plates, and their posters."""
    ticket = samples.ticket()
    chosen = tuple(ticket.plates[each - 1] for each in positions)
    with pikepdf.open(io.BytesIO(all_plates())) as pdf:
        for index in reversed(range(len(pdf.pages))):
            if index + 1 not in positions:
                del pdf.pages[index]
        written = io.BytesIO()
        pdf.save(written)
    return replace(ticket, plates=chosen), written.getvalue()


def drawn(ticket: Ticket, posters: bytes, questions: tuple[OpenQuestion, ...] = ()) -> bytes:
    found = samples.shipped()
    shown = [
        Shown(plate, "Tre cirkler." if plate.id == "statements-9" else None)
        for plate in ticket.plates
    ]
    return approval_pdf(
        ticket,
        shown,
        posters,
        questions,
        samples.look(found),
        samples.words(),
        samples.engine("default"),
    )


@cache
def whole() -> bytes:
    return drawn(samples.ticket(), all_plates(), samples.plate_set().open_questions)


def text_of(data: bytes, tmp_path: Path, *options: str) -> str:
    return one_line(tool("pdftotext", data, tmp_path, "-raw", *options))


def plates_of(data: bytes) -> list[pikepdf.Page]:
    """The pages that show a plate."""
    return [page for page in opened(data).pages if form_of(page) is not None]


def form_of(page: pikepdf.Page) -> pikepdf.Object | None:
    """The form that a page draws."""
    names = page.resources.XObject
    drawn_here = [
        names[str(each.operands[0])]
        for each in pikepdf.parse_content_stream(page)
        if str(each.operator) == "Do"
    ]
    shown = (each for each in drawn_here if each.get("/Subtype") == "/Form" and "/Matrix" in each)
    return next(shown, None)


def forms(data: bytes) -> list[pikepdf.Object]:
    found = [form_of(page) for page in opened(data).pages]
    return [each for each in found if each is not None]


def test_it_says_what_is_ordered_and_what_is_to_be_decided(tmp_path: Path) -> None:
    ticket, text = samples.ticket(), text_of(whole(), tmp_path)
    for shown in (
        "Godkendelse Planchesæt til personalerum Kommunen 3.0-FAQ · oktober 2014",
        "Godkendt Godkendt med rettelser Ikke godkendt Rettelser og bemærkninger",
        "Navn Dato Underskrift",
        "23 plancher, 920 eksemplarer",
        *(plate.file.name for plate in ticket.plates),
        *(warning.text for warning in ticket.verdict.warnings),
        "Paradigmeskift (spørgsmål 1 og 2) eller paradigmeskifte (forordet)?",
    ):
        assert shown in text


def test_every_plate_has_a_page_with_all_its_words_and_a_place_to_sign(tmp_path: Path) -> None:
    pages, ticket = len(opened(whole()).pages), samples.ticket()
    first = pages - len(ticket.plates) + 1
    for number, plate in enumerate(ticket.plates):
        here = str(first + number)
        text = tool("pdftotext", whole(), tmp_path, "-raw", "-f", here, "-l", here)
        poster = tool(
            "pdftotext",
            all_plates(),
            tmp_path,
            *("-raw", "-f", str(number + 1), "-l", str(number + 1)),
        )
        missing = set(words(poster)) - set(words(text))
        assert missing == set(), plate.id
        head = "".join(f"{plate.position}{plate.heading}".split())
        assert head in "".join(text.split())
        assert "Initialer" in text


def test_plates_keep_their_shape_inside_trim_and_bleed() -> None:
    for page, plate in zip(plates_of(whole()), samples.ticket().plates, strict=True):
        left, lower, right, upper = (float(each) for each in page.mediabox)
        assert (right - left > upper - lower) == plate.is_landscape
        form = form_of(page)
        assert form is not None
        x, y, across, up = (float(each) for each in form.BBox)
        assert (across - x) / (up - y) == pytest.approx(plate.width / plate.height, abs=1e-4)


def pixels(data: bytes, number: int, scale: float) -> tuple[int, int, int]:
    """The commonest colour that is not white, on a page."""
    page = pypdfium2.PdfDocument(data)[number]
    image = page.render(scale=scale).to_pil().convert("RGB")
    counts = image.getcolors(image.width * image.height)
    commonest = max((each for each in counts if sum(each[1]) < 700), key=lambda each: each[0])
    red, green, blue = commonest[1]
    return red, green, blue


def test_a_plate_is_drawn_upright_and_in_screen_colours() -> None:
    ticket, posters = some(9)
    data = drawn(ticket, posters)
    last = len(opened(data).pages) - 1
    assert pixels(data, last, 1.0) == pixels(posters, 0, 0.5) == (0x96, 0x27, 0x1A)
    image = pypdfium2.PdfDocument(data)[last].render(scale=1.0).to_pil().convert("RGB")
    assert image.getpixel((image.width // 2, image.height // 7)) == (0x96, 0x27, 0x1A)
    assert image.getpixel((image.width // 2, image.height * 3 // 4)) != (0x96, 0x27, 0x1A)


def test_each_plate_is_one_figure_with_an_alternative() -> None:
    said = [str(each.Alt) for each in tree(whole()) if each.S == "/Figure"]
    assert len(said) == 23
    assert said[8].startswith("Planche 9: Hvordan kan Kommunen\u00a03.0 være et bedre sted")
    assert said[13].endswith("Tre cirkler.")


def test_the_tags_inside_a_plate_do_not_mix_with_ours() -> None:
    assert len(forms(whole())) == 23
    for form in forms(whole()):
        operators = {str(each.operator) for each in pikepdf.parse_content_stream(form)}
        assert operators & {"BDC", "BMC", "EMC"} == set()
        assert "/StructParents" not in form
    assert all("/Annots" not in page for page in opened(whole()).pages)


def test_it_is_small_and_only_in_our_faces() -> None:
    assert len(whole()) < MOST_BYTES
    fonts = {
        str(each.BaseFont)
        for each in opened(whole()).objects
        if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each
    }
    assert all("SchibstedGrotesk" in name for name in fonts)


def test_only_questions_about_the_run_are_asked(tmp_path: Path) -> None:
    ticket, posters = some(9)
    questions = (
        OpenQuestion(plate="q5", text="Hører *dette* <b>med</b> {{ x }}?"),
        OpenQuestion(plate="q9", text="Et spørgsmål om en anden planche"),
    )
    text = text_of(drawn(ticket, posters, questions), tmp_path)
    assert "Planche 9 Hører dette <b>med</b> {{ x }}?" in text
    assert "anden planche" not in text


def test_without_questions_and_warnings_it_says_so(tmp_path: Path) -> None:
    ticket, posters = some(1)
    ticket = replace(ticket, verdict=replace(ticket.verdict, warnings=()))
    text = text_of(drawn(ticket, posters), tmp_path)
    assert "Åbne spørgsmål til redaktøren Ingen. Advarsler Ingen." in text


def test_the_same_facts_give_the_same_bytes() -> None:
    ticket, posters = some(1, 8)
    assert drawn(ticket, posters) == drawn(ticket, posters)


def test_a_page_too_few_is_refused() -> None:
    ticket, _ = some(1, 8)
    _, posters = some(1)
    with pytest.raises(ValueError, match="1 pages for 2 pictures"):
        drawn(ticket, posters)
    with pytest.raises(ValueError, match="for 1 pictures"):
        with_insets(posters, posters, [7])


def test_places_are_told_apart_by_their_width() -> None:
    assert placeholder(3) != placeholder(4)
