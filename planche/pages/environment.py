"""The page templates, and how they write lengths and the runs of a line."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment

from planche.geometry.parts import Fragment, Line, TextBox
from planche.templating import new_environment
from planche.text.shaping import HYPHEN
from planche.units import Mm

SOFT_HYPHEN = "\u00ad"
HYPHEN_MINUS = "-"


@lru_cache(maxsize=8)
def environment(folder: Path) -> Environment:
    """The templates of a folder."""
    made = new_environment(folder)
    made.filters["mm"] = millimetres
    made.globals["runs"] = runs
    made.globals["indent"] = indent
    return made


def millimetres(length: Mm) -> str:
    """A length as CSS writes it, to the micrometre."""
    return f"{length:.3f}mm"


def indent(text: TextBox, line: Line) -> Mm:
    """How far a line starts from the left edge of its box."""
    room = text.box.width - line.width
    return {"left": 0.0, "center": room / 2, "right": room}[text.align]


def runs(line: Line) -> tuple[Fragment, ...]:
    """The fragments as they are set.

    Only the hyphen that divides a word at the line's end stays U+2010, which the finished
    PDF gives the meaning of a soft hyphen; one that is part of a word becomes the ordinary
    hyphen, which looks the same. A soft hyphen inside a line is never seen: it is left out.
    A link ends before the space at the line's end, or its underline would hang over.
    """
    last = line.fragments[-1]
    tail = HYPHEN if line.hyphen else ""
    text = last.text.removesuffix(tail)
    shown = [*line.fragments[:-1], replace(last, text=text)]
    shown = [replace(each, text=_plain_hyphens(each.text)) for each in shown]
    last = shown.pop()
    words = last.text.rstrip(" ")
    space = last.text[len(words) :]
    if last.link and space:
        return (*shown, replace(last, text=words), Fragment(space, last.face))
    return (*shown, replace(last, text=last.text + tail))


def _plain_hyphens(text: str) -> str:
    return text.replace(HYPHEN, HYPHEN_MINUS).replace(SOFT_HYPHEN, "")
