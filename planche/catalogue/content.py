"""Messages about what the text says and refers to."""

from planche.catalogue.entry import Entry, Wording

CONTENT: dict[str, Entry] = {
    "duplicate-question": Entry(
        "error",
        Wording(
            "spørgsmål {number} findes allerede på linje {line}", "giv det ene et andet nummer"
        ),
        Wording("there is a question {number} on line {line} already", "number one differently"),
        "- question: 5\n  …\n- question: 5\n  …",
    ),
    "duplicate-id": Entry(
        "error",
        Wording(
            "“{id}” er allerede navn på det, der begynder på linje {line}",
            "giv det ene et andet id, fx “id: {id}-b”",
        ),
        Wording(
            "“{id}” is the name of what starts on line {line} already",
            "give one of them another id, such as “id: {id}-b”",
        ),
        "- cover: Forside\n  id: start\n- contents: Indhold\n  id: start",
    ),
    "unknown-audience": Entry(
        "error",
        Wording("der er ingen målgruppe “{found}” under audiences", "skriv {known}"),
        Wording("there is no “{found}” under audiences", "write {known}"),
        "audience: borgere",
    ),
    "unknown-colour": Entry(
        "error",
        Wording("temaet har ingen farve “{found}”", "skriv {known}"),
        Wording("the theme has no colour “{found}”", "write {known}"),
        "colour: lyserød",
    ),
    "unknown-question": Entry(
        "error",
        Wording("der er ikke noget spørgsmål {number} i sættet", "skriv et nummer, der findes"),
        Wording("there is no question {number} in the set", "write a number that there is"),
        "- Bedre livsvilkår (se spørgsmål 99)",
    ),
    "unknown-plate": Entry(
        "error",
        Wording("der er ingen planche “{found}”", "skriv {known}"),
        Wording("there is no plate “{found}”", "write {known}"),
        "- plate: q99\n  text: Skal ordet rettes?",
    ),
    "bad-link": Entry(
        "error",
        Wording(
            "linket “{found}” fører ingen steder hen",
            "skriv https://…, mailto:… eller # og navnet på en planche",
        ),
        Wording(
            "the link “{found}” leads nowhere",
            "write https://…, mailto:… or # and the name of a plate",
        ),
        "- Læs [mere](www.kommune.dk)",
    ),
    "bad-language-tag": Entry(
        "error",
        Wording(
            "“{found}” er ikke et sprog",
            "skriv sprogets kode (BCP 47) uden mellemrum, fx [story-telling]{{lang=en}}",
        ),
        Wording(
            "“{found}” is no language",
            "write the language's code (BCP 47) without spaces, such as [ordet]{{lang=da}}",
        ),
        "- Det er [story-telling]{lang=engelsk}",
    ),
    "vague-link": Entry(
        "error",
        Wording(
            "linket “{found}” siger ikke, hvor det fører hen, når det læses alene",
            "skriv i de kantede parenteser, hvad man finder der, "
            "fx [kommunens handicappolitik]({link})",
        ),
        Wording(
            "the link “{found}” does not say where it leads when it is read alone",
            "write between the square brackets what is found there, "
            "such as [the council's disability policy]({link})",
        ),
        "- Læs mere [her](https://www.kommune.dk/politik)",
    ),
    "silent-figure": Entry(
        "error",
        Wording(
            "figuren har ingen ord, der kan læses op",
            "tilføj en linje med “alt: ” og en sætning om, hvad figuren viser",
        ),
        Wording(
            "the figure has no words that could be read aloud",
            "add a line with “alt: ” and a sentence that says what the figure shows",
        ),
        "- mosaic: Opgaver\n  tiles: [“…”, “–”]",
    ),
    "empty-alternative": Entry(
        "error",
        Wording(
            "“{found}” siger ikke, hvad figuren viser",
            "skriv en sætning, eller slet linjen; så laves sætningen af figurens indhold",
        ),
        Wording(
            "“{found}” does not say what the figure shows",
            "write a sentence, or delete the line; the sentence is then made from the content",
        ),
        "alt: trappe.png",
    ),
    "ragged-row": Entry(
        "error",
        Wording(
            "række {row} har {found} celler, men tabellen har {expected} kolonner",
            "skriv {expected} celler; en tekst med komma skal stå i anførselstegn",
        ),
        Wording(
            "row {row} has {found} cells, but the table has {expected} columns",
            "write {expected} cells; a text with a comma must be quoted",
        ),
        "columns: [Paradigme, Før, Nu]\nrows:\n  - [Kommunen er, en myndighed]",
    ),
    "correction-too-long": Entry(
        "error",
        Wording(
            "rettelsen er på {found} ord, højst {most} er tilladt",
            "skriv kun de ord, der er ændret, eller del rettelsen",
        ),
        Wording(
            "the correction has {found} words, at most {most} are allowed",
            "write the changed words alone, or split the correction",
        ),
        "source: en to tre fire fem seks syv otte ni",
    ),
    "duplicate-deck": Entry(
        "error",
        Wording(
            "præsentationen på linje {line} hedder allerede “{name}”",
            "giv den ene et andet navn, fx “name: {name}-b”",
        ),
        Wording(
            "the deck on line {line} is called “{name}” already",
            "name one of them differently, such as “name: {name}-b”",
        ),
        "decks:\n  - name: kort\n    plates: all\n  - name: kort\n    plates: [q1]",
    ),
    "reserved-name": Entry(
        "error",
        Wording(
            "“{found}” er navnet på et handout-ark til en anden præsentation",
            "giv præsentationen et navn, der ikke ender på {ending}",
        ),
        Wording(
            "“{found}” is what the handout of another deck is called",
            "give the deck a name that does not end in {ending}",
        ),
        "decks:\n  - name: handout\n    plates: all",
    ),
    "empty-deck": Entry(
        "error",
        Wording("der er ingen plancher i præsentationen", "skriv mindst én planche under plates"),
        Wording("there is no plate in the deck", "write at least one plate under plates"),
        "plates: [audience:team]  # and no plate has the audience team",
    ),
    "deck-without-cover": Entry(
        "error",
        Wording(
            "{key} står på forsiden, og præsentationen har ingen",
            "skriv forsidens navn (cover) først under plates, eller slet linjen",
        ),
        Wording(
            "{key} stands on the cover, and the deck has none",
            "write the cover's id (cover) first under plates, or delete the line",
        ),
        "decks:\n  - name: kort\n    plates: [q1]\n    speaker: Anna Jensen",
    ),
    "unknown-language": Entry(
        "error",
        Wording("programmet kan ikke sproget “{found}”", "skriv {known}"),
        Wording("the program does not know the language “{found}”", "write {known}"),
        "language: fr",
    ),
}
