"""Text as other programs read it; `test_every_set` compares all plates with their layout."""

from pathlib import Path

from planche.cli import main
from tests import sets
from tests.extraction import as_read, differences, poppler

NO_BREAK_SPACE = "\u00a0"


def test_no_space_is_read_as_one_that_cannot_break(built: Path) -> None:
    for path in built.glob("posters/a3/*.pdf"):
        assert NO_BREAK_SPACE not in "".join(poppler(path)), path.name


def test_another_set_is_not_taken_for_this_one(built: Path, tmp_path: Path) -> None:
    """A word more in the layout than in the file is told, by each of the programs."""
    path = sets.DATA / "one-bullet.yaml"
    changed = tmp_path / path.name
    text = path.read_text(encoding="utf-8").replace("Et bedre liv", "Et langt bedre liv")
    changed.write_text(text, encoding="utf-8")
    assert main([str(path), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    told = list(differences(tmp_path / "out", sets.job(changed)))
    assert len(told) == 6


def test_divided_words_and_foldings_are_read_alike() -> None:
    assert as_read("af\u00adgørende\n H₂O  ﬁn") == "afgørende H2O fin"
    assert as_read("sosu-\nhjælper") == as_read("sosu\u0002hjælper") == "sosuhjælper"
    assert as_read("mødre-/barsel - nu") == "mødre-/barsel - nu"
