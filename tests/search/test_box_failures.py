"""The search box when something does not arrive: it says so, leads on, and tries again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from tests.interface import said
from tests.search.box import BOX, expect_net
from tests.search.served import Served

pytestmark = pytest.mark.browser
LOST = {
    "search/ja.json": (404, b"{", b"null", b'{"format":99}', b'{"format":2}', b'{"format":2,"entries":[[0,"errors'),
    "assets/js/search/index.js": (404,),
    "assets/js/search/worker.js": (404, b"syntax of tomorrow"),
    "box.js": (404, b"class { #syntax of tomorrow"),
    "results.js": (404,),
}
"""Parts of the search, and what is answered instead of them."""


def expect_failure(page: Page) -> None:
    """Wait until the box says that there is no search, and leads to the list of messages."""
    failed = said("ja", "search", "failed")
    expect(page.locator("#search-panel .search__failed")).to_contain_text(failed)
    expect(page.locator("#search-panel .search__ways a")).to_have_attribute("href", "./errors/")
    expect(page.locator(".search--header [role=status]")).to_contain_text(failed)


@pytest.mark.parametrize("part", LOST)
def test_a_part_that_does_not_load_is_told_and_tried_again(home: Page, small: Served, part: str) -> None:
    for answer in LOST[part]:
        small.broken[part] = answer
        home.goto(small.url)
        home.locator(BOX).fill("Net Err")
        expect_failure(home)
        small.broken.clear()
        home.locator("[data-search-retry]").click()
        expect_net(home)


def test_a_worker_that_stopped_before_anything_was_asked_is_told_at_once(home: Page, small: Served) -> None:
    small.broken["assets/js/search/worker.js"] = 404
    with home.expect_response("**/worker.js"):
        home.locator(BOX).focus()
    home.wait_for_timeout(500)
    home.locator(BOX).fill("Net Err")
    expect_failure(home)


def test_a_browser_without_workers_is_told_and_led_to_the_message_index(home: Page) -> None:
    home.evaluate("delete window.Worker")
    home.locator(BOX).fill("Net Err")
    expect_failure(home)


def test_an_index_that_is_lost_later_is_told_beside_what_is_known(home: Page, small: Served) -> None:
    small.broken["search/ja."] = 404
    small.whole.add("search/ja.json")
    home.locator(BOX).fill("Net Err")
    expect_net(home)
    expect(home.locator(".search__failed")).to_contain_text(said("ja", "search", "lost"))
    small.broken.clear()
    home.locator("[data-search-retry]").click()
    expect(home.locator(".search__failed")).to_have_count(0)
    expect_net(home)


def test_a_browser_without_new_methods_searches(home: Page) -> None:
    home.add_init_script("delete String.prototype.replaceAll; delete Object.hasOwn; delete AbortSignal.timeout;")
    home.reload()
    home.locator(BOX).fill("Net Err")
    expect_net(home)
