"""What the layouts ask of a theme by name: roles, colours, formats, sizes."""

from planche.theme import SHADES

ROLES = (
    "question",
    "figure-title",
    "statement",
    "lead",
    "body",
    "example",
    "column",
    "column-middle",
    "column-light",
    "row-head",
    "cell",
    "tile",
    "step",
    "nickname",
    "person",
    "group",
    "entry",
    "entry-number",
    "signature",
    "cover-title",
    "cover-text",
    "number",
    "kicker",
    "foot",
    "foot-strong",
)
"""The roles of text that plates are made of."""

DRAWN = frozenset({"number"})
"""Roles drawn as outlines, as large as their place: they have no steps of size."""

SIZED = tuple(role for role in ROLES if role not in DRAWN)
"""The roles that need steps of size in every format."""

COLOURS = ("ink", "paper", "white", "accent")
"""The colours that belong to no family."""

FORMATS = ("a3", "a4", "a3-office")
"""The sizes of paper that posters are made in."""

LEAST_STEPS = {("slide", "question"): 2}
"""How many sizes a role needs where one is not enough: the master's titles take the second."""

NOT_LARGER = (("signature", "body"), ("group", "entry"), ("row-head", "cell"))
"""Roles whose smallest size may not be larger than that of another they stand beside."""

FACES = ("regular", "bold", "italic")
"""Keys that faces usually have; a theme may choose its own."""


def tokens(family: str) -> tuple[str, ...]:
    """The colours a family must have."""
    return tuple(f"{family}-{shade}" for shade in SHADES)
