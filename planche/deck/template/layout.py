"""What a layout is, and the pieces that several of them have."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from planche.deck import shapes
from planche.deck.logos import logo
from planche.deck.look import Look
from planche.deck.template import slots
from planche.deck.template.master import foot_pair
from planche.deck.template.parts import KICKER_INDEX, Slot, decoration, ground, slot, tree
from planche.deck.template.styles import TextStyle, level
from planche.deck.xml import Element, el
from planche.geometry.baseline import first_baseline
from planche.geometry.logo import Standing, standing
from planche.geometry.parts import Area, Box, Disc, LogoMark
from planche.units import pt_to_mm

COVER_TITLE = "ctrTitle"
"""Kind of a cover's title; every other layout's is `title`."""


@dataclass(frozen=True)
class Foot:
    """Footer, slide number, the hairline over them, and the logo."""

    texts: tuple[Slot, Slot]
    rule: tuple[str, Area]
    logo: Standing | None


@dataclass(frozen=True)
class Layout:
    """A layout: its name, what it shows, and where its texts stand, in the order they are read.

    `key` is what slides choose it by, `type` its kind in the format (19.7.15), `shows` what
    lies behind the texts besides the foot's hairline, with its name. `draft` where that only
    stands for what the built slides draw themselves, elsewhere or larger: those hide it.
    """

    key: str
    name: str
    type: str
    ground: str
    texts: tuple[Slot, ...]
    foot: Foot
    shows: tuple[tuple[str, Area | Disc], ...] = ()
    draft: bool = False

    @property
    def title_kind(self) -> str:
        """The kind of its title's placeholder."""
        return COVER_TITLE if any(text.kind == COVER_TITLE for text in self.texts) else "title"

    def offers(self, index: int) -> bool:
        """Whether it has a placeholder of an `idx`."""
        return any(text.index == index for text in self.texts)

    def shown(self) -> Iterator[tuple[str, Area | Disc]]:
        """All that lies behind its texts, with its name."""
        yield from self.shows
        yield self.foot.rule

    @property
    def picture(self) -> bytes | None:
        """The PNG that it shows as its logo."""
        return self.foot.logo.mark.png if self.foot.logo else None

    def shows_logo(self, mark: LogoMark) -> bool:
        """Whether a slide that wants this logo finds it already there."""
        return not self.draft and self.foot.logo is not None and self.foot.logo.mark == mark

    def shows_area(self, area: Area) -> bool:
        """Whether a slide that wants this area finds it already there."""
        return not self.draft and any(_same(area, shown) for _, shown in self.shown())


def _same(one: Area, other: Area | Disc) -> bool:
    if isinstance(other, Disc):
        return False
    return one.fill == other.fill and one.box.holds(other.box) and other.box.holds(one.box)


def layout_part(look: Look, layout: Layout) -> Element:
    """The part of a layout."""
    numbers = count(2)
    shown = [decoration(look, next(numbers), name, area) for name, area in layout.shown()]
    shown += _logo(look, layout.foot.logo, numbers)
    texts = [slot(look, next(numbers), each, prompted=True) for each in layout.texts]
    foot = [slot(look, next(numbers), each) for each in layout.foot.texts]
    return el(
        "p:sldLayout",
        el("p:cSld", ground(look, layout.ground), tree(*shown, *texts, *foot), name=layout.name),
        el("p:clrMapOvr", el("a:masterClrMapping")),
        type=layout.type,
        preserve=True,
    )


LOGO_RELATION = "rId2"
"""A layout's relation to the picture of its logo: its first is that to the master."""


def _logo(look: Look, standing: Standing | None, numbers: Iterator[int]) -> Iterator[Element]:
    """The logo, on its plaque where it has one."""
    if standing is None:
        return
    words = look.strings.deck
    if standing.plaque:
        yield decoration(look, next(numbers), words.panel, standing.plaque)

    def named(name: str, alt: str | None, decorative: bool) -> Element:
        return shapes.properties_of(next(numbers), name, alt, decorative)

    relation = LOGO_RELATION if standing.mark.png else None
    yield logo(standing.mark, words.logo, named, relation)


def title(look: Look, box: Box, style: TextStyle, kind: str = "title", anchor: str = "t") -> Slot:
    """The title's placeholder."""
    prompt = (look.strings.prompt_title,)
    levels = (level(look, 1, style),)
    return Slot(look.strings.deck.title, kind, None, prompt, box, levels, anchor=anchor)


def top_title(look: Look, colour: str) -> Slot:
    """The title over a figure."""
    style = TextStyle("figure-title", look.grid.steps["figure-title"][0], colour)
    return title(look, slots.title_on_top(look.grid), style)


def kicker(look: Look, width: float, colour: str) -> Slot:
    """The line over the title, as wide as a title."""
    words, size = look.strings.deck, look.grid.steps["kicker"][-1]
    levels = (level(look, 1, TextStyle("kicker", size, colour)),)
    box = slots.kicker(look.grid, width)
    prompt = (words.prompt_kicker,)
    return Slot(words.kicker, "body", KICKER_INDEX, prompt, box, levels, "quarter")


def foot(look: Look, left: float, colour: str) -> Foot:
    """The foot from a left edge to the right margin; white on a deep colour."""
    places = slots.foot_slots(look.grid, look.theme.proportions, left)
    rule = (look.strings.deck.rule, Area(places.rule, colour))
    logo = _logo_under(look, places, deep=colour == "white")
    return Foot(foot_pair(look, places, colour), rule, logo)


def _logo_under(look: Look, places: slots.FootSlots, *, deep: bool) -> Standing | None:
    """The logo where the built slides have it: left of the number, as high as the footer."""
    if look.logo is None:
        return None
    role, size = look.theme.roles["foot"], pt_to_mm(look.grid.steps["foot"][-1])
    face = look.faces[role.face]
    first = first_baseline(face, size, role.leading * size)
    middle = places.foot.y + first - face.cap_height * size / 2
    shape = look.theme.proportions.foot
    return standing(look.logo, look.grid.logo, shape, places.number.x, middle, deep=deep)
