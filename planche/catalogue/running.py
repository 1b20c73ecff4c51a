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
    "not-a-manifest": Entry(
        "error",
        Wording(
            "filen er ingen fortegnelse over en udgave",
            "giv den manifest.json, der lå i output, da udgaven blev lavet",
        ),
        Wording(
            "the file is no list of an edition",
            "give the manifest.json that stood in output when the edition was made",
        ),
        "python build.py changes content/planchesaet.yaml",
    ),
    "other-manifest": Entry(
        "error",
        Wording(
            "fortegnelsen er skrevet i form {found}, og her læses form {known}",
            "sammenlign med det program, der lavede den",
        ),
        Wording(
            "the list is written in format {found}, and format {known} is read here",
            "compare with the program that made it",
        ),
        "python build.py changes output-2031/manifest.json",
    ),
    "edition-without-posters": Entry(
        "error",
        Wording(
            "udgaven har ingen plakater",
            "lav dem med build.py --target posters, og sammenlign igen",
        ),
        Wording(
            "the edition has no posters",
            "make them with build.py --target posters, and compare again",
        ),
        "python build.py changes kun-praesentationer/manifest.json",
    ),
    "nothing-built": Entry(
        "error",
        Wording(
            "der er intet lavet i “{out}” at sammenligne med",
            "kør build.py først, eller giv en anden mappe med --out",
        ),
        Wording(
            "nothing is made in “{out}” to compare with",
            "run build.py first, or name another folder with --out",
        ),
        "python build.py changes gammel/manifest.json --out tom-mappe",
    ),
    "edition-is-present": Entry(
        "error",
        Wording(
            "det er den udgave, der ligger i {out} nu",
            "giv den manifest.json, der blev gemt, da plancherne sidst blev trykt",
        ),
        Wording(
            "this is the edition that is in {out} now",
            "name the manifest.json that was kept when the plates were last printed",
        ),
        "python build.py changes output/manifest.json",
    ),
    "output-stale": Entry(
        "error",
        Wording(
            "plakaterne i output er lavet af en anden udgave af filen end den, der er nu",
            "kør build.py, og sammenlign igen",
        ),
        Wording(
            "the posters in output were made from another version of the file than there is now",
            "run build.py, and compare again",
        ),
        "(filen er rettet siden sidste kørsel)",
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
    "no-temporary-room": Entry(
        "error",
        Wording(
            "i mappen til midlertidige filer, “{path}”, kan der ikke skrives ({why})",
            "gør plads der, eller nævn en anden mappe i TMPDIR",
        ),
        Wording(
            "the folder of temporary files, “{path}”, cannot be written to ({why})",
            "make room there, or name another folder in TMPDIR",
        ),
        "a full disk under /tmp",
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
    "pdf-broken": Entry(
        "error",
        Wording(
            "filen er beskadiget: et objekt er ikke, som det skal være i en PDF",
            "eksportér filen igen",
        ),
        Wording(
            "the file is damaged: an object is not what it must be in a PDF",
            "export the file again",
        ),
        "python build.py preflight beskadiget.pdf",
    ),
    "pdf-broken-page": Entry(
        "error",
        Wording(
            "side {page} kan ikke læses: et objekt er ikke, som det skal være i en PDF",
            "eksportér filen igen",
        ),
        Wording(
            "page {page} cannot be read: an object is not what it must be in a PDF",
            "export the file again",
        ),
        "python build.py preflight beskadiget.pdf",
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
