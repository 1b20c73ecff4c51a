"""Rules about what is printed: colours, text, lines, pictures, fonts, transparency."""

from collections.abc import Callable, Iterable, Iterator

from planche.geometry.parts import Box
from planche.press.preflight.coverage import HAIR
from planche.press.preflight.expected import Expected
from planche.press.preflight.facts import Laid, Line, PageFacts, Picture, Text, Use
from planche.press.preflight.judging_sheet import quoted
from planche.press.preflight.report import Finding, Value, Values
from planche.press.preflight.rules import limit

Found = Iterator[Finding]

ROUNDING = 0.005
"""Points by which a size or width may be below a limit: files round them."""

ON_COLOUR = 10.0
"""Percent of cyan, magenta and yellow together under a text from which it lies on a colour."""


def rgb(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Nothing is given in red, green and blue."""
    return _spaces("rgb", page, lambda use: use.paint.kind == "rgb")


def calibrated_colour(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Nothing is given in Lab or by a profile of its own."""
    return _spaces("calibrated-colour", page, lambda use: use.paint.kind == "calibrated")


def spot_colour(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """There are no inks but the four."""
    return _spaces("spot-colour", page, lambda use: use.paint.kind == "spot")


def registration_colour(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """The colour of the marks is on no artwork."""
    return _spaces(
        "registration-colour", page, lambda use: use.paint.kind == "all" and use.in_bleed
    )


def _spaces(slug: str, page: PageFacts, wrong: Callable[[Use], bool]) -> Found:
    """One finding a colour space and way of use."""
    named: dict[tuple[str, str], Box] = {}
    for use, place in page.uses.items():
        if wrong(use):
            named.setdefault((use.paint.name, use.what), place)
    for (name, what), place in named.items():
        yield Finding(slug, page.number, place, {"found": name, "what": what})


def ink_coverage(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """No spot takes more ink than paper and press can."""
    patch = laid.heaviest
    if patch.percent > expected.most_ink_percent + HAIR:
        values: Values = {
            "found": round(patch.percent),
            "limit": expected.most_ink_percent,
            "inks": patch.inks,
        }
        yield Finding("ink-coverage", page.number, patch.place, values)


def white_overprint(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """White never overprints: it would vanish."""
    for use, place in page.uses.items():
        if use.overprint and use.paint.white:
            yield Finding("white-overprint", page.number, place, {"what": use.what})


def small_text(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """No text is smaller than can be read and printed."""
    small = limit("small-text")
    return _texts("small-text", page, (text for text in page.texts if text.size < small - ROUNDING))


def small_coloured_text(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Small text is in one ink, and not left white in a colour: plates never meet exactly."""
    small, least = limit("small-coloured-text"), limit("small-text")
    return _texts(
        "small-coloured-text",
        page,
        (
            text
            for text, ground in zip(page.texts, laid.grounds, strict=True)
            if least - ROUNDING <= text.size < small - ROUNDING
            and (text.paint.several or (text.paint.white and ground >= ON_COLOUR))
        ),
    )


def rich_black_text(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Small black text is of black ink alone."""
    small = limit("rich-black-text")
    return _texts(
        "rich-black-text",
        page,
        (text for text in page.texts if text.size < small - ROUNDING and text.paint.rich_black),
    )


def black_knocks_out(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Small black text on a colour overprints it."""
    small = limit("black-knocks-out")
    return _texts(
        "black-knocks-out",
        page,
        (
            text
            for text, ground in zip(page.texts, laid.grounds, strict=True)
            if text.size < small - ROUNDING
            and text.paint.pure_black
            and not text.overprint
            and ground >= ON_COLOUR
        ),
    )


def _texts(slug: str, page: PageFacts, texts: Iterable[Text]) -> Found:
    """A finding a text on the sheet, the smallest first."""
    sheet = page.boxes.bleed_box
    for text in sorted(texts, key=lambda each: each.size):
        if not sheet.meets(text.place):
            continue
        values: dict[str, Value] = {
            "text": quoted(text.text),
            "found": round(text.size, 2),
            "limit": limit(slug),
        }
        if text.paint.inks is not None:
            values["inks"] = text.paint.inks
        yield Finding(slug, page.number, text.place, values)


def needs_ground(text: Text) -> bool:
    """Whether a rule asks what a text lies on."""
    return (text.paint.white and text.size < limit("small-coloured-text")) or (
        text.paint.pure_black and text.size < limit("black-knocks-out") and not text.overprint
    )


def hairline(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """No line is thinner than holds on paper, be it stroked or a thin filled shape."""
    least, sheet = limit("hairline"), page.boxes.bleed_box
    thin = [each for each in page.lines if each.width < least - ROUNDING and touches(sheet, each)]
    for line in sorted(thin, key=lambda each: each.width):
        values = {
            "found": round(line.width, 3),
            "limit": least,
            "what": "fill" if line.filled else "stroke",
        }
        yield Finding("hairline", page.number, line.place, values)


def touches(sheet: Box, line: Line) -> bool:
    """Whether a line lies on the sheet; its box may have no width at all."""
    place = line.place
    return (
        place.x < sheet.right
        and place.right > sheet.x
        and place.y < sheet.bottom
        and place.bottom > sheet.y
    )


def coarse_picture(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """No picture is so coarse that its dots show."""
    return _pictures("coarse-picture", page, False, 0)


def soft_picture(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Pictures are as fine as the screen of the press can show."""
    return _pictures("soft-picture", page, False, limit("coarse-picture"))


def coarse_bitmap(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """No line art is so coarse that its steps show."""
    return _pictures("coarse-bitmap", page, True, 0)


def soft_bitmap(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Line art is as fine as the plate can hold."""
    return _pictures("soft-bitmap", page, True, limit("coarse-bitmap"))


def _pictures(slug: str, page: PageFacts, bitmap: bool, least: float) -> Found:
    """Pictures of a kind from a least resolution up to that of the rule, the coarsest first."""

    def wrong(picture: Picture) -> bool:
        return picture.bitmap == bitmap and least <= round(picture.ppi) < limit(slug)

    for picture in sorted(filter(wrong, page.pictures), key=lambda each: each.ppi):
        values = {"found": round(picture.ppi), "limit": limit(slug)}
        yield Finding(slug, page.number, picture.place, values)


def font_embedded(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Every font is in the file."""
    return _fonts("font-embedded", page, [f.name for f in page.fonts.values() if not f.embedded])


def font_type3(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Fonts are outlines, not drawings or dots."""
    return _fonts("font-type3", page, [f.name for f in page.fonts.values() if f.kind == "Type3"])


def font_courier(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """There is no Courier, which mostly stands in for a font that was missing."""
    named = [font.name for font in page.fonts.values() if "Courier" in font.name]
    return _fonts("font-courier", page, named)


def _fonts(slug: str, page: PageFacts, names: Iterable[str]) -> Found:
    for name in names:
        place = next((text.place for text in page.texts if text.font == name), None)
        yield Finding(slug, page.number, place, {"found": name})


def transparency(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Nothing is see-through."""
    for effect in page.effects:
        if effect.visible:
            yield Finding("transparency", page.number, effect.place, {"found": effect.what})


def transparency_group(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """There are no groups that would have to be flattened."""
    for effect in page.effects:
        if not effect.visible:
            yield Finding("transparency-group", page.number, effect.place, {"found": effect.what})


def transfer_function(page: PageFacts, laid: Laid, expected: Expected) -> Found:
    """Tones are as they are given."""
    for name in dict.fromkeys(page.transfers):
        yield Finding("transfer-function", page.number, values={"found": name})
