"""The decks of a set: drawn, checked, with what lies beside them, ready to be put out."""

from collections.abc import Iterator

from planche.decks import DeckPlan
from planche.manifest import Made
from planche.shelves.making import Making, Order, failure
from planche.slug import slug
from planche.workshop import Job

FOLDER = "deck"


def make_decks(order: Order, job: Job) -> Making:
    """Every deck as a PowerPoint file, and the template."""
    # Imported here because the process that makes the posters has no use for it: 0.2 s.
    from planche.deck import blank, deck
    from planche.deck.check import check
    from planche.deck.typeface.archive import typeface_zip

    kit = job.kit
    made, wrong = [], []
    for plan in _ordered(order, job):
        data = deck(plan, job.plate_set, kit.theme, kit.faces, job.strings, job.logo)
        path = f"{FOLDER}/{plan.stem}.pptx"
        made.append(Made(path, "deck", plan.plates, len(plan.pages), data))
        wrong += [
            failure(order, job, path, "", f"{each.part}: {each.what}")
            for each in check(data, plan.pages)
        ]
    if order.only is None:
        stem = slug(job.plate_set.set.title)
        template = blank(kit.theme, kit.faces, job.strings, logo=job.logo)
        made.append(Made(f"{FOLDER}/{stem}.potx", "template", (), 0, template))
        package = typeface_zip(kit.faces, job.strings)
        made.append(Made(f"{FOLDER}/typeface.zip", "typeface", (), 0, package))
    return made, wrong


def _ordered(order: Order, job: Job) -> Iterator[DeckPlan]:
    """The decks that are asked for: all, or those of single plates."""
    for plan in job.decks:
        if order.only is None or (len(plan.plates) == 1 and order.only.issuperset(plan.plates)):
            yield plan
