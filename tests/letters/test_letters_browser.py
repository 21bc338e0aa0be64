"""Letters in a real browser: with keyboard only, with script off, with any text, kept only when one asks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.interface import said
from tests.letters.form import field, letter, values

pytestmark = pytest.mark.browser

EVIL = "a \"b\" 'c' <script>window.hit = 1</script> &amp; ${x} {tried} \\ 🛒👩‍👩‍👧 "
LOCALES = ["", "en/"]


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
        contact.goto(f"{contact.url.partition('#')[0]}#letter-{key}")
        field(contact, name, key).fill(typed)
        field(contact, name, key).blur()
        shown = field(contact, name, key).locator("xpath=following-sibling::*[@role='status']").inner_text()
        assert shown.replace("\u200b", "") == (said("ja", "letter", remark) if remark else ""), typed
        assert values(contact, name, key) == [typed] * 2


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
