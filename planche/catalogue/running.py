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
}
"""Codes of the command line, the system and the proof."""
