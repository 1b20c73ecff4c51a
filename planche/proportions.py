"""Proportions: how the parts of a plate are sized against each other, as the theme has them.

Lengths are millimetres; everything else is a share of what its line names.
"""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from planche.units import Mm

Share: TypeAlias = Annotated[float, Field(ge=0, le=4)]
Lines: TypeAlias = Annotated[int, Field(ge=1, le=12)]
SomeShares: TypeAlias = Annotated[tuple[Share, ...], Field(min_length=1)]


class Token(BaseModel):
    """What all parts of a theme share: frozen, and unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class TitleProportions(Token):
    """Titles in a field or a panel, and over figures."""

    lines: Lines
    """Most lines of a title in a field."""
    panel_lines: Lines
    """Most lines of a title in a slide's panel."""
    panel_side: Mm
    """White right of the title in a panel."""
    under_kicker: Share
    """White between kicker and title of a figure, against the size of the kicker."""
    least_for_breaks: Share
    """How much of its size a title on paper keeps where it breaks better at a smaller one."""
    least_on_slides: Share
    """The same on a slide."""


class NumberProportions(Token):
    """The giant numbers."""

    digit: Share
    """Height of a number of one digit against its field's."""
    pair: Share
    """Height of a number of two digits, likewise."""
    panel: Share
    """Height of a number against a slide's panel."""
    cut: Share
    """Share of its width that the edge cuts off."""
    sunk: Share
    """Share of its height that stands under the field's lower edge, cut off."""


class ListProportions(Token):
    """Points, their bullets and cards."""

    indent: Share
    """From a bullet's left edge to its text, in em."""
    bullet: Share
    """Radius of a point's bullet, in em."""
    small_bullet: Share
    """Radius of a sub-point's bullet, in em."""
    bar: Share
    """Width of a card's bar against its padding."""
    card_down: Share
    """Padding over and under a card's text against that at its sides."""


class QuestionProportions(Token):
    """How question plates are fitted."""

    series_share: Share
    """The series' body size is the largest that this share of the plates can take."""
    steps_up: Annotated[int, Field(ge=0, le=6)]
    """How many steps a plate with little text may go beyond the series' body size."""
    least_fill: Share
    """A text area emptier than this looks unfinished."""
    most_fill: Share
    """White at the bottom, so that a full plate does not stand on its foot."""
    high_below: Share
    """A plate that cannot be filled to this share takes a higher field than the series'."""
    tightest: Share
    """The least gap between points, in lines of body."""
    preferred: Share
    """The gap that is aimed at, likewise."""
    widest: Share
    """The largest gap, likewise: stretching is no way to fill a plate."""
    least_example: Share
    """Size of examples against body: smaller ones fall apart into another text."""
    most_lead: Share
    """Size of the lead against examples, likewise."""
    lead_lines: Lines
    """Most lines of a lead: a longer first sentence is a point like the others."""


class SlideProportions(Token):
    """Points on slides."""

    tightest: Share
    """The least gap between points, in lines of body."""
    widest: Share
    """The largest gap, likewise."""
    stretch: Share
    """How much higher than its text a row of a table may become."""
    top: Share
    """Where points begin, in top margins."""
    series: Share
    """Share of the foot's hairline that the series' name may take."""
    number: Mm
    """Width kept free for the slide's number."""
    band: Share
    """Height of a colour band across the top, against the slide."""
    band_title: Share
    """Width of the title in it, against the slide."""
    columns: Lines
    """Columns of the contents."""


class TableProportions(Token):
    """Tables of comparison."""

    heads: SomeShares
    """Widths tried for the column of row heads, against the first column of cells."""
    widenings: SomeShares
    """How much wider each column may be than the one before, against the first."""
    side: Share
    """Padding at the sides of a cell against that of cards."""
    down: Share
    """Least padding over and under a cell's text, likewise."""
    stretch: Share
    """How much higher than its text a row may become."""


class LadderProportions(Token):
    """Ladders."""

    title_lines: Lines
    """Most lines of the title."""
    title_spans: SomeShares
    """Widths tried for the title, against all steps."""
    clearance: Share
    """White between the title and the steps under it, in paddings."""
    padding: Share
    """Padding inside a step against that of cards: long words need the width."""
    number: Share
    """Height of a step's number against the page's."""
    rises: SomeShares
    """How much higher each step is than the one before, against the page: tried in order."""
    least_rise: Share
    """A staircase flatter than this gives up size of type first."""
    grow: Share
    """Share of the room to spare by which all steps are raised."""
    person_gap: Share
    """White over and under the hairline between people, in paddings of the step."""


class MosaicShape(Token):
    """A way to set a mosaic."""

    landscape: bool
    """Whether the page lies."""
    columns: Lines
    """How many columns it has."""


class MosaicProportions(Token):
    """Mosaics."""

    shapes: Annotated[tuple[MosaicShape, ...], Field(min_length=1)]
    """Settings on paper, tried in order at each size."""
    slide_columns: Lines
    """Columns on a slide."""
    padding: Share
    """Padding inside a tile against that of cards."""
    gap: Share
    """White between tiles, in paddings of cards."""
    stretch: Share
    """How much higher than its text a tile may become."""


class StatementProportions(Token):
    """Statements on discs."""

    title_width: Share
    """Width of the title against the page's."""
    under_title: Share
    """White between title and discs, in margins of the page."""
    overlap: Share
    """Share of a disc's diameter that the next one covers."""
    inner: Share
    """How far text may go towards its disc's edge."""
    outer: Share
    """How near text may come to a disc that lies over its own."""
    shift: Share
    """How far text moves away from a disc over its own, against their distance."""
    widths: SomeShares
    """Widths tried for a text, in radii: what reads as a block comes first."""


class ContentsProportions(Token):
    """The contents."""

    side: Share
    """Width of the column of audiences against the text's."""
    number: Share
    """Width of the column of numbers, in em of the entries."""
    tightest: Share
    """The least gap between entries, in lines."""
    widest: Share
    """The largest gap, likewise."""
    low_fields: SomeShares
    """Heights tried for the field, against the lowest one of the series."""
    on_slides: Share
    """The largest gap on a slide, in lines."""


class ForewordProportions(Token):
    """The foreword."""

    width: Share
    """Share of the text's width that paragraphs use: without bullets they want more white."""
    top: Share
    """White over the first paragraph, in gaps of the format."""
    tightest: Share
    """The least gap between paragraphs, in lines of body."""
    widest: Share
    """The largest gap, likewise."""
    most_lead: Share
    """Size of the first paragraph against the others'."""


class CoverProportions(Token):
    """The cover."""

    title_lines: Lines
    """Most lines of the title."""
    top: Share
    """Where the title begins on paper, in top margins."""
    slide_top: Share
    """The same on a slide."""
    room: Share
    """Share of the page's height that the title may take."""
    gap: Share
    """White between title and subtitle, in top margins."""
    subtitle: Share
    """Width of the subtitle against the text's."""
    text: Share
    """Width of the line at the bottom, likewise."""
    picture: Share
    """Width of the picture against the page's: the edge cuts it off."""


class FootProportions(Token):
    """The foot."""

    rule: Mm
    """Thickness of its hairline."""
    gap: Mm
    """Least white between its parts."""
    lines: Lines
    """Most lines of the series' name."""
    position_at: Share
    """Where the plate's position stands if the series leaves it free, against the width."""
    pitch: Share
    """Distance of the signs, in sizes of the foot's text."""
    sign: Share
    """Size of a sign, likewise."""
    clear: Share
    """White beside the logo, against its height."""
    plaque: Share
    """White round it on a deep colour, likewise, where there is no logo for such grounds."""
    code: Share
    """Side of the QR code against the room from the hairline to the paper's edge."""


class KickerProportions(Token):
    """The line over the title."""

    sign: Share
    """Size of the sign against the text's."""
    indent: Share
    """From the sign's left edge to the text, in sizes of the sign."""


class Proportions(Token):
    """All proportions of a theme."""

    hairline: Mm
    """Thickness of the lines in tables and ladders."""
    title: TitleProportions
    """Titles."""
    number: NumberProportions
    """Giant numbers."""
    list: ListProportions
    """Points and cards."""
    question: QuestionProportions
    """Question plates on paper."""
    slide: SlideProportions
    """Slides."""
    table: TableProportions
    """Tables."""
    ladder: LadderProportions
    """Ladders."""
    mosaic: MosaicProportions
    """Mosaics."""
    statements: StatementProportions
    """Statements."""
    contents: ContentsProportions
    """Contents."""
    foreword: ForewordProportions
    """Forewords."""
    cover: CoverProportions
    """Covers."""
    foot: FootProportions
    """Feet."""
    kicker: KickerProportions
    """Kickers."""
