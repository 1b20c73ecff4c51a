"""A real browser for the tests: Debian's Chromium, or Playwright's own where there is none."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Route,
)

from tests.sets import ROOT
from tools.conformance.browser import of_the_system

AXE = ROOT / "tools" / "conformance" / "node_modules" / "axe-core" / "axe.min.js"
LEFT = "net::ERR_ABORTED"
"""What a browser says of a file that it waits for no more, the visitor having gone on."""


def launch(playwright: Playwright) -> Browser:
    """The browser that pages are tried in."""
    return playwright.chromium.launch(executable_path=of_the_system(), args=["--no-sandbox"])


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder at an address of this machine, below a path as on an intranet."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Visit:
    """A page open in a window of its own, and what must stay empty: requests that lead elsewhere,
    requests that failed, and complaints of the page."""

    context: BrowserContext
    page: Page
    strays: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    loaded: dict[str, int] = field(default_factory=dict)


@contextmanager
def visit(browser: Browser, origin: str, **options: Any) -> Iterator[Visit]:
    """A window that reaches nothing but an origin; whatever else was asked for fails the test."""
    context = browser.new_context(**options)
    context.set_default_timeout(20_000)
    seen = Visit(context, context.new_page())

    def guard(route: Route) -> None:
        address = route.request.url
        if address.startswith((origin, "data:", "blob:")):
            route.continue_()
        else:
            seen.strays.append(address)
            route.abort()

    def complain(said: ConsoleMessage) -> None:
        if said.type == "error":
            seen.errors.append(said.text)

    def lose(request: Request) -> None:
        if request.failure != LEFT:
            seen.failed.append(f"{request.url}: {request.failure}")

    context.route("**/*", guard)
    seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
    seen.page.on("console", complain)
    seen.page.on("requestfailed", lose)
    seen.page.on(
        "response",
        lambda answer: seen.loaded.update(
            {answer.url: int(answer.headers.get("content-length", 0))}
        ),
    )
    try:
        yield seen
        assert not seen.strays, seen.strays
        assert not seen.errors, seen.errors
        assert not seen.failed, seen.failed
    finally:
        context.close()


def axe(page: Page) -> list[str]:
    """What axe-core finds in a page: every rule, target size too, which it leaves out by itself."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run(document, {rules: {'target-size': {enabled: true}}})")
    return [
        f"{each['id']}: {each['help']} ({node['target']}: {node['failureSummary']})"
        for each in found["violations"]
        for node in each["nodes"]
    ]
