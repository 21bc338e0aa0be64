"""What comes from outside (addresses, stored settings, typed text) is not trusted, in a real browser."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "'; alert(1); //",
    "]]><svg onload=alert(1)>",
    "あ" * 5_000,
    "\u0000\u202e\ufffe",
    "__proto__",
]
FOREIGN = "document.querySelectorAll('[onerror], [onload], img[src=x], article script').length"
"""How much of the markup in `HOSTILE` became part of the page."""
ADDRESSES = [*map(quote, HOSTILE), "%zz", "%E3%81", "%00"]
STORED = [*HOSTILE[:2], "null", "[", "{}", "[null]", "[[]]", '{"__proto__": 1}', "1e999", '["\\u0000"]']
KEYS = [
    "hs-scheme",
    "hs-devices",
    "hs-ticks",
    "hs-offline",
    "hs-found",
    "hs-letters",
    "hs-visit",
    "hs-anew",
    "hs-flow",
    "hs-flow-switch",
]


@pytest.mark.parametrize("place", ["en/?q=", "ways/?h=", "errors/?q=%&h=%#"])
def test_addresses_are_not_trusted(place: str, small_url: str, watched: tuple[Page, list[str]]) -> None:
    """The search is the same on every page."""
    page, said = watched
    for value in ADDRESSES:
        page.goto(small_url + place + value)
        page.wait_for_timeout(30)
        assert page.evaluate(FOREIGN) == 0
    assert [text for text in said if not text.startswith("warning")] == []


@pytest.mark.parametrize("address", ["ways/", "errors/", "en/contact/"])
def test_fragments_are_not_trusted(address: str, small_url: str, watched: tuple[Page, list[str]]) -> None:
    """Neither while a page is open nor when it opens."""
    page, said = watched
    for value in ADDRESSES:
        page.goto(f"{small_url}{address}#{value}")
        page.wait_for_timeout(30)
        assert page.evaluate(FOREIGN) == 0
    page.reload()
    assert page.evaluate(FOREIGN) == 0
    assert [text for text in said if not text.startswith("warning")] == []


@pytest.mark.parametrize("address", ["ways/", "guide/", "en/contact/"])
def test_stored_settings_are_not_trusted(address: str, small_url: str, watched: tuple[Page, list[str]]) -> None:
    page, said = watched
    page.goto(small_url + address)
    known = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    for value in STORED:
        page.evaluate(
            "([keys, value]) => { for (const key of keys) { localStorage[key] = value; sessionStorage[key] = value; } }",
            [sorted({*KEYS, *known}), value],
        )
        page.reload()
        expect(page.locator("h1")).to_be_visible()
    assert [text for text in said if not text.startswith("warning")] == []


@pytest.mark.parametrize("address", ["", "en/contact/", "errors/"])
def test_typed_text_is_not_trusted(address: str, small_url: str, watched: tuple[Page, list[str]]) -> None:
    page, said = watched
    page.goto(small_url + address)
    for value in HOSTILE:
        for box in page.locator("input:not([type=checkbox]):not([type=radio]):visible, textarea:visible").all():
            if box.is_editable():
                box.fill(value)
        page.wait_for_timeout(100)
        assert page.evaluate(FOREIGN) == 0
    assert [text for text in said if not text.startswith("warning")] == []
