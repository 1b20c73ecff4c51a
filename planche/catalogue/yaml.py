"""Messages about the way the file is written: indents, colons, quotation marks."""

from planche.catalogue.entry import Entry, Wording

YAML: dict[str, Entry] = {
    "colon-in-text": Entry(
        "error",
        Wording(
            "kolonet efter “{words}” deler teksten i to",
            'sæt hele teksten i "lige anførselstegn"',
        ),
        Wording(
            "the colon after “{words}” cuts the text in two",
            'put the whole text in "straight quotes"',
        ),
        "title: Klima: en fest",
    ),
    "no-space-after-colon": Entry(
        "error",
        Wording("der mangler et mellemrum efter “{key}:”", "skriv “{key}: ” og så teksten"),
        Wording("a space is missing after “{key}:”", "write “{key}: ” and then the text"),
        "title:Hvad er målet?",
    ),
    "no-colon": Entry(
        "error",
        Wording("der mangler et kolon på linjen “{words}”", "skriv feltets navn, kolon, mellemrum"),
        Wording(
            "a colon is missing on the line “{words}”", "write the field's name, a colon, a space"
        ),
        "title Hvad er målet?\ntext: Mere",
    ),
    "special-start": Entry(
        "error",
        Wording(
            "en tekst kan ikke begynde med {sign} uden anførselstegn",
            'sæt hele teksten i "lige anførselstegn"',
        ),
        Wording(
            "a text cannot begin with {sign} unless it is quoted",
            'put the whole text in "straight quotes"',
        ),
        "- **Vigtigt** for alle",
    ),
    "merge-key": Entry(
        "error",
        Wording("“<<” kan ikke bruges her", "skriv felterne ud, hvor de skal stå"),
        Wording("“<<” cannot be used here", "write the fields out where they belong"),
        "<<: standard",
    ),
    "tab-indent": Entry(
        "error",
        Wording("linjen begynder med en tabulator", "ryk ind med mellemrum"),
        Wording("the line begins with a tab", "indent with spaces"),
        "set:\n\ttitle: Planchesæt",
    ),
    "wrong-indent": Entry(
        "error",
        Wording(
            "linjen er ikke rykket ind ligesom dem, den hører til",
            "lad den begynde lige under den forrige linje af samme slags",
        ),
        Wording(
            "the line is not indented like those it belongs to",
            "start it right below the last line of its kind",
        ),
        "set:\n  title: Planchesæt\n    language: da",
    ),
    "dash-in-line": Entry(
        "error",
        Wording(
            "en liste kan ikke begynde på samme linje som feltets navn",
            'begynd listen på næste linje; er det en tekst, så sæt den i "lige anførselstegn"',
        ),
        Wording(
            "a list cannot start on the line of its field's name",
            'start it on the next line; if it is a text, put it in "straight quotes"',
        ),
        "points: - Det første",
    ),
    "unclosed-quote": Entry(
        "error",
        Wording(
            "anførselstegnet her bliver ikke afsluttet, hvor teksten slutter",
            "sæt samme slags anførselstegn efter teksten",
        ),
        Wording(
            "the quotation mark here is not closed where the text ends",
            "put the same mark after the text",
        ),
        'title: "Hvad er målet?',
    ),
    "text-after-quote": Entry(
        "error",
        Wording(
            "der står mere efter det anførselstegn, som slutter teksten",
            "sæt 'enkelte tegn' om hele teksten, eller brug “ ” om ordene",
        ),
        Wording(
            "there is more after the quotation mark that ends the text",
            "put 'single marks' around all of it, or use “ ” around the words",
        ),
        'title: "Målet" er klart',
    ),
    "unclosed-bracket": Entry(
        "error",
        Wording(
            "{sign} bliver ikke afsluttet", 'afslut den, eller sæt teksten i "lige anførselstegn"'
        ),
        Wording("{sign} is not closed", 'close it, or put the text in "straight quotes"'),
        "columns: [Før, Nu",
    ),
    "unknown-escape": Entry(
        "error",
        Wording(
            "omvendt skråstreg har en særlig betydning i lige anførselstegn",
            "skriv \\\\ for selve tegnet, eller sæt teksten i 'enkelte tegn'",
        ),
        Wording(
            "a backslash has a meaning of its own in straight quotes",
            "write \\\\ for the character itself, or use 'single marks'",
        ),
        'title: "C:\\kommune"',
    ),
    "several-documents": Entry(
        "error",
        Wording("--- begynder en ny fil i filen", "slet linjen; en fil er ét stykke"),
        Wording("--- starts another file in the file", "delete the line; a file is one piece"),
        "---\nset: …\n---\nplates: …",
    ),
    "too-deep": Entry(
        "error",
        Wording("her er for mange lag i hinanden", "ryk ud, eller slet overflødige [ og {{"),
        Wording("there are too many levels here", "indent less, or delete needless [ and {{"),
        "points: [[[[[[[[[[[[[[[[[[[[[[[[[[ … ]]]]]]]]]]]]]]]]]]]]]]]]]]",
    ),
    "duplicate-field": Entry(
        "error",
        Wording(
            "feltet “{key}” står her igen; det står også på linje {line}",
            "slet det ene; på en liste begynder hver del med en bindestreg",
        ),
        Wording(
            "the field “{key}” stands here again; it is on line {line} already",
            "delete one of them; in a list each part starts with a hyphen",
        ),
        "title: Det ene\ntitle: Det andet",
    ),
    "field-not-a-word": Entry(
        "error",
        Wording(
            "et felts navn skal være et ord", 'er det en tekst, så sæt den i "lige anførselstegn"'
        ),
        Wording(
            "the name of a field must be a word", 'if it is a text, put it in "straight quotes"'
        ),
        "- {{ navn }} bor her",
    ),
    "text-cut-by-hash": Entry(
        "warning",
        Wording(
            "{words} læses som en bemærkning og trykkes ikke",
            'sæt teksten i "lige anførselstegn", hvis det hører med; ellers mellemrum efter #',
        ),
        Wording(
            "{words} is read as a comment and not printed",
            'put the text in "straight quotes" if it belongs to it; else a space after #',
        ),
        "title: Vi er #1",
    ),
    "unreadable-line": Entry(
        "error",
        Wording(
            "linjen kan ikke læses", "se på indrykning, kolon og anførselstegn her og lige før"
        ),
        Wording(
            "the line cannot be read", "look at indent, colon and quotation marks here and before"
        ),
        "title: }",
    ),
}
