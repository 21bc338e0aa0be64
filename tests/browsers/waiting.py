"""To wait for a page. Playwright's own ``wait_for_function`` evaluates text, which the site's policy refuses."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Error, Locator, Page

PATIENCE = 30
"""Seconds until a test gives up."""


def until(place: Page | Locator, script: str, arg: Any = None) -> Any:
    """What ``script`` gives of ``place`` as soon as that is true. Raises `TimeoutError`, which holds the script."""
    page = place if isinstance(place, Page) else place.page
    end = time.monotonic() + PATIENCE
    while not (value := _evaluate(place, script, arg)):
        if time.monotonic() > end:
            raise TimeoutError(script)
        page.wait_for_timeout(20)
    return value


def _evaluate(place: Page | Locator, script: str, arg: Any) -> Any:
    """Nothing while the page is left for another one."""
    try:
        return place.evaluate(script, arg)
    except Error as error:
        if "navigation" in error.message:
            return None
        raise
