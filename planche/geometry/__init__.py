"""Boxes in page units: where everything of a plate stands, decided once for both renderers."""
