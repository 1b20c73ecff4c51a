"""How colours and faces of the theme are named in a deck."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from planche.deck.shades import Shade, shade
from planche.deck.xml import Element, el
from planche.logo.mark import Logo
from planche.model import Aspect
from planche.strings import Strings
from planche.text.faces import Face
from planche.text.markup import Span
from planche.text.os2 import os2_of
from planche.text.shaping import Style
from planche.theme import SHADES, SlideFormat, Theme

ACCENTS = 6
"""Accents of a theme's colour scheme (ECMA-376-1, 20.1.6.2)."""

BODY_ROLE, TITLE_ROLE = "body", "question"
"""The roles whose faces are the theme's minor and major font."""

BULLET = "•"

SWISS, ROMAN = "34", "18"
"""Faces of varying width without and with serifs (ECMA-376-1, 21.1.2.3.7, `pitchFamily`)."""


@dataclass(frozen=True)
class BulletGlyph:
    """Where the ink of the bullet's glyph starts, and how wide it is, in em."""

    left: float
    diameter: float


USUAL_BULLET = BulletGlyph(0.1, 0.35)
"""Taken where a face has no bullet and the program shows another face's."""


@dataclass(frozen=True)
class Look:
    """Theme, faces and words of a deck."""

    theme: Theme
    faces: Mapping[str, Face]
    strings: Strings
    aspect: Aspect = "16:9"
    logo: Logo | None = None

    @property
    def grid(self) -> SlideFormat:
        """The slide's format."""
        return self.theme.slide_in(self.aspect)

    @property
    def language(self) -> str:
        """Language tag of every run."""
        return self.strings.slide_language

    @cached_property
    def _schemes(self) -> dict[str, str]:
        named = {"ink": "tx1", "paper": "bg1", "white": "bg1"}
        for number, family in enumerate(self.theme.families[:ACCENTS], start=1):
            named[f"{family}-deep"] = f"accent{number}"
        named[f"{self.theme.house}-tint"] = "bg2"
        return named

    def rgb(self, token: str) -> str:
        """A colour's screen value as RRGGBB."""
        return self.theme.colours[token].screen.lstrip("#")

    @cached_property
    def _shades(self) -> dict[str, tuple[str, Shade]]:
        """Accent and modifiers of what can be made from its family's accent."""
        found = {}
        for number, family in enumerate(self.theme.families[:ACCENTS], start=1):
            deep = self.rgb(f"{family}-deep")
            for token in (f"{family}-{name}" for name in SHADES):
                made = shade(deep, self.rgb(token))
                if made is not None:
                    found[token] = (f"accent{number}", made)
        return found

    def colour(self, token: str) -> Element:
        """A colour that follows the theme where it can.

        By its place in the scheme, or else as a shade of its family's accent.
        """
        scheme = self._schemes.get(token)
        if scheme:
            return el("a:schemeClr", val=scheme)
        if token in self._shades:
            accent, made = self._shades[token]
            return el("a:schemeClr", *made.elements(), val=accent)
        return el("a:srgbClr", val=self.rgb(token))

    def fill(self, token: str) -> Element:
        """A solid fill."""
        return el("a:solidFill", self.colour(token))

    @property
    def major(self) -> str:
        """Family of headings."""
        return self.face_of(TITLE_ROLE).family

    @property
    def minor(self) -> str:
        """Family of text."""
        return self.face_of(BODY_ROLE).family

    def face_of(self, role: str) -> Face:
        """The face of a role's plain text."""
        return self.faces[self.theme.roles[role].face]

    def face_in(self, role: str, face: str, span: Span) -> Face:
        """The face of a stretch of text whose plain text is set in `face`."""
        rules = self.theme.roles[role]
        return self.faces[Style(face, rules.strong, rules.emphasis).face(span)]

    def latin(self, face: Face) -> Element:
        """The typeface: the theme's own where it is that family's."""
        families = {self.major: "+mj-lt", self.minor: "+mn-lt"}
        if face.family in families:
            return el("a:latin", typeface=families[face.family])
        return self.typeface(face)

    def typeface(self, face: Face) -> Element:
        """A face by its family's name, with what tells a program which to take instead."""
        return el("a:latin", typeface=face.family, **self.stand_in(face))

    def stand_in(self, face: Face) -> dict[str, str]:
        """Panose, pitch and charset: a machine without the face looks for one like it."""
        os2 = os2_of(face)
        pitch = ROMAN if os2.has_serifs else SWISS
        panose = {"panose": os2.panose.hex().upper()} if any(os2.panose) else {}
        return {**panose, "pitchFamily": pitch, "charset": "0"}

    def natural_leading(self, role: str) -> float:
        """Leading of 100 %, in em: what a face asks for by itself."""
        face = self.face_of(role)
        return face.ascent + face.descent

    def bullet(self, face: Face) -> BulletGlyph:
        """Size and place of the bullet in a face."""
        glyph = face.font.get_nominal_glyph(ord(BULLET))
        if glyph is None:
            return USUAL_BULLET
        extents = face.font.get_glyph_extents(glyph)
        return BulletGlyph(extents.x_bearing / face.upem, extents.width / face.upem)
