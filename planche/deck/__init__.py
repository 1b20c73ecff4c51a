"""The deck: finished slide pages in, the bytes of a PowerPoint file out."""

from planche.deck.build import blank, deck
from planche.deck.check import Finding, check

__all__ = ["Finding", "blank", "check", "deck"]
