"""Messages about the command line, the system, and what was made."""

from planche.catalogue.entry import Entry, Wording

RUNNING: dict[str, Entry] = {
    "unknown-selection": Entry(
        "error",
        Wording(
            "“{name}” er ingen planche i sættet",
            "skriv et id, et interval (q4-q6), audience:ID eller all; her findes: {known}",
        ),
        Wording(
            "“{name}” is no plate of the set",
            "write an id, a range (q4-q6), audience:ID or all; there are: {known}",
        ),
        "--only q99",
    ),
    "part-missing": Entry(
        "error",
        Wording(
            "en del af systemet mangler: {part}",
            "installer {package} (Debian, Ubuntu: apt-get install {package})",
        ),
        Wording(
            "a part of the system is missing: {part}",
            "install {package} (Debian, Ubuntu: apt-get install {package})",
        ),
        "(WeasyPrint finder ikke Pango)",
    ),
    "cannot-write": Entry(
        "error",
        Wording(
            "“{path}” kan ikke skrives ({why})",
            "giv en mappe, der kan skrives i, med --out; det, der stod der før, er urørt",
        ),
        Wording(
            "“{path}” cannot be written ({why})",
            "name a folder that can be written to with --out; what stood there is untouched",
        ),
        "--out /skrivebeskyttet",
    ),
    "output-busy": Entry(
        "error",
        Wording(
            "en anden kørsel skriver i “{path}”",
            "vent, til den er færdig, eller vælg en anden mappe med --out",
        ),
        Wording(
            "another build is writing to “{path}”",
            "wait until it is done, or choose another folder with --out",
        ),
        "(to kørsler på én gang)",
    ),
    "proof-failed": Entry(
        "error",
        Wording(
            "{artefact}: det tegnede svarer ikke til opsætningen ({what})",
            "meld fejlen til dem, der vedligeholder programmet; intet er skrevet",
        ),
        Wording(
            "{artefact}: what was drawn differs from the layout ({what})",
            "report it to those who maintain the program; nothing was written",
        ),
        "(en tekst kom ud uden for sin kasse)",
    ),
    "bad-argument": Entry(
        "error",
        Wording("“{found}” kan {option} ikke være", "skriv for eksempel {option} {example}"),
        Wording("{option} cannot be “{found}”", "write for instance {option} {example}"),
        "python build.py preflight plakat.pdf --bleed 3",
    ),
    "pdf-unreadable": Entry(
        "error",
        Wording(
            "filen kan ikke læses som PDF ({why})",
            "se efter, om det er den rigtige fil, og eksportér den igen",
        ),
        Wording(
            "the file cannot be read as PDF ({why})",
            "check that it is the right file, and export it again",
        ),
        "python build.py preflight brev.docx",
    ),
    "pdf-encrypted": Entry(
        "error",
        Wording("filen er låst med en adgangskode", "gem den uden adgangskode"),
        Wording("the file is locked by a password", "save it without a password"),
        "python build.py preflight hemmelig.pdf",
    ),
    "pdf-undrawable": Entry(
        "error",
        Wording(
            "side {page} kan ikke tegnes af mutool",
            "åbn filen i et andet program, og eksportér den igen",
        ),
        Wording(
            "page {page} cannot be drawn by mutool",
            "open the file in another program and export it again",
        ),
        "python build.py preflight afbrudt.pdf",
    ),
    "page-not-written": Entry(
        "error",
        Wording(
            "siden “{path}” kan ikke skrives ({why})",
            "giv et sted, der kan skrives, med --html; det, der stod der før, er urørt",
        ),
        Wording(
            "the page “{path}” cannot be written ({why})",
            "name a place that can be written to with --html; what stood there is untouched",
        ),
        "python build.py preflight plakat.pdf --html /skrivebeskyttet/side.html",
    ),
}
"""Codes of the command line, the system and the proof."""
