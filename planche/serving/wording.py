"""The words of the served pages, read from `templates/strings/serve/<language>.yaml`."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class Wording(BaseModel):
    """Every word of the preview; `{name}` are filled in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    preview: str
    gallery: str
    write: str
    write_this: str
    plate: str
    previous: str
    next: str
    switches: str
    margins: str
    grid: str
    fill: str
    shrink: str
    beside: str
    vision: str
    visions: dict[str, str]
    poster: str
    filled: str
    smallest: str
    shrunk: str
    slides: str
    slide: str
    approximation: str
    approximation_why: str
    builds: dict[str, str]
    faults_one: str
    faults_many: str
    faults_kept: str
    remarks_one: str
    remarks_many: str
    unfit: str
    waiting: str
    decimal: str
    """The decimal mark."""


def load_wording(folder: Path, language: str) -> Wording:
    """The words of a language (a BCP 47 tag) from the folder of strings; English if it has none."""
    path = folder / "serve" / f"{language.split('-')[0]}.yaml"
    if not path.exists():
        path = path.with_name("en.yaml")
    return Wording.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
