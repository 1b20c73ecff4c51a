"""The decks and the print runs, with all that lies beside them."""

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from planche.decks import DeckPlan
from planche.gallery.pictures import Picture
from planche.gallery.setting import FOLDER, Setting
from planche.gallery.stock import Stored
from planche.gallery.views import DeckView, Download, Image, RunView
from planche.manifest import sha256
from planche.press.plan import plan_of
from planche.print_run import PrintRun
from planche.selection import choice_of, chosen
from planche.text.spans import spans

PRESS = "press"
PAPERS = ("press-package", "ticket", "preflight", "approval")
"""Kinds of file beside the press files, in the order they are needed."""

MOST_NAMED = 3
"""Most plates that are named in an order; more are counted."""

BESIDE = (".pptx", ".pdf", "-handout.pdf")
"""What a deck's files end with: to edit, to look at, to hand out."""

Slides: TypeAlias = Mapping[str, tuple[tuple[Picture, ...], ...]]
"""The slides of each deck in small, by what its files are called."""


def slide_path(slide: Picture) -> str:
    """Where a slide's picture stands: named after what it shows, since decks share slides."""
    return f"{FOLDER}/slides/{sha256(slide.data)[:16]}.webp"


def deck_views(setting: Setting, slides: Slides) -> tuple[DeckView, ...]:
    """The deck of everything and those that the set declares, each of which there is a file of."""
    found = (_deck(setting, plan, slides) for plan in setting.job.decks if not plan.alone)
    return tuple(view for view in found if view.downloads)


def _deck(setting: Setting, plan: DeckPlan, slides: Slides) -> DeckView:
    words, strings = setting.wording.decks, setting.job.strings
    files = [setting.deck_file(plan, ending) for ending in BESIDE]
    count = len(plan.pages)
    subtitle = plan.title.removeprefix(f"{setting.job.plate_set.set.title} – ")
    pictures = slides.get(plan.stem, ())
    return DeckView(
        title=subtitle if plan.declared else words.whole,
        count=words.one_slide if count == 1 else words.slides.format(count=count),
        questions=_questions(setting, plan),
        downloads=tuple(setting.download(each) for each in files if each),
        slides=tuple(
            Image(
                slide_path(picture),
                picture.width,
                picture.height,
                strings.slide_alt.format(number=number, title=page.title.text),
            )
            for number, (page, (picture,)) in enumerate(zip(plan.pages, pictures, strict=False), 1)
        ),
    )


def _questions(setting: Setting, plan: DeckPlan) -> str | None:
    """Which questions a deck answers, `6–9, 16`; None where it answers none."""
    plates, words = dict(setting.job.plate_set.with_ids()), setting.wording.decks
    asked = [plates[each] for each in plan.plates if plates[each].kind == "question"]
    numbers = [each.number for each in asked if each.number]
    if not numbers:
        return None
    wording = words.one_question if len(numbers) == 1 else words.questions
    return wording.format(numbers=spans(sorted(numbers)))


def deck_to_choose_from(setting: Setting) -> Download | None:
    """The deck of everything, where there is a file of it with the slides that it has now."""
    plan = setting.whole_deck
    file = setting.deck_file(plan)
    return setting.download(file) if file and file.pages == len(plan.pages) else None


def deck_extras(setting: Setting) -> tuple[Download, ...]:
    """What belongs to all decks: the template and the typeface."""
    words = setting.wording.decks
    kinds = (("typeface", words.typeface), ("template", words.template))
    return tuple(
        setting.download(file, label)
        for kind, label in kinds
        for file in setting.stock.of_kind(kind)
    )


def run_views(setting: Setting) -> tuple[RunView, ...]:
    """The print runs of which there are files."""
    found = (_run(setting, run) for run in setting.job.plate_set.print_runs)
    return tuple(view for view in found if view.papers or view.files)


def _run(setting: Setting, run: PrintRun) -> RunView:
    folder = f"{PRESS}/{run.name}"
    files = list(setting.stock.under(folder))
    verdict = _verdict(setting.stock.at(f"{folder}/preflight.json"))
    words = setting.wording.runs
    return RunView(
        title=run.title or run.name,
        order=" · ".join(_order(setting, run)),
        verdict=verdict,
        judged=words.verdicts[verdict] if verdict else words.unjudged,
        missing=_missing(setting, run),
        papers=tuple(map(setting.download, sorted(filter(_is_to_read, files), key=_rank))),
        files=tuple(setting.download(each, each.name) for each in files if each.kind == PRESS),
        changed=_changed(setting, _plates(setting, run)),
    )


def _missing(setting: Setting, run: PrintRun) -> str | None:
    """What the ticket leaves blank, and the print house must know; None where it says all."""
    words, contact = setting.wording.runs, setting.job.plate_set.set.contact
    said = {"deliver_to": run.deliver_to, "deliver_by": run.deliver_by, "contact": contact}
    blank = [words.missing_parts[part] for part, text in said.items() if not text]
    return words.missing.format(parts=", ".join(blank)) if blank else None


def _is_to_read(file: Stored) -> bool:
    """Whether people open it: what is printed is listed apart, and JSON is for programs."""
    return file.kind != PRESS and file.ending != "json"


def _rank(file: Stored) -> tuple[int, str]:
    """Where a file stands in the list: what is sent, what is agreed on, then whatever there is."""
    return (PAPERS.index(file.kind) if file.kind in PAPERS else len(PAPERS), file.path)


def _plates(setting: Setting, run: PrintRun) -> tuple[str, ...]:
    return tuple(chosen(choice_of(setting.job.plate_set), run.plates))


def _order(setting: Setting, run: PrintRun) -> Iterator[str]:
    """What is ordered, in a few words."""
    words, count = setting.wording.runs, len(_plates(setting, run))
    yield run.format
    yield words.one_plate if count == 1 else words.plates.format(count=count)
    yield from _copies(setting, run)
    if run.paper:
        yield run.paper


def _copies(setting: Setting, run: PrintRun) -> Iterator[str]:
    """How many of which plates; a few are named, many are counted."""
    words, job = setting.wording.runs, setting.job
    copies = plan_of(run, job.plate_set, job.kit.theme).copies
    if len(set(copies.values())) == 1:
        yield words.copies.format(count=next(iter(copies.values())))
        return
    for count in dict.fromkeys(copies.values()):
        titles = [setting.called(plate) for plate, each in copies.items() if each == count]
        many = words.plates.format(count=len(titles))
        yield words.copies_of.format(
            count=count, plates=many if len(titles) > MOST_NAMED else ", ".join(titles)
        )


def _verdict(file: Stored | None) -> str | None:
    """What preflight says of the run's files; None where it has not seen them."""
    if file is None:
        return None
    verdict = json.loads(file.read()).get("verdict")
    return verdict if isinstance(verdict, str) else None


def _changed(setting: Setting, plates: tuple[str, ...]) -> str | None:
    news, words = setting.news, setting.wording.runs
    if news is None:
        return None
    new = {*news.changed, *news.added}
    titles = [setting.called(plate) for plate in plates if plate in new]
    return words.changed.format(plates=", ".join(titles)) if titles else words.unchanged
