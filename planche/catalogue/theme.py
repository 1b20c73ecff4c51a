"""Messages about the theme: its names, colours, faces and sizes."""

from planche.catalogue.entry import Entry, Wording

THEME: dict[str, Entry] = {
    "theme-missing": Entry(
        "error",
        Wording(
            "temaet “{found}” findes ikke", "skriv {known}, eller læg {file} i mappen templates"
        ),
        Wording(
            "there is no theme “{found}”", "write {known}, or put {file} in the folder templates"
        ),
        "set:\n  theme: winter",
    ),
    "bad-colour": Entry(
        "error",
        Wording(
            "“{found}” er ikke en skærmfarve",
            'skriv # og seks cifre 0-9 A-F i lige anførselstegn: "{known}"',
        ),
        Wording(
            "“{found}” is no colour for the screen",
            'write # and six digits 0-9 A-F in straight quotes: "{known}"',
        ),
        "ink: {screen: #14202b, press: [0, 0, 0, 100]}",
    ),
    "bad-press": Entry(
        "error",
        Wording(
            "trykfarven skal være fire hele tal fra 0 til 100",
            "skriv cyan, magenta, gul og sort i procent, fx [0, 30, 85, 0]",
        ),
        Wording(
            "the press colour must be four whole numbers from 0 to 100",
            "write cyan, magenta, yellow and black in per cent, such as [0, 30, 85, 0]",
        ),
        'accent: {screen: "#F5B83D", press: [0, 30, 85]}',
    ),
    "too-much-ink": Entry(
        "error",
        Wording(
            "farven tager {total} % trykfarve, og papiret kan bære {most} %",
            "sæt tallene ned med {over} tilsammen",
        ),
        Wording(
            "the colour takes {total} % of ink, and paper holds {most} %",
            "lower the numbers by {over} in all",
        ),
        'borger-deep-3: {screen: "#661B12", press: [60, 98, 98, 52]}',
    ),
    "poor-contrast": Entry(
        "error",
        Wording(
            "kontrasten mellem tekst i {text} og {ground} er {found}:1, mindst {least}:1 er krævet",
            'skriv "{known}" ved {token}',
        ),
        Wording(
            "text in {text} on {ground} has a contrast of {found}:1, at least {least}:1 is needed",
            'write "{known}" for {token}',
        ),
        'borger-deep: {screen: "#D0503F", press: [15, 80, 75, 5]}',
    ),
    "theme-families-alike": Entry(
        "error",
        Wording(
            "{token} og {other} ligner hinanden for dem, der ser med {deficiency}: "
            "afstanden er ΔE {found}, mindst {least} er krævet",
            'skriv "{known}" ved {token}',
        ),
        Wording(
            "{token} and {other} look alike to those who see with {deficiency}: "
            "they lie ΔE {found} apart, at least {least} is needed",
            'write "{known}" for {token}',
        ),
        'leder-deep: {screen: "#8A1F3D", press: [30, 100, 60, 30]}',
    ),
    "missing-colour": Entry(
        "error",
        Wording(
            "familien mangler farven {token}",
            "skriv en linje med “{token}: ” under colours, med screen og press",
        ),
        Wording(
            "the family lacks the colour {token}",
            "write a line with “{token}: ” under colours, with screen and press",
        ),
        "families: [borger]  # and no borger-deep-2 under colours",
    ),
    "family-without-colours": Entry(
        "error",
        Wording(
            "der er ingen farver til familien “{found}” under colours",
            "skriv {known}, eller tilføj dens farver: {found}-deep, {found}-tint og de øvrige",
        ),
        Wording(
            "there are no colours of the family “{found}” under colours",
            "write {known}, or add its colours: {found}-deep, {found}-tint and the others",
        ),
        "families: [borgre]",
    ),
    "family-not-listed": Entry(
        "error",
        Wording(
            "familien “{found}” har farver, men står ikke under families",
            "skriv {found} under families, eller slet dens farver",
        ),
        Wording(
            "the family “{found}” has colours but is not under families",
            "write {found} under families, or delete its colours",
        ),
        'himmel-deep: {screen: "#0E4A5A", press: [90, 45, 40, 45]}',
    ),
    "family-twice": Entry(
        "error",
        Wording("familien “{found}” står her igen", "slet den ene"),
        Wording("the family “{found}” stands here again", "delete one of them"),
        "families: [borger, leder, borger]",
    ),
    "unknown-family": Entry(
        "error",
        Wording("der er ingen familie “{found}” under families", "skriv {known}"),
        Wording("there is no family “{found}” under families", "write {known}"),
        "house: villa",
    ),
    "unknown-face": Entry(
        "error",
        Wording("der er intet snit “{found}” under faces", "skriv {known}"),
        Wording("there is no face “{found}” under faces", "write {known}"),
        "body: {face: regulr, leading: 1.25}",
    ),
    "face-to-name": Entry(
        "error",
        Wording(
            "rollen siger ikke, hvad “{field}” er, og der er intet snit “{usual}” under faces",
            "skriv “{field}: ” og et snit, eller tilføj {usual} under faces",
        ),
        Wording(
            "the role does not say what “{field}” is, and there is no face “{usual}” under faces",
            "write “{field}: ” and a face, or add {usual} under faces",
        ),
        "body: {face: regular, leading: 1.25}  # and no bold under faces",
    ),
    "no-such-font": Entry(
        "error",
        Wording("der er ingen fil “{found}” i assets/fonts", "skriv {known}"),
        Wording("there is no file “{found}” in assets/fonts", "write {known}"),
        "regular: SchibstedGrotesk.ttf",
    ),
    "face-not-embeddable": Entry(
        "error",
        Wording(
            "licensen til “{found}” tillader ikke, at skriften følger med en præsentation",
            "vælg en skrift, hvis fsType er 0 eller 8",
        ),
        Wording(
            "the licence of “{found}” does not let the face travel with a deck",
            "choose a face whose fsType is 0 or 8",
        ),
        "faces:\n  regular: Laast-Regular.ttf  # fsType 2",
    ),
    "not-a-font": Entry(
        "error",
        Wording(
            "filen “{found}” i assets/fonts er ikke en skrift", "læg en hel TrueType-fil der igen"
        ),
        Wording(
            "the file “{found}” in assets/fonts is no font", "put a whole TrueType file there again"
        ),
        "regular: SchibstedGrotesk-Regular.ttf  # cut short",
    ),
    "steps-not-falling": Entry(
        "error",
        Wording(
            "størrelsen {found} står efter {before}, men trinene går fra stort til småt",
            "skriv [{known}]",
        ),
        Wording(
            "the size {found} stands after {before}, but steps go from large to small",
            "write [{known}]",
        ),
        "body: [20, 24, 22]",
    ),
    "step-too-large": Entry(
        "error",
        Wording(
            "den mindste størrelse af {role} er {size}, men af {beside} er den {most}",
            "tilføj {most} eller mindre ved {role}",
        ),
        Wording(
            "the smallest size of {role} is {size}, but that of {beside} is {most}",
            "add {most} or less to {role}",
        ),
        "signature: [24]\nbody: [24, 22, 20]",
    ),
    "no-room": Entry(
        "error",
        Wording(
            "der er ikke plads: {names} tager {taken} mm, og “{field}” er {found} mm",
            "sæt dem ned, eller gør siden større",
        ),
        Wording(
            "there is no room: {names} take {taken} mm, and “{field}” is {found} mm",
            "make them smaller, or the page larger",
        ),
        "width: 297\nmargin: 150",
    ),
}
