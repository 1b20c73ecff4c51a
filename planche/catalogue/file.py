"""Messages about the file itself: where it is, how it is stored, its characters."""

from planche.catalogue.entry import Entry, Wording

FILE: dict[str, Entry] = {
    "file-missing": Entry(
        "error",
        Wording("filen findes ikke", "se efter, om navn og mappe er stavet rigtigt"),
        Wording("there is no such file", "check the spelling of its name and folder"),
        "python build.py content/planchesæt.yml",
    ),
    "file-is-folder": Entry(
        "error",
        Wording("det er en mappe og ikke en fil", "skriv også filens navn"),
        Wording("this is a folder, not a file", "write the name of the file as well"),
        "python build.py content",
    ),
    "file-unreadable": Entry(
        "error",
        Wording(
            "filen kan ikke læses", "luk den i andre programmer, og se efter, om du har adgang"
        ),
        Wording("the file cannot be read", "close it in other programs and check your permission"),
        "chmod 000 content/planchesaet.yaml",
    ),
    "file-too-big": Entry(
        "error",
        Wording("filen fylder mere end {most} MB", "se efter, om det er den rigtige fil"),
        Wording("the file is larger than {most} MB", "check that it is the right file"),
        "python build.py film.mp4",
    ),
    "file-empty": Entry(
        "error",
        Wording("der står ingenting i filen", "begynd med {known}"),
        Wording("there is nothing in the file", "start with {known}"),
        "# only a comment",
    ),
    "not-utf-8": Entry(
        "error",
        Wording(
            "filen er ikke gemt som UTF-8, men vist nok som {encoding}",
            "gem den igen med kodningen UTF-8",
        ),
        Wording(
            "the file is not stored as UTF-8 but, it seems, as {encoding}",
            "save it again with the encoding UTF-8",
        ),
        "title: Spørgsmål  # saved as Windows-1252",
    ),
    "forbidden-character": Entry(
        "error",
        Wording(
            "her står et usynligt eller ødelagt tegn ({character})",
            "slet det, og skriv ordet igen",
        ),
        Wording(
            "there is an invisible or broken character here ({character})",
            "delete it and type the word again",
        ),
        'title: "Hvad\\a nu"',
    ),
    "more-characters": Entry(
        "error",
        Wording(
            "der er {count} ødelagte tegn mere i filen",
            "se efter, om det er den rigtige fil, og om den er gemt som ren tekst",
        ),
        Wording(
            "there are {count} more broken characters in the file",
            "check that it is the right file and saved as plain text",
        ),
        "python build.py picture.jpg",
    ),
    "missing-glyph": Entry(
        "error",
        Wording(
            "skriften har ikke tegnet “{character}” ({code_point} {name})",
            "skriv et andet tegn eller et ord",
        ),
        Wording(
            "the typeface has no “{character}” ({code_point} {name})",
            "write another character or a word",
        ),
        "title: Godt gået 🎉",
    ),
}
