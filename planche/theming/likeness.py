"""Whether the audiences' colours are told apart by those who see with two kinds of cones.

Signs and words tell audiences apart in any case, in grey as well; colour must not mislead.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from planche.source.tree import Findings, TextNode
from planche.theming.contrast import Pair, contrast, pairs
from planche.theming.sight import DEFICIENCIES, lab, seen, with_lightness

LEAST = 4.0
"""Least ΔE*ab (CIE 1976) between the deep colours of two families, seen with any deficiency:
about twice what is just seen side by side, since they hang apart."""

STEP = 0.25
"""Steps of L* in which a colour that passes is looked for."""

MOST_STEPS = 200
"""Steps of L* to either side; half of all lightness there is."""


@dataclass(frozen=True)
class Alike:
    """Two families that look too much alike: the deficiency and their distance."""

    one: str
    other: str
    deficiency: str
    distance: float


def check_likeness(
    families: Sequence[str], sound: Mapping[str, TextNode], findings: Findings
) -> None:
    """Note each family whose deep is too like that of one before it, and a colour that is not.

    `sound` gives the well-formed colours by their tokens; a family without its deep is left out.
    """
    colours = {token: node.text for token, node in sound.items()}
    deeps = {each: colours[f"{each}-deep"] for each in families if f"{each}-deep" in colours}
    alike = too_alike(deeps)
    for name in deeps:
        pairs_of_it = [each for each in alike if each.other == name]
        if pairs_of_it:
            worst = min(pairs_of_it, key=lambda each: each.distance)
            findings.add(
                sound[f"{name}-deep"],
                "theme-families-alike",
                token=f"{name}-deep",
                other=f"{worst.one}-deep",
                deficiency=worst.deficiency,
                found=f"{int(worst.distance * 100) / 100:.2f}",
                least=f"{LEAST:g}",
                known=told_apart(name, deeps, colours),
            )


def too_alike(deeps: Mapping[str, str]) -> tuple[Alike, ...]:
    """The pairs of families, by their deeps `#RRGGBB`, that lie closer than LEAST for someone."""
    return tuple(
        each
        for one, other in combinations(deeps, 2)
        for each in (_nearest_sight(one, other, deeps),)
        if each.distance < LEAST
    )


def _nearest_sight(one: str, other: str, deeps: Mapping[str, str]) -> Alike:
    """The deficiency with which two families look most alike."""
    return min(
        (
            Alike(one, other, name, seen(deeps[one], name).distance(seen(deeps[other], name)))
            for name in DEFICIENCIES
        ),
        key=lambda each: each.distance,
    )


def told_apart(name: str, deeps: Mapping[str, str], colours: Mapping[str, str]) -> str:
    """The colour nearest to a family's deep in lightness that is told apart from all others and
    as legible as text needs; where there is none, the other one that is told apart the best."""
    others = [colour for family, colour in deeps.items() if family != name]
    wanted = [each for each in pairs(name) if f"{name}-deep" in (each.text, each.ground)]
    best, furthest = deeps[name], 0.0
    for candidate in _neighbours(deeps[name]):
        trial = {**colours, f"{name}-deep": candidate}
        if not all(_legible(each, trial) for each in wanted):
            continue
        distance = min(
            seen(candidate, sight).distance(seen(other, sight))
            for sight in DEFICIENCIES
            for other in others
        )
        if distance >= LEAST:
            return candidate
        if distance > furthest:
            best, furthest = candidate, distance
    return best


def _neighbours(colour: str) -> Iterator[str]:
    """Colours of the same hue and chroma, the nearest in lightness first."""
    lightness = lab(colour).lightness
    for step in range(1, MOST_STEPS + 1):
        for moved in (lightness - step * STEP, lightness + step * STEP):
            found = with_lightness(colour, moved) if 0 <= moved <= 100 else None
            if found:
                yield found


def _legible(pair: Pair, colours: Mapping[str, str]) -> bool:
    if pair.text not in colours or pair.ground not in colours:
        return True
    return contrast(colours[pair.text], colours[pair.ground]) >= pair.least
