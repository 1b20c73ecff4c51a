"""Which decks a set makes, and the slides of each: everything, those declared, one an audience
and one a plate."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from planche.diagnostics import Fault
from planche.geometry.board import SlideBoard
from planche.geometry.layout import Layout, slides_on, typesetter
from planche.geometry.parts import Page
from planche.geometry.typesetter import SLIDES, Typesetter
from planche.logo.mark import Logo
from planche.model import Aspect, Deck, PlateSet
from planche.selection import choice_of, chosen
from planche.slug import slug
from planche.strings import Strings
from planche.text.faces import Face
from planche.text.markup import plain, rich
from planche.theme import Theme

OF_A_DECK = ("cover", "contents")
"""Kinds of plate whose slides tell what else is in the deck."""


@dataclass(frozen=True)
class DeckPlan:
    """A deck before it is drawn: its file's name without ending, its title, its slides.

    `pages` are in order; `contents` is the plate that each slide leads back to, if there is
    one; `one_by_one` makes points appear at a click; `declared` is its name in the source;
    `alone` says that it is slides alone, of a plate or an audience, for somebody else's deck.
    """

    stem: str
    title: str
    pages: tuple[Page, ...]
    aspect: Aspect = "16:9"
    contents: str | None = None
    one_by_one: bool = False
    declared: str | None = None
    alone: bool = False

    @property
    def plates(self) -> tuple[str, ...]:
        """Ids of the plates in it, in order."""
        return tuple(dict.fromkeys(page.plate for page in self.pages))

    def numbers_of(self, plate: str) -> tuple[int, ...]:
        """The numbers of a plate's slides in it, from 1."""
        numbered = enumerate(self.pages, start=1)
        return tuple(number for number, page in numbered if page.plate == plate)


@dataclass(frozen=True)
class DeckFault:
    """A declared deck with a plate that does not fit its slides."""

    deck: str
    plate: str
    fault: Fault


@dataclass(frozen=True)
class Setting:
    """What every deck of a set is laid out with."""

    plate_set: PlateSet
    theme: Theme
    strings: Strings
    faces: Mapping[str, Face]
    logo: Logo | None = None


def whole_deck(setting: Setting, whole: Layout) -> DeckPlan:
    """The deck of everything."""
    plate_set = setting.plate_set
    title = plate_set.set.title
    return DeckPlan(slug(title), title, whole.pages, contents=contents_of(plate_set))


def plate_decks(setting: Setting, whole: Layout) -> tuple[DeckPlan, ...]:
    """A deck for each plate, to be taken into somebody's own."""
    found: dict[str, list[Page]] = {}
    for page in whole.pages:
        found.setdefault(page.plate, []).append(page)
    title = setting.plate_set.set.title
    return tuple(
        DeckPlan(f"plates/{plate}", f"{_title(setting, plate)} – {title}", tuple(pages), alone=True)
        for plate, pages in found.items()
    )


def audience_decks(
    setting: Setting, whole: Layout, others: Sequence[DeckPlan]
) -> tuple[DeckPlan, ...]:
    """A deck for each audience of several plates that none of the others is of."""
    plate_set = setting.plate_set
    plans = []
    for audience in plate_set.audiences:
        plates = _plates_of(plate_set, audience.id)
        if len(plates) > 1 and deck_of(plate_set, audience.id, others) is None:
            pages = tuple(_of_plates(plates, whole.pages))
            title = f"{audience.name} – {plate_set.set.title}"
            plans.append(DeckPlan(f"audiences/{audience.id}", title, pages, alone=True))
    return tuple(plans)


def deck_of(plate_set: PlateSet, audience: str, plans: Iterable[DeckPlan]) -> DeckPlan | None:
    """The first deck that holds an audience's plates and no other, but for cover and contents."""
    kinds = {id_: plate.kind for id_, plate in plate_set.with_ids()}
    plates = _plates_of(plate_set, audience)
    for plan in plans:
        if tuple(each for each in plan.plates if kinds[each] not in OF_A_DECK) == plates:
            return plan
    return None


def _plates_of(plate_set: PlateSet, audience: str) -> tuple[str, ...]:
    return tuple(id_ for id_, plate in plate_set.with_ids() if plate.audience == audience)


def _title(setting: Setting, plate: str) -> str:
    heading = dict(setting.plate_set.with_ids())[plate].heading
    return plain(rich(heading, setting.plate_set.set.language, {}))


def declared_decks(
    setting: Setting, whole: Layout
) -> tuple[tuple[DeckPlan, ...], tuple[DeckFault, ...]]:
    """The decks that the source declares, and what does not fit in them."""
    plans, faults = [], []
    for declared in setting.plate_set.decks:
        board = deck_board(setting, declared, partial(_setter, setting))
        own, layout = board.plate_set, _layout(board, declared, whole)
        faults += [DeckFault(declared.name, plate, fault) for plate, fault in layout.faults]
        plans.append(
            DeckPlan(
                f"{slug(own.set.title)}-{declared.name}",
                f"{own.set.title} – {declared.title}" if declared.title else own.set.title,
                layout.pages,
                declared.aspect,
                contents_of(own),
                declared.build == "points",
                declared.name,
            )
        )
    return tuple(plans), tuple(faults)


def _own_set(plate_set: PlateSet, declared: Deck) -> PlateSet:
    """The set as if it held the deck's plates only, under the ids they have in the whole."""
    plates = dict(plate_set.with_ids())
    ids = chosen(choice_of(plate_set), declared.plates)
    kept = tuple(plates[each].model_copy(update={"id": each}) for each in ids)
    info = plate_set.set
    if declared.title:
        info = info.model_copy(update={"subtitle": declared.title})
    return plate_set.model_copy(update={"set": info, "plates": kept})


def contents_of(plate_set: PlateSet) -> str | None:
    """The plate that lists the others, or None."""
    return next((key for key, plate in plate_set.with_ids() if plate.kind == "contents"), None)


def deck_board(
    setting: Setting, declared: Deck, setter: Callable[[PlateSet], Typesetter]
) -> SlideBoard:
    """What the slides of a declared deck are laid out on: its plates only, in its shape.

    `setter` gives what sets the texts of a set on slides.
    """
    own = _own_set(setting.plate_set, declared)
    presented = " · ".join(each for each in (declared.speaker, declared.date) if each) or None
    return SlideBoard(
        own,
        setting.theme,
        setting.strings,
        setter(own),
        setting.theme.slide_in(declared.aspect),
        presented=presented,
        logo=setting.logo,
    )


def laid_out_anew(board: SlideBoard, declared: Deck) -> frozenset[str]:
    """The plates of a deck whose slides are not those of the whole deck, by id."""
    plates = board.plate_set.with_ids()
    if declared.aspect != "16:9":
        return frozenset(id_ for id_, _ in plates)
    return frozenset(id_ for id_, plate in plates if plate.kind in OF_A_DECK)


def _setter(setting: Setting, own: PlateSet) -> Typesetter:
    return typesetter(own, setting.theme, setting.faces, SLIDES)


def _layout(board: SlideBoard, declared: Deck, whole: Layout) -> Layout:
    """The deck's slides: those of the whole deck where they would come out the same."""
    anew = laid_out_anew(board, declared)
    made = slides_on(board, anew)
    pages = _of_plates(board.plate_set.ids, (*made.pages, *_others(whole.pages, anew)))
    return replace(made, pages=tuple(pages))


def _others(pages: Sequence[Page], without: frozenset[str]) -> Iterator[Page]:
    return (page for page in pages if page.plate not in without)


def _of_plates(plates: Sequence[str], pages: Sequence[Page]) -> Iterator[Page]:
    for plate in plates:
        yield from (page for page in pages if page.plate == plate)
