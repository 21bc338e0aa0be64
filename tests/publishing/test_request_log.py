"""What a host writes down of a visit: which pages were asked for, and nothing that was typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.publishing.conftest import CADDYFILE, caddy

pytestmark = [pytest.mark.browser, pytest.mark.site]

NOTHING = "zqxj"
"""Is found nowhere."""
SEARCHED = ("スライド 認証", "can't sign in", NOTHING)
TYPED = ("山田花子", "hanako@mail.example", "8123456789012345")
LOGS = "\tlog {{\n\t\toutput file {}\n\t}}\n\n\thandle_path "


@pytest.fixture
def logged(site_dir: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of the real site and the request log of the Caddy that serves it."""
    log, config = tmp_path / "requests.log", tmp_path / "Caddyfile"
    text = CADDYFILE.read_text(encoding="utf-8")
    config.write_text(text.replace("\thandle_path ", LOGS.format(log), 1), encoding="utf-8")
    with caddy(site_dir, "/help", tmp_path, config) as address:
        yield address, log


def search(page: Page, words: str) -> None:
    """Type into the search, and open the first result where there is one."""
    box = page.locator("[data-search] input").first
    box.fill(words)
    answer = "[data-search-more] .search__ways" if words == NOTHING else "a.search__hit"
    expect(page.locator(answer).first).to_be_visible()
    before = page.url.partition("#")[0]
    box.press("Enter")
    if words != NOTHING:
        page.wait_for_url(lambda url: url.partition("#")[0] != before)


def answer(page: Page) -> None:
    """Answer the chart until it has no question."""
    for _ in range(12):
        answers = page.locator(".flow-guide button:visible, .flow button.flow-answer:visible")
        if not answers.count():
            return
        answers.first.click()


def fill(page: Page) -> None:
    """Write into every field and tick every box, but of the search."""
    for place, field in enumerate(page.locator("main :is(input, textarea):visible").all()):
        if field.is_editable() and field.get_attribute("type") not in ("checkbox", "radio", "search"):
            field.fill(TYPED[place % len(TYPED)])


def test_nothing_that_was_typed_is_in_the_request_log(logged: tuple[str, Path], browser: Browser) -> None:
    address, log = logged
    page = browser.new_page()
    for words in SEARCHED:
        page.goto(address)
        search(page, words)
    for path in ("sign-in/", "contact/", "en/contact/"):
        page.goto(address + path)
        answer(page)
        fill(page)
        page.goto(f"{address}about/")  # leaves with a Referer, if any
    page.close()
    plain = browser.new_page(java_script_enabled=False)
    plain.goto(f"{address}en/#{urlencode({'q': SEARCHED[0]})}")
    plain.locator("[data-search] input").first.fill(SEARCHED[-1])
    plain.locator("[data-search] button[type=submit]").first.click()
    plain.wait_for_url("**/en/errors/?")
    plain.close()
    rows = [json.loads(row) for row in log.read_text(encoding="utf-8").splitlines()]
    said = " ".join(json.dumps(row["request"], ensure_ascii=False) for row in rows)
    assert "/help/contact/" in said
    assert "/help/search/" in said
    for typed in (*SEARCHED, *TYPED):
        addresses = [row["request"]["uri"] for row in rows]
        found = [form for form in {typed, quote(typed), quote_plus(typed)} if form in said]
        assert found == [], [uri for uri in addresses if any(form in uri for form in found)]
    assert not any(urlsplit(row["request"]["uri"]).query for row in rows)
