"""What the command says when all is well, in Danish and English."""

from collections.abc import Mapping

WORDS: dict[str, dict[str, str]] = {
    "da": {
        "poster": "plakater i {out}/posters: {files} (sider i den største: {pages})",
        "deck": "præsentationer i {out}/deck: {files} (slides i den største: {pages})",
        "press": "trykfiler i {out}/press: {files} (sider i den største: {pages})",
        "office": "filer til kontorprinteren i {out}/posters: {files}",
        "send": "send til trykkeriet: {path}",
        "sound": "plancher: {plates}; intet at rette",
        "corrections": "rettelser i forhold til kilden (se corrections): {count}",
        "alternatives": "figurer, hvis alternative tekst er lavet af sig selv "
        "(skriv alt for at sige det bedre): {count}",
        "open_questions": "åbne spørgsmål til redaktøren: {count}",
        "print_changed": "trykkes igen ({count}): {plates}",
        "print_added": "trykkes for første gang ({count}): {plates}",
        "take_down": "tages ned ({count}): {plates}",
        "print_same": "kan blive hængende: {same} af {count}",
        "serving": "åbn {address} i en browser; Ctrl-C slutter",
    },
    "en": {
        "poster": "poster files in {out}/posters: {files} (pages of the largest: {pages})",
        "deck": "decks in {out}/deck: {files} (slides of the largest: {pages})",
        "press": "press files in {out}/press: {files} (pages of the largest: {pages})",
        "office": "files for the office printer in {out}/posters: {files}",
        "send": "send to the print house: {path}",
        "sound": "plates: {plates}; nothing to mend",
        "corrections": "corrections against the source (see corrections): {count}",
        "alternatives": "figures whose alternative text was made by itself "
        "(write alt to say it better): {count}",
        "open_questions": "open questions for the editor: {count}",
        "print_changed": "print again ({count}): {plates}",
        "print_added": "print for the first time ({count}): {plates}",
        "take_down": "take down ({count}): {plates}",
        "print_same": "may stay on the wall: {same} of {count}",
        "serving": "open {address} in a browser; Ctrl-C ends",
    },
}


def words(language: str) -> Mapping[str, str]:
    """The sentences of a language of messages, `da` or `en`."""
    return WORDS[language]
