"""What is laid out anew after a change, and how faults of templates and builds are told."""

from io import BytesIO
from pathlib import Path

import pytest
from jinja2 import TemplateError
from PIL import Image

from planche.diagnostics import Diagnostic
from planche.serving.bench import Bench
from planche.serving.broken import broken
from planche.serving.findings import printed, together
from planche.serving.studio import Studio
from planche.serving.vision import VISIONS
from planche.serving.watching import AROUND, Saved, kind_of
from planche.templating import new_environment
from planche.workshop import prepare
from tests.sets import DATA

TEXT = (DATA / "every-kind.yaml").read_text(encoding="utf-8")


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    source = tmp_path / "set.yaml"
    source.write_text(TEXT, encoding="utf-8")
    return Studio(source, "set.yaml", None)


def taken(studio: Studio, text: str) -> Bench:
    studio.source.write_text(text, encoding="utf-8")
    bench = studio.take().bench
    assert bench
    return bench


def changed(studio: Studio, text: str) -> set[str]:
    """The plates that a change of the shipped text lays out anew, on paper or on slides."""
    before, after = taken(studio, TEXT), taken(studio, text)
    ids = before.sound.plate_set.ids
    old = {each: (studio.on_paper(before, each), studio.on_slides(before, each)) for each in ids}
    new = {each: (studio.on_paper(after, each), studio.on_slides(after, each)) for each in ids}
    return {
        each for each in ids if any(a is not b for a, b in zip(old[each], new[each], strict=True))
    }


def test_a_word_of_a_point_lays_out_its_plate_alone(studio: Studio) -> None:
    assert changed(studio, TEXT.replace("Et stykke papir", "Et ark papir")) == {"q1"}


def test_a_title_lays_out_whatever_may_show_it(studio: Studio) -> None:
    assert "contents" in changed(studio, TEXT.replace("Hvad er en planche?", "Hvad er det?"))


def test_nothing_is_laid_out_anew_where_only_a_remark_changed(studio: Studio) -> None:
    assert changed(studio, f"# en bemærkning\n{TEXT}") == set()


def test_what_is_laid_out_again_is_what_a_fresh_studio_lays_out(studio: Studio) -> None:
    text = TEXT.replace("Et stykke papir", "Et ark papir, der er foldet tre gange")
    changed(studio, text)
    warm, fresh = taken(studio, text), Studio(studio.source, "set.yaml", None)
    cold = fresh.take().bench
    assert cold
    for plate in cold.sound.plate_set.ids:
        assert studio.on_paper(warm, plate) == fresh.on_paper(cold, plate)
        assert studio.on_slides(warm, plate) == fresh.on_slides(cold, plate)


DECKS = "corrections:\n"
POINT = "Et stykke papir med **ét** emne (se spørgsmål 2)."
LONG_DECK = f"decks:\n  - {{name: kort, title: {'Speciallægepraksis' * 5}, plates: [cover, q1]}}\n"
TALL_DECK = "decks:\n  - {name: kort, title: Kort, aspect: '4:3', plates: [cover, foer-og-nu]}\n"
AS_CHECKED = {
    "on paper and slides": (TEXT.replace(POINT, "En lang snak. " * 110), 1),
    "on slides alone": (TEXT.replace(POINT, "En lang snak. " * 86), 1),
    "on the cover of a deck": (TEXT.replace(DECKS, LONG_DECK + DECKS), 1),
    "in a deck of another shape": (
        TEXT.replace("…et papir", "et papir og meget mere " * 40).replace(DECKS, TALL_DECK + DECKS),
        1,
    ),
    "a title of two slides": (TEXT.replace("title: Hvad er en planche?", "title: Eksempler"), 1),
    "nothing": (TEXT, 0),
}


def all_faults(studio: Studio, text: str) -> tuple[Diagnostic, ...]:
    """What is found once all is laid out."""
    studio.source.write_text(text, encoding="utf-8")
    now = studio.take()
    assert now.bench
    for edition in now.bench.editions:
        for plate in edition.subjects:
            studio.laid(edition, plate)
    studio.look_over_templates(now.bench)
    return studio.faults(now)


@pytest.mark.parametrize("name", AS_CHECKED)
def test_it_says_what_check_says_and_no_more_when_it_is_mended(studio: Studio, name: str) -> None:
    text, count = AS_CHECKED[name]
    found = all_faults(studio, text)
    assert found == prepare(studio.source, studio.name, None).diagnostics
    assert len(found) == count
    assert all_faults(studio, TEXT) == ()


def test_a_logo_that_no_run_can_be_printed_with_is_told(studio: Studio) -> None:
    (studio.source.parent / "logo.png").write_bytes(png())
    runs = "print_runs:\n  - {name: tavler, title: Tavler, plates: all, copies: 10}\n"
    text = TEXT.replace("  theme: default\n", "  theme: default\n  logo: logo.png\n")
    found = all_faults(studio, text + runs)
    assert [each.fault.code for each in found] == ["logo-not-for-press"]
    assert found == prepare(studio.source, studio.name, None).diagnostics


def png() -> bytes:
    """A picture of pixels, large enough to be printed."""
    made = BytesIO()
    Image.new("RGB", (1200, 400), "#0E4A5A").save(made, "PNG")
    return made.getvalue()


@pytest.mark.parametrize("text", ["{{ page.titel }}", "{% if %}", "{{ page|skaev }}"])
def test_a_broken_template_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "plate.html").write_text(f"\n\n{text}", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        new_environment(tmp_path).get_template("plate.html").render(page=object())
    found = broken(caught.value)
    assert found.fault.code == "look-broken"
    if "titel" not in text:  # what is undefined is only known where it is drawn
        assert (Path(found.place.path).name, found.place.line) == ("plate.html", 3)


def test_what_a_build_says_is_told_once() -> None:
    said = "\r\x1b[K23 A3 …\rset.yaml:7:3: error too-much-text: for lang; kort q1 af\nogså andet\n"
    (found,) = together(printed(said), printed(said))
    assert (found.place, found.message, found.hint) == ("set.yaml:7:3", "for lang", "kort q1 af")


def test_files_that_matter(tmp_path: Path) -> None:
    source = tmp_path / "set.yaml"
    expected = {
        source: Saved.WORDS,
        tmp_path / "ordliste.txt": Saved.WORDS,
        tmp_path / "logo.svg": Saved.WORDS,
        tmp_path / ".set.yaml.swp": None,
        tmp_path / "andet.yaml": None,
        AROUND[0] / "theme.yaml": Saved.LOOK,
        AROUND[0] / "theme.yaml~": None,
        AROUND[1] / "fonts" / "ny.ttf": Saved.LOOK,
    }
    assert {path: kind_of(path, source) for path in expected} == expected


@pytest.mark.parametrize("name", VISIONS)
def test_white_stays_white_and_grey_stays_grey(name: str) -> None:
    for row in VISIONS[name]:
        assert sum(row) == pytest.approx(1, abs=2e-6)
