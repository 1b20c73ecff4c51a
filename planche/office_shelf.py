"""What an office printer takes: A4 and A3 with white edges and little ink, and A3 in pieces."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from types import MappingProxyType

import pikepdf

from planche.diagnostics import FaultError
from planche.geometry.parts import Page
from planche.making import Making, Order, Task, engine, plates_of, proved
from planche.manifest import Made
from planche.pages.engine import RenderError
from planche.pages.files import File, Rendering, headings, render
from planche.pages.finishing.printing import ON_ONE_SIDE
from planche.pages.look import Look
from planche.pages.pieces import Poster, filled, placeholder
from planche.poster_shelf import Edition, is_ordered, make_edition
from planche.workshop import OFFICE, TEMPLATES, Job

KINDS: Mapping[str, str] = MappingProxyType({"a4": "office-a4", "a3-office": "office-a3"})
"""What the manifest calls the files of each format."""

PIECES = "posters/a4-tiles"
PIECE_KIND = "tiles"
DRAWN = "posters.pdf"
"""The file of all posters that pieces are cut from; it is not put out."""


def office_tasks(order: Order, job: Job) -> list[Task]:
    """The office editions, each in a task. A task raises FaultError where one cannot be drawn."""
    alone = replace(order, jobs=1)
    editions = [
        Edition(f"posters/{paper}", KINDS[paper], job.office[paper].pages, ON_ONE_SIDE)
        for paper in OFFICE
    ]
    return [
        *(partial(make_edition, alone, job, edition) for edition in editions),
        partial(make_pieces, order, job),
    ]


def make_pieces(order: Order, job: Job) -> Making:
    """Every ordered A3 poster on four sheets of A4. Raises FaultError where one cannot be drawn."""
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES / "pages")
    files = [each for each in piece_files(job) if is_ordered(order, each)]
    wanted = {plate for each in files for plate in each.plates}
    posters = tuple(page for page in job.paper.pages if page.plate in wanted)
    try:
        drawing = engine()
        drawn = render([File(DRAWN, "", posters)], job.plate_set, look, drawing)
        rendering = render(files, job.plate_set, look, drawing, placeholder())
        whole = next(iter(drawn.written([File(DRAWN, "", posters)]).values()))
        return _cut(order, job, rendering, whole, posters, files)
    except RenderError as error:
        raise FaultError("proof-failed", artefact=PIECES, what=error) from None


def piece_files(job: Job) -> tuple[File, ...]:
    """The files of the pieces, one a plate."""
    called = headings(job.plate_set)
    files = []
    for number, plate in enumerate(job.plate_set.ids, start=1):
        pages = tuple(page for page in job.pieces.layout.pages if page.plate == plate)
        title = job.strings.piece_file.format(title=called[plate])
        files.append(File(f"{PIECES}/{number:02d}-{plate}.pdf", title, pages, ON_ONE_SIDE))
    return tuple(files)


def _cut(
    order: Order,
    job: Job,
    rendering: Rendering,
    whole: bytes,
    posters: Sequence[Page],
    files: Sequence[File],
) -> Making:
    """Some of the files, from the rendered sheets and the drawn posters."""
    made, wrong = [], []
    written = rendering.written(files)
    with pikepdf.open(BytesIO(whole)) as drawn:
        for each in files:
            cuts = [
                Poster(index, job.pieces.cuts[poster.plate, poster.part])
                for index, poster in enumerate(posters)
                if poster.plate in each.plates
            ]
            data = filled(written[each.path], drawn, cuts)
            made.append(Made(each.path, PIECE_KIND, plates_of(each.pages), len(each.pages), data))
            wrong += proved(order, job, each.path, data, each.pages)
    return made, wrong
