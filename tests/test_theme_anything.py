"""Themes with anything in them: every one is read, or refused with its faults, and none raises."""

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planche.theme import Theme
from planche.theming import ThemeReading
from tests.theme_support import SHIPPED, reading_of


def sound_or_faulty(found: ThemeReading) -> None:
    faulty = any(each.severity == "error" for each in found.diagnostics)
    assert (found.theme is None) == faulty
    for each in found.diagnostics:
        each.line("da")
        each.line("en")


@given(st.data())
@settings(max_examples=60)
def test_mutated_themes_never_raise(data: st.DataObject) -> None:
    text = SHIPPED
    bits = ["", "  ", "\n", ":", ": ", "- ", "[", "]", "{", "}", "~", '"', "#", "-1", "9", "x", ","]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(st.sampled_from(bits)) + text[end:]
    sound_or_faulty(reading_of(text))


VALUES = st.recursive(
    st.none() | st.sampled_from(["x", "1", "-3", "nan", "1e9", "#123456", "regular", "true"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["screen", "press", "steps", "body", "a3", "face", "ink", "width"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)

PLACES = [
    *((name,) for name in Theme.model_fields),
    ("colours", "ink"),
    ("colours", "ink", "press"),
    ("colours", "team-deep", "screen"),
    ("faces", "bold"),
    ("roles", "body"),
    ("roles", "body", "measure"),
    ("formats", "a3"),
    ("formats", "a3", "steps"),
    ("formats", "a3", "steps", "body"),
    ("formats", "a3", "fields"),
    ("slide", "width"),
    ("proportions", "table", "heads"),
    ("proportions", "mosaic", "shapes"),
]


@given(st.lists(st.tuples(st.sampled_from(PLACES), VALUES), min_size=1, max_size=3))
@settings(max_examples=60)
@example([(("families",), ["x", "x"])])
@example([(("formats",), {"a3": {"steps": {"body": ["1", ["2"]]}}})])
def test_themes_with_anything_anywhere_never_raise(
    changes: list[tuple[tuple[str, ...], object]],
) -> None:
    data = yaml.safe_load(SHIPPED)
    for path, value in changes:
        node = data
        for key in path[:-1]:
            node = node.get(key) if isinstance(node, dict) else None
        if isinstance(node, dict):
            node[path[-1]] = value
    sound_or_faulty(reading_of(yaml.safe_dump(data, allow_unicode=True)))


@given(st.binary(max_size=200))
def test_bytes_never_raise(data: bytes) -> None:
    sound_or_faulty(reading_of(data))
