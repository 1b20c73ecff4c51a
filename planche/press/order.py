"""What an order says, as names and values in words: the lines that ticket and approval share."""

from collections.abc import Mapping
from functools import partial
from typing import TypeAlias

from markupsafe import Markup

from planche.press.papers import Paper, paragraphs, running_foot
from planche.press.ticket import Finding, Ticket, sizes
from planche.press.wording import PaperWords, PressWords
from planche.units import Mm

Rows: TypeAlias = list[tuple[str, str | Markup]]
"""Facts: a name and what it is."""


def joined(*parts: str | None) -> str:
    """What there is of some parts, on one line."""
    return " · ".join(part for part in parts if part)


def shared(ticket: Ticket, own: PaperWords, words: PressWords) -> dict[str, object]:
    """What the template of every paper asks for; `own` are the words of that paper."""
    return {
        "ticket": ticket,
        "words": words,
        "title": own.document.format(title=ticket.title),
        "kicker": own.kicker,
        "house": ticket.house,
        "series": joined(ticket.set_title, ticket.edition),
        "where": partial(where, ticket, words),
        "copies": partial(copies, words),
        **running_foot(joined(ticket.set_title, ticket.title, ticket.edition), words),
    }


def paper_of(ticket: Ticket, own: PaperWords, page: str, pictures: Mapping[str, bytes]) -> Paper:
    """A paper of a ticket from its HTML, named in the words of that paper."""
    title = own.document.format(title=ticket.title)
    return Paper(page, title, ticket.parties.publisher, ticket.language, pictures)


def amount(ticket: Ticket, words: PressWords) -> str:
    """How many plates and how many copies of them all."""
    count = words.figure(ticket.copies)
    if len(ticket.plates) == 1:
        return words.ticket.one_plate_copies.format(copies=count)
    return words.ticket.plates_copies.format(plates=len(ticket.plates), copies=count)


def copies(words: PressWords, count: int) -> str:
    """A number of copies."""
    common = words.common
    return common.one_copy if count == 1 else common.copies.format(count=words.figure(count))


def edition(ticket: Ticket, words: PressWords) -> Rows:
    """Which edition of the set is printed."""
    return [(words.common.edition, ticket.edition or words.common.none)]


def formats(ticket: Ticket, words: PressWords) -> Rows:
    """The size of the trimmed sheets, and of their bleed."""
    stock, common = ticket.stock, words.common
    lines = [_format(stock.format, size, words) for size in sizes(ticket.plates)]
    return [
        (common.format, paragraphs("\n".join(lines))),
        (common.bleed, common.bleed_line.format(length=words.figure(stock.bleed, 2))),
        (common.paper, stock.paper or common.none),
        (common.sides, common.one if stock.sides == "one" else common.two),
        (common.binding, stock.binding or common.none),
    ]


def _format(name: str, size: tuple[Mm, Mm], words: PressWords) -> str:
    width, height = size
    common = words.common
    return common.format_line.format(
        name=name,
        width=words.figure(width, 2),
        height=words.figure(height, 2),
        orientation=common.landscape if width > height else common.portrait,
    )


def delivery(ticket: Ticket, words: PressWords) -> Rows:
    """Where to, by when, who orders, whom to ask; what is not known has room to be written in."""
    parties = ticket.parties
    blank = Markup('<span class="blank">{}</span>').format(words.common.to_fill_in)
    texts = (
        (words.ticket.deliver_to, parties.deliver_to),
        (words.ticket.deliver_by, parties.deliver_by),
        (words.common.publisher, parties.publisher),
        (words.common.contact, parties.contact),
    )
    return [(name, paragraphs(text) if text else blank) for name, text in texts]


def where(ticket: Ticket, words: PressWords, finding: Finding) -> str:
    """The plate of a finding by its number in the set, and the page where a plate has several."""
    plate = next((each for each in ticket.plates if each.id == finding.plate), None)
    if plate is None:
        return finding.plate or words.common.none
    number = words.common.plate_of.format(number=plate.position)
    if plate.pages == 1 or finding.page is None:
        return number
    of = words.common.page.format(number=finding.page, count=plate.pages)
    return f"{number}, {of}"
