"""The layout of a whole set: every plate on paper, and every slide.

One entry a kind of plate in each table; every fault of a run is gathered.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from planche.diagnostics import Fault, FaultError
from planche.geometry.board import AnyBoard, PaperBoard, SlideBoard, Subject
from planche.geometry.contents import contents_slides, lay_out_contents
from planche.geometry.cover import lay_out_cover
from planche.geometry.foreword import foreword_slides, lay_out_foreword
from planche.geometry.ladder import lay_out_ladder
from planche.geometry.mosaic import lay_out_mosaic, mosaic_slides
from planche.geometry.parts import Page
from planche.geometry.pieces import Cut, cut_of, lay_out_pieces
from planche.geometry.question import lay_out_question, series_body
from planche.geometry.question_slides import lay_out_question_slides
from planche.geometry.statements import lay_out_statements
from planche.geometry.table import lay_out_table, table_slides
from planche.geometry.typesetter import PAPER, SLIDES, Medium, Typesetter
from planche.logo.mark import Logo
from planche.model import Aspect, PlateSet
from planche.strings import Strings
from planche.text.faces import Face
from planche.theme import PageFormat, Theme
from planche.units import Pt

ON_PAPER: dict[str, Callable[[PaperBoard, Subject], tuple[Page, ...]]] = {
    "cover": lay_out_cover,
    "foreword": lay_out_foreword,
    "contents": lay_out_contents,
    "table": lay_out_table,
    "ladder": lay_out_ladder,
    "mosaic": lay_out_mosaic,
    "statements": lay_out_statements,
}
"""How each kind is laid out on paper; questions need the series' size and stand apart."""

ON_SLIDES: dict[str, Callable[[SlideBoard, Subject], tuple[Page, ...]]] = {
    "cover": lay_out_cover,
    "foreword": foreword_slides,
    "contents": contents_slides,
    "question": lay_out_question_slides,
    "table": table_slides,
    "ladder": lay_out_ladder,
    "mosaic": mosaic_slides,
    "statements": lay_out_statements,
}
"""How each kind is laid out on slides."""


@dataclass(frozen=True)
class Layout:
    """The pages of a set in one medium, and the plates that did not fit."""

    pages: tuple[Page, ...]
    faults: tuple[tuple[str, Fault], ...]


def paper_layout(
    plate_set: PlateSet,
    theme: Theme,
    strings: Strings,
    faces: Mapping[str, Face],
    paper: str,
    logo: Logo | None = None,
) -> Layout:
    """Every plate on a format of paper."""
    return paper_layouts(plate_set, theme, strings, faces, (paper,), logo)[paper]


def paper_layouts(
    plate_set: PlateSet,
    theme: Theme,
    strings: Strings,
    faces: Mapping[str, Face],
    papers: Collection[str],
    logo: Logo | None = None,
) -> dict[str, Layout]:
    """Every plate on some formats of paper; text that is set alike on two of them is set once."""
    grids = {name: theme.formats[name] for name in papers}
    media = {name: medium_of(grid) for name, grid in grids.items()}
    setters = {each: typesetter(plate_set, theme, faces, each) for each in {*media.values()}}
    boards = (
        PaperBoard(plate_set, theme, strings, setters[media[name]], name, grid, logo=logo)
        for name, grid in grids.items()
    )
    return {board.format_name: _on_paper(board) for board in boards}


def _on_paper(board: PaperBoard) -> Layout:
    series = series_of(board)
    every = subjects(board)
    return _gathered((each, partial(lay_out_on_paper, board, each, series)) for each in every)


def series_of(board: PaperBoard) -> Pt | None:
    """The size that the questions of a set have in common."""
    return series_body(board, (each for each in subjects(board) if each.plate.kind == "question"))


def lay_out_on_paper(board: PaperBoard, subject: Subject, series: Pt | None) -> tuple[Page, ...]:
    """The pages of one plate, where the questions have a size in common.

    Raises FaultError where it does not fit.
    """
    if subject.plate.kind == "question":
        return lay_out_question(board, subject, series)
    return ON_PAPER[subject.plate.kind](board, subject)


def lay_out_on_slides(board: SlideBoard, subject: Subject) -> tuple[Page, ...]:
    """The slides of one plate. Raises FaultError where it does not fit."""
    return ON_SLIDES[subject.plate.kind](board, subject)


@dataclass(frozen=True)
class PieceLayout:
    """The posters of a set on four sheets each, and how each of their pages is cut."""

    layout: Layout
    cuts: Mapping[tuple[str, int], Cut]
    """By plate and part."""


def piece_layout(
    plate_set: PlateSet,
    theme: Theme,
    strings: Strings,
    faces: Mapping[str, Face],
    paper: str,
    posters: Sequence[Page],
) -> PieceLayout:
    """The pages of posters on sheets of a format of paper."""
    setter = typesetter(plate_set, theme, faces, PAPER)
    board = PaperBoard(plate_set, theme, strings, setter, paper, theme.formats[paper])
    known = {each.id: each for each in subjects(board)}
    tasks = [
        (known[each.plate], partial(lay_out_pieces, board, each, known[each.plate]))
        for each in posters
    ]
    cuts = {(each.plate, each.part): cut_of(board, each) for each in posters}
    return PieceLayout(_gathered(tasks), cuts)


def slide_layout(
    plate_set: PlateSet,
    theme: Theme,
    strings: Strings,
    faces: Mapping[str, Face],
    aspect: Aspect = "16:9",
    logo: Logo | None = None,
) -> Layout:
    """Every plate on slides."""
    setter = typesetter(plate_set, theme, faces, SLIDES)
    grid = theme.slide_in(aspect)
    return slides_on(SlideBoard(plate_set, theme, strings, setter, grid, logo=logo))


def slides_on(board: SlideBoard, only: Collection[str] | None = None) -> Layout:
    """The slides of a board's plates: all, or only some of them by id."""
    wanted = (each for each in subjects(board) if only is None or each.id in only)
    layout = _gathered((each, partial(lay_out_on_slides, board, each)) for each in wanted)
    return Layout(layout.pages, (*layout.faults, *repeated_titles(layout.pages)))


def repeated_titles(pages: Iterable[Page]) -> Iterator[tuple[str, Fault]]:
    """Screen readers and the list of slides know a slide by its title only."""
    first: dict[str, str] = {}
    for page in pages:
        title = page.title.text
        earlier = first.setdefault(title, page.plate)
        if earlier != page.plate:
            plates = f"{earlier}, {page.plate}"
            yield page.plate, Fault("slide-title-repeated", {"title": title, "plates": plates})


def medium_of(grid: PageFormat) -> Medium:
    """How text is set on a format of paper."""
    return replace(PAPER, leading_step=grid.leading_step)


def typesetter(
    plate_set: PlateSet, theme: Theme, faces: Mapping[str, Face], medium: Medium
) -> Typesetter:
    """What sets the texts of a set in a medium; it serves every set with the same questions."""
    questions = {
        plate.number: plate_id
        for plate_id, plate in plate_set.with_ids()
        if plate.kind == "question" and plate.number is not None
    }
    return Typesetter(theme.roles, faces, plate_set.set.language, medium, questions)


def subjects(board: AnyBoard) -> list[Subject]:
    """Every plate of the set, in its order."""
    return [board.subject(index) for index in range(len(board.plate_set.plates))]


def _gathered(
    tasks: Iterable[tuple[Subject, Callable[[], tuple[Page, ...]]]],
) -> Layout:
    pages: list[Page] = []
    faults: list[tuple[str, Fault]] = []
    for subject, lay_out in tasks:
        try:
            pages += lay_out()
        except FaultError as error:
            faults.append((subject.id, error.fault))
    return Layout(tuple(pages), tuple(faults))
