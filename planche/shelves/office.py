"""What an office printer takes: A4 and A3 with white edges and little ink, and A3 in pieces."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from types import MappingProxyType

import pikepdf

from planche.diagnostics import FaultError
from planche.geometry.parts import Page
from planche.manifest import Made
from planche.pages.engine import RenderError
from planche.pages.files import File, headings, render
from planche.pages.finishing.printing import ON_ONE_SIDE
from planche.pages.look import Look
from planche.pages.pieces import filled, placeholder
from planche.shelves.making import Making, Order, Task, engine, gathered, plates_of, proved
from planche.shelves.posters import Edition, is_ordered, make_edition
from planche.workshop import OFFICE, TEMPLATES, Job

KINDS: Mapping[str, str] = MappingProxyType({"a4": "office-a4", "a3-office": "office-a3"})
"""What the manifest calls the files of each format."""

PIECES = "posters/a4-tiles"
PIECE_KIND = "tiles"


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
    posters = {each.path: _poster_of(each, job.paper.pages) for each in files}
    try:
        drawing = engine()
        drawn = render(list(posters.values()), job.plate_set, look, drawing)
        sheets = render(files, job.plate_set, look, drawing, placeholder())
        return gathered(
            _cut(order, job, each, sheets.written([each]), drawn.written([posters[each.path]]))
            for each in files
        )
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


def _poster_of(file: File, pages: Sequence[Page]) -> File:
    """The poster that a file's pieces are cut from: of its plate alone, since what else is in a
    file decides which glyphs its fonts hold."""
    return File(file.path, file.title, tuple(page for page in pages if page.plate in file.plates))


def _cut(
    order: Order, job: Job, file: File, sheets: Mapping[str, bytes], drawn: Mapping[str, bytes]
) -> Making:
    """A file of pieces from its rendered sheets and its drawn poster, each by the file's path."""
    posters = (page for page in job.paper.pages if page.plate in file.plates)
    cuts = [job.pieces.cuts[each.plate, each.part] for each in posters]
    with pikepdf.open(BytesIO(drawn[file.path])) as pdf:
        data = filled(sheets[file.path], pdf, cuts)
    made = Made(file.path, PIECE_KIND, plates_of(file.pages), len(file.pages), data)
    return [made], proved(order, job, file.path, data, file.pages)
