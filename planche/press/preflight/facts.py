"""What is in a PDF that a press cares about: typed facts with their places, and no verdict.

Places are boxes in millimetres from the top left corner of the page's trim.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from planche.geometry.parts import Box
from planche.press.preflight.matrix import Area
from planche.units import Mm, Pt, mm_to_pt, pt_to_mm

Kind: TypeAlias = Literal["cmyk", "gray", "rgb", "calibrated", "spot", "all", "pattern"]
"""What a colour is given in; `calibrated` is Lab and whatever has a profile of its own, but RGB."""

Inks: TypeAlias = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black in percent."""

WHITE = 0.5
"""Percent of ink that still counts as none."""

PAPER: Inks = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Paint:
    """A colour as the file gives it."""

    kind: Kind
    name: str
    """What a person calls the space: `DeviceRGB`, or the names of the spot colours."""
    inks: Inks | None = None
    """The inks, where the file says them."""
    indexed: bool = False
    """Whether its numbers are places in a table of colours, which is not looked into."""

    @property
    def white(self) -> bool:
        """Whether it leaves the paper bare."""
        return self.inks is not None and sum(self.inks) <= WHITE

    @property
    def several(self) -> bool:
        """Whether more than one ink makes it."""
        return self.inks is not None and sum(ink > WHITE for ink in self.inks) > 1

    @property
    def pure_black(self) -> bool:
        """Whether it is black ink alone, in full."""
        return self.inks is not None and self.inks[3] > 100 - WHITE and sum(self.inks[:3]) <= WHITE

    @property
    def rich_black(self) -> bool:
        """Whether it is nearly full black (at least 85 %) with other inks in it."""
        return self.inks is not None and self.inks[3] >= 85 and sum(self.inks[:3]) > WHITE


@dataclass(frozen=True)
class Use:
    """A colour as it is laid down: `text`, `fill`, `stroke`, `image` or `shading`."""

    paint: Paint
    what: str
    overprint: bool
    in_bleed: bool
    """Whether any of it lies within the bleed, and not only among the marks."""


@dataclass(frozen=True)
class Text:
    """A stretch of text in one size and colour."""

    place: Box
    text: str
    size: Pt
    paint: Paint
    overprint: bool
    font: str


@dataclass(frozen=True)
class Line:
    """A stroked path, or a filled one that is as thin as a line."""

    place: Box
    width: Pt
    paint: Paint
    filled: bool


@dataclass(frozen=True)
class Picture:
    """A picture and its resolution where it is coarser, across or down."""

    place: Box
    ppi: float
    bitmap: bool
    """Whether its dots are on or off (1 bit)."""


@dataclass(frozen=True)
class Effect:
    """Something of transparency: what, and whether it can be seen at all."""

    what: str
    visible: bool
    place: Box | None = None


@dataclass(frozen=True)
class Font:
    """A font that a page names."""

    name: str
    embedded: bool
    kind: str


@dataclass(frozen=True)
class Boxes:
    """The boxes of a page in points; None where the page does not state one."""

    media: Area
    crop: Area | None
    bleed: Area | None
    trim: Area | None
    art: Area | None
    scale: float = 1.0
    """UserUnit."""

    @property
    def sheet(self) -> Area:
        """The finished sheet: the trim, or what stands in for it (ISO 32000-2, 14.11.2)."""
        return self.trim or self.crop or self.media

    @property
    def reach(self) -> Area:
        """What the artwork may fill: the bleed, or what stands in for it."""
        return self.bleed or self.crop or self.media

    def place(self, area: Area) -> Box:
        """An area in millimetres from the trim's top left."""
        left, _, _, top = self.sheet
        return Box(
            pt_to_mm((area[0] - left) * self.scale),
            pt_to_mm((top - area[3]) * self.scale),
            pt_to_mm((area[2] - area[0]) * self.scale),
            pt_to_mm((area[3] - area[1]) * self.scale),
        )

    def area(self, place: Box) -> Area:
        """A place in points of the page: the other way round."""
        left, _, _, top = self.sheet
        return (
            left + mm_to_pt(place.x) / self.scale,
            top - mm_to_pt(place.bottom) / self.scale,
            left + mm_to_pt(place.right) / self.scale,
            top - mm_to_pt(place.y) / self.scale,
        )

    @property
    def trim_box(self) -> Box:
        """The trim as a place: it starts at 0, 0."""
        return self.place(self.sheet)

    @property
    def bleed_box(self) -> Box:
        """The bleed as a place."""
        return self.place(self.reach)


@dataclass
class PageFacts:
    """One page as its operators draw it."""

    number: int
    boxes: Boxes
    texts: list[Text] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    uses: dict[Use, Box] = field(default_factory=dict)
    """Each colour and way of use, with its first place."""
    effects: dict[Effect, None] = field(default_factory=dict)
    """Transparency, in order, each once."""
    fonts: dict[str, Font] = field(default_factory=dict)
    annotations: list[tuple[str, Box]] = field(default_factory=list)
    """Annotations that a press would have to know what to do with."""
    transfers: list[str] = field(default_factory=list)
    """Transfer functions, by the state that sets them."""


@dataclass(frozen=True)
class Intent:
    """An output intent of PDF/X."""

    condition: str
    registry: str
    profile_space: str | None
    """Colour space of the profile as its header says (`CMYK`); None without a profile."""


@dataclass(frozen=True)
class DocumentFacts:
    """What holds for the whole file."""

    pages: int
    version: str | None
    """GTS_PDFXVersion, such as `PDF/X-4`."""
    intents: tuple[Intent, ...]
    trapped: str | None
    identified: bool
    """Whether the trailer has an ID."""
    encrypted: bool
    actions: tuple[str, ...]
    attachments: tuple[str, ...]
    layers: tuple[str, ...]


@dataclass(frozen=True)
class Patch:
    """The heaviest spot of a page."""

    percent: float
    inks: Inks
    place: Box


@dataclass(frozen=True)
class Rim:
    """A stretch of the trim where the artwork stops short of the bleed."""

    side: Literal["top", "right", "bottom", "left"]
    reach: Mm
    """How far it reaches beyond the trim."""
    place: Box


@dataclass(frozen=True)
class Laid:
    """What rendering says of a page."""

    heaviest: Patch
    mean: float
    """Mean ink of the trimmed sheet, in percent."""
    channels: Inks
    """Mean of each ink."""
    rims: tuple[Rim, ...]
    grounds: tuple[float, ...]
    """Mean of cyan, magenta and yellow together under each text of the page, in its order;
    for texts that a rule asks about only, else 0."""
