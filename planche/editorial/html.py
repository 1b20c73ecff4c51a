"""The editor's sheet as one HTML file: typeface and signs in it, so that it can be mailed."""

import base64
from functools import partial

from markupsafe import Markup

from planche.diagnostics import Place
from planche.editorial.reading import MOST_WORDS
from planche.editorial.sheet import PlateName, Sheet, Words
from planche.editorial.wording import SheetWords
from planche.model import SetInfo
from planche.pages.environment import environment
from planche.pages.look import Look
from planche.source.wordlist import WORDLIST

CONTENT_TYPE = "font/ttf"


def sheet_html(sheet: Sheet, info: SetInfo, look: Look, words: SheetWords) -> bytes:
    """The sheet as a page; the same bytes for the same facts.

    `look.templates` is the folder of all templates.
    """
    theme = look.theme
    roles = {
        "text": "regular",
        "medium": "medium",
        "strong": theme.roles["foot-strong"].face,
        "display": theme.roles["question"].face,
    }
    template = environment(look.templates).get_template("editor/editor.html")
    page = template.render(
        sheet=sheet,
        info=info,
        words=words,
        title=words.title.format(title=info.title),
        house=theme.house,
        colour=look.colour,
        fonts={role: _embedded(look, face) for role, face in roles.items()},
        series=" · ".join(part for part in (info.title, info.edition) if part),
        contents=_contents(sheet, words),
        long_about=words.long_about.format(most=MOST_WORDS),
        spelling_about=words.spelling_about.format(list=WORDLIST),
        unchecked=_unchecked(sheet, words),
        plate=partial(_plate, sheet),
        place=_place,
        lines=[_line(each, words) for each in sheet.words],
    )
    return page.encode("utf-8")


def _embedded(look: Look, face: str) -> str:
    """A face as an address that holds its file."""
    data = base64.b64encode(look.faces[face].path.read_bytes()).decode("ascii")
    return f"data:{CONTENT_TYPE};base64,{data}"


def _contents(sheet: Sheet, words: SheetWords) -> list[tuple[str, str, str]]:
    """Every section by its anchor and heading, and how much stands in it."""
    spelling = words.unchecked if sheet.spelling.unchecked else str(len(sheet.spelling.found))
    return [
        ("questions", words.questions, str(len(sheet.questions))),
        ("corrections", words.corrections, str(len(sheet.corrections))),
        ("spelling", words.spelling, spelling),
        ("repeated", words.repeated, str(len(sheet.repeated))),
        ("long", words.long, str(len(sheet.long))),
        ("room", words.room, str(sum(each.count for each in sheet.words))),
    ]


def _unchecked(sheet: Sheet, words: SheetWords) -> str | None:
    reasons = {"no-program": words.no_program, "no-dictionary": words.no_dictionary}
    return reasons[sheet.spelling.unchecked] if sheet.spelling.unchecked else None


def _plate(sheet: Sheet, plate: str) -> PlateName:
    return sheet.names[plate]


def _place(place: Place) -> Markup:
    """A place as an editor can go to it: file and line; it may be divided after a folder."""
    path = Markup("/<wbr>").join(place.path.split("/"))
    return path + f":{place.line}"


def _line(found: Words, words: SheetWords) -> dict[str, object]:
    room = found.room
    more = None if room is None else room.words
    return {
        "plate": found.plate,
        "place": found.place,
        "count": found.count,
        "more": "–"
        if room is None
        else words.more_than.format(count=more)
        if room.more
        else str(more),
        "share": None if room is None else round(100 * found.count / (found.count + room.words)),
        "fill": words.percent.format(count=round(100 * found.fill)),
        "smallest": words.points.format(count=f"{found.smallest:g}".replace(".", words.decimal)),
        "slides": found.slides,
        "fullest": found.fullest_slide,
    }
