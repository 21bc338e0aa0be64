"""The fixture site's page of letters."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page


@pytest.fixture
def contact(context: BrowserContext, page: Page, small_url: str) -> Page:
    """With a letter open."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{small_url}contact/#letter-shut")
    return page
