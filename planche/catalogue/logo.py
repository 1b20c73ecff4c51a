"""Messages about the logo and its file."""

from planche.catalogue.entry import Entry, Wording

LOGO: dict[str, Entry] = {
    "bad-logo-name": Entry(
        "error",
        Wording(
            "“{found}” er ikke navnet på en logofil", "skriv kun filens navn, fx “logo: logo.svg”"
        ),
        Wording(
            "“{found}” is not the name of a logo's file",
            "write the file's name only, such as “logo: logo.svg”",
        ),
        "logo: billeder/logo.jpg",
    ),
    "logo-missing": Entry(
        "error",
        Wording(
            "der er ingen fil “{found}” i assets/logo eller ved siden af kilden",
            "læg filen i assets/logo, eller skriv {known}",
        ),
        Wording(
            "there is no file “{found}” in assets/logo or beside the source",
            "put the file in assets/logo, or write {known}",
        ),
        "logo: logo.svg  # and no such file",
    ),
    "logo-unreadable": Entry(
        "error",
        Wording(
            "{file} kan ikke læses som SVG eller PNG, eller den er alt for stor",
            "gem logoet igen som SVG",
        ),
        Wording(
            "{file} cannot be read as SVG or PNG, or is far too large", "save the logo as SVG again"
        ),
        "logo: logo.svg  # a photograph renamed",
    ),
    "logo-empty": Entry(
        "error",
        Wording("{file} viser ingenting", "gem logoet som SVG med udfyldte flader"),
        Wording("{file} shows nothing", "save the logo as SVG with filled areas"),
        "logo: tom.svg  # <svg/>",
    ),
    "logo-cannot-be-drawn": Entry(
        "error",
        Wording(
            "{file}, linje {line}: “{what}” kan ikke tegnes",
            "gem logoet som rene farveflader: tekst som kurver, uden overtoninger, "
            "gennemsigtighed, masker, filtre og billeder",
        ),
        Wording(
            "{file}, line {line}: “{what}” cannot be drawn",
            "save the logo as areas of plain colour: text as outlines, without gradients, "
            "transparency, masks, filters and pictures",
        ),
        'logo: logo.svg  # with <text>Kommune</text> or fill="url(#overtoning)"',
    ),
    "logo-bad-inks": Entry(
        "error",
        Wording(
            "{file}, linje {line}: “{found}” er ikke fire trykfarver på højst {most} % i alt",
            'skriv cyan, magenta, gul og sort i procent, fx data-press="0 100 80 10"',
        ),
        Wording(
            "{file}, line {line}: “{found}” is not four inks of at most {most} % together",
            'write cyan, magenta, yellow and black in percent, such as data-press="0 100 80 10"',
        ),
        'logo: logo.svg  # with data-press="rød"',
    ),
    "logo-too-small": Entry(
        "error",
        Wording(
            "{file} er for lille til sin plads: {found} px, mindst {least} px",
            "brug en SVG-fil eller et større billede",
        ),
        Wording(
            "{file} is too small for its place: {found} px, at least {least} px",
            "use an SVG file or a larger picture",
        ),
        "logo: logo.png  # 200 × 80 px",
    ),
    "logo-too-wide": Entry(
        "error",
        Wording(
            "{file} er {ratio} gange så bredt som højt og bliver kun {height} mm højt ({format})",
            "brug en udgave af logoet, der er højst {most} gange så bred som høj",
        ),
        Wording(
            "{file} is {ratio} times as wide as high and becomes only {height} mm high ({format})",
            "use a version of the logo that is at most {most} times as wide as high",
        ),
        "logo: navnetraek-paa-en-linje.svg",
    ),
    "logo-without-inks": Entry(
        "error",
        Wording(
            "{file}: der er ingen trykfarver til {colours}",
            'skriv dem på fladen eller gruppen i filen, fx data-press="0 100 80 10", '
            "eller brug en af temaets farver",
        ),
        Wording(
            "{file}: there are no inks for {colours}",
            'write them on the shape or group in the file, such as data-press="0 100 80 10", '
            "or use one of the theme's colours",
        ),
        'logo: logo.svg  # with fill="#E30613" and no data-press',
    ),
    "logo-not-for-press": Entry(
        "error",
        Wording("{file} er et billede og har ingen trykfarver", "brug en SVG-fil til trykkeriet"),
        Wording("{file} is a picture and has no inks", "use an SVG file for the press"),
        "logo: logo.png  # and print_runs",
    ),
}
