"""Decks on machines and in hands that are not ours: validated, converted, edited."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from planche.deck import check, deck
from planche.deck.rules_of_slides import text_of_page, text_of_slide
from planche.decks import Setting, declared_decks
from planche.model import Deck
from planche.workshop import DEFAULT_SOURCE, Job
from tests.deck_render import ARIAL_ONLY, Shown, as_pdf, converted, shown_texts
from tests.deck_support import packed, unpacked
from tests.deck_validator import errors
from tests.sets import DATA, LAID_OUT, job

EVERY_WAY = (
    Deck(name="hoej", plates=("all",), aspect="4:3", speaker="Åse Ærø", date="i dag"),
    Deck(name="trinvis", plates=("all",), build="points"),
)
"""What a set may declare besides; tried on every set."""

ALONE = {"plates/q5.pptx", "plates/table-1.pptx"}
"""Decks of a single plate that are tried with those of several."""


@cache
def decks(path: Path, theme: str) -> dict[str, bytes]:
    """The decks of a set, some of those of one plate, and two more: 4:3, and point by point."""
    found = job(path, theme)
    looks = found.kit
    made = {}
    some = [each for each in found.decks if not each.alone or f"{each.stem}.pptx" in ALONE]
    for plan in (*some, *_more(found)):
        data = deck(plan, found.plate_set, looks.theme, looks.faces, found.strings)
        assert check(data, plan.pages) == ()
        made[f"{plan.stem}.pptx"] = data
    return made


def of_everything(found: dict[str, bytes]) -> dict[str, bytes]:
    """Of some decks those that show all plates in every way, in which all others are contained."""
    ends = tuple(f"-{each.name}.pptx" for each in EVERY_WAY)
    every = {name: data for name, data in found.items() if name.endswith(ends)}
    assert len(every) == len(EVERY_WAY)
    return every


def _more(found: Job) -> Iterator[Any]:
    declared = found.plate_set.model_copy(update={"decks": EVERY_WAY})
    setting = Setting(declared, found.kit.theme, found.strings, found.kit.faces)
    plans, faults = declared_decks(setting, found.slides)
    assert faults == ()
    return iter(plans)


@pytest.mark.parametrize(
    ("theme", "version"),
    [("default", "Office2016"), ("default", "Microsoft365"), ("avis", "Office2016")],
)
def test_microsofts_validator_finds_nothing_in_the_shipped_decks(
    theme: str, version: str, tmp_path: Path
) -> None:
    """Of the decks of a single plate, which are alike, `make conformance` judges all."""
    found = decks(DEFAULT_SOURCE, theme)
    assert set(found) >= ALONE
    if (theme, version) != ("default", "Office2016"):
        found = of_everything(found)
    assert errors(found, version, tmp_path) == {}


def test_microsofts_validator_finds_nothing_in_other_sets(tmp_path: Path) -> None:
    others = [path for path in LAID_OUT if path != DEFAULT_SOURCE]
    whole = {
        f"{path.stem}-{name}": data
        for path in others
        for name, data in of_everything(decks(path, "default")).items()
    }
    assert errors(whole, "Microsoft365", tmp_path) == {}


@pytest.mark.parametrize("theme", ["default", "avis"])
def test_python_pptx_reopens_every_deck(theme: str) -> None:
    for path in LAID_OUT:
        for data in decks(path, theme).values():
            assert len(Presentation(BytesIO(data)).slides) > 0


@pytest.mark.parametrize(
    ("path", "theme"),
    [
        (DEFAULT_SOURCE, "default"),
        (DEFAULT_SOURCE, "avis"),
        (DATA / "compound-words.yaml", "avis"),
        (DATA / "german.yaml", "default"),
    ],
    ids=lambda given: getattr(given, "stem", given),
)
def test_without_our_typeface_every_letter_stays_in_its_box(
    path: Path, theme: str, tmp_path: Path
) -> None:
    """A program that ignores the faces in the deck takes one as wide as Arial.

    The typeface of `avis` is narrower than that.
    """
    found = job(path, theme)
    plan = found.decks[0]
    data = without_faces(decks(path, theme)[f"{plan.stem}.pptx"])
    pdf = as_pdf(data, tmp_path, ARIAL_ONLY)
    for number, (texts, strays) in enumerate(shown_texts(pdf, plan.pages), start=1):
        assert strays.replace("•", "") == str(number)
        for each in texts:
            height = len(each.lines) * each.text.line_height
            assert height < each.text.box.height + 0.01, each.text.text
            assert breaks_no_word(each), each.lines


def breaks_no_word(shown: Shown) -> bool:
    """Whether every line ends where a word does, or a part of one at its own hyphen."""
    words = re.findall(r"[^\s-]*-|[^\s-]+", shown.text.text.replace("\N{SOFT HYPHEN}", ""))
    ends = set(accumulate(map(len, words)))
    return set(accumulate(map(len, shown.lines))) <= ends


def without_faces(data: bytes) -> bytes:
    """A deck whose embedded faces no program can find."""
    files = unpacked(data)
    main = files["ppt/presentation.xml"]
    pattern = rb"<p:embeddedFontLst>.*?</p:embeddedFontLst>"
    files["ppt/presentation.xml"] = re.sub(pattern, b"", main, flags=re.DOTALL)
    return packed(files)


def test_what_libreoffice_saves_again_says_the_same(tmp_path: Path) -> None:
    plan = job(DEFAULT_SOURCE).decks[0]
    saved = converted(decks(DEFAULT_SOURCE, "default")[f"{plan.stem}.pptx"], tmp_path, "pptx")
    slides = Presentation(str(saved)).slides
    assert len(slides) == len(plan.pages)
    for number, (slide, page) in enumerate(zip(slides, plan.pages, strict=True), start=1):
        said = sorted(text_of_slide(slide._element))
        assert said in (
            sorted(text_of_page(page)),
            sorted([*text_of_page(page), str(number)]),  # the number, no longer a field
        )


def test_a_deck_that_a_presenter_has_edited_is_sound(tmp_path: Path) -> None:
    plan = job(DEFAULT_SOURCE).decks[0]
    presentation = Presentation(BytesIO(decks(DEFAULT_SOURCE, "default")[f"{plan.stem}.pptx"]))
    before = len(presentation.slides)
    points = next(each for each in presentation.slide_layouts if each.name == "Punkter")
    added = presentation.slides.add_slide(points)
    added.shapes.title.text = "Hvad gør vi på mandag?"
    body = next(each for each in added.placeholders if each.placeholder_format.idx == 1)
    body.text_frame.text = "Vi ringer til naboen"
    for position in (12, 8, 5):
        _delete(presentation, position)
    _recolour(presentation, "accent2", "336699")
    edited = BytesIO()
    presentation.save(edited)
    assert errors({"edited.pptx": edited.getvalue()}, "Microsoft365", tmp_path) == {}
    shown = Presentation(BytesIO(edited.getvalue()))
    assert len(shown.slides) == before - 2
    pdf = as_pdf(edited.getvalue(), tmp_path)
    assert pdf.stat().st_size > 0


def _delete(presentation: Any, position: int) -> None:
    """As PowerPoint does it: out of the list of slides, its section, and the links to it."""
    listed = presentation.slides._sldIdLst
    gone = listed[position]
    part = presentation.part.related_part(gone.rId)
    for other in presentation.slides:
        leading = [key for key, each in other.part.rels.items() if not each.is_external]
        for key in leading:
            if other.part.rels[key].target_part is part:
                for link in other._element.xpath(f".//a:hlinkClick[@r:id='{key}']"):
                    link.getparent().remove(link)
                other.part.rels.pop(key)
    for mark in presentation.element.xpath(f"//*[local-name()='sldId'][@id='{gone.get('id')}']"):
        mark.getparent().remove(mark)
    presentation.part.drop_rel(gone.rId)
    # LibreOffice 7.4 takes the number in a part's name for the slide's: beyond the last it crashes.
    presentation.part.rename_slide_parts([each.rId for each in listed])


def _recolour(presentation: Any, name: str, rgb: str) -> None:
    master = presentation.slide_master.part
    theme = next(
        each.target_part for each in master.rels.values() if each.reltype.endswith("/theme")
    )
    pattern = rb'(<a:%s><a:srgbClr val=")[0-9A-F]{6}' % name.encode()
    theme._blob = re.sub(pattern, rb"\g<1>" + rgb.encode(), theme.blob)
