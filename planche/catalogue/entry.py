"""What the catalogue's tables are made of."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Wording:
    """A message and what to write instead; `{name}` are filled from the fault's values."""

    message: str
    hint: str


@dataclass(frozen=True)
class Entry:
    """One kind of fault: severity, both wordings, and a line of YAML that calls it forth."""

    severity: Literal["error", "warning"]
    da: Wording
    en: Wording
    example: str

    def wording(self, language: str) -> Wording:
        """The wording in Danish for `da` and its regions, else in English."""
        return self.da if language.split("-")[0] == "da" else self.en
