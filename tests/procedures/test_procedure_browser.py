"""Procedures in use, in a real browser: tabs, the choice that is kept, addresses, ticks, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browsers.waiting import until
from tests.interface import said
from tests.procedures.visiting import ORIGIN, PHONE, Open, chosen

if TYPE_CHECKING:
    pass

pytestmark = [
    pytest.mark.browser,
]


def test_tabs_follow_the_aria_pattern(visit: Open) -> None:
    page = visit("en/")
    tabs = page.locator("#get-in [role=tab]")
    assert tabs.all_text_contents() == ["Computer", "Phone", "App"]
    expect(page.locator("#get-in [role=tablist]")).to_have_attribute("aria-label", said("en", "procedure", "choose"))
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
    page.locator("#get-in-pc-2 .step-tick input").check()
    expect(page.locator("#get-in-pc .part-progress")).to_contain_text("1")
    other = visit("", page.context)
    expect(other.locator("#get-in-pc-2 .step-tick input")).to_be_checked()
    other.locator("#get-in-pc .part-clear").click()
    expect(other.locator("#get-in-pc-2 .step-tick input")).not_to_be_checked()
    expect(visit("en/", page.context).locator("input:checked")).to_have_count(0)


def test_the_address_of_a_step_is_copied(visit: Open) -> None:
    page = visit("en/?q=x#get-in", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#get-in-pc-3 .step-copy").click()
    until(page, "document.querySelector('.toast')")
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
