"""The form of a letter of the fixture site."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def letter(page: Page, key: str = "shut") -> Locator:
    return page.locator(f'[data-letter="{key}"]')


def field(page: Page, name: str, key: str = "shut") -> Locator:
    return letter(page, key).locator(f'[data-field="{name}"]')


def values(page: Page, name: str, key: str = "shut") -> list[str]:
    return letter(page, key).locator(f'[data-value="{name}"]').all_text_contents()
