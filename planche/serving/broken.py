"""Templates and words that cannot be used, as a fault at its place: they are edited, too."""

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from pydantic import ValidationError
from yaml import MarkedYAMLError, YAMLError

from planche.diagnostics import Diagnostic, Fault, Place
from planche.pages.engine import RenderError
from planche.workshop import ROOT, TEMPLATES

BROKEN = (TemplateError, RenderError, YAMLError, ValidationError)
"""What using the files under `templates/` may raise."""


def broken(error: Exception) -> Diagnostic:
    """What is wrong with a template or a file of words."""
    return Diagnostic(_place(error), Fault("look-broken", {"why": _why(error)}))


def _place(error: Exception) -> Place:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Place(_name(Path(error.filename)), error.lineno)
    if isinstance(error, MarkedYAMLError) and error.problem_mark:
        mark = error.problem_mark
        return Place("templates/strings", mark.line + 1, mark.column + 1)
    # Jinja2 puts the template's own lines into the traceback.
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if TEMPLATES in Path(frame.filename).parents:
            return Place(_name(Path(frame.filename)), frame.lineno or 1)
    return Place("templates/strings" if isinstance(error, ValidationError) else "templates")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if ROOT in path.parents else path.as_posix()


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error).splitlines()[0]
