"""Messages about text that does not fit."""

from planche.catalogue.entry import Entry, Wording

MAKING: dict[str, Entry] = {
    "heading-skipped": Entry(
        "error",
        Wording(
            "skabelonen springer et overskriftsniveau over: {found} står, hvor {known} skal stå",
            "skriv <{known}> og </{known}>; størrelsen bestemmes ikke af niveauet",
        ),
        Wording(
            "the template skips a level of headings: {found} stands where {known} must stand",
            "write <{known}> and </{known}>; its size does not depend on the level",
        ),
        "<h1>…</h1> <h3>…</h3>  # in templates/pages/table.html",
    ),
    "too-much-text": Entry(
        "error",
        Wording(
            "teksten er cirka {excess} ord for lang ved mindste størrelse {size} pt ({format})",
            "kort {plate} af eller del den i to",
        ),
        Wording(
            "the text is about {excess} words too long at the smallest size {size} pt ({format})",
            "shorten {plate} or split it in two",
        ),
        "points: [… several hundred words …]",
    ),
    "word-too-wide": Entry(
        "error",
        Wording(
            "et ord i {plate} er for langt til sin linje ved størrelse {size} pt ({format})",
            "skriv et kortere ord",
        ),
        Wording(
            "a word in {plate} is too long for its line at {size} pt ({format})",
            "write a shorter word",
        ),
        "tiles: [speciallægepraksisplanlægningsstabiliseringsperiodens, …]",
    ),
    "title-too-long": Entry(
        "error",
        Wording(
            "overskriften på {plate} kan ikke være der ved mindste størrelse {size} pt",
            "kort overskriften af",
        ),
        Wording(
            "the heading of {plate} does not fit at the smallest size {size} pt",
            "shorten the heading",
        ),
        "title: … forty words …",
    ),
    "title-word-too-wide": Entry(
        "error",
        Wording(
            "et ord i overskriften eller foden er for langt til sin linje ved størrelse {size} pt",
            "skriv et kortere ord",
        ),
        Wording(
            "a word of the heading or the foot is too long for its line at {size} pt",
            "write a shorter word",
        ),
        "cover: Speciallægepraksisplanlægningsstabiliseringsperioden",
    ),
    "statement-too-long": Entry(
        "error",
        Wording(
            "et udsagn i {plate} kan ikke være i sin cirkel ved mindste størrelse {size} pt",
            "kort udsagnet af",
        ),
        Wording(
            "a statement in {plate} does not fit its disc at the smallest size {size} pt",
            "shorten the statement",
        ),
        "sentences: [… forty words …, …]",
    ),
    "foot-too-long": Entry(
        "error",
        Wording(
            "sættets titel, udgave og udgiver kan ikke stå ved siden af hinanden i foden",
            "kort en af dem af under set",
        ),
        Wording(
            "the set's title, edition and publisher do not fit beside each other in the foot",
            "shorten one of them under set",
        ),
        "publisher: … twenty words …",
    ),
    "address-too-long": Entry(
        "error",
        Wording(
            "planchens side på nettet har en adresse på {found} tegn, og dens kode i foden bliver"
            " for fin til at blive læst",
            "skriv en kortere adresse under set, eller giv planchen et kortere id",
        ),
        Wording(
            "the address of the plate's page has {found} characters, and its code in the foot"
            " becomes too fine to be read",
            "write a shorter address under set, or give the plate a shorter id",
        ),
        "address: https://… two hundred characters …",
    ),
    "slide-title-repeated": Entry(
        "error",
        Wording(
            "flere lysbilleder har overskriften “{title}” ({plates})",
            "giv plancherne hver sin overskrift",
        ),
        Wording(
            "several slides have the heading “{title}” ({plates})",
            "give each plate a heading of its own",
        ),
        "- mosaic: Eksempler\n  …\n- mosaic: Eksempler\n  …",
    ),
}
