"""Each typographic rule does what the table says, once, and nothing else."""

import random

import pytest

from planche.text.typography import NBSP, OLD_HYPHENS, RULES, source_rules, typeset

# What is typed, and what is printed; "_" stands for a no-break space, so that it can be seen here.
CASES: dict[str, list[tuple[str, str]]] = {
    "ellipsis": [
        ("Politikernes opgave er..", "Politikernes opgave er…"),
        ("og så...", "og så…"),
        ("..at lede", "…at lede"),
        ("se ../kilde", "se ../kilde"),
        ("fire....", "fire...."),
    ],
    "leading-ellipsis": [
        (".. kunder", "…kunder"),
        ("Kommunen er..\t.. kunder\t..borgere", "Kommunen er…\t…kunder\t…borgere"),
        ("først … så", "først … så"),
    ],
    "spaced-hyphen": [
        ("et skift - en ny tanke", "et skift_– en ny tanke"),
        ("et skift -- en ny tanke", "et skift_– en ny tanke"),
        ("et skift — en ny tanke", "et skift_– en ny tanke"),
        ("Miljø- og Planudvalget", "Miljø- og Planudvalget"),
        ("mødre-/barselsgrupper", "mødre-/barselsgrupper"),
        ("- et punkt", "- et punkt"),
        ("5 - 3", "5 - 3"),
        ("først\n - så", "først\n - så"),
    ],
    "dash-space": [
        ("klimavenligt – flere", "klimavenligt_– flere"),
        ("mandag–fredag", "mandag–fredag"),
    ],
    "double-quotes": [
        ('"Aktiv Classic"', "“Aktiv Classic”"),
        ('den "fx" (og "nu")', "den “fx” (og “nu”)"),
        ('*"ord"*, **"ord"**, "*ord*"s', "*“ord”*, **“ord”**, “*ord*”s"),
        ('24" og 27"', '24" og 27"'),
    ],
    "low-double-quotes": [("„ord“ og „ord”", "“ord” og “ord”")],
    "guillemets": [("»ord« og »to ord«", "“ord” og “to ord”")],
    "right-double-quotes": [
        ("for ”familier, som hjælper”, og", "for “familier, som hjælper”, og"),
        ("vision: ”Alle kan bidrage.”", "vision: “Alle kan bidrage.”"),
        ("“et.” og “to.”", "“et.” og “to.”"),
    ],
    "single-quotes": [
        ("hvor 'dem-og-os' nedbrydes", "hvor ‘dem-og-os’ nedbrydes"),
        ("'dobbelt KRAM', 'samspil'", "‘dobbelt KRAM’, ‘samspil’"),
        ("'it's fine'", "‘it’s fine’"),
        ("\"den 'lille' bog\"", "“den ‘lille’ bog”"),
    ],
    "low-single-quotes": [("‚ord‘ og ‚ord’", "‘ord’ og ‘ord’")],
    "apostrophe": [
        ("Ta' Del-bevægelsen", "Ta’ Del-bevægelsen"),
        ("1980'erne og '90", "1980’erne og ’90"),
        ("5' lang", "5' lang"),
    ],
    "right-single-quotes": [
        ("hvor ’dem-og-os’ nedbrydes", "hvor ‘dem-og-os’ nedbrydes"),
        ("Ta’ Del og lad’ være", "Ta’ Del og lad’ være"),
    ],
    "school-class": [
        ("1. B, der passer", "1.B, der passer"),
        ("**1. B**, der passer", "**1.B**, der passer"),
        ("1. Hvad er det?", "1. Hvad er det?"),
        ("se spørgsmål 5. I dag", "se_spørgsmål_5. I dag"),
    ],
    "paragraph-sign": [("fire § 17 og §17", "fire §_17 og §17")],
    "numbered-part": [("stk. 4-udvalg, nr. 12, osv. 4", "stk._4-udvalg, nr._12, osv. 4")],
    "question-number": [("i spørgsmål 5, in question 2", "i spørgsmål_5, in question_2")],
    "question-reference": [("se spørgsmål 5, see question 2", "se_spørgsmål_5, see_question_2")],
    "version": [
        ("Kommunen 3.0-FAQ", "Kommunen_3.0-FAQ"),
        ("en kommunen 2.0-tænkning", "en kommunen_2.0-tænkning"),
        ("den 3. maj", "den 3. maj"),
        ("den 3.10.2014", "den 3.10.2014"),
    ],
    "unit": [
        ("3 mm, 40 %, 5 kr. og 20 °C", "3_mm, 40_%, 5_kr. og 20_°C"),
        ("5 m.fl. og 3 mål", "5 m.fl. og 3 mål"),
    ],
    "german-double-quotes": [],
    "german-single-quotes": [],
}
GERMAN = [
    ('"Wort"', "„Wort“"),
    ("„Wort“", "„Wort“"),
    ("“Wort”", "„Wort“"),
    ("»das 'kleine' Wort«", "„das ‚kleine‘ Wort“"),
    ("1. A", "1. A"),
]
UNTOUCHED = [
    "",
    "2 * 3",
    "snake_case",
    "{{ 'x' - \"y\" }}",
    "{{ x }}",
    "[tekst](https://a.dk/b..c?d='e')",
    "https://a.dk/it's...",
    "*kursiv*, **fed**, CO~2~ og CO₂",
    "story-telling, rollemodel-arbejde, taekwondo-træner",
    "\ue000 [a](..b) \ue000",
]
ALL_TEXTS = [typed for cases in CASES.values() for typed, _ in cases] + UNTOUCHED
ALL_TEXTS += [typed for typed, _ in GERMAN]


@pytest.mark.parametrize(("typed", "printed"), [case for cases in CASES.values() for case in cases])
def test_danish(typed: str, printed: str) -> None:
    assert typeset(typed, "da").replace(NBSP, "_") == printed


@pytest.mark.parametrize(("typed", "printed"), GERMAN)
def test_german(typed: str, printed: str) -> None:
    assert typeset(typed, "de-AT") == printed


def test_english_has_the_same_quotes_and_no_school_classes() -> None:
    assert typeset("\"It's 'so' - see 1. A\"", "en-GB") == f"“It’s ‘so’{NBSP}– see 1. A”"


@pytest.mark.parametrize("text", UNTOUCHED)
@pytest.mark.parametrize("language", ["da", "en", "de"])
def test_markup_addresses_and_plain_signs_are_left_alone(text: str, language: str) -> None:
    assert typeset(text, language) == text


def test_text_of_a_link_is_set_and_its_target_is_not() -> None:
    assert typeset('["her"](x..y) - "der"', "da") == f"[“her”](x..y){NBSP}– “der”"


@pytest.mark.parametrize("language", ["da", "en", "de"])
def test_setting_twice_changes_nothing(language: str) -> None:
    for text in ALL_TEXTS:
        once = typeset(text, language)
        assert typeset(once, language) == once, text


@pytest.mark.parametrize("language", ["da", "en", "de"])
def test_setting_twice_changes_nothing_in_any_jumble(language: str) -> None:
    pieces = [*"\"'“”‘’„‚»«*~[]()-–—.…§%/ \n\t", " ", " ", NBSP, "a", "B", "1", "3.0", "{{", "}}"]
    dice = random.Random(1)
    for _ in range(20_000):
        text = "".join(dice.choices(pieces, k=dice.randint(1, 14)))
        once = typeset(text, language)
        assert typeset(once, language) == once, repr(text)


def test_every_rule_is_named_explained_and_tried() -> None:
    names = [rule.name for rule in RULES]
    assert names == list(CASES)
    assert all(rule.why.endswith(".") for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_case_that_needs_it(rule: object, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [(typed, "da") for typed in ALL_TEXTS] + [(typed, "de") for typed, _ in GERMAN]
    before = [typeset(*case) for case in cases]
    rest = tuple(each for each in RULES if each is not rule)
    monkeypatch.setattr("planche.text.typography.RULES", rest)
    assert [typeset(*case) for case in cases] != before


def test_old_hyphens_go_word_by_word_and_only_from_the_source() -> None:
    assert source_rules("på ældre-centret") == "på ældrecentret"
    assert source_rules("et byråds-medlem-agtigt") == "et byråds-medlem-agtigt"
    assert typeset("på ældre-centret", "da") == "på ældre-centret"
    for old, new in OLD_HYPHENS.items():
        assert old.replace("-", "") == new
