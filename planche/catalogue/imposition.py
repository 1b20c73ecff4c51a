"""Messages about laying pages on press sheets (`--impose`)."""

from planche.catalogue.entry import Entry, Wording

IMPOSITION: dict[str, Entry] = {
    "imposition-unknown": Entry(
        "error",
        Wording(
            "“{found}” er ingen udskydning",
            "skriv 2-up:SRA3, booklet:A4 eller cut-and-stack:2x2:SRA2",
        ),
        Wording(
            "“{found}” is no imposition",
            "write 2-up:SRA3, booklet:A4 or cut-and-stack:2x2:SRA2",
        ),
        "--impose 4-up:SRA1",
    ),
    "imposition-parts": Entry(
        "error",
        Wording("“{found}” har for få eller for mange led", "skriv fx {example}"),
        Wording("“{found}” has too few or too many parts", "write for example {example}"),
        "--impose 2-up",
    ),
    "imposition-option": Entry(
        "error",
        Wording(
            "“{found}” kan ikke stå her",
            "skriv hver tilføjelse én gang, af disse: {known}",
        ),
        Wording(
            "“{found}” does not belong here",
            "write each option once, of these: {known}",
        ),
        "--impose booklet,back=turn",
    ),
    "imposition-back": Entry(
        "error",
        Wording("bagsiden kan ikke komme på som “{found}”", "skriv back= og et af: {known}"),
        Wording("the back cannot be printed by “{found}”", "write back= and one of: {known}"),
        "--impose 2-up:SRA3,back=long",
    ),
    "imposition-format": Entry(
        "error",
        Wording(
            "“{found}” er intet papirformat",
            "skriv et af {known}, eller bredde og højde fra {least} til {most} mm, fx 700x500mm",
        ),
        Wording(
            "“{found}” is no format of paper",
            "write one of {known}, or width and height from {least} to {most} mm, as in 700x500mm",
        ),
        "--impose 2-up:700x500",
    ),
    "imposition-grid": Entry(
        "error",
        Wording(
            "“{found}” er ingen opdeling af arket",
            "skriv kolonner x rækker, mindst to felter og højst {most} på hver led, fx 2x2",
        ),
        Wording(
            "“{found}” is no division of the sheet",
            "write columns x rows, at least two places and at most {most} each way, as in 2x2",
        ),
        "--impose cut-and-stack:0x2:SRA2",
    ),
    "imposition-odd": Entry(
        "error",
        Wording(
            "work-and-turn deler arket i to halvdele, og {columns} kolonner kan ikke deles",
            "vælg et lige antal kolonner, eller skriv back=turn",
        ),
        Wording(
            "work-and-turn halves the sheet, and {columns} columns cannot be halved",
            "choose an even number of columns, or write back=turn",
        ),
        "--impose cut-and-stack:3x2:SRA1,back=work-and-turn",
    ),
    "imposition-paper": Entry(
        "error",
        Wording(
            "papiret kan ikke være “{found}” tykt",
            "skriv tykkelsen af ét ark i mm, fra {least}mm til {most}mm, fx paper=0.12mm",
        ),
        Wording(
            "paper cannot be “{found}” thick",
            "write the thickness of one sheet in mm, from {least}mm to {most}mm, as in "
            "paper=0.12mm",
        ),
        "--impose booklet,paper=120",
    ),
    "imposition-boxes": Entry(
        "error",
        Wording(
            "side {page} har ikke de mål, et ark kræver (TrimBox i BleedBox, ikke drejet)",
            "udskyd en trykfil, som build.py press har lavet",
        ),
        Wording(
            "page {page} lacks what a sheet needs (TrimBox in BleedBox, not rotated)",
            "impose a press file that build.py press has made",
        ),
        "(en PDF uden TrimBox)",
    ),
    "imposition-sizes": Entry(
        "error",
        Wording(
            "side {page} er {found}, og den første er {first}",
            "udskyd kun sider af ét format på samme ark",
        ),
        Wording(
            "page {page} is {found}, and the first is {first}",
            "impose only pages of one format on a sheet",
        ),
        "(A3 og A4 i samme trykfil)",
    ),
    "imposition-shape": Entry(
        "error",
        Wording(
            "siderne er {own} og kan ikke fylde {found} uden at blive skæve eller beskåret",
            "vælg et format med samme forhold mellem højde og bredde",
        ),
        Wording(
            "the pages are {own} and cannot fill {found} without being stretched or cut",
            "choose a format of the same proportions",
        ),
        "--impose booklet:210x210mm",
    ),
    "imposition-too-large": Entry(
        "error",
        Wording(
            "{what} med beskæring og mærker kræver {need}, og arket er {sheet}",
            "vælg et større ark",
        ),
        Wording(
            "{what} with bleed and marks needs {need}, and the sheet is {sheet}",
            "choose a larger sheet",
        ),
        "--impose 2-up:A3",
    ),
    "imposition-too-thick": Entry(
        "error",
        Wording(
            "{sheets} ark papir på {paper} mm er for tykke til at hæfte med klammer i ryggen",
            "vælg tyndere papir eller færre plancher, eller lad trykkeriet lime ryggen",
        ),
        Wording(
            "{sheets} sheets of paper of {paper} mm are too thick to be saddle-stitched",
            "choose thinner paper or fewer plates, or have the print house glue the spine",
        ),
        "--impose booklet,paper=1mm",
    ),
    "imposition-bleed": Entry(
        "warning",
        Wording(
            "arket har {bleed} mm til beskæring, og trykkerier beder om {least} mm",
            "lav trykfilen i det format, den skal trykkes i, eller med mere til beskæring",
        ),
        Wording(
            "the sheet has {bleed} mm of bleed, and print houses ask for {least} mm",
            "make the press file in the format it is printed in, or with more bleed",
        ),
        "--impose booklet:A4 (af plancher i A3 med bleed: 3mm)",
    ),
}
"""Codes of imposition."""
