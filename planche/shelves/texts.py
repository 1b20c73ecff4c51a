"""The plates in words alone, a page and a plain text each: quickly made, so at every build."""

from planche.manifest import Made
from planche.shelves.making import Making, Order
from planche.texts.html import FOLDER, Style, page_html, stem
from planche.texts.lines import plain_text
from planche.texts.reader import Reader
from planche.workshop import TEMPLATES, Job


def make_texts(order: Order, job: Job) -> Making:
    """The text edition of every plate that is ordered."""
    reader = Reader(job.plate_set, job.strings)
    style = style_of(job, "text")
    stems = {name: stem(told) for name, told in reader.plates.items()}
    made = []
    for name, told in reader.plates.items():
        if order.only is not None and name not in order.only:
            continue
        page = page_html(told, reader, style, lambda plate: f"{stems[plate]}.html")
        for ending, text in (("html", page), ("txt", plain_text(told, reader))):
            path = f"{FOLDER}/{stems[name]}.{ending}"
            made.append(Made(path, "text", (name,), 1, text.encode("utf-8")))
    return made, []


def style_of(job: Job, templates: str) -> Style:
    """What pages of text look like, made from the templates in a folder of theirs."""
    theme = job.kit.theme
    return Style(TEMPLATES / templates, theme, job.kit.faces[theme.roles["body"].face])
