"""Messages about print runs: what is ordered, its paper and its inks."""

from planche.catalogue.entry import Entry, Wording

PRINTING: dict[str, Entry] = {
    "duplicate-run": Entry(
        "error",
        Wording(
            "tryksagen på linje {line} hedder allerede “{name}”",
            "giv den ene et andet navn, fx “name: {name}-b”",
        ),
        Wording(
            "the print run on line {line} is called “{name}” already",
            "name one of them differently, such as “name: {name}-b”",
        ),
        "print_runs:\n  - {name: opslag, plates: all, copies: 40}\n"
        "  - {name: opslag, plates: q1, copies: 9}",
    ),
    "empty-run": Entry(
        "error",
        Wording("der er ingen plancher i tryksagen", "skriv mindst én planche under plates"),
        Wording("there is no plate in the print run", "write at least one plate under plates"),
        "plates: [audience:team]  # and no plate has the audience team",
    ),
    "copies-of-none": Entry(
        "error",
        Wording("“{found}” er ingen planche i tryksagen", "skriv {known}"),
        Wording("“{found}” is no plate of the print run", "write {known}"),
        "plates: [q1, q2]\ncopies: {q3: 400, all: 40}",
    ),
    "copies-missing": Entry(
        "error",
        Wording(
            "der står ikke, hvor mange der skal trykkes af {plates}",
            "skriv et tal til hver, eller “all: ” og et tal til resten",
        ),
        Wording(
            "nothing says how many copies of {plates} are wanted",
            "write a number for each, or “all: ” and a number for the rest",
        ),
        "plates: [q1, q2]\ncopies: {q1: 400}",
    ),
    "bad-length": Entry(
        "error",
        Wording("“{found}” er ingen længde", "skriv et tal og mm, fx 3mm"),
        Wording("“{found}” is no length", "write a number and mm, such as 3mm"),
        "bleed: 3",
    ),
    "neither-true-nor-false": Entry(
        "error",
        Wording("“{found}” er hverken ja eller nej", "skriv true (ja) eller false (nej)"),
        Wording("“{found}” is neither yes nor no", "write true or false"),
        "marks: måske",
    ),
    "bleed-too-small": Entry(
        "error",
        Wording(
            "skæremærker kræver mindst {least} mm beskæring, her står {found}",
            "skriv bleed: {least}mm eller mere, eller marks: false",
        ),
        Wording(
            "crop marks need a bleed of at least {least} mm, not {found}",
            "write bleed: {least}mm or more, or marks: false",
        ),
        "bleed: 1mm",
    ),
    "format-not-drawn": Entry(
        "error",
        Wording("temaet har ikke plancherne i {found}", "skriv drawn_as: {known}"),
        Wording("the theme has no layout for {found}", "write drawn_as: {known}"),
        "drawn_as: A2",
    ),
    "unknown-condition": Entry(
        "error",
        Wording(
            "trykbetingelsen “{found}” kendes ikke",
            "skriv {known}, eller giv dens ICC-profil i assets/icc som profile: FIL.icc",
        ),
        Wording(
            "the printing condition “{found}” is not known",
            "write {known}, or name its ICC profile in assets/icc as profile: FILE.icc",
        ),
        "output_condition: FOGRA93",
    ),
    "profile-missing": Entry(
        "error",
        Wording(
            "ICC-profilen {file} til {condition} findes ikke",
            "læg filen i assets/icc (trykkeriet har den), eller skriv en anden output_condition",
        ),
        Wording(
            "there is no ICC profile {file} for {condition}",
            "put the file into assets/icc (the print house has it), or name another condition",
        ),
        "output_condition: FOGRA52",
    ),
    "profile-not-cmyk": Entry(
        "error",
        Wording(
            "{file} er ingen profil for CMYK-tryk",
            "læg trykkeriets outputprofil (CMYK, klasse prtr) i assets/icc",
        ),
        Wording(
            "{file} is no profile of CMYK printing",
            "put the print house's output profile (CMYK, class prtr) into assets/icc",
        ),
        "profile: sRGB.icc",
    ),
    "unknown-run": Entry(
        "error",
        Wording("der er ingen tryksag “{found}” under print_runs", "skriv {known}"),
        Wording("there is no print run “{found}” under print_runs", "write {known}"),
        "python build.py press opslg",
    ),
    "preflight-failed": Entry(
        "error",
        Wording(
            "{artefact}: {what}",
            "ret det, og byg igen; de tidligere trykfiler er der stadig",
        ),
        Wording("{artefact}: {what}", "mend it and build again; the earlier press files stand"),
        "(a colour of the theme with more ink than the paper takes)",
    ),
    "preflight-warning": Entry(
        "warning",
        Wording("{artefact}: {what}", "aftal det med trykkeriet; det står på følgesedlen"),
        Wording("{artefact}: {what}", "agree on it with the print house; the ticket says it"),
        "(a picture of 200 ppi)",
    ),
}
