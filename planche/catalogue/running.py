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
