"""The approval: a small file for the one who signs, every plate on a page of its own.

The plates are the screen posters themselves, reduced: their text stays sharp, and nothing is
drawn a second time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planche.geometry.parts import Box
from planche.model import OpenQuestion
from planche.pages.engine import PICTURE, Engine
from planche.pages.look import Look
from planche.press.insets import placeholder, with_insets
from planche.press.order import Rows, amount, delivery, edition, formats, paper_of, shared
from planche.press.papers import field_pictures, html, paper_pdf
from planche.press.ticket import Ticket, TicketPlate
from planche.press.wording import PressWords
from planche.text.markup import plain, rich
from planche.units import Mm

MOST_WIDE = (166.0, 216.0)
"""Room for an upright plate on its page in mm: A4 less margins, head, legend and signing row."""

MOST_FLAT = (253.0, 134.0)
"""Room for a plate in landscape, on a page in landscape."""


@dataclass(frozen=True)
class Shown:
    """A page of a plate as it is shown; `alt` says what a figure shows, None for no figure."""

    plate: TicketPlate
    alt: str | None = None
    part: int = 1

    @property
    def name(self) -> str:
        """What its picture is called."""
        return f"{self.plate.id}--{self.part}"

    @property
    def scale(self) -> float:
        """Its size as a share of the trimmed sheet's."""
        width, height = MOST_FLAT if self.plate.is_landscape else MOST_WIDE
        return min(width / self.plate.width, height / self.plate.height)

    def bled(self, bleed: Mm) -> Box:
        """The reduced sheet within its bleed, from the bleed's own corner."""
        by = bleed * self.scale
        return Box(by, by, self.plate.width * self.scale, self.plate.height * self.scale)


def approval_pdf(
    ticket: Ticket,
    shown: Sequence[Shown],
    posters: bytes,
    questions: Sequence[OpenQuestion],
    look: Look,
    words: PressWords,
    engine: Engine,
) -> bytes:
    """The approval as PDF/UA-1 on A4; the same bytes for the same facts.

    `posters` is a PDF whose pages are those of `shown`, in their order. Each is one figure with
    an alternative text; its words are drawn, but not tagged: the posters themselves are.
    `look.templates` is the folder of all templates. Raises RenderError where WeasyPrint warns
    of anything, ValueError where the posters have another number of pages.
    """
    page = html(
        "press/approval.html",
        look,
        **shared(ticket, words.approval, words),
        facts=_facts(ticket, words),
        questions=[_question(ticket, words, each) for each in questions if _asks(ticket, each)],
        shown=[_page(each, ticket, words) for each in shown],
    )
    pictures = {
        f"{PICTURE}{each.name}": placeholder(number) for number, each in enumerate(shown, start=1)
    }
    pictures |= field_pictures(len(ticket.plates), ticket.house, look)
    paper = paper_of(ticket, words.approval, page, pictures)
    insets = range(1, len(shown) + 1)
    return with_insets(paper_pdf(paper, look, engine), posters, insets)


def _facts(ticket: Ticket, words: PressWords) -> Rows:
    return [
        (words.common.amount, amount(ticket, words)),
        *edition(ticket, words),
        *formats(ticket, words),
        *delivery(ticket, words),
    ]


def _asks(ticket: Ticket, question: OpenQuestion) -> bool:
    """Whether a question is about a plate of the run."""
    return any(plate.id == question.plate for plate in ticket.plates)


def _question(ticket: Ticket, words: PressWords, question: OpenQuestion) -> tuple[str, str]:
    """Which plate a question is about, and the question without its markup."""
    plate = next(each for each in ticket.plates if each.id == question.plate)
    number = words.common.plate_of.format(number=plate.position)
    return number, plain(rich(question.text, ticket.language, {}))


def _page(shown: Shown, ticket: Ticket, words: PressWords) -> dict[str, object]:
    plate, bleed = shown.plate, ticket.stock.bleed
    box = shown.bled(bleed)
    alt = words.common.picture.format(number=plate.position, heading=plate.heading)
    return {
        "name": shown.name,
        "page": "flat" if plate.is_landscape else "upright",
        "plate": plate,
        "part": words.common.page.format(number=shown.part, count=plate.pages)
        if plate.pages > 1
        else None,
        "alt": f"{alt}. {shown.alt}" if shown.alt else alt,
        "box": box,
        "bled": Box(0, 0, box.width + 2 * box.x, box.height + 2 * box.y),
        "trim": words.approval.trim.format(
            width=words.figure(plate.width, 2), height=words.figure(plate.height, 2)
        ),
        "bleed": words.approval.bleed.format(length=words.figure(bleed, 2)) if bleed else None,
        "scale": words.approval.scale.format(percent=words.figure(100 * shown.scale)),
    }
