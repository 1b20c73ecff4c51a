"""The deck: finished slide pages in, the bytes of a PowerPoint file out."""

from planche.deck.build import blank, deck

__all__ = ["blank", "deck"]
