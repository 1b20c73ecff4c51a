"""Writes the frozen inputs of the bare runs: the words of the shipped set, as plain as can be.

    python -m benchmarks.freeze_baseline

`baseline/posters.html` has one A3 page a plate, a simple style sheet and our typeface;
`baseline/deck.json` has one slide a plate: title, lines with their level, a table's rows. Both
stand in git, so that figures of one year compare with those of the next; run this only where
the comparison itself is to begin anew, and say so in README.md.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from typing import TypeAlias

from planche.deck.notes import INDENT, POINT, text_of
from planche.model import Contents, PlateBase, PlateSet, Table
from planche.text.markup import plain, rich
from planche.workshop import DEFAULT_SOURCE, prepare

BASELINE = Path(__file__).resolve().parent / "baseline"
FONTS = "../../assets/fonts/SchibstedGrotesk"
FACES = {400: "Regular", 700: "Bold", 800: "ExtraBold"}

WIDE = ("table", "ladder", "mosaic", "statements")
"""Kinds of plate that stand on landscape pages."""

Cells: TypeAlias = tuple[tuple[str, ...], ...]

STYLE = """\
@page { size: A3; margin: 22mm }
@page wide { size: A3 landscape; margin: 22mm }
body { font: 24pt/1.25 Schibsted; margin: 0 }
section { break-after: page }
section.wide { page: wide; font-size: 18pt }
h1 { font-size: 54pt; font-weight: 800; line-height: 1.05; margin: 0 0 12mm }
section.wide h1 { font-size: 40pt; margin-bottom: 6mm }
li { margin-bottom: 3mm }
ul ul { font-size: 20pt; list-style: disc }
section.wide ul ul { font-size: 15pt }
td { border-top: 0.3mm solid; padding: 2mm; vertical-align: top }
tr:first-child, td:first-child { font-weight: 700 }
"""


@dataclass(frozen=True)
class Line:
    """A line of a slide, and how deep it stands."""

    text: str
    level: int = 0


@dataclass(frozen=True)
class Sheet:
    """The words of a plate; `cells` are a table's."""

    id: str
    title: str
    wide: bool
    lines: tuple[Line, ...]
    cells: Cells = ()


def main() -> None:
    """Write both files."""
    job = prepare(DEFAULT_SOURCE, DEFAULT_SOURCE.name, None).job
    assert job, "the shipped set does not pass its own checks"
    sheets = list(_sheets(job.plate_set))
    BASELINE.mkdir(exist_ok=True)
    (BASELINE / "posters.html").write_text(_html(job.plate_set, sheets), encoding="utf-8")
    slides = json.dumps([asdict(each) for each in sheets], ensure_ascii=False, indent=1)
    (BASELINE / "deck.json").write_text(slides + "\n", encoding="utf-8")


def _sheets(plate_set: PlateSet) -> Iterator[Sheet]:
    def say(text: str) -> str:
        return plain(rich(text, plate_set.set.language, {}))

    for id_, plate in plate_set.with_ids():
        number = f"{plate.number}  " if plate.kind == "question" else ""
        title = number + say(plate.heading)
        wide = plate.kind in WIDE
        if isinstance(plate, Table):
            cells = tuple(tuple(map(say, row)) for row in (plate.columns, *plate.rows))
            yield Sheet(id_, title, wide, (), cells)
        elif isinstance(plate, Contents):
            entries = (f"{each.number}  {say(each.heading)}" for each in _questions(plate_set))
            yield Sheet(id_, title, wide, tuple(map(Line, entries)))
        else:
            yield Sheet(id_, title, wide, tuple(map(_line, text_of(plate, plate_set.set.language))))


def _questions(plate_set: PlateSet) -> list[PlateBase]:
    return [each for each in plate_set.plates if each.kind == "question"]


def _line(text: str) -> Line:
    level = 1 if text.startswith(INDENT) else 0
    return Line(text.strip().removeprefix(POINT), level)


def _html(plate_set: PlateSet, sheets: list[Sheet]) -> str:
    fonts = "".join(
        f"@font-face {{ font-family: Schibsted; font-weight: {weight}; "
        f"src: url({FONTS}-{face}.ttf) }}\n"
        for weight, face in FACES.items()
    )
    info = plate_set.set
    head = f"<title>{escape(info.title)}</title>\n<style>\n{fonts}{STYLE}</style>"
    body = "".join(map(_section, sheets))
    return f'<!doctype html>\n<html lang="{info.language}"><meta charset="utf-8">{head}\n{body}'


def _section(sheet: Sheet) -> str:
    inside = _table(sheet.cells) if sheet.cells else _list(sheet.lines)
    wide = ' class="wide"' if sheet.wide else ""
    return f"<section{wide}>\n<h1>{escape(sheet.title)}</h1>\n{inside}</section>\n"


def _table(cells: Cells) -> str:
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in cells)
    return f"<table>\n{''.join(f'<tr>{row}</tr>' + chr(10) for row in rows)}</table>\n"


def _list(lines: tuple[Line, ...]) -> str:
    """A list in a list where lines stand deeper."""
    found, level = ["<ul>"], 0
    for line in lines:
        found += ["<ul>"] * (line.level - level) + ["</ul>"] * (level - line.level)
        found.append(f"<li>{escape(line.text)}</li>")
        level = line.level
    return "\n".join([*found, *["</ul>"] * level, "</ul>", ""])


if __name__ == "__main__":
    main()
