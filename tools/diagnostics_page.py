"""Writes `docs/diagnostics.md`, the reference of all messages, from the catalogue."""

import re
from pathlib import Path

from planche.catalogue import AREAS, Entry, Wording

PAGE = Path(__file__).parents[1] / "docs" / "diagnostics.md"

OPENING = """\
# Messages

Generated from `planche/catalogue` by `python -m tools.diagnostics_page`; do not edit by hand.

A message reads `file:line:column: error|warning CODE: what is wrong; what to write instead`.
An error stops the build; a warning stops it under `--strict`. Lines and columns count from 1.
All faults of a file are reported in one run, in its order; where the file cannot be read to its
end (a missing quotation mark, say), those after that place come in the next. In the wordings,
‹words› in such marks are filled in. `{known}` is the nearest word where there is one, else all.
"""


def page() -> str:
    """The whole page."""
    parts = [OPENING.replace("{known}", "‹known›")]
    for title, area in AREAS.items():
        parts.append(f"## {title}\n")
        parts += [_section(code, area[code]) for code in sorted(area)]
    return "\n".join(parts)


def _section(code: str, entry: Entry) -> str:
    language = "sh" if entry.example.startswith(("python ", "chmod ")) else "yaml"
    return (
        f"### {code}\n\n"
        f"{entry.severity.capitalize()}.\n\n"
        f"- English: {_shown(entry.en)}\n"
        f"- Danish: {_shown(entry.da)}\n\n"
        f"```{language}\n{entry.example}\n```\n"
    )


def _shown(wording: Wording) -> str:
    filled = re.sub(r"(?<!\{)\{(\w+)\}", r"‹\1›", f"{wording.message}; {wording.hint}")
    return re.sub(r"([*<_`])", r"\\\1", filled.replace("{{", "{").replace("}}", "}"))


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
