"""The search box as a reader sees it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect
from tests.interface import said

BOX = "#search"
NET = "スライダーの通信エラー"
"""What the page of the message “Net Err” is named."""


def hits(page: Page, box: str = BOX) -> Locator:
    """The titles of what was found."""
    return page.locator(f"{box}-panel [data-search-results] .search__title")


def expect_net(page: Page, box: str = BOX) -> None:
    """Wait until the page of “Net Err” is found first."""
    expect(hits(page, box).first).to_have_text(f"{said('ja', 'search', 'kind-message')} {NET}")


def put(page: Page, text: str, is_composing: bool = False) -> None:
    """Set the box's text without a key, as a paste or a keyboard that converts does."""
    page.evaluate(
        """([text, isComposing]) => {
            const input = document.querySelector("#search");
            input.focus();
            input.value = text;
            input.dispatchEvent(new InputEvent("input", { isComposing, bubbles: true }));
        }""",
        [text, is_composing],
    )
