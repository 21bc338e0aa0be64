"""Letters in a real browser: with keyboard only, with script off, with any text, kept only when one asks."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
]

EVIL = "a \"b\" 'c' <script>window.hit = 1</script> &amp; ${x} {tried} \\ 🛒👩‍👩‍👧 "
LOCALES = ["", "en/"]


def letter(page: Page, key: str = "lock-no-phone") -> Locator:
    return page.locator(f'[data-letter="{key}"]')


def field(page: Page, name: str, key: str = "lock-no-phone") -> Locator:
    return letter(page, key).locator(f'[data-field="{name}"]')


def values(page: Page, name: str, key: str = "lock-no-phone") -> list[str]:
    return letter(page, key).locator(f'[data-value="{name}"]').all_text_contents()


def stored(page: Page) -> object:
    return json.loads(page.evaluate("localStorage.getItem('hs-letters')") or "null")


@pytest.fixture
def contact(context: BrowserContext, page: Page, site_url: str) -> Page:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}contact/#letter-lock-no-phone")
    return page


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("locale", LOCALES)
def test_with_the_keyboard_alone(context: BrowserContext, page: Page, site_url: str, locale: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site_url}{locale}contact/")
    page.locator('.letters__choice a[href="#letter-lock-no-phone"]').focus()
    page.keyboard.press("Enter")
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
        "Subject: Account locked: no field for my phone number\n\n"
        "Dear customer service,\n\n"
        "My account is locked, and I cannot do the identity check. After I sign in, a notice says that the account is "
        "locked, but no field for my phone number appears.\n\n"
        "Account: hanako@example.com\nCountry: Japan\nFirst seen on: 2025-11-20\nText on the screen:\n"
        "Your account is temporarily unavailable\ndue to security reasons\n\n"
        "What I have tried:\n- I tried another browser.\nChrome and the app.\n\n"
        "I would like to ask you:\n- Please tell me how I can confirm my identity and unlock this account.\n\n"
        "Thank you for your help."
    )
    both = 2 if locale == "" else 1
    assert values(page, "account-email") == ["hanako@example.com"] * both


@pytest.mark.parametrize("locale", LOCALES)
def test_without_script_the_letter_has_blanks(browser: Browser, site_url: str, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}{locale}contact/")
    expect(letter(page).locator("form")).to_be_hidden()
    expect(letter(page).locator("button")).to_have_count(3)
    expect(letter(page).locator("[data-copy-letter]")).to_be_hidden()
    expect(letter(page).locator("[data-sent]")).to_contain_text("Account: [Email address of the account]")
    assert page.locator(".letter__blank:visible").count() == page.locator(".letter__blank").count() > 0
    context.close()


def test_the_copy_of_an_empty_letter_says_so(contact: Page) -> None:
    letter(contact).locator("[data-copy-letter]").click()
    expect(contact.locator(".toast")).to_have_text("コピーしました。[ ] の中がまだ空いています。")
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


@pytest.mark.parametrize(
    ("key", "name", "typed", "remark"),
    [
        (
            "lock-no-phone",
            "account-email",
            "hanako",
            "メールアドレスの形ではないようです。@ の前後を確かめてください。",
        ),
        ("lock-no-phone", "account-email", "hanako@example.com", ""),
        ("lock-no-phone", "date-seen", "2999-01-01", "今日より後の日です。日付を確かめてください。"),
        (
            "lock-no-phone",
            "tried",
            "card 4111 1111-1111 1111",
            "カード番号のように見えます。カード番号なら消してください。",
        ),
        ("lock-no-phone", "tried", "card 4111 1111 1111 1112", ""),
        (
            "lock-no-phone",
            "tried",
            "アプリ",
            "日本語の文字があります。担当者が読めるように、英語で書いてください。",
        ),
        ("lock-no-phone", "message-seen", "利用できません", ""),
        ("payment-check", "order-number", "８１００", ""),
        (
            "payment-check",
            "order-number",
            "No. 8100",
            "数字以外の文字が入っています。注文の画面と同じか確かめてください。",
        ),
    ],
)
def test_gentle_remarks(contact: Page, key: str, name: str, typed: str, remark: str) -> None:
    contact.locator(f'.letters__choice a[href="#letter-{key}"]').click()
    field(contact, name, key).fill(typed)
    field(contact, name, key).blur()
    shown = contact.locator(f"#letter-{key}--{name}-remark").inner_text()
    assert shown.replace("\u200b", "") == remark
    assert values(contact, name, key) == [typed] * 2


def test_nothing_is_stored_and_nothing_is_sent(contact: Page) -> None:
    requests: list[str] = []
    contact.wait_for_load_state("networkidle")
    contact.on("request", lambda request: requests.append(request.url))
    field(contact, "country").fill("Korea")
    letter(contact).locator("[data-copy-letter]").click()
    contact.wait_for_timeout(200)
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
    expect(letter(contact).locator('[data-tick="asks-unlock-way"]')).to_be_checked()


@pytest.mark.parametrize("kept", ["{", "[]", "7", '{"lock-no-phone": 3}', '{"lock-no-phone": {"country": {}}}', "null"])
def test_a_broken_store_does_no_harm(contact: Page, kept: str) -> None:
    faults: list[str] = []
    contact.on("pageerror", lambda error: faults.append(str(error)))
    contact.evaluate("(kept) => localStorage.setItem('hs-letters', kept)", kept)
    contact.reload()
    field(contact, "country").fill("Japan")
    assert values(contact, "country") == ["Japan"] * 2
    assert faults == []


def test_a_message_page_opens_the_letter_with_its_words(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/errors/lock-validate-payment-appeal/")
    page.locator('[data-way-on] a[href*="#letter-"]').first.click()
    page.wait_for_url("**/contact/**")
    address = urlsplit(page.url)
    key, seen = address.fragment.removeprefix("letter-"), parse_qs(address.query)["message"][0]
    expect(letter(page, key)).to_be_visible()
    assert page.locator(".letter:visible").count() == 1
    expect(field(page, "message-seen", key)).to_have_value(seen)
    assert set(values(page, "message-seen", key)) == {seen}


def test_a_message_in_the_address_is_mere_text(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}contact/?message=%3Cimg%20src%3Dx%20onerror%3D%22window.hit%3D1%22%3E{'y' * 3000}")
    assert values(page, "message-seen")[0].startswith('<img src=x onerror="window.hit=1">yyy')
    assert len(values(page, "message-seen")[0]) == 1000
    assert page.evaluate("window.hit") is None
    assert page.locator(".letter img").count() == 0


@pytest.mark.parametrize("locale", LOCALES)
def test_a_form_is_accessible(page: Page, site_url: str, axe_source: str, locale: str) -> None:
    page.goto(f"{site_url}{locale}contact/#letter-lock-no-phone")
    field(page, "account-email").fill("hanako")
    field(page, "account-email").blur()
    page.evaluate(axe_source)
    found = page.evaluate(
        "async () => (await axe.run('.letters')).violations.map((one) => [one.id, one.nodes[0].html])"
    )
    assert found == []


def test_one_letter_at_a_time(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}contact/")
    assert page.locator(".letter:visible").count() == 0
    for key in ("takeover", "no-code"):
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
        [re.compile(text) for text in ("メールアドレスの形", "カード番号", "パスワードか認証コード", "日本語の文字")]
    )
    assert contact.locator(".toast").count() == 0
    look.get_by_role("button").click()
    expect(contact.locator(".toast")).not_to_be_empty()
    expect(look).to_be_hidden()
