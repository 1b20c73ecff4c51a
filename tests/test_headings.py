"""Templates that a user changed keep the levels of headings, or say where they do not."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planche import workshop
from planche.cli import main
from planche.headings import Skip, first_skip
from planche.pages.document import Sheet, html_of
from planche.pages.engine import RenderError
from planche.pages.look import Look
from planche.workshop import TEMPLATES
from tests.pages_fixtures.book import page_of, real_set
from tests.sets import DATA, kit


@given(st.lists(st.integers(1, 6), max_size=12))
def test_a_level_is_skipped_where_it_is_more_than_one_below(levels: list[int]) -> None:
    html = "".join(f"<section><h{level} class='x'>a</h{level}></section>" for level in levels)
    skips = [
        Skip(level, before)
        for before, level in zip([0, *levels], levels, strict=False)
        if level > before + 1
    ]
    assert first_skip(html) == (skips[0] if skips else None)


def test_what_is_text_is_no_heading() -> None:
    assert first_skip("<h1>&lt;h4&gt;</h1><!-- <h5> --><p title='<h6>'>a</p>") is None


SLIPS = {
    # file: (what stands there, what stands there instead, line:column, the level meant)
    "pages/ladder.html": ('"h2"', '"h3"', "4:25", "h2"),
    "pages/contents.html": ('"h2"', '"h4"', "5:22", "h2"),
    "pages/macros.html": ("<h1 ", "<h3 ", "43:1", "h1"),
    "text/plate.html": ("<h{{ level + 1 }}>", "<h3>", "", "h2"),
}


@pytest.mark.parametrize("file", SLIPS)
def test_a_template_that_skips_a_level_is_refused_where_it_does(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, place, meant = SLIPS[file]
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(workshop, "TEMPLATES", folder)
    monkeypatch.setattr(workshop, "theme_path", lambda name: TEMPLATES / "theme.yaml")
    out = tmp_path / "output"
    source = str(DATA / "every-kind.yaml")
    assert main(["build", source, "--out", str(out), "--language", "en"]) == 2
    assert not out.exists()
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"templates/{file}:{place}")
    assert ": error heading-skipped: " in line
    assert f"where {meant} must stand" in line


def test_a_page_that_is_drawn_from_such_a_template_fails(tmp_path: Path) -> None:
    """Handouts are laid out in the build only, so it is there that they are looked at."""
    folder = tmp_path / "pages"
    shutil.copytree(TEMPLATES / "pages", folder)
    text = (folder / "macros.html").read_text(encoding="utf-8")
    (folder / "macros.html").write_text(text.replace("<h1 ", "<h2 "), encoding="utf-8")
    look = Look(kit().theme, kit().faces, folder)
    with pytest.raises(RenderError, match=r"plate\.html: h2 stands where h1 must"):
        html_of([Sheet(page_of("q5"), frozenset())], real_set().set, look)
