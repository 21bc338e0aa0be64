"""What the search box finds and how it says so, in a real browser, under the site's policy."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browsers.waiting import until
from tests.interface import said
from tests.search.box import BOX, NET, expect_net, hits, put
from tests.search.served import Served

pytestmark = pytest.mark.browser
MESSAGE = said("ja", "search", "kind-message")


def test_what_is_typed_is_found_with_its_remedy(home: Page) -> None:
    home.locator(BOX).press_sequentially("ネットワークエラー")
    expect_net(home)
    hit = home.locator("#search-panel .search__hit").first
    expect(hit.locator(".search__wording mark")).to_have_text("ネットワークエラー")
    expect(hit.locator(".search__answer")).to_have_text(re.compile(" ページを一度だけ再読み込みします。$"))


def test_what_is_pasted_is_found(home: Page) -> None:
    """As a long press or a mouse pastes: the text arrives with no key."""
    for text in (
        "Net Err. Please refresh.",
        "net err please refresh",
        "ＮＥＴ ＥＲＲ．ＰＬＥＡＳＥ ＲＥＦＲＥＳＨ",
        "「Net Err. Please refresh.」と出ます。どうすればいいですか",
        "Net Err.\nPlease\nrefresh. (error:AbC123) 2026-11-20 10:22",
        "ﾈｯﾄﾜｰｸｴﾗｰが発生しました",
        "ねっとわーくえらー",
    ):
        home.locator(BOX).fill("")
        expect(hits(home)).to_have_count(0)
        home.evaluate("text => document.execCommand('insertText', false, text)", text)
        expect_net(home)


def test_the_other_language_finds_the_page_in_the_readers(home: Page, small: Served) -> None:
    home.goto(f"{small.url}en/")
    put(home, "ネットワークエラーが発生しました。")
    expect(hits(home).first).to_have_text(f"{said('en', 'search', 'kind-message')} Network error in the slider")
    expect(home.locator(".search__said").first).to_have_attribute("lang", "ja")
    hrefs = home.locator("#search-panel .search__hit").evaluate_all("links => links.map(link => link.pathname)")
    assert all(href.startswith("/help/en/") for href in hrefs)


def test_dropped_text_is_searched(home: Page) -> None:
    drag = """(name) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.setData("text", "Net Err");
        const event = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector("#search").dispatchEvent(event);
    }"""
    home.evaluate(drag, "dragenter")
    until(home, "document.querySelector('#search').closest('[data-search]').box")
    home.evaluate(drag, "drop")
    expect_net(home)


def test_no_search_storm_while_converting(home: Page) -> None:
    home.locator(BOX).fill("zq")
    expect(home.locator("#search-panel .search__ways").first).to_be_visible()
    home.evaluate(
        """() => {
            window.asked = [];
            const post = Worker.prototype.postMessage;
            Worker.prototype.postMessage = function (data) { window.asked.push(data.find); post.call(this, data); };
            const input = document.querySelector("#search");
            const type = (value) => {
                input.value = value;
                input.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
            };
            ["ｔ", "て", "てい", "ていｓ", "ていし"].forEach(type);
            input.value = "停止";
            input.dispatchEvent(new CompositionEvent("compositionend", { data: "停止", bubbles: true }));
        }"""
    )
    expect(hits(home).first).to_have_text(f"{MESSAGE} アカウントの停止")
    assert home.evaluate("window.asked") == ["停止"]


def test_a_pause_while_converting_searches(home: Page) -> None:
    home.locator(BOX).focus()
    home.wait_for_selector(".search--open")
    put(home, "すらいだー", is_composing=True)
    expect(hits(home).first).to_contain_text("スライダー")


def test_a_hit_says_what_was_found_and_whose_words_it_has(home: Page) -> None:
    home.locator(BOX).fill("スライ")
    expect(home.locator("#search-panel .search__title mark").first).to_have_text("スライダー")
    home.locator(BOX).fill("This site can’t be reached")
    expect(home.locator("#search-panel .search__by").first).to_have_text("Chrome")
    home.locator(BOX).fill("通信エラー")
    first = said("ja", "search", "first-result").format(title=NET)
    expect(home.locator(".search--header [role=status]")).to_have_text(re.compile(rf"\d.* {first}$"))


def test_a_procedure_is_offered_for_the_device_in_hand(browser: Browser, small: Served) -> None:
    for touch, part in ((True, "phone"), (False, "pc")):
        context = browser.new_context(has_touch=touch, is_mobile=touch)
        page = context.new_page()
        page.goto(small.url)
        page.locator(BOX).fill("コードでログイン")
        found = page.locator("#search-panel .search__hit[href*='#code-']")
        expect(found).to_have_count(1)
        expect(found).to_have_attribute("href", re.compile(f"#code-{part}$"))
        context.close()


def test_nothing_found_is_an_answer(home: Page) -> None:
    home.locator(BOX).fill("ラーメンのおいしい店")
    panel = home.locator("#search-panel")
    expect(panel.locator("[data-search-status]")).to_have_text(said("ja", "search", "nothing"))
    expect(hits(home)).to_have_count(0)
    hrefs = panel.locator(".search__ways a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert hrefs == ["./sign-in/", "./slider/", "./#which", "./contact/#what-to-send"]
    expect(home.locator(".search--header [role=status]")).to_have_text(said("ja", "search", "nothing"))


def test_what_is_similar_is_shown_when_nothing_fits(home: Page) -> None:
    home.locator(BOX).fill("真っ白 釣り竿 遠足")
    similar = home.locator("[data-search-more] .search__title")
    expect(similar.first).to_have_text(f"{MESSAGE} ログイン画面が真っ白")
    expect(home.locator("#search-panel [data-search-status]")).to_have_text(said("ja", "search", "similar"))
    expect(hits(home)).to_have_count(0)


def test_strange_searches_do_no_harm(home: Page) -> None:
    for text in (
        "q" * 10_000,
        "あ" * 10_000,
        "!!!…？？？",
        "😀😀😀",
        "\ud83d",
        "<img src=x onerror=window.bad=1>",
        ".*+?^${}()|[]\\",
        "\x00\x00",
        "' OR 1=1 --",
        "__proto__ constructor hasOwnProperty",
    ):
        home.locator(BOX).fill("Net Err")
        expect_net(home)
        put(home, text)
        expect(home.locator("[data-search-more] .search__ways").first).to_be_visible()
    assert home.evaluate("window.bad") is None


def test_what_was_found_is_never_markup(home: Page) -> None:
    home.locator(BOX).fill("Net Err <b>Please</b> <img src=x onerror=window.bad=1> refresh")
    expect_net(home)
    assert home.locator("#search-panel img, #search-panel .search__hit b:not(.search__first)").count() == 0
