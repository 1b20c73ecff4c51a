"""The bare run for the deck: python-pptx with its own template, nothing fitted.

python deck.py FILE.pptx
"""

import json
import sys
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.util import Inches

TITLE_AND_TEXT, TITLE_ONLY = 1, 5
"""Layouts of the default template."""


def main() -> None:
    """A slide a plate: its title, and its lines as points or its cells as a table."""
    sheets = json.loads(Path(__file__).with_name("deck.json").read_text(encoding="utf-8"))
    presentation = Presentation()
    for sheet in sheets:
        layout = presentation.slide_layouts[TITLE_ONLY if sheet["cells"] else TITLE_AND_TEXT]
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = sheet["title"]
        if sheet["cells"]:
            _table(slide, sheet["cells"])
        else:
            _points(slide.placeholders[1].text_frame, sheet["lines"])
    presentation.save(sys.argv[1])


def _table(slide: Any, cells: list[list[str]]) -> None:
    size = Inches(0.5), Inches(1.5), Inches(9), Inches(5)
    table = slide.shapes.add_table(len(cells), len(cells[0]), *size).table
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text


def _points(frame: Any, lines: list[dict[str, Any]]) -> None:
    for number, line in enumerate(lines):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.text, paragraph.level = line["text"], line["level"]


if __name__ == "__main__":
    main()
