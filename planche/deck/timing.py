"""One point at a time: what appears on a slide at which click.

Only "appear" is used (ECMA-376-1, 19.5): nothing moves, so that nobody is disturbed by it.
What stands on a slide from the start is not in the list of clicks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from planche.deck.xml import Element, el

APPEAR = 1
"""`presetID` of the entrance "Appear", as PowerPoint writes it."""

SINGLE_GROUP = 0
"""`grpId` of effects: a shape is built in one way, so that it has one group of effects."""


@dataclass(frozen=True)
class Target:
    """What appears: a shape by its id, or one of its paragraphs, counted from 0."""

    shape: int
    paragraph: int | None = None


@dataclass(frozen=True)
class Click:
    """What appears together at a click: the first at the click itself, the others with it."""

    targets: tuple[Target, ...]


def timing(clicks: Sequence[Click]) -> Element:
    """The element `p:timing` of a slide with at least one click."""
    ids = count(1)
    root, sequence = next(ids), next(ids)
    steps = [_click(click, ids) for click in clicks]
    main = el(
        "p:seq",
        _node(el("p:childTnLst", *steps), id=sequence, dur="indefinite", nodeType="mainSeq"),
        el("p:prevCondLst", _of_slide("onPrev")),
        el("p:nextCondLst", _of_slide("onNext")),
        concurrent=True,
        nextAc="seek",
    )
    whole = _node(
        el("p:childTnLst", main), id=root, dur="indefinite", restart="never", nodeType="tmRoot"
    )
    return el("p:timing", el("p:tnLst", el("p:par", whole)), _builds(clicks))


def add_timing(slide: Element, clicks: Sequence[Click]) -> None:
    """Puts the timing in its place in `p:sld`: after the mapping of colours, before extensions."""
    if not clicks:
        return
    made = timing(clicks)
    following = slide.find(el("p:extLst").tag)
    if following is None:
        slide.append(made)
    else:
        following.addprevious(made)


def _click(click: Click, ids: Iterator[int]) -> Element:
    """A click waits without end, then what it calls happens at once."""
    outer, inner = next(ids), next(ids)
    kinds = ["clickEffect", *["withEffect"] * (len(click.targets) - 1)]
    effects = [
        _effect(target, kind, ids) for target, kind in zip(click.targets, kinds, strict=True)
    ]
    together = _par(effects, "0", id=inner, fill="hold")
    return _par([together], "indefinite", id=outer, fill="hold")


def _effect(target: Target, kind: str, ids: Iterator[int]) -> Element:
    own, behaviour = next(ids), next(ids)
    return _par(
        [_shown(target, behaviour)],
        "0",
        id=own,
        presetID=APPEAR,
        presetClass="entr",
        presetSubtype=0,
        fill="hold",
        grpId=SINGLE_GROUP,
        nodeType=kind,
    )


def _shown(target: Target, number: int) -> Element:
    """Sets what is aimed at visible."""
    node = el("p:cTn", _start("0"), id=number, dur=1, fill="hold")
    attribute = el("p:attrNameLst", el("p:attrName", "style.visibility"))
    aim = el("p:tgtEl", _aim(target))
    visible = el("p:to", el("p:strVal", val="visible"))
    return el("p:set", el("p:cBhvr", node, aim, attribute), visible)


def _aim(target: Target) -> Element:
    if target.paragraph is None:
        return el("p:spTgt", spid=target.shape)
    one = el("p:pRg", st=target.paragraph, end=target.paragraph)
    return el("p:spTgt", el("p:txEl", one), spid=target.shape)


def _par(children: Iterable[Element], delay: str, **attributes: object) -> Element:
    return el("p:par", _node(_start(delay), el("p:childTnLst", *children), **attributes))


def _node(*children: Element, **attributes: object) -> Element:
    return el("p:cTn", *children, **attributes)


def _start(delay: str) -> Element:
    return el("p:stCondLst", el("p:cond", delay=delay))


def _of_slide(event: str) -> Element:
    return el("p:cond", el("p:tgtEl", el("p:sldTgt")), evt=event, delay=0)


def _builds(clicks: Sequence[Click]) -> Element:
    """How each shape is built, once: by paragraph, or as a whole with its background."""
    targets = [target for click in clicks for target in click.targets]
    by_paragraph = {target.shape: target.paragraph is not None for target in targets}
    return el(
        "p:bldLst",
        *(
            el("p:bldP", spid=shape, grpId=SINGLE_GROUP, build="p", bldLvl=LEVELS)
            if paragraphs
            else el("p:bldP", spid=shape, grpId=SINGLE_GROUP, animBg=True)
            for shape, paragraphs in by_paragraph.items()
        ),
    )


LEVELS = 2
"""Points and their points are separate steps; a build by the first level would join them."""
