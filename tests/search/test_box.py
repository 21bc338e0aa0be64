"""The search box in use, in a real browser, under the site's policy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.search.smallsite import Served

pytestmark = pytest.mark.browser
BOX = "#search"
NET = "スライダーの通信エラー"


@pytest.fixture(autouse=True)
def no_errors(page: Page) -> Iterator[None]:
    """No script fails and nothing is refused by the policy, whatever a test does."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
    yield
    assert said == []


def titles(page: Page, box: str = BOX) -> list[str]:
    return page.locator(f"{box}-panel [data-search-results] .search__title").all_inner_texts()


def first(page: Page, box: str = BOX) -> Locator:
    return page.locator(f"{box}-panel .search__title").first


def paste(page: Page, text: str) -> None:
    """As a long press or a mouse pastes: the text arrives with no key."""
    page.evaluate(
        """text => {
            const input = document.querySelector("#search");
            input.focus();
            document.execCommand("insertText", false, text);
        }""",
        text,
    )


def test_loads_one_stub_before_it_is_touched(page: Page, small: Served) -> None:
    page.goto(small.url, wait_until="networkidle")
    scripts = [path for path in small.asked if path.startswith(("assets/js", "search/"))]
    assert scripts == ["assets/js/search/start.js", "assets/js/store.js"]


def test_typing_finds_and_says_the_remedy(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).press_sequentially("ネットワークエラー")
    expect(first(page)).to_have_text(f"メッセージ {NET}")
    hit = page.locator("#search-panel .search__hit").first
    expect(hit.locator(".search__wording mark")).to_have_text("ネットワークエラー")
    expect(hit.locator(".search__answer")).to_have_text("まず： ページを一度だけ再読み込みします。")


@pytest.mark.parametrize(
    "text",
    [
        "Net Err. Please refresh.",
        "net err please refresh",
        "ＮＥＴ ＥＲＲ．ＰＬＥＡＳＥ ＲＥＦＲＥＳＨ",
        "「Net Err. Please refresh.」と出ます。どうすればいいですか",
        "Net Err.\nPlease\nrefresh. (error:AbC123) 2026-11-20 10:22",
        "ﾈｯﾄﾜｰｸｴﾗｰが発生しました",
        "ねっとわーくえらー",
    ],
)
def test_pasting_finds_the_message(page: Page, small: Served, text: str) -> None:
    page.goto(small.url)
    paste(page, text)
    expect(first(page)).to_have_text(f"メッセージ {NET}")


def test_the_other_language_finds_the_page_in_the_readers(page: Page, small: Served) -> None:
    page.goto(small.url + "en/")
    paste(page, "ネットワークエラーが発生しました。")
    expect(first(page)).to_have_text("Message Network error in the slider")
    expect(page.locator(".search__said").first).to_have_attribute("lang", "ja")
    hrefs = page.locator("#search-panel .search__hit").evaluate_all("links => links.map(link => link.pathname)")
    assert all(href.startswith("/help/en/") for href in hrefs)


def test_dropped_text_is_searched(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.setData("text", "Net Err");
            const input = document.querySelector("#search");
            const event = (name) => new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true });
            input.dispatchEvent(event("dragenter"));
            return new Promise((done) => setTimeout(done, 500)).then(() => input.dispatchEvent(event("drop")));
        }"""
    )
    expect(first(page)).to_have_text(f"メッセージ {NET}")


def test_no_search_storm_while_converting(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).fill("zq")
    expect(page.locator("#search-panel .search__ways").first).to_be_visible()
    page.evaluate(
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
    expect(first(page)).to_have_text("メッセージ アカウントの停止")
    assert page.evaluate("window.asked") == ["停止"]


def test_a_pause_while_converting_searches(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).focus()
    page.wait_for_selector(".search--open")
    page.evaluate(
        """() => {
            const input = document.querySelector("#search");
            input.value = "すらいだー";
            input.dispatchEvent(new InputEvent("input", { isComposing: true, bubbles: true }));
        }"""
    )
    expect(first(page)).to_contain_text("スライダー")


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_keys_open_the_box(page: Page, small: Served, key: str) -> None:
    page.goto(small.url)
    page.keyboard.press(key)
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(BOX)).to_have_value("")
    expect(page.locator("#search-panel")).to_be_visible()


def test_arrows_enter_and_escape(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).fill("スライダー")
    expect(first(page)).to_be_visible()
    links = page.locator("#search-panel .search__hit")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search-panel")).to_be_hidden()
    assert "q=" not in page.url


def test_enter_opens_the_first_result_even_before_it_is_there(page: Page, small: Served) -> None:
    small.delay = 0.3
    page.goto(small.url)
    page.locator(BOX).fill("Net Err")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/help/errors/net/$"))


def test_the_words_found_are_marked_and_the_way_back_leads_to_the_results(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).fill("Please refresh")
    expect(first(page)).to_be_visible()
    page.locator("#search-panel .search__hit").first.click()
    expect(page.locator("article mark").first).to_have_text("Please refresh")
    page.go_back()
    expect(page.locator(BOX)).to_have_value("Please refresh")
    expect(first(page)).to_be_visible()


def test_small_words_are_not_marked(page: Page, small: Served) -> None:
    page.goto(small.url + "en/errors/oops/")
    remember = """sessionStorage["hs-found"] = '{"path": "/help/en/errors/oops/", "text": "and the to try it"}'"""
    page.evaluate(remember)
    page.reload(wait_until="networkidle")
    assert page.locator("article mark").count() == 0


def test_marks_do_not_split_words(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).fill("スライ")
    expect(page.locator("#search-panel .search__title mark").first).to_have_text("スライダー")


def test_a_shared_search_opens_with_results(page: Page, small: Served) -> None:
    page.goto(small.url + "errors/#q=Net+Err")
    expect(first(page)).to_have_text(f"メッセージ {NET}")
    expect(page.locator(BOX)).to_have_value("Net Err")


def test_what_is_typed_is_in_no_request(page: Page, small: Served) -> None:
    """Not in an address that is asked for, and not in a referrer: it stands behind the # and in this tab alone."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url + str(request.headers)))
    page.goto(small.url)
    page.locator(BOX).fill("please refresh")
    page.wait_for_url(re.compile(r"/#q=please\+refresh$"))
    page.locator("#search-panel .search__hit").first.click()
    expect(page.locator("article mark").first).to_be_visible()
    assert not [row for row in asked if "refresh" in row.replace("#q=please+refresh", "")]


def test_a_hit_says_whose_words_it_found(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).fill("This site can’t be reached")
    expect(page.locator("#search-panel .search__by").first).to_have_text("Chrome")


def test_a_procedure_is_offered_for_the_device_in_hand(browser: Browser, small: Served) -> None:
    for touch, part in ((True, "phone"), (False, "pc")):
        context = browser.new_context(has_touch=touch, is_mobile=touch)
        page = context.new_page()
        page.goto(small.url)
        page.locator(BOX).fill("コードでログイン")
        hits = page.locator("#search-panel .search__hit[href*='#code-']")
        expect(hits).to_have_count(1)
        expect(hits).to_have_attribute("href", re.compile(f"#code-{part}$"))
        context.close()


def test_results_are_announced(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).fill("通信エラー")
    said = page.locator(".search--header [role=status]")
    expect(said).to_have_text(re.compile(rf"^\d件見つかりました 1件目：{NET}$"))


def test_nothing_found_is_an_answer(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).fill("ラーメンのおいしい店")
    panel = page.locator("#search-panel")
    expect(panel.locator("[data-search-status]")).to_have_text("同じ文は見つかりませんでした")
    assert titles(page) == []
    hrefs = panel.locator(".search__ways a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert hrefs == ["./sign-in/", "./slider/", "./#which", "./contact/#what-to-send"]
    expect(page.locator(".search--header [role=status]")).to_have_text("同じ文は見つかりませんでした")


def test_what_is_similar_is_shown_when_nothing_fits(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).fill("真っ白 釣り竿 遠足")
    similar = page.locator("[data-search-more] .search__title")
    expect(similar.first).to_have_text("メッセージ ログイン画面が真っ白")
    expect(page.locator("#search-panel [data-search-status]")).to_contain_text("似たもの")
    assert titles(page) == []


HARMLESS = [
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
]


@pytest.mark.parametrize("text", HARMLESS, ids=range(len(HARMLESS)))
def test_strange_searches_do_no_harm(page: Page, small: Served, text: str) -> None:
    page.goto(small.url)
    page.locator(BOX).fill("Net Err")
    expect(first(page)).to_be_visible()
    value = json.dumps(text)
    page.evaluate(
        f"""() => {{
            const input = document.querySelector("#search");
            input.value = {value};
            input.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
        }}"""
    )
    expect(page.locator("[data-search-more] .search__ways").first).to_be_visible()
    assert page.evaluate("window.bad") is None
    page.locator(BOX).fill("Net Err")
    expect(first(page)).to_have_text(f"メッセージ {NET}")


def test_what_was_found_is_never_markup(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator(BOX).fill("Net Err <b>Please</b> <img src=x onerror=window.bad=1> refresh")
    expect(first(page)).to_have_text(f"メッセージ {NET}")
    assert page.locator("#search-panel img, #search-panel .search__hit b:not(.search__first)").count() == 0


@pytest.mark.parametrize(
    ("part", "answer"),
    [
        ("search/ja.json", 404),
        ("search/ja.json", 500),
        ("search/ja.json", b"{"),
        ("search/ja.json", b"<!doctype html>"),
        ("search/ja.json", b'{"format":99}'),
        ("search/ja.json", b"null"),
        ("search/ja.json", b'{"format":2,"entries":[[0,"errors'),
        ("search/ja.json", b'{"format":2}'),
        ("assets/js/search/index.js", 404),
        ("assets/js/search/worker.js", b"syntax of tomorrow"),
    ],
)
def test_an_index_that_does_not_load_says_so_and_is_tried_again(
    page: Page, small: Served, part: str, answer: bytes | int
) -> None:
    small.broken[part] = answer
    page.goto(small.url)
    page.locator(BOX).fill("Net Err")
    expect(page.locator(".search__failed")).to_contain_text("検索を読み込めませんでした")
    expect(page.locator("#search-panel .search__ways a")).to_have_attribute("href", "./errors/")
    small.broken.clear()
    page.locator("[data-search-retry]").click()
    expect(first(page)).to_have_text(f"メッセージ {NET}")


def test_a_worker_that_stopped_before_anything_was_asked_is_told_at_once(page: Page, small: Served) -> None:
    small.broken["assets/js/search/worker.js"] = 404
    page.goto(small.url)
    with page.expect_response("**/worker.js"):
        page.locator(BOX).focus()
    page.wait_for_timeout(500)
    page.locator(BOX).fill("Net Err")
    expect(page.locator(".search__failed")).to_contain_text("検索を読み込めませんでした", timeout=3000)
    expect(page.locator("#search-panel .search__ways a")).to_have_attribute("href", "./errors/")


def test_a_browser_without_workers_is_told_and_led_to_the_message_index(page: Page, small: Served) -> None:
    page.add_init_script("delete window.Worker")
    page.goto(small.url)
    page.locator(BOX).fill("Net Err")
    expect(page.locator(".search__failed")).to_contain_text("検索を読み込めませんでした")
    expect(page.locator("#search-panel .search__ways a")).to_have_attribute("href", "./errors/")


def test_a_part_that_is_lost_later_is_told_beside_what_is_known(page: Page, small: Served) -> None:
    small.broken["search/ja."] = 404
    small.whole.add("search/ja.json")
    page.goto(small.url)
    page.locator(BOX).fill("Net Err")
    expect(first(page)).to_have_text(f"メッセージ {NET}")
    expect(page.locator(".search__failed")).to_contain_text("検索の一部を読み込めませんでした")
    small.broken.clear()
    page.locator("[data-search-retry]").click()
    expect(page.locator(".search__failed")).to_have_count(0)
    expect(first(page)).to_have_text(f"メッセージ {NET}")


@pytest.mark.parametrize(
    ("part", "answer"), [("box.js", 404), ("results.js", 404), ("box.js", b"class { #syntax of tomorrow")]
)
def test_an_old_page_after_a_new_build_says_so(page: Page, small: Served, part: str, answer: bytes | int) -> None:
    small.broken[part] = answer
    page.goto(small.url)
    page.locator(BOX).fill("Net Err")
    expect(page.locator("#search-panel .search__failed")).to_contain_text("検索を読み込めませんでした")
    expect(page.locator("#search-panel .search__ways a")).to_have_attribute("href", "./errors/")
    expect(page.locator(".search--header [role=status]")).to_contain_text("検索を読み込めませんでした")
    small.broken.clear()
    page.locator("[data-search-retry]").click()
    expect(first(page)).to_have_text(f"メッセージ {NET}")


def test_a_browser_without_new_methods_searches(page: Page, small: Served) -> None:
    page.add_init_script("delete String.prototype.replaceAll; delete Object.hasOwn; delete AbortSignal.timeout;")
    page.goto(small.url)
    page.locator(BOX).fill("Net Err")
    expect(first(page)).to_have_text(f"メッセージ {NET}")


def test_a_box_of_the_page_searches_in_place(page: Page, small: Served) -> None:
    page.goto(small.url)
    page.locator("#search-launch").fill("Net Err")
    expect(first(page, "#search-launch")).to_have_text(f"メッセージ {NET}")
    expect(page.locator("#search-launch")).to_be_focused()
    expect(page.locator("#search-panel")).to_be_hidden()


def test_without_script_the_form_leads_to_the_message_index(browser: Browser, small: Served) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(small.url + "en/errors/net/")
    expect(page.locator(".search--header [type=submit]")).to_have_text("Look through all messages")
    page.locator(BOX).fill("Net Err")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/help/en/errors/\??$"))
    context.close()


def test_four_results_and_the_box_within_the_thumbs_reach_on_a_phone(page: Page, small: Served) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(small.url)
    box = page.locator(BOX).bounding_box()
    assert box is not None
    assert box["y"] > 640 * 0.66
    assert box["width"] > 260
    assert box["height"] >= 44
    page.locator(BOX).fill("スライダー")
    items = page.locator("#search-panel .search__item")
    expect(items).to_have_count(4)
    seen = items.evaluate_all(
        "items => items.filter(item => item.getBoundingClientRect().bottom <= innerHeight).length"
    )
    assert seen == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("text", ["スライダー", "ラーメンのおいしい店"])
def test_axe_is_clean_with_the_results_open(page: Page, small: Served, axe_source: str, width: int, text: str) -> None:
    small.policy = ""  # axe itself writes styles
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(small.url)
    page.locator(BOX).fill(text)
    expect(page.locator("#search-panel .search__hit, #search-panel .search__ways").first).to_be_visible()
    page.evaluate(axe_source)
    rules = {"rules": {"region": {"enabled": False}}}  # the small site has no landmarks beside the box
    found = page.evaluate("rules => axe.run('.search--header', rules)", rules)
    assert [violation["id"] for violation in found["violations"]] == []
