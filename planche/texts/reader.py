"""A plate made ready to be read: what stands over it, what it says, what its figure shows."""

from dataclasses import dataclass
from functools import cached_property

from planche.alternatives import alternative
from planche.blocks import Block, Paragraph, blocks_of, directory
from planche.model import Audience, PlateSet
from planche.strings import Strings
from planche.text.markup import Rich, plain, rich


@dataclass(frozen=True)
class Told:
    """A plate in words.

    `kicker` says which question it is and whom it speaks to, `alternative` what its figure
    shows; both are empty where there is nothing to say. `number` is its place in the set,
    `title` what it is called beside other plates: statements share the heading of their question.
    """

    plate: str
    kind: str
    number: int
    kicker: str
    audience: Audience | None
    heading: Rich
    title: str
    alternative: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Reader:
    """Tells the plates of a set in the set's language."""

    plate_set: PlateSet
    strings: Strings

    @cached_property
    def plates(self) -> dict[str, Told]:
        """Every plate in words by its id, in the order of the set."""
        return {plate: self._told(number, plate) for number, plate in enumerate(self._ids, 1)}

    def read(self, text: str) -> Rich:
        """A text with its markup resolved, its typography set, its references made links."""
        return rich(text, self.plate_set.set.language, self._questions)

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return self.plate_set.ids

    @cached_property
    def _questions(self) -> dict[int, str]:
        return {
            plate.number: name
            for name, plate in self.plate_set.with_ids()
            if plate.kind == "question" and plate.number
        }

    def _told(self, number: int, name: str) -> Told:
        plate = self.plate_set.plates[number - 1]
        audience = self.plate_set.audience(plate)
        over = [self.strings.question.format(number=plate.number)] if plate.number else []
        blocks = blocks_of(plate, self.read)
        subtitle = self.plate_set.set.subtitle
        if plate.kind == "cover" and subtitle:
            blocks = (Paragraph(self.read(subtitle)), *blocks)
        if plate.kind == "contents":
            blocks = (*blocks, directory(self.plate_set, self.read))
        heading = self.read(plate.heading)
        title = plain(heading)
        if plate.kind == "statements":
            title = self.strings.statements_title.format(title=title)
        return Told(
            plate=name,
            kind=plate.kind,
            number=number,
            kicker=" · ".join([*over, *([audience.name] if audience else [])]),
            audience=audience,
            heading=heading,
            title=title,
            alternative=alternative(plate, self.strings, lambda text: plain(self.read(text))),
            blocks=blocks,
        )
