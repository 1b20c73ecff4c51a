"""What the command says when all is well, in Danish and English."""

from collections.abc import Mapping

WORDS: dict[str, dict[str, str]] = {
    "da": {
        "poster": "{files} plakatfiler, den største på {pages} sider, i {out}/posters",
        "deck": "{pages} slides i {out}/deck",
        "sound": "{plates} plancher; intet at rette",
        "corrections": "{count} rettelser i forhold til kilden (se corrections)",
        "open_questions": "{count} åbne spørgsmål til redaktøren:",
    },
    "en": {
        "poster": "{files} poster files, the largest of {pages} pages, in {out}/posters",
        "deck": "{pages} slides in {out}/deck",
        "sound": "{plates} plates; nothing to mend",
        "corrections": "{count} corrections against the source (see corrections)",
        "open_questions": "{count} open questions for the editor:",
    },
}


def words(language: str) -> Mapping[str, str]:
    """The sentences of a language of messages, `da` or `en`."""
    return WORDS[language]
