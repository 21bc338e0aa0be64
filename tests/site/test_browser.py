"""The built site in a real browser: accessibility, small windows, no script, language, sharing, the console."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect
from tests.nightly import by_day

pytestmark = [pytest.mark.browser, pytest.mark.site]

KINDS = {
    "home": "",
    "topic": "sign-in/",
    "reference": "lock-reasons/",
    "contact": "contact/",
    "words": "words/",
    "message": "errors/slide-net-err/",
    "index": "errors/",
    "missing": "no-such-page/",
}
"""One address of each kind of page."""

PARTS = 4
"""The addresses are checked in so many parts, so that test processes can share it."""


@pytest.fixture
def quiet(page: Page) -> Iterator[list[str]]:
    """Everything that a page says on the console or loads from another host; a test that uses it wants nothing."""
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(message.text)

    def watch(request: Request) -> None:
        if urlsplit(request.url).hostname not in ("127.0.0.1", None):
            said.append(f"request to {request.url}")

    page.on("console", listen)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", watch)
    yield said
    assert said == []


def violations(page: Page, axe_source: str) -> str:
    """axe's findings on the page as it is now, as readable text; empty when there are none."""
    page.evaluate(axe_source)
    found: list[dict[str, Any]] = page.evaluate(
        """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map((v) => ({
            rule: v.id, help: v.help, where: v.nodes.slice(0, 4).map((n) => n.html.slice(0, 200))}))"""
    )
    return json.dumps(found, ensure_ascii=False, indent=1) if found else ""


def hidden_remedy(page: Page) -> str:
    """Says so when a message's meaning or first remedy ends below what a phone shows; empty on other pages."""
    low: str = page.evaluate(
        """() => {
            const remedy = document.querySelector(".message__remedies > li > p");
            const window = document.querySelector(".search--header").getBoundingClientRect().top;
            const bottom = remedy?.getBoundingClientRect().bottom ?? 0;
            return bottom > window ? `the first remedy ends at ${bottom}, the window at ${window}` : "";
        }"""
    )
    return low


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.usefixtures("quiet")
def test_every_address_on_a_phone(part: int, page: Page, site_url: str, looked_at: list[str], axe_source: str) -> None:
    """axe finds nothing, nothing is said on the console, and a message is understood without scrolling."""
    page.set_viewport_size({"width": 360, "height": 740})
    faults = {}
    for address in looked_at[part::PARTS]:
        page.goto(site_url + address)
        faults[address] = hidden_remedy(page) or violations(page, axe_source)
    assert {address: fault for address, fault in faults.items() if fault} == {}


@pytest.mark.parametrize(
    ("prefix", "scheme", "width"),
    by_day([("", "dark", 360), ("en/", "light", 1280), ("", "light", 1280), ("en/", "dark", 1280)], 3),
)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "missing"])
def test_axe_finds_nothing_in_any_form(
    kind: str, prefix: str, scheme: Any, width: int, browser: Browser, site_url: str, axe_source: str
) -> None:
    """The form that is left, light on a phone, is tested on every address. The languages share their colours."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(site_url + prefix + KINDS[kind])
    assert violations(page, axe_source) == ""
    context.close()


@pytest.mark.parametrize(
    ("scheme", "width"), by_day([("light", 360), ("dark", 360), ("light", 1280), ("dark", 1280)], 3)
)
@pytest.mark.parametrize(("address", "text"), [("unlock/", "net err"), ("en/", "qqqq zzzz")])
def test_axe_finds_nothing_while_somebody_searches(
    address: str, text: str, scheme: Any, width: int, page: Page, site_url: str, axe_source: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(site_url + address)
    page.locator("#search").fill(text)
    expect(page.locator("#search-panel .search__hit, #search-panel p").first).to_be_visible()
    page.evaluate(axe_source)
    assert page.evaluate("async () => (await axe.run('.search--header')).violations.map((v) => v.nodes[0].html)") == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_no_page_scrolls_sideways(prefix: str, page: Page, site_url: str) -> None:
    for address in KINDS.values():
        page.goto(site_url + prefix + address)
        for width in (320, 360, 768, 1280, 1600):
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address


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
    page.wait_for_function("scrollY > 100")
    page.locator("[data-language-switch]").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_url}en/safety/#real-mail")


def test_the_scheme_is_kept_from_page_to_page(page: Page, site_url: str) -> None:
    page.goto(site_url)
    switch = page.locator("[data-scheme-switch]")
    switch.click()
    expect(page.locator(".toast")).to_have_text("明るさ：明るい画面")
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
    expect(page.locator(".toast")).to_have_text("Title and link copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{page.title()}\n{site_url}en/safety/"
    page.locator("#real-mail").hover()
    page.locator("#real-mail .anchor-link").click()
    page.wait_for_url("**/#real-mail")
    page.wait_for_function("async () => (await navigator.clipboard.readText()).endsWith('#real-mail')")


@pytest.mark.usefixtures("clipboard")
def test_the_wording_of_a_message_can_be_copied(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}errors/slide-net-err/")
    page.locator("[data-copy]").first.click()
    expect(page.locator(".toast")).to_have_text("コピーしました")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "ネットワークエラーが発生しました。リフレッシュしてください。"


@pytest.mark.usefixtures("clipboard")
def test_a_click_on_the_words_of_a_screen_copies_them(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}password-reset/")
    words = page.locator(".wording-says", has_text="続ける").first
    words.scroll_into_view_if_needed()
    words.click()
    expect(page.locator(".toast")).to_have_text("コピーしました")
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


TOPICS = ("sign-in/", "password-reset/", "unlock/", "slider/", "registration/", "browser/", "safety/")


@pytest.mark.parametrize("topic", TOPICS)
def test_the_text_of_a_topic_is_a_few_tabs_away(topic: str, page: Page, site_url: str) -> None:
    page.goto(site_url + topic)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.page-head ~ * a, .page-head ~ * button')"):
            return
    pytest.fail("nothing of the text within 12 presses of Tab")


def test_the_search_at_the_foot_gives_way_to_a_box_in_the_page(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_url)
    bar = page.locator(".search--header")
    expect(bar).to_have_attribute("data-away", "")
    page.mouse.wheel(0, 3000)
    page.wait_for_function("scrollY > 1500")
    page.mouse.wheel(0, -200)
    expect(bar).not_to_have_attribute("data-away", "")
