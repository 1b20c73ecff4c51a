"""What every part of the gallery is made from."""

from dataclasses import dataclass
from functools import cached_property

from planche.changes import Changes
from planche.decks import DeckPlan
from planche.gallery.stock import OWN, Stock, Stored
from planche.gallery.views import Download
from planche.gallery.wording import Wording
from planche.texts.reader import Reader, Told
from planche.workshop import Job

FOLDER = OWN
"""Where all of it stands but the first page."""


@dataclass(frozen=True)
class Setting:
    """A job, the files there are of it, the words around them, and what is new if that is asked."""

    job: Job
    stock: Stock
    wording: Wording
    news: Changes | None

    @cached_property
    def reader(self) -> Reader:
        """The plates in words."""
        return Reader(self.job.plate_set, self.job.strings)

    @cached_property
    def plates(self) -> tuple[Told, ...]:
        """The plates in order."""
        return tuple(self.reader.plates.values())

    @property
    def whole_deck(self) -> DeckPlan:
        """The deck of everything."""
        return self.job.decks[0]

    def deck_file(self, plan: DeckPlan, ending: str = ".pptx") -> Stored | None:
        """A deck's file, to edit if no other is named; None where it has not been made."""
        return self.stock.at(f"deck/{plan.stem}{ending}")

    def called(self, plate: str) -> str:
        """What a plate is called in a list: a question by its number, another by its title."""
        found = dict(self.job.plate_set.with_ids())[plate]
        if found.kind == "question" and found.number:
            return self.job.strings.question.format(number=found.number)
        return self.reader.plates[plate].title

    def download(self, file: Stored, label: str | None = None) -> Download:
        """A file as something to take; called by its kind where it has no label of its own."""
        words = self.wording
        return Download(
            path=file.path,
            label=label or words.called(file.kind, file.ending) or file.name,
            type=words.type_of(file.ending),
            size=words.size(file.size),
        )
