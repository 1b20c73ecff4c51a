"""The templates of the served pages."""

from functools import lru_cache

from jinja2 import Environment

from planche.templating import new_environment
from planche.workshop import TEMPLATES

FOLDER = TEMPLATES / "serve"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, each compiled once until it changes."""
    return new_environment(FOLDER)
