"""The procedures of the real site: every tab under axe, every step on paper and without script, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

MAIN = {
    "register-email": "registration/",
    "sign-in-password": "sign-in/",
    "reset-password": "password-reset/",
    "unlock-sms": "unlock/",
    "pass-slider": "slider/",
}
"""The five main procedures and their pages."""
PAGES = [*MAIN.values(), "browser/", "contact/", "safety/"]
LANGUAGES = ["", "en/"]

READABLE = """() => [...document.querySelectorAll("section.procedure h3, section.part > h4, ol.steps > li")]
    .filter(element => !element.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})
        || element.getBoundingClientRect().height < 4)
    .map(element => element.id)"""
"""The ids of headings and steps that cannot be seen."""


@pytest.mark.parametrize("address", [f"{LANGUAGES[at % 2]}{address}" for at, address in enumerate([*PAGES, PAGES[0]])])
def test_axe_is_clean_with_each_tab_open(page: Page, site_url: str, axe_source: str, address: str) -> None:
    """The languages take turns, because what they share is what axe looks at."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site_url + address)
    page.evaluate(axe_source)
    most = page.evaluate(
        "Math.max(...[...document.querySelectorAll('section.procedure')].map(s => s.querySelectorAll('[role=tab]').length))"
    )
    for index in range(max(most, 1)):
        page.evaluate(
            "i => document.querySelectorAll('section.procedure').forEach(s => s.querySelectorAll('[role=tab]')[i]?.click())",
            index,
        )
        found: list[Any] = page.evaluate(
            "async () => (await axe.run('section.procedure')).violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 200))])"
        )
        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_readable_without_script_and_on_paper(browser: Browser, site_url: str, language: str) -> None:
    for script in (False, True):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        if script:
            page.emulate_media(media="print")
        for address in PAGES:
            page.goto(site_url + language + address)
            if script:
                page.evaluate("dispatchEvent(new Event('beforeprint'))")
            assert page.evaluate(READABLE) == [], (script, address)
        context.close()


@pytest.mark.parametrize(("name", "address"), MAIN.items())
def test_the_main_procedures_carry_screens_in_both_languages(
    page: Page, site_url: str, name: str, address: str
) -> None:
    shown = []
    for language in LANGUAGES:
        page.goto(site_url + language + address)
        shown.append(page.locator(f"#{name} figure.screen").evaluate_all("all => all.map(one => one.dataset.screen)"))
    assert shown[0] == shown[1] != []


def test_the_device_is_kept_across_pages_and_languages(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}password-reset/")
    page.locator("#reset-password-app-tab").click()
    expect(page.locator("#reset-password-app")).to_be_visible()
    page.goto(f"{site_url}sign-in/")
    expect(page.locator("#sign-in-password-app-tab")).to_have_attribute("aria-selected", "true")
    page.goto(f"{site_url}sign-in/#sign-in-password-pc-1")
    expect(page.locator("#sign-in-password-pc-1")).to_have_attribute("aria-current", "step")
    page.locator("[data-language-switch]").first.click()
    page.wait_for_url("**/en/sign-in/#sign-in-password-pc-1")
    expect(page.locator("#sign-in-password-pc-1")).to_have_attribute("aria-current", "step")
    expect(page.locator("#sign-in-password-pc-1")).to_be_in_viewport()
