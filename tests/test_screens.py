"""Pictures for information screens: their names, their size, what they show."""

import io
from pathlib import Path

from PIL import Image

from planche.pages.pictures import SCREEN_WIDTH, pictures
from planche.workshop import Job


def test_there_is_a_picture_of_every_slide_by_its_plates_position(
    built: Path, shipped: Job
) -> None:
    expected = []
    for page in shipped.slides.pages:
        number = 1 + shipped.plate_set.ids.index(page.plate)
        part = f"-{page.part}" if page.part > 1 else ""
        expected.append(f"{number:02d}-{page.plate}{part}.png")
    assert {path.name for path in (built / "screens").iterdir()} == set(expected)
    assert len(set(expected)) == len(expected)


def test_pictures_are_as_large_as_a_screen_and_in_the_themes_colours(
    built: Path, shipped: Job
) -> None:
    for page in shipped.slides.pages:
        if page.part > 1:
            continue
        number = 1 + shipped.plate_set.ids.index(page.plate)
        with Image.open(built / "screens" / f"{number:02d}-{page.plate}.png") as picture:
            assert picture.size == (1920, 1080)
            corner = picture.convert("RGB").crop((1915, 5, 1916, 6)).tobytes()
        colour = shipped.kit.theme.colours[page.field.fill if page.field else page.ground]
        ground = shipped.kit.theme.colours[page.ground]
        assert f"#{corner.hex().upper()}" in (colour.screen, ground.screen), page.plate


def test_a_picture_is_that_of_its_slide(built: Path, shipped: Job) -> None:
    whole = shipped.decks[0]
    slides = (built / "deck" / f"{whole.stem}.pdf").read_bytes()
    drawn = list(pictures(slides, SCREEN_WIDTH))
    assert drawn == list(pictures(slides, SCREEN_WIDTH))
    by_name = {path.name: path.read_bytes() for path in (built / "screens").iterdir()}
    assert sorted(drawn) == sorted(by_name.values())
    at = next(n for n, page in enumerate(whole.pages) if page.plate == "q5" and page.part == 2)
    position = 1 + shipped.plate_set.ids.index("q5")
    assert drawn[at] == by_name[f"{position:02d}-q5-2.png"]


def test_pictures_are_small_enough_for_any_screen(built: Path) -> None:
    for path in (built / "screens").iterdir():
        assert len(path.read_bytes()) < 600_000
        Image.open(io.BytesIO(path.read_bytes())).verify()
