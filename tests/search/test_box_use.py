"""The search box in hand: keys, addresses, the way to a result and back, thumbs, no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.interface import said
from tests.search.box import BOX, expect_net, hits
from tests.search.served import Served

pytestmark = pytest.mark.browser


def test_a_box_that_nobody_touched_has_loaded_one_script(home: Page, small: Served) -> None:
    home.wait_for_load_state("networkidle")
    scripts = [path for path in small.asked if path.startswith(("assets/js", "search/"))]
    assert scripts == ["assets/js/search/start.js", "assets/js/store.js"]


def test_keys_open_the_box(home: Page) -> None:
    for key in ("/", "s", "f"):
        expect(home.locator("#search-panel")).to_be_hidden()
        home.keyboard.press(key)
        expect(home.locator(BOX)).to_be_focused()
        expect(home.locator(BOX)).to_have_value("")
        expect(home.locator("#search-panel")).to_be_visible()
        home.keyboard.press("Escape")
        home.locator(BOX).blur()


def test_arrows_enter_and_escape(home: Page) -> None:
    home.locator(BOX).fill("スライダー")
    expect(hits(home).first).to_be_visible()
    links = home.locator("#search-panel .search__hit")
    home.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    home.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    home.keyboard.press("ArrowUp")
    home.keyboard.press("ArrowUp")
    expect(home.locator(BOX)).to_be_focused()
    home.keyboard.press("Escape")
    expect(home.locator("#search-panel")).to_be_hidden()
    expect(home).not_to_have_url(re.compile("q="))


def test_enter_opens_the_first_result_even_before_it_is_there(home: Page, small: Served) -> None:
    small.delay = 0.3
    home.locator(BOX).fill("Net Err")
    home.keyboard.press("Enter")
    home.wait_for_url(re.compile(r"/help/errors/net/$"))


def test_the_words_found_are_marked_and_the_way_back_leads_to_the_results(home: Page) -> None:
    """What is typed is in no address that is asked for, and in no referrer: it stands behind the #, in this tab alone."""
    asked: list[str] = []
    home.on("request", lambda request: asked.append(request.url + str(request.headers)))
    home.locator(BOX).fill("Please refresh")
    home.wait_for_url(re.compile(r"/#q=Please\+refresh$"))
    home.locator("#search-panel .search__hit").first.click()
    expect(home.locator("article mark").first).to_have_text("Please refresh")
    home.go_back()
    expect(home.locator(BOX)).to_have_value("Please refresh")
    expect(hits(home).first).to_be_visible()
    assert [row for row in asked if "refresh" in row.replace("#q=Please+refresh", "")] == []


def test_small_words_are_not_marked(home: Page, small: Served) -> None:
    home.goto(small.url + "en/errors/oops/")
    remember = """sessionStorage["hs-found"] = '{"path": "/help/en/errors/oops/", "text": "and the to try it"}'"""
    home.evaluate(remember)
    home.reload(wait_until="networkidle")
    assert home.locator("article mark").count() == 0


def test_a_shared_search_opens_with_results(home: Page, small: Served) -> None:
    home.goto(small.url + "errors/#q=Net+Err")
    expect_net(home)
    expect(home.locator(BOX)).to_have_value("Net Err")


def test_a_box_of_the_page_searches_in_place(home: Page) -> None:
    home.locator("#search-launch").fill("Net Err")
    expect_net(home, "#search-launch")
    expect(home.locator("#search-launch")).to_be_focused()
    expect(home.locator("#search-panel")).to_be_hidden()


def test_without_script_the_form_leads_to_the_message_index(browser: Browser, small: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(small.url + "en/errors/net/")
    expect(page.locator(".search--header [type=submit]")).to_have_text(said("en", "search", "all-messages"))
    page.locator(BOX).fill("Net Err")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/help/en/errors/\??$"))
    context.close()


def test_four_results_and_the_box_within_the_thumbs_reach_on_a_phone(home: Page) -> None:
    home.set_viewport_size({"width": 360, "height": 640})
    home.reload()
    box = home.locator(BOX).bounding_box()
    assert box is not None
    assert box["y"] > 640 * 0.66
    assert box["width"] > 260
    assert box["height"] >= 44
    home.locator(BOX).fill("スライダー")
    items = home.locator("#search-panel .search__item")
    expect(items).to_have_count(4)
    seen = items.evaluate_all(
        "items => items.filter(item => item.getBoundingClientRect().bottom <= innerHeight).length"
    )
    assert seen == 4
    assert home.evaluate("document.documentElement.scrollWidth") <= 360
