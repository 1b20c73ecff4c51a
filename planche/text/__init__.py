"""Text: inline markup, typography, shaping and fitting."""
