"""Each script in turn does not arrive: its part of the page is what it is without scripts at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from tests.browsers.waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.site]

PARTS = {
    "sign-in/": (".flow", "flow."),
    "sign-in-steps/": ("section.procedure", "procedure."),
    "en/contact/": (".letters", "letter."),
}
"""For each page, the part that a script of its own enhances."""
SHOWN = """selector => [...document.querySelectorAll(selector)].flatMap((part) => [...part.querySelectorAll("[id]")])
    .filter((one) => one.checkVisibility()).map((one) => one.id)"""
_SCRIPT = re.compile(r'<(?:script type="module" src|link rel="modulepreload" href)="(?:\.\./)*([^"]+)"')


def scripts(site_dir: Path, address: str) -> list[str]:
    html = (site_dir / address / "index.html").read_text(encoding="utf-8")
    return sorted(set(_SCRIPT.findall(html)))


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    yield context.new_page()
    context.close()


def visit(page: Page, address: str, lost: str) -> list[str]:
    """Open the page without the script ``lost``; gives what its scripts complain about."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.route(f"**/{lost}", lambda route: route.abort())
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.unroute(f"**/{lost}")
    return said


@pytest.mark.parametrize("address", PARTS)
def test_a_part_without_its_script_is_as_without_any(
    address: str, site_dir: Path, site_url: str, reader: Page, browser: Browser
) -> None:
    part, own = PARTS[address]
    plain = browser.new_page(java_script_enabled=False)
    plain.goto(site_url + address)
    without = plain.evaluate(SHOWN, part)
    plain.close()
    assert without
    for lost in scripts(site_dir, address):
        assert visit(reader, site_url + address, lost) == [], lost
        assert reader.locator("h1").is_visible()
        if own in lost or "/store." in lost:
            assert reader.evaluate(SHOWN, part) == without, lost


def test_a_missing_part_loads_the_page_anew_once_a_visit(site_dir: Path, site_url: str, reader: Page) -> None:
    asked: list[str] = []

    def gone(route: Route) -> None:
        route.fulfill(status=404, body="")

    reader.on("request", lambda request: asked.append(request.url) if request.is_navigation_request() else None)
    lost = scripts(site_dir, "errors/")[0]
    reader.route(f"**/{lost}", gone)
    for _ in range(2):
        reader.goto(f"{site_url}errors/")
        until(reader, "document.documentElement.className === 'no-js'")
    assert asked == [f"{site_url}errors/"] * 3
