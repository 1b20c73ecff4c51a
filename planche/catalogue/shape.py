"""Messages about fields: which there are, and what may stand in them."""

from planche.catalogue.entry import Entry, Wording

SHAPE: dict[str, Entry] = {
    "unknown-field": Entry(
        "error",
        Wording("feltet “{key}” kendes ikke her", "skriv {known}"),
        Wording("the field “{key}” is not known here", "write {known}"),
        "- question: 5\n  titel: Hvad er målet?",
    ),
    "missing-field": Entry(
        "error",
        Wording("feltet “{key}” mangler", "skriv en linje med “{key}: ” og indholdet"),
        Wording("the field “{key}” is missing", "write a line with “{key}: ” and its content"),
        "- question: 5\n  points: [Et punkt uden spørgsmål]",
    ),
    "empty-value": Entry(
        "error",
        Wording("her står ingenting", "skriv, hvad der skal stå, eller slet linjen"),
        Wording("there is nothing here", "write what should stand here, or delete the line"),
        "notes:",
    ),
    "empty-text": Entry(
        "error",
        Wording("teksten er tom", "skriv en tekst, eller slet linjen"),
        Wording("the text is empty", "write a text, or delete the line"),
        'title: " "',
    ),
    "no-kind": Entry(
        "error",
        Wording("man kan ikke se, hvilken slags planche det er", "begynd planchen med {known}"),
        Wording("nothing says what kind of plate this is", "start the plate with {known}"),
        "- title: Hvad er målet?\n  points: [Et bedre liv]",
    ),
    "two-kinds": Entry(
        "error",
        Wording(
            "planchen er både “{first}” og “{second}”",
            "slet det ene, eller begynd en ny planche med en bindestreg",
        ),
        Wording(
            "the plate is both “{first}” and “{second}”",
            "delete one of them, or start a new plate with a hyphen",
        ),
        "- question: 5\n  table: Før og nu",
    ),
    "list-for-text": Entry(
        "error",
        Wording(
            "her står en liste, hvor der skal stå en tekst",
            'slet bindestreg eller [ ]; hører de med i teksten, så sæt den i "lige anførselstegn"',
        ),
        Wording(
            "a list stands where a text is expected",
            'delete hyphen or [ ]; if they belong to the text, put it in "straight quotes"',
        ),
        "title: [Hvad er målet?]",
    ),
    "fields-for-text": Entry(
        "error",
        Wording(
            "her står felter, hvor der skal stå en tekst",
            'skriv kun teksten; er der kolon eller krølleparentes i, så i "lige anførselstegn"',
        ),
        Wording(
            "fields stand where a text is expected",
            'write the text alone; if it has a colon or a brace, in "straight quotes"',
        ),
        "title: {da: Hvad er målet?}",
    ),
    "text-for-list": Entry(
        "error",
        Wording(
            "her står en tekst, hvor der skal stå en liste",
            "skriv hver del på en linje for sig efter en bindestreg",
        ),
        Wording(
            "a text stands where a list is expected",
            "write each part on a line of its own after a hyphen",
        ),
        "points: Et bedre liv",
    ),
    "fields-for-list": Entry(
        "error",
        Wording(
            "her står felter, hvor der skal stå en liste",
            "begynd hver del på en linje for sig med en bindestreg",
        ),
        Wording(
            "fields stand where a list is expected",
            "start each part on a line of its own with a hyphen",
        ),
        "audiences:\n  id: borger\n  name: Borger",
    ),
    "text-for-fields": Entry(
        "error",
        Wording("her står en tekst, hvor der skal stå felter", "skriv {known}"),
        Wording("a text stands where fields are expected", "write {known}"),
        "set: Kommunen",
    ),
    "list-for-fields": Entry(
        "error",
        Wording("her står en liste, hvor der skal stå felter", "skriv {known} uden bindestreg"),
        Wording("a list stands where fields are expected", "write {known} without a hyphen"),
        "set:\n  - title: Kommunen",
    ),
    "not-a-number": Entry(
        "error",
        Wording("her skal stå et helt tal", "skriv kun cifre, fx 5"),
        Wording("a whole number belongs here", "write digits alone, such as 5"),
        "- question: fem",
    ),
    "not-a-decimal": Entry(
        "error",
        Wording("her skal stå et tal", "skriv cifre, og punktum før decimaler, fx 12.5"),
        Wording("a number belongs here", "write digits, with a point before decimals, as in 12.5"),
        "margin: 12,5  # in a theme",
    ),
    "number-out-of-range": Entry(
        "error",
        Wording("tallet skal ligge fra {least} til {most}", "skriv et andet tal"),
        Wording("the number must be from {least} to {most}", "write another number"),
        "- question: 0",
    ),
    "too-few": Entry(
        "error",
        Wording("der er {found} her, men skal være mindst {least}", "skriv flere på listen"),
        Wording("there are {found} here, but must be at least {least}", "add to the list"),
        "steps: []",
    ),
    "too-many": Entry(
        "error",
        Wording("der er {found} her, men må højst være {most}", "slet nogle, eller del planchen"),
        Wording(
            "there are {found} here, but may be at most {most}", "delete some, or split the plate"
        ),
        "sentences: [Et, To, Tre, Fire, Fem]",
    ),
    "unknown-choice": Entry(
        "error",
        Wording("“{found}” kan ikke bruges her", "skriv {known}"),
        Wording("“{found}” cannot be used here", "write {known}"),
        "sign: firkant",
    ),
    "bad-id": Entry(
        "error",
        Wording(
            "“{found}” kan ikke være et kort navn",
            "skriv små bogstaver a-z, tal og bindestreg, fx {example}",
        ),
        Wording(
            "“{found}” cannot be a short name",
            "write small letters a-z, digits and hyphens, such as {example}",
        ),
        "id: Åben dør",
    ),
    "text-too-long": Entry(
        "error",
        Wording("navnet er på {found} tegn, højst {most} er tilladt", "skriv et kortere navn"),
        Wording("the name has {found} characters, at most {most} are allowed", "shorten it"),
        "title: … one hundred and thirty characters …",
    ),
    "bad-address": Entry(
        "error",
        Wording(
            "“{found}” er ikke en webadresse", "skriv hele adressen, fra https:// og uden mellemrum"
        ),
        Wording("“{found}” is no web address", "write all of it, from https:// and without spaces"),
        "address: www.kommune.dk",
    ),
    "bad-language": Entry(
        "error",
        Wording("“{found}” er ikke et sprogs kode", "skriv fx da"),
        Wording("“{found}” is not a language's code", "write da, for example"),
        "language: dansk",
    ),
    "bad-value": Entry(
        "error",
        Wording("dette kan ikke stå i “{key}”", "se efter i eksemplerne, hvad der kan stå"),
        Wording("this cannot stand in “{key}”", "see in the examples what may stand there"),
        "(a value no other message describes)",
    ),
}
