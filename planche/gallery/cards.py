"""The plates as cards: their pictures, and what there is to take of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from planche.decks import deck_of
from planche.gallery.pictures import Picture
from planche.gallery.setting import FOLDER, Setting
from planche.gallery.stock import Stored
from planche.gallery.views import Card, Download, Group, Image, Section
from planche.texts.reader import Told

POSTER = "poster"

PAPERS = ("office-a3", "office-a4", "tiles", POSTER)
"""Kinds of file that a plate is printed from, as the gallery lists them: first what comes out
right on the printer in the corridor."""

DECK = "deck"
SHOWN = (DECK, "screen")
READ = ("text",)

Pictures: TypeAlias = Mapping[str, tuple[tuple[Picture, ...], ...]]
"""Each page of a plate's poster, small and large, by the plate's id."""


def cards(setting: Setting, pictures: Pictures) -> tuple[Card, ...]:
    """Every plate as a card, in the order of the set."""
    return tuple(_card(setting, told, pictures.get(told.plate, ())) for told in setting.plates)


def groups(setting: Setting, every: tuple[Card, ...]) -> tuple[Group, ...]:
    """The cards by audience: first those for all, then as the set lists its audiences."""
    house, strings = setting.job.kit.theme.house, setting.job.strings
    for_all = tuple(card for card in every if card.audience is None)
    found = [Group(None, strings.frontmatter, None, house, for_all, ())]
    for audience in setting.job.plate_set.audiences:
        its = tuple(card for card in every if card.audience == audience.id)
        files = tuple(_of_audience(setting, audience.id)) if len(its) > 1 else ()
        found.append(Group(audience.id, audience.name, audience.sign, audience.colour, its, files))
    return tuple(group for group in found if group.cards)


def _of_audience(setting: Setting, audience: str) -> Iterator[Download]:
    """All plates of an audience in one file: on each paper, and as slides."""
    yield from together(setting, f"{audience}.pdf")
    plan = deck_of(setting.job.plate_set, audience, setting.job.decks)
    file = setting.deck_file(plan) if plan else None
    if file:
        yield setting.download(file)


def together(setting: Setting, name: str) -> Iterator[Download]:
    """The files of a name, each of which holds several plates, a paper each."""
    for kind in PAPERS:
        found = (each for each in setting.stock.of_kind(kind) if each.name == name)
        yield from map(setting.download, found)


def picture_path(plate: str, part: int, size: str) -> str:
    """Where the picture of a page of a plate stands: its page, from 1, and `small` or `large`."""
    return f"{FOLDER}/{size}/{plate}{f'-{part}' if part > 1 else ''}.webp"


def _card(setting: Setting, told: Told, pages: tuple[tuple[Picture, ...], ...]) -> Card:
    strings, words = setting.job.strings, setting.wording.plate
    count = len(setting.plates)
    position = strings.position.format(number=told.number, count=count)
    number = setting.job.plate_set.plates[told.number - 1].number
    is_question = told.kind == "question" and number is not None
    said = words.picture.format(number=told.number, count=count)
    small = [
        Image(picture_path(told.plate, 1, "small"), each.width, each.height, said)
        for each, _ in pages[:1]
    ]
    return Card(
        plate=told.plate,
        position=told.number,
        number=number,
        audience=told.audience.id if told.audience else None,
        family=told.audience.colour if told.audience else setting.job.kit.theme.house,
        kicker=strings.question.format(number=number) if is_question else position,
        title=told.title,
        small=small[0] if small else None,
        large=tuple(_large(setting, told, [large for _, large in pages])),
        sections=tuple(_sections(setting, told.plate)),
        files=dict(_papers(setting, told.plate)),
        deck=next(_decks(setting, told.plate), None),
        slides=setting.whole_deck.numbers_of(told.plate),
        badge=_badge(setting, told.plate),
    )


def _large(setting: Setting, told: Told, pages: list[Picture]) -> Iterator[Image]:
    """The large pictures; a figure says what it shows, its text stands beside it anyway."""
    words, count = setting.wording.plate, len(setting.plates)
    for part, each in enumerate(pages, start=1):
        wording = words.picture_part if len(pages) > 1 else words.picture
        said = wording.format(number=told.number, count=count, part=part)
        alt = f"{said}. {told.alternative}" if told.alternative else said
        yield Image(picture_path(told.plate, part, "large"), each.width, each.height, alt)


def _sections(setting: Setting, plate: str) -> Iterator[Section]:
    words = setting.wording.plate
    for heading, kinds in ((words.print, PAPERS), (words.show, SHOWN), (words.read, READ)):
        files = [file for kind in kinds for file in setting.stock.of_plate(plate, kind)]
        if files:
            yield Section(heading, tuple(_numbered(setting, files)))


def _numbered(setting: Setting, files: Sequence[Stored]) -> Iterator[Download]:
    """The files as downloads; several of one kind and type are numbered."""
    words = setting.wording
    for (kind, ending), same in groupby(files, lambda file: (file.kind, file.ending)):
        found = sorted(same, key=lambda file: (len(file.path), file.path))  # 9-q5-2 after 9-q5
        label, note = words.called(kind, ending) or kind, words.notes.get(kind)
        for number, file in enumerate(found, start=1):
            called = f"{label} {number}" if len(found) > 1 else label
            yield replace(setting.download(file, called), note=note)


def _papers(setting: Setting, plate: str) -> Iterator[tuple[str, Download]]:
    for kind in PAPERS:
        for file in setting.stock.of_plate(plate, kind):
            if file.ending == "pdf":
                yield kind, setting.download(file)


def _decks(setting: Setting, plate: str) -> Iterator[Download]:
    return map(setting.download, setting.stock.of_plate(plate, DECK))


def _badge(setting: Setting, plate: str) -> str | None:
    news, words = setting.news, setting.wording.news
    if news is None:
        return None
    if plate in news.added:
        return words.added
    return words.changed if plate in news.changed else None
