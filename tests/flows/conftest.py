"""The fixture site's charts on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from tests.flows.walk import PAGES, PHONE


@pytest.fixture
def phone(page: Page, small_url: str) -> Page:
    """The page on signing in, on a phone."""
    page.set_viewport_size(PHONE)
    page.goto(small_url + PAGES["pick"])
    return page
