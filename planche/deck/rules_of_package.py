"""Rules about the package: parts, relations, types, masters, sections."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from posixpath import splitext
from typing import TypeAlias

from planche.deck.opened import MAIN, NAMES, Opened
from planche.geometry.parts import Page
from planche.text.markup import LANGUAGE_TAG

Found: TypeAlias = Iterator[tuple[str, str]]
"""Part and what was found in it."""

DEFAULT_SECTIONS = (
    "Default Section",
    "Untitled Section",
    "Standardsektion",
    "Ikke-navngivet sektion",
    "Standardabschnitt",
    "Abschnitt ohne Titel",
)
"""What PowerPoint calls a section that nobody has named, in English, Danish and German."""

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
"""A date as core properties have it (W3CDTF, to the second)."""


def layouts(package: Opened, pages: Sequence[Page]) -> Found:
    """Every slide has one layout and one page of notes."""
    for slide in package.slides:
        for kind in ("slideLayout", "notesSlide"):
            found = len(package.targets(slide, kind))
            if found != 1:
                yield slide, f"{found} relations to a {kind}"


def sections(package: Opened, pages: Sequence[Page]) -> Found:
    """The sections hold every slide once, in order, and are named by what is in them."""
    root = package.root(MAIN)
    slides = root.xpath("p:sldIdLst/p:sldId/@id", namespaces=NAMES)
    listed = root.xpath(".//p14:sectionLst//p14:sldId/@id", namespaces=NAMES)
    if slides != listed:
        yield MAIN, "the sections do not hold every slide once, in order"
    ids = root.xpath(".//p14:section/@id", namespaces=NAMES)
    if len(ids) != len(set(ids)):
        yield MAIN, "two sections have the same id"
    for name in root.xpath(".//p14:section/@name", namespaces=NAMES):
        if not name.strip() or name in DEFAULT_SECTIONS:
            yield MAIN, f"{name!r} says nothing of what is in the section"


def masters(package: Opened, pages: Sequence[Page]) -> Found:
    """Masters are listed, with ids of their own."""
    root = package.root(MAIN)
    if root.find("p:notesMasterIdLst/p:notesMasterId", NAMES) is None:
        yield MAIN, "the master of the notes is not listed"
    ids = root.xpath("p:sldMasterIdLst/p:sldMasterId/@id", namespaces=NAMES)
    for master in package.targets(MAIN, "slideMaster"):
        if master in package:
            path = "p:sldLayoutIdLst/p:sldLayoutId/@id"
            ids += package.root(master).xpath(path, namespaces=NAMES)
    if len(ids) != len(set(ids)):
        yield MAIN, "masters and layouts share an id"


def relations(package: Opened, pages: Sequence[Page]) -> Found:
    """Every relation leads somewhere, and every one used is there."""
    for name in ("", *package.parts):
        for relation in package.relations(name):
            if not relation.external and relation.target not in package:
                yield (
                    name or "the package",
                    f"{relation.id} leads to {relation.target}, which is missing",
                )
    for name in package.parts:
        if not name.endswith(".xml"):
            continue
        known = {relation.id for relation in package.relations(name)}
        used = set(package.root(name).xpath("//@r:id | //@r:embed | //@r:link", namespaces=NAMES))
        if used - known:
            yield name, f"uses relations that it does not have: {sorted(used - known)}"


def orphans(package: Opened, pages: Sequence[Page]) -> Found:
    """Every part can be reached."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for relation in package.relations(waiting.pop()):
            if not relation.external and relation.target not in reached:
                reached.add(relation.target)
                waiting.append(relation.target)
    for name in package.parts:
        if name not in reached:
            yield name, "nothing leads to this part"


def types(package: Opened, pages: Sequence[Page]) -> Found:
    """The type of every part is given."""
    said = list(package.types())
    defaults = {name for kind, name, _ in said if kind == "Default"}
    overrides = [name for kind, name, _ in said if kind == "Override"]
    for name, times in Counter(overrides).items():
        if name not in package or times > 1:
            yield name, "its type is given, but it is missing or given twice"
    for name in package.parts:
        own_type = name.endswith(".xml")  # the default for .xml says nothing of what it is
        if name not in overrides and (own_type or splitext(name)[1].lstrip(".") not in defaults):
            yield name, "its type is not given"


def properties(package: Opened, pages: Sequence[Page]) -> Found:
    """The file says its title and its language, and its dates are dates."""
    parts = [name for name in package.targets("", "core-properties") if name in package]
    if len(parts) != 1:
        yield "the package", f"{len(parts)} parts with the file's properties"
    for name in parts:
        said = {each.tag.rsplit("}", 1)[-1]: each.text or "" for each in package.root(name)}
        if not said.get("title", "").strip():
            yield name, "the file has no title"
        if not re.fullmatch(LANGUAGE_TAG, said.get("language", "")):
            yield name, f"{said.get('language')!r} is no language"
        for key in ("created", "modified"):
            if not _is_moment(said.get(key, "")):
                yield name, f"{said.get(key)!r} is no date"


def _is_moment(text: str) -> bool:
    if not MOMENT.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
