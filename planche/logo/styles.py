"""What an element of an SVG looks like: attributes, style sheet and style attribute together.

As far as a logo needs it (SVG 1.1, chapters 6 and 11). Raises LogoError for a sheet that is
more than rules with plain selectors.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import cssselect2
import tinycss2
from lxml.etree import _Element as Element

from planche.logo.fault import LogoError

Style: TypeAlias = Mapping[str, str]
"""Properties by name, their values as they are written."""

SVG = "{http://www.w3.org/2000/svg}"

INHERITED: dict[str, str] = {
    "fill": "black",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-opacity": "1",
    "stroke-dasharray": "none",
    "visibility": "visible",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
    "data-press": "",
}
"""What an element takes from the one around it, and what holds if none says anything."""

OWN: dict[str, str] = {
    "display": "inline",
    "opacity": "1",
    "clip-path": "none",
    "mask": "none",
    "filter": "none",
    "mix-blend-mode": "normal",
    "vector-effect": "none",
}
"""What is an element's alone."""


class Sheet:
    """The rules of all `style` elements of a file."""

    def __init__(self, root: Element) -> None:
        self._matcher = cssselect2.Matcher()
        for element in root.iter(f"{SVG}style"):
            self._add("".join(element.itertext()), element.sourceline or 1)
        wrapped = cssselect2.ElementWrapper.from_xml_root(root).iter_subtree()
        self._wrapped = {each.etree_element: each for each in wrapped}

    def _add(self, css: str, line: int) -> None:
        for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
            if rule.type != "qualified-rule":
                raise LogoError("logo-cannot-be-drawn", what=_shown(rule), line=line)
            declared = list(_declarations(rule.content))
            try:
                selectors = cssselect2.compile_selector_list(rule.prelude)
            except cssselect2.SelectorError:
                what = tinycss2.serialize(rule.prelude).strip()
                raise LogoError("logo-cannot-be-drawn", what=what, line=line) from None
            for selector in selectors:
                self._matcher.add_selector(selector, declared)

    def style(self, element: Element, around: Style) -> Style:
        """All properties of an element that stands in another with a style."""
        found = {**INHERITED, **{key: around[key] for key in INHERITED if key in around}, **OWN}
        found |= {key: str(value) for key, value in element.attrib.items() if key in found}
        late: dict[str, str] = {}
        for *_, pseudo, declared in self._matcher.match(self._wrapped[element]):
            if pseudo is None:  # else it is said of a part of the element, as its first line
                _apply(declared, found, late)
        _apply(list(_declarations(element.get("style", ""))), found, late)
        settled = {key: value.strip() for key, value in {**found, **late}.items()}
        outside = {**INHERITED, **OWN, **around}
        return {
            key: outside[key] if value == "inherit" else value for key, value in settled.items()
        }


def _apply(declared: list[Any], found: dict[str, str], late: dict[str, str]) -> None:
    """Sets what is declared; what is `!important` waits to the end."""
    for name, value, important in declared:
        if name in found:
            (late if important else found)[name] = value


def _declarations(css: Any) -> Iterator[tuple[str, str, bool]]:
    for each in tinycss2.parse_blocks_contents(css, skip_comments=True, skip_whitespace=True):
        if each.type == "declaration":
            yield each.lower_name, tinycss2.serialize(each.value).strip(), each.important


def _shown(rule: Any) -> str:
    return f"@{rule.at_keyword}" if rule.type == "at-rule" else "<style>"
