"""Job tickets: every fact in print and in JSON, tags, running feet, the same bytes."""

import json
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from planche.press.judgement import Judgement
from planche.press.paperwork import verdict_of
from planche.press.preflight import Finding as Judged
from planche.press.preflight import Report
from planche.press.printing import PressFile
from planche.press.ticket import Changes, Ticket, TicketFile, Verdict
from planche.press.ticket_pdf import ticket_pdf
from planche.press.xjdf import ticket_json
from planche.workshop import theme_names
from tests import press_samples as samples
from tests.pdf_support import opened, tool, tree
from tests.press_support import ORDER


@cache
def written(theme: str = "default") -> bytes:
    return drawn(samples.ticket(theme), theme)


def drawn(ticket: Ticket, theme: str = "default", language: str = "da") -> bytes:
    found = samples.shipped(theme)
    engine = samples.engine(found.kit.theme.name)
    return ticket_pdf(ticket, samples.look(found), samples.words(language), engine)


def read(data: bytes, tmp_path: Path) -> str:
    """The text of a PDF on one line."""
    return one_line(tool("pdftotext", data, tmp_path, "-raw"))


def one_line(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


def small() -> Ticket:
    """A run of three plates: enough for what does not hang on their number."""
    ticket = samples.ticket()
    return replace(ticket, plates=ticket.plates[:3], changes=None)


def facts(ticket: Ticket) -> list[str]:
    """What must stand on the paper, word for word."""
    parties, stock, inks = ticket.parties, ticket.stock, ticket.inks
    return [
        *(ticket.title, ticket.name, ticket.set_title, str(ticket.edition)),
        *str(parties.deliver_to).splitlines(),
        *(str(parties.publisher), str(parties.deliver_by), str(stock.paper), str(stock.binding)),
        *(inks.condition, inks.profile.name),
        *(word for finding in ticket.verdict.warnings for word in (finding.rule, finding.text)),
        *(plate.heading for plate in ticket.plates),
        *(plate.file.name for plate in ticket.plates),
        *(file.name for _, file in ticket.others),
    ]


@pytest.mark.parametrize("theme", theme_names())
def test_it_says_every_fact(theme: str, tmp_path: Path) -> None:
    ticket = samples.ticket(theme)
    text = read(written(theme), tmp_path)
    letters = text.replace(" ", "")
    missing = [each for each in facts(ticket) if one_line(each).replace(" ", "") not in letters]
    assert missing == []
    for shown in (
        "Klar til tryk, med bemærkninger",
        "filer: 23, regler: 31, fejl: 0, advarsler: 2",
        "40 sæt 23 plancher, 920 eksemplarer i alt",
        "A3, 297 × 420 mm (stående) A3, 420 × 297 mm (liggende)",
        "3 mm på alle sider",
        "4/0 (Cyan, Magenta, Yellow, Black)",
        "279,4 % (grænse 300 %)",
        "Ændret siden udgaven september 2014 Ændret q5, q9 Ny mosaic-1 Udgået q17 Uændret q1",
    ):
        assert shown in text


def test_checksums_are_whole_and_grouped(tmp_path: Path) -> None:
    text = read(written(), tmp_path)
    grouped = set(re.findall(r"(?:[0-9a-f]{8} ){7}[0-9a-f]{8}", text))
    known = [*(plate.file for plate in samples.ticket().plates), samples.ticket().inks.profile]
    assert {str(file.sha256) for file in known} <= {each.replace(" ", "") for each in grouped}


def test_a_ready_run_and_a_failed_one_say_so(tmp_path: Path) -> None:
    ticket = small()
    errors = (replace(ticket.verdict.warnings[0], text="RGB i billedet"),)
    ready = read(drawn(replace(ticket, verdict=Verdict(3, 31))), tmp_path)
    failed = read(drawn(replace(ticket, verdict=Verdict(3, 31, errors))), tmp_path)
    assert "Klar til tryk Kontrol" in ready
    assert "Advarsler" not in ready
    assert "Ikke klar til tryk" in failed
    assert "RGB i billedet" in failed


def test_numbers_of_copies_that_differ_by_plate(tmp_path: Path) -> None:
    ticket = small()
    first, *rest = ticket.plates
    text = read(drawn(replace(ticket, plates=(replace(first, copies=1400), *rest))), tmp_path)
    assert " sæt " not in text.split("Papir")[0].split("Ordren ")[1]
    assert "3 plancher, 1.480 eksemplarer i alt" in text
    assert "1.400 eks." in text


def test_what_the_print_house_must_know_has_room_to_be_written_in(tmp_path: Path) -> None:
    ticket = small()
    bare = replace(ticket.parties, deliver_to=None, deliver_by=None, contact=None)
    said = read(drawn(replace(ticket, parties=bare)), tmp_path)
    for name in ("Leveres til", "Leveres senest", "Kontakt"):
        assert f"{name} udfyldes" in said
    assert "udfyldes" not in read(drawn(ticket), tmp_path)


def test_many_sets_are_written_as_other_numbers_are(tmp_path: Path) -> None:
    ticket = small()
    plates = tuple(replace(plate, copies=1500) for plate in ticket.plates)
    assert "1.500 sæt" in read(drawn(replace(ticket, plates=plates)), tmp_path)


def test_a_finding_is_on_its_page_of_the_plate_whatever_file_it_is_in() -> None:
    """The third page of a file of three pages is the second of its plate."""
    page = samples.shipped().paper.pages[0]
    pages = (page, *(replace(page, plate="lang", part=part, parts=2) for part in (1, 2)))
    finding = Judged("soft-picture", 3, values={"found": 240, "limit": 300})
    file = PressFile("a.pdf", pages, b"")
    told = verdict_of(Judgement(Report(ORDER, (), (), False), ((file, report(finding)),)), "da")
    assert [(each.plate, each.page) for each in told.warnings] == [("lang", 2)]


def report(*findings: Judged) -> Report:
    return Report(ORDER, findings, (), False)


def test_one_file_for_the_run_has_one_row(tmp_path: Path) -> None:
    ticket = small()
    whole = TicketFile("personalerum.pdf", "ab" * 32, 1_234_567)
    plates = tuple(replace(plate, file=whole) for plate in ticket.plates)
    text = read(drawn(replace(ticket, plates=plates)), tmp_path)
    assert text.count("personalerum.pdf") == 1
    assert "1–3" in text
    apart = [replace(plates[0], position=each) for each in (1, 2, 5, 4)]
    assert "1–2, 5, 4" in read(drawn(replace(ticket, plates=tuple(apart))), tmp_path)
    assert "1.234.567 byte" in text
    assert "én PDF for hele ordren" in text


def test_text_that_looks_like_markup_is_printed_as_it_stands(tmp_path: Path) -> None:
    title = 'Prøve <b>fed</b> {{ x }} & "citat" \\ slut'
    text = read(drawn(replace(small(), title=title)), tmp_path)
    assert text.count(title) >= 1 + 1  # the heading and at least one foot
    assert "Ændret siden" not in text


def test_two_sides_halve_the_sheets() -> None:
    ticket = samples.ticket()
    plate = replace(ticket.plates[0], pages=3)
    two = replace(ticket, plates=(plate,), stock=replace(ticket.stock, sides="two"))
    assert two.sheets == 40 * 2
    assert replace(two, stock=replace(two.stock, sides="one")).sheets == 40 * 3


@pytest.mark.parametrize("language", ["en", "de"])
def test_it_speaks_the_other_languages(language: str, tmp_path: Path) -> None:
    words = samples.words(language)
    text = read(drawn(small(), language=language), tmp_path)
    assert words.ticket.warned in text
    assert words.common.page.format(number=1, count=3) in text


# --- tags ------------------------------------------------------------------------------------


def of_kind(data: bytes, *kinds: str) -> list[pikepdf.Dictionary]:
    return [element for element in tree(data) if str(element.S).removeprefix("/") in kinds]


def test_it_says_what_it_is_called_and_in_which_language() -> None:
    pdf = opened(written())
    assert str(pdf.docinfo["/Title"]) == "Trykordre: Planchesæt til personalerum"
    assert str(pdf.Root.Lang) == "da"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_every_thumbnail_says_which_plate_it_is() -> None:
    said = [str(figure.Alt) for figure in of_kind(written(), "Figure")]
    assert said == [
        f"Planche {plate.position}: {plate.heading}" for plate in samples.ticket().plates
    ]


def test_headings_begin_at_one_and_skip_no_level() -> None:
    levels = [int(str(each.S)[2:]) for each in of_kind(written(), "H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_heads_that_say_what_they_head() -> None:
    heads = of_kind(written(), "TH")
    assert {str(head.A.Scope) for head in heads} == {"/Row", "/Column"}
    for table in of_kind(written(), "Table"):
        rows = [each for each in table.K if "/S" in each]
        assert rows, "a table without rows"


def test_running_feet_are_artifacts(tmp_path: Path) -> None:
    data = written()
    pdf = opened(data)
    assert "Side 1 af 5" in read(data, tmp_path)
    for page in pdf.pages:
        texts = pikepdf.parse_content_stream(page)
        opens = [each for each in texts if str(each.operator) == "BDC"]
        paged = [each for each in opens if str(each.operands[1].get("/Type", "")) == "/Pagination"]
        assert len(paged) == 2
        assert all(str(each.operands[0]) == "/Artifact" for each in paged)
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)[1::2]
    assert all(each is not None for page in numbers[: len(pdf.pages)] for each in page)
    reached = {element.objgen for element in tree(data)}
    everything = {
        each.objgen
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and str(each.get("/Type", "")) == "/StructElem"
    }
    assert everything == reached


def test_only_our_own_faces_are_in_it() -> None:
    fonts = {
        str(each.BaseFont)
        for each in opened(written()).objects
        if isinstance(each, pikepdf.Dictionary) and "/BaseFont" in each
    }
    assert fonts
    assert all("SchibstedGrotesk" in name for name in fonts)


def test_the_same_facts_give_the_same_bytes() -> None:
    assert drawn(small()) == drawn(small())


# --- JSON ------------------------------------------------------------------------------------


def test_the_json_holds_what_the_paper_holds() -> None:
    ticket = samples.ticket()
    found = json.loads(ticket_json(ticket))
    assert (found["format"], found["JobID"]) == (1, "personalerum")
    products = found["ProductList"]
    assert [each["ID"] for each in products] == [plate.id for plate in ticket.plates]
    assert {each["Amount"] for each in products} == {40}
    assert found["Planche"]["copies"] == found["Planche"]["sheets"] == 920
    assert found["Planche"]["preflight"]["outcome"] == "warned"
    assert [each["plate"] for each in found["Planche"]["preflight"]["warnings"]] == [
        "q5",
        "mosaic-1",
    ]
    assert found["Planche"]["changes"]["changed"] == ["q5", "q9"]


def test_the_json_measures_in_points_as_xjdf_does() -> None:
    products = {
        each["ID"]: each for each in json.loads(ticket_json(samples.ticket()))["ProductList"]
    }
    intents = {each["Name"]: each[each["Name"]] for each in products["q5"]["Intent"]}
    assert intents["LayoutIntent"] == {
        "FinishedDimensions": [841.89, 1190.551, 0],
        "Bleed": 8.504,
        "Pages": 2,
        "Sides": "OneSided",
    }
    assert intents["MediaIntent"]["Weight"] == 150
    assert intents["ColorIntent"]["SurfaceColor"] == [
        {
            "Surface": "Front",
            "ColorsUsed": ["Cyan", "Magenta", "Yellow", "Black"],
            "PrintStandard": "FOGRA39",
        }
    ]
    wide = {each["Name"]: each[each["Name"]] for each in products["table-1"]["Intent"]}
    assert wide["LayoutIntent"]["FinishedDimensions"] == [1190.551, 841.89, 0]


def test_the_json_says_where_to_send_it_and_how_to_know_the_files() -> None:
    ticket = samples.ticket()
    sets = {
        each["Name"]: each["Resource"] for each in json.loads(ticket_json(ticket))["ResourceSet"]
    }
    delivery = next(
        each for each in sets["Contact"] if each["Part"] == [{"ContactType": "Delivery"}]
    )
    assert delivery["Comment"] == [{"Text": ticket.parties.deliver_to}]
    items = sets["DeliveryParams"][0]["DeliveryParams"]["DropItem"]
    assert items[0] == {"ItemRef": "cover", "Amount": 40}
    specs = [each["RunList"]["FileSpec"] for each in sets["RunList"]]
    assert [each["SHA256"] for each in specs] == [plate.file.sha256 for plate in ticket.plates]
    assert all("CheckSum" not in each for each in specs)  # XJDF's own is an MD5
    assert {each["NPage"] for each in specs} == {1}


def test_the_json_leaves_out_what_is_not_known() -> None:
    ticket = samples.ticket()
    bare = replace(
        ticket,
        edition=None,
        parties=replace(
            ticket.parties, publisher=None, contact=None, deliver_to=None, deliver_by=None
        ),
        stock=replace(ticket.stock, paper=None, binding=None),
        changes=Changes("x", (), (), (), ()),
        others=(),
    )
    found = json.loads(ticket_json(bare))
    assert [each["Name"] for each in found["ResourceSet"]] == ["RunList", "DeliveryParams"]
    assert "Weight" not in json.dumps(found["ProductList"])
    for paper, weight in (("90 gsm", 90), ("silk 150gr.", 150), ("1150 g", None), ("1,20 g", None)):
        named = replace(ticket, stock=replace(ticket.stock, paper=paper))
        media = json.loads(ticket_json(named))["ProductList"][0]["Intent"][1]["MediaIntent"]
        assert media.get("Weight") == weight, paper
    assert ticket_json(bare) == ticket_json(bare)
