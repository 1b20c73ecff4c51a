"""The editor's sheet of a set: made with every build, since it hangs on the source alone."""

from planche.editorial.html import sheet_html
from planche.editorial.sheet import sheet
from planche.editorial.wording import load_sheet_words
from planche.manifest import Made
from planche.pages.look import Look
from planche.shelves.making import Making
from planche.workshop import TEMPLATES, Job

PATH = "editor.html"


def make_editor_sheet(job: Job) -> Making:
    """The sheet; nothing of it can fail a proof."""
    info = job.plate_set.set
    words = load_sheet_words(TEMPLATES / "strings" / "editor", info.language)
    look = Look(job.kit.theme, job.kit.faces, TEMPLATES)
    data = sheet_html(sheet(job), info, look, words)
    return [Made(PATH, "editor", job.plate_set.ids, 1, data)], []
