"""Tags of languages: well-formed (RFC 5646), and made of subtags that are registered."""

import re

from planche.text.markup import LANGUAGE_TAG


def is_language(tag: str) -> bool:
    """Whether a tag is valid by BCP 47: screen readers read words marked with another in the
    sounds of the text around them."""
    if not re.fullmatch(LANGUAGE_TAG, tag):
        return False
    import langcodes  # only where a text has such a tag: its tables take 30 ms to load

    return bool(langcodes.tag_is_valid(tag))
