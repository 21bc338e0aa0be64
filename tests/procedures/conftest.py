"""The small site, with short ways to draw its procedures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route
from tests.procedures.visiting import ORIGIN
from tests.sample import Sample

from helpsite.drawing import PageDrawing
from helpsite.ground.locales import Locale
from helpsite.site import Site

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "docs" / "assets"
SHEETS = '<link rel="stylesheet" href="/css/site.css">'
SCRIPTS = '<script type="module" src="/js/procedure.js"></script>'


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small site as it is."""
    sample = Sample(tmp_path_factory.mktemp("site"))
    site, faults = sample.load()
    assert faults == []
    return site


def draw(site: Site, name: str, locale: Locale = "en") -> str:
    """A procedure on the page that shows it."""
    return str(PageDrawing(site, site.context(locale, "guide.md")).procedures().html(name))


@pytest.fixture
def serve(site: Site) -> Callable[[BrowserContext], None]:
    """Lets a browser context see the page under every address of a made-up origin, and the site's own assets."""

    def html(locale: Locale) -> str:
        drawn = draw(site, "get-in", locale) + draw(site, "look", locale)
        body = f'<div class="text">{drawn}</div>'
        head = f'<meta name="viewport" content="width=device-width"><title>T</title>{SHEETS}{SCRIPTS}'
        return f'<!doctype html><html lang="{locale}"><head>{head}</head><body><div class="columns"><main>{body}</main></div></body></html>'

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN).partition("#")[0]
        if path.startswith(("css/", "js/")):
            kind = "text/css" if path.startswith("css/") else "text/javascript"
            route.fulfill(body=(ASSETS / path).read_text(encoding="utf-8"), content_type=kind)
        else:
            route.fulfill(body=html("en" if path.startswith("en") else "ja"), content_type="text/html; charset=utf-8")

    def serving(context: BrowserContext) -> None:
        context.route(f"{ORIGIN}**", answer)

    return serving


@pytest.fixture
def visit(browser: Browser, serve: Callable[[BrowserContext], None]) -> Any:
    """Opens an address in a new context (a new visitor), or in the one that is given."""
    contexts: list[BrowserContext] = []

    def opened(path: str = "", context: BrowserContext | None = None, **options: Any) -> Page:
        if context is None:
            context = browser.new_context(**options)
            serve(context)
            contexts.append(context)
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(ORIGIN + path)
        assert errors == []
        return page

    yield opened
    for context in contexts:
        context.close()
