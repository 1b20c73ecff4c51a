"""Messages of `build.py serve`."""

from planche.catalogue.entry import Entry, Wording

SERVING: dict[str, Entry] = {
    "serve-not-installed": Entry(
        "error",
        Wording(
            "serve skal bruge pakker, der ikke er her ({part} mangler)",
            "kør make, som henter dem, eller skriv pip install {packages}",
        ),
        Wording(
            "serve needs packages that are not here ({part} is missing)",
            "run make, which fetches them, or type pip install {packages}",
        ),
        "(et Python uden starlette)",
    ),
    "port-taken": Entry(
        "warning",
        Wording(
            "port {port} er optaget; her bruges {other}",
            "stop det, der bruger {port}, eller vælg en anden med --port",
        ),
        Wording(
            "port {port} is taken; {other} is used here",
            "stop what uses {port}, or choose another with --port",
        ),
        "(serve kører allerede)",
    ),
    "no-free-port": Entry(
        "error",
        Wording(
            "alle porte fra {port} til {last} er optaget",
            "vælg en anden med --port, for eksempel --port 9000",
        ),
        Wording(
            "all ports from {port} to {last} are taken",
            "choose another with --port, for instance --port 9000",
        ),
        "(tyve servere på én gang)",
    ),
    "look-broken": Entry(
        "error",
        Wording(
            "skabelonen kan ikke bruges ({why})",
            "ret stedet; plancherne vises imens, som de sidst så ud",
        ),
        Wording(
            "the template cannot be used ({why})",
            "mend the place; meanwhile the plates are shown as they last were",
        ),
        "{{ page.titel }} i templates/pages/plate.html",
    ),
    "build-ended": Entry(
        "error",
        Wording(
            "filerne kunne ikke bygges ({why})",
            "kør build.py for at se hvorfor; de forrige filer ligger urørt",
        ),
        Wording(
            "the files could not be built ({why})",
            "run build.py to see why; the files from before are untouched",
        ),
        "(en kørsel blev afbrudt udefra)",
    ),
}
"""Codes of the server and of what it shows while a set is written."""
