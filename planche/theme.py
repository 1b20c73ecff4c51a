"""The theme's model: tokens of colour, type and grid. Frozen, typed, no I/O."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator

from planche.model import Aspect
from planche.proportions import Proportions, Token
from planche.units import Mm, Pt

Percent: TypeAlias = Annotated[int, Field(ge=0, le=100)]

MOST_INK = 280
"""Most ink of any colour, in percent: 300 % of ISO Coated v2 less a margin for the press."""

SHADES = ("deep", "deep-2", "deep-3", "ghost", "tint", "tint-2", "tint-3")


class Colour(Token):
    """One colour as it is defined for screen and for press."""

    screen: Annotated[str, Field(pattern=r"^#[0-9A-F]{6}$")]
    """sRGB as #RRGGBB."""
    press: tuple[Percent, Percent, Percent, Percent]
    """Cyan, magenta, yellow and black in percent."""

    @model_validator(mode="after")
    def _within_ink_limit(self) -> "Colour":
        if sum(self.press) > MOST_INK:
            raise ValueError(f"{sum(self.press)} % of ink, at most {MOST_INK} %")
        return self


class Role(Token):
    """How one role of text is set, whatever its size."""

    face: str
    """Key of the face of plain text."""
    strong: str = "bold"
    """Key of the face of strong text."""
    emphasis: str = "italic"
    """Key of the face of emphasised text."""
    leading: Annotated[float, Field(ge=0.9, le=1.6)]
    """Distance of baselines as a multiple of the size."""
    goal: Literal["paragraph", "balanced"] = "paragraph"
    """Whether lines are filled or made alike."""
    on_grid: bool = False
    """Whether leading on paper is in whole millimetres, so that lines meet the baseline grid."""
    hyphenate: bool = False
    """Whether long words may be divided in posters."""
    measure: int | None = None
    """The widest line in characters."""


class LogoSlot(Token):
    """The place of the publisher's logo in the foot."""

    height: Mm
    """How high the logo is."""
    width: Mm
    """The widest it may be; a wider one becomes lower."""
    least: Mm
    """The lowest it may become: nobody could read it."""


class Grid(Token):
    """What a poster and a slide share: a page, its margins, and steps of size."""

    width: Mm
    """Width of the page in portrait, or of the slide."""
    height: Mm
    """Height of the page in portrait, or of the slide."""
    margin: Mm
    """White at left and right."""
    top: Mm
    """Distance of the first text from the top."""
    foot: Mm
    """Height of the strip at the bottom that belongs to the foot."""
    under_title: Mm
    """White between the title of a figure and the figure."""
    title_lines: int
    """Most lines of a figure's title."""
    rule_down: Mm
    """From the top of the foot's strip to its hairline."""
    text_down: Mm
    """From the foot's hairline to its text."""
    padding: Mm
    """Inner margin of cards and tiles."""
    gap: Mm
    """Distance of parts that belong to different things."""
    logo: LogoSlot
    """The place of the publisher's logo."""
    over_title: Mm
    """White between kicker and title in a field or a panel."""
    steps: dict[str, tuple[Pt, ...]]
    """Sizes each role may take, largest first."""


class PageFormat(Grid):
    """A size of paper, given in portrait."""

    ink: Literal["full", "little"]
    """Deep fields, or tinted ones for office printers."""
    edge: Annotated[Mm, Field(ge=0, le=40)]
    """White all round that nothing is printed on; 0 where colour may reach the edges."""
    sheets: Annotated[int, Field(ge=1, le=2)]
    """How many sheets a plate of text may run over."""
    baseline: Mm
    """Distance of the lines of the baseline grid."""
    leading_step: Mm
    """What leadings of roles on the grid are rounded to."""
    under_title_in_field: Mm
    """Colour under the title in a field."""
    cards_from: Pt
    """Examples stand on cards if body keeps this size, else plain sub-points are tried first."""
    fields: tuple[Mm, ...]
    """Heights the colour field may take, the same over the series."""
    high_fields: tuple[Mm, ...]
    """Heights the field may take besides where there is little text."""


class SlideFormat(Grid):
    """The slide."""

    panel: Mm
    """Width of the colour panel at the left."""
    column: Mm
    """Width of the column of points."""
    lines: int
    """Most lines of text a slide may hold."""


class HandoutFormat(Token):
    """The page of a handout."""

    width: Mm
    """Width of the page."""
    height: Mm
    """Height of the page."""
    margin: Mm
    """White at left and right."""
    head: Mm
    """Distance of the deck's title from the top."""
    top: Mm
    """Distance of the first slide from the top."""
    foot: Mm
    """Height of the strip at the bottom that belongs to the foot."""
    rule_down: Mm
    """From the top of the foot's strip to its hairline."""
    text_down: Mm
    """From the foot's hairline to its text."""
    rows: int
    """Slides on a page."""
    picture: Mm
    """Width of a slide."""
    frame: Mm
    """Thickness of the line round it."""
    gap: Mm
    """Between slide and words, and under a row that is higher than its share."""
    between: Mm
    """Between paragraphs."""
    indent: Mm
    """From a point's disc to its text."""
    title: Pt
    """Size of titles."""
    text: Pt
    """Size of words."""
    small: Pt
    """Size of the foot."""


class PieceFormat(Token):
    """Posters in pieces: what stands round a piece on its sheet."""

    overlap: Mm
    """What neighbours share, to be glued."""
    mark: Mm
    """Length of a line to cut by."""
    mark_off: Mm
    """Its distance from the piece."""
    mark_line: Mm
    """Its thickness."""
    gap: Mm
    """Between marks and words, and between words and scheme."""
    name: Mm
    """Width of the column with the sheet's name."""
    between: Mm
    """Between the steps of putting the sheets together."""
    scheme: Mm
    """Width of the small picture of the whole."""
    scheme_white: Mm
    """Between the sheets in it."""


class Theme(Token):
    """A whole theme."""

    name: str
    """Its name."""
    faces: dict[str, str]
    """File of each face, in assets/fonts, by key."""
    colours: dict[str, Colour]
    """Every colour by its token."""
    families: tuple[str, ...]
    """Names of the colour families an audience can wear."""
    house: str
    """The family of plates without an audience."""
    output_condition: str = "FOGRA39"
    """The printing condition that the press definitions of the colours are made for."""
    roles: dict[str, Role]
    """How each role of text is set."""
    formats: dict[str, PageFormat]
    """The sizes of paper by name."""
    slide: SlideFormat
    """The slide of a deck in 16:9."""
    tall_slide: SlideFormat
    """The slide of a deck in 4:3: as wide as the other, and taller."""
    handout: HandoutFormat
    """The page of a handout."""
    pieces: PieceFormat
    """The sheets of a poster in pieces; they are of the format a4."""
    proportions: Proportions
    """How parts are sized against each other."""

    def slide_in(self, aspect: Aspect) -> SlideFormat:
        """The slide of a deck with some proportion of sides."""
        return self.slide if aspect == "16:9" else self.tall_slide

    def in_full_ink(self, paper: str) -> "Theme":
        """The theme with a format of paper as a print house prints it: colour to the edges."""
        grid = self.formats[paper].model_copy(update={"ink": "full", "edge": 0.0})
        return self.model_copy(update={"formats": {**self.formats, paper: grid}})

    @model_validator(mode="after")
    def _complete(self) -> "Theme":
        wanted = {f"{family}-{shade}" for family in self.families for shade in SHADES}
        missing = sorted(wanted - set(self.colours))
        unknown = {r.face for r in self.roles.values()} - set(self.faces)
        if self.house not in self.families:
            raise ValueError(f"house: {self.house} is no family")
        if missing or unknown:
            raise ValueError(f"missing: {', '.join([*missing, *sorted(unknown)])}")
        return self
