"""The pages round the plates: the preview with its switches, and the one that stands in for the
gallery until it is built."""

from planche.serving.desk import Desk
from planche.serving.pages import environment
from planche.serving.sight import FACES
from planche.serving.vision import VISIONS
from planche.serving.wording import Wording, load_wording
from planche.theme import Theme
from planche.workshop import TEMPLATES

PAGE_FACES = {400: "body", 700: "foot-strong", 800: "question"}
"""The roles whose faces the pages are set in, by the weight that CSS calls them by."""


class Shell:
    """Makes the pages of a session from its templates."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def first(self) -> str:
        """The plate that is opened where none is named."""
        bench = self.desk.bench
        return bench.sound.plate_set.ids[0] if bench else "cover"

    def preview(self, plate: str) -> str:
        """The page of a plate."""
        titles = self._titles()
        ids = list(titles)
        at = ids.index(plate) if plate in titles else 0
        return self._page(
            "preview.html",
            plate=plate,
            titles=titles,
            previous=ids[at - 1] if at else None,
            following=ids[at + 1] if at + 1 < len(ids) else None,
            visions=VISIONS,
        )

    def waiting(self) -> str:
        """The page that stands for the gallery until it is built."""
        return self._page("waiting.html", first=self.first)

    def beside(self) -> str:
        """What goes into the head of a gallery's page as it is served: the way from it to here."""
        return self._page("beside.html")

    def theme_css(self) -> str:
        """The theme's typeface and colours for the pages' style sheet."""
        theme = self._theme
        if theme is None:
            return ""
        faces = {w: f"{FACES}{theme.faces[theme.roles[r].face]}" for w, r in PAGE_FACES.items()}
        template = environment().get_template("theme.css")
        return template.render(
            faces=faces, house=theme.house, colour=lambda token: theme.colours[token].screen
        )

    @property
    def _theme(self) -> Theme | None:
        return self.desk.bench.sound.kit.theme if self.desk.bench else None

    def _titles(self) -> dict[str, str]:
        """What the list of plates calls each: by number and title."""
        bench = self.desk.bench
        if bench is None:
            return {}
        plates = bench.sound.plate_set.with_ids()
        return {
            id_: f"{plate.number}. {plate.heading}" if plate.number else plate.heading
            for id_, plate in plates
        }

    def _page(self, name: str, **values: object) -> str:
        info = self.desk.bench.sound.plate_set.set if self.desk.bench else None
        language = self.desk.language or (info.language if info else "da")
        words: Wording = load_wording(TEMPLATES / "strings", language)
        template = environment().get_template(name)
        return template.render(language=language, words=words, info=info, **values)
