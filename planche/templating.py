"""Jinja2 as every template of ours is read: it escapes everything and knows no undefined name."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def new_environment(folder: Path) -> Environment:
    """The templates of a folder, to which filters and names can be added."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
