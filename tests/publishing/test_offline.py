"""Pages without a network, in a real browser against a server that is then switched off."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from tests.interface import said
from tests.serving import Handler, serving

from helpsite.publishing.built import Built
from helpsite.publishing.offline import write_worker

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
]


class Weather(Handler):
    """A server that may keep everybody waiting, be out of order, or stand behind a network's own sign-in page."""

    today = "fine"
    asked: ClassVar[list[str]] = []
    over = threading.Event()
    """The visit is over: nobody is kept waiting any longer."""

    def end_headers(self) -> None:
        """The index may be kept by browsers for five minutes, as from a real host."""
        self.send_header("Cache-Control", "max-age=300" if self.path.endswith("errors/") else "no-store")
        super().end_headers()

    def do_GET(self) -> None:  # noqa: N802
        """Answer as the weather allows."""
        self.asked.append(self.path)
        if self.today == "fine" or self.path.endswith("sw.js"):
            super().do_GET()
            return
        if self.today == "slow":
            self.over.wait()
            return
        body = b"<!doctype html><h1>Pay for the network here</h1>"
        self.send_response(503 if self.today == "broken" else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


Visit = tuple[Page, str, type[Weather]]


@pytest.fixture
def small_visit(browser: Browser, small_dir: Path) -> Iterator[Visit]:
    """A reader of the fixture site who has seen a page, the site's address, and its weather."""
    Weather.today = "fine"
    Weather.asked.clear()
    Weather.over.clear()
    with serving(small_dir, Weather) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}en/errors/")
        page.goto(f"{address}en/topic/")
        wait_for_store(page, lists(small_dir)["en"])
        yield page, address, Weather
        context.close()
        Weather.over.set()


def lists(site_dir: Path) -> dict[str, list[str]]:
    """What a reader of each language keeps, as the service worker says it."""
    first = (site_dir / "sw.js").read_text(encoding="utf-8").partition("\n")[0]
    found: dict[str, list[str]] = json.loads(first.removeprefix("const BUILD = ").removesuffix(";"))["kept"]
    return found


def wait_for_store(page: Page, files: list[str]) -> None:
    """Wait until the service worker has all that it keeps and the page that is open."""
    wanted = {urlsplit(page.url).path, *("/help/" + file for file in files)}
    for _ in range(150):
        kept = page.evaluate(
            """async () => {
                const names = (await caches.keys()).filter((name) => name.startsWith("hs-"));
                const keys = names.length === 1 ? await (await caches.open(names[0])).keys() : [];
                return keys.map(({ url }) => new URL(url).pathname);
            }"""
        )
        if wanted <= set(kept):
            return
        page.wait_for_timeout(200)
    raise AssertionError(wanted - set(kept))


def test_pages_that_were_seen_and_the_index_work_without_a_network(small_visit: Visit) -> None:
    page, address, server = small_visit
    assert server.asked.count("/help/en/errors/") >= 2, (
        "what has no fingerprint is asked for anew, whatever browsers kept"
    )
    note = page.locator("[data-offline-note]")
    expect(note).to_be_hidden()
    page.context.set_offline(True)
    for path in ("", "errors/", "topic/"):
        page.goto(f"{address}en/{path}")
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.skip-link')).position") == "absolute"
    expect(note).to_have_text(said("en", "offline", "offline"))
    page.goto(f"{address}en/topic")
    expect(page).to_have_url(f"{address}en/topic/")
    for path in ("topic/", "en/errors/login-sample/"):  # the other language, and what was never seen
        page.goto(address + path)
        expect(page).to_have_url(f"{address}en/#not-kept")
    expect(note).to_have_text(said("en", "offline", "missing"))
    page.locator("[data-search] input").first.fill("This is a sample")
    expect(page.locator("[data-search-results] a").first).to_be_visible()


def test_an_old_page_is_never_shown_while_the_network_answers(small_visit: Visit) -> None:
    page, address, _ = small_visit
    page.evaluate(
        """async (path) => {
            const [name] = await caches.keys();
            await (await caches.open(name)).put(path, new Response("<h1>old</h1>", {headers: {"Content-Type": "text/html"}}));
        }""",
        "/help/en/topic/",
    )
    page.goto(f"{address}en/topic/")
    expect(page.locator("h1")).not_to_have_text("old")


def test_the_reader_can_switch_it_off(small_visit: Visit) -> None:
    """Other sites of the host keep what is theirs."""
    page, address, _ = small_visit
    page.evaluate("caches.open('hs-/help/other/:1')")
    button = page.locator("[data-offline-tools] button")
    stop, start = said("en", "offline", "stop"), said("en", "offline", "start")
    expect(button).to_have_text(stop)
    button.click()
    expect(button).to_have_text(start)
    page.goto(f"{address}en/about/")
    expect(button).to_have_text(start)
    left = "(async () => [...(await caches.keys()), ...(await navigator.serviceWorker.getRegistrations())])()"
    assert page.evaluate(left) == ["hs-/help/other/:1"]
    button.click()
    expect(button).to_have_text(stop)


def test_a_first_look_starts_nothing(browser: Browser, small_url: str) -> None:
    context: BrowserContext = browser.new_context()
    page = context.new_page()
    page.goto(f"{small_url}en/about/")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    context.close()


def test_a_reader_keeps_only_the_own_language(site_dir: Path) -> None:
    kept_files = lists(site_dir)
    assert [path for path in kept_files["en"] if path.startswith("search/") and not path.startswith("search/en.")] == []
    assert {"en/", "en/errors/"} <= set(kept_files["en"])
    assert {"", "errors/"} <= set(kept_files["ja"])
    size = sum(
        (site_dir / path / "index.html" if path.endswith("/") or not path else site_dir / path).stat().st_size
        for path in kept_files["ja"]
    )
    assert size < 1_500_000


def test_a_site_without_it_removes_what_was_kept(tmp_path: Path) -> None:
    site = Built(tmp_path, "https://help.example/", {"index.html": ""})
    write_worker(site, is_on=False)
    assert "registration.unregister()" in site.read("sw.js")
    assert "BUILD" not in site.read("sw.js")


@pytest.mark.parametrize("weather", ["slow", "broken"])
def test_what_was_kept_answers_for_a_slow_or_broken_server(weather: str, small_visit: Visit) -> None:
    page, address, server = small_visit
    server.today = weather
    page.goto(f"{address}en/topic/")
    assert page.locator("h1").inner_text().startswith("sample")
    expect(page.locator("[data-offline-note]")).to_have_text(said("en", "offline", "offline"))


def test_a_networks_sign_in_page_is_not_kept(small_visit: Visit) -> None:
    page, address, server = small_visit
    server.today = "behind a sign-in page"
    page.goto(f"{address}en/topic/")
    expect(page.locator("h1")).to_have_text("Pay for the network here")
    server.today = "broken"
    page.goto(f"{address}en/topic/")
    assert page.locator("h1").inner_text().startswith("sample")
