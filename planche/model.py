"""The checked model of a plate set: frozen, typed, no I/O.

Each class states the shape of one part of the YAML source; the JSON Schema and the
validation both come from here. Text is kept as the editor typed it: inline markup and
typography are the text package's.
"""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, Tag

from planche.fields import ID_PATTERN, LOGO_PATTERN, Id, Name, Part, PlateNames, Text, whole_number
from planche.print_run import PrintRun

SIGNS = ("square", "disc", "triangle", "diamond", "half-disc", "three-discs")
Sign: TypeAlias = Literal["square", "disc", "triangle", "diamond", "half-disc", "three-discs"]

QuestionNumber: TypeAlias = Annotated[
    int, BeforeValidator(whole_number, json_schema_input_type=int), Field(ge=1, le=99)
]
"""The number of a question."""


class SetInfo(Part):
    """What holds for the whole set."""

    title: Name
    """Name of the series; stands on the cover and in every foot."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    """Language of the text as a BCP 47 tag, for example `da`."""
    subtitle: Text | None = None
    """A line under the title on the cover."""
    publisher: Name | None = None
    """Who publishes the set; the wordmark in every foot."""
    edition: Text | None = None
    """Which edition this is, as printed in every foot; the only date that is ever shown."""
    address: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    """Where the set will stand on the web; links between single files lead there."""
    contact: Text | None = None
    """Whom to ask about the set."""
    accessibility_statement: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    """The organisation's official accessibility statement."""
    logo: Annotated[str, Field(pattern=LOGO_PATTERN)] | None = None
    """Name of the publisher's logo, an SVG or PNG file in assets/logo or beside this one; stands in
    every foot instead of the publisher's name."""
    theme: Annotated[str, Field(pattern=ID_PATTERN)] = "default"
    """Name of the theme: `default` is templates/theme.yaml, NAME is templates/theme-NAME.yaml."""


class Audience(Part):
    """One of the groups of readers a plate speaks to."""

    id: Id
    """What plates name it by."""
    name: Text
    """The word that stands by its sign."""
    sign: Sign
    """The sign that tells the audience apart without colour."""
    colour: Annotated[str, Field(pattern=ID_PATTERN)]
    """Name of a colour family of the theme."""


class Point(Part):
    """A point, perhaps with points of its own (two levels, no more)."""

    text: Text
    """What the point says."""
    points: tuple[Text, ...] = ()
    """Examples or sub-points."""


def _point_from_text(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


AnyPoint: TypeAlias = Annotated[
    Point, BeforeValidator(_point_from_text, json_schema_input_type=Text | Point)
]


class Step(Part):
    """One step of a ladder."""

    name: Text
    """What the step is called."""
    nickname: Text | None = None
    """Another name for it, printed with the name."""
    people: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Who stands on the step."""


class PlateBase(Part):
    """What every plate may have."""

    kind: ClassVar[str]
    id: Id | None = None
    """What links, file names and `--only` call the plate; made from its kind when left out."""
    audience: Id | None = None
    """Id of the audience it speaks to."""
    notes: Text | None = None
    """What the presenter says; stands in the deck's notes before the text of the plate."""

    @property
    def number(self) -> int | None:
        """The question's number, where the plate belongs to a question."""
        return None

    @property
    def heading(self) -> str:
        """The plate's title."""
        return str(getattr(self, self.kind))


class Cover(PlateBase):
    """The front of the set."""

    kind = "cover"
    cover: Text
    """The title on the cover."""
    text: Text | None = None
    """A line that says what the set is for."""


class Foreword(PlateBase):
    """A foreword in paragraphs."""

    kind = "foreword"
    foreword: Text
    """The heading."""
    paragraphs: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The text, a paragraph an entry."""
    signature: tuple[Text, ...] = ()
    """Place, date and who signs, a line an entry."""


class Contents(PlateBase):
    """The list of plates; its entries are made from them."""

    kind = "contents"
    contents: Text
    """The heading."""


class Question(PlateBase):
    """A question and its answer."""

    kind = "question"
    question: QuestionNumber
    """The question's number, which readers and links know it by."""
    title: Text
    """The question itself."""
    points: Annotated[tuple[AnyPoint, ...], Field(min_length=1)]
    """The answer in points."""

    @property
    def number(self) -> int | None:
        """The question's number."""
        return self.question

    @property
    def heading(self) -> str:
        """The question itself."""
        return self.title


class Figure(PlateBase):
    """A plate that is a figure: it says in words what is to be seen."""

    alt: Text | None = None
    """What the figure shows, for those who do not see it; made from its content if left out."""


class Table(Figure):
    """A table of comparison with a row of heads and a column of heads."""

    kind = "table"
    table: Text
    """The heading."""
    columns: Annotated[tuple[Text, ...], Field(min_length=2, max_length=6)]
    """The column heads, that of the row heads first."""
    rows: Annotated[tuple[tuple[Text, ...], ...], Field(min_length=1)]
    """The rows, each with its head first and as many cells as there are columns."""


class Ladder(Figure):
    """Steps that rise, with the people who stand on them."""

    kind = "ladder"
    ladder: Text
    """The heading."""
    steps: Annotated[tuple[Step, ...], Field(min_length=2, max_length=8)]
    """The steps, the lowest first."""


class Mosaic(Figure):
    """Tiles of different length, packed."""

    kind = "mosaic"
    mosaic: Text
    """The heading."""
    tiles: Annotated[tuple[Text, ...], Field(min_length=2)]
    """The tiles in reading order."""


class Statements(Figure):
    """A few sentences of equal weight that belong to a question, drawn as discs."""

    kind = "statements"
    statements: QuestionNumber
    """Number of the question they belong to."""
    title: Text
    """The heading."""
    sentences: Annotated[tuple[Text, ...], Field(min_length=2, max_length=4)]
    """The statements in reading order."""

    @property
    def number(self) -> int | None:
        """Number of the question they belong to."""
        return self.statements

    @property
    def heading(self) -> str:
        """The heading."""
        return self.title


KINDS: dict[str, type[PlateBase]] = {
    plate.kind: plate
    for plate in (Cover, Foreword, Contents, Question, Table, Ladder, Mosaic, Statements)
}
"""Every kind of plate by its kind key, in the order the documentation lists them."""


def kind_of(value: Any) -> str | None:
    """The kind key of a plate, or None where there is not exactly one."""
    if isinstance(value, PlateBase):
        return value.kind
    found = [key for key in KINDS if isinstance(value, dict) and key in value]
    return found[0] if len(found) == 1 else None


Plate: TypeAlias = Annotated[
    Annotated[Cover, Tag("cover")]
    | Annotated[Foreword, Tag("foreword")]
    | Annotated[Contents, Tag("contents")]
    | Annotated[Question, Tag("question")]
    | Annotated[Table, Tag("table")]
    | Annotated[Ladder, Tag("ladder")]
    | Annotated[Mosaic, Tag("mosaic")]
    | Annotated[Statements, Tag("statements")],
    Discriminator(kind_of),
]
"""A plate of any kind; its kind key tells which."""


Aspect: TypeAlias = Literal["16:9", "4:3"]
"""Proportion of a slide's sides."""


class Deck(Part):
    """A selection of plates as a deck of its own; a deck of everything is always made."""

    name: Id
    """What its files are called, after the set's title."""
    title: Name | None = None
    """What the deck is called; stands on its cover instead of the set's subtitle."""
    plates: PlateNames
    """Its plates in their order: ids, ranges (`q6-q9`), `audience:ID`, or `all`."""
    aspect: Aspect = "16:9"
    """Proportion of its slides: 16:9, or 4:3 for older projectors."""
    speaker: Text | None = None
    """Who presents it; stands on its cover."""
    date: Text | None = None
    """When it is presented, as it stands on its cover."""
    build: Literal["points"] | None = None
    """`points`: one point at a time appears at a click; otherwise a slide is there at once."""


class Correction(Part):
    """One difference between the source text and what is printed."""

    plate: Id
    """Id of the plate it stands on."""
    source: str
    """The words of the source, at most eight; empty where words were added."""
    print: str
    """The words that are printed instead, at most eight; empty where words were left out."""
    why: Text
    """The reason."""


class OpenQuestion(Part):
    """Something an editor must decide; `check` prints it."""

    plate: Id
    """Id of the plate it is about."""
    text: Text
    """The question."""


def default_ids(plates: tuple[PlateBase, ...]) -> tuple[str, ...]:
    """The id of each plate: its own `id`, else one made from its kind.

    Cover, foreword and contents are called by their kind, a question `q5`, statements
    `statements-9`, figures by kind and count (`table-1`).
    """
    counts: dict[str, int] = {}
    ids = []
    for plate in plates:
        counts[plate.kind] = counts.get(plate.kind, 0) + 1
        ids.append(plate.id or _made_id(plate, counts[plate.kind]))
    return tuple(ids)


def _made_id(plate: PlateBase, count: int) -> str:
    if plate.kind == "question":
        return f"q{plate.number}"
    if plate.kind in ("cover", "foreword", "contents"):
        return plate.kind if count == 1 else f"{plate.kind}-{count}"
    return f"{plate.kind}-{plate.number or count}"


class PlateSet(Part):
    """A whole plate set."""

    set: SetInfo
    """What holds for the whole set."""
    audiences: tuple[Audience, ...] = ()
    """The groups of readers, in the order they are listed on the contents plate."""
    plates: Annotated[tuple[Plate, ...], Field(min_length=1)]
    """The plates in print order."""
    decks: tuple[Deck, ...] = ()
    """Selections of plates that become decks of their own."""
    print_runs: tuple[PrintRun, ...] = ()
    """What is ordered from a print house."""
    corrections: tuple[Correction, ...] = ()
    """Every difference between the source text and print."""
    open_questions: tuple[OpenQuestion, ...] = ()
    """What an editor must decide."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each plate, in order."""
        return default_ids(self.plates)

    def with_ids(self) -> Iterator[tuple[str, PlateBase]]:
        """Each plate with its id, in order."""
        return zip(self.ids, self.plates, strict=True)

    def audience(self, plate: PlateBase) -> Audience | None:
        """The audience a plate speaks to, or None."""
        return next((each for each in self.audiences if each.id == plate.audience), None)
