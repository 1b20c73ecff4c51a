"""The look while it is changed: theme, templates and style sheet, edited in a copy of the project
while a plate is open in a browser."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageColor
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from tests.browser import visit
from tests.serve_support import Served, copy_of_the_project, edit, free_port, serve

DEEP, OTHER_DEEP = "#96271A", "#8A1F3A"
"""The field of plates for citizens in the theme, and another."""

Change = Callable[[str, str, str], None]
"""Changes words of a template, by its path under `templates/`."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of_the_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def served(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(tmp_path_factory.mktemp("look"), free_port(), project=project) as running:
        yield running


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    with visit(browser, served.address, viewport={"width": 1280, "height": 1200}) as seen:
        seen.page.goto(f"{served.address}preview/q1")
        seen.page.wait_for_selector("body[data-shown]")
        yield seen.page


@pytest.fixture
def change(project: Path) -> Iterator[Change]:
    """Put back at the end as it was."""
    earlier: dict[Path, bytes] = {}

    def change(name: str, before: str, after: str) -> None:
        path = project / "templates" / name
        earlier.setdefault(path, path.read_bytes())
        edit(path, before, after)

    yield change
    for path, data in earlier.items():
        path.write_bytes(data)


def sheets(page: Page) -> FrameLocator:
    return page.frame_locator("[data-medium=paper] iframe")


def corner(page: Page) -> tuple[int, ...]:
    """The colour of the field that the poster begins with."""
    data = page.locator("[data-medium=paper] .sheets").screenshot()
    return tuple(map(int, np.asarray(Image.open(BytesIO(data)).convert("RGB"))[9, 9]))


def faults(page: Page) -> Locator:
    return page.locator("[data-findings]")


def checked(project: Path, source: Path) -> str:
    """What `check` says of a set."""
    command = [sys.executable, str(project / "build.py"), "check", source.name]
    return subprocess.run(command, cwd=source.parent, capture_output=True, text=True).stderr.strip()


def told(page: Page) -> str:
    """The one fault in the page, as `check` would print it but for its code."""
    expect(faults(page).locator("li")).to_have_count(1)
    place, message, hint = (
        faults(page).locator(f".{part}").inner_text() for part in ("place", "message", "hint")
    )
    return f"{place}: {message}; {hint}"


def test_a_colour_of_the_theme_is_seen_at_once(page: Page, change: Change) -> None:
    assert corner(page) == pytest.approx(ImageColor.getrgb(DEEP), abs=2)
    shown = page.locator("body").get_attribute("data-shown")
    change("theme.yaml", DEEP, OTHER_DEEP)
    page.wait_for_selector(f"body:not([data-shown='{shown}'])")
    assert corner(page) == pytest.approx(ImageColor.getrgb(OTHER_DEEP), abs=2)
    expect(faults(page)).to_be_hidden()


def test_a_style_sheet_and_a_template_are_seen_at_once(page: Page, change: Change) -> None:
    item = sheets(page).locator("li").first
    change("pages/plate.css", "ul, ol { list-style: none }", "ul, ol { list-style: square }")
    expect(item).to_have_css("list-style-type", "square")
    change("pages/question.html", "{{ m.list(body.items) }}", '<p class="proof">prøve</p>')
    expect(sheets(page).locator("p.proof")).to_have_text("prøve")
    expect(sheets(page).locator("li")).to_have_count(0)


def test_a_broken_theme_is_told_at_its_line_over_the_last_good_plate(
    page: Page, change: Change, project: Path, served: Served
) -> None:
    change("theme.yaml", f'"{DEEP}"', f'"{DEEP[1:]}"')
    expect(faults(page)).to_be_visible()
    expect(faults(page).locator(".place")).to_have_text("templates/theme.yaml:28:25")
    assert told(page) == checked(project, served.source).replace(" error bad-colour:", "")
    expect(sheets(page).locator("h1")).to_have_text("Hvad er en planche?")
    change("theme.yaml", f'"{DEEP[1:]}"', f'"{DEEP}"')
    expect(faults(page)).to_be_hidden()


def test_a_broken_template_is_told_at_its_line_and_goes_when_it_is_mended(
    page: Page, change: Change
) -> None:
    change("pages/question.html", "{% if body.items %}", "{% if body.items %")
    expect(faults(page).locator(".place")).to_have_text("templates/pages/question.html:6:1")
    expect(sheets(page).locator("h1")).to_have_text("Hvad er en planche?")
    change("pages/question.html", "{% if body.items %", "{% if body.items %}")
    expect(faults(page)).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "before", "after", "code"),
    [
        ("theme.yaml", "tile: [13, 12]", "tile: [90]", "word-too-wide"),
        ("pages/mosaic.html", "{% ", "<h4>prøve</h4>{% ", "heading-skipped"),
    ],
    ids=["on A4 alone", "structure of another plate"],
)
def test_what_no_open_sheet_shows_is_told_as_check_tells_it(
    page: Page,
    change: Change,
    project: Path,
    served: Served,
    name: str,
    before: str,
    after: str,
    code: str,
) -> None:
    change(name, before, after)
    expect(faults(page)).to_be_visible()
    expect(page.locator("[data-build]")).to_have_class("build waiting")  # no build has said it
    assert told(page) == checked(project, served.source).replace(f" error {code}:", "")
    change(name, after, before)
    expect(faults(page)).to_be_hidden()
