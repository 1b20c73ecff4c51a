"""How wide letters are in Arial, which a machine without our typeface shows slides in.

The advance widths of Liberation Sans 2, which was drawn to have Arial's; of upright and italic
the wider one. Kerning is left out: not every program kerns.
"""

from planche.text.faces import Face

UPEM = 2048

REGULAR: dict[int, str] = {
    342: "⁄∕",
    384: "′",
    391: "'",
    455: "ijlįĵĺļłſ‘’‚",
    532: "|¦",
    569: " !,./:;I[\\]ft\u00a0·ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧț",
    597: "ľ",
    662: "ℓ",
    682: "()-`r¡¨\u00ad²³´¸¹ŕŗřˆˇˉ˚˜˝‐‑“”„‹›",
    684: "{}",
    717: "•",
    725: "″",
    727: '"',
    748: "º",
    758: "ª",
    768: "ť",
    797: "*",
    819: "°ŀ",
    909: "ĳ",
    961: "^",
    1024: "JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżžșỳ↑↓",
    1100: "¶",
    1124: "±÷",
    1131: "¯",
    1139: (
        "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũū"
        "ŭůűųƒǻ–†₣₤€"
    ),
    1180: "µ",
    1196: "+<=>~¬×−",
    1251: "FTZ¿ßøŢŤŦŹŻŽǿȚ",
    1259: "ŉ",
    1280: "ď",
    1366: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸǺȘỲ",
    1479: "CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵẁẃẅ",
    1481: "Ŋ",
    1505: "Ĳ",
    1509: "©®",
    1593: "GOQÒÓÔÕÖØĜĞĠĢŌŎŐǾ",
    1706: "Mm",
    1708: "¼½¾",
    1821: "%æǽ",
    1933: "WœŴẀẂẄ",
    2048: "ÆŒǼ—…™",
    2079: "@",
    2240: "₧",
}
BOLD: dict[int, str] = {
    342: "⁄∕",
    487: "'",
    491: "′",
    569: " ,./I\\ijl\u00a0·ÌÍÎÏìíîïĨĩĪīĬĭĮįİıĵĺļłſ‘’‚",
    573: "|¦",
    682: "!()-:;[]`ft¡¨\u00ad²³´¸¹ţŧțˆˇˉ˚˜˝‐‑‹›",
    717: "•",
    748: "º",
    758: "ª",
    797: "*r{}ŕŗř",
    811: "ľ",
    819: "°",
    971: '"',
    981: "ŀť″",
    1024: "zźżž“”„↑↓",
    1057: "ℓ",
    1124: "±÷",
    1131: "¯",
    1139: "#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿāăąćĉċčēĕėęěĳĴķĸśŝşšŷƒǻșỳ–†₣₤€",
    1180: "µ",
    1196: "+<=>^~¬×−",
    1251: "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþđĝğġģĥħĹĻĽĿŁńņňŋōŏőŢŤŦũūŭůűųŹŻŽǿȚ",
    1366: "EPSVXYÈÉÊËÝÞĒĔĖĘĚŚŜŞŠŶŸȘỲ",
    1451: "ŉ",
    1479: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜĀĂĄĆĈĊČĎĐĤĦĶŃŅŇŔŖŘŨŪŬŮŰŲǺ",
    1481: "Ŋ",
    1509: "©®",
    1515: "ď",
    1593: "GOQwÒÓÔÕÖØĜĞĠĢŌŎŐŵǾẁẃẅ",
    1607: "Ĳ",
    1706: "M",
    1708: "¼½¾",
    1821: "%mæǽ",
    1933: "WœŴẀẂẄ",
    1997: "@",
    2048: "ÆŒǼ—…™",
    2261: "₧",
}
"""Characters by their advance, in font units: light and bold."""

ADVANCES = {
    bold: {each: width / UPEM for width, letters in table.items() for each in letters}
    for bold, table in ((False, REGULAR), (True, BOLD))
}


def arial_advance(face: Face, character: str) -> float:
    """Advance of a character, in em, in the style of Arial that stands in for a face.

    A program takes the bold one only for a face that is its family's bold. For what Arial has
    not, the face's own: another face will be found for it.
    """
    found = ADVANCES[face.bold].get(character)
    if found is None:
        return face.advance(character) if character in face.characters else 0.0
    return found
