"""Which colours a finished slide shows: of its text, and of what lies under it.

Read from the file and its theme alone. What cannot be told is None.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from planche.deck.opened import NAMES, Opened
from planche.deck.shades import WHOLE, Shade
from planche.deck.xml import Element, qn

SLACK = 1_800
"""How far a text may reach beyond what it lies on, in EMU (0.05 mm): lengths are rounded."""

MODIFIERS = {"hueOff": 0, "satMod": WHOLE, "satOff": 0, "lumMod": WHOLE, "lumOff": 0}
"""What may be done to a colour here, and what does nothing, in the order of `Shade`."""


@dataclass(frozen=True)
class Rectangle:
    """Edges in EMU."""

    left: int
    top: int
    right: int
    bottom: int

    def holds(self, other: "Rectangle") -> bool:
        """Whether the other stands inside this one."""
        return (
            other.left >= self.left - SLACK
            and other.top >= self.top - SLACK
            and other.right <= self.right + SLACK
            and other.bottom <= self.bottom + SLACK
        )

    def meets(self, other: "Rectangle") -> bool:
        """Whether they overlap by more than what is rounded."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > SLACK and down > SLACK


@dataclass(frozen=True)
class Text:
    """The paragraphs of a shape or a cell, and the colour they lie on (RRGGBB)."""

    body: Element
    ground: str | None


class Slide:
    """A slide with its layout, master and theme."""

    def __init__(self, package: Opened, name: str) -> None:
        self.root = package.root(name)
        self._above = [self.root, *_roots(package, name, ("slideLayout", "slideMaster", "theme"))]

    @property
    def whole(self) -> bool:
        """Whether layout, master and theme are all there."""
        return len(self._above) == 4

    @cached_property
    def _scheme(self) -> Mapping[str, str]:
        """The theme's colours (RRGGBB) by the names that slides use."""
        *_, master, theme = self._above
        values = {
            each.tag.rsplit("}", 1)[-1]: each[0].get("lastClr") or each[0].get("val")
            for each in theme.find(".//a:clrScheme", NAMES)
        }
        mapped = master.find("p:clrMap", NAMES).attrib
        return {**values, **{name: values[own] for name, own in mapped.items()}}

    def colour(self, fill: Element | None) -> str | None:
        """The colour of a solid fill."""
        if fill is None or fill.tag != qn("a:solidFill") or len(fill) != 1:
            return None
        (colour,) = fill
        base = colour.get("val")
        if colour.tag == qn("a:schemeClr"):
            base = self._scheme.get(base)
        elif colour.tag != qn("a:srgbClr"):
            return None
        done = {each.tag.rsplit("}", 1)[-1]: int(each.get("val", 0)) for each in colour}
        if base is None or not set(done) <= set(MODIFIERS):
            return None
        red, green, blue = Shade(**_named({**MODIFIERS, **done})).of(base)
        return f"{red:02X}{green:02X}{blue:02X}"

    def texts(self) -> Iterator[Text]:
        """Every text of the slide with its ground."""
        for shape in self.root.iter(qn("p:sp")):
            body = shape.find("p:txBody", NAMES)
            if body is not None:
                yield Text(body, self._ground(shape))
        for frame in self.root.iter(qn("p:graphicFrame")):
            for cell in frame.iter(qn("a:tc")):
                yield Text(cell, self._ground_of_cell(frame, cell))

    def _ground(self, shape: Element) -> str | None:
        fill = _fill(shape)
        like = self._like(shape)
        if fill is None and like is not None:
            fill = _fill(like)
        if fill is not None and fill.tag != qn("a:noFill"):
            return self.colour(fill)
        box = _box(shape) or (_box(like) if like is not None else None)
        return self._under(shape, box) if box else None

    def _ground_of_cell(self, frame: Element, cell: Element) -> str | None:
        """None where the cell says nothing itself: then the table's style may fill it."""
        fill = cell.find("a:tcPr/a:solidFill", NAMES)
        if fill is not None:
            return self.colour(fill)
        box = _box(frame)
        bare = cell.find("a:tcPr/a:noFill", NAMES) is not None
        return self._under(frame, box) if bare and box else None

    def _like(self, shape: Element) -> Element | None:
        """The placeholder of the layout that a placeholder takes after."""
        spot = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMES)
        if spot is None:
            return None
        wanted = _key(spot)
        spots = self._above[1].iter(qn("p:ph"))
        found = next((each for each in spots if _key(each) == wanted), None)
        return found.getparent().getparent().getparent() if found is not None else None

    def _under(self, shape: Element, box: Rectangle) -> str | None:
        """The colour of the nearest rectangle under a box, else that of the slide itself.

        None where the nearest holds only a part of it.
        """
        for under in reversed(self._painted_before(shape)):
            place = _box(under)
            if place and place.holds(box):
                return self.colour(_fill(under))
            if place and place.meets(box):
                return None
        return self._background

    def _painted_before(self, shape: Element) -> list[Element]:
        """The filled rectangles of layout and slide that are drawn before a shape."""
        own = list(self.root.iter(qn("p:sp"), qn("p:graphicFrame")))
        shapes = [*self._above[1].iter(qn("p:sp")), *own[: own.index(shape)]]
        return [each for each in shapes if _is_painted(each)]

    @cached_property
    def _background(self) -> str | None:
        for root in self._above[:3]:
            fill = root.find("p:cSld/p:bg/p:bgPr/a:solidFill", NAMES)
            if fill is not None:
                return self.colour(fill)
        return None


def _roots(package: Opened, name: str, kinds: tuple[str, ...]) -> Iterator[Element]:
    """The parts that a slide takes after, one from the other, as far as they are there."""
    for kind in kinds:
        targets = [each for each in package.targets(name, kind) if each in package]
        if len(targets) != 1:
            return
        name = targets[0]
        yield package.root(name)


def _named(done: Mapping[str, int]) -> dict[str, int]:
    return {
        "hue_offset": done["hueOff"],
        "saturation": done["satMod"],
        "saturation_offset": done["satOff"],
        "luminance": done["lumMod"],
        "luminance_offset": done["lumOff"],
    }


def _fill(shape: Element) -> Element | None:
    found = shape.xpath("p:spPr/a:solidFill | p:spPr/a:noFill", namespaces=NAMES)
    return found[0] if found else None


def _is_painted(shape: Element) -> bool:
    fill = _fill(shape)
    is_rectangle = shape.find("p:spPr/a:prstGeom[@prst='rect']", NAMES) is not None
    is_spot = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMES) is not None
    return is_rectangle and not is_spot and fill is not None and fill.tag == qn("a:solidFill")


def _box(shape: Element) -> Rectangle | None:
    frame = shape.find("p:spPr/a:xfrm", NAMES)
    if frame is None:
        frame = shape.find("p:xfrm", NAMES)
    if frame is None:
        return None
    place, size = frame.find("a:off", NAMES), frame.find("a:ext", NAMES)
    x, y = int(place.get("x")), int(place.get("y"))
    return Rectangle(x, y, x + int(size.get("cx")), y + int(size.get("cy")))


def _key(spot: Element) -> tuple[str, str]:
    return spot.get("type", "obj"), spot.get("idx", "0")
