"""How the pages of the built site look to axe, on a phone and on a wide screen, and what they say on the console."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect
from tests.nightly import by_day
from tests.site.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.site]

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


AXE = """async (rules) => {
    const options = {resultTypes: ["violations"], ...(rules.length && {runOnly: rules})};
    return (await axe.run(document, options)).violations.map((v) => ({
        rule: v.id, help: v.help, where: v.nodes.slice(0, 4).map((n) => n.html.slice(0, 200))}));
}"""


def violations(page: Page, axe_source: str, *rules: str) -> str:
    """What axe finds on the page as it is now, with all rules or with these, as readable text; empty for nothing."""
    page.evaluate(axe_source)
    found: list[dict[str, Any]] = page.evaluate(AXE, rules)
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


FORMS = by_day([("", "dark", 360), ("en/", "light", 1280), ("", "light", 1280), ("en/", "dark", 1280)], 3)
"""The form that is left, light on a phone, is looked at on every address. The languages share their colours."""


@pytest.mark.parametrize(("prefix", "scheme", "width"), FORMS)
def test_axe_finds_nothing_in_any_form(
    prefix: str, scheme: Any, width: int, page: Page, site_url: str, axe_source: str
) -> None:
    """On a phone only the colours can differ."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    faults = {}
    for kind, address in KINDS.items():
        page.goto(site_url + prefix + address)
        faults[kind] = violations(page, axe_source, *(["color-contrast"] if width == 360 else []))
    assert {kind: fault for kind, fault in faults.items() if fault} == {}


@pytest.mark.parametrize(("prefix", "scheme", "width"), FORMS)
def test_axe_finds_nothing_while_somebody_searches(
    prefix: str, scheme: Any, width: int, page: Page, site_url: str, axe_source: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{site_url}{prefix}unlock/")
    page.evaluate(axe_source)
    for text, answer in (("net err", ".search__hit"), ("qqqq zzzz", "[data-search-more] .search__ways")):
        page.locator("#search").fill(text)
        expect(page.locator(f"#search-panel {answer}").first).to_be_visible()
        assert (
            page.evaluate("async () => (await axe.run('.search--header')).violations.map((v) => v.nodes[0].html)") == []
        )


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_no_page_scrolls_sideways(prefix: str, page: Page, site_url: str) -> None:
    for address in KINDS.values():
        page.goto(site_url + prefix + address)
        for width in (320, 360, 768, 1280, 1600):
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
