"""Every rule of the deck's check bites: a good deck is broken, and the rule says so."""

import re
from collections.abc import Callable
from functools import partial

import pytest

from planche.deck.check import RULES, check
from planche.deck.grounds import Slide
from planche.deck.opened import Opened
from tests.deck_support import packed, shipped_deck, shipped_pages, unpacked
from tests.test_timing import built

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
POINTS = next(
    f"ppt/slides/slide{number}.xml"
    for number, page in enumerate(shipped_pages(), start=1)
    if page.plate == "q7"
)
MAIN = "ppt/presentation.xml"
CORE = "docProps/core.xml"
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


def take_timing(files: Files) -> None:
    """The slide as it is where its points appear one at a time."""
    files[POINTS] = unpacked(built())[POINTS]


def aim_elsewhere(files: Files) -> None:
    take_timing(files)
    swap(files, POINTS, r'<p:spTgt spid="\d+"', '<p:spTgt spid="77"')


def aim_beyond(files: Files) -> None:
    take_timing(files)
    swap(files, POINTS, r'<p:pRg st="\d+" end="\d+"', '<p:pRg st="9" end="9"')


WORDS = r'(type="body".*?<a:rPr [^>]*><a:solidFill>)<a:schemeClr val="\w+"/>'
FILL = r'(name="Trin 1[^"]*"/>.*?<a:solidFill>).*?(?=</a:solidFill>)'
CELL = (
    r"(<a:tcPr (?:(?!</a:tcPr>).)*<a:solidFill>)(?:(?!</a:solidFill>).)*(?=</a:solidFill></a:tcPr>)"
)
PALE = '<a:schemeClr val="accent1"><a:lumMod val="10000"/><a:lumOff val="90000"/></a:schemeClr>'


def read_title_last(files: Files) -> None:
    """The title moved behind everything else, which is how a slide is read."""
    swap(
        files,
        SLIDE,
        r'(<p:sp><p:nvSpPr>(?:(?!</p:sp>).)*type="title".*?</p:sp>)(.*)(?=</p:spTree>)',
        r"\2\1",
    )


def undecorate(files: Files) -> None:
    """A line that is neither named as decoration nor told in words."""
    swap(files, SLIDE, r"(<p:sp><p:nvSpPr><p:cNvPr [^>]*>)<a:extLst>.*?</a:extLst>", r"\1")


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
    ("whole-text", read_title_last),
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
    ("tables", partial(swap, name=TABLE, pattern=r"<a:tc>", new='<a:tc gridSpan="2">')),
    ("tables", partial(swap, name=TABLE, pattern=r"<a:tc>", new='<a:tc vMerge="1">')),
    ("alternatives", undecorate),
    (
        "alternatives",
        partial(
            swap,
            name=TABLE,
            pattern=r'(<p:nvGraphicFramePr><p:cNvPr [^>]*) descr="[^"]*"',
            new=r"\1",
        ),
    ),
    (
        "alternatives",
        partial(swap, name=LADDER, pattern=r' descr="Trappe[^"]*"', new=' descr="trappe 1.png"'),
    ),
    ("growing-rows", partial(swap, name=TABLE, pattern=r'<a:tr h="\d+"', new='<a:tr h="90000"')),
    ("growing-rows", partial(swap, name=TABLE, pattern=r'marB="\d+"', new='marB="900000"')),
    ("languages", partial(swap, name=SLIDE, pattern=r'lang="da-DK"', new='lang="dansk"')),
    ("languages", partial(swap, name=MAIN, pattern=r'lang="da-DK"', new='lang="da_DK"')),
    ("names", partial(swap, name=LADDER, pattern=r'(id="7" name=)"[^"]*"', new=r'\1" "')),
    ("slide-numbers", partial(swap, name=SLIDE, pattern=r'type="slidenum"', new='type="date"')),
    (
        "slide-numbers",
        partial(swap, name=SLIDE, pattern=r"(<a:fld.*?<a:t>)\d+", new=r"\g<1>80"),
    ),
    ("contrast", partial(swap, name=SLIDE, pattern=WORDS, new=r'\1<a:srgbClr val="E0E0E0"/>')),
    ("contrast", partial(swap, name=SLIDE, pattern=WORDS, new=rf"\1{PALE}")),
    ("contrast", partial(swap, name=LADDER, pattern=FILL, new=r'\1<a:srgbClr val="333333"/>')),
    ("contrast", partial(swap, name=TABLE, pattern=CELL, new=r'\1<a:srgbClr val="333333"/>')),
    ("timing", aim_elsewhere),
    ("timing", aim_beyond),
    ("placeholders", partial(swap, name=SLIDE, pattern=r'idx="11"', new='idx="77"')),
    ("layouts", partial(swap, name=RELS, pattern=r"/slideLayout\"", new='/slideLayaut"')),
    ("layouts", partial(swap, name=RELS, pattern=r"/notesSlide\"", new='/notesSlaid"')),
    ("sections", partial(swap, name=MAIN, pattern=r'<p14:sldId id="\d+"/>', new="")),
    (
        "sections",
        partial(
            swap, name=MAIN, pattern=r'(p14:section [^>]*name=)"Leder"', new=r'\1"Default Section"'
        ),
    ),
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
    ("properties", partial(swap, name=CORE, pattern=r"(<dc:title>)[^<]*", new=r"\1")),
    ("properties", partial(swap, name=CORE, pattern=r"(<dc:language>)[^<]*", new=r"\1dansk")),
    ("properties", partial(swap, name=CORE, pattern="2000-01-01T", new="2000-13-01T")),
    ("properties", partial(swap, name=CORE, pattern="T00:00:00Z", new="")),
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


def test_the_deck_with_a_slide_that_is_built_up_is_sound_before_it_is_broken() -> None:
    files = unpacked(shipped_deck())
    take_timing(files)
    assert b"<p:timing" in files[POINTS]
    assert check(packed(files), shipped_pages()) == ()


def test_colour_and_ground_of_nearly_every_text_can_be_told() -> None:
    """Else the rule about contrast would hold of little."""
    package = Opened(shipped_deck())
    texts = [text for name in package.slides for text in Slide(package, name).texts()]
    assert len(texts) > 200
    assert sum(text.ground is not None for text in texts) > 0.95 * len(texts)


def test_shapes_may_have_the_same_name() -> None:
    names = re.findall(r'name="([^"]+)"', unpacked(shipped_deck())[LADDER].decode())
    assert len(names) > len(set(names))
