"""The layouts: one for each shape of slide, and one for questions in every family's colour.

A layout shows what the slides of its kind have in common (ground, panel, hairline), so a
slide added by hand looks like the others, and the built ones need not draw it again.
"""

from planche.deck.look import Look
from planche.deck.template import on_deep, on_paper
from planche.deck.template.layout import Layout

OWN = ("cover", "foreword", "contents", "table", "statements")
"""Kinds of plate with a layout of their own name."""


def layouts(look: Look) -> tuple[Layout, ...]:
    """Every layout, in the order the program lists them."""
    return (
        on_deep.cover(look),
        on_deep.section(look),
        on_paper.text(look),
        on_paper.contents(look),
        *(on_paper.question(look, family) for family in look.theme.families),
        on_paper.points(look),
        on_paper.examples(look),
        on_paper.table(look),
        on_paper.figure(look),
        on_deep.statements(look),
        on_deep.closing(look),
        on_paper.blank(look),
    )


def key_for(kind: str, family: str) -> str:
    """The layout for a kind of plate in a family."""
    if kind == "question":
        return f"question-{family}"
    return kind if kind in OWN else "figure"
