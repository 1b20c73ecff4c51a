"""Every rule of the deck's check bites: a good deck is broken, and the rule says so."""

import re
from collections.abc import Callable
from functools import partial

import pytest

from planche.deck.check import RULES, check
from tests.deck_support import packed, shipped_deck, shipped_pages, unpacked

Files = dict[str, bytes]
Break = Callable[[Files], None]

SLIDE = "ppt/slides/slide8.xml"
TABLE = next(
    f"ppt/slides/slide{number}.xml"
    for number, page in enumerate(shipped_pages(), start=1)
    if page.kind == "table"
)
LADDER = next(
    f"ppt/slides/slide{number}.xml"
    for number, page in enumerate(shipped_pages(), start=1)
    if page.kind == "ladder"
)
MAIN = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"


def swap(files: Files, name: str, pattern: str, new: str) -> None:
    """Replaces the first match in a part; the test fails where there is none."""
    text, count = re.subn(pattern, new, files[name].decode(), count=1, flags=re.DOTALL)
    assert count == 1, f"{pattern} is not in {name}"
    files[name] = text.encode()


def drop(files: Files, name: str) -> None:
    del files[name]


def add_orphan(files: Files) -> None:
    files["ppt/slides/slide999.xml"] = files[SLIDE]
    kind = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
    new = f'<Override PartName="/ppt/slides/slide999.xml" ContentType="{kind}"/></Types>'
    swap(files, TYPES, "</Types>", new)


def repeat_title(files: Files) -> None:
    words = re.findall(r'type="title".*?<a:t>(.*?)</a:t>', files[SLIDE].decode(), re.DOTALL)[0]
    swap(files, "ppt/slides/slide9.xml", r'(type="title".*?<a:t>).*?(</a:t>)', rf"\1{words}\2")


def spoil_face(files: Files) -> None:
    """Half of a face is none, however sound the package is."""
    data = files["ppt/fonts/font1.fntdata"]
    files["ppt/fonts/font1.fntdata"] = data[: len(data) // 2]


RELS = "ppt/slides/_rels/slide8.xml.rels"
BREAKS: list[tuple[str, Break]] = [
    ("one-title", partial(swap, name=SLIDE, pattern=r' type="title"', new=' type="body" idx="1"')),
    ("one-title", partial(swap, name=SLIDE, pattern=r'type="ftr"', new='type="title"')),
    ("unique-titles", repeat_title),
    ("inside", partial(swap, name=SLIDE, pattern=r'<a:off x="\d+"', new='<a:off x="-90000"')),
    (
        "inside",
        partial(swap, name=TABLE, pattern=r'(<p:xfrm><a:off x="\d+" y=")\d+', new=r"\g<1>6000000"),
    ),
    ("groups", partial(swap, name=LADDER, pattern=r'<a:chExt cx="\d+"', new='<a:chExt cx="7"')),
    ("unique-ids", partial(swap, name=SLIDE, pattern=r'<p:cNvPr id="4"', new='<p:cNvPr id="3"')),
    ("whole-text", partial(swap, name=SLIDE, pattern=r"(<a:t>)\w+ ", new=r"\1")),
    ("whole-text", partial(swap, name=MAIN, pattern=r"<p:sldId [^>]*/>", new="")),
    ("runs", partial(swap, name=SLIDE, pattern=r'(<a:rPr )lang="da-DK" ', new=r"\1")),
    ("runs", partial(swap, name=SLIDE, pattern=r'(<a:rPr lang="da-DK" )sz="\d+" ', new=r"\1")),
    (
        "runs",
        partial(
            swap,
            name="ppt/notesSlides/notesSlide3.xml",
            pattern=r'<a:rPr lang="da-DK"',
            new="<a:rPr",
        ),
    ),
    ("tables", partial(swap, name=TABLE, pattern=r'<a:gridCol w="\d+"/>', new="")),
    ("tables", partial(swap, name=TABLE, pattern=r' firstRow="1"', new="")),
    (
        "alternatives",
        partial(
            swap,
            name=TABLE,
            pattern=r'(<p:nvGraphicFramePr><p:cNvPr [^>]*) descr="[^"]*"',
            new=r"\1",
        ),
    ),
    ("placeholders", partial(swap, name=SLIDE, pattern=r'idx="11"', new='idx="77"')),
    ("layouts", partial(swap, name=RELS, pattern=r"/slideLayout\"", new='/slideLayaut"')),
    ("layouts", partial(swap, name=RELS, pattern=r"/notesSlide\"", new='/notesSlaid"')),
    ("sections", partial(swap, name=MAIN, pattern=r'<p14:sldId id="\d+"/>', new="")),
    (
        "masters",
        partial(swap, name=MAIN, pattern=r"<p:notesMasterIdLst>.*</p:notesMasterIdLst>", new=""),
    ),
    (
        "masters",
        partial(swap, name=MAIN, pattern=r'(<p:sldMasterId id=")\d+', new=r"\g<1>2147483649"),
    ),
    ("relations", partial(drop, name="ppt/notesSlides/notesSlide3.xml")),
    ("relations", partial(swap, name=SLIDE, pattern=r'(hlinkClick r:id="rId)\d+', new=r"\g<1>987")),
    ("orphans", add_orphan),
    ("types", partial(swap, name=TYPES, pattern=r'<Override [^>]*slide8.xml"[^>]*/>', new="")),
    ("types", partial(drop, name="docProps/app.xml")),
    ("embedding", partial(swap, name=MAIN, pattern=r' embedTrueTypeFonts="1"', new="")),
    (
        "embedding",
        partial(
            swap, name=MAIN, pattern=r"(<p:font [^>]*Medium[^>]*/>)<p:regular [^>]*/>", new=r"\1"
        ),
    ),
    ("embedding", partial(swap, name=MAIN, pattern=r'(<p:regular r:id="rId)\d+', new=r"\g<1>987")),
    (
        "embedding",
        partial(swap, name=MAIN, pattern=r'(<p:font [^>]*typeface=")[^"]+', new=r"\1Comic Sans"),
    ),
    (
        "embedding",
        partial(
            swap,
            name=MAIN,
            pattern=r"(<p:embeddedFont>.*?</p:embeddedFont>)",
            new=r"\1\1",
        ),
    ),
    ("embedding", spoil_face),
]


@pytest.mark.parametrize(("rule", "break_it"), BREAKS)
def test_a_broken_deck_is_found_by_its_rule(rule: str, break_it: Break) -> None:
    files = unpacked(shipped_deck())
    break_it(files)
    found = check(packed(files), shipped_pages())
    assert rule in {finding.rule for finding in found}
    assert all(finding.part and finding.what for finding in found)


def test_every_rule_is_broken_by_a_test() -> None:
    assert {rule for rule, _ in BREAKS} == set(RULES)
