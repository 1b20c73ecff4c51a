"""The theme file: YAML in, a checked `Theme` out, or every fault with its place.

Text becomes a tree as the source does; then the tree a model, and what the model cannot say
by itself is checked on the tree: names, numbers, colours, type.
"""

from planche.theming.reading import ThemeReading, read_theme
from planche.theming.schema import theme_schema_text

__all__ = ["ThemeReading", "read_theme", "theme_schema_text"]
