"""Letters in a real browser: with keyboard only, with script off, with any text, kept only when one asks."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from tests.interface import said

pytestmark = pytest.mark.browser

EVIL = "a \"b\" 'c' <script>window.hit = 1</script> &amp; ${x} {tried} \\ 🛒👩‍👩‍👧 "
LOCALES = ["", "en/"]


def letter(page: Page, key: str = "shut") -> Locator:
    return page.locator(f'[data-letter="{key}"]')


def field(page: Page, name: str, key: str = "shut") -> Locator:
    return letter(page, key).locator(f'[data-field="{name}"]')


def values(page: Page, name: str, key: str = "shut") -> list[str]:
    return letter(page, key).locator(f'[data-value="{name}"]').all_text_contents()


def stored(page: Page) -> object:
    return json.loads(page.evaluate("localStorage.getItem('hs-letters')") or "null")


@pytest.fixture
def contact(context: BrowserContext, page: Page, small_url: str) -> Page:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{small_url}contact/#letter-shut")
    return page


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("locale", LOCALES)
def test_with_the_keyboard_alone(context: BrowserContext, page: Page, small_url: str, locale: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{small_url}{locale}contact/")
    page.locator('.letters__choice a[href="#letter-shut"]').focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#letter-shut$"))  # until then the focus is not where it will be
    field(page, "account-email").focus()
    page.keyboard.type("hanako@example.com")
    page.keyboard.press("Tab")
    page.keyboard.type("Japan")
    page.keyboard.press("Tab")
    page.keyboard.type("Your account is temporarily unavailable")
    page.keyboard.press("Enter")
    page.keyboard.type("due to security reasons")
    page.keyboard.press("Tab")
    page.keyboard.type("11202025")
    letter(page).locator('[data-tick="tried-other-browser"]').focus()
    page.keyboard.press("Space")
    while not field(page, "tried").evaluate("(element) => element === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type("Chrome and the app.")
    while not letter(page).locator("[data-copy-letter]").evaluate("(element) => element === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).not_to_be_empty()
    assert clipboard(page) == (
        "Subject: A shut door\n\n"
        "Dear keeper,\n\n"
        "Account: hanako@example.com\nCountry: Japan\nFirst seen on: 2025-11-20\nText on the screen:\n"
        "Your account is temporarily unavailable\ndue to security reasons\n\n"
        "What I have tried:\n- I tried another browser.\nChrome and the app.\n\n"
        "I would like to ask you:\n- Please open it.\n\n"
        "Thank you."
    )
    both = 2 if locale == "" else 1
    assert values(page, "account-email") == ["hanako@example.com"] * both


@pytest.mark.parametrize("locale", LOCALES)
def test_without_script_the_letter_has_blanks(browser: Browser, small_url: str, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small_url}{locale}contact/")
    expect(letter(page).locator("form")).to_be_hidden()
    expect(letter(page).locator("button")).to_have_count(3)
    expect(letter(page).locator("[data-copy-letter]")).to_be_hidden()
    expect(letter(page).locator("[data-sent]")).to_contain_text("Account: [Email address of the account]")
    assert page.locator(".letter__blank:visible").count() == page.locator(".letter__blank").count() > 0
    context.close()


def test_the_copy_of_an_empty_letter_says_so(contact: Page) -> None:
    letter(contact).locator("[data-copy-letter]").click()
    expect(contact.locator(".toast")).to_have_text(said("ja", "letter", "copied-with-blanks"))
    assert "Account: [Email address of the account]\nCountry: Japan\n" in clipboard(contact)


def test_any_text_is_text(contact: Page) -> None:
    text = EVIL + "x" * 5000
    field(contact, "tried").fill(f"{text}\n二行目")
    field(contact, "account-email").fill(EVIL)
    assert values(contact, "tried") == [f"{text}\n二行目"] * 2
    assert values(contact, "account-email") == [EVIL.strip()] * 2
    letter(contact).locator("[data-copy-letter]").click()
    letter(contact).locator("[data-copy-anyway]").click()
    expect(contact.locator(".toast")).not_to_be_empty()
    assert f"What I have tried:\n{text}\n二行目\n\n" in clipboard(contact)
    assert contact.evaluate("window.hit") is None
    assert contact.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert len(contact.pdf(format="A4")) > 0


def test_an_emptied_field_is_a_blank_again(contact: Page) -> None:
    field(contact, "country").fill("Japan")
    field(contact, "country").fill("  ")
    expect(letter(contact).locator('[data-sent] [data-blank="country"]')).to_be_visible()
    expect(letter(contact).locator('[data-sent] [data-value="country"]')).to_be_hidden()


REMARKS = [
    ("shut", "account-email", "hanako", "bad-email"),
    ("shut", "account-email", "hanako@example.com", ""),
    ("shut", "date-seen", "2999-01-01", "bad-date"),
    ("shut", "tried", "card 4111 1111-1111 1111", "bad-card"),
    ("shut", "tried", "card 4111 1111 1111 1112", ""),
    ("shut", "tried", "アプリ", "bad-foreign"),
    ("shut", "message-seen", "利用できません", ""),
    ("parcel", "order-number", "８１００", ""),
    ("parcel", "order-number", "No. 8100", "bad-order"),
    ("parcel", "order-number", "4111111111111111", "bad-card"),
]


def test_gentle_remarks(contact: Page) -> None:
    for key, name, typed, remark in REMARKS:
        contact.locator(f'.letters__choice a[href="#letter-{key}"]').click()
        field(contact, name, key).fill(typed)
        field(contact, name, key).blur()
        shown = field(contact, name, key).locator("xpath=following-sibling::*[@role='status']").inner_text()
        assert shown.replace("\u200b", "") == (said("ja", "letter", remark) if remark else ""), typed
        assert values(contact, name, key) == [typed] * 2


def test_nothing_is_stored_and_nothing_is_sent(contact: Page) -> None:
    requests: list[str] = []
    contact.wait_for_load_state("networkidle")
    contact.on("request", lambda request: requests.append(request.url))
    field(contact, "country").fill("Korea")
    letter(contact).locator("[data-copy-letter]").click()
    contact.wait_for_timeout(200)
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


@pytest.mark.parametrize("locale", LOCALES)
def test_a_form_is_accessible(page: Page, small_url: str, axe_source: str, locale: str) -> None:
    page.goto(f"{small_url}{locale}contact/#letter-shut")
    field(page, "account-email").fill("hanako")
    field(page, "account-email").blur()
    page.evaluate(axe_source)
    found = page.evaluate(
        "async () => (await axe.run('.letters')).violations.map((one) => [one.id, one.nodes[0].html])"
    )
    assert found == []


def test_one_letter_at_a_time(page: Page, small_url: str) -> None:
    page.goto(f"{small_url}contact/")
    assert page.locator(".letter:visible").count() == 0
    for key in ("parcel", "shut"):
        page.locator(f'.letters__choice a[href="#letter-{key}"]').click()
        expect(letter(page, key)).to_be_visible()
        assert page.locator(".letter:visible").count() == 1
        assert page.locator(".letters__choice [aria-current]").count() == 1


def test_what_deserves_a_look_is_shown_before_it_is_copied(contact: Page) -> None:
    field(contact, "account-email").fill("hanako")
    field(contact, "tried").fill("アプリ Password: Abcdef12 and 4111 1111 1111 1111")
    letter(contact).locator("[data-copy-letter]").click()
    look = letter(contact).locator("[data-look]")
    expect(look.locator("li")).to_have_text(
        [re.compile(said("ja", "letter", f"bad-{what}")) for what in ("email", "card", "secret", "foreign")]
    )
    assert contact.locator(".toast").count() == 0
    look.get_by_role("button").click()
    expect(contact.locator(".toast")).not_to_be_empty()
    expect(look).to_be_hidden()
    expect(letter(contact).locator("[data-copy-letter]")).to_be_focused()
