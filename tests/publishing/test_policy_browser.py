"""The policy and the first view in a real browser, with the real site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.budget import first_view
from tests.nightly import AT_NIGHT

from helpsite.publishing.built import read_built

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
]

KINDS = ["", "sign-in/", "contact/", "errors/", "errors/slide-net-err/", "words/", "en/slider/", "no-such-page/"]
"""One of each kind; the last is answered with the page for what is not there."""


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
    page.clock.install(time=0)
    page.clock.pause_at(1)  # what is kept for later is fetched when somebody has stayed for a while
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
    for address in KINDS[:-1] if AT_NIGHT else ("sign-in/", "contact/", "errors/slide-net-err/"):
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
