"""One procedure or one part alone, the day, no script, a dark screen, closed details."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page
from tests.browsers.surroundings import TIME_ZONE
from tests.printing.sheets import print_page, squeeze

pytestmark = [
    pytest.mark.browser,
    pytest.mark.site,
]


def printed_by(page: Page, button: str) -> str:
    """What the sheet holds while the print window of ``button`` is open."""
    page.evaluate("window.print = () => {}")
    page.locator("section.procedure", has=page.locator("#sign-in-code-title")).locator(button).click()
    text = print_page(page).text
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return text


@pytest.fixture
def steps(page: Page, site_url: str) -> Page:
    page.goto(f"{site_url}en/sign-in-steps/#sign-in-code-pc")
    return page


def titles(page: Page, selector: str) -> list[str]:
    return [squeeze(text) for text in page.locator(selector).all_text_contents()]


def test_a_procedure_alone(steps: Page) -> None:
    text = printed_by(steps, ".print-tools button >> nth=0")
    assert all(title in text for title in titles(steps, "#sign-in-code h4"))
    assert titles(steps, "#sign-in-code h3")[0].removesuffix("#") in text
    assert squeeze(steps.locator("#sign-in-password-pc-1 > p").first.inner_text()) not in text
    assert squeeze("AliExpress Sign-in First Aid") in text
    assert squeeze(steps.locator("#sign-in-password-pc-1 > p").first.inner_text()) in print_page(steps).text


def test_one_part_alone(steps: Page) -> None:
    text = printed_by(steps, ".print-tools button >> nth=1")
    open_part, *closed = titles(steps, "#sign-in-code h4")
    assert open_part in text
    assert squeeze(steps.locator("#sign-in-code-pc-1 > p").first.inner_text()) in text
    assert squeeze(steps.locator("#sign-in-code-app-1 > p").first.text_content() or "") not in text
    assert closed


def test_notes_of_a_part_are_those_of_its_links(steps: Page) -> None:
    whole = steps.locator(".print-notes li").count()
    steps.evaluate("window.print = () => {}")
    steps.locator("#sign-in-code .print-tools button").first.click()
    steps.emulate_media(media="print")
    shown = steps.locator(".print-notes li:visible").count()
    used = steps.evaluate(
        "new Set([...document.querySelectorAll('#sign-in-code [data-note]')].map((a) => a.dataset.note)).size"
    )
    assert shown == used < whole


def test_the_day_of_printing(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/safety/")
    today = dt.datetime.now(ZoneInfo(TIME_ZONE)).date()
    assert f"Printedon:{today.day}{today:%B}{today.year}" in print_page(page).text


def test_without_script_there_is_a_line_for_the_day(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}sign-in/")
    sheets = print_page(page)
    page.emulate_media(media="print")
    box = page.locator("[data-print-today]").bounding_box()
    assert box is not None and box["width"] > 100
    assert squeeze("根拠にした資料") not in sheets.text
    assert page.locator("[data-print]").is_hidden()
    context.close()


def test_black_on_white_from_a_dark_screen(browser: Browser, site_url: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site_url}sign-in/")
    page.evaluate("document.documentElement.dataset.scheme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(
        """() => [...new Set([...document.querySelectorAll(".text *")].filter((element) =>
            element.checkVisibility() && element.textContent.trim()).flatMap((element) => {
                const style = getComputedStyle(element);
                return [`ink ${style.color}`, `ground ${style.backgroundColor}`];
            }))].sort()"""
    )
    assert set(colours) <= {"ink rgb(0, 0, 0)", "ground rgb(255, 255, 255)", "ground rgba(0, 0, 0, 0)"}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    context.close()
