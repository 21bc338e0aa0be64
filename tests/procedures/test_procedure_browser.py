"""Procedures in a real browser: tabs, the choice that is kept, addresses, ticks, copying, paper, no script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from tests.procedures.conftest import draw

from helpsite.ground.locales import Locale

if TYPE_CHECKING:
    from helpsite.site import Site

pytestmark = [
    pytest.mark.browser,
]

ROOT = Path(__file__).parents[2]
ORIGIN = "https://help.test/"
ASSETS = ROOT / "docs" / "assets"
SHEETS = '<link rel="stylesheet" href="/css/site.css">'
SCRIPTS = '<script type="module" src="/js/procedure.js"></script>'


@pytest.fixture
def serve(site: Site) -> Callable[[BrowserContext], None]:
    """Lets a browser context see the page under every address of a made-up origin, and the site's own assets."""

    def html(locale: Locale) -> str:
        drawn = draw(site, "get-in", locale) + draw(site, "look", locale)
        body = f'<div class="text">{drawn}</div>'
        head = f'<meta name="viewport" content="width=device-width"><title>T</title>{SHEETS}{SCRIPTS}'
        return f'<!doctype html><html lang="{locale}"><head>{head}</head><body><main>{body}</main></body></html>'

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


Open = Callable[..., Page]


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


PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def chosen(page: Page) -> list[str]:
    """The panels that are open."""
    script = "[...document.querySelectorAll('section.part:not([hidden])')].map(part => part.id)"
    found: list[str] = page.evaluate(script)
    return found


def test_tabs_follow_the_aria_pattern(visit: Open) -> None:
    page = visit("en/")
    tabs = page.locator("#get-in [role=tab]")
    assert tabs.all_text_contents() == ["Computer", "Phone", "App"]
    expect(page.locator("#get-in [role=tablist]")).to_have_attribute("aria-label", "Choose your device or browser")
    assert [tab.get_attribute("aria-selected") for tab in tabs.all()] == ["true", "false", "false"]
    assert [tab.get_attribute("tabindex") for tab in tabs.all()] == ["0", "-1", "-1"]
    assert [tab.get_attribute("aria-controls") for tab in tabs.all()] == ["get-in-pc", "get-in-phone", "get-in-app"]
    expect(page.locator("#get-in-pc")).to_have_attribute("aria-labelledby", "get-in-name get-in-pc-tab")


def test_keys_move_and_choose(visit: Open) -> None:
    page = visit("en/")
    page.locator("#get-in-pc-tab").focus()
    for key, panel in [
        ("ArrowRight", "get-in-phone"),
        ("End", "get-in-app"),
        ("ArrowRight", "get-in-pc"),
        ("ArrowLeft", "get-in-app"),
        ("Home", "get-in-pc"),
    ]:
        page.keyboard.press(key)
        assert chosen(page)[0] == panel
        assert page.evaluate("document.activeElement.id") == f"{panel}-tab"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "get-in-pc"


def test_the_choice_is_kept_in_the_page_the_address_other_pages_and_languages(visit: Open) -> None:
    page = visit("en/")
    page.locator("#get-in-app-tab").click()
    assert chosen(page) == ["get-in-app", "look-app"]
    assert page.url == f"{ORIGIN}en/#get-in-app"
    assert chosen(visit("other/", page.context)) == ["get-in-app", "look-app"]
    page.locator("#look-mail-tab").click()
    assert chosen(page) == ["get-in-app", "look-mail"]
    assert chosen(visit("", page.context)) == ["get-in-app", "look-mail"]


def test_a_shared_address_opens_the_tab_and_marks_the_step(visit: Open) -> None:
    page = visit("en/#get-in-app-2")
    assert chosen(page)[0] == "get-in-app"
    expect(page.locator("#get-in-app-2")).to_have_attribute("aria-current", "step")
    expect(page.locator("#get-in-app-2")).to_be_in_viewport()
    page.goto(f"{ORIGIN}en/#get-in-pc-3")
    expect(page.locator("#get-in-pc-3")).to_have_attribute("aria-current", "step")
    assert page.locator("[aria-current]").count() == 1
    assert chosen(visit("en/", page.context))[0] == "get-in-pc", "an address that was opened is no choice"


@pytest.mark.parametrize("address", ["#", "#%", "#%E0%A4%A", "#get-in-mac-1", "#get-in", "#FIRST-APP"])
def test_an_address_that_names_no_part_does_no_harm(visit: Open, address: str) -> None:
    assert chosen(visit("en/" + address)) == ["get-in-pc", "look-pc"]


def test_the_likely_device_comes_first(visit: Open) -> None:
    assert chosen(visit("en/")) == ["get-in-pc", "look-pc"]
    assert chosen(visit("en/", **PHONE)) == ["get-in-phone", "look-app"]


def test_steps_that_are_the_same_stand_in_the_open_panel(visit: Open) -> None:
    page = visit("en/", **PHONE)
    steps = page.locator("#get-in-phone > ol.steps > li")
    expect(steps).to_have_count(3)
    expect(steps.first).to_be_visible()
    expect(page.get_by_text("Hold the phone sideways.")).to_be_visible()
    expect(page.locator("#get-in-phone > .part-same")).to_be_hidden()
    page.goto(f"{ORIGIN}en/#get-in-pc-2")
    assert chosen(page)[0] == "get-in-phone", "the reader's own tab holds the step"
    expect(page.locator("#get-in-pc-2")).to_have_attribute("aria-current", "step")
    page.locator("#get-in-pc-tab").click()
    expect(page.locator("#get-in-pc > ol.steps > li")).to_have_count(3)


def test_ticks_stay_until_they_are_cleared(visit: Open) -> None:
    page = visit("en/")
    page.get_by_label("Step 2 is done").first.check()
    expect(page.locator("#get-in-pc .part-progress")).to_have_text("1 of 3 done.")
    other = visit("", page.context)
    expect(other.get_by_label("手順2ができた").first).to_be_checked()
    other.get_by_role("button", name="チェックを消す").click()
    expect(other.get_by_label("手順2ができた").first).not_to_be_checked()
    expect(visit("en/", page.context).locator("input:checked")).to_have_count(0)


def test_the_address_of_a_step_is_copied(visit: Open) -> None:
    page = visit("en/?q=x#get-in", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the link to step 3").first.click()
    page.wait_for_function("document.querySelector('.toast')")
    copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    assert copied == f"{page.title()}\n{ORIGIN}en/#get-in-pc-3"
    assert page.url.endswith("#get-in-pc-3")


def test_a_browser_that_keeps_nothing_works(visit: Open) -> None:
    page = visit("en/")
    broken = "() => { throw new Error('no') }"
    page.add_init_script(f"Storage.prototype.getItem = {broken}; Storage.prototype.setItem = {broken};")
    page.reload()
    page.locator("#get-in-app-tab").click()
    assert chosen(page)[0] == "get-in-app"


def test_without_script_everything_can_be_read(visit: Open) -> None:
    page = visit("en/", java_script_enabled=False)
    for words in (
        "Computer",
        "Wait for the bird.",
        "Hold the phone sideways.",
        "Wait for the fish.",
        "Look at the mail.",
    ):
        expect(page.get_by_text(words).first).to_be_visible()
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("checkbox").count() == 0


def test_paper_has_every_part_with_its_heading_and_steps(visit: Open) -> None:
    page = visit("en/", **PHONE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    for panel, steps in [("get-in-pc", 3), ("get-in-phone", 0), ("get-in-app", 2), ("look-mail", 1), ("look-pc", 1)]:
        expect(page.locator(f"#{panel} > h4")).to_be_visible()
        expect(page.locator(f"#{panel} > ol > li:visible")).to_have_count(steps)
    expect(page.get_by_role("tab")).to_have_count(0)
    expect(page.locator(".step-tick:visible")).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.querySelector('#get-in-pc-1')).breakInside") == "avoid"
    assert page.evaluate("getComputedStyle(document.querySelector('#get-in-pc-1'), '::before').borderTopWidth") != "0px"
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert chosen(page) == ["get-in-phone", "look-app"]
    expect(page.locator("#get-in-phone > ol > li")).to_have_count(3)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(visit: Open, width: int) -> None:
    page = visit("", viewport={"width": width, "height": 700})
    for tab in page.get_by_role("tab").all():
        tab.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_is_clean_with_each_tab_open(visit: Open, axe_source: str, scheme: str) -> None:
    page = visit("#get-in-pc-2", color_scheme=scheme)
    page.evaluate(axe_source)
    for tab in [None, *page.get_by_role("tab").all()]:
        if tab is not None:
            tab.click()
        rules = {
            "region": {"enabled": False},
            "page-has-heading-one": {"enabled": False},
            "heading-order": {"enabled": False},
        }
        found = page.evaluate("rules => axe.run(document, {rules})", rules)["violations"]
        assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []


def test_no_control_has_a_row_of_its_own(visit: Open) -> None:
    page = visit("en/", **PHONE)
    with_tools = page.evaluate("document.querySelector('#look-app-1').getBoundingClientRect().height")
    page.evaluate("document.querySelectorAll('.step-tick, .step-copy').forEach(tool => tool.remove())")
    assert page.evaluate("document.querySelector('#look-app-1').getBoundingClientRect().height") == with_tools


def test_targets_are_large_enough_for_a_finger(visit: Open) -> None:
    page = visit("en/", **PHONE)
    targets = page.locator("[role=tab], section.part:not([hidden]) .step-tick").all()
    assert len(targets) > 3
    for target in targets:
        box = target.bounding_box()
        assert box and box["height"] >= 44, re.sub(r"\s+", " ", target.inner_text())
