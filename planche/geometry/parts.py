"""The vocabulary of a finished layout: boxes, lines of text and shapes in page units.

Both renderers draw from these and decide nothing. Lengths are millimetres from the
page's top left corner, sizes and leadings points.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, Protocol, TypeAlias

from planche.contours import Contour
from planche.logo.ink import LogoColour
from planche.model import Sign
from planche.text.markup import Rich
from planche.units import Mm, Pt, pt_to_mm

Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: Mm
    y: Mm
    width: Mm
    height: Mm

    @property
    def right(self) -> Mm:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> Mm:
        """Its lower edge."""
        return self.y + self.height

    def inset(self, by: Mm) -> "Box":
        """The rectangle with its edges moved inwards."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def meets(self, other: "Box") -> bool:
        """Whether the two overlap by more than a hair (0.01 mm)."""
        hair = 0.01
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > hair and down > hair

    def holds(self, other: "Box", tolerance: Mm = 0.01) -> bool:
        """Whether the other stands inside this one."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )


def union(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle round some boxes (at least one)."""
    every = list(boxes)
    x = min(box.x for box in every)
    y = min(box.y for box in every)
    return Box(x, y, max(b.right for b in every) - x, max(b.bottom for b in every) - y)


@dataclass(frozen=True)
class Fragment:
    """A stretch of a line in one face; `link` and `lang` as in `Span`."""

    text: str
    face: str
    sub: bool = False
    link: str | None = None
    lang: str | None = None


@dataclass(frozen=True)
class Line:
    """One line of text; the space that follows it belongs to its last fragment."""

    fragments: tuple[Fragment, ...]
    width: Mm
    hyphen: bool = False

    @property
    def text(self) -> str:
        """What is read on the line, without the hyphen that divides a word."""
        return "".join(fragment.text for fragment in self.fragments)


@dataclass(frozen=True)
class TextBox:
    """A text in its place: every line decided.

    `spans` is the same text unbroken, for renderers that break it themselves; `face` is
    the one of plain text. `colour` and `ground` are tokens: the text's and what it lies on.
    """

    role: str
    box: Box
    size: Pt
    leading: Pt
    face: str
    colour: str
    ground: str
    lines: tuple[Line, ...]
    spans: Rich
    align: Align = "left"

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(span.text for span in self.spans)

    @property
    def line_height(self) -> Mm:
        """Distance of its baselines."""
        return pt_to_mm(self.leading)


def moved(text: TextBox, down: Mm) -> TextBox:
    """The same text further down."""
    return replace(text, box=replace(text.box, y=text.box.y + down))


@dataclass(frozen=True)
class Area:
    """A rectangle of one colour."""

    box: Box
    fill: str


@dataclass(frozen=True)
class Disc:
    """A disc of one colour."""

    x: Mm
    y: Mm
    radius: Mm
    fill: str

    @property
    def box(self) -> Box:
        """The square round it."""
        return Box(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)


@dataclass(frozen=True)
class Outline:
    """Glyphs drawn as a picture, cropped to `clip`; never read aloud."""

    contours: tuple[Contour, ...]
    clip: Box
    fill: str


@dataclass(frozen=True)
class SignMark:
    """An audience's sign; `solid` when it is the current one, else drawn as an outline."""

    sign: Sign
    box: Box
    colour: str
    solid: bool = True


@dataclass(frozen=True)
class Picture:
    """A picture that somebody gives under a name, with what it shows in words."""

    box: Box
    name: str
    alt: str


@dataclass(frozen=True)
class LogoShape:
    """An area of a logo: contours that meet no others; holes run the other way round."""

    contours: tuple[Contour, ...]
    colour: LogoColour


@dataclass(frozen=True)
class LogoMark:
    """A logo in its place: shapes in the order they are drawn, or a picture as PNG.

    `alt` is what it says: whose it is.
    """

    box: Box
    shapes: tuple[LogoShape, ...]
    png: bytes | None
    alt: str


@dataclass(frozen=True)
class Kicker:
    """The line over the title: sign and words."""

    mark: SignMark | None
    text: TextBox


@dataclass(frozen=True)
class Foot:
    """The strip at the bottom of a page."""

    rule: Area
    texts: tuple[TextBox, ...]
    marks: tuple[SignMark, ...]
    plaque: Area | None = None
    """What the logo lies on where its colours would not show on the ground."""
    logo: LogoMark | None = None
    code: tuple[Area, ...] = ()
    """The QR code that leads to the plate's page, where the set has an address."""


class Body(Protocol):
    """What stands between a page's head and its foot; a class for each kind of plate."""

    def texts(self) -> Iterator[TextBox]:
        """Its texts in the order they are read, which is the order they are drawn in."""
        ...


@dataclass(frozen=True)
class Page:
    """One page of a plate, ready to be drawn.

    `title_text` is what the page is called where it must have a name of its own
    (a slide's title), `fill` the share of its text area that is filled,
    `bar` the edge of a field that is pale.
    """

    plate: str
    kind: str
    part: int
    parts: int
    width: Mm
    height: Mm
    ground: str
    family: str
    field: Area | None
    number: Outline | None
    kicker: Kicker | None
    title: TextBox
    body: Body
    foot: Foot
    fill: float
    bar: Area | None = None

    def texts(self) -> Iterator[TextBox]:
        """All texts in reading order."""
        if self.kicker:
            yield self.kicker.text
        yield self.title
        yield from self.body.texts()
        yield from self.foot.texts

    def sizes(self) -> dict[str, Pt]:
        """The size each role came out at."""
        return {text.role: text.size for text in self.texts()}
