"""The policy and the first view in a real browser, with the real site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect
from tests.budget import first_view
from tests.nightly import by_day

from helpsite.publishing.built import read_built

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
]

KINDS = ["", "sign-in/", "contact/", "errors/", "errors/slide-net-err/", "words/", "en/slider/", "no-such-page/"]
"""One of each kind; the last is answered with the page for what is not there."""


@pytest.fixture
def watched(page: Page) -> tuple[Page, list[str]]:
    """A page and all that its console, its errors and its dialogs say."""
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))

    def refuse(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", refuse)
    return page, said


def test_a_script_that_somebody_put_into_a_page_does_not_run(
    site_url: str, watched: tuple[Page, list[str]], site_dir: Path
) -> None:
    page, said = watched
    evil = (
        "<script>document.title = 'evil'</script><img src=x onerror=\"document.title = 'evil'\">"
        "<script src='https://evil.example/x.js'></script><style>body { color: red }</style>"
        "<iframe srcdoc='x'></iframe><base href='https://evil.example/'></body>"
    )
    html = (site_dir / "about/index.html").read_text(encoding="utf-8").replace("</body>", evil)
    page.route("**/about/", lambda route: route.fulfill(body=html, content_type="text/html"))
    came: list[str] = []
    page.on("response", lambda response: came.append(response.url))
    page.goto(f"{site_url}about/")
    page.wait_for_load_state("networkidle")
    assert "evil" not in page.title()
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
    assert page.evaluate("document.baseURI") == f"{site_url}about/"
    assert [url for url in came if not url.startswith((site_url, "data:"))] == []
    assert sum("Content Security Policy" in text for text in said) >= 5


SINKS = {
    "markup": "document.body.innerHTML = '<b>x</b>'",
    "code": "setTimeout('document.title = 1')",
    "handler": "document.body.setAttribute('onclick', 'x()')",
    "script": "document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = 1'}))",
    "other worker": "new Worker('https://evil.example/x.js')",
    "made worker": "new Worker(URL.createObjectURL(new Blob(['1'])))",
}


def test_text_becomes_neither_markup_nor_code(site_url: str, page: Page) -> None:
    page.goto(f"{site_url}about/")
    title = page.title()
    for name, sink in SINKS.items():
        blocked = page.evaluate(
            f"""async () => {{
                const blocked = [];
                document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.violatedDirective));
                try {{ {sink} }} catch (error) {{ blocked.push(error.name); }}
                await new Promise((done) => setTimeout(done, 100));
                return blocked;
            }}"""
        )
        assert blocked, name
        assert page.title() == title


@pytest.mark.parametrize("address", KINDS)
def test_a_first_view_fetches_what_the_budget_counts_and_no_more(
    address: str, site_url: str, site_dir: Path, watched: tuple[Page, list[str]]
) -> None:
    page, said = watched
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + address)
    page.wait_for_load_state("networkidle")
    view = first_view(read_built(site_dir), "404.html" if "no-such" in address else f"{address}index.html")
    counted = {site_url + (address if file.endswith(".html") else file) for file in view.brotli}
    icon = page.locator("link[rel=icon]").evaluate("link => link.href")  # fetched when the browser has time
    assert counted - {icon} <= set(asked) <= counted
    assert len(asked) <= 8
    assert [text for text in said if "404" not in text or "no-such" not in address] == []


def test_every_first_view_keeps_to_the_budget(site_dir: Path) -> None:
    site = read_built(site_dir)
    views = [first_view(site, path) for path in site.pages]
    assert [str(view) for view in views if not view.is_within] == []


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{constructor.constructor('alert(1)')()}}",
    "'; alert(1); //",
    "]]><svg onload=alert(1)>",
    "あ" * 5_000,
    "\u0000\u202e\ufffe",
    "__proto__",
]
FOREIGN = "document.querySelectorAll('[onerror], [onload], img[src=x], article script').length"
"""How much of the markup in `HOSTILE` became part of the page."""
BROKEN = ["%zz", "%E3%81", "%00"]


@pytest.mark.parametrize("place", ["en/?q=", "ways/?h=", "errors/?q=%&h=%#"])
def test_addresses_are_not_trusted(place: str, small_url: str, watched: tuple[Page, list[str]]) -> None:
    """The search is the same on every page."""
    page, said = watched
    for value in [*map(quote, HOSTILE), *BROKEN]:
        page.goto(small_url + place + value)
        page.wait_for_timeout(30)
        assert page.evaluate(FOREIGN) == 0
    assert [text for text in said if not text.startswith("warning")] == []


@pytest.mark.parametrize("address", ["ways/", "errors/", "en/contact/"])
def test_fragments_are_not_trusted(address: str, small_url: str, watched: tuple[Page, list[str]]) -> None:
    """Neither while a page is open nor when it opens."""
    page, said = watched
    for value in [*map(quote, HOSTILE), *BROKEN]:
        page.goto(f"{small_url}{address}#{value}")
        page.wait_for_timeout(30)
        assert page.evaluate(FOREIGN) == 0
    page.reload()
    assert page.evaluate(FOREIGN) == 0
    assert [text for text in said if not text.startswith("warning")] == []


KEYS = [
    "hs-scheme",
    "hs-devices",
    "hs-ticks",
    "hs-offline",
    "hs-found",
    "hs-letters",
    "hs-visit",
    "hs-anew",
    "hs-flow",
    "hs-flow-switch",
]


@pytest.mark.parametrize("address", ["ways/", "guide/", "en/contact/"])
def test_stored_settings_are_not_trusted(address: str, small_url: str, watched: tuple[Page, list[str]]) -> None:
    page, said = watched
    page.goto(small_url + address)
    known = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    values = [*HOSTILE, "null", "[", "{}", "[null]", "[[]]", '{"__proto__": 1}', "1e999", '["\\u0000"]']
    for value in values:
        page.evaluate(
            "([keys, value]) => { for (const key of keys) { localStorage[key] = value; sessionStorage[key] = value; } }",
            [sorted({*KEYS, *known}), value],
        )
        page.reload()
        expect(page.locator("h1")).to_be_visible()
    assert [text for text in said if not text.startswith("warning")] == []


@pytest.mark.parametrize("address", ["", "en/contact/", "errors/"])
def test_typed_text_is_not_trusted(address: str, small_url: str, watched: tuple[Page, list[str]]) -> None:
    page, said = watched
    page.goto(small_url + address)
    for value in HOSTILE:
        for box in page.locator("input:not([type=checkbox]):not([type=radio]):visible, textarea:visible").all():
            if box.is_editable():
                box.fill(value)
        page.wait_for_timeout(100)
        assert page.evaluate(FOREIGN) == 0
    assert [text for text in said if not text.startswith("warning")] == []


def test_nothing_moves_while_a_page_loads(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(
        """window.shift = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((one) => {
            if (!one.hadRecentInput) shift += one.value;
        })).observe({type: "layout-shift", buffered: true});"""
    )
    for address in by_day(KINDS[:-1], 2):
        page.goto(site_url + address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("shift") < 0.01, address
    context.close()


def test_likely_pages_are_fetched_before_the_click(site_url: str, page: Page) -> None:
    """The speculation rules are accepted, and leave out other languages, other hosts and places on the page."""
    page.goto(f"{site_url}sign-in/")
    rules: dict[str, Any] = json.loads(page.locator("script[type=speculationrules]").text_content() or "")
    assert {kind: [rule["eagerness"] for rule in rows] for kind, rows in rules.items()} == {
        "prefetch": ["moderate"],
        "prerender": ["conservative"],
    }
    selector = rules["prefetch"][0]["where"]["selector_matches"]
    links = page.locator(selector).evaluate_all("links => links.map((link) => link.href)")
    assert len(links) > 10
    assert [link for link in links if not link.startswith(site_url) or "/en/" in link] == []
