"""Jinja2 as every template of ours is read: it escapes everything and knows no undefined name."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def new_environment(*folders: Path) -> Environment:
    """The templates of some folders, the first that has one; filters and names can be added."""
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
