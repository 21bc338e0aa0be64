"""Letters in a real browser: what is kept, what an address fills in, one at a time."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.letters.form import field, letter, values

pytestmark = pytest.mark.browser


def stored(page: Page) -> object:
    return json.loads(page.evaluate("localStorage.getItem('hs-letters')") or "null")


def test_nothing_is_stored_and_nothing_is_sent(contact: Page) -> None:
    requests: list[str] = []
    contact.wait_for_load_state("networkidle")
    contact.on("request", lambda request: requests.append(request.url))
    field(contact, "country").fill("Korea")
    letter(contact).locator("[data-copy-letter]").click()
    expect(contact.locator(".toast")).not_to_be_empty()
    requests = [url for url in requests if "/mark." not in url]  # the icon is fetched when the browser has time
    assert (stored(contact), requests) == (None, [])
    assert "Korea" not in contact.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    contact.reload()
    expect(field(contact, "country")).to_have_value("Japan")


def test_it_is_kept_when_one_asks_and_as_long_as_one_wants(contact: Page) -> None:
    field(contact, "country").fill("Korea")
    letter(contact).locator('[data-tick="tried-waited"]').check()
    letter(contact).locator("[data-keep]").check()
    field(contact, "tried").fill("Chrome")
    contact.reload()
    expect(field(contact, "country")).to_have_value("Korea")
    expect(field(contact, "tried")).to_have_value("Chrome")
    expect(letter(contact).locator('[data-tick="tried-waited"]')).to_be_checked()
    assert values(contact, "country") == ["Korea"] * 2
    letter(contact).locator("[data-clear]").click()
    assert stored(contact) is None
    expect(field(contact, "country")).to_have_value("Japan")
    expect(letter(contact).locator('[data-tick="tried-waited"]')).not_to_be_checked()
    expect(letter(contact).locator('[data-tick="asks-open"]')).to_be_checked()


def test_a_broken_store_does_no_harm(contact: Page) -> None:
    faults: list[str] = []
    contact.on("pageerror", lambda error: faults.append(str(error)))
    for kept in ("{", "[]", "7", '{"shut": 3}', '{"shut": {"country": {}}}', "null"):
        contact.evaluate("(kept) => localStorage.setItem('hs-letters', kept)", kept)
        contact.reload()
        field(contact, "country").fill("Japan")
        assert values(contact, "country") == ["Japan"] * 2, kept
        assert faults == [], kept


def test_a_message_page_opens_the_letter_with_its_words(page: Page, small_url: str) -> None:
    page.goto(f"{small_url}en/errors/door-net/")
    page.locator('[data-way-on] a[href*="#letter-"]').first.click()
    page.wait_for_url("**/contact/**")
    address = urlsplit(page.url)
    key, seen = address.fragment.removeprefix("letter-"), parse_qs(address.query)["message"][0]
    expect(letter(page, key)).to_be_visible()
    assert page.locator(".letter:visible").count() == 1
    expect(field(page, "message-seen", key)).to_have_value(seen)
    assert set(values(page, "message-seen", key)) == {seen}


def test_a_message_in_the_address_is_mere_text(page: Page, small_url: str) -> None:
    page.goto(f"{small_url}contact/?message=%3Cimg%20src%3Dx%20onerror%3D%22window.hit%3D1%22%3E{'y' * 3000}")
    assert values(page, "message-seen")[0].startswith('<img src=x onerror="window.hit=1">yyy')
    assert len(values(page, "message-seen")[0]) == 1000
    assert page.evaluate("window.hit") is None
    assert page.locator(".letter img").count() == 0


def test_one_letter_at_a_time(page: Page, small_url: str) -> None:
    page.goto(f"{small_url}contact/")
    assert page.locator(".letter:visible").count() == 0
    for key in ("parcel", "shut"):
        choice = page.locator(f'.letters__choice a[href="#letter-{key}"]')
        choice.click()
        expect(letter(page, key)).to_be_visible()
        expect(choice).to_be_hidden()
        page.locator(".letters__choice summary").click()
        assert page.locator(".letter:visible").count() == 1
        assert page.locator(".letters__choice [aria-current]").count() == 1
