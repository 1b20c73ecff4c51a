"""WeasyPrint, held on a short lead: our fonts, our files, no network, no quiet warnings."""

import gc
import logging
import os
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from weakref import WeakKeyDictionary

from planche.diagnostics import FaultError
from planche.pages.finishing.finish import Known, finish
from planche.pages.finishing.markup import MarkupError

FONTCONFIG = "FONTCONFIG_FILE"
OWN_FONTCONFIG = Path(__file__).with_name("fonts.conf")

NO_SYSTEM_FONTS = "No fonts configured in FontConfig"
"""What WeasyPrint warns of on import; that there are none is what we want."""


class RenderError(Exception):
    """A poster could not be rendered as it was planned: a fault of the program."""


ACCESSIBLE: Mapping[str, str] = MappingProxyType({"pdf_variant": "pdf/ua-1"})
"""WeasyPrint's options for tagged PDF (ISO 14289-1)."""

IN_INKS: Mapping[str, str] = MappingProxyType({"output_intent": "device-cmyk"})
"""Its options for press files, which the press makes PDF/X of: no tags, all groups in inks."""


@dataclass(frozen=True)
class Engine:
    """WeasyPrint with one font configuration for all documents of a run, and its options."""

    weasyprint: Any
    fonts: Any
    options: Mapping[str, str] = field(default_factory=lambda: ACCESSIBLE)
    markup: WeakKeyDictionary[Any, Any] = field(default_factory=WeakKeyDictionary)
    """What each page was rendered from, while the page lives: the PDF does not say it all."""

    def render(self, html: str, files: Mapping[str, bytes]) -> Any:
        """The laid out document of some HTML, which may fetch these files and no others."""
        fetcher = _fetcher(self.weasyprint, files)
        with strict_log(), room_for_fonts(), fatal_fetches(self.weasyprint):
            source = self.weasyprint.HTML(string=html, url_fetcher=fetcher)
            return source.render(font_config=self.fonts, **self.options)

    def note(self, document: Any, markup: Sequence[Any]) -> None:
        """Keep what each page of a document was rendered from: an element of HTML a page."""
        self.markup.update(zip(document.pages, markup, strict=True))

    def write(self, document: Any) -> bytes:
        """The document as PDF, as WeasyPrint writes it."""
        with strict_log():
            return bytes(document.write_pdf(**self.options))

    def finished(self, document: Any, known: Known) -> bytes:
        """The document as PDF/UA-1 with all that WeasyPrint leaves undone; its markup is added to
        what is known.

        Raises RenderError where its tags do not follow its markup.
        """
        markup = [self.markup[page] for page in document.pages]
        try:
            return finish(self.write(document), replace(known, markup=markup))
        except MarkupError as error:
            raise RenderError(str(error)) from None


def start() -> Engine:
    """A fresh engine. The import costs half a second, so it is made when something is drawn."""
    with _own_fontconfig(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=NO_SYSTEM_FONTS)
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        return Engine(weasyprint, FontConfiguration())


@contextmanager
def _own_fontconfig() -> Iterator[None]:
    """Fontconfig reads our file while this lasts; programs started later see theirs again."""
    before = os.environ.get(FONTCONFIG)
    os.environ[FONTCONFIG] = str(OWN_FONTCONFIG)
    try:
        yield
    finally:
        if before is None:
            del os.environ[FONTCONFIG]
        else:
            os.environ[FONTCONFIG] = before


class _Kept(logging.Handler):
    """Keeps what is warned of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def strict_log() -> Iterator[None]:
    """Whatever WeasyPrint warns of is an error: it means that something was not drawn as said."""
    kept = _Kept()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(kept)
    try:
        yield
    finally:
        logger.removeHandler(kept)
    if kept.messages:
        raise RenderError("; ".join(dict.fromkeys(kept.messages)))


@contextmanager
def room_for_fonts() -> Iterator[None]:
    """WeasyPrint writes fonts to temporary files. Raises FaultError where there is no room."""
    try:
        yield
    except OSError as error:
        folder = tempfile.gettempdir()
        raise FaultError("no-temporary-room", path=folder, why=error.strerror) from None


@contextmanager
def collecting_later() -> Iterator[None]:
    """No search for garbage while this lasts: WeasyPrint's trees of boxes all live to the end.

    Saves a sixth of the time for 10 MB of memory.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def fatal_fetches(weasyprint: Any) -> Iterator[None]:
    """A refused address ends the rendering; WeasyPrint would go on without the file."""
    try:
        yield
    except weasyprint.urls.FatalURLFetchingError as error:
        raise RenderError(str(error)) from error.__cause__


def _fetcher(weasyprint: Any, files: Mapping[str, bytes]) -> Any:
    return _fetcher_class(weasyprint.urls.URLFetcher, weasyprint.urls.URLFetcherResponse)(files)


@lru_cache(maxsize=1)
def _fetcher_class(base: Any, response: Any) -> Any:
    """The fetcher's class; it can only be made once WeasyPrint is there."""

    class OwnFiles(base):  # type: ignore[misc]
        """Gives the files it was made with and refuses everything else."""

        def __init__(self, files: Mapping[str, bytes]) -> None:
            super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
            self._files = files

        def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
            """The file at an address; ValueError for any that was not given."""
            if url not in self._files:
                raise ValueError(f"a poster may not fetch {url}")
            scheme = url.split(":")[0]
            kind = CONTENT_TYPES.get(scheme, "font/ttf")
            return response(url, self._files[url], {"Content-Type": kind})

    return OwnFiles


SCENE, DRAWING, PICTURE = "scene:", "drawing:", "picture:"
"""Schemes of the addresses of our own pictures; they exist in memory only."""

CONTENT_TYPES = {"scene": "image/svg+xml", "drawing": "image/svg+xml", "picture": "image/png"}
