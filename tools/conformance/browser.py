"""Which browser pages are judged in: the system's Chromium, or Playwright's own.

Ubuntu's package `chromium` is a stub that asks for a snap; there `make setup-test` fetches
Playwright's.
"""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

BROWSERS = ("chromium", "google-chrome")


def of_the_system() -> str | None:
    """The path of the system's own browser; None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def any_browser() -> str | None:
    """The path of the system's browser, else of Playwright's; None where there is neither."""
    found = of_the_system()
    if found is None:
        with sync_playwright() as playwright:
            own = Path(playwright.chromium.executable_path)
        found = str(own) if own.is_file() else None
    return found
