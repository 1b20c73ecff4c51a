"""Posters: finished layouts in, accessible PDF out. Nothing is measured or decided here."""
