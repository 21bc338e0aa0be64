"""The built site in use, in a real browser: menus, languages, the scheme, copying, keys, no script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.browsers.waiting import until
from tests.interface import said
from tests.site.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.site]


def test_every_kind_can_be_read_without_script(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for prefix in ("", "en/"):
        for address in KINDS.values():
            page.goto(site_url + prefix + address)
            expect(page.locator("h1")).to_be_visible()
            expect(page.locator(".only-script").first).to_be_hidden()
    context.close()


def test_the_menu_opens_without_script(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(site_url)
    entry = page.locator(".site-nav a", has_text="ログインできない")
    expect(entry).to_be_hidden()
    page.locator(".site-header__menu").click()
    expect(entry).to_be_visible()
    context.close()


def test_the_menu_opens_with_the_keyboard(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_url)
    page.locator(".site-header__menu").focus()
    page.keyboard.press("Space")
    expect(page.locator(".site-nav a", has_text="ログインできない")).to_be_visible()


def test_the_language_switch_keeps_page_and_section(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}sign-in/#wrong-password")
    page.locator("[data-language-switch]").click()
    expect(page).to_have_url(f"{site_url}en/sign-in/#wrong-password")
    page.locator("[data-language-switch]").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}sign-in/#wrong-password")


def test_the_language_switch_keeps_the_section_that_is_read(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}safety/")
    page.locator("#real-mail").evaluate("heading => heading.scrollIntoView({behavior: 'instant'})")
    until(page, "scrollY > 100")
    page.locator("[data-language-switch]").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}en/safety/#real-mail")


def test_the_scheme_is_kept_from_page_to_page(page: Page, site_url: str) -> None:
    page.goto(site_url)
    switch = page.locator("[data-scheme-switch]")
    switch.click()
    expect(page.locator(".toast")).to_have_text(said("ja", "site", "scheme-light"))
    switch.click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    page.goto(f"{site_url}en/about/")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")


@pytest.fixture
def clipboard(context: BrowserContext, site_url: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site_url.removesuffix("/help/"))


@pytest.mark.usefixtures("clipboard")
def test_the_link_of_page_and_section_can_be_copied(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/safety/")
    page.locator("[data-copy-page]").click()
    expect(page.locator(".toast")).to_have_text(said("en", "site", "copied"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{page.title()}\n{site_url}en/safety/"
    page.locator("#real-mail").hover()
    page.locator("#real-mail .anchor-link").click()
    page.wait_for_url("**/#real-mail")
    until(page, "async () => (await navigator.clipboard.readText()).endsWith('#real-mail')")


@pytest.mark.usefixtures("clipboard")
def test_the_wording_of_a_message_can_be_copied(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}errors/slide-net-err/")
    page.locator("[data-copy]").first.click()
    expect(page.locator(".toast")).to_have_text(said("ja", "message", "copied"))
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "ネットワークエラーが発生しました。リフレッシュしてください。"


@pytest.mark.usefixtures("clipboard")
def test_a_click_on_the_words_of_a_screen_copies_them(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}password-reset/")
    words = page.locator(".wording-says", has_text="続ける").first
    words.scroll_into_view_if_needed()
    words.click()
    expect(page.locator(".toast")).to_have_text(said("ja", "wording", "copied"))
    assert page.evaluate("navigator.clipboard.readText()") == "続ける"


def test_a_word_is_explained_where_it_stands(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}slider/")
    button = page.locator("button.term").first
    explanation = page.locator(f"#{button.get_attribute('popovertarget')}")
    expect(explanation).to_be_hidden()
    button.click()
    expect(explanation).to_be_visible()
    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()


def test_the_skip_link_leads_to_the_text(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}errors/slide-net-err/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_text_of_a_topic_is_a_few_tabs_away(page: Page, site_url: str) -> None:
    for topic in ("sign-in/", "password-reset/", "unlock/", "slider/", "registration/", "browser/", "safety/"):
        page.goto(site_url + topic)
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.page-head ~ * a, .page-head ~ * button')"):
                break
        else:
            pytest.fail(f"nothing of the text of {topic} within 12 presses of Tab")


def test_the_search_at_the_foot_gives_way_to_a_box_in_the_page(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_url)
    bar = page.locator(".search--header")
    expect(bar).to_have_attribute("data-away", "")
    page.mouse.wheel(0, 3000)
    until(page, "scrollY > 1500")
    page.mouse.wheel(0, -200)
    expect(bar).not_to_have_attribute("data-away", "")
